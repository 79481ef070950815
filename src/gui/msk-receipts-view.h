/* The receipts of the meeting, signed and not (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_RECEIPTS_VIEW (msk_receipts_view_get_type ())
G_DECLARE_FINAL_TYPE (MskReceiptsView, msk_receipts_view, MSK, RECEIPTS_VIEW, MskPage)

G_END_DECLS
