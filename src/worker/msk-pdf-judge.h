/* Says of a PDF as a whole whether it may be stamped at all, and what is active in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pdf-document.h"

G_BEGIN_DECLS

/* Looks at the bytes alone. Fails with MSK_INPUT_ERROR_PDF_EMPTY, _PDF_FOREIGN, or _PDF_DAMAGED
 * when the file goes on behind its end mark, as one does whose last revision is cut off. */
gboolean msk_pdf_judge_bytes (GBytes *input, GError **error);

/* Whether the bytes end as a whole PDF does. Asked of files that qpdf had to repair. */
gboolean msk_pdf_judge_has_end (GBytes *input);

/* Looks at the catalog. Fails with MSK_INPUT_ERROR_PDF_SIGNED, or _PDF_FORM for a form that only
 * its own software can draw. Notes what of it will not be in the prepared file. */
gboolean msk_pdf_judge_catalog (MskPdfDocument *document, GError **error);

/* Notes what an action, or an array of actions, would do. Goes along /Next. */
void msk_pdf_judge_note_action (MskPdfDocument *document, qpdf_oh action);

/* Notes what hangs on an object: its actions, those that wait for an event, associated files. */
void msk_pdf_judge_note_object (MskPdfDocument *document, qpdf_oh object);

/* The value under a key of a form field, or of the nearest field above it that has one. A null
 * handle when there is none. */
qpdf_oh msk_pdf_judge_get_field_value (MskPdfDocument *document, qpdf_oh field, const char *key);

G_END_DECLS
