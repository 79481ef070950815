/* What is still out over all meetings (F2), and the letters about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Opens the list over the page's window. */
void msk_outstanding_window_open (MskPage *page);

G_END_DECLS
