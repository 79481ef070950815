/* The copies that are recalled and still out, with who has them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_RECALLED_VIEW (msk_recalled_view_get_type ())
G_DECLARE_FINAL_TYPE (MskRecalledView, msk_recalled_view, MSK, RECALLED_VIEW, MskPage)

G_END_DECLS
