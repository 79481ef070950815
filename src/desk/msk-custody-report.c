/* The registers of issues and of returns on paper (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-report.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger-words.h"
#include "msk-movement-store.h"
#include "msk-override-report.h"
#include "msk-print-desk-private.h"
#include "msk-report-desk-private.h"
#include "msk-return-store.h"
#include "msk-session-private.h"

static const char *
get_act_label (MskAct act)
{
  return msk_ledger_words_get_act (msk_enum_get_name (MSK_TYPE_ACT, (int) act));
}

/* What the register keeps in one form, in the reader’s language. */
static char *
dup_remark (MskCustodyLine *line)
{
  const char *remark =
      g_str_equal (line->remark, MSK_PRINT_DESK_BY_HAND) ? _ ("by hand") : line->remark;

  g_autofree char *act = *remark == '\0'
                             ? g_strdup (get_act_label (line->act))
                             : g_strdup_printf (_ ("%s; %s"), get_act_label (line->act), remark);
  g_autofree char *count = NULL;

  if (line->count == NULL)
    return g_steal_pointer (&act);

  count = msk_return_count_dup_text (line->count);
  return g_strdup_printf (_ ("%s; %s"), act, count);
}

static void
add_row (GPtrArray *cells, MskCustodyLine *line)
{
  g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
  g_ptr_array_add (cells, g_strdup (line->document_number));
  g_ptr_array_add (cells, g_strdup (msk_level_get_label (line->level)));
  g_ptr_array_add (cells, msk_custody_line_dup_number (line));
  g_ptr_array_add (cells, g_strdup (line->person));
  g_ptr_array_add (cells, g_strdup (line->unit));
  g_ptr_array_add (cells, g_strdup_printf ("%s · %s", line->user, line->station));
  g_ptr_array_add (cells, dup_remark (line));
}

/* Takes lines, which may be NULL. */
static gboolean
add_lines (MskReport *report, GPtrArray *lines, const char *who)
{
  const MskReportColumn columns[] = {
    { _ ("Time"), 13, FALSE },    { _ ("Paper or carrier"), 17, FALSE },
    { _ ("Level"), 9, FALSE },    { _ ("Number"), 9, FALSE },
    { who, 11, FALSE },           { _ ("Unit"), 14, FALSE },
    { _ ("Done by"), 13, FALSE }, { _ ("Remark"), 14, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    add_row (cells, g_ptr_array_index (lines, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  g_ptr_array_unref (lines);
  return TRUE;
}

gboolean
msk_custody_report_add_issues (MskReport *report, MskSession *session, GError **error)
{
  const MskReportSigner signers[] = { { _ ("Desk clerk"), NULL }, { _ ("Checked by"), NULL } };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  if (database == NULL ||
      !add_lines (report, msk_movement_store_list (database, MSK_MOVEMENTS_OUT, error),
                  _ ("Received by")) ||
      !msk_override_report_add (report, database, error))
    return FALSE;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

/* What has still to come back. */
static gboolean
add_out (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 10, FALSE }, { _ ("Paper or carrier"), 22, FALSE },
    { _ ("Level"), 10, FALSE },  { _ ("Holder"), 14, FALSE },
    { _ ("Unit"), 20, FALSE },   { _ ("Since"), 14, FALSE },
  };
  g_autoptr(GPtrArray) lines = msk_movement_store_list_out (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      MskCustodyLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, msk_custody_line_dup_number (line));
      g_ptr_array_add (cells, g_strdup (line->document_number));
      g_ptr_array_add (cells, g_strdup (msk_level_get_label (line->level)));
      g_ptr_array_add (cells, g_strdup (line->person));
      g_ptr_array_add (cells, g_strdup (line->unit));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->at));
    }
  msk_report_add_heading (report, _ ("Still out"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

/* Whose missing pages a return must not hide. No heading when there are none. */
static gboolean
add_parts (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 12, FALSE }, { _ ("Paper"), 24, FALSE },         { _ ("Holder"), 18, FALSE },
    { _ ("Pages"), 10, FALSE },  { _ ("Pages missing"), 14, FALSE }, { _ ("Incident"), 12, FALSE },
  };
  g_autoptr(GPtrArray) copies = msk_return_store_list_parts (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (copies == NULL)
    return FALSE;
  if (copies->len == 0)
    return TRUE;

  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);
      gint64 incident_id;

      if (!msk_return_store_get_incident (database, copy->number, &incident_id, error))
        return FALSE;
      g_ptr_array_add (cells, msk_copy_number_dup_text (copy->number));
      g_ptr_array_add (cells, g_strdup (copy->document_number));
      g_ptr_array_add (cells, g_strdup (copy->holder));
      g_ptr_array_add (cells, g_strdup_printf ("%u", copy->pages));
      g_ptr_array_add (cells, g_strdup_printf ("%u", copy->pages - copy->pages_back));
      g_ptr_array_add (cells, g_strdup_printf ("%u", (guint) incident_id));
    }
  msk_report_add_heading (report, _ ("Back in part"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_custody_report_add_returns (MskReport *report, MskSession *session, GError **error)
{
  const MskReportSigner signers[] = { { _ ("Desk clerk"), NULL }, { _ ("Checked by"), NULL } };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  if (database == NULL ||
      !add_lines (report, msk_movement_store_list (database, MSK_MOVEMENTS_IN, error),
                  _ ("Given back by")) ||
      !add_out (report, database, error) || !add_parts (report, database, error) ||
      !msk_override_report_add (report, database, error))
    return FALSE;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}
