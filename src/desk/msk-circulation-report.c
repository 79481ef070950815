/* Circulation and permits on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-report.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-desk.h"
#include "msk-override-report.h"
#include "msk-period.h"
#include "msk-permit-desk.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"

static void
add_turn_row (GPtrArray *cells, const MskTurn *turn, gint64 now)
{
  const MskTurnStanding standing = msk_turn_classify (turn, now);

  g_ptr_array_add (cells, msk_copy_number_dup_text (turn->number));
  g_ptr_array_add (cells, msk_report_desk_dup_text ("%u", turn->ordinal));
  g_ptr_array_add (cells, g_strdup (turn->document_number));
  g_ptr_array_add (cells, g_strdup_printf ("%s · %s", turn->reader, turn->unit));
  g_ptr_array_add (cells, msk_report_desk_dup_time (turn->started_at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (turn->due_at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (turn->ended_at));
  g_ptr_array_add (cells, turn->pages_back == 0
                              ? g_strdup ("")
                              : msk_report_desk_dup_text ("%u", turn->pages_back));
  g_ptr_array_add (cells, g_strdup (turn->signature));
  g_ptr_array_add (cells, g_strdup (turn->is_open ? msk_turn_standing_get_label (standing)
                                                  : msk_turn_outcome_get_label (turn->outcome)));
}

static void
add_turns (MskReport *report, GPtrArray *turns, gint64 now)
{
  const MskReportColumn columns[] = {
    { _ ("Copy"), 8, FALSE },      { _ ("Turn"), 5, TRUE },       { _ ("Paper"), 14, FALSE },
    { _ ("Reader"), 15, FALSE },   { _ ("Begun"), 11, FALSE },    { _ ("Due"), 11, FALSE },
    { _ ("Ended"), 11, FALSE },    { _ ("Pages back"), 6, TRUE }, { _ ("Signed"), 9, FALSE },
    { _ ("Standing"), 10, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < turns->len; i++)
    add_turn_row (cells, g_ptr_array_index (turns, i), now);
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static void
add_slips (MskReport *report, GPtrArray *slips)
{
  const MskReportColumn columns[] = {
    { _ ("Slip"), 6, FALSE },         { _ ("Copy"), 10, FALSE }, { _ ("Reader"), 16, FALSE },
    { _ ("What is out"), 18, FALSE }, { _ ("Sheets"), 7, TRUE }, { _ ("Purpose"), 18, FALSE },
    { _ ("Given"), 13, FALSE },       { _ ("Back"), 13, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < slips->len; i++)
    {
      const MskLoanSlip *slip = g_ptr_array_index (slips, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, slip->id));
      g_ptr_array_add (cells, msk_copy_number_dup_text (slip->number));
      g_ptr_array_add (cells, g_strdup (slip->reader));
      g_ptr_array_add (cells, g_strdup (slip->what));
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%u", slip->sheets));
      g_ptr_array_add (cells, g_strdup (slip->purpose));
      g_ptr_array_add (cells, msk_report_desk_dup_time (slip->given_at));
      g_ptr_array_add (cells, msk_report_desk_dup_time (slip->back_at));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

gboolean
msk_circulation_report_add_turns (MskReport *report, MskSession *session, GError **error)
{
  const MskReportSigner signers[] = { { _ ("Desk clerk"), NULL } };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) turns =
                 database == NULL ? NULL : msk_circulation_desk_list (session, FALSE, error);
  g_autoptr(GPtrArray) slips =
                 turns == NULL ? NULL : msk_circulation_desk_list_slips (session, FALSE, error);

  if (slips == NULL)
    return FALSE;

  msk_report_add_heading (report, _ ("Turns"));
  add_turns (report, turns, msk_session_get_now (session));
  msk_report_add_heading (report, _ ("Loan slips"));
  add_slips (report, slips);
  if (!msk_override_report_add (report, database, error))
    return FALSE;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

gboolean
msk_circulation_report_add_due (MskReport *report, MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) turns =
                 database == NULL ? NULL : msk_circulation_desk_list_due (session, error);

  if (turns == NULL)
    return FALSE;

  add_turns (report, turns, msk_session_get_now (session));
  return msk_override_report_add (report, database, error);
}

static void
add_permit_row (GPtrArray *cells, const MskPermit *permit, gint64 now)
{
  const MskPermitStanding standing = msk_permit_classify (permit, now);
  const char *bearer = permit->is_taken ? permit->bearer : permit->named_bearer;
  const char *second = permit->is_taken ? permit->second : permit->named_second;

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, permit->id));
  g_ptr_array_add (cells, msk_copy_number_dup_text (permit->number));
  g_ptr_array_add (cells, g_strdup (permit->document_number));
  g_ptr_array_add (cells, g_strdup_printf ("%s · %s", permit->keeper, permit->registry));
  g_ptr_array_add (cells, g_strdup_printf ("%s · %s", permit->authority, permit->reference));
  g_ptr_array_add (cells, msk_report_desk_dup_time (permit->deadline_at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (permit->taken_at));
  g_ptr_array_add (cells,
                   g_strdup_printf ("%s%s%s", bearer, *second != '\0' ? _ (", ") : "", second));
  g_ptr_array_add (cells, g_strdup_printf ("%s%s%s", permit->receipt,
                                           *permit->received_by != '\0' ? " · " : "",
                                           permit->received_by));
  g_ptr_array_add (cells,
                   g_strdup (permit->is_open ? msk_permit_standing_get_label (standing)
                                             : msk_permit_outcome_get_label (permit->outcome)));
}

gboolean
msk_circulation_report_add_permits (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Permit"), 6, FALSE },        { _ ("Copy"), 9, FALSE },
    { _ ("Paper"), 13, FALSE },        { _ ("Keeper, home registry"), 15, FALSE },
    { _ ("Permitted by"), 13, FALSE }, { _ ("Deadline"), 10, FALSE },
    { _ ("Taken"), 10, FALSE },        { _ ("Carried by"), 10, FALSE },
    { _ ("Receipt"), 11, FALSE },      { _ ("Standing"), 10, FALSE },
  };
  const MskReportSigner signers[] = { { _ ("Responsible leader"), NULL },
                                      { _ ("Desk clerk"), NULL } };
  g_autoptr(GPtrArray) permits = msk_permit_desk_list (session, FALSE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (permits == NULL)
    return FALSE;

  for (guint i = 0; i < permits->len; i++)
    add_permit_row (cells, g_ptr_array_index (permits, i), msk_session_get_now (session));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

/* What leaves with the copy: the upper part stays with whoever carries it, and the home registry
 * fills in the lower one and sends it back. */
MskReport *
msk_circulation_report_new_permit (MskMeeting *meeting, const MskPermit *permit)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, permit->level, "");
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, permit->level),
                               .title = _ ("Permit for Taking a Copy Away") };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, permit->id);
  g_autofree char *number = msk_copy_number_dup_text (permit->number);
  g_autofree char *deadline = msk_report_desk_dup_time (permit->deadline_at);
  g_autofree char *keeper = g_strdup_printf ("%s · %s", permit->keeper, permit->unit);
  const MskReportFact facts[] = {
    { _ ("Number of the permit"), id },
    { _ ("Meeting number"), meeting->number },
    { _ ("Paper"), permit->document_number },
    { _ ("Copy"), number },
    { _ ("Level"), msk_level_get_label (permit->level) },
    { _ ("Keeper"), keeper },
    { _ ("Home registry"), permit->registry },
    { _ ("Permitted by"), permit->authority },
    { _ ("Reference"), permit->reference },
    { _ ("Deadline"), deadline },
  };
  const MskReportSigner signers[] = {
    { _ ("Handed over by, desk clerk"), NULL },
    { _ ("Carried by"), permit->is_taken ? permit->bearer : permit->named_bearer },
    { _ ("Carried by, together with the first"),
      permit->is_taken ? permit->second : permit->named_second },
  };
  const char *const blanks[] = { _ ("Received in good order"), _ ("Reference of the receipt") };
  const MskReportSigner registry[] = { { _ ("Home registry"), NULL } };
  MskReport *report = msk_report_new (&head);

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  msk_report_add_signatures (report, signers, *signers[2].name == '\0' ? 2 : 3);
  msk_report_add_heading (report, _ ("Return receipt of the home registry"));
  msk_report_add_blanks (report, blanks, G_N_ELEMENTS (blanks));
  msk_report_add_signatures (report, registry, G_N_ELEMENTS (registry));
  return report;
}

MskReport *
msk_circulation_report_new_slip (MskMeeting *meeting, const MskLoanSlip *slip, MskLevel level)
{
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, level, "");
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (meeting->scheme, level),
                               .title = _ ("Loan slip") };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, slip->id);
  g_autofree char *number = msk_copy_number_dup_text (slip->number);
  g_autofree char *sheets = g_strdup_printf ("%u", slip->sheets);
  g_autofree char *given = msk_report_desk_dup_time (slip->given_at);
  const MskReportFact facts[] = {
    { _ ("Number of the slip"), id },
    { _ ("Meeting number"), meeting->number },
    { _ ("Copy"), number },
    { _ ("Paper"), slip->document_number },
    { _ ("What is out"), slip->what },
    { _ ("Sheets"), sheets },
    { _ ("Purpose"), slip->purpose },
    { _ ("Reader"), slip->reader },
    { _ ("Unit"), slip->unit },
    { _ ("Given"), given },
    { _ ("Consent of"), slip->given_by },
  };
  const MskReportSigner signers[] = { { _ ("Custodian, on giving"), NULL },
                                      { _ ("Reader, on taking"), slip->reader },
                                      { _ ("Custodian, when it is back"), NULL } };
  MskReport *report = msk_report_new (&head);

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  msk_report_add_paragraph (report, _ ("This slip lies in the folder in place of what is out."));
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return report;
}
