/* Labels for carriers, several on a sheet: a number, what it is, its level, and the tag.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-label-sheet.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "msk-error.h"
#include "msk-print-canvas.h"
#include "msk-print-template.h"
#include "msk-print-text.h"
#include "msk-qr.h"
#include "msk-tag.h"

#define GROUPS_IN_A_LINE 4

static const char *const template_paths[] = {
  [MSK_LABEL_CARRIER] = "label/sheet.ini",
  [MSK_LABEL_DEVICE] = "label/device.ini",
};

typedef struct
{
  double width, height, columns, rows;
  double left, top, column_pitch, row_pitch;
  double label_width, label_height, edge;
  double number_size;
  double text_size, text_pitch;
  double module, groups_size, groups_pitch;
  char *heavy_font;
  char *plain_font;
} Template;

#define MEASURE(name, member, minimum, maximum)                                                    \
  {                                                                                                \
    name, G_STRUCT_OFFSET (Template, member), minimum, maximum                                     \
  }

static const MskPrintMeasure measures[] = {
  MEASURE ("sheet/width", width, 50, 420),
  MEASURE ("sheet/height", height, 50, 420),
  MEASURE ("sheet/columns", columns, 1, 10),
  MEASURE ("sheet/rows", rows, 1, 20),
  MEASURE ("sheet/left", left, 0, 100),
  MEASURE ("sheet/top", top, 0, 100),
  MEASURE ("sheet/column-pitch", column_pitch, 40, 420),
  MEASURE ("sheet/row-pitch", row_pitch, 25, 420),
  MEASURE ("label/width", label_width, 40, 420),
  MEASURE ("label/height", label_height, 25, 420),
  MEASURE ("label/edge", edge, 0, 20),
  MEASURE ("number/size", number_size, 12, 100),
  MEASURE ("text/size", text_size, 6, 40),
  MEASURE ("text/pitch", text_pitch, 6, 60),
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

/* One sheet while it is drawn; lengths in points. */
typedef struct
{
  const Template *template;
  PangoContext *context;
  cairo_t *cairo;
  double left; /* where the lines begin now */
  double room; /* and how wide they may be */
} Drawing;

static double
to_points (double millimetres)
{
  return millimetres * MSK_POINTS_PER_MM;
}

/* Draws one line below y. What is wider than the room is refused: half a word says something else.
 */
static gboolean
draw_line (Drawing *drawing,
           const char *font,
           double size,
           const char *text,
           double y,
           GError **error)
{
  g_autoptr(PangoLayout) layout =
                 msk_print_text_lay_out (drawing->context, font, size, text, FALSE, error);
  int width;

  if (layout == NULL)
    return FALSE;

  pango_layout_get_size (layout, &width, NULL);
  if (width > drawing->room * PANGO_SCALE)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("“%s” is too long for a label, so none was printed."), text);
      return FALSE;
    }

  msk_print_text_show (drawing->cairo, layout, drawing->left, y);
  return TRUE;
}

/* The digits for typing, in lines upwards from the lower edge. */
static gboolean
draw_digits (Drawing *drawing, const MskLabel *label, double bottom, GError **error)
{
  const Template *template = drawing->template;
  g_autofree char *groups = msk_tag_dup_groups (label->code);
  g_auto(GStrv) words = g_strsplit (groups, " ", -1);
  const guint count = g_strv_length (words);
  const guint lines = (count + GROUPS_IN_A_LINE - 1) / GROUPS_IN_A_LINE;
  double y = bottom - lines * template->groups_pitch;

  for (guint i = 0; i < lines; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      const guint end = MIN (count, (i + 1) * GROUPS_IN_A_LINE);

      for (guint each = i * GROUPS_IN_A_LINE; each < end; each++)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[each]);
      if (!draw_line (drawing, template->plain_font, template->groups_size, line->str, y, error))
        return FALSE;
      y += template->groups_pitch;
    }

  return TRUE;
}

static gboolean
draw_texts (Drawing *drawing, const MskLabel *label, double top, GError **error)
{
  const Template *template = drawing->template;
  g_autofree char *number = g_strdup_printf ("%04u", label->number);
  /* The line's box has room above digits that the label has not. */
  const double y = top - template->number_size * 0.25;
  const double below = y + template->number_size * 1.3;

  return draw_line (drawing, template->heavy_font, template->number_size, number, y, error) &&
         draw_line (drawing, template->plain_font, template->text_size, label->kind, below,
                    error) &&
         draw_line (drawing, template->heavy_font, template->text_size, label->level,
                    below + template->text_pitch, error);
}

static gboolean
draw_label (Drawing *drawing, const MskLabel *label, double x, double y, GError **error)
{
  const Template *template = drawing->template;
  const double edge = to_points (template->edge);
  const double module = to_points (template->module);
  const double room = to_points (template->label_width) - 2 * edge;
  g_autoptr(MskQr) qr = msk_qr_new (label->code, error);
  double symbol;

  if (qr == NULL)
    return FALSE;

  /* The symbol keeps off the label's edge; the white about it need not. */
  symbol = (msk_qr_get_width (qr) + MSK_QR_QUIET_ZONE) * module;
  msk_qr_draw (qr, drawing->cairo, x + edge - MSK_QR_QUIET_ZONE * module,
               y + edge - MSK_QR_QUIET_ZONE * module, module);
  cairo_set_source_rgb (drawing->cairo, 0, 0, 0);

  drawing->left = x + edge + symbol;
  drawing->room = room - symbol;
  if (!draw_texts (drawing, label, y + edge, error))
    return FALSE;

  drawing->left = x + edge;
  drawing->room = room;
  return draw_digits (drawing, label, y + to_points (template->label_height) - edge, error);
}

static gboolean
draw_labels (Drawing *drawing, const MskLabel *labels, guint count, GError **error)
{
  const Template *template = drawing->template;
  const guint columns = (guint) template->columns;

  for (guint i = 0; i < count; i++)
    {
      const double x = to_points (template->left + i % columns * template->column_pitch);
      const double y = to_points (template->top + i / columns * template->row_pitch);

      if (!draw_label (drawing, &labels[i], x, y, error))
        return FALSE;
    }

  return TRUE;
}

static GBytes *
draw_sheet (const MskLabel *labels, guint count, const Template *template, GError **error)
{
  g_autoptr(MskPrintCanvas) canvas =
                 msk_print_canvas_new (to_points (template->width), to_points (template->height));
  PangoContext *context = msk_print_text_create_context ();
  Drawing drawing = { template, context, canvas->cairo, 0, 0 };
  const gboolean drawn = draw_labels (&drawing, labels, count, error);

  g_object_unref (context);
  return drawn ? msk_print_canvas_finish (canvas, error) : NULL;
}

static gboolean
load_template (MskLabelUse use, Template *template, GError **error)
{
  return msk_print_template_load (template_paths[use], measures, texts, template, error);
}

static void
clear_template (Template *template)
{
  g_free (template->heavy_font);
  g_free (template->plain_font);
}

static guint
count_places (const Template *template)
{
  return (guint) template->columns * (guint) template->rows;
}

guint
msk_label_sheet_get_capacity (MskLabelUse use, GError **error)
{
  Template template = { 0 };
  const guint capacity = load_template (use, &template, error) ? count_places (&template) : 0;

  clear_template (&template);
  return capacity;
}

GBytes *
msk_label_sheet_draw (MskLabelUse use, const MskLabel *labels, guint count, GError **error)
{
  Template template = { 0 };
  GBytes *bytes = NULL;

  g_return_val_if_fail (labels != NULL && count > 0, NULL);

  if (load_template (use, &template, error))
    {
      if (count <= count_places (&template))
        bytes = draw_sheet (labels, count, &template, error);
      else
        g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                             _ ("These are more labels than a sheet has: print fewer at a time."));
    }

  clear_template (&template);
  return bytes;
}
