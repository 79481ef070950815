/* Recalling copies, and making the scope of a paper narrower.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Marks the copy alone, with a ledger entry; those that were made from it are the caller's to
 * recall (C2, see msk_recall_copy_tree()). One that is recalled already keeps its reason, unless
 * msk_recall_outranks(). remark says why in words, or is "". */
gboolean msk_recall_store_recall (MskTransaction *transaction,
                                  const MskCopy *copy,
                                  MskRecall recall,
                                  const char *remark,
                                  GError **error);

/* Sets the paper's scope, which must be narrower (M3; the register refuses a wider one), and writes
 * the ledger entry. readers (sorted gint64) are the only ones who stay, NULL leaves the names as
 * they are. */
gboolean msk_recall_store_narrow (MskTransaction *transaction,
                                  MskPaper *paper,
                                  guint scope,
                                  MskLevel clearance,
                                  const GArray *readers,
                                  const char *reason,
                                  GError **error);

G_END_DECLS
