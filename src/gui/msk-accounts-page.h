/* Who may sign in, and which printers may print secret papers: the security officer's page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_ACCOUNTS_PAGE (msk_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (MskAccountsPage, msk_accounts_page, MSK, ACCOUNTS_PAGE, MskPage)

G_END_DECLS
