/* What a person has with them, over all registers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-holding.h"

G_BEGIN_DECLS

/* Of MskHolding: copies, then carriers, by number. */
GPtrArray *msk_holding_store_list (MskDatabase *database,
                                   gint64 attendee_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
