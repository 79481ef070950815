/* The papers of the benchmark, drawn by cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-papers.h"

#include <cairo-pdf.h>

#define WIDTH 595.28
#define HEIGHT 841.89
#define LINE_PITCH 14.0
#define CURVES 6000
/* A scan at 100 points an inch of grey paper, whose grain no packing makes smaller. */
#define SCAN_WIDTH 827
#define SCAN_HEIGHT 1169

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (cairo_t *cr, guint page)
{
  const guint lines = (guint) ((HEIGHT - 120) / LINE_PITCH);

  cairo_select_font_face (cr, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 10);
  for (guint i = 0; i < lines; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%u.%u The committee heard the report on the works and took note of its "
                           "annexes, item %u.",
                           page + 1, i + 1, page * lines + i + 1);

      cairo_move_to (cr, 60, 60 + i * LINE_PITCH);
      cairo_show_text (cr, text);
    }
}

static void
draw_art (cairo_t *cr, GRand *random)
{
  for (guint i = 0; i < CURVES; i++)
    {
      double at[8];

      for (guint k = 0; k < 4; k++)
        {
          at[2 * k] = g_rand_double_range (random, 0, WIDTH);
          at[2 * k + 1] = g_rand_double_range (random, 0, HEIGHT);
        }
      cairo_set_source_rgb (cr, g_rand_double (random), g_rand_double (random), 0.5);
      cairo_set_line_width (cr, 0.2);
      cairo_move_to (cr, at[0], at[1]);
      cairo_curve_to (cr, at[2], at[3], at[4], at[5], at[6], at[7]);
      cairo_stroke (cr);
    }
}

static void
draw_scan (cairo_t *cr, GRand *random)
{
  cairo_surface_t *picture =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, SCAN_WIDTH, SCAN_HEIGHT);
  guint8 *pixels = cairo_image_surface_get_data (picture);
  const int stride = cairo_image_surface_get_stride (picture);

  for (guint y = 0; y < SCAN_HEIGHT; y++)
    for (guint x = 0; x < SCAN_WIDTH; x++)
      {
        guint32 grey = 200 + g_rand_int (random) % 56;

        *(guint32 *) (void *) (pixels + y * (guint) stride + x * 4) = grey * 0x010101;
      }
  cairo_surface_mark_dirty (picture);
  cairo_scale (cr, WIDTH / SCAN_WIDTH, HEIGHT / SCAN_HEIGHT);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (picture);
}

GBytes *
bench_paper_new (BenchPaperKind kind, guint page_count)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < page_count; i++)
    {
      cairo_save (cr);
      if (kind == BENCH_PAPER_TEXT)
        draw_text (cr, i);
      else if (kind == BENCH_PAPER_ART)
        draw_art (cr, random);
      else if (kind == BENCH_PAPER_SCAN)
        draw_scan (cr, random);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}
