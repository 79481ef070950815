/* Handover of the desk, the print room, or what one person holds (K1, F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_HANDOVER_PAGE (msk_handover_page_get_type ())
G_DECLARE_FINAL_TYPE (MskHandoverPage, msk_handover_page, MSK, HANDOVER_PAGE, MskPage)

G_END_DECLS
