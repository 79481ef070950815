/* One paper with its copies: approval, numbers, printing, and what became of each sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_COPIES_VIEW (msk_copies_view_get_type ())
G_DECLARE_FINAL_TYPE (MskCopiesView, msk_copies_view, MSK, COPIES_VIEW, MskPage)

/* Shows another paper; 0 for none. */
void msk_copies_view_set_paper (MskCopiesView *self, gint64 paper_id);

G_END_DECLS
