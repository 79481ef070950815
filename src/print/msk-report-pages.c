/* Lays the blocks of a report out on pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "msk-error.h"
#include "msk-print-template.h"
#include "msk-print-text.h"

#define RULE_WIDTH 0.5 /* points */
#define SIGNATURE_COLUMNS 3

typedef struct
{
  double width, height, top, bottom, left, right, edge;
  double mark_size, title_size, heading_size, text_size, table_size, small_size;
  double block_gap, line_gap, cell_gap;
  double fact_names;
  double signature_height;
  char *heavy;
  char *plain;
} Template;

typedef struct
{
  const MskReportHead *head;
  Template template;
  PangoContext *context;
  cairo_t *cairo;
  double y;    /* from the top of the page, in points */
  guint page;  /* the page being drawn, from 1 */
  guint pages; /* 0 while they are being counted */
} Pages;

static const MskPrintMeasure measures[] = {
  { "page/width", G_STRUCT_OFFSET (Template, width), 100, 500 },
  { "page/height", G_STRUCT_OFFSET (Template, height), 100, 500 },
  { "page/top", G_STRUCT_OFFSET (Template, top), 10, 60 },
  { "page/bottom", G_STRUCT_OFFSET (Template, bottom), 10, 60 },
  { "page/left", G_STRUCT_OFFSET (Template, left), 5, 60 },
  { "page/right", G_STRUCT_OFFSET (Template, right), 5, 60 },
  { "page/edge", G_STRUCT_OFFSET (Template, edge), 3, 30 },
  { "sizes/mark", G_STRUCT_OFFSET (Template, mark_size), 4, 40 },
  { "sizes/title", G_STRUCT_OFFSET (Template, title_size), 4, 40 },
  { "sizes/heading", G_STRUCT_OFFSET (Template, heading_size), 4, 40 },
  { "sizes/text", G_STRUCT_OFFSET (Template, text_size), 4, 40 },
  { "sizes/table", G_STRUCT_OFFSET (Template, table_size), 4, 40 },
  { "sizes/small", G_STRUCT_OFFSET (Template, small_size), 4, 40 },
  { "gaps/block", G_STRUCT_OFFSET (Template, block_gap), 0, 30 },
  { "gaps/line", G_STRUCT_OFFSET (Template, line_gap), 0, 30 },
  { "gaps/cell", G_STRUCT_OFFSET (Template, cell_gap), 0, 10 },
  { "facts/names", G_STRUCT_OFFSET (Template, fact_names), 0.1, 0.5 },
  { "signatures/height", G_STRUCT_OFFSET (Template, signature_height), 8, 60 },
  { NULL }
};

static const MskPrintText fonts[] = {
  { "fonts/heavy", G_STRUCT_OFFSET (Template, heavy) },
  { "fonts/plain", G_STRUCT_OFFSET (Template, plain) },
  { NULL },
};

static double
mm (double length)
{
  return length * MSK_POINTS_PER_MM;
}

static double
get_line_width (const Pages *self)
{
  return mm (self->template.width - self->template.left - self->template.right);
}

/* A layout that breaks its lines at width, in points. The caller owns it. */
static PangoLayout *
lay_out (Pages *self, const char *font, double size, const char *text, double width, GError **error)
{
  PangoLayout *layout = msk_print_text_lay_out (self->context, font, size, text, FALSE, error);

  if (layout != NULL)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
draw_at (Pages *self, PangoLayout *layout, double x, double y)
{
  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, layout);
}

/* One line across the page at a height, aligned. */
static gboolean
draw_margin_line (Pages *self, const char *text, double y, PangoAlignment alignment, GError **error)
{
  g_autoptr(PangoLayout) layout = lay_out (self, self->template.heavy, self->template.small_size,
                                            text, get_line_width (self), error);

  if (layout == NULL)
    return FALSE;

  pango_layout_set_alignment (layout, alignment);
  draw_at (self, layout, mm (self->template.left), y);
  return TRUE;
}

static gboolean
begin_page (Pages *self, GError **error)
{
  const Template *template = &self->template;
  double foot = mm (template->height - template->edge) - template->small_size;
  g_autofree char *number = NULL;

  self->page++;
  self->y = mm (template->top);
  number = g_strdup_printf (_ ("Page %u of %u"), self->page, MAX (self->pages, 1));
  return draw_margin_line (self, self->head->level_label, mm (template->edge), PANGO_ALIGN_CENTER,
                           error) &&
         draw_margin_line (self, self->head->level_label, foot, PANGO_ALIGN_CENTER, error) &&
         draw_margin_line (self, number, foot, PANGO_ALIGN_RIGHT, error);
}

static gboolean
turn_page (Pages *self, GError **error)
{
  cairo_show_page (self->cairo);
  return begin_page (self, error);
}

static gboolean
fits (const Pages *self, double height)
{
  return self->y + height <= mm (self->template.height - self->template.bottom);
}

/* Makes room for something of this height; what is higher than a page begins on a fresh one. */
static gboolean
make_room (Pages *self, double height, GError **error)
{
  return fits (self, height) || self->y <= mm (self->template.top) || turn_page (self, error);
}

static gboolean
draw_text (Pages *self, const char *font, double size, const char *text, GError **error)
{
  g_autoptr(PangoLayout) layout = lay_out (self, font, size, text, get_line_width (self), error);

  if (layout == NULL || !make_room (self, get_height (layout), error))
    return FALSE;

  draw_at (self, layout, mm (self->template.left), self->y);
  self->y += get_height (layout) + mm (self->template.line_gap);
  return TRUE;
}

static gboolean
draw_heading (Pages *self, const char *text, GError **error)
{
  /* A heading alone at the foot of a page would be read as the end. */
  double with_some_lines = 5 * self->template.heading_size;

  self->y += mm (self->template.block_gap);
  return make_room (self, with_some_lines, error) &&
         draw_text (self, self->template.heavy, self->template.heading_size, text, error);
}

static gboolean
draw_warning (Pages *self, const char *text, GError **error)
{
  gboolean drawn;

  cairo_set_source_rgb (self->cairo, 0.75, 0, 0);
  drawn = draw_text (self, self->template.heavy, self->template.text_size, text, error);
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  return drawn;
}

static gboolean
draw_fact (Pages *self, const char *name, const char *value, GError **error)
{
  const Template *template = &self->template;
  double names = get_line_width (self) * template->fact_names;
  g_autoptr(PangoLayout) left =
                 lay_out (self, template->heavy, template->text_size, name, names - mm (2), error);
  g_autoptr(PangoLayout) right = left == NULL
                                      ? NULL
                                      : lay_out (self, template->plain, template->text_size, value,
                                                 get_line_width (self) - names, error);
  double height;

  if (right == NULL)
    return FALSE;

  height = MAX (get_height (left), get_height (right));
  if (!make_room (self, height, error))
    return FALSE;

  draw_at (self, left, mm (template->left), self->y);
  draw_at (self, right, mm (template->left) + names, self->y);
  self->y += height + mm (template->line_gap);
  return TRUE;
}

static void
draw_rule (Pages *self, double y)
{
  cairo_set_line_width (self->cairo, RULE_WIDTH);
  cairo_move_to (self->cairo, mm (self->template.left), y);
  cairo_rel_line_to (self->cairo, get_line_width (self), 0);
  cairo_stroke (self->cairo);
}

static double
get_column_width (const Pages *self, const MskReportBlock *table, guint column)
{
  double all = 0;

  for (guint i = 0; table->header[i] != NULL; i++)
    all += table->widths[i];

  return get_line_width (self) * table->widths[column] / all;
}

/* The cells of a row, laid out; *height is that of the highest. */
static GPtrArray *
lay_out_row (Pages *self,
             const MskReportBlock *table,
             const char *font,
             const char *const *texts,
             double *height,
             GError **error)
{
  g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func (g_object_unref);

  *height = 0;
  for (guint i = 0; table->header[i] != NULL; i++)
    {
      double width = get_column_width (self, table, i) - 2 * mm (self->template.cell_gap);
      PangoLayout *cell = lay_out (self, font, self->template.table_size, texts[i], width, error);

      if (cell == NULL)
        return NULL;
      g_ptr_array_add (row, cell);
      *height = MAX (*height, get_height (cell) + 2 * mm (self->template.cell_gap));
    }

  return g_steal_pointer (&row);
}

static void
draw_row (Pages *self, const MskReportBlock *table, GPtrArray *row, double height)
{
  double x = mm (self->template.left);

  for (guint i = 0; i < row->len; i++)
    {
      draw_at (self, g_ptr_array_index (row, i), x + mm (self->template.cell_gap),
               self->y + mm (self->template.cell_gap));
      x += get_column_width (self, table, i);
    }

  self->y += height;
  draw_rule (self, self->y);
}

static gboolean
draw_header (Pages *self, const MskReportBlock *table, GError **error)
{
  double height;
  g_autoptr(GPtrArray) header = lay_out_row (self, table, self->template.heavy,
                                              (const char *const *) table->header, &height, error);

  /* The header and at least a row's worth below it. */
  if (header == NULL || !make_room (self, 2 * height, error))
    return FALSE;

  draw_rule (self, self->y);
  draw_row (self, table, header, height);
  return TRUE;
}

static gboolean
draw_table (Pages *self, const MskReportBlock *table, GError **error)
{
  guint columns = g_strv_length (table->header);

  if (!draw_header (self, table, error))
    return FALSE;

  for (guint i = 0; i < table->cells->len; i += columns)
    {
      double height;
      g_autoptr(GPtrArray) row =
                     lay_out_row (self, table, self->template.plain,
                                  (const char *const *) &table->cells->pdata[i], &height, error);

      if (row == NULL)
        return FALSE;
      if (!fits (self, height) && (!turn_page (self, error) || !draw_header (self, table, error)))
        return FALSE;
      draw_row (self, table, row, height);
    }

  self->y += mm (self->template.block_gap);
  return TRUE;
}

/* A line each for the name, the signature and the date of one signer. */
static gboolean
draw_signature (Pages *self, const char *signer, GError **error)
{
  const Template *template = &self->template;
  const char *captions[SIGNATURE_COLUMNS] = { signer, _ ("Signature"), _ ("Date and time") };
  double width = get_line_width (self) / SIGNATURE_COLUMNS;

  if (!make_room (self, mm (template->signature_height), error))
    return FALSE;

  self->y += mm (template->signature_height);
  for (guint i = 0; i < SIGNATURE_COLUMNS; i++)
    {
      double x = mm (template->left) + i * width;
      g_autoptr(PangoLayout) caption = lay_out (self, template->plain, template->small_size,
                                                 captions[i], width - mm (4), error);

      if (caption == NULL)
        return FALSE;
      cairo_set_line_width (self->cairo, RULE_WIDTH);
      cairo_move_to (self->cairo, x, self->y - template->small_size * 2);
      cairo_rel_line_to (self->cairo, width - mm (4), 0);
      cairo_stroke (self->cairo);
      draw_at (self, caption, x, self->y - template->small_size * 2 + 1);
    }

  return TRUE;
}

static gboolean
draw_block (Pages *self, const MskReportBlock *block, GError **error)
{
  switch (block->kind)
    {
    case MSK_REPORT_BLOCK_HEADING:
      return draw_heading (self, block->text, error);
    case MSK_REPORT_BLOCK_PARAGRAPH:
      return draw_text (self, self->template.plain, self->template.text_size, block->text, error);
    case MSK_REPORT_BLOCK_WARNING:
      return draw_warning (self, block->text, error);
    case MSK_REPORT_BLOCK_FACTS:
      for (guint i = 0; i + 1 < block->cells->len; i += 2)
        if (!draw_fact (self, block->cells->pdata[i], block->cells->pdata[i + 1], error))
          return FALSE;
      return TRUE;
    case MSK_REPORT_BLOCK_TABLE:
      return draw_table (self, block, error);
    case MSK_REPORT_BLOCK_SIGNATURES:
    default:
      for (guint i = 0; i < block->cells->len; i++)
        if (!draw_signature (self, block->cells->pdata[i], error))
          return FALSE;
      return TRUE;
    }
}

static gboolean
draw_title (Pages *self, GError **error)
{
  const Template *template = &self->template;
  g_autoptr(PangoLayout) title = lay_out (self, template->heavy, template->title_size,
                                           self->head->title, get_line_width (self), error);

  if (title == NULL ||
      !draw_text (self, template->heavy, template->mark_size, self->head->mark, error))
    return FALSE;

  pango_layout_set_alignment (title, PANGO_ALIGN_CENTER);
  draw_at (self, title, mm (template->left), self->y);
  self->y += get_height (title) + mm (template->block_gap);
  return TRUE;
}

/* Draws the whole report on a surface, which it takes. */
static gboolean
draw_all (Pages *self, cairo_surface_t *surface, GPtrArray *blocks, GError **error)
{
  gboolean drawn;

  self->cairo = cairo_create (surface);
  self->page = 0;
  drawn = begin_page (self, error) && draw_title (self, error);
  for (guint i = 0; drawn && i < blocks->len; i++)
    drawn = draw_block (self, g_ptr_array_index (blocks, i), error);

  cairo_show_page (self->cairo);
  cairo_surface_finish (surface);
  if (drawn && cairo_status (self->cairo) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                           _ ("The report could not be drawn: close other programs, then make it "
                              "again."));
      drawn = FALSE;
    }

  g_clear_pointer (&self->cairo, cairo_destroy);
  cairo_surface_destroy (surface);
  return drawn;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
drop_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (const Pages *self, cairo_write_func_t write, void *closure)
{
  return cairo_pdf_surface_create_for_stream (write, closure, mm (self->template.width),
                                              mm (self->template.height));
}

GBytes *
msk_report_pages_draw (const MskReportHead *head, GPtrArray *blocks, GError **error)
{
  Pages pages = { .head = head };
  GByteArray *bytes = g_byte_array_new ();
  gboolean drawn = FALSE;

  if (msk_print_template_load ("report/page.ini", measures, fonts, &pages.template, error))
    {
      pages.context = msk_print_text_create_context ();
      drawn = draw_all (&pages, make_surface (&pages, drop_bytes, NULL), blocks, error);
      pages.pages = pages.page;
      drawn = drawn && draw_all (&pages, make_surface (&pages, append_bytes, bytes), blocks, error);
    }

  g_clear_object (&pages.context);
  g_free (pages.template.heavy);
  g_free (pages.template.plain);
  if (drawn)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  return NULL;
}
