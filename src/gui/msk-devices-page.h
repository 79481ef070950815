/* Devices before the room: taken into deposit, given back, unclaimed (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_DEVICES_PAGE (msk_devices_page_get_type ())
G_DECLARE_FINAL_TYPE (MskDevicesPage, msk_devices_page, MSK, DEVICES_PAGE, MskPage)

G_END_DECLS
