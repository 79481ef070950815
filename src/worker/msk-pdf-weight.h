/* How much drawing a page asks for: forms that draw forms multiply, and a small file can keep a
 * printer busy for years. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-document.h"

G_BEGIN_DECLS

/* pages: the fresh ones, as an array of MskPdfBuiltPage. Fails with MSK_INPUT_ERROR_PDF_TOO_HEAVY.
 */
gboolean msk_pdf_weight_check (MskPdfDocument *document, GArray *pages, GError **error);

G_END_DECLS
