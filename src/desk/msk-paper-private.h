/* What taking a paper in, revising it and narrowing its scope share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Fills in what follows from the papers that a new one refers to, and checks it: as a revision (M3:
 * its scope is not wider), as an attachment, as a compilation (C4); and that the people in its
 * scope exist. Asked before the file is read and again in the transaction that keeps the paper. */
gboolean msk_paper_check_links (MskDatabase *database,
                                MskScheme *scheme,
                                MskPaper *paper,
                                gint64 now,
                                GError **error);

/* The end of a revision whose place another has taken: numbers that were never printed are given
 * up, every sheet that exists is recalled. */
gboolean msk_paper_retire (MskTransaction *transaction, gint64 paper_id, GError **error);

G_END_DECLS
