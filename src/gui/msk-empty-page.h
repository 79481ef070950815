/* What a role sees that has no work in this window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_EMPTY_PAGE (msk_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (MskEmptyPage, msk_empty_page, MSK, EMPTY_PAGE, MskPage)

G_END_DECLS
