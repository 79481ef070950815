/* The blind counts of what lies there after the sweep.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-sweep-count.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Of MskSweepCount, oldest first. */
GPtrArray *msk_sweep_count_store_list (MskDatabase *database,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the register says lies there now: of MskSweepFigure, one for each paper that has copies,
 * then the carriers and the spoiled sets, each with nothing counted. A copy of which pages are
 * missing is one, in part. */
GArray *msk_sweep_count_store_expect (MskDatabase *database,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* figures: of MskSweepFigure. The ledger's entry has none of them, since it can be read while
 * others count. */
gboolean msk_sweep_count_store_add (MskTransaction *transaction,
                                    const GArray *figures,
                                    GError **error);

G_END_DECLS
