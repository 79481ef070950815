/* The order in which papers are listed everywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"

G_BEGIN_DECLS

/* Sorts papers (of MskPaper, in the order they came): documents as they came, the revisions of each
 * one after the other, and beneath them its attachments by number and revision. An attachment whose
 * paper is not among them stands for itself. */
void msk_paper_order_sort (GPtrArray *papers);

G_END_DECLS
