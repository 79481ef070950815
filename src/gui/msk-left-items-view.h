/* What was left at the venue without a code, and what was done with it (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_LEFT_ITEMS_VIEW (msk_left_items_view_get_type ())
G_DECLARE_FINAL_TYPE (MskLeftItemsView, msk_left_items_view, MSK, LEFT_ITEMS_VIEW, MskPage)

G_END_DECLS
