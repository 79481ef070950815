/* Destruction under supervision, and what goes back to its originator (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_DESTRUCTION_PAGE (msk_destruction_page_get_type ())
G_DECLARE_FINAL_TYPE (MskDestructionPage, msk_destruction_page, MSK, DESTRUCTION_PAGE, MskPage)

G_END_DECLS
