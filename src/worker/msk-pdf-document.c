/* A PDF open in qpdf, with what was learned about it on the way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-document.h"

#include "msk-error.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WARNINGS_KEPT 50
#define NUMBER_DECIMALS 8
#define INFLATE_ROOM (64 * 1024)

/* What std::bad_alloc calls itself: qpdf's C interface hands no type on. */
#define OUT_OF_MEMORY "std::bad_alloc"

/* How qpdf's warnings begin that are about finding objects, and say nothing against the objects
 * themselves. */
static const char *const harmless_warnings[] = {
  "file is damaged", /* comes before each of the next */
  "xref not found",
  "xref syntax invalid",
  "can't find startxref",
  "Attempting to reconstruct cross-reference table",
  "extraneous whitespace seen before xref",
  "invalid xref entry",
  "accepting invalid xref table entry",
  "reported number of objects",
  "trailer dictionary lacks /Size key",
  "expected endstream",
  "attempting to recover stream length",
  "recovered stream length",
  "stream keyword followed by",
  "EOF after endobj",
};

/* Also "expected 12 0 obj": the object is then looked for elsewhere. */
static gboolean
is_harmless (const char *warning)
{
  for (guint i = 0; i < G_N_ELEMENTS (harmless_warnings); i++)
    if (g_str_has_prefix (warning, harmless_warnings[i]))
      return TRUE;

  return g_str_has_prefix (warning, "expected ") && g_str_has_suffix (warning, " obj");
}

static void
set_error (MskPdfDocument *self, qpdf_error problem, GError **error)
{
  enum qpdf_error_code_e code = qpdf_get_error_code (self->qpdf, problem);
  const char *detail = qpdf_get_error_message_detail (self->qpdf, problem);

  if (self->is_out_of_memory || strstr (detail, OUT_OF_MEMORY) != NULL)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY, detail);
  else if (code == qpdf_e_password || code == qpdf_e_unsupported)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_ENCRYPTED, detail);
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_DAMAGED, detail);
}

MskPdfDocument *
msk_pdf_document_open (GBytes *input, GError **error)
{
  g_autoptr(MskPdfDocument) self = g_new0 (MskPdfDocument, 1);
  gsize size;
  const char *data = g_bytes_get_data (input, &size);

  self->qpdf = qpdf_init ();
  self->input = g_bytes_ref (input);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->removed = g_ptr_array_new ();
  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_read_memory (self->qpdf, "file", data, size, NULL);
  if (!msk_pdf_document_check (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
msk_pdf_document_free (MskPdfDocument *self)
{
  qpdf_cleanup (&self->qpdf);
  g_bytes_unref (self->input);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

gboolean
msk_pdf_document_check (MskPdfDocument *self, GError **error)
{
  if (!qpdf_has_error (self->qpdf))
    return TRUE;

  msk_pdf_document_take_warnings (self);
  set_error (self, qpdf_get_error (self->qpdf), error);

  return FALSE;
}

gboolean
msk_pdf_document_take_warnings (MskPdfDocument *self)
{
  const guint before = self->warning_count;

  while (qpdf_more_warnings (self->qpdf))
    {
      qpdf_error warning = qpdf_next_warning (self->qpdf);
      const char *detail = qpdf_get_error_message_detail (self->qpdf, warning);

      self->warning_count++;
      /* qpdf tells what went wrong inside a stream as a warning only. */
      if (strstr (detail, OUT_OF_MEMORY) != NULL)
        self->is_out_of_memory = TRUE;
      if (!is_harmless (detail))
        self->has_harm = TRUE;
      if (self->warnings->len < WARNINGS_KEPT)
        g_ptr_array_add (self->warnings, g_utf8_make_valid (detail, -1));
    }

  return self->warning_count > before;
}

void
msk_pdf_document_note_removed (MskPdfDocument *self, const char *what)
{
  if (!g_ptr_array_find (self->removed, what, NULL))
    g_ptr_array_add (self->removed, (gpointer) what);
}

GStrv
msk_pdf_document_dup_keys (MskPdfDocument *self, qpdf_oh dictionary)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();

  if (qpdf_oh_is_dictionary (self->qpdf, dictionary))
    {
      qpdf_oh_begin_dict_key_iter (self->qpdf, dictionary);
      while (qpdf_oh_dict_more_keys (self->qpdf))
        g_strv_builder_add (keys, qpdf_oh_dict_next_key (self->qpdf));
    }

  return g_strv_builder_end (keys);
}

gboolean
msk_pdf_document_get_numbers (MskPdfDocument *self, qpdf_oh array, double *numbers, guint count)
{
  if (!qpdf_oh_is_array (self->qpdf, array) ||
      qpdf_oh_get_array_n_items (self->qpdf, array) != (int) count)
    return FALSE;

  for (guint i = 0; i < count; i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (self->qpdf, array, (int) i);
      gboolean is_number = qpdf_oh_is_number (self->qpdf, item);

      if (is_number)
        numbers[i] = qpdf_oh_get_numeric_value (self->qpdf, item);
      qpdf_oh_release (self->qpdf, item);
      if (!is_number || !isfinite (numbers[i]))
        return FALSE;
    }

  return TRUE;
}

qpdf_oh
msk_pdf_document_new_numbers (MskPdfDocument *self, const double *numbers, guint count)
{
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  for (guint i = 0; i < count; i++)
    {
      qpdf_oh number = qpdf_oh_new_real_from_double (self->qpdf, numbers[i], NUMBER_DECIMALS);

      qpdf_oh_append_item (self->qpdf, array, number);
      qpdf_oh_release (self->qpdf, number);
    }

  return array;
}

qpdf_oh
msk_pdf_document_get (MskPdfDocument *self, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (self->qpdf, dictionary, key);

  if (qpdf_oh_is_null (self->qpdf, value) && qpdf_oh_get_object_id (self->qpdf, value) != 0)
    self->has_loss = TRUE;

  return value;
}

int
msk_pdf_document_get_int (MskPdfDocument *self, qpdf_oh dictionary, const char *key, int fallback)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (self->qpdf, dictionary, key);
  int result = fallback;

  if (qpdf_oh_is_integer (self->qpdf, value))
    result = qpdf_oh_get_int_value_as_int (self->qpdf, value);
  qpdf_oh_release (self->qpdf, value);

  return result;
}

gboolean
msk_pdf_document_has_name (MskPdfDocument *self,
                           qpdf_oh dictionary,
                           const char *key,
                           const char *name)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (self->qpdf, dictionary, key);
  gboolean has_name = qpdf_oh_is_name_and_equals (self->qpdf, value, name);

  qpdf_oh_release (self->qpdf, value);

  return has_name;
}

char *
msk_pdf_document_dup_name (MskPdfDocument *self, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (self->qpdf, dictionary, key);
  char *name =
      g_strdup (qpdf_oh_is_name (self->qpdf, value) ? qpdf_oh_get_name (self->qpdf, value) : "");

  qpdf_oh_release (self->qpdf, value);

  return name;
}

static GBytes *
deflate_bytes (const char *data, gsize length)
{
  g_autoptr(GZlibCompressor) compressor =
                 g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  g_autoptr(GByteArray) output = g_byte_array_new ();
  GConverterResult result;

  do
    {
      const guint used = output->len;
      const guint room = 1024 * 1024;
      gsize taken;
      gsize made;

      g_byte_array_set_size (output, used + room);
      result = g_converter_convert (G_CONVERTER (compressor), data, length, output->data + used,
                                    room, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
      data += taken;
      length -= taken;
      g_byte_array_set_size (output, used + (guint) made);
    }
  while (result == G_CONVERTER_CONVERTED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}

qpdf_oh
msk_pdf_document_new_stream (MskPdfDocument *self, const char *data, gsize length, gboolean is_long)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh none = qpdf_oh_new_null (self->qpdf);
  qpdf_oh filter =
      is_long ? qpdf_oh_new_name (self->qpdf, "/FlateDecode") : qpdf_oh_new_null (self->qpdf);
  g_autoptr(GBytes) bytes = is_long ? deflate_bytes (data, length) : g_bytes_new (data, length);
  gsize size;
  /* A stream of no bytes: qpdf copies from the pointer, so it must be one. */
  const void *start = g_bytes_get_data (bytes, &size);

  qpdf_oh_replace_stream_data (self->qpdf, stream, start != NULL ? start : (const void *) "", size,
                               filter, none);
  qpdf_oh_release (self->qpdf, filter);
  qpdf_oh_release (self->qpdf, none);

  return stream;
}

/* qpdf, as readers do, takes a deflated stream that breaks off or whose checksum is wrong. Here
 * that means that something of the page is lost or changed. */
static gboolean
inflates_to_its_end (const guchar *data, gsize length)
{
  g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree guchar *room = g_malloc (INFLATE_ROOM);
  GConverterResult result;

  do
    {
      gsize taken = 0;
      gsize made;

      result = g_converter_convert (G_CONVERTER (inflater), data, length, room, INFLATE_ROOM,
                                    G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
      data += taken;
      length -= taken;
    }
  while (result == G_CONVERTER_CONVERTED);

  return result == G_CONVERTER_FINISHED;
}

/* Only where deflating is the one filter, which is nearly always. */
static gboolean
has_sound_checksum (MskPdfDocument *self, qpdf_oh stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (self->qpdf, stream);
  qpdf_oh filter = qpdf_oh_get_key (self->qpdf, dictionary, "/Filter");
  unsigned char *data = NULL;
  gsize length = 0;
  gboolean is_sound = TRUE;

  if (qpdf_oh_is_array (self->qpdf, filter) && qpdf_oh_get_array_n_items (self->qpdf, filter) == 1)
    filter = qpdf_oh_get_array_item (self->qpdf, filter, 0);
  if (qpdf_oh_is_name_and_equals (self->qpdf, filter, "/FlateDecode"))
    {
      qpdf_oh_get_stream_data (self->qpdf, stream, qpdf_dl_none, NULL, &data, &length);
      is_sound = data != NULL && inflates_to_its_end (data, length);
      free (data);
    }
  qpdf_oh_release (self->qpdf, filter);
  qpdf_oh_release (self->qpdf, dictionary);

  return is_sound;
}

/* What went wrong while a stream was decoded, as qpdf tells it or does not tell it. */
static gboolean
check_decoding (MskPdfDocument *self, qpdf_oh stream, gboolean is_filtered, GError **error)
{
  if (!msk_pdf_document_check (self, error))
    return FALSE;

  if (msk_pdf_document_take_warnings (self) && self->is_out_of_memory)
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY, OUT_OF_MEMORY);
  else if (self->has_harm)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_DAMAGED,
                 "stream does not decode, or the file is broken elsewhere");
  else if (!is_filtered)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE, "unknown stream filter");
  else if (!has_sound_checksum (self, stream))
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_DAMAGED, "stream breaks off");
  else
    return TRUE;

  return FALSE;
}

GBytes *
msk_pdf_document_decode (MskPdfDocument *self, qpdf_oh stream, GError **error)
{
  QPDF_BOOL is_filtered = QPDF_FALSE;
  unsigned char *data = NULL;
  gsize length = 0;
  g_autoptr(GBytes) bytes = NULL;

  qpdf_oh_get_stream_data (self->qpdf, stream, qpdf_dl_specialized, &is_filtered, &data, &length);
  bytes =
      data != NULL ? g_bytes_new_with_free_func (data, length, free, data) : g_bytes_new (NULL, 0);

  return check_decoding (self, stream, is_filtered, error) ? g_steal_pointer (&bytes) : NULL;
}

guint64
msk_pdf_document_get_identity (MskPdfDocument *self, qpdf_oh object)
{
  return (guint64) qpdf_oh_get_object_id (self->qpdf, object) << 32 |
         (guint32) qpdf_oh_get_generation (self->qpdf, object);
}

qpdf_oh
msk_pdf_document_get_object (MskPdfDocument *self, guint64 identity)
{
  return qpdf_get_object_by_id (self->qpdf, (int) (identity >> 32), (int) (guint32) identity);
}
