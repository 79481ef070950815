/* Where everybody sits, in the order of seats.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_SEATS_VIEW (msk_seats_view_get_type ())
G_DECLARE_FINAL_TYPE (MskSeatsView, msk_seats_view, MSK, SEATS_VIEW, MskPage)

G_END_DECLS
