/* Loan slips (L3), until what they are for is back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_SLIPS_VIEW (msk_slips_view_get_type ())
G_DECLARE_FINAL_TYPE (MskSlipsView, msk_slips_view, MSK, SLIPS_VIEW, MskListPage)

G_END_DECLS
