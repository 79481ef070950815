/* Reads back what was written: where the stamps and the table of a prepared PDF lie.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-page-builder.h"

G_BEGIN_DECLS

/* The layout as core describes it, floating. pages is of MskPdfPage, built of MskPdfBuiltPage.
 * Fails with MSK_INPUT_ERROR_PDF_UNSTAMPABLE when the file that was written is not of the promised
 * shape. */
GVariant *msk_pdf_layout_read (GBytes *bytes, GArray *pages, GArray *built, GError **error);

G_END_DECLS
