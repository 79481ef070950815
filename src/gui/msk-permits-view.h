/* Permits to take copies away (R3), until the receipt or the copy is here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_PERMITS_VIEW (msk_permits_view_get_type ())
G_DECLARE_FINAL_TYPE (MskPermitsView, msk_permits_view, MSK, PERMITS_VIEW, MskListPage)

G_END_DECLS
