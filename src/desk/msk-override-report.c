/* What was issued all the same, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override-report.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-issue.h"
#include "msk-override-store.h"
#include "msk-report-desk-private.h"

static void
add_row (GPtrArray *cells, MskOverride *override)
{
  g_ptr_array_add (cells, msk_report_desk_dup_time (override->at));
  g_ptr_array_add (cells, override->number != 0
                              ? msk_copy_number_dup_text (override->number)
                              : msk_report_desk_dup_text ("%04u", override->carrier));
  g_ptr_array_add (cells,
                   msk_report_desk_dup_text (_ ("%s, %s"), override->person, override->unit));
  g_ptr_array_add (cells, g_strdup (msk_issue_get_code_label (override->code)));
  g_ptr_array_add (cells, msk_report_desk_dup_text (_ ("%s, %s"), override->decided_by,
                                                    msk_role_get_label (override->role)));
  g_ptr_array_add (cells, g_strdup (override->reason));
  g_ptr_array_add (cells, g_strdup (override->user));
}

gboolean
msk_override_report_add (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("When"), 15, FALSE },       { _ ("Copy or carrier"), 11, FALSE },
    { _ ("For"), 18, FALSE },        { _ ("Let past"), 14, FALSE },
    { _ ("Decided by"), 15, FALSE }, { _ ("Reason"), 17, FALSE },
    { _ ("Issued by"), 10, FALSE },
  };
  g_autoptr(GPtrArray) overrides = msk_override_store_list (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (overrides == NULL)
    return FALSE;
  if (overrides->len == 0)
    return TRUE;

  for (guint i = 0; i < overrides->len; i++)
    add_row (cells, g_ptr_array_index (overrides, i));
  msk_report_add_heading (report, _ ("Overrides: issued all the same by decision"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}
