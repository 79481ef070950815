/* Recalling copies inside somebody else's transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The copy as it stands in the register is recalled, or its number given up when nothing of it was
 * printed; what exists no more, or waits for destruction, is left alone. Those that were made from
 * it are not touched. Adds to *recalled, which may be NULL, when the copy was not recalled before.
 */
gboolean msk_recall_copy (MskTransaction *transaction,
                          const MskCopy *copy,
                          MskRecall recall,
                          const char *remark,
                          guint *recalled,
                          GError **error);

/* The same with everything that was made from it, directly or not (C2). */
gboolean msk_recall_copy_tree (MskTransaction *transaction,
                               const MskCopy *copy,
                               MskRecall recall,
                               const char *remark,
                               guint *recalled,
                               GError **error);

G_END_DECLS
