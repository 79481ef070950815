/* The papers and the print room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_PAPERS_PAGE (msk_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (MskPapersPage, msk_papers_page, MSK, PAPERS_PAGE, MskPage)

G_END_DECLS
