/* The sweep on paper: its result, what is missing, the balances, the signatures, the whole set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-report.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-report-desk-private.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-store.h"

static void
add_sweep_row (GPtrArray *cells, MskSweepLine *line)
{
  g_ptr_array_add (cells, msk_sweep_line_dup_number (line));
  g_ptr_array_add (cells, msk_sweep_line_dup_what (line));
  g_ptr_array_add (cells, g_strdup (msk_sweep_class_get_label (line->sweep_class)));
  g_ptr_array_add (cells, msk_report_desk_dup_text ("%s %s", line->holder, line->holder_unit));
  g_ptr_array_add (cells, msk_report_desk_dup_time (line->issued_at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (line->first_seen_at));
  g_ptr_array_add (cells, g_strdup (line->remark));
}

/* Either what needs an eye (unexplained, missing, found) or the whole set. */
static void
add_sweep_table (MskReport *report, GPtrArray *lines, gboolean all)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 10, FALSE }, { _ ("Paper or carrier"), 18, FALSE }, { _ ("Result"), 14, FALSE },
    { _ ("Holder"), 18, FALSE }, { _ ("Issued"), 13, FALSE },           { _ ("Seen"), 13, FALSE },
    { _ ("Remark"), 14, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);

      if (all || *line->remark != '\0' || line->sweep_class >= MSK_SWEEP_MISSING)
        add_sweep_row (cells, line);
    }

  msk_report_add_heading (report, all ? _ ("Every copy and carrier")
                                      : _ ("Missing, found and unexplained copies and carriers"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static const char *
get_set_result (const MskSpoilage *set)
{
  if (set->missing_at != 0)
    return _ ("missing");
  if (set->sightings == 0)
    return _ ("not seen");

  return set->by_hand ? _ ("seen, by hand") : _ ("seen");
}

/* What no copy stands for: sheets of a number that was printed anew, and surplus ones. */
static gboolean
add_spoiled (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = { { _ ("Set"), 8, TRUE },      { _ ("Copy"), 14, FALSE },
                                      { _ ("Kind"), 18, FALSE },   { _ ("Sheets"), 8, TRUE },
                                      { _ ("Result"), 16, FALSE }, { _ ("Seen"), 16, FALSE },
                                      { _ ("Remark"), 20, FALSE } };
  g_autoptr(GPtrArray) sets = msk_sweep_desk_list_spoiled (session, FALSE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (sets == NULL)
    return FALSE;
  if (sets->len == 0)
    return TRUE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, set->id));
      g_ptr_array_add (cells, msk_copy_number_dup_text (set->number));
      g_ptr_array_add (cells, g_strdup (msk_spoilage_kind_get_label (set->kind)));
      g_ptr_array_add (cells, g_strdup_printf ("%u", set->sheets));
      g_ptr_array_add (cells, g_strdup (get_set_result (set)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (set->first_seen_at));
      g_ptr_array_add (cells, g_strdup (set->remark));
    }
  msk_report_add_heading (report, _ ("Spoiled sheets that are looked for by themselves"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static gboolean
add_sweep_summary (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autofree char *started = NULL, *closed = NULL, *counts = NULL, *special = NULL, *sheets = NULL;
  MskSweepSummary summary;
  guint spoiled;

  if (!msk_sweep_desk_get_summary (session, &summary, error) ||
      !msk_spoilage_store_count (database, &spoiled, error))
    return FALSE;

  started = msk_report_desk_dup_time (summary.started_at);
  closed = summary.closed_at == 0 ? g_strdup (_ ("not closed"))
                                  : msk_report_desk_dup_time (summary.closed_at);
  counts = msk_report_desk_dup_text (_ ("%u expected, %u seen, %u explained, %u not explained"),
                                     summary.expected, summary.seen, summary.explained,
                                     summary.unexplained);
  special = msk_report_desk_dup_text (_ ("%u missing, %u found and taken back, %u strange codes"),
                                      summary.missing, summary.recovered, summary.strange);
  sheets = msk_report_desk_dup_text (_ ("%u sets wait for destruction"), spoiled);
  {
    const MskReportFact facts[] = {
      { _ ("Sweep begun"), started },        { _ ("Meeting closed"), closed },
      { _ ("Copies and carriers"), counts }, { _ ("Of these"), special },
      { _ ("Spoiled sheets"), sheets },
    };

    msk_report_add_heading (report, _ ("Result"));
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  if (summary.unexplained > 0)
    msk_report_add_warning (report, _ ("The sweep is not finished: not everything is explained."));
  if (summary.missing > 0)
    msk_report_add_warning (report, _ ("Copies or carriers are missing: the loss is to be reported "
                                       "within 24 hours (I1)."));
  return TRUE;
}

gboolean
msk_sweep_report_add_signatures (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) signatures = msk_sweep_desk_list_signatures (session, error);
  const MskReportSigner signers[] = { { _ ("Security officer"), NULL },
                                      { _ ("Second person"), NULL } };

  if (signatures == NULL)
    return FALSE;

  msk_report_add_heading (report, _ ("Signatures"));
  for (guint i = 0; i < signatures->len; i++)
    {
      MskSweepSignature *signature = g_ptr_array_index (signatures, i);
      g_autofree char *at = msk_report_desk_dup_time (signature->at);
      g_autofree char *text =
          msk_report_desk_dup_text (_ ("Signed in the register by %s (%s), %s."), signature->user,
                                    msk_role_get_label (signature->role), at);

      msk_report_add_paragraph (report, text);
    }
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

gboolean
msk_sweep_report_add (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  MskSweepFacts facts;

  if (!msk_sweep_store_load (database, &facts, error))
    return FALSE;
  if (facts.started_at == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_NOT_STARTED,
                           _ ("The sweep has not begun: have the security officer start it."));
      return FALSE;
    }

  lines = msk_sweep_store_list (database, error);
  if (lines == NULL || !add_sweep_summary (report, session, database, error))
    return FALSE;

  add_sweep_table (report, lines, FALSE);
  /* The signatures stand below what they are given for, before the long annex. */
  if (!add_spoiled (report, session, error) ||
      !msk_report_desk_add_balances (report, session, database, error) ||
      !msk_sweep_report_add_signatures (report, session, error))
    return FALSE;

  add_sweep_table (report, lines, TRUE);
  return TRUE;
}
