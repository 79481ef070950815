/* Circulation (L1–L3) and permits (R3): the reading room, turns, loan slips, permits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_CIRCULATION_PAGE (msk_circulation_page_get_type ())
G_DECLARE_FINAL_TYPE (MskCirculationPage, msk_circulation_page, MSK, CIRCULATION_PAGE, MskPage)

G_END_DECLS
