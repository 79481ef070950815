/* The opening of the meeting (M1): recorded once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-transaction.h"

G_BEGIN_DECLS

/* Whether the responsible leader has opened the meeting. */
gboolean msk_opening_store_is_open (MskDatabase *database, gboolean *open, GError **error);

/* When and by whom; 0 and "" before. The caller owns *opened_by. */
gboolean msk_opening_store_load (MskDatabase *database,
                                 gint64 *opened_at,
                                 char **opened_by,
                                 GError **error);

/* With its ledger entry. The caller has checked the rules. */
gboolean msk_opening_store_open (MskTransaction *transaction, GError **error);

/* Whether any list of attendees is sealed. */
gboolean msk_opening_store_has_sealed_list (MskDatabase *database,
                                            gboolean *sealed,
                                            GError **error);

G_END_DECLS
