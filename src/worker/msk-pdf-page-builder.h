/* Builds the fresh page that takes the place of an old one, with its stamp drawn last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-pages.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 page; /* identity of the fresh page, which has no /Parent yet */
  char *stamp;  /* name of the stamp among its XObjects, with its slash; owned */
} MskPdfBuiltPage;

/* Releases every handle of the document. Fails with MSK_INPUT_ERROR_PDF_DAMAGED, _PDF_UNSTAMPABLE,
 * _PDF_FORM or _PDF_SIGNED, or MSK_SYSTEM_ERROR_MEMORY. */
gboolean msk_pdf_build_page (MskPdfDocument *document,
                             const MskPdfPage *page,
                             MskPdfBuiltPage *built,
                             GError **error);

G_END_DECLS
