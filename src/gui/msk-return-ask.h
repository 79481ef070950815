/* Asks at the returns how many pages were brought back, and in which condition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Told what a count came to. */
typedef void (*MskReturnAskAnswer) (MskPage *page, MskVerdict *verdict, const GError *error);

/* Opens the form for a copy that waits to be counted. It stays while the count ends nothing. GTK
 * owns the form. */
GtkWidget *msk_return_ask_open (MskPage *page,
                                MskScanDesk *desk,
                                const MskVerdict *waiting,
                                MskReturnAskAnswer answer);

G_END_DECLS
