/* The history of a copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-custody.h"
#include "msk-database.h"

G_BEGIN_DECLS

/* Of MskCustody, in order. */
GPtrArray *msk_custody_store_list (MskDatabase *database,
                                   guint number,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
