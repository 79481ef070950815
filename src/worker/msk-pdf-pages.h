/* The pages of a document in reading order, with what each inherits from the tree above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-document.h"

G_BEGIN_DECLS

#define MSK_PDF_PAGES_MAX 9999 /* as many as a tag can name */

typedef struct
{
  guint64 page;      /* identities of indirect objects */
  guint64 resources; /* 0: none */
  double box[4];     /* what the reader sees, lower left and upper right, in the page's units */
  int rotate;        /* 0, 90, 180 or 270 */
  double user_unit;
} MskPdfPage;

/* An array of MskPdfPage. Fails with MSK_INPUT_ERROR_PDF_NO_PAGES, _PDF_DAMAGED (the tree loops, or
 * names pages that are not there), _PDF_UNSTAMPABLE (a page without area), or _FILE_TOO_LARGE. */
GArray *msk_pdf_pages_collect (MskPdfDocument *document, GError **error);

/* The size of the upright page in points, and the matrix from that space, whose origin is the lower
 * left corner, to the page's. */
void msk_pdf_page_get_space (const MskPdfPage *page,
                             double *width,
                             double *height,
                             double matrix[6]);

G_END_DECLS
