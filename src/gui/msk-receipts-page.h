/* Receipts (R1): what is not signed for, the receipts, and who signs for whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_RECEIPTS_PAGE (msk_receipts_page_get_type ())
G_DECLARE_FINAL_TYPE (MskReceiptsPage, msk_receipts_page, MSK, RECEIPTS_PAGE, MskPage)

G_END_DECLS
