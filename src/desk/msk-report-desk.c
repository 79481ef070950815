/* Reports on paper: what stands in each, in the language of the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-sheet.h"
#include "msk-carrier-store.h"
#include "msk-certificate-report.h"
#include "msk-circulation-report.h"
#include "msk-copy-store.h"
#include "msk-custody-report.h"
#include "msk-desk-enum-types.h"
#include "msk-destruction-report.h"
#include "msk-door-report.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-handover-report.h"
#include "msk-incident-report.h"
#include "msk-ledger.h"
#include "msk-loan-store.h"
#include "msk-measure-report.h"
#include "msk-notice-report.h"
#include "msk-override-report.h"
#include "msk-paper-store.h"
#include "msk-people-report.h"
#include "msk-period.h"
#include "msk-permit-store.h"
#include "msk-plan-desk.h"
#include "msk-private-file.h"
#include "msk-receipt-report.h"
#include "msk-report-desk-private.h"
#include "msk-report-workbook.h"
#include "msk-report.h"
#include "msk-request-store.h"
#include "msk-room-report.h"
#include "msk-seal-report.h"
#include "msk-session-private.h"
#include "msk-sweep-report.h"
#include "msk-text-version.h"

#define WRITE_ATTEMPTS 1000

char *
msk_report_desk_dup_time (gint64 at)
{
  g_autoptr(GDateTime) time = at == 0 ? NULL : g_date_time_new_from_unix_local (at);

  return time == NULL ? g_strdup ("") : g_date_time_format (time, "%Y-%m-%d %H:%M");
}

char *
msk_report_desk_dup_text (const char *format, ...)
{
  va_list values;
  char *text;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  return text;
}

void
msk_report_desk_add_table (MskReport *report,
                           const MskReportColumn *columns,
                           guint count,
                           GPtrArray *cells)
{
  if (cells->len == 0)
    msk_report_add_paragraph (report, _ ("None."));
  else
    msk_report_add_table (report, columns, count, (const char *const *) cells->pdata,
                          cells->len / count);
}

static MskReport *
start_report (MskSession *session, const char *title)
{
  MskMeeting *meeting = msk_session_get_meeting (session);
  g_autofree char *mark = msk_period_dup_mark (meeting->scheme, meeting->level, "");
  MskReportHead head = { .level_mark = mark,
                         .level_label = msk_scheme_get_word (meeting->scheme, meeting->level),
                         .title = title };
  MskReport *report = msk_report_new (&head);
  g_autofree char *starts = msk_report_desk_dup_time (meeting->starts_at);
  g_autofree char *ends = msk_report_desk_dup_time (meeting->ends_at);
  g_autofree char *times = g_strdup_printf ("%s – %s", starts, ends);
  g_autofree char *made = msk_report_desk_dup_time (msk_session_get_now (session));
  const MskReportFact facts[] = {
    { _ ("Meeting number"), meeting->number },
    { _ ("Title"), meeting->title },
    { _ ("Level"), msk_level_get_label (meeting->level) },
    { _ ("Time"), times },
    { _ ("Venue"), meeting->venue },
    { _ ("Organiser"), meeting->organiser },
    { _ ("Responsible leader"), meeting->leader },
    { _ ("Report made"), made },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  return report;
}

/* Which paper it belongs to. */
static gboolean
add_parent (MskReport *report, MskDatabase *database, MskPaper *paper, GError **error)
{
  g_autoptr(MskPaper) parent = paper->parent_id == 0
                                    ? NULL
                                    : msk_paper_store_get (database, paper->parent_id, error);
  g_autofree char *text = NULL;

  if (parent == NULL)
    return paper->parent_id == 0;

  text = msk_report_desk_dup_text (_ ("%s, no. %u"), parent->document_number, paper->attachment);
  {
    const MskReportFact facts[] = { { _ ("Attachment of"), text } };

    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  return TRUE;
}

static gboolean
add_paper_facts (MskReport *report,
                 MskSession *session,
                 MskDatabase *database,
                 MskPaper *paper,
                 GError **error)
{
  g_autofree char *mark =
      msk_period_dup_mark (msk_session_get_meeting (session)->scheme, paper->level, paper->period);
  g_autofree char *pages = msk_report_desk_dup_text ("%u", paper->pages);
  g_autofree char *approved = msk_report_desk_dup_text ("%u", paper->approved);
  g_autofree char *reproductions = msk_report_desk_dup_text ("%u", paper->reproductions_approved);
  g_autofree char *removed =
      paper->removed == 0 ? g_strdup (_ ("nothing")) : msk_removal_set_dup_label (paper->removed);
  g_autofree char *text = NULL;
  MskBalance balance;

  if (!msk_paper_store_recount (database, paper->id, &balance, error))
    return FALSE;

  text = msk_balance_dup_text (&balance);
  {
    const MskReportFact facts[] = {
      { _ ("Title"), paper->title },
      { _ ("Level and period"), mark },
      { _ ("Originator"), paper->originator },
      { _ ("Pages"), pages },
      { _ ("Copies approved"), approved },
      { _ ("Copies of copies approved"), reproductions },
      { _ ("Removed from the file"), removed },
      { _ ("Balance"), text },
    };

    msk_report_add_heading (report, paper->document_number);
    if (!add_parent (report, database, paper, error))
      return FALSE;
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  if (!msk_balance_holds (&balance))
    msk_report_add_warning (report, _ ("The balance of this paper does not hold."));
  return TRUE;
}

static gboolean
add_paper (MskReport *report,
           MskSession *session,
           MskDatabase *database,
           MskPaper *paper,
           GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Copy"), 10, FALSE },   { _ ("State"), 18, FALSE },       { _ ("Holder"), 22, FALSE },
    { _ ("Issued"), 18, FALSE }, { _ ("Last change"), 18, FALSE }, { _ ("Printer"), 14, FALSE },
  };
  g_autoptr(GPtrArray) copies = msk_copy_store_list (database, paper->id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (copies == NULL || !add_paper_facts (report, session, database, paper, error))
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      g_ptr_array_add (cells, msk_copy_number_dup_text (copy->number));
      g_ptr_array_add (cells, g_strdup (copy->state == MSK_COPY_PRINTING
                                            ? msk_attempt_get_label (copy->attempt)
                                            : msk_copy_state_get_label (copy->state)));
      g_ptr_array_add (cells, g_strdup (copy->holder));
      g_ptr_array_add (cells, msk_report_desk_dup_time (copy->issued_at));
      g_ptr_array_add (cells, msk_report_desk_dup_time (copy->changed_at));
      g_ptr_array_add (cells, g_strdup (copy->printer));
    }

  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static gboolean
write_copies (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);

  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    if (!add_paper (report, session, database, g_ptr_array_index (papers, i), error))
      return FALSE;

  return msk_override_report_add (report, database, error);
}

/* Nothing where nothing is registered. */
static gboolean
add_carrier_balance (MskReport *report, MskDatabase *database, GError **error)
{
  g_autofree char *text = NULL;
  MskBalance balance;

  if (!msk_carrier_store_get_balance (database, &balance, error))
    return FALSE;
  if (balance.allocated == 0)
    return TRUE;

  text = msk_balance_dup_text (&balance);
  {
    const MskReportFact facts[] = { { _ ("Balance"), text } };

    msk_report_add_heading (report, _ ("Notebooks and other carriers"));
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  if (!msk_balance_holds (&balance))
    msk_report_add_warning (report, _ ("The balance of the carriers does not hold."));
  return TRUE;
}

static void
add_carrier_row (GPtrArray *cells, MskCarrier *carrier)
{
  g_ptr_array_add (cells, msk_report_desk_dup_text ("%04u", carrier->number));
  g_ptr_array_add (cells, g_strdup (msk_carrier_kind_get_label (carrier->kind)));
  g_ptr_array_add (cells, g_strdup (carrier->description));
  g_ptr_array_add (cells, g_strdup (msk_level_get_label (carrier->level)));
  g_ptr_array_add (cells, carrier->sheets == 0 ? g_strdup ("")
                                               : msk_report_desk_dup_text ("%u", carrier->sheets));
  g_ptr_array_add (cells, g_strdup (carrier->source));
  g_ptr_array_add (cells, g_strdup (msk_copy_state_get_label (carrier->state)));
  g_ptr_array_add (cells, g_strdup (carrier->holder));
  g_ptr_array_add (cells, msk_report_desk_dup_time (carrier->issued_at));
}

static gboolean
write_carriers (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 7, FALSE },         { _ ("Kind"), 11, FALSE },
    { _ ("What it is"), 16, FALSE }, { _ ("Level"), 11, FALSE },
    { _ ("Sheets"), 7, FALSE },      { _ ("Made or brought by"), 14, FALSE },
    { _ ("State"), 10, FALSE },      { _ ("Holder"), 11, FALSE },
    { _ ("Issued"), 13, FALSE },
  };
  g_autoptr(GPtrArray) carriers = msk_carrier_store_list (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (carriers == NULL || !add_carrier_balance (report, database, error))
    return FALSE;

  for (guint i = 0; i < carriers->len; i++)
    add_carrier_row (cells, g_ptr_array_index (carriers, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return msk_override_report_add (report, database, error);
}

static void
add_plan_row (GPtrArray *cells, MskPlanLine *line)
{
  g_ptr_array_add (cells, g_strdup (line->seat));
  g_ptr_array_add (cells, g_strdup (line->planned));
  g_ptr_array_add (cells, g_strdup (line->unit));
  g_ptr_array_add (cells, msk_copy_number_dup_text (line->number));
  g_ptr_array_add (cells, g_strdup (line->document_number));
  g_ptr_array_add (cells, g_strdup (msk_plan_standing_get_label (line->standing)));
  g_ptr_array_add (cells, g_strdup (line->holder));
}

/* A pack a person: the copies of all papers, in the order of seats. */
static gboolean
write_plan (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Seat"), 9, FALSE },    { _ ("Planned for"), 14, FALSE }, { _ ("Unit"), 19, FALSE },
    { _ ("Copy"), 10, FALSE },   { _ ("Paper"), 18, FALSE },       { _ ("Standing"), 17, FALSE },
    { _ ("Holder"), 13, FALSE },
  };
  g_autoptr(GPtrArray) lines = msk_plan_desk_list (session, 0, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    add_plan_row (cells, g_ptr_array_index (lines, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return msk_override_report_add (report, database, error);
}

gboolean
msk_report_desk_add_balances (MskReport *report,
                              MskSession *session,
                              MskDatabase *database,
                              GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);

  if (papers == NULL)
    return FALSE;

  for (guint i = 0; i < papers->len; i++)
    if (!add_paper_facts (report, session, database, g_ptr_array_index (papers, i), error))
      return FALSE;

  return add_carrier_balance (report, database, error) &&
         msk_override_report_add (report, database, error);
}

static gboolean
write_kind (MskReport *report,
            MskSession *session,
            MskReportKind kind,
            MskDatabase *database,
            const MskSealPair *seal,
            GError **error)
{
  switch (kind)
    {
    case MSK_REPORT_LIST:
      return msk_people_report_add_lists (report, database, error);
    case MSK_REPORT_SWEEP:
      return msk_sweep_report_add (report, session, database, error) &&
             msk_seal_report_add (report, session, MSK_SEAL_OCCASION_SWEEP, seal, error);
    case MSK_REPORT_SEAL:
      return msk_seal_report_add (report, session, MSK_SEAL_OCCASION_SHEET, seal, error);
    case MSK_REPORT_SEALS:
      return msk_seal_report_add_register (report, session, error);
    case MSK_REPORT_PLAN:
      return write_plan (report, session, database, error);
    case MSK_REPORT_CARRIERS:
      return write_carriers (report, database, error);
    case MSK_REPORT_PACKS:
      return msk_room_report_add_packs (report, session, error);
    case MSK_REPORT_RUNS:
      return msk_room_report_add_runs (report, session, error);
    case MSK_REPORT_SPOILED:
      return msk_room_report_add_spoiled (report, session, error);
    case MSK_REPORT_ROOM:
      return msk_room_report_add_visits (report, session, error);
    case MSK_REPORT_DEVICES:
      return msk_measure_report_add_devices (report, session, FALSE, error);
    case MSK_REPORT_UNCLAIMED:
      return msk_measure_report_add_devices (report, session, TRUE, error);
    case MSK_REPORT_MEASURES:
      return msk_measure_report_add_measures (report, session, error);
    case MSK_REPORT_VENUE_CHECK:
      return msk_measure_report_add_venue_check (report, session, error);
    case MSK_REPORT_LIAISON:
      return msk_measure_report_add_liaison (report, session, error);
    case MSK_REPORT_CIRCULATION:
      return msk_circulation_report_add_turns (report, session, error);
    case MSK_REPORT_CHASE:
      return msk_circulation_report_add_due (report, session, error);
    case MSK_REPORT_PERMITS:
      return msk_circulation_report_add_permits (report, session, error);
    case MSK_REPORT_BADGES:
      return msk_people_report_add_badges (report, database, error);
    case MSK_REPORT_DOOR:
      return msk_door_report_add_register (report, session, error);
    case MSK_REPORT_REFUSALS:
      return msk_door_report_add_refusals (report, session, error);
    case MSK_REPORT_INSIDE:
      return msk_door_report_add_inside (report, session, error);
    case MSK_REPORT_BRIEFINGS:
      return msk_notice_report_add_acknowledgements (report, session, 1u << MSK_TEXT_BRIEFING,
                                                     error);
    case MSK_REPORT_PLEDGES:
      return msk_notice_report_add_acknowledgements (report, session,
                                                     1u << MSK_TEXT_PLEDGE |
                                                         1u << MSK_TEXT_UNDERTAKING,
                                                     error);
    case MSK_REPORT_NOTICES:
      return msk_notice_report_add_acknowledgements (report, session, 1u << MSK_TEXT_NOTICE, error);
    case MSK_REPORT_EXCEPTIONS:
      return msk_notice_report_add_exceptions (report, session, error);
    case MSK_REPORT_AGENDA:
      return msk_notice_report_add_agenda (report, session, error);
    case MSK_REPORT_RECEIPTS:
      return msk_receipt_report_add_register (report, session, error);
    case MSK_REPORT_APPROVAL: /* not of a whole meeting */
    case MSK_REPORT_LOAN_SLIP:
    case MSK_REPORT_PERMIT:
    case MSK_REPORT_HANDOVER:
    case MSK_REPORT_DESTRUCTION:
    case MSK_REPORT_ORIGINATOR:
    case MSK_REPORT_INCIDENT:
      g_return_val_if_reached (FALSE);
    case MSK_REPORT_CERTIFICATE:
      return msk_certificate_report_add (report, session, database, seal, error);
    case MSK_REPORT_INCIDENTS:
      return msk_incident_report_add_register (report, session, error);
    case MSK_REPORT_DESTRUCTIONS:
      return msk_destruction_report_add_register (report, session, error);
    case MSK_REPORT_HANDOVERS:
      return msk_handover_report_add_register (report, session, error);
    case MSK_REPORT_ISSUES:
      return msk_custody_report_add_issues (report, session, error);
    case MSK_REPORT_RETURNS:
      return msk_custody_report_add_returns (report, session, error);
    case MSK_REPORT_COPIES:
    default:
      return write_copies (report, session, database, error);
    }
}

/* What the ledger calls the thing that a report is of. */
static const char *
get_subject_word (MskReportKind kind)
{
  static const char *const words[] = {
    [MSK_REPORT_APPROVAL] = "request",        [MSK_REPORT_PERMIT] = "permit",
    [MSK_REPORT_LOAN_SLIP] = "loan slip",     [MSK_REPORT_HANDOVER] = "handover",
    [MSK_REPORT_DESTRUCTION] = "destruction", [MSK_REPORT_ORIGINATOR] = "originator return",
    [MSK_REPORT_INCIDENT] = "incident",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (words) && words[kind] != NULL, "report");

  return words[kind];
}

/* A report is a carrier like any other paper: that it was made stands in the ledger (C4). */
static gboolean
record (MskSession *session, MskReportKind kind, gint64 id, MskReportFormat format, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *subject =
      id == 0 ? g_strdup ("report")
              : g_strdup_printf ("%s %" G_GINT64_FORMAT, get_subject_word (kind), id);

  return msk_session_begin (session, msk_report_desk_get_act (kind), &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) kind), "format",
                            msk_enum_get_name (MSK_TYPE_REPORT_FORMAT, (int) format), NULL) &&
         msk_session_commit (session, &transaction, error);
}

static MskReport *
compose_approval (MskSession *session, MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskCopyRequest) request = msk_request_store_get (database, id, error);
  g_autoptr(MskPaper) paper =
                 request == NULL ? NULL : msk_paper_store_get (database, request->paper_id, error);

  return paper == NULL ? NULL
                       : msk_approval_sheet_new (msk_session_get_meeting (session), paper, request,
                                                 msk_session_get_now (session));
}

static MskReport *
compose_loan_slip (MskSession *session, MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskLoanSlip) slip = msk_loan_store_get (database, id, error);
  g_autoptr(MskCopy) copy =
                 slip == NULL ? NULL : msk_copy_store_get (database, slip->number, error);
  g_autoptr(MskPaper) paper =
                 copy == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);

  return paper == NULL ? NULL
                       : msk_circulation_report_new_slip (msk_session_get_meeting (session), slip,
                                                          paper->level);
}

static MskReport *
compose_permit (MskSession *session, MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskPermit) permit = msk_permit_store_get (database, id, error);

  return permit == NULL
             ? NULL
             : msk_circulation_report_new_permit (msk_session_get_meeting (session), permit);
}

/* Its number is in the title: several of them lie in one document. */
static MskReport *
compose_incident (MskSession *session, gint64 id, GError **error)
{
  g_autofree char *title = msk_report_desk_dup_incident_title (id);
  g_autoptr(MskReport) report = start_report (session, title);

  return msk_incident_report_add_one (report, session, id, error) ? g_steal_pointer (&report)
                                                                  : NULL;
}

MskReport *
msk_report_desk_compose (MskSession *session,
                         MskDatabase *database,
                         MskReportKind kind,
                         gint64 id,
                         const MskSealPair *seal,
                         GError **error)
{
  g_autoptr(MskReport) report = NULL;
  gboolean done;

  if (kind == MSK_REPORT_APPROVAL)
    return compose_approval (session, database, id, error);
  if (kind == MSK_REPORT_LOAN_SLIP)
    return compose_loan_slip (session, database, id, error);
  if (kind == MSK_REPORT_PERMIT)
    return compose_permit (session, database, id, error);

  if (kind == MSK_REPORT_INCIDENT)
    return compose_incident (session, id, error);

  report = start_report (session, msk_report_desk_get_title (kind));
  if (kind == MSK_REPORT_HANDOVER)
    done = msk_handover_report_add_slip (report, session, id, error);
  else if (kind == MSK_REPORT_DESTRUCTION)
    done = msk_destruction_report_add_list (report, session, id, error);
  else if (kind == MSK_REPORT_ORIGINATOR)
    done = msk_destruction_report_add_return (report, session, id, error);
  else
    done = write_kind (report, session, kind, database, seal, error);
  return done ? g_steal_pointer (&report) : NULL;
}

GBytes *
msk_report_desk_make_as (MskSession *session,
                         MskReportKind kind,
                         gint64 id,
                         MskReportFormat format,
                         GError **error)
{
  MskDatabase *database =
      msk_session_require_meeting (session, msk_report_desk_get_act (kind), error);
  g_autoptr(MskReport) report = database == NULL ? NULL
                                                  : msk_report_desk_compose (session, database,
                                                                             kind, id, NULL, error);
  g_autoptr(GBytes) document = NULL;

  if (report == NULL)
    return NULL;

  document = format == MSK_REPORT_PDF ? msk_report_finish (report, error)
                                      : msk_report_workbook_make (report, error);
  /* Nothing is written into what is only read. */
  return document != NULL &&
                 (msk_session_is_reading (session) || record (session, kind, id, format, error))
             ? g_steal_pointer (&document)
             : NULL;
}

GBytes *
msk_report_desk_make (MskSession *session, MskReportKind kind, GError **error)
{
  return msk_report_desk_make_as (session, kind, 0, MSK_REPORT_PDF, error);
}

/* A name that says what kind of report it is and nothing of what is in it, and the meeting's id in
 * this vault: by that it is found again when the meeting is erased. */
char *
msk_report_desk_dup_free_path (MskSession *session,
                               const char *stem,
                               const char *ending,
                               GError **error)
{
  g_autofree char *folder = msk_session_dup_papers_directory (session);
  MskMeeting *meeting = msk_session_get_meeting (session);
  const gint64 meeting_id = meeting == NULL ? 0 : meeting->id;

  if (!msk_private_file_make_folder (folder, error))
    return NULL;

  for (guint i = 1; i < WRITE_ATTEMPTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s-%" G_GINT64_FORMAT "-%03u.%s", folder, stem,
                                               meeting_id, i, ending);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                       _ ("The papers folder is full of reports: move them into safe keeping, or "
                          "name a file."));
  return NULL;
}

static char *
write_document (MskSession *session,
                const char *name,
                const char *ending,
                GBytes *document,
                const char *path,
                GError **error)
{
  g_autofree char *target = NULL;

  if (document == NULL)
    return NULL;

  target =
      path == NULL ? msk_report_desk_dup_free_path (session, name, ending, error) : g_strdup (path);
  if (target == NULL || !msk_private_file_write (target, document, FALSE, error))
    return NULL;

  return g_steal_pointer (&target);
}

char *
msk_report_desk_write_document (MskSession *session,
                                const char *name,
                                GBytes *document,
                                const char *path,
                                GError **error)
{
  return write_document (session, name, "pdf", document, path, error);
}

char *
msk_report_desk_write_as (MskSession *session,
                          MskReportKind kind,
                          gint64 id,
                          MskReportFormat format,
                          const char *path,
                          GError **error)
{
  g_autoptr(GBytes) document = msk_report_desk_make_as (session, kind, id, format, error);
  g_autofree char *name =
      g_strconcat ("report-", msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) kind), NULL);

  return write_document (session, name, msk_enum_get_name (MSK_TYPE_REPORT_FORMAT, (int) format),
                         document, path, error);
}

char *
msk_report_desk_write (MskSession *session, MskReportKind kind, const char *path, GError **error)
{
  return msk_report_desk_write_as (session, kind, 0, MSK_REPORT_PDF, path, error);
}

MskAct
msk_report_desk_get_act (MskReportKind kind)
{
  switch ((guint) kind)
    {
    case MSK_REPORT_SEAL:
      return MSK_ACT_LEDGER_SEAL;
    case MSK_REPORT_LOAN_SLIP:
      return MSK_ACT_LOAN_GIVE;
    case MSK_REPORT_PERMIT:
      return MSK_ACT_PERMIT_TAKE;
    case MSK_REPORT_HANDOVER:
      return MSK_ACT_HANDOVER_END;
    /* Whoever takes part in a destruction needs its list. */
    case MSK_REPORT_DESTRUCTION:
      return MSK_ACT_MEETING_READ;
    case MSK_REPORT_ORIGINATOR:
      return MSK_ACT_ORIGINATOR_RETURN;
    default:
      return MSK_ACT_REPORT_MAKE;
    }
}
