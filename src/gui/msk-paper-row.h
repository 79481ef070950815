/* One paper in the list of papers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-balance.h"
#include "msk-paper.h"

G_BEGIN_DECLS

/* The mark, document number, title, pages and numbers, the balance (NULL when it could not be
 * read), and how many requests to copy it wait for a decision. */
GtkWidget *msk_paper_row_new (MskScheme *scheme,
                              MskPaper *paper,
                              const MskBalance *balance,
                              guint waiting);

/* What is known of a paper in one line: "4 pages · approved 30 · numbers 12 · originator". The
 * caller owns it. */
char *msk_paper_row_dup_facts (MskPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
