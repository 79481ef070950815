/* The blocks that a report is made of, and how each is drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-block.h"

#include <glib/gi18n-lib.h>

#include "msk-print-template.h"
#include "msk-qr.h"
#include "msk-signature.h"
#include "msk-tag.h"

/* A heading stays with so many lines of what it heads. */
#define LINES_BELOW_HEADING 3

#define NAME_SHARE 0.26      /* of a fact's name, of the width */
#define SIGNATURE_SHARE 0.42 /* where the line to sign on begins … */
#define DATE_SHARE 0.76      /* … and the one for the date */
#define WARNING_PADDING 6.0
#define INK_WIDTH 0.9

MskReportBlock *
msk_report_block_new (MskReportBlockKind kind)
{
  MskReportBlock *self = g_new0 (MskReportBlock, 1);

  self->kind = kind;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (MskReportColumn));
  return self;
}

void
msk_report_block_free (MskReportBlock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->texts);
  g_array_unref (self->columns);
  g_free (self);
}

void
msk_report_block_add_text (MskReportBlock *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->texts, g_strdup (text != NULL ? text : ""));
}

static const char *
get_text (const MskReportBlock *self, guint index)
{
  return g_ptr_array_index (self->texts, index);
}

static gboolean
draw_heading (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  const MskReportTemplate *template = pen->template;

  pen->y += template->gap * MSK_POINTS_PER_MM / 2;
  return msk_report_pen_reserve (pen,
                                 (template->heading + LINES_BELOW_HEADING * template->body) * 2,
                                 error) &&
         msk_report_pen_write (pen, get_text (self, 0), TRUE, template->heading, PANGO_ALIGN_LEFT,
                               error);
}

static gboolean
draw_warning (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  double width = pen->right - pen->left;
  double height;
  g_autoptr(PangoLayout) layout = NULL;

  layout = msk_report_pen_lay_out (pen, get_text (self, 0), TRUE, pen->template->body,
                                   width - 2 * WARNING_PADDING, error);
  if (layout == NULL)
    return FALSE;
  height = msk_report_pen_get_height (layout) + 2 * WARNING_PADDING;
  if (height > pen->bottom - pen->top)
    {
      /* Longer than a page: it keeps its colour and loses its frame. */
      gboolean written;

      msk_report_pen_set_alarm (pen, TRUE);
      written = msk_report_pen_write (pen, get_text (self, 0), TRUE, pen->template->body,
                                      PANGO_ALIGN_LEFT, error);
      msk_report_pen_set_alarm (pen, FALSE);
      return written;
    }
  if (!msk_report_pen_reserve (pen, height, error))
    return FALSE;

  msk_report_pen_set_alarm (pen, TRUE);
  cairo_set_line_width (pen->cairo, 1.5);
  cairo_rectangle (pen->cairo, pen->left, pen->y, width, height);
  cairo_stroke (pen->cairo);
  msk_report_pen_show (pen, layout, pen->left + WARNING_PADDING, pen->y + WARNING_PADDING);
  msk_report_pen_set_alarm (pen, FALSE);
  pen->y += height;
  return TRUE;
}

static gboolean
draw_fact (MskReportPen *pen, const char *name, const char *value, GError **error)
{
  double width = pen->right - pen->left;
  double value_x = pen->left + NAME_SHARE * width;
  double name_end, end;
  int line = 0;
  g_autoptr(PangoLayout) name_layout =
                 msk_report_pen_lay_out (pen, name, TRUE, pen->template->body,
                                         (NAME_SHARE - 0.02) * width, error);
  g_autoptr(PangoLayout) value_layout = NULL;

  if (name_layout == NULL)
    return FALSE;
  value_layout = msk_report_pen_lay_out (pen, value, FALSE, pen->template->body,
                                         (1 - NAME_SHARE) * width, error);
  if (value_layout == NULL ||
      !msk_report_pen_reserve (pen, msk_report_pen_get_height (name_layout), error))
    return FALSE;

  msk_report_pen_show (pen, name_layout, pen->left, pen->y);
  name_end = pen->y + msk_report_pen_get_height (name_layout);
  while (TRUE)
    {
      line =
          msk_report_pen_show_lines (pen, value_layout, line, value_x, pen->y, pen->bottom, &end);
      if (line >= pango_layout_get_line_count (value_layout))
        break;
      if (!msk_report_pen_turn (pen, error))
        return FALSE;
      name_end = pen->y;
    }
  pen->y = MAX (name_end, end);
  return TRUE;
}

static gboolean
draw_facts (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  for (guint i = 0; i + 1 < self->texts->len; i += 2)
    if (!draw_fact (pen, get_text (self, i), get_text (self, i + 1), error))
      return FALSE;
  return TRUE;
}

/* A line to write on, with a word under it that says what. */
static gboolean
draw_line_to_fill (MskReportPen *pen,
                   const char *word,
                   double x,
                   double width,
                   double y,
                   GError **error)
{
  g_autoptr(PangoLayout) layout =
                 msk_report_pen_lay_out (pen, word, FALSE, pen->template->small, 0, error);

  if (layout == NULL)
    return FALSE;
  msk_report_pen_rule (pen, x, y, width);
  msk_report_pen_show (pen, layout, x, y + 1);
  return TRUE;
}

/* The name of something, and a line to write it on. */
static gboolean
draw_blank (MskReportPen *pen, const char *name, GError **error)
{
  const double width = pen->right - pen->left;
  g_autoptr(PangoLayout) layout = msk_report_pen_lay_out (pen, name, TRUE, pen->template->body,
                                                           (NAME_SHARE - 0.02) * width, error);
  double height;

  if (layout == NULL)
    return FALSE;
  height =
      MAX (pen->template->blank_height * MSK_POINTS_PER_MM, msk_report_pen_get_height (layout));
  if (!msk_report_pen_reserve (pen, height, error))
    return FALSE;

  msk_report_pen_show (pen, layout, pen->left,
                       pen->y + height - msk_report_pen_get_height (layout));
  msk_report_pen_rule (pen, pen->left + NAME_SHARE * width, pen->y + height,
                       (1 - NAME_SHARE) * width);
  pen->y += height;
  return TRUE;
}

static gboolean
draw_blanks (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (!draw_blank (pen, get_text (self, i), error))
      return FALSE;
  return TRUE;
}

/* The strokes as paths, as large as they fit above the line. */
static void
draw_strokes (MskReportPen *pen,
              MskSignature *signature,
              double x,
              double y,
              double width,
              double height)
{
  const double scale =
      MIN (width / MSK_SIGNATURE_WIDTH, height / msk_signature_get_height (signature));

  cairo_save (pen->cairo);
  cairo_set_line_width (pen->cairo, INK_WIDTH);
  cairo_set_line_cap (pen->cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (pen->cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < msk_signature_count_strokes (signature); i++)
    {
      guint count;
      const MskSignaturePoint *points = msk_signature_get_stroke (signature, i, &count);

      cairo_move_to (pen->cairo, x + points[0].x * scale, y + points[0].y * scale);
      /* A stroke of one point is a dot. */
      for (guint j = count > 1 ? 1 : 0; j < count; j++)
        cairo_line_to (pen->cairo, x + points[j].x * scale, y + points[j].y * scale);
      cairo_stroke (pen->cairo);
    }
  cairo_restore (pen->cairo);
}

/* What stands on the lines already: signature may be NULL, and date "". */
static gboolean
draw_signed (MskReportPen *pen,
             MskSignature *signature,
             const char *date,
             double y,
             double line,
             GError **error)
{
  const double width = pen->right - pen->left;
  g_autoptr(PangoLayout) layout = NULL;

  if (signature != NULL)
    draw_strokes (pen, signature, pen->left + SIGNATURE_SHARE * width, y,
                  (DATE_SHARE - SIGNATURE_SHARE - 0.03) * width, line - y);
  if (*date == '\0')
    return TRUE;

  layout = msk_report_pen_lay_out (pen, date, FALSE, pen->template->small, (1 - DATE_SHARE) * width,
                                   error);
  if (layout == NULL)
    return FALSE;
  msk_report_pen_show (pen, layout, pen->left + DATE_SHARE * width,
                       line - msk_report_pen_get_height (layout));
  return TRUE;
}

static gboolean
draw_signature (MskReportPen *pen,
                const char *role,
                const char *name,
                MskSignature *signature,
                const char *date,
                GError **error)
{
  const MskReportTemplate *template = pen->template;
  double width = pen->right - pen->left;
  double column = (SIGNATURE_SHARE - 0.03) * width;
  double height = template->signature_height * MSK_POINTS_PER_MM;
  double role_height, name_height, line;
  g_autoptr(PangoLayout) role_layout =
                 msk_report_pen_lay_out (pen, role, FALSE, template->small, column, error);
  g_autoptr(PangoLayout) name_layout = NULL;

  if (role_layout == NULL)
    return FALSE;
  name_layout = msk_report_pen_lay_out (pen, name, TRUE, template->body, column, error);
  if (name_layout == NULL)
    return FALSE;

  role_height = msk_report_pen_get_height (role_layout);
  name_height = msk_report_pen_get_height (name_layout);
  height = MAX (height, role_height + name_height + template->small * 2);
  if (!msk_report_pen_reserve (pen, height, error))
    return FALSE;

  line = pen->y + height - template->small * 2;
  msk_report_pen_show (pen, role_layout, pen->left, line - role_height - name_height);
  msk_report_pen_show (pen, name_layout, pen->left, line - name_height);
  if (!draw_line_to_fill (pen, _ ("Signature"), pen->left + SIGNATURE_SHARE * width,
                          (DATE_SHARE - SIGNATURE_SHARE - 0.03) * width, line, error) ||
      !draw_line_to_fill (pen, _ ("Date and time"), pen->left + DATE_SHARE * width,
                          (1 - DATE_SHARE) * width, line, error) ||
      !draw_signed (pen, signature, date, pen->y, line, error))
    return FALSE;
  pen->y += height;
  return TRUE;
}

static gboolean
draw_who_signed (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  const char *strokes = get_text (self, 2);
  g_autoptr(MskSignature) signature =
                 *strokes == '\0' ? NULL : msk_signature_parse (strokes, error);

  return (*strokes == '\0' || signature != NULL) &&
         draw_signature (pen, get_text (self, 0), get_text (self, 1), signature, get_text (self, 3),
                         error);
}

static gboolean
draw_signatures (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  for (guint i = 0; i + 1 < self->texts->len; i += 2)
    if (!draw_signature (pen, get_text (self, i), get_text (self, i + 1), NULL, "", error))
      return FALSE;
  return TRUE;
}

static gboolean
draw_code (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  const MskReportTemplate *template = pen->template;
  double module = template->module * MSK_POINTS_PER_MM;
  g_autofree char *groups = msk_tag_dup_groups (get_text (self, 0));
  g_autoptr(MskQr) qr = msk_qr_new (get_text (self, 0), error);
  g_autoptr(PangoLayout) caption = NULL;
  g_autoptr(PangoLayout) digits = NULL;
  double side, x, caption_height, digits_height, height;

  if (qr == NULL)
    return FALSE;

  side = (msk_qr_get_width (qr) + 2 * MSK_QR_QUIET_ZONE) * module;
  x = pen->left + side + MSK_QR_QUIET_ZONE * module;
  caption = msk_report_pen_lay_out (pen, get_text (self, 1), FALSE, template->body, pen->right - x,
                                    error);
  if (caption == NULL)
    return FALSE;
  digits = msk_report_pen_lay_out (pen, groups, FALSE, template->small, pen->right - x, error);
  if (digits == NULL)
    return FALSE;

  caption_height = msk_report_pen_get_height (caption);
  digits_height = msk_report_pen_get_height (digits);
  height = MAX (side, caption_height + digits_height);
  if (!msk_report_pen_reserve (pen, height, error))
    return FALSE;

  msk_qr_draw (qr, pen->cairo, pen->left, pen->y, module);
  cairo_set_source_rgb (pen->cairo, 0, 0, 0);
  msk_report_pen_show (pen, caption, x, pen->y + (height - caption_height - digits_height) / 2);
  msk_report_pen_show (pen, digits, x,
                       pen->y + (height - caption_height - digits_height) / 2 + caption_height);
  pen->y += height;
  return TRUE;
}

gboolean
msk_report_block_draw (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  g_return_val_if_fail (self != NULL && pen != NULL, FALSE);

  switch (self->kind)
    {
    case MSK_REPORT_BLOCK_HEADING:
      return draw_heading (self, pen, error);
    case MSK_REPORT_BLOCK_PARAGRAPH:
      return msk_report_pen_write (pen, get_text (self, 0), FALSE, pen->template->body,
                                   PANGO_ALIGN_LEFT, error);
    case MSK_REPORT_BLOCK_WARNING:
      return draw_warning (self, pen, error);
    case MSK_REPORT_BLOCK_FACTS:
      return draw_facts (self, pen, error);
    case MSK_REPORT_BLOCK_TABLE:
      return msk_report_table_draw (self, pen, error);
    case MSK_REPORT_BLOCK_BLANKS:
      return draw_blanks (self, pen, error);
    case MSK_REPORT_BLOCK_SIGNATURES:
      return draw_signatures (self, pen, error);
    case MSK_REPORT_BLOCK_SIGNED:
      return draw_who_signed (self, pen, error);
    case MSK_REPORT_BLOCK_CODE:
      return draw_code (self, pen, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
