/* Notebooks and other carriers: their register, their labels, and what became of each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_CARRIERS_PAGE (msk_carriers_page_get_type ())
G_DECLARE_FINAL_TYPE (MskCarriersPage, msk_carriers_page, MSK, CARRIERS_PAGE, MskPage)

G_END_DECLS
