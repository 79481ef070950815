/* A report on A4: headings, facts, tables, lines to sign on; the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report.h"

#include "msk-print-template.h"
#include "msk-report-block.h"
#include "msk-report-private.h"

#define HALF_PAGE_TEMPLATE "receipt/page.ini"

/* A cover: of the height of a page above and below what stands large, and how much larger. */
#define COVER_SPACE 0.14
#define COVER_SCALE 1.6

struct _MskReport
{
  GObject parent_instance;

  char *level_mark;
  char *level_label;
  char *title;
  GStrv subtitle_lines;
  gboolean is_cover;
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
  const double title = self->is_cover ? template->title * COVER_SCALE : template->title;
  const double subtitle = self->is_cover ? template->title : template->subtitle;
  const double space = self->is_cover ? (pen->bottom - pen->top) * COVER_SPACE : 0;

  if (self->level_mark != NULL &&
      !msk_report_pen_write (pen, self->level_mark, TRUE, template->mark, PANGO_ALIGN_LEFT, error))
    return FALSE;
  pen->y += space;
  if (!msk_report_pen_write (pen, self->title, TRUE, title, PANGO_ALIGN_CENTER, error))
    return FALSE;
  for (guint i = 0; self->subtitle_lines != NULL && self->subtitle_lines[i] != NULL; i++)
    if (!msk_report_pen_write (pen, self->subtitle_lines[i], FALSE, subtitle, PANGO_ALIGN_CENTER,
                               error))
      return FALSE;

  pen->y += template->gap * MSK_POINTS_PER_MM + space;
  return TRUE;
}

gboolean
msk_report_draw (MskReport *self, MskReportPen *pen, guint before, guint pages, GError **error)
{
  if (!msk_report_pen_begin (pen, self->level_label, before, pages, error) ||
      !draw_head (self, pen, error))
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (!msk_report_block_draw (g_ptr_array_index (self->blocks, i), pen, error))
        return FALSE;
      pen->y += pen->template->gap * MSK_POINTS_PER_MM;
    }
  return TRUE;
}

/* Once to count the pages, and once more behind what the pen has written. */
static gboolean
draw_counted (MskReport *self, MskReportPen *pen, GError **error)
{
  g_autoptr(MskReportPen) rehearsal = msk_report_pen_new_rehearsal (pen->template, pen->two_up);

  return msk_report_draw (self, rehearsal, 0, 0, error) &&
         msk_report_draw (self, pen, 0, rehearsal->page, error);
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
  self->is_cover = head->is_cover;
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

void
msk_report_add_signed (MskReport *self,
                       const MskReportSigner *signer,
                       MskSignature *signature,
                       const char *date)
{
  MskReportBlock *block;
  g_autofree char *strokes = NULL;

  g_return_if_fail (MSK_IS_REPORT (self) && signer != NULL);

  strokes = signature == NULL ? NULL : msk_signature_dup_text (signature);
  block = add_block (self, MSK_REPORT_BLOCK_SIGNED);
  msk_report_block_add_text (block, signer->role);
  msk_report_block_add_text (block, signer->name);
  msk_report_block_add_text (block, strokes);
  msk_report_block_add_text (block, date);
}

/* One document after the other, each with pages that are counted by themselves. */
static GBytes *
finish_all (MskReport *const *reports,
            guint count,
            const char *template_name,
            gboolean two_up,
            GError **error)
{
  g_autoptr(MskReportTemplate) template = msk_report_template_load (template_name, error);
  g_autoptr(MskReportPen) pen = NULL;

  if (template == NULL)
    return NULL;

  pen = msk_report_pen_new (template, two_up);
  for (guint i = 0; i < count; i++)
    if (!draw_counted (reports[i], pen, error))
      return NULL;

  return msk_print_canvas_finish (pen->canvas, error);
}

GBytes *
msk_report_finish (MskReport *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_REPORT (self), NULL);

  return finish_all (&self, 1, MSK_REPORT_PAGE_TEMPLATE, FALSE, error);
}

GBytes *
msk_report_finish_several (MskReport *const *reports, guint count, GError **error)
{
  g_return_val_if_fail (reports != NULL && count > 0, NULL);

  return finish_all (reports, count, MSK_REPORT_PAGE_TEMPLATE, FALSE, error);
}

GBytes *
msk_report_finish_two_up (MskReport *const *reports, guint count, GError **error)
{
  g_return_val_if_fail (reports != NULL && count > 0, NULL);

  return finish_all (reports, count, HALF_PAGE_TEMPLATE, TRUE, error);
}

const char *
msk_report_get_level_label (MskReport *self)
{
  g_return_val_if_fail (MSK_IS_REPORT (self), NULL);

  return self->level_label;
}

const char *
msk_report_get_title (MskReport *self)
{
  g_return_val_if_fail (MSK_IS_REPORT (self), NULL);

  return self->title;
}

/* How many of a block's texts stand side by side. */
static guint
get_width (const MskReportBlock *block)
{
  if (block->kind == MSK_REPORT_BLOCK_TABLE)
    return block->columns->len;

  return block->kind == MSK_REPORT_BLOCK_FACTS || block->kind == MSK_REPORT_BLOCK_SIGNATURES ||
                 block->kind == MSK_REPORT_BLOCK_CODE
             ? 2
             : 1;
}

/* Texts in rows of width, each filled up to n_columns. */
static void
add_cells (GPtrArray *cells, const GPtrArray *texts, guint width, guint n_columns)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_ptr_array_add (cells, g_strdup (g_ptr_array_index (texts, i)));
      if ((i + 1) % width != 0 && i + 1 < texts->len)
        continue;
      while (cells->len % n_columns != 0)
        g_ptr_array_add (cells, g_strdup (""));
    }
}

GPtrArray *
msk_report_dup_cells (MskReport *self, guint *n_columns)
{
  g_autoptr(GPtrArray) head = g_ptr_array_new ();
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  GPtrArray *cells;
  guint widest = 2;

  g_return_val_if_fail (MSK_IS_REPORT (self) && n_columns != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    widest = MAX (widest, get_width (g_ptr_array_index (self->blocks, i)));

  if (self->level_mark != NULL)
    g_ptr_array_add (head, self->level_mark);
  g_ptr_array_add (head, self->title);
  for (guint i = 0; self->subtitle_lines != NULL && self->subtitle_lines[i] != NULL; i++)
    g_ptr_array_add (head, self->subtitle_lines[i]);

  cells = g_ptr_array_new_with_free_func (g_free);
  add_cells (cells, head, 1, widest);
  g_ptr_array_add (nothing, (gpointer) "");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const MskReportBlock *block = g_ptr_array_index (self->blocks, i);

      add_cells (cells, block->texts, get_width (block), widest);
      add_cells (cells, nothing, 1, widest);
    }

  *n_columns = widest;
  return cells;
}
