/* What is over the meetings, on paper: dossiers and their loans (F1), what is still out (F2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-report.h"

#include <glib/gi18n-lib.h>

#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-erasure-desk.h"
#include "msk-erasure-papers.h"
#include "msk-error.h"
#include "msk-filing-desk.h"
#include "msk-ledger.h"
#include "msk-outstanding-desk.h"
#include "msk-period.h"
#include "msk-policy-store.h"
#include "msk-private-file.h"
#include "msk-report-desk-private.h"
#include "msk-report-workbook.h"
#include "msk-seal-report.h"
#include "msk-session-private.h"

/* What a sheet is made with. */
typedef struct
{
  MskSession *session;
  MskScheme *scheme; /* of the appliance: each meeting has its own */
  gint64 now;
} Press;

static MskReport *
start (const Press *press, MskLevel level, const char *title)
{
  g_autofree char *mark = msk_period_dup_mark (press->scheme, level, "");
  const MskReportHead head = { .level_mark = mark,
                               .level_label = msk_scheme_get_word (press->scheme, level),
                               .title = title };

  return msk_report_new (&head);
}

/* 0: it was not said. */
static char *
dup_count (guint count)
{
  return count == 0 ? g_strdup ("–") : g_strdup_printf ("%u", count);
}

static char *
dup_by (const char *user, gint64 at)
{
  g_autofree char *time = msk_report_desk_dup_time (at);

  return at == 0 ? g_strdup ("") : g_strdup_printf (_ ("%s, %s"), user, time);
}

static char *
dup_condition (const MskArchiveLoan *loan)
{
  if (!loan->is_returned)
    return g_strdup ("");
  if (loan->is_settled)
    return g_strdup_printf (_ ("%u of %u pages: %s; settled by %s: %s"), loan->pages_back,
                            loan->pages, loan->condition, loan->settled_by, loan->settlement);

  return msk_archive_loan_pages_differ (loan)
             ? g_strdup_printf (_ ("%u of %u pages: %s"), loan->pages_back, loan->pages,
                                loan->condition)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page: %s", "%u pages: %s",
                                             loan->pages_back),
                                loan->pages_back, loan->condition);
}

static void
add_loan_row (GPtrArray *cells, const MskArchiveLoan *loan, gint64 now)
{
  g_autofree char *reader = g_strdup_printf ("%s · %s", loan->reader, loan->unit);
  g_autofree char *decided =
      loan->is_approved  ? g_strdup_printf ("%s · %s", loan->approved_by, loan->reference)
      : loan->is_refused ? g_strdup_printf (_ ("refused: %s · %s"), loan->refused_by, loan->refusal)
                         : g_strdup ("");

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, loan->id));
  g_ptr_array_add (cells, g_strdup (loan->number));
  g_ptr_array_add (cells, g_steal_pointer (&reader));
  g_ptr_array_add (cells, g_strdup (loan->purpose));
  g_ptr_array_add (cells, g_steal_pointer (&decided));
  g_ptr_array_add (cells, msk_report_desk_dup_time (loan->lent_at));
  g_ptr_array_add (cells, loan->is_returned && msk_archive_loan_is_over (loan)
                              ? msk_report_desk_dup_time (loan->returned_at)
                              : msk_archive_loan_dup_standing (loan, now));
  g_ptr_array_add (cells, dup_condition (loan));
}

/* Of one dossier, or with 0 of all. */
static gboolean
add_loans (MskReport *report, const Press *press, gint64 meeting_id, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Loan"), 6, FALSE },     { _ ("Archive number"), 15, FALSE }, { _ ("Reader"), 15, FALSE },
    { _ ("Purpose"), 13, FALSE }, { _ ("Decided by"), 15, FALSE },     { _ ("Lent"), 12, FALSE },
    { _ ("Back"), 12, FALSE },    { _ ("Condition"), 12, FALSE },
  };
  g_autoptr(GPtrArray) loans = msk_filing_desk_list_loans (press->session, FALSE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint differing = 0;

  if (loans == NULL)
    return FALSE;

  for (guint i = 0; i < loans->len; i++)
    {
      const MskArchiveLoan *loan = g_ptr_array_index (loans, i);

      if (meeting_id != 0 && loan->meeting_id != meeting_id)
        continue;
      add_loan_row (cells, loan, press->now);
      differing += msk_archive_loan_pages_differ (loan);
    }
  msk_report_add_heading (report, _ ("Loans in the reading room"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  if (differing > 0)
    msk_report_add_warning (report, _ ("A dossier came back with another number of pages."));
  return TRUE;
}

static void
add_filing_row (GPtrArray *cells, const MskFiling *filing)
{
  g_ptr_array_add (cells, g_strdup (filing->number));
  g_ptr_array_add (cells, g_strdup (filing->meeting_number));
  g_ptr_array_add (cells, g_strdup (msk_level_get_label (filing->level)));
  g_ptr_array_add (cells, msk_filing_dup_years (filing->years));
  g_ptr_array_add (cells, dup_count (filing->volumes));
  g_ptr_array_add (cells, dup_count (filing->pages));
  g_ptr_array_add (cells, msk_report_desk_dup_time (filing->at));
  g_ptr_array_add (cells, msk_report_desk_dup_time (filing->handed_over_at));
  g_ptr_array_add (cells, g_strdup (filing->organ));
}

static MskReport *
compose_register (const Press *press, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Archive number"), 16, FALSE }, { _ ("Meeting number"), 18, FALSE },
    { _ ("Level"), 8, FALSE },           { _ ("Kept for"), 10, FALSE },
    { _ ("Volumes"), 10, TRUE },         { _ ("Pages"), 7, TRUE },
    { _ ("Filed"), 12, FALSE },          { _ ("Handed over"), 12, FALSE },
    { _ ("Archive"), 12, FALSE },
  };
  const MskReportSigner signers[] = { { _ ("Made by"), msk_session_get_user (press->session) },
                                      { _ ("Checked by"), NULL } };
  g_autoptr(GPtrArray) filings = msk_filing_desk_list (press->session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MskReport) report = NULL;
  MskLevel level = MSK_LEVEL_CONFIDENTIAL;

  if (filings == NULL)
    return NULL;

  for (guint i = 0; i < filings->len; i++)
    {
      const MskFiling *filing = g_ptr_array_index (filings, i);

      level = MAX (level, filing->level);
      add_filing_row (cells, filing);
    }
  report = start (press, level, _ ("Register of dossiers"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  if (!add_loans (report, press, 0, error))
    return NULL;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return g_steal_pointer (&report);
}

static void
add_filing_facts (MskReport *report, const MskFiling *filing)
{
  g_autofree char *years = msk_filing_dup_years (filing->years);
  g_autofree char *volumes = dup_count (filing->volumes);
  g_autofree char *pages = dup_count (filing->pages);
  g_autofree char *filed = dup_by (filing->user, filing->at);
  g_autofree char *entry = msk_report_desk_dup_text ("%" G_GINT64_FORMAT, filing->head_sequence);
  const MskReportFact facts[] = {
    { _ ("Archive number"), filing->number },
    { _ ("Meeting number"), filing->meeting_number },
    { _ ("Level"), msk_level_get_label (filing->level) },
    { _ ("Kept for"), years },
    { _ ("Volumes"), volumes },
    { _ ("Pages"), pages },
    { _ ("Put in order by"), filing->ordered_by },
    { _ ("Filed by"), filed },
    { _ ("Last entry of its ledger"), entry },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static void
add_handover_facts (MskReport *report, const MskFiling *filing)
{
  g_autofree char *handed = dup_by (filing->handed_over_by, filing->handed_over_at);
  const MskReportFact facts[] = {
    { _ ("Archive"), filing->organ },
    { _ ("Taken over by"), filing->receiver },
    { _ ("Reference of the list of transfer"), filing->reference },
    { _ ("Handed over by"), handed },
    { _ ("Signed beside"), filing->cosigner },
  };

  msk_report_add_heading (report, _ ("Handing over to the archive"));
  if (filing->is_handed_over)
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  else
    msk_report_add_paragraph (report, _ ("Not handed over yet."));
}

static MskReport *
compose_card (const Press *press, const MskFiling *filing, GError **error)
{
  g_autoptr(MskReport) report = start (press, filing->level, _ ("Card of a dossier"));

  add_filing_facts (report, filing);
  add_handover_facts (report, filing);
  return add_loans (report, press, filing->meeting_id, error) ? g_steal_pointer (&report) : NULL;
}

static MskReport *
compose_receipt (const Press *press, const MskFiling *filing, GError **error)
{
  const MskReportSigner signers[] = { { _ ("Handed over by"), filing->handed_over_by },
                                      { _ ("Signed beside"), filing->cosigner },
                                      { _ ("Taken over by"), filing->receiver } };
  g_autoptr(MskReport) report = NULL;
  g_autofree char *subject = g_strdup_printf ("dossier %" G_GINT64_FORMAT, filing->meeting_id);

  if (!filing->is_handed_over)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_HANDED_OVER,
                           _ ("The archive has not taken this dossier over, so there is no "
                              "receipt: have it handed over first."));
      return NULL;
    }

  report = start (press, filing->level, _ ("Receipt of the archive"));
  add_filing_facts (report, filing);
  add_handover_facts (report, filing);
  if (!msk_seal_report_add_appliance (report, press->session, subject, "archive-receipt", error))
    return NULL;

  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return g_steal_pointer (&report);
}

static char *
dup_due (const MskOutstanding *line, gint64 now)
{
  /* Nobody is to bring back what is kept in another place. */
  g_autofree char *due = line->kind == MSK_OUTSTANDING_KEPT ? g_strdup ("–")
                         : line->due_at == 0                ? g_strdup (_ ("at once"))
                                             : msk_report_desk_dup_time (line->due_at);

  return msk_outstanding_is_overdue (line, now) ? g_strdup_printf (_ ("%s, overdue"), due)
                                                : g_steal_pointer (&due);
}

static void
add_lines (MskReport *report, GPtrArray *lines, guint first, guint count, gint64 now)
{
  const MskReportColumn columns[] = {
    { _ ("Meeting number"), 20, FALSE }, { _ ("Thing"), 30, FALSE }, { _ ("State"), 17, FALSE },
    { _ ("Level"), 9, FALSE },           { _ ("Since"), 12, FALSE }, { _ ("Due by"), 12, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < first + count; i++)
    {
      const MskOutstanding *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (cells, g_strdup (line->meeting_number));
      g_ptr_array_add (cells, g_strdup (line->what));
      g_ptr_array_add (cells, g_strdup (msk_outstanding_kind_get_label (line->kind)));
      g_ptr_array_add (cells, g_strdup (msk_level_get_label (line->level)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (line->since_at));
      g_ptr_array_add (cells, dup_due (line, now));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static guint
count_overdue (GPtrArray *lines, gint64 now)
{
  guint overdue = 0;

  for (guint i = 0; i < lines->len; i++)
    overdue += msk_outstanding_is_overdue (g_ptr_array_index (lines, i), now);

  return overdue;
}

static MskReport *
compose_outstanding (const Press *press, GPtrArray *lines)
{
  MskReport *report = start (press, msk_outstanding_get_level (lines, 0, lines->len),
                             _ ("Still out, over all meetings"));
  g_autofree char *made = msk_report_desk_dup_time (press->now);
  g_autofree char *count = g_strdup_printf ("%u", lines->len);
  g_autofree char *overdue = g_strdup_printf ("%u", count_overdue (lines, press->now));
  const MskReportFact facts[] = { { _ ("Report made"), made },
                                  { _ ("Things that are out"), count },
                                  { _ ("Of them overdue"), overdue } };
  const MskReportSigner signers[] = { { _ ("Made by"), msk_session_get_user (press->session) },
                                      { _ ("Checked by"), NULL } };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  for (guint i = 0; i < lines->len;)
    {
      const guint owed = msk_outstanding_count_owner (lines, i);
      g_autofree char *owner = msk_outstanding_dup_owner (g_ptr_array_index (lines, i));

      msk_report_add_heading (report, owner);
      add_lines (report, lines, i, owed, press->now);
      i += owed;
    }
  if (lines->len == 0)
    msk_report_add_paragraph (report, _ ("Nothing is out."));
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return report;
}

/* Each letter has the level of what it lists, and goes to one. */
static MskReport *
compose_letter (const Press *press, GPtrArray *lines, guint first, guint count)
{
  MskReport *report =
      start (press, msk_outstanding_get_level (lines, first, count), _ ("Chase letter"));
  g_autofree char *owner = msk_outstanding_dup_owner (g_ptr_array_index (lines, first));
  g_autofree char *made = msk_report_desk_dup_time (press->now);
  const MskReportFact facts[] = { { _ ("To"), owner }, { _ ("Date"), made } };
  const MskReportSigner signers[] = { { _ ("Sent by"), msk_session_get_user (press->session) },
                                      { _ ("Letter received by"), NULL } };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  msk_report_add_paragraph (report,
                            _ ("By the registers, what is listed here is still with you or open. "
                               "Please give it back or settle it by the time that is due, fetch "
                               "what lies in deposit for you, and tell the secrecy department at "
                               "once of anything that cannot be found."));
  add_lines (report, lines, first, count, press->now);
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return report;
}

static GBytes *
make_letters (const Press *press, GPtrArray *lines, GError **error)
{
  g_autoptr(GPtrArray) letters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len && msk_outstanding_has_owner (g_ptr_array_index (lines, i));)
    {
      const guint owed = msk_outstanding_count_owner (lines, i);

      g_ptr_array_add (letters, compose_letter (press, lines, i, owed));
      i += owed;
    }
  if (letters->len > 0)
    return msk_report_finish_several ((MskReport *const *) letters->pdata, letters->len, error);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_OUTSTANDING,
                       _ ("Nobody owes anything, so there is no letter to write: look at the list "
                          "of what is out."));
  return NULL;
}

static MskReport *
compose (const Press *press, MskArchiveSheet sheet, gint64 meeting_id, GError **error)
{
  g_autoptr(MskFiling) filing = NULL;

  if (sheet == MSK_ARCHIVE_SHEET_REGISTER)
    return compose_register (press, error);
  if (sheet == MSK_ARCHIVE_SHEET_OUTSTANDING)
    {
      g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (press->session, error);

      return lines == NULL ? NULL : compose_outstanding (press, lines);
    }

  filing = msk_filing_desk_get (press->session, meeting_id, error);
  if (filing == NULL)
    return NULL;

  return sheet == MSK_ARCHIVE_SHEET_CARD ? compose_card (press, filing, error)
                                         : compose_receipt (press, filing, error);
}

static GBytes *
make (const Press *press,
      MskArchiveSheet sheet,
      gint64 meeting_id,
      MskReportFormat format,
      GError **error)
{
  g_autoptr(MskReport) report = NULL;

  if (sheet == MSK_ARCHIVE_SHEET_ERASURE)
    return msk_erasure_desk_make_certificate (press->session, meeting_id, error);
  if (sheet == MSK_ARCHIVE_SHEET_LETTERS)
    {
      g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (press->session, error);

      return lines == NULL ? NULL : make_letters (press, lines, error);
    }

  report = compose (press, sheet, meeting_id, error);
  if (report == NULL)
    return NULL;

  return format == MSK_REPORT_PDF ? msk_report_finish (report, error)
                                  : msk_report_workbook_make (report, error);
}

/* Receipt and certificate have an entry of their own, which is the one that their code stands for.
 */
static gboolean
record (const Press *press,
        MskArchiveSheet sheet,
        gint64 meeting_id,
        const char *ending,
        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *subject = sheet == MSK_ARCHIVE_SHEET_CARD
                                 ? g_strdup_printf ("dossier %" G_GINT64_FORMAT, meeting_id)
                                 : g_strdup ("report");
  g_autofree char *kind = msk_archive_sheet_dup_kind (sheet);

  return sheet == MSK_ARCHIVE_SHEET_RECEIPT || sheet == MSK_ARCHIVE_SHEET_ERASURE ||
         (msk_session_begin_appliance (press->session, MSK_ACT_REPORT_MAKE, &transaction, error) &&
          msk_ledger_append (&transaction, MSK_ACT_REPORT_MAKE, subject, error, "kind", kind,
                             "format", ending, NULL) &&
          msk_transaction_commit (&transaction, error));
}

/* A list over the meetings says of each what its registers say, and goes with the first that is
 * erased; what is of a dossier says no more than stays on the appliance. */
static char *
dup_target (MskSession *session, MskArchiveSheet sheet, const char *ending, GError **error)
{
  g_autofree char *stem =
      sheet == MSK_ARCHIVE_SHEET_ERASURE
          ? g_strdup (MSK_ERASURE_CERTIFICATE)
          : g_strconcat (msk_archive_sheet_get_stem (sheet),
                         msk_enum_get_name (MSK_TYPE_ARCHIVE_SHEET, (int) sheet), NULL);

  return msk_report_desk_dup_free_path (session, stem, ending, error);
}

GBytes *
msk_archive_report_make (MskSession *session,
                         MskArchiveSheet sheet,
                         gint64 meeting_id,
                         MskReportFormat format,
                         GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_REPORT_MAKE, error);
  const char *ending = msk_enum_get_name (MSK_TYPE_REPORT_FORMAT, (int) format);
  g_autoptr(MskScheme) scheme = NULL;
  g_autoptr(GBytes) document = NULL;
  Press press;

  if (appliance == NULL || !msk_policy_store_load (appliance, &scheme, NULL, error))
    return NULL;

  press = (Press){ session, scheme, msk_session_get_now (session) };
  document = make (&press, sheet, meeting_id, format, error);
  return document != NULL && record (&press, sheet, meeting_id, ending, error)
             ? g_steal_pointer (&document)
             : NULL;
}

char *
msk_archive_report_write (MskSession *session,
                          MskArchiveSheet sheet,
                          gint64 meeting_id,
                          MskReportFormat format,
                          const char *path,
                          GError **error)
{
  const char *ending = msk_enum_get_name (MSK_TYPE_REPORT_FORMAT, (int) format);
  g_autoptr(GBytes) document = msk_archive_report_make (session, sheet, meeting_id, format, error);
  g_autofree char *target = NULL;

  if (document == NULL)
    return NULL;

  target = path == NULL ? dup_target (session, sheet, ending, error) : g_strdup (path);
  return target != NULL && msk_private_file_write (target, document, FALSE, error)
             ? g_steal_pointer (&target)
             : NULL;
}

const char *
msk_archive_sheet_get_stem (MskArchiveSheet sheet)
{
  return sheet == MSK_ARCHIVE_SHEET_OUTSTANDING || sheet == MSK_ARCHIVE_SHEET_LETTERS
             ? MSK_ERASURE_OVER_MEETINGS
             : MSK_ERASURE_FILING;
}

char *
msk_archive_sheet_dup_kind (MskArchiveSheet sheet)
{
  return g_strconcat ("archive-", msk_enum_get_name (MSK_TYPE_ARCHIVE_SHEET, (int) sheet), NULL);
}
