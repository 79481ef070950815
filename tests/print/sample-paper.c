/* Papers for tests: small PDFs written by hand, already prepared for stamping.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-paper.h"

#include <math.h>
#include <string.h>

#define MARGIN 20.0
#define FONT_OBJECT 3
#define FIRST_PAGE_OBJECT 4
#define OBJECTS_PER_PAGE 3 /* page, contents, stamp */
#define LINE_PITCH 14.0

static void
begin_object (GString *pdf, guint64 *offsets, guint number)
{
  offsets[number] = pdf->len;
  g_string_append_printf (pdf, "%u 0 obj\n", number);
}

static void
append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s ", g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
}

static GString *
write_contents (const SamplePage *page, guint index)
{
  GString *text = g_string_new ("q 0.7 0.8 0.9 RG 2 w ");

  if (page->blank)
    {
      g_string_assign (text, "/Stamp Do\n");
      return text;
    }

  append_number (text, page->left);
  append_number (text, page->bottom);
  g_string_append (text, "m ");
  append_number (text, page->right);
  append_number (text, page->top);
  g_string_append (text, "l S 0 g BT /Body 10 Tf ");
  append_number (text, page->left + 5);
  append_number (text, page->top - LINE_PITCH);
  g_string_append (text, "Td 14 TL\n");
  for (double y = page->top - LINE_PITCH; y > page->bottom; y -= LINE_PITCH)
    g_string_append_printf (text,
                            "(Leaf %u. The quick brown fox jumps over the lazy dog, and the "
                            "meeting goes on, item "
                            "after item, until everything has been said by everyone.) Tj T*\n",
                            index + 1);
  g_string_append (text, "ET Q /Stamp Do\n");
  return text;
}

static void
append_page (GString *pdf, guint64 *offsets, const SamplePage *page, guint index)
{
  guint number = FIRST_PAGE_OBJECT + index * OBJECTS_PER_PAGE;
  g_autoptr(GString) contents = write_contents (page, index);

  begin_object (pdf, offsets, number);
  g_string_append (pdf, "<< /Type /Page /Parent 2 0 R /MediaBox [");
  append_number (pdf, page->left - MARGIN);
  append_number (pdf, page->bottom - MARGIN);
  append_number (pdf, page->right + MARGIN);
  append_number (pdf, page->top + MARGIN);
  g_string_append (pdf, "] /CropBox [");
  append_number (pdf, page->left);
  append_number (pdf, page->bottom);
  append_number (pdf, page->right);
  append_number (pdf, page->top);
  g_string_append_printf (pdf,
                          "] /Rotate %d /Resources << /Font << /Body %d 0 R >> /XObject << /Stamp "
                          "%u 0 R >> >> "
                          "/Contents %u 0 R >>\nendobj\n",
                          page->rotate, FONT_OBJECT, number + 2, number + 1);

  begin_object (pdf, offsets, number + 1);
  g_string_append_printf (pdf, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n",
                          contents->len, contents->str);

  begin_object (pdf, offsets, number + 2);
  g_string_append (pdf, "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 "
                        ">>\nstream\n\nendstream\nendobj\n");
}

static void
append_head (GString *pdf, guint64 *offsets, guint count)
{
  g_string_append (pdf, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
  begin_object (pdf, offsets, 1);
  g_string_append (pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  begin_object (pdf, offsets, 2);
  g_string_append_printf (pdf, "<< /Type /Pages /Count %u /Kids [", count);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (pdf, "%u 0 R ", FIRST_PAGE_OBJECT + i * OBJECTS_PER_PAGE);
  g_string_append (pdf, "] >>\nendobj\n");
  begin_object (pdf, offsets, FONT_OBJECT);
  g_string_append (pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
}

static void
append_table (GString *pdf, const guint64 *offsets, guint objects)
{
  guint64 offset = pdf->len;

  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", objects);
  for (guint i = 1; i < objects; i++)
    g_string_append_printf (pdf, "%010" G_GUINT64_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GUINT64_FORMAT
                          "\n%%%%EOF\n",
                          objects, offset);
}

/* From the space of the stamp, upright as the reader sees it, to that of the page. */
static void
get_matrix (const SamplePage *page, double matrix[6])
{
  static const double axes[4][4] = { { 1, 0, 0, 1 },
                                     { 0, 1, -1, 0 },
                                     { -1, 0, 0, -1 },
                                     { 0, -1, 1, 0 } };
  guint turn = (guint) page->rotate / 90;

  memcpy (matrix, axes[turn], sizeof axes[turn]);
  matrix[4] = turn == 1 || turn == 2 ? page->right : page->left;
  matrix[5] = turn == 2 || turn == 3 ? page->top : page->bottom;
}

static GVariant *
describe (const SamplePage *pages, guint count, guint64 table, guint objects)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(udd(dddddd))"));
  for (guint i = 0; i < count; i++)
    {
      const SamplePage *page = &pages[i];
      double width = page->right - page->left;
      double height = page->top - page->bottom;
      gboolean lying = page->rotate % 180 != 0;
      double m[6];

      get_matrix (page, m);
      g_variant_builder_add (&builder, "(udd(dddddd))",
                             FIRST_PAGE_OBJECT + i * OBJECTS_PER_PAGE + 2, lying ? height : width,
                             lying ? width : height, m[0], m[1], m[2], m[3], m[4], m[5]);
    }
  return g_variant_ref_sink (g_variant_new ("(tuua(udd(dddddd)))", table, objects, 1u, &builder));
}

MskPreparedPdf *
sample_paper_new (const SamplePage *pages, guint count)
{
  guint objects = FIRST_PAGE_OBJECT + count * OBJECTS_PER_PAGE;
  g_autofree guint64 *offsets = g_new0 (guint64, objects);
  GString *pdf = g_string_new (NULL);
  g_autoptr(GVariant) layout = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  MskPreparedPdf *paper;
  guint64 table;

  append_head (pdf, offsets, count);
  for (guint i = 0; i < count; i++)
    append_page (pdf, offsets, &pages[i], i);
  table = pdf->len;
  append_table (pdf, offsets, objects);

  layout = describe (pages, count, table, objects);
  bytes = g_string_free_to_bytes (pdf);
  paper = msk_prepared_pdf_new (bytes, layout, &error);
  g_assert_no_error (error);
  return paper;
}

MskPreparedPdf *
sample_paper_new_uniform (SamplePage page, guint count)
{
  g_autofree SamplePage *pages = g_new (SamplePage, count);

  for (guint i = 0; i < count; i++)
    pages[i] = page;
  return sample_paper_new (pages, count);
}
