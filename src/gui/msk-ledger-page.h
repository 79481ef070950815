/* The ledger: whether every link of it holds, and what it says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_LEDGER_PAGE (msk_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (MskLedgerPage, msk_ledger_page, MSK, LEDGER_PAGE, MskPage)

G_END_DECLS
