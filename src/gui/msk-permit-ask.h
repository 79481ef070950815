/* The forms about permits to take copies away (R3, R2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-permit.h"

G_BEGIN_DECLS

void msk_permit_ask_grant (MskPage *page);
void msk_permit_ask_take (MskPage *page, const MskPermit *permit);
void msk_permit_ask_receipt (MskPage *page, const MskPermit *permit);

G_END_DECLS
