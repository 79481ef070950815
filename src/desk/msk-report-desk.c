/* Reports on paper: what stands in each, in the language of the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-sheet.h"
#include "msk-attendee-store.h"
#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-period.h"
#include "msk-plan-desk.h"
#include "msk-private-file.h"
#include "msk-report-desk-private.h"
#include "msk-report.h"
#include "msk-request-store.h"
#include "msk-room-report.h"
#include "msk-session-private.h"
#include "msk-sweep-report.h"

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

/* The people of one list. */
static void
add_list (MskReport *report, GPtrArray *attendees, guint list, const char *seal)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 5, FALSE },       { _ ("Name"), 12, FALSE },     { _ ("Unit"), 20, FALSE },
    { _ ("Post"), 14, FALSE },     { _ ("Capacity"), 10, FALSE }, { _ ("Clearance"), 12, FALSE },
    { _ ("Decision"), 10, FALSE }, { _ ("Reason"), 17, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading =
      seal == NULL ? msk_report_desk_dup_text (_ ("List %u, not sealed"), list)
                   : msk_report_desk_dup_text (_ ("List %u, sealed, code %s"), list, seal);

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->list_number != list)
        continue;
      g_ptr_array_add (cells, msk_report_desk_dup_text ("%" G_GINT64_FORMAT, attendee->id));
      g_ptr_array_add (cells, g_strdup (attendee->name));
      g_ptr_array_add (cells, g_strdup (attendee->unit));
      g_ptr_array_add (cells, g_strdup (attendee->post));
      g_ptr_array_add (cells, g_strdup (msk_capacity_get_label (attendee->capacity)));
      g_ptr_array_add (cells, g_strdup (msk_level_get_label (attendee->clearance)));
      g_ptr_array_add (cells, g_strdup (msk_vetting_get_label (attendee->vetting)));
      g_ptr_array_add (cells, g_strdup (attendee->reason));
    }

  msk_report_add_heading (report, heading);
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static gboolean
write_list (MskReport *report, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) attendees = msk_attendee_store_list (database, error);
  g_autoptr(GPtrArray) seals =
                 attendees == NULL ? NULL : msk_attendee_store_list_seals (database, error);
  guint lists = 0;

  if (seals == NULL)
    return FALSE;

  for (guint i = 0; i < attendees->len; i++)
    lists = MAX (lists, ((MskAttendee *) g_ptr_array_index (attendees, i))->list_number);
  for (guint list = 1; list <= lists; list++)
    {
      const char *seal =
          list <= seals->len ? strchr (g_ptr_array_index (seals, list - 1), ' ') + 1 : NULL;

      add_list (report, attendees, list, seal);
    }

  {
    const MskReportSigner signers[] = { { _ ("Responsible leader"), NULL },
                                        { _ ("Organiser"), NULL } };

    msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  }
  return TRUE;
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

  return TRUE;
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
  return TRUE;
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
write_plan (MskReport *report, MskSession *session, GError **error)
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
  return TRUE;
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

  return add_carrier_balance (report, database, error);
}

static gboolean
write_kind (MskReport *report,
            MskSession *session,
            MskReportKind kind,
            MskDatabase *database,
            GError **error)
{
  switch (kind)
    {
    case MSK_REPORT_LIST:
      return write_list (report, database, error);
    case MSK_REPORT_SWEEP:
      return msk_sweep_report_add (report, session, database, error);
    case MSK_REPORT_PLAN:
      return write_plan (report, session, error);
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
    case MSK_REPORT_APPROVAL: /* not of a whole meeting */
      g_return_val_if_reached (FALSE);
    case MSK_REPORT_COPIES:
    default:
      return write_copies (report, session, database, error);
    }
}

/* A report is a carrier like any other paper: that it was made stands in the ledger (C4). */
static gboolean
record (MskSession *session, MskReportKind kind, const char *subject, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin (session, MSK_ACT_REPORT_MAKE, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) kind), NULL) &&
         msk_session_commit (session, &transaction, error);
}

GBytes *
msk_report_desk_make (MskSession *session, MskReportKind kind, GError **error)
{
  const char *titles[] = {
    [MSK_REPORT_LIST] = _ ("List of attendees"),
    [MSK_REPORT_COPIES] = _ ("Copy register"),
    [MSK_REPORT_SWEEP] = _ ("Sweep report"),
    [MSK_REPORT_CARRIERS] = _ ("Register of carriers"),
    [MSK_REPORT_PLAN] = _ ("Issue plan"),
    [MSK_REPORT_PACKS] = _ ("List of packs"),
    [MSK_REPORT_RUNS] = _ ("Print runs and counts"),
    [MSK_REPORT_SPOILED] = _ ("Register of spoiled sheets"),
    [MSK_REPORT_ROOM] = _ ("Entry log of the print room"),
  };
  g_autoptr(MskReport) report = NULL;
  g_autoptr(GBytes) document = NULL;
  MskDatabase *database = NULL;

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (titles) && titles[kind] != NULL, NULL);

  database = msk_session_require_meeting (session, MSK_ACT_REPORT_MAKE, error);
  if (database == NULL)
    return NULL;

  report = start_report (session, titles[kind]);
  document = write_kind (report, session, kind, database, error) ? msk_report_finish (report, error)
                                                                 : NULL;
  return document != NULL && record (session, kind, "report", error) ? g_steal_pointer (&document)
                                                                     : NULL;
}

GBytes *
msk_report_desk_make_approval (MskSession *session, gint64 request_id, GError **error)
{
  g_autoptr(MskCopyRequest) request = NULL;
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(MskReport) report = NULL;
  g_autoptr(GBytes) document = NULL;
  g_autofree char *subject = g_strdup_printf ("request %" G_GINT64_FORMAT, request_id);
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_REPORT_MAKE, error);

  request = database == NULL ? NULL : msk_request_store_get (database, request_id, error);
  paper = request == NULL ? NULL : msk_paper_store_get (database, request->paper_id, error);
  if (paper == NULL)
    return NULL;

  report = msk_approval_sheet_new (msk_session_get_meeting (session), paper, request,
                                   msk_session_get_now (session));
  document = msk_report_finish (report, error);
  return document != NULL && record (session, MSK_REPORT_APPROVAL, subject, error)
             ? g_steal_pointer (&document)
             : NULL;
}

/* A name that says what kind of report it is and nothing of what is in it. */
static char *
dup_free_path (MskSession *session, MskReportKind kind, GError **error)
{
  g_autofree char *folder = msk_session_dup_papers_directory (session);

  if (!msk_private_file_make_folder (folder, error))
    return NULL;

  for (guint i = 1; i < WRITE_ATTEMPTS; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("%s/report-%s-%03u.pdf", folder,
                           msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) kind), i);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                       _ ("The papers folder is full of reports: move them into safe keeping, or "
                          "name a file."));
  return NULL;
}

/* Writes a report that was made; document NULL: it could not be. */
static char *
write_document (MskSession *session,
                MskReportKind kind,
                GBytes *document,
                const char *path,
                GError **error)
{
  g_autofree char *target = NULL;

  if (document == NULL)
    return NULL;

  target = path == NULL ? dup_free_path (session, kind, error) : g_strdup (path);
  if (target == NULL || !msk_private_file_write (target, document, FALSE, error))
    return NULL;

  return g_steal_pointer (&target);
}

char *
msk_report_desk_write (MskSession *session, MskReportKind kind, const char *path, GError **error)
{
  g_autoptr(GBytes) document = msk_report_desk_make (session, kind, error);

  return write_document (session, kind, document, path, error);
}

char *
msk_report_desk_write_approval (MskSession *session,
                                gint64 request_id,
                                const char *path,
                                GError **error)
{
  g_autoptr(GBytes) document = msk_report_desk_make_approval (session, request_id, error);

  return write_document (session, MSK_REPORT_APPROVAL, document, path, error);
}
