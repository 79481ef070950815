/* Who is to get which copy, against what happened (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_PLAN_VIEW (msk_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (MskPlanView, msk_plan_view, MSK, PLAN_VIEW, MskPage)

G_END_DECLS
