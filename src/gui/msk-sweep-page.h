/* The closing sweep (M9): what is missing is always in sight, and nothing filters it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_SWEEP_PAGE (msk_sweep_page_get_type ())
G_DECLARE_FINAL_TYPE (MskSweepPage, msk_sweep_page, MSK, SWEEP_PAGE, MskPage)

G_END_DECLS
