/* The blind counts of the sweep, and what stands against closing the meeting (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_CLOSING_VIEW (msk_closing_view_get_type ())
G_DECLARE_FINAL_TYPE (MskClosingView, msk_closing_view, MSK, CLOSING_VIEW, MskPage)

G_END_DECLS
