/* Makes of a foreign PDF one that is ready for stamping, or says why not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_PDF_SIZE_MAX (256 * 1024 * 1024)

/* Has qpdf and its cryptography open what they need. Call it before the sandbox is entered. */
gboolean msk_pdf_load_library (void);

/* core/msk-prepared-pdf.h describes the result. Gives {"layout", "bytes", "pages", "warnings",
 * "removed"}, floating. Fails with one of the MSK_INPUT_ERROR_PDF_ codes,
 * MSK_INPUT_ERROR_FILE_TOO_LARGE, or MSK_SYSTEM_ERROR_MEMORY. */
GVariant *msk_pdf_prepare (GBytes *input, GError **error);

G_END_DECLS
