/* What was made from the copy that is chosen, and what is done with it: leave to copy it, numbers
 * under it, recall (C2). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_BRANCH_BAR (msk_branch_bar_get_type ())
G_DECLARE_FINAL_TYPE (MskBranchBar, msk_branch_bar, MSK, BRANCH_BAR, MskPage)

/* The copy that is chosen, and its paper; both may be NULL. */
void msk_branch_bar_set_copy (MskBranchBar *self, MskPaper *paper, MskCopy *copy);

G_END_DECLS
