/* The run of a printer over badges: how far it is, stop, and what it came to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Seen only while a run goes on. */
#define MSK_TYPE_BADGE_BAR (msk_badge_bar_get_type ())
G_DECLARE_FINAL_TYPE (MskBadgeBar, msk_badge_bar, MSK, BADGE_BAR, AdwBin)

/* Begins to print as msk_badge_desk_print_async() does, for a reason or "". The page is busy until
 * the run has ended and its result was told. Fails with G_IO_ERROR_BUSY while other work of the
 * page goes on. */
gboolean msk_badge_bar_begin (MskBadgeBar *self,
                              MskPage *page,
                              GArray *ids,
                              const char *printer,
                              const char *reason,
                              GError **error);

G_END_DECLS
