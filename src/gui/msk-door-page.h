/* The door (M4): a scanner, a verdict about the person who stands there, and nobody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_DOOR_PAGE (msk_door_page_get_type ())
G_DECLARE_FINAL_TYPE (MskDoorPage, msk_door_page, MSK, DOOR_PAGE, MskPage)

G_END_DECLS
