/* Briefing, pledge, notice, duty cards: what everybody on the list has and lacks, and who has which
 * post (M1, M5, M8, P1). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_BRIEFING_PAGE (msk_briefing_page_get_type ())
G_DECLARE_FINAL_TYPE (MskBriefingPage, msk_briefing_page, MSK, BRIEFING_PAGE, MskPage)

G_END_DECLS
