/* A PDF open in qpdf, with what was learned about it on the way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* qpdf's C interface hands out handles that pile up: whoever walks many objects releases them
 * (qpdf_oh_release). Its object functions do not say that they failed; msk_pdf_document_check does,
 * at the end of every step. */
typedef struct
{
  qpdf_data qpdf;
  GBytes *input;
  GPtrArray *warnings; /* of char *: qpdf's own words, valid UTF-8 */
  guint warning_count; /* also of those that were too many to keep */
  GPtrArray *removed;  /* of static strings, each once */
  gboolean has_loss;   /* something is referred to that is not in the file */
  gboolean has_harm;   /* a warning was of more than the file's own table of contents */
  gboolean is_out_of_memory;
} MskPdfDocument;

/* Fails with MSK_INPUT_ERROR_PDF_ENCRYPTED or _PDF_DAMAGED, or MSK_SYSTEM_ERROR_MEMORY. */
MskPdfDocument *msk_pdf_document_open (GBytes *input, GError **error);
void msk_pdf_document_free (MskPdfDocument *self);

/* FALSE, with an error, when any call to qpdf has failed since the last check. */
gboolean msk_pdf_document_check (MskPdfDocument *self, GError **error);

/* Takes qpdf's new warnings over; FALSE when there was none. */
gboolean msk_pdf_document_take_warnings (MskPdfDocument *self);

/* Remembers that something of this kind is not in the prepared file. what is a static string. */
void msk_pdf_document_note_removed (MskPdfDocument *self, const char *what);

/* The keys of a dictionary; none when it is no dictionary. qpdf iterates one dictionary at a time,
 * hence the copy. */
GStrv msk_pdf_document_dup_keys (MskPdfDocument *self, qpdf_oh dictionary);

/* Reads an array of exactly count finite numbers. FALSE when it is anything else. */
gboolean msk_pdf_document_get_numbers (MskPdfDocument *self,
                                       qpdf_oh array,
                                       double *numbers,
                                       guint count);

/* An array of numbers, as a new handle. */
qpdf_oh msk_pdf_document_new_numbers (MskPdfDocument *self, const double *numbers, guint count);

/* The value under a key; a null handle when there is none, or dictionary is none. Notes in has_loss
 * when the value is a reference to an object that is nowhere: the key counts as absent then, and
 * nothing else tells. */
qpdf_oh msk_pdf_document_get (MskPdfDocument *self, qpdf_oh dictionary, const char *key);

/* The integer under a key, or fallback. */
int msk_pdf_document_get_int (MskPdfDocument *self,
                              qpdf_oh dictionary,
                              const char *key,
                              int fallback);

/* Whether the value under a key is this name, with its slash. */
gboolean msk_pdf_document_has_name (MskPdfDocument *self,
                                    qpdf_oh dictionary,
                                    const char *key,
                                    const char *name);

/* The name under a key, or an empty string. The caller owns it. */
char *msk_pdf_document_dup_name (MskPdfDocument *self, qpdf_oh dictionary, const char *key);

/* A new stream with these bytes, as an indirect object. Deflates them when is_long. */
qpdf_oh msk_pdf_document_new_stream (MskPdfDocument *self,
                                     const char *data,
                                     gsize length,
                                     gboolean is_long);

/* The decoded bytes of a stream. Fails with MSK_INPUT_ERROR_PDF_DAMAGED when they do not decode
 * cleanly, or MSK_INPUT_ERROR_PDF_UNSTAMPABLE when the filter is not one for text. */
GBytes *msk_pdf_document_decode (MskPdfDocument *self, qpdf_oh stream, GError **error);

/* What identifies an indirect object; 0 for a direct one. */
guint64 msk_pdf_document_get_identity (MskPdfDocument *self, qpdf_oh object);
qpdf_oh msk_pdf_document_get_object (MskPdfDocument *self, guint64 identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPdfDocument, msk_pdf_document_free)

G_END_DECLS
