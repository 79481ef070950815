/* The register of spoiled and surplus sheets, and what goes into it by scanning and by hand (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Takes scans of who may register sheets: as spoiled, or as a set too many, whichever is chosen. */
#define MSK_TYPE_SPOILED_VIEW (msk_spoiled_view_get_type ())
G_DECLARE_FINAL_TYPE (MskSpoiledView, msk_spoiled_view, MSK, SPOILED_VIEW, MskPage)

G_END_DECLS
