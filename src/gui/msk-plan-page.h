/* The issue plan (M7): who is to get which copy, and where everybody sits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_PLAN_PAGE (msk_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (MskPlanPage, msk_plan_page, MSK, PLAN_PAGE, MskPage)

G_END_DECLS
