/* What was issued or returned, and nobody has signed for (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_UNSIGNED_VIEW (msk_unsigned_view_get_type ())
G_DECLARE_FINAL_TYPE (MskUnsignedView, msk_unsigned_view, MSK, UNSIGNED_VIEW, MskPage)

G_END_DECLS
