/* How far the sweep is, by zones of the venue and by papers (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_ZONES_VIEW (msk_zones_view_get_type ())
G_DECLARE_FINAL_TYPE (MskZonesView, msk_zones_view, MSK, ZONES_VIEW, MskPage)

G_END_DECLS
