/* The form in which the role that may decides that something is issued all the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

typedef void (*MskOverrideAskAnswer) (MskPage *page, MskVerdict *verdict, const GError *error);

/* Whether there is something to decide about: a refusal of one thing for one person. */
gboolean msk_override_ask_may (const MskVerdict *verdict);

/* Opens the form over the page's window; answer gets what it came to. GTK owns the form. */
GtkWidget *msk_override_ask_open (MskPage *page,
                                  MskScanDesk *desk,
                                  MskVerdict *refusal,
                                  MskOverrideAskAnswer answer);

G_END_DECLS
