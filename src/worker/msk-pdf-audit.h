/* Goes through all that hangs on the pages: takes out what is not for paper, finds what is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-document.h"

G_BEGIN_DECLS

/* Removes private data, PostScript and links back into the old document from all that can be
 * reached from these objects (identities, of guint64). Fails with MSK_INPUT_ERROR_PDF_UNSTAMPABLE
 * when drawing needs a file outside this one. */
gboolean msk_pdf_audit_scrub (MskPdfDocument *document, GArray *roots, GError **error);

/* For a file that qpdf had to repair: fails with MSK_INPUT_ERROR_PDF_DAMAGED when anything that
 * these objects draw with is not there, or does not decode. */
gboolean msk_pdf_audit_check_whole (MskPdfDocument *document, GArray *roots, GError **error);

/* For any file: fails likewise when page content uses a name that is not in its resources. */
gboolean msk_pdf_audit_check_names (MskPdfDocument *document,
                                    GBytes *content,
                                    qpdf_oh resources,
                                    GError **error);

G_END_DECLS
