/* Asks for the receipt of what goes back to its originator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-ask.h"
#include "msk-page.h"

G_BEGIN_DECLS

/* Opens the form for things (of MskDestructionItem) over the page's window; done is called with the
 * page when the return is on record. */
void msk_originator_ask_open (MskPage *page, GListModel *things, MskAskFunc done);

G_END_DECLS
