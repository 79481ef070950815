/* What the sweep has not explained or not found (M9), and what is done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_UNEXPLAINED_VIEW (msk_unexplained_view_get_type ())
G_DECLARE_FINAL_TYPE (MskUnexplainedView, msk_unexplained_view, MSK, UNEXPLAINED_VIEW, MskPage)

G_END_DECLS
