/* Handovers on paper: the slip of one, and the register (K1, F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-report.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-report-desk-private.h"
#include "msk-seal-report.h"

static void
add_facts (MskReport *report, MskHandover *handover)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, handover->id);
  g_autofree char *started = msk_report_desk_dup_time (handover->started_at);
  g_autofree char *compared = msk_report_desk_dup_time (handover->compared_at);
  g_autofree char *ended = msk_report_desk_dup_time (handover->ended_at);
  const gboolean custody = handover->place == MSK_HANDOVER_CUSTODY;
  const MskReportFact facts[] = {
    { _ ("Handover"), number },
    { _ ("Place"), msk_handover_place_get_label (handover->place) },
    { _ ("Station"), handover->station },
    { _ ("Standing"), msk_handover_stage_get_label (handover->stage) },
    { _ ("Begun"), started },
    { _ ("Count closed"), compared },
    { _ ("Ended"), ended },
    { custody ? _ ("Handed over by") : _ ("Outgoing"),
      custody ? handover->attendee : handover->outgoing },
    { custody ? _ ("Taken over by") : _ ("Incoming"),
      custody ? handover->successor : handover->incoming },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  if (handover->stage == MSK_HANDOVER_CANCELLED)
    {
      const MskReportFact reason[] = { { _ ("Cancelled because"), handover->reason } };

      msk_report_add_facts (report, reason, G_N_ELEMENTS (reason));
    }
}

static gboolean
add_stock (MskReport *report, MskSession *session, MskHandover *handover, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("What"), 40, FALSE },
    { _ ("Expected"), 14, TRUE },
    { _ ("Scanned"), 14, TRUE },
    { _ ("Figure"), 14, TRUE },
  };
  g_autoptr(GPtrArray) lines = msk_handover_desk_list_stock (session, handover->id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      MskStockLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, msk_stock_line_dup_what (line));
      g_ptr_array_add (cells,
                       line->compared ? g_strdup_printf ("%u", line->expected) : g_strdup (""));
      g_ptr_array_add (cells, g_strdup_printf ("%u", line->scanned));
      g_ptr_array_add (cells,
                       line->has_figure ? g_strdup_printf ("%u", line->figure) : g_strdup (""));
    }
  msk_report_add_heading (report, _ ("Stock"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static void
add_discrepancy_row (GPtrArray *cells, MskDiscrepancy *discrepancy)
{
  const char *explanation =
      discrepancy->explained_at == 0 ? _ ("not explained") : discrepancy->explanation;

  g_ptr_array_add (cells, g_strdup (msk_discrepancy_kind_get_label (discrepancy->kind)));
  g_ptr_array_add (cells, msk_discrepancy_dup_what (discrepancy));
  g_ptr_array_add (cells, msk_handover_desk_dup_last (discrepancy));
  g_ptr_array_add (cells, discrepancy->incident_id == 0
                              ? g_strdup (explanation)
                              : g_strdup_printf (_ ("Incident %u: %s"),
                                                 (guint) discrepancy->incident_id, explanation));
}

static gboolean
add_discrepancies (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Finding"), 16, FALSE },
    { _ ("What"), 24, FALSE },
    { _ ("Last known"), 28, FALSE },
    { _ ("Explanation"), 30, FALSE },
  };
  g_autoptr(GPtrArray) all = msk_handover_desk_list_discrepancies (session, id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    add_discrepancy_row (cells, g_ptr_array_index (all, i));
  msk_report_add_heading (report, _ ("Discrepancies"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static void
add_signatures (MskReport *report, MskHandover *handover)
{
  const MskReportSigner of_place[] = { { _ ("Outgoing"), handover->outgoing },
                                       { _ ("Incoming"), handover->incoming } };
  const MskReportSigner of_custody[] = { { _ ("Handed over by"), handover->attendee },
                                         { _ ("Taken over by"), handover->successor },
                                         { _ ("Desk clerk"), handover->ended_by } };

  if (handover->place == MSK_HANDOVER_CUSTODY)
    msk_report_add_signatures (report, of_custody, G_N_ELEMENTS (of_custody));
  else
    msk_report_add_signatures (report, of_place, G_N_ELEMENTS (of_place));
}

gboolean
msk_handover_report_add_slip (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  g_autoptr(MskHandover) handover = msk_handover_desk_get (session, id, error);

  if (handover == NULL)
    return FALSE;
  if (handover->stage < MSK_HANDOVER_DONE)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_HANDOVER_OPEN,
                           _ ("This handover is still under way: end it or cancel it, then print "
                              "its slip."));
      return FALSE;
    }

  add_facts (report, handover);
  if (handover->compared_at != 0 && (!add_stock (report, session, handover, error) ||
                                     !add_discrepancies (report, session, id, error)))
    return FALSE;

  add_signatures (report, handover);
  return msk_seal_report_add (report, session, MSK_SEAL_OCCASION_HANDOVER, NULL, error);
}

static void
add_register_row (GPtrArray *cells, MskHandover *handover)
{
  const gboolean custody = handover->place == MSK_HANDOVER_CUSTODY;

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, handover->id));
  g_ptr_array_add (cells, g_strdup (msk_handover_place_get_label (handover->place)));
  g_ptr_array_add (cells, msk_report_desk_dup_time (handover->started_at));
  g_ptr_array_add (cells, g_strdup (custody ? handover->attendee : handover->outgoing));
  g_ptr_array_add (cells, g_strdup (custody ? handover->successor : handover->incoming));
  g_ptr_array_add (cells, msk_report_desk_dup_time (handover->ended_at));
  g_ptr_array_add (cells, handover->compared_at == 0
                              ? g_strdup ("")
                              : g_strdup_printf ("%u", handover->discrepancies));
  g_ptr_array_add (cells, handover->stage == MSK_HANDOVER_CANCELLED
                              ? g_strdup_printf (_ ("%s: %s"),
                                                 msk_handover_stage_get_label (handover->stage),
                                                 handover->reason)
                              : g_strdup (msk_handover_stage_get_label (handover->stage)));
}

/* What was found and how it was explained, below the lines of the register. */
static gboolean
add_all_discrepancies (MskReport *report, MskSession *session, GPtrArray *handovers, GError **error)
{
  for (guint i = 0; i < handovers->len; i++)
    {
      MskHandover *handover = g_ptr_array_index (handovers, i);
      g_autofree char *heading = NULL;

      if (handover->discrepancies == 0)
        continue;
      heading = g_strdup_printf (_ ("Handover %u"), (guint) handover->id);
      msk_report_add_heading (report, heading);
      if (!add_discrepancies (report, session, handover->id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_handover_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 6, TRUE },
    { _ ("Place"), 14, FALSE },
    { _ ("Begun"), 15, FALSE },
    { _ ("Handed over by"), 13, FALSE },
    { _ ("Taken over by"), 13, FALSE },
    { _ ("Ended"), 15, FALSE },
    { _ ("Discrepancies"), 8, TRUE },
    { _ ("Standing"), 20, FALSE },
  };
  g_autoptr(GPtrArray) handovers = msk_handover_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (handovers == NULL)
    return FALSE;

  for (guint i = 0; i < handovers->len; i++)
    add_register_row (cells, g_ptr_array_index (handovers, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return add_all_discrepancies (report, session, handovers, error);
}
