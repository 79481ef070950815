/* A report as a workbook: the texts of the page, every cell a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-workbook.h"

#include "msk-list-writer.h"

GBytes *
msk_report_workbook_make (MskReport *report, GError **error)
{
  g_autoptr(GPtrArray) cells = NULL;
  guint n_columns;

  g_return_val_if_fail (MSK_IS_REPORT (report), NULL);

  cells = msk_report_dup_cells (report, &n_columns);
  return msk_list_writer_make_workbook (cells, n_columns, msk_report_get_level_label (report),
                                        error);
}
