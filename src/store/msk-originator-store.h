/* What went back to the organs that issued it, against their receipts (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Enters a return, of which organ, receipt, bearer, second and witness are filled in, and its
 * ledger entry; gives it its id. Fails with MSK_RULE_ERROR_EXISTS when the organ gave a receipt of
 * this number before. */
gboolean msk_originator_store_add (MskTransaction *transaction,
                                   MskOriginatorReturn *self,
                                   GError **error);

/* One thing of it, scanned or by hand as it says; the caller moves it in the same transaction. */
gboolean msk_originator_store_add_item (MskTransaction *transaction,
                                        gint64 id,
                                        MskDestructionItem *item,
                                        GError **error);

/* Of MskOriginatorReturn, in order. */
GPtrArray *msk_originator_store_list (MskDatabase *database,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskOriginatorReturn *msk_originator_store_get (MskDatabase *database,
                                               gint64 id,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDestructionItem. */
GPtrArray *msk_originator_store_list_items (MskDatabase *database,
                                            gint64 id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
