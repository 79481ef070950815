/* The run of a printer that a page waits for: how far it is, pause, go on, stop, and what it came
 * to. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Seen only while a run goes on. */
#define MSK_TYPE_PRINTING_BAR (msk_printing_bar_get_type ())
G_DECLARE_FINAL_TYPE (MskPrintingBar, msk_printing_bar, MSK, PRINTING_BAR, AdwBin)

/* Reserves so many new numbers for the paper, then begins to print as
 * msk_print_desk_print_async() does: a paper, or packs person by person for paper_id 0. The page is
 * busy until the run has ended and its result was told. Fails with G_IO_ERROR_BUSY while other work
 * of the page goes on, and as msk_print_desk_reserve(). */
gboolean msk_printing_bar_begin (MskPrintingBar *self,
                                 MskPage *page,
                                 gint64 paper_id,
                                 guint reserve,
                                 const char *printer,
                                 GError **error);

G_END_DECLS
