/* The print room (K1, C3): who is inside, the runs of the printers, and spoiled sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_ROOM_PAGE (msk_room_page_get_type ())
G_DECLARE_FINAL_TYPE (MskRoomPage, msk_room_page, MSK, ROOM_PAGE, MskPage)

G_END_DECLS
