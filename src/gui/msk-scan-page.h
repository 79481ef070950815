/* The desk, the returns and the reading room: a scanner, a verdict, and choosing by hand for a torn
 * tag or a forgotten badge. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_SCAN_PAGE (msk_scan_page_get_type ())
G_DECLARE_FINAL_TYPE (MskScanPage, msk_scan_page, MSK, SCAN_PAGE, MskPage)

/* mode is MSK_SCAN_ISSUE, MSK_SCAN_RETURN or MSK_SCAN_CIRCULATE. */
GtkWidget *msk_scan_page_new (MskSession *session, MskScanMode mode);

G_END_DECLS
