/* Draws what annotations and form fields show on paper as part of the page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-pages.h"

G_BEGIN_DECLS

/* Readers paint annotations above any stamp, so those that print become page content below it. */

/* What drawing on a page collects: operators, and the resources that they name. */
typedef struct
{
  GString *operators;
  qpdf_oh xobjects;   /* a dictionary to add to */
  qpdf_oh properties; /* likewise */
  guint count;        /* of names made so far */
} MskPdfDrawing;

/* A resource name, with its slash, that is not in the dictionary. The caller owns it. */
char *msk_pdf_drawing_dup_free_name (MskPdfDocument *document,
                                     qpdf_oh dictionary,
                                     const char *stem);

/* Adds the annotations that print to the drawing. The others are left out, and told in the
 * document's removed list when they showed or did something. Fails with MSK_INPUT_ERROR_PDF_FORM,
 * _PDF_SIGNED, or _PDF_UNSTAMPABLE when a reader would have to draw one by itself. */
gboolean msk_pdf_annotations_draw (MskPdfDocument *document,
                                   const MskPdfPage *page,
                                   MskPdfDrawing *drawing,
                                   GError **error);

G_END_DECLS
