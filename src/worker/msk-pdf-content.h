/* Judges page content: does it leave the graphics state as it found it?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called for every named resource that an operator uses. category is the key in /Resources
 * ("/XObject"), name has its slash. */
typedef void (*MskPdfNameFunc) (const char *category, const char *name, gpointer user_data);

/* TRUE when the content is proved to be balanced: q with Q, BT with ET, BMC or BDC with EMC, BX
 * with EX, no path left open, no operands left over, no operator that PDF does not know. FALSE for
 * anything odd, which may still be drawn well by a reader. name_func may be NULL. */
gboolean msk_pdf_content_is_balanced (const char *data,
                                      gsize length,
                                      MskPdfNameFunc name_func,
                                      gpointer user_data);

G_END_DECLS
