/* A report on A4: headings, facts, tables, lines to sign on; the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report.h"

#include "msk-print-template.h"
#include "msk-report-block.h"

struct _MskReport
{
  GObject parent_instance;

  char *level_mark;
  char *level_label;
  char *title;
  GStrv subtitle_lines;
  GPtrArray *blocks; /* of MskReportBlock */
};

G_DEFINE_FINAL_TYPE (MskReport, msk_report, G_TYPE_OBJECT)

static MskReportBlock *
add_block (MskReport *self, MskReportBlockKind kind)
{
  MskReportBlock *block = msk_report_block_new (kind);

  g_ptr_array_add (self->blocks, block);
  return block;
}

static gboolean
draw_head (MskReport *self, MskReportPen *pen, GError **error)
{
  const MskReportTemplate *template = pen->template;

  if (self->level_mark != NULL &&
      !msk_report_pen_write (pen, self->level_mark, TRUE, template->mark, PANGO_ALIGN_LEFT, error))
    return FALSE;
  if (!msk_report_pen_write (pen, self->title, TRUE, template->title, PANGO_ALIGN_CENTER, error))
    return FALSE;
  for (guint i = 0; self->subtitle_lines != NULL && self->subtitle_lines[i] != NULL; i++)
    if (!msk_report_pen_write (pen, self->subtitle_lines[i], FALSE, template->subtitle,
                               PANGO_ALIGN_CENTER, error))
      return FALSE;

  pen->y += template->gap * MSK_POINTS_PER_MM;
  return TRUE;
}

/* Draws the whole report. With pages 0 it is only to learn how many there are. */
static MskReportPen *
draw (MskReport *self, const MskReportTemplate *template, guint pages, GError **error)
{
  g_autoptr(MskReportPen) pen = msk_report_pen_new (template, self->level_label, pages, error);

  if (pen == NULL || !draw_head (self, pen, error))
    return NULL;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (!msk_report_block_draw (g_ptr_array_index (self->blocks, i), pen, error))
        return NULL;
      pen->y += template->gap * MSK_POINTS_PER_MM;
    }
  return g_steal_pointer (&pen);
}

static void
msk_report_finalize (GObject *object)
{
  MskReport *self = MSK_REPORT (object);

  g_free (self->level_mark);
  g_free (self->level_label);
  g_free (self->title);
  g_strfreev (self->subtitle_lines);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (msk_report_parent_class)->finalize (object);
}

static void
msk_report_class_init (MskReportClass *class)
{
  G_OBJECT_CLASS (class)->finalize = msk_report_finalize;
}

static void
msk_report_init (MskReport *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_report_block_free);
}

MskReport *
msk_report_new (const MskReportHead *head)
{
  MskReport *self;

  g_return_val_if_fail (head != NULL && head->title != NULL, NULL);

  self = g_object_new (MSK_TYPE_REPORT, NULL);
  self->level_mark = g_strdup (head->level_mark);
  self->level_label = g_strdup (head->level_label);
  self->title = g_strdup (head->title);
  self->subtitle_lines = g_strdupv ((char **) head->subtitle_lines);
  return self;
}

static void
add_text (MskReport *self, MskReportBlockKind kind, const char *text)
{
  msk_report_block_add_text (add_block (self, kind), text);
}

void
msk_report_add_heading (MskReport *self, const char *text)
{
  g_return_if_fail (MSK_IS_REPORT (self) && text != NULL);

  add_text (self, MSK_REPORT_BLOCK_HEADING, text);
}

void
msk_report_add_paragraph (MskReport *self, const char *text)
{
  g_return_if_fail (MSK_IS_REPORT (self) && text != NULL);

  add_text (self, MSK_REPORT_BLOCK_PARAGRAPH, text);
}

void
msk_report_add_warning (MskReport *self, const char *text)
{
  g_return_if_fail (MSK_IS_REPORT (self) && text != NULL);

  add_text (self, MSK_REPORT_BLOCK_WARNING, text);
}

void
msk_report_add_facts (MskReport *self, const MskReportFact *facts, guint count)
{
  MskReportBlock *block;

  g_return_if_fail (MSK_IS_REPORT (self) && (facts != NULL || count == 0));

  block = add_block (self, MSK_REPORT_BLOCK_FACTS);
  for (guint i = 0; i < count; i++)
    {
      msk_report_block_add_text (block, facts[i].name);
      msk_report_block_add_text (block, facts[i].value);
    }
}

void
msk_report_add_table (MskReport *self,
                      const MskReportColumn *columns,
                      guint column_count,
                      const char *const *cells,
                      guint row_count)
{
  MskReportBlock *block;

  g_return_if_fail (MSK_IS_REPORT (self) && columns != NULL && column_count > 0);
  g_return_if_fail (cells != NULL || row_count == 0);

  block = add_block (self, MSK_REPORT_BLOCK_TABLE);
  g_array_append_vals (block->columns, columns, column_count);
  for (guint i = 0; i < column_count; i++)
    {
      g_array_index (block->columns, MskReportColumn, i).title = NULL;
      msk_report_block_add_text (block, columns[i].title);
    }
  for (gsize i = 0; i < (gsize) column_count * row_count; i++)
    msk_report_block_add_text (block, cells[i]);
}

void
msk_report_add_blanks (MskReport *self, const char *const *names, guint count)
{
  MskReportBlock *block;

  g_return_if_fail (MSK_IS_REPORT (self) && (names != NULL || count == 0));

  block = add_block (self, MSK_REPORT_BLOCK_BLANKS);
  for (guint i = 0; i < count; i++)
    msk_report_block_add_text (block, names[i]);
}

void
msk_report_add_signatures (MskReport *self, const MskReportSigner *signers, guint count)
{
  MskReportBlock *block;

  g_return_if_fail (MSK_IS_REPORT (self) && (signers != NULL || count == 0));

  block = add_block (self, MSK_REPORT_BLOCK_SIGNATURES);
  for (guint i = 0; i < count; i++)
    {
      msk_report_block_add_text (block, signers[i].role);
      msk_report_block_add_text (block, signers[i].name);
    }
}

void
msk_report_add_code (MskReport *self, const char *digits, const char *caption)
{
  MskReportBlock *block;

  g_return_if_fail (MSK_IS_REPORT (self) && digits != NULL);

  block = add_block (self, MSK_REPORT_BLOCK_CODE);
  msk_report_block_add_text (block, digits);
  msk_report_block_add_text (block, caption);
}

GBytes *
msk_report_finish (MskReport *self, GError **error)
{
  g_autoptr(MskReportTemplate) template = NULL;
  g_autoptr(MskReportPen) rehearsal = NULL;
  g_autoptr(MskReportPen) pen = NULL;

  g_return_val_if_fail (MSK_IS_REPORT (self), NULL);

  template = msk_report_template_load (error);
  if (template == NULL)
    return NULL;
  rehearsal = draw (self, template, 0, error);
  if (rehearsal == NULL)
    return NULL;
  pen = draw (self, template, rehearsal->page, error);
  if (pen == NULL)
    return NULL;

  return msk_print_canvas_finish (pen->canvas, error);
}
