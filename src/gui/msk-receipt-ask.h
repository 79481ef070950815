/* The forms about receipts: entering one that was signed by hand, and designating who signs for
 * whom. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-receipt.h"

G_BEGIN_DECLS

/* number: the receipt that is probably meant, or 0. */
void msk_receipt_ask_enter (MskPage *page, gint64 number);

void msk_receipt_ask_designate (MskPage *page);

/* Shows the signature that was written on the screen. */
void msk_receipt_ask_show (MskPage *page, const MskReceipt *receipt);

G_END_DECLS
