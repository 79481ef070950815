/* A paper's PDF made ready for stamping: every page draws one stamp object last, and the file says
 * where those are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One page. The stamp is drawn in a space whose origin is the lower left corner of what the reader
 * sees, upright, in points of 1/72 inch. */
typedef struct
{
  guint stamp_object; /* number of the form XObject that the page draws last */
  double width;       /* of the visible page, in points */
  double height;
  double matrix[6]; /* from the stamp's space to the page's: the form's /Matrix */
} MskPreparedPage;

/* The bytes are a complete PDF with one classic cross-reference table: "xref\n0 N\n", N entries of
 * twenty bytes, "trailer". The stamp objects in it are empty; a copy is the bytes before the table,
 * new stamp objects, the table with their entries changed, and a new trailer. */
typedef struct
{
  GBytes *bytes;
  GArray *pages; /* of MskPreparedPage */
  guint64 xref_offset;
  guint object_count; /* N above */
  guint root_object;
} MskPreparedPdf;

#define MSK_PREPARED_PDF_LAYOUT_TYPE "(tuua(udd(dddddd)))"

#define MSK_TYPE_PREPARED_PDF (msk_prepared_pdf_get_type ())
GType msk_prepared_pdf_get_type (void);

/* Takes a layout as msk_prepared_pdf_dup_layout gives it. Checks every number against the bytes,
 * since both come from the worker or the register: fails with MSK_SYSTEM_ERROR_WORKER when they do
 * not fit. Every page has a stamp object of its own, a matrix that neither mirrors nor flattens,
 * and a number that a tag can hold. The caller owns the result; it holds its own reference to
 * bytes. */
MskPreparedPdf *msk_prepared_pdf_new (GBytes *bytes,
                                      GVariant *layout,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskPreparedPdf *msk_prepared_pdf_copy (MskPreparedPdf *self) G_GNUC_WARN_UNUSED_RESULT;
void msk_prepared_pdf_free (MskPreparedPdf *self);
guint msk_prepared_pdf_get_page_count (const MskPreparedPdf *self);

/* Everything but the bytes, of type MSK_PREPARED_PDF_LAYOUT_TYPE, for keeping. The caller owns the
 * (not floating) result. */
GVariant *msk_prepared_pdf_dup_layout (const MskPreparedPdf *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPreparedPdf, msk_prepared_pdf_free)

G_END_DECLS
