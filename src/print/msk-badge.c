/* A badge: a person's name, unit and capacity, and the tag that door and desk scan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "msk-error.h"
#include "msk-print-canvas.h"
#include "msk-print-template.h"
#include "msk-print-text.h"
#include "msk-qr.h"
#include "msk-tag.h"

#define TEMPLATE_PATH "badge/card.ini"
#define SIZE_STEP 0.5

typedef struct
{
  double width, height, edge;
  double band_height, band_size;
  double name_size, name_smallest, name_y;
  double unit_size, unit_smallest, unit_gap, unit_lines;
  double number_size;
  double module, groups_size, groups_pitch;
  char *heavy_font;
  char *plain_font;
} Template;

#define MEASURE(name, member, minimum, maximum)                                                    \
  {                                                                                                \
    name, G_STRUCT_OFFSET (Template, member), minimum, maximum                                     \
  }

static const MskPrintMeasure measures[] = {
  MEASURE ("card/width", width, 50, 300),
  MEASURE ("card/height", height, 40, 300),
  MEASURE ("card/edge", edge, 0, 20),
  MEASURE ("band/height", band_height, 4, 60),
  MEASURE ("band/size", band_size, 8, 60),
  MEASURE ("name/size", name_size, 10, 120),
  MEASURE ("name/smallest-size", name_smallest, 8, 120),
  MEASURE ("name/y", name_y, 4, 200),
  MEASURE ("unit/size", unit_size, 6, 60),
  MEASURE ("unit/smallest-size", unit_smallest, 5, 60),
  MEASURE ("unit/gap", unit_gap, 0, 30),
  MEASURE ("unit/lines", unit_lines, 1, 5),
  MEASURE ("number/size", number_size, 6, 60),
  MEASURE ("tag/module", module, 0.6, 3),
  MEASURE ("tag/groups-size", groups_size, 5, 30),
  MEASURE ("tag/groups-pitch", groups_pitch, 5, 40),
  { NULL },
};

static const MskPrintText texts[] = {
  { "fonts/heavy", G_STRUCT_OFFSET (Template, heavy_font) },
  { "fonts/plain", G_STRUCT_OFFSET (Template, plain_font) },
  { NULL },
};

/* One badge while it is drawn; lengths in points. */
typedef struct
{
  const MskBadge *badge;
  const Template *template;
  PangoContext *context;
  cairo_t *cairo;
  double width, height, edge;
  double unit_bottom; /* where the unit ends */
  double tag_top;     /* where the symbol's box begins */
  double tag_left;
} Drawing;

static double
to_points (double millimetres)
{
  return millimetres * MSK_POINTS_PER_MM;
}

static void
show_layout (Drawing *drawing, PangoLayout *layout, double x, double y)
{
  msk_print_text_show (drawing->cairo, layout, x, y);
}

static void
get_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/* The largest layout, from one size down to another, that needs no more lines than given in this
 * width. */
static PangoLayout *
lay_out_fitting (Drawing *drawing,
                 const char *font,
                 double largest,
                 double smallest,
                 const char *text,
                 double width,
                 int lines,
                 GError **error)
{
  for (double size = largest; size >= smallest; size -= SIZE_STEP)
    {
      g_autoptr(PangoLayout) layout =
                     msk_print_text_lay_out (drawing->context, font, size, text, FALSE, error);

      if (layout == NULL)
        return NULL;
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (pango_layout_get_line_count (layout) <= lines)
        return g_steal_pointer (&layout);
    }

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("“%s” is too long for a badge, so none was printed; enter a shorter form of it."),
               text);
  return NULL;
}

/* Black or white, whichever stands out from the colour (ITU-R BT.601 weights). */
static gboolean
is_dark (guint32 colour)
{
  double red = (colour >> 16 & 255) / 255.0;
  double green = (colour >> 8 & 255) / 255.0;
  double blue = (colour & 255) / 255.0;

  return 0.299 * red + 0.587 * green + 0.114 * blue < 0.6;
}

static gboolean
draw_band (Drawing *drawing, GError **error)
{
  const Template *template = drawing->template;
  guint32 colour = drawing->badge->colour;
  double height = to_points (template->band_height);
  double grey = is_dark (colour) ? 1 : 0;
  double text_width, text_height;
  g_autoptr(PangoLayout) layout = NULL;

  layout =
      lay_out_fitting (drawing, template->heavy_font, template->band_size, template->band_size / 2,
                       drawing->badge->capacity, drawing->width - 2 * drawing->edge, 1, error);
  if (layout == NULL)
    return FALSE;

  cairo_set_source_rgb (drawing->cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
  cairo_rectangle (drawing->cairo, 0, 0, drawing->width, height);
  cairo_fill (drawing->cairo);
  cairo_set_source_rgb (drawing->cairo, grey, grey, grey);
  get_size (layout, &text_width, &text_height);
  show_layout (drawing, layout, drawing->edge, (height - text_height) / 2);
  cairo_set_source_rgb (drawing->cairo, 0, 0, 0);
  return TRUE;
}

static gboolean
draw_person (Drawing *drawing, GError **error)
{
  const Template *template = drawing->template;
  double inner = drawing->width - 2 * drawing->edge;
  double y = to_points (template->name_y);
  double width, height;
  g_autoptr(PangoLayout) name = NULL;
  g_autoptr(PangoLayout) unit = NULL;

  name = lay_out_fitting (drawing, template->heavy_font, template->name_size,
                          template->name_smallest, drawing->badge->name, inner, 1, error);
  if (name == NULL)
    return FALSE;
  get_size (name, &width, &height);
  /* The line's box has room above a Han character that the card has not. */
  show_layout (drawing, name, drawing->edge, y - height * 0.25);
  drawing->unit_bottom = y + height * 0.75;
  if (drawing->badge->unit == NULL || drawing->badge->unit[0] == '\0')
    return TRUE;

  y = drawing->unit_bottom + to_points (template->unit_gap);
  unit = lay_out_fitting (drawing, template->plain_font, template->unit_size,
                          template->unit_smallest, drawing->badge->unit,
                          drawing->tag_left - drawing->edge, (int) template->unit_lines, error);
  if (unit == NULL)
    return FALSE;
  get_size (unit, &width, &height);
  show_layout (drawing, unit, drawing->edge, y);
  drawing->unit_bottom = y + height;
  return TRUE;
}

/* The digits for typing, two groups a line, upwards from the lower edge; the badge's number above
 * them. */
static gboolean
draw_digits (Drawing *drawing, GError **error)
{
  const Template *template = drawing->template;
  g_autofree char *groups = msk_tag_dup_groups (drawing->badge->code);
  g_autofree char *number = g_strdup_printf ("%03u", drawing->badge->number);
  g_auto(GStrv) words = g_strsplit (groups, " ", -1);
  guint count = g_strv_length (words);
  guint lines = (count + 1) / 2;
  double y = drawing->height - drawing->edge - lines * template->groups_pitch;
  double width, height;
  g_autoptr(PangoLayout) large = NULL;

  for (guint i = 0; i < count; i += 2)
    {
      g_autofree char *line =
          i + 1 < count ? g_strconcat (words[i], " ", words[i + 1], NULL) : g_strdup (words[i]);
      g_autoptr(PangoLayout) layout =
                     msk_print_text_lay_out (drawing->context, template->plain_font,
                                             template->groups_size, line, FALSE, error);

      if (layout == NULL)
        return FALSE;
      show_layout (drawing, layout, drawing->edge, y + i / 2 * template->groups_pitch);
    }

  large = msk_print_text_lay_out (drawing->context, template->heavy_font, template->number_size,
                                  number, FALSE, error);
  if (large == NULL)
    return FALSE;
  get_size (large, &width, &height);
  show_layout (drawing, large, drawing->tag_left - drawing->edge - width,
               drawing->height - drawing->edge - height);
  if (drawing->unit_bottom <= y)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("The name and the unit are too long for a badge together, so none was "
                          "printed; enter a shorter form of the unit."));
  return FALSE;
}

static gboolean
draw_all (Drawing *drawing, const MskQr *qr, GError **error)
{
  double module = to_points (drawing->template->module);
  double side = (msk_qr_get_width (qr) + 2 * MSK_QR_QUIET_ZONE) * module;
  double quiet = MSK_QR_QUIET_ZONE * module;

  /* The symbol keeps off the card's edge; the white about it need not. */
  drawing->tag_left = drawing->width - drawing->edge - side + quiet;
  drawing->tag_top = drawing->height - drawing->edge - side + quiet;
  if (!draw_band (drawing, error))
    return FALSE;
  msk_qr_draw (qr, drawing->cairo, drawing->tag_left, drawing->tag_top, module);
  cairo_set_source_rgb (drawing->cairo, 0, 0, 0);
  return draw_person (drawing, error) && draw_digits (drawing, error);
}

static GBytes *
draw_card (const MskBadge *badge, const Template *template, const MskQr *qr, GError **error)
{
  double width = to_points (template->width);
  double height = to_points (template->height);
  g_autoptr(MskPrintCanvas) canvas = msk_print_canvas_new (width, height);
  PangoContext *context = msk_print_text_create_context ();
  Drawing drawing = {
    badge, template, context, canvas->cairo, width, height, to_points (template->edge)
  };
  gboolean drawn = draw_all (&drawing, qr, error);

  g_object_unref (context);
  return drawn ? msk_print_canvas_finish (canvas, error) : NULL;
}

GBytes *
msk_badge_draw (const MskBadge *badge, GError **error)
{
  Template template = { 0 };
  g_autoptr(MskQr) qr = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (badge != NULL && badge->name != NULL, NULL);
  g_return_val_if_fail (badge->capacity != NULL && badge->code != NULL, NULL);

  qr = msk_qr_new (badge->code, error);
  if (qr == NULL)
    return NULL;

  if (msk_print_template_load (TEMPLATE_PATH, measures, texts, &template, error))
    bytes = draw_card (badge, &template, qr, error);

  g_free (template.heavy_font);
  g_free (template.plain_font);
  return bytes;
}
