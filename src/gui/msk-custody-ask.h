/* Asks whose things pass to whom (F3), and has both sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

void msk_custody_ask_start (MskPage *page);

/* id is that of the handover, whose count was compared. */
void msk_custody_ask_end (MskPage *page, gint64 id);

G_END_DECLS
