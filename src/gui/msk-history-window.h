/* What happened to one copy, in order, with the signatures that were written for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Opens it over the page's window. */
void msk_history_window_open (MskPage *page, guint number);

G_END_DECLS
