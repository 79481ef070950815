/* Measures before the meeting: what is open, what was done by whom, and the opening (M1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_MEASURES_PAGE (msk_measures_page_get_type ())
G_DECLARE_FINAL_TYPE (MskMeasuresPage, msk_measures_page, MSK, MEASURES_PAGE, MskPage)

G_END_DECLS
