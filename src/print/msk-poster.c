/* A poster of the no-recording notice (M5): both languages, as the second display shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-poster.h"

#include <pango/pangocairo.h>

#include "msk-notice-layout.h"
#include "msk-print-canvas.h"
#include "msk-print-template.h"
#include "msk-print-text.h"

#define TEMPLATE_PATH "notice/poster.ini"

typedef struct
{
  double edge;
  double version_size;
  char *heavy_font;
  char *plain_font;
} Template;

static const MskPrintMeasure measures[] = {
  { "page/edge", G_STRUCT_OFFSET (Template, edge), 3, 20 },
  { "version/size", G_STRUCT_OFFSET (Template, version_size), 6, 20 },
  { NULL },
};

static const MskPrintText texts[] = {
  { "fonts/heavy", G_STRUCT_OFFSET (Template, heavy_font) },
  { "fonts/plain", G_STRUCT_OFFSET (Template, plain_font) },
  { NULL },
};

/* A poster while it is drawn; lengths in points, from the upper left corner inside the edge. */
typedef struct
{
  const MskPoster *poster;
  const Template *template;
  PangoContext *context;
  cairo_t *cairo;
  double width, height;
  GError *error; /* the first, from where none can be returned */
} Drawing;

static void
set_colour (Drawing *drawing, const MskNoticeColour *colour)
{
  cairo_set_source_rgb (drawing->cairo, colour->red, colour->green, colour->blue);
}

/* NULL with an error. */
static PangoLayout *
lay_out (Drawing *drawing,
         const char *text,
         gboolean heavy,
         double size,
         double width,
         GError **error)
{
  PangoLayout *layout =
      msk_print_text_lay_out (drawing->context,
                              heavy ? drawing->template->heavy_font : drawing->template->plain_font,
                              size, text, FALSE, error);

  if (layout == NULL)
    return NULL;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static double
measure_text (const char *text,
              gboolean heading,
              double size,
              double width,
              guint *lines,
              gpointer user_data)
{
  Drawing *drawing = user_data;
  g_autoptr(PangoLayout) layout = NULL;
  int height;

  *lines = 1;
  layout = lay_out (drawing, text, heading, size, width,
                    drawing->error == NULL ? &drawing->error : NULL);
  if (layout == NULL)
    return 0;

  *lines = (guint) pango_layout_get_line_count (layout);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
draw_frame (Drawing *drawing)
{
  const MskNoticeFrame *frame = msk_notice_layout_get_frame (drawing->poster->rule);
  const double thick = frame->thickness * drawing->height;

  set_colour (drawing, msk_notice_layout_get_ink (drawing->poster->rule));
  for (guint i = 0; i < frame->count; i++)
    {
      const double inset = frame->pitch * drawing->height * (0.5 + i);
      const double width = drawing->width - 2 * inset;
      const double height = drawing->height - 2 * inset;

      cairo_rectangle (drawing->cairo, inset, inset, width, thick);
      cairo_rectangle (drawing->cairo, inset, inset + height - thick, width, thick);
      if (frame->sides)
        {
          cairo_rectangle (drawing->cairo, inset, inset, thick, height);
          cairo_rectangle (drawing->cairo, inset + width - thick, inset, thick, height);
        }
    }
  cairo_fill (drawing->cairo);
}

/* At the lower right, for the staff. Says how high it is. */
static gboolean
write_version (Drawing *drawing, double *foot, GError **error)
{
  const double margin = msk_notice_layout_get_margin (drawing->height);
  g_autofree char *text =
      g_strdup_printf ("第 %u 版 · Version %u", drawing->poster->version, drawing->poster->version);
  g_autoptr(PangoLayout) layout = lay_out (drawing, text, FALSE, drawing->template->version_size,
                                            drawing->width - 2 * margin, error);
  int height;

  if (layout == NULL)
    return FALSE;

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_size (layout, NULL, &height);
  *foot = (double) height / PANGO_SCALE;
  msk_print_text_show (drawing->cairo, layout, margin, drawing->height - margin - *foot);
  return TRUE;
}

static gboolean
write_pieces (Drawing *drawing, double foot, GError **error)
{
  const MskPoster *poster = drawing->poster;
  const MskNoticeRoom room = { drawing->width, drawing->height, foot };
  g_autoptr(GArray) pieces =
                 msk_notice_layout_compose (poster->chinese, poster->english, poster->rule, &room,
                                            measure_text, drawing);

  for (guint i = 0; drawing->error == NULL && i < pieces->len; i++)
    {
      const MskNoticePiece *piece = &g_array_index (pieces, MskNoticePiece, i);
      g_autoptr(PangoLayout) layout =
                     lay_out (drawing, piece->text, msk_notice_layout_is_heading (piece->style),
                              piece->size, piece->width, &drawing->error);

      if (layout == NULL)
        break;
      msk_print_text_show (drawing->cairo, layout, (drawing->width - piece->width) / 2, piece->y);
    }
  if (drawing->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&drawing->error));
  return FALSE;
}

static gboolean
draw_all (Drawing *drawing, GError **error)
{
  const double edge = drawing->template->edge * MSK_POINTS_PER_MM;
  double foot;

  cairo_translate (drawing->cairo, edge, edge);
  set_colour (drawing, msk_notice_layout_get_paper (drawing->poster->rule));
  cairo_rectangle (drawing->cairo, 0, 0, drawing->width, drawing->height);
  cairo_fill (drawing->cairo);
  draw_frame (drawing);
  return write_version (drawing, &foot, error) && write_pieces (drawing, foot, error);
}

static GBytes *
draw_page (const MskPoster *poster, const Template *template, GError **error)
{
  const double width = msk_media_get_height (poster->media) * MSK_POINTS_PER_MM;
  const double height = msk_media_get_width (poster->media) * MSK_POINTS_PER_MM;
  const double edge = template->edge * MSK_POINTS_PER_MM;
  g_autoptr(MskPrintCanvas) canvas = msk_print_canvas_new (width, height);
  PangoContext *context = msk_print_text_create_context ();
  Drawing drawing = { poster,           template,          context, canvas->cairo,
                      width - 2 * edge, height - 2 * edge, NULL };
  const gboolean drawn = draw_all (&drawing, error);

  g_object_unref (context);
  return drawn ? msk_print_canvas_finish (canvas, error) : NULL;
}

GBytes *
msk_poster_draw (const MskPoster *poster, GError **error)
{
  Template template = { 0 };
  GBytes *bytes = NULL;

  g_return_val_if_fail (poster != NULL && poster->chinese != NULL && poster->english != NULL, NULL);

  if (msk_print_template_load (TEMPLATE_PATH, measures, texts, &template, error))
    bytes = draw_page (poster, &template, error);

  g_free (template.heavy_font);
  g_free (template.plain_font);
  return bytes;
}
