/* A report on A4: headings, facts, tables and lines to sign, with the level on every page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report.h"

#include "msk-report-pages.h"

struct _MskReport
{
  char *mark;
  char *level_label;
  char *title;
  GPtrArray *blocks; /* of MskReportBlock */
};

static void
free_block (gpointer data)
{
  MskReportBlock *block = data;

  g_free (block->text);
  g_strfreev (block->header);
  g_free (block->widths);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_free (block);
}

static MskReportBlock *
add_block (MskReport *self, MskReportBlockKind kind)
{
  MskReportBlock *block = g_new0 (MskReportBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static GPtrArray *
copy_texts (const char *const *texts)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (copies, g_strdup (texts[i]));

  return copies;
}

MskReport *
msk_report_new (const MskReportHead *head)
{
  MskReport *self;

  g_return_val_if_fail (head != NULL && head->mark != NULL && head->level_label != NULL, NULL);
  g_return_val_if_fail (head->title != NULL, NULL);

  self = g_new0 (MskReport, 1);
  self->mark = g_strdup (head->mark);
  self->level_label = g_strdup (head->level_label);
  self->title = g_strdup (head->title);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
msk_report_free (MskReport *self)
{
  g_free (self->mark);
  g_free (self->level_label);
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
msk_report_add_heading (MskReport *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_block (self, MSK_REPORT_BLOCK_HEADING)->text = g_strdup (text);
}

void
msk_report_add_paragraph (MskReport *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_block (self, MSK_REPORT_BLOCK_PARAGRAPH)->text = g_strdup (text);
}

void
msk_report_add_warning (MskReport *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add_block (self, MSK_REPORT_BLOCK_WARNING)->text = g_strconcat ("▲ ", text, NULL);
}

void
msk_report_add_facts (MskReport *self, const char *const *pairs)
{
  g_return_if_fail (self != NULL && pairs != NULL);
  g_return_if_fail (g_strv_length ((GStrv) pairs) % 2 == 0);

  add_block (self, MSK_REPORT_BLOCK_FACTS)->cells = copy_texts (pairs);
}

void
msk_report_add_table (MskReport *self,
                      const char *const *header,
                      const double *widths,
                      GPtrArray *cells)
{
  MskReportBlock *block;
  guint columns;

  g_return_if_fail (self != NULL && header != NULL && widths != NULL && cells != NULL);

  columns = g_strv_length ((GStrv) header);
  g_return_if_fail (columns > 0 && cells->len % columns == 0);

  block = add_block (self, MSK_REPORT_BLOCK_TABLE);
  block->header = g_strdupv ((GStrv) header);
  block->widths = g_memdup2 (widths, columns * sizeof (double));
  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (block->cells, g_strdup (g_ptr_array_index (cells, i)));
}

void
msk_report_add_signatures (MskReport *self, const char *const *signers)
{
  g_return_if_fail (self != NULL && signers != NULL);

  add_block (self, MSK_REPORT_BLOCK_SIGNATURES)->cells = copy_texts (signers);
}

GBytes *
msk_report_finish (MskReport *self, GError **error)
{
  const MskReportHead head = { self->mark, self->level_label, self->title };

  g_return_val_if_fail (self != NULL, NULL);

  return msk_report_pages_draw (&head, self->blocks, error);
}
