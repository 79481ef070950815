/* Writes a report's blocks down its pages: keeps the place, turns the page, puts the marks on each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-pen.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "msk-print-template.h"
#include "msk-print-text.h"

#define RULE_WIDTH 0.5
#define LINE_SPACING 1.1
#define ALARM_RED 0.75

/* Rounding in pango's units must not turn a page. */
#define SLACK 0.01

#define MEASURE(name, member, minimum, maximum)                                                    \
  {                                                                                                \
    name, G_STRUCT_OFFSET (MskReportTemplate, member), minimum, maximum                            \
  }

static const MskPrintMeasure measures[] = {
  MEASURE ("page/width", width, 100, 1000),
  MEASURE ("page/height", height, 100, 1000),
  MEASURE ("page/left", left, 5, 100),
  MEASURE ("page/right", right, 5, 100),
  MEASURE ("page/top", top, 10, 100),
  MEASURE ("page/bottom", bottom, 10, 100),
  MEASURE ("page/level-from-edge", level_edge, 5, 50),
  MEASURE ("text/mark", mark, 6, 40),
  MEASURE ("text/level", level, 6, 40),
  MEASURE ("text/title", title, 6, 40),
  MEASURE ("text/subtitle", subtitle, 6, 40),
  MEASURE ("text/heading", heading, 6, 40),
  MEASURE ("text/body", body, 6, 40),
  MEASURE ("text/small", small, 5, 40),
  MEASURE ("text/gap", gap, 0, 30),
  MEASURE ("table/padding", table_padding, 0, 10),
  MEASURE ("signature/height", signature_height, 8, 60),
  MEASURE ("blank/height", blank_height, 7, 30),
  MEASURE ("code/module", module, 0.6, 3),
  { NULL },
};

static const MskPrintText texts[] = {
  { "fonts/heavy", G_STRUCT_OFFSET (MskReportTemplate, heavy_font) },
  { "fonts/plain", G_STRUCT_OFFSET (MskReportTemplate, plain_font) },
  { NULL },
};

MskReportTemplate *
msk_report_template_load (const char *path, GError **error)
{
  g_autoptr(MskReportTemplate) self = g_new0 (MskReportTemplate, 1);

  if (!msk_print_template_load (path, measures, texts, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
msk_report_template_free (MskReportTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->heavy_font);
  g_free (self->plain_font);
  g_free (self);
}

PangoLayout *
msk_report_pen_lay_out (MskReportPen *self,
                        const char *text,
                        gboolean heavy,
                        double size,
                        double width,
                        GError **error)
{
  const char *font = heavy ? self->template->heavy_font : self->template->plain_font;
  PangoLayout *layout = msk_print_text_lay_out (self->context, font, size, text, TRUE, error);

  if (layout == NULL)
    return NULL;

  pango_layout_set_line_spacing (layout, LINE_SPACING);
  if (width > 0)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    }
  return layout;
}

double
msk_report_pen_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
msk_report_pen_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

void
msk_report_pen_show (MskReportPen *self, PangoLayout *layout, double x, double y)
{
  msk_print_text_show (self->cairo, layout, x, y);
}

int
msk_report_pen_show_lines (MskReportPen *self,
                           PangoLayout *layout,
                           int first,
                           double x,
                           double y,
                           double lower,
                           double *end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0;
  double start = 0;

  *end = y;
  do
    {
      int top, bottom;
      PangoRectangle logical;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (line == first)
        start = (double) top / PANGO_SCALE;
      if (line >= first)
        {
          if (y + (double) bottom / PANGO_SCALE - start > lower + SLACK)
            break;
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          msk_print_text_show_line (self->cairo, pango_layout_iter_get_line_readonly (iter),
                                    x + (double) logical.x / PANGO_SCALE,
                                    y +
                                        (double) pango_layout_iter_get_baseline (iter) /
                                            PANGO_SCALE -
                                        start);
          *end = y + (double) bottom / PANGO_SCALE - start;
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return line;
}

void
msk_report_pen_rule (MskReportPen *self, double x, double y, double width)
{
  cairo_set_line_width (self->cairo, RULE_WIDTH);
  cairo_move_to (self->cairo, x, y);
  cairo_line_to (self->cairo, x + width, y);
  cairo_stroke (self->cairo);
}

/* Shows a line of text about a middle height: at the left (0), in the middle (0.5) or at the right
 * (1) of the page. */
static gboolean
mark_edge (MskReportPen *self,
           const char *text,
           gboolean heavy,
           double size,
           double where,
           double middle,
           GError **error)
{
  g_autoptr(PangoLayout) layout = msk_report_pen_lay_out (self, text, heavy, size, 0, error);
  double width;

  if (layout == NULL)
    return FALSE;

  width = msk_report_pen_get_width (layout);
  msk_report_pen_show (self, layout, self->left + (self->right - self->left - width) * where,
                       middle - msk_report_pen_get_height (layout) / 2);
  return TRUE;
}

void
msk_report_pen_set_alarm (MskReportPen *self, gboolean alarm)
{
  g_return_if_fail (self != NULL);

  self->alarm = alarm;
  cairo_set_source_rgb (self->cairo, alarm ? ALARM_RED : 0, 0, 0);
}

static gboolean
begin_page (MskReportPen *self, GError **error)
{
  const MskReportTemplate *template = self->template;
  double edge = template->level_edge * MSK_POINTS_PER_MM;
  double height = template->height * MSK_POINTS_PER_MM;
  /* TRANSLATORS: printed small on each page; {page} and {pages} stay as they are. */
  g_autoptr(GString) text = g_string_new (_ ("Page {page} of {pages}"));
  g_autofree char *page = g_strdup_printf ("%u", ++self->page);
  g_autofree char *pages = g_strdup_printf ("%u", self->pages);

  if (!msk_print_canvas_check (self->canvas, error) ||
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  g_string_replace (text, "{page}", page, 0);
  g_string_replace (text, "{pages}", pages, 0);
  self->y = self->top;
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  if (self->level_label != NULL &&
      (!mark_edge (self, self->level_label, TRUE, template->level, 0.5, edge, error) ||
       !mark_edge (self, self->level_label, TRUE, template->level, 0.5, height - edge, error)))
    return FALSE;

  if (!mark_edge (self, text->str, FALSE, template->small, 1, height - edge, error))
    return FALSE;

  msk_report_pen_set_alarm (self, self->alarm);
  return TRUE;
}

/* Takes the canvas. */
static MskReportPen *
create (const MskReportTemplate *template, MskPrintCanvas *canvas, gboolean two_up)
{
  MskReportPen *self = g_new0 (MskReportPen, 1);

  self->template = template;
  self->two_up = two_up;
  self->canvas = canvas;
  self->cairo = canvas->cairo;
  self->context = msk_print_text_create_context ();
  self->left = template->left * MSK_POINTS_PER_MM;
  self->right = (template->width - template->right) * MSK_POINTS_PER_MM;
  self->top = template->top * MSK_POINTS_PER_MM;
  self->bottom = (template->height - template->bottom) * MSK_POINTS_PER_MM;
  return self;
}

MskReportPen *
msk_report_pen_new (const MskReportTemplate *template, gboolean two_up)
{
  double height;

  g_return_val_if_fail (template != NULL, NULL);

  height = template->height * MSK_POINTS_PER_MM;
  return create (template,
                 msk_print_canvas_new (template->width * MSK_POINTS_PER_MM,
                                       two_up ? 2 * height : height),
                 two_up);
}

MskReportPen *
msk_report_pen_new_rehearsal (const MskReportTemplate *template, gboolean two_up)
{
  g_return_val_if_fail (template != NULL, NULL);

  return create (template, msk_print_canvas_new_rehearsal (), two_up);
}

MskReportPen *
msk_report_pen_new_on (const MskReportTemplate *template, MskPrintCanvas *canvas, gboolean begun)
{
  MskReportPen *self;

  g_return_val_if_fail (template != NULL && canvas != NULL, NULL);

  self = create (template, canvas, FALSE);
  self->borrows = TRUE;
  self->begun = begun;
  return self;
}

/* Where the sheet is cut in two. */
static void
draw_cut (MskReportPen *self)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (self->cairo);
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  cairo_set_dash (self->cairo, dashes, G_N_ELEMENTS (dashes), 0);
  msk_report_pen_rule (self, 0, 0, self->template->width * MSK_POINTS_PER_MM);
  cairo_restore (self->cairo);
}

/* To where the next page is: half a sheet further down, or on the next sheet. */
static void
advance (MskReportPen *self)
{
  const double height = self->template->height * MSK_POINTS_PER_MM;

  if (!self->begun)
    self->begun = TRUE;
  else if (self->two_up && !self->is_lower)
    {
      cairo_translate (self->cairo, 0, height);
      self->is_lower = TRUE;
      draw_cut (self);
    }
  else
    {
      cairo_show_page (self->cairo);
      if (self->is_lower)
        cairo_translate (self->cairo, 0, -height);
      self->is_lower = FALSE;
    }
}

gboolean
msk_report_pen_begin (MskReportPen *self,
                      const char *level_label,
                      guint before,
                      guint pages,
                      GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->level_label = level_label;
  self->pages = pages;
  self->page = before;
  advance (self);
  return begin_page (self, error);
}

void
msk_report_pen_free (MskReportPen *self)
{
  if (self == NULL)
    return;

  if (!self->borrows)
    msk_print_canvas_free (self->canvas);
  g_object_unref (self->context);
  g_free (self);
}

gboolean
msk_report_pen_turn (MskReportPen *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  advance (self);
  return begin_page (self, error);
}

gboolean
msk_report_pen_reserve (MskReportPen *self, double height, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->y + height <= self->bottom + SLACK || self->y <= self->top)
    return TRUE;

  return msk_report_pen_turn (self, error);
}

gboolean
msk_report_pen_write (MskReportPen *self,
                      const char *text,
                      gboolean heavy,
                      double size,
                      PangoAlignment alignment,
                      GError **error)
{
  g_autoptr(PangoLayout) layout =
                 msk_report_pen_lay_out (self, text, heavy, size, self->right - self->left, error);
  int line = 0;

  if (layout == NULL)
    return FALSE;

  pango_layout_set_alignment (layout, alignment);
  while (TRUE)
    {
      line = msk_report_pen_show_lines (self, layout, line, self->left, self->y, self->bottom,
                                        &self->y);
      if (line >= pango_layout_get_line_count (layout))
        return TRUE;
      if (!msk_report_pen_turn (self, error))
        return FALSE;
    }
}
