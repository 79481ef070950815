/* Draws one page of a PDF as pixels.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-preview.h"

#include <poppler.h>
#include <string.h>

#include "msk-error.h"
#include "msk-preview-files.h"

#define HEAD_LENGTH 8
#define SIDE_MIN 16
#define SIDE_MAX 4096
#define MESSAGES_MAX 20

/* Opened outside the sandbox and kept: with the first document poppler reads its settings and lists
 * its encodings, and keeps them as long as there is one. */
static const char trusted[] = "%PDF-1.4\n"
                              "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                              "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                              "trailer<</Root 1 0 R/Size 4>>\n%%EOF\n";

static PopplerDocument *kept;
static GPtrArray *messages; /* what poppler could not do, of char * */

/* poppler says what it could not draw in the log. */
static GLogWriterOutput
take_message (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && messages->len < MESSAGES_MAX)
      {
        const char *text = fields[i].value;

        if (strstr (text, "font") != NULL || strstr (text, "CMap") != NULL ||
            strstr (text, "language pack") != NULL)
          g_ptr_array_add (messages, g_utf8_make_valid (text, fields[i].length));
      }

  return G_LOG_WRITER_HANDLED;
}

/* The page on white, its longer side as long as said. */
static cairo_surface_t *
draw (PopplerPage *page, guint side)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cairo;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0) || !(height > 0))
    return NULL;

  scale = side / MAX (width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) (width * scale + 0.5)),
                                        MAX (1, (int) (height * scale + 0.5)));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render_for_printing (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

/* Rows without padding, each pixel B, G, R and a byte that means nothing. */
static GVariant *
make_pixels (cairo_surface_t *surface)
{
  const gsize row = (gsize) cairo_image_surface_get_width (surface) * 4;
  const gsize height = (gsize) cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint8 *pixels = g_malloc (row * height);

  for (gsize y = 0; y < height; y++)
    memcpy (pixels + y * row, data + y * stride, row);

  return g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, pixels, row * height, TRUE, g_free,
                                  pixels);
}

static GVariant *
make_texts (GPtrArray *texts)
{
  return g_variant_new_strv ((const char *const *) texts->pdata, (gssize) texts->len);
}

static GVariant *
make_answer (cairo_surface_t *surface, guint pages)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "pixels", make_pixels (surface));
  g_variant_dict_insert (&dict, "width", "u", (guint) cairo_image_surface_get_width (surface));
  g_variant_dict_insert (&dict, "height", "u", (guint) cairo_image_surface_get_height (surface));
  g_variant_dict_insert (&dict, "pages", "u", pages);
  g_variant_dict_insert_value (&dict, "substitutes",
                               make_texts (msk_preview_files_get_used_fonts ()));
  g_variant_dict_insert_value (&dict, "missing", make_texts (messages));
  return g_variant_dict_end (&dict);
}

static GVariant *
fail (GError **error, MskInputError code, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, (int) code, message);
  return NULL;
}

static GVariant *
draw_page (PopplerDocument *document, guint number, guint side, GError **error)
{
  const int pages = poppler_document_get_n_pages (document);
  PopplerPage *page = NULL;
  cairo_surface_t *surface;
  GVariant *answer;

  if (number >= 1 && number <= (guint) MAX (pages, 0))
    page = poppler_document_get_page (document, (int) number - 1);
  if (page == NULL)
    return fail (error, MSK_INPUT_ERROR_PDF_NO_PAGES, "no such page");

  surface = draw (page, CLAMP (side, SIDE_MIN, SIDE_MAX));
  if (surface == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    answer = fail (error, MSK_INPUT_ERROR_PDF_DAMAGED, "a page without a size");
  else
    answer = make_answer (surface, (guint) pages);
  g_clear_pointer (&surface, cairo_surface_destroy);
  g_object_unref (page);
  return answer;
}

gboolean
msk_preview_load_library (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (trusted, sizeof trusted - 1);

  messages = g_ptr_array_new_with_free_func (g_free);
  g_log_set_writer_func (take_message, NULL, NULL);
  if (!msk_preview_files_load ())
    return FALSE;

  kept = poppler_document_new_from_bytes (bytes, NULL, NULL);
  return kept != NULL;
}

static guint32
read_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);
  return GUINT32_FROM_LE (number);
}

GVariant *
msk_preview_draw (GBytes *input, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (input, &length);
  g_autoptr(GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autoptr(GError) lower = NULL;
  GVariant *answer;

  if (length <= HEAD_LENGTH)
    return fail (error, MSK_INPUT_ERROR_PDF_EMPTY, "no file");

  pdf = g_bytes_new_from_bytes (input, HEAD_LENGTH, length - HEAD_LENGTH);
  document = poppler_document_new_from_bytes (pdf, NULL, &lower);
  if (document == NULL)
    return fail (error,
                 g_error_matches (lower, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                     ? MSK_INPUT_ERROR_PDF_ENCRYPTED
                     : MSK_INPUT_ERROR_PDF_DAMAGED,
                 lower->message);

  answer = draw_page (document, read_number (data), read_number (data + 4), error);
  g_object_unref (document);
  return answer;
}
