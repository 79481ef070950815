/* A report's table: wrapped cells, titles on every page, a long row cut between lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-block.h"

#include "msk-print-template.h"

/* A row while it is drawn. */
typedef struct
{
  const MskReportBlock *block;
  MskReportPen *pen;
  GPtrArray *layouts; /* of PangoLayout, one a column */
  int *lines;         /* where each goes on */
} Row;

static double
get_padding (const MskReportPen *pen)
{
  return pen->template->table_padding * MSK_POINTS_PER_MM;
}

static double
get_column_width (const MskReportBlock *self, const MskReportPen *pen, guint column)
{
  double total = 0;

  for (guint i = 0; i < self->columns->len; i++)
    total += g_array_index (self->columns, MskReportColumn, i).weight;
  return (pen->right - pen->left) * g_array_index (self->columns, MskReportColumn, column).weight /
         total;
}

/* Row 0 is that of the titles. */
static gboolean
lay_out_row (Row *row, guint number, GError **error)
{
  const MskReportBlock *block = row->block;

  for (guint i = 0; i < block->columns->len; i++)
    {
      double width = get_column_width (block, row->pen, i) - 2 * get_padding (row->pen);
      const char *text = g_ptr_array_index (block->texts, number * block->columns->len + i);
      PangoLayout *layout =
          msk_report_pen_lay_out (row->pen, text, number == 0, row->pen->template->small + 0.5,
                                  MAX (width, 1), error);

      if (layout == NULL)
        return FALSE;
      if (g_array_index (block->columns, MskReportColumn, i).align_end)
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      g_ptr_array_add (row->layouts, layout);
    }
  return TRUE;
}

static double
get_row_height (const Row *row)
{
  double height = 0;

  for (guint i = 0; i < row->layouts->len; i++)
    height = MAX (height, msk_report_pen_get_height (g_ptr_array_index (row->layouts, i)));
  return height + 2 * get_padding (row->pen);
}

/* Shows as many lines of each cell as this page takes. Returns whether that was all. */
static gboolean
show_part (Row *row)
{
  MskReportPen *pen = row->pen;
  double padding = get_padding (pen);
  double x = pen->left;
  double lowest = pen->y;
  gboolean all = TRUE;

  for (guint i = 0; i < row->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (row->layouts, i);
      double end = pen->y + padding;

      if (row->lines[i] < pango_layout_get_line_count (layout))
        row->lines[i] = msk_report_pen_show_lines (pen, layout, row->lines[i], x + padding,
                                                   pen->y + padding, pen->bottom - padding, &end);
      all = all && row->lines[i] >= pango_layout_get_line_count (layout);
      lowest = MAX (lowest, end);
      x += get_column_width (row->block, pen, i);
    }

  pen->y = lowest + padding;
  msk_report_pen_rule (pen, pen->left, pen->y, pen->right - pen->left);
  return all;
}

static void
shade_titles (MskReportPen *pen, double height)
{
  cairo_set_source_rgb (pen->cairo, 0.9, 0.9, 0.9);
  cairo_rectangle (pen->cairo, pen->left, pen->y, pen->right - pen->left, height);
  cairo_fill (pen->cairo);
  cairo_set_source_rgb (pen->cairo, 0, 0, 0);
  msk_report_pen_rule (pen, pen->left, pen->y, pen->right - pen->left);
}

static void
clear_row (Row *row)
{
  g_ptr_array_unref (row->layouts);
  g_free (row->lines);
}

static gboolean
begin_row (Row *row, const MskReportBlock *block, MskReportPen *pen, guint number, GError **error)
{
  row->block = block;
  row->pen = pen;
  row->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  row->lines = g_new0 (int, block->columns->len);
  return lay_out_row (row, number, error);
}

/* Titles keep room for so much below them. */
static gboolean
draw_titles (const MskReportBlock *block, MskReportPen *pen, double below, GError **error)
{
  Row row;
  gboolean drawn = begin_row (&row, block, pen, 0, error) &&
                   msk_report_pen_reserve (pen, get_row_height (&row) + below, error);

  if (drawn)
    {
      shade_titles (pen, get_row_height (&row));
      show_part (&row);
    }
  clear_row (&row);
  return drawn;
}

static gboolean
turn_with_titles (const MskReportBlock *block, MskReportPen *pen, GError **error)
{
  return msk_report_pen_turn (pen, error) && draw_titles (block, pen, 0, error);
}

static gboolean
draw_row (const MskReportBlock *block, MskReportPen *pen, guint number, GError **error)
{
  Row row;
  gboolean good = begin_row (&row, block, pen, number, error);

  /* A row goes to the next page as a whole, unless no page could hold it. */
  if (good && pen->y + get_row_height (&row) > pen->bottom &&
      get_row_height (&row) < (pen->bottom - pen->top) * 0.7)
    good = turn_with_titles (block, pen, error);
  while (good && !show_part (&row))
    good = turn_with_titles (block, pen, error);

  clear_row (&row);
  return good;
}

gboolean
msk_report_table_draw (const MskReportBlock *self, MskReportPen *pen, GError **error)
{
  guint rows;

  g_return_val_if_fail (self != NULL && pen != NULL && self->columns->len > 0, FALSE);

  rows = self->texts->len / self->columns->len;
  if (!draw_titles (self, pen, 2 * pen->template->body + 2 * get_padding (pen), error))
    return FALSE;
  for (guint i = 1; i < rows; i++)
    if (!draw_row (self, pen, i, error))
      return FALSE;
  return TRUE;
}
