/* What each role may do with a record that leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-report.h"
#include "msk-dossier-desk.h"
#include "msk-erasure-desk.h"
#include "msk-export-desk.h"
#include "msk-filing-desk.h"
#include "msk-outstanding-desk.h"

#include "role-rows.h"

static void
answer_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (answer);
}

static void
call_export (MskSession *session, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(MskMeetingExport) sealed = NULL;

  msk_export_desk_export_async (session, "/nowhere/record", "", "short", NULL, NULL, NULL,
                                answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  sealed = msk_export_desk_export_finish (session, answer, error);
  g_assert_null (sealed);
}

static void
call_find (MskSession *session, GError **error)
{
  g_autoptr(MskMeetingExport) sealed = NULL;
  gboolean current;

  msk_export_desk_find (session, &sealed, &current, error);
}

static void
call_approve (MskSession *session, GError **error)
{
  msk_erasure_desk_approve (session, "", "", error);
}

static void
call_erase (MskSession *session, GError **error)
{
  const MskCosigner witness = { (char *) "witness", MSK_ROLE_DESK_CLERK };

  g_autoptr(GAsyncResult) answer = NULL;

  msk_erasure_desk_erase_async (session, "/tmp/export", &witness, NULL, NULL, NULL, answer_cb,
                                &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  msk_erasure_desk_erase_finish (session, answer, NULL, error);
}

static void
call_get (MskSession *session, GError **error)
{
  g_autoptr(MskErasure) erasure = msk_erasure_desk_get (session, 99, error);

  g_assert_null (erasure);
}

static void
call_certificate (MskSession *session, GError **error)
{
  g_free (msk_erasure_desk_write_certificate (session, 99, NULL, error));
}

static void
call_file (MskSession *session, GError **error)
{
  const MskFilingDraft draft = { "1", "30", 0, 0, "" };

  msk_filing_desk_file (session, &draft, error);
}

static void
call_hand_over (MskSession *session, GError **error)
{
  const MskArchiveReceiptDraft draft = { "", "", "" };
  const MskCosigner cosigner = { (char *) "cosigner", MSK_ROLE_DESK_CLERK };

  msk_filing_desk_hand_over (session, 99, &draft, &cosigner, error);
}

static void
call_filing_get (MskSession *session, GError **error)
{
  g_autoptr(MskFiling) filing = msk_filing_desk_get (session, 99, error);

  g_assert_null (filing);
}

static void
call_filing_list (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) filings = msk_filing_desk_list (session, error);

  g_assert_true (filings == NULL || filings->len == 0);
}

static void
call_request (MskSession *session, GError **error)
{
  const MskArchiveLoanDraft draft = { "", "", "" };

  msk_filing_desk_request (session, 99, &draft, error);
}

static void
call_loan_approve (MskSession *session, GError **error)
{
  msk_filing_desk_approve (session, 99, "", error);
}

static void
call_loan_refuse (MskSession *session, GError **error)
{
  msk_filing_desk_refuse (session, 99, "", error);
}

static void
call_lend (MskSession *session, GError **error)
{
  msk_filing_desk_lend (session, 99, "", error);
}

static void
call_take_back (MskSession *session, GError **error)
{
  msk_filing_desk_take_back (session, 99, 0, "", error);
}

static void
call_settle (MskSession *session, GError **error)
{
  msk_filing_desk_settle (session, 99, "", error);
}

static void
call_loan_get (MskSession *session, GError **error)
{
  g_autoptr(MskArchiveLoan) loan = msk_filing_desk_get_loan (session, 99, error);

  g_assert_null (loan);
}

static void
call_loan_list (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) loans = msk_filing_desk_list_loans (session, FALSE, error);

  g_assert_true (loans == NULL || loans->len == 0);
}

static void
call_dossier (MskSession *session, GError **error)
{
  const MskDossierCover cover = { NULL, NULL };
  g_autoptr(GAsyncResult) answer = NULL;
  g_autofree char *path = NULL;

  msk_dossier_desk_write_async (session, &cover, NULL, NULL, NULL, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = msk_dossier_desk_write_finish (session, answer, NULL, error);
  g_assert_null (path);
}

static void
call_outstanding (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (session, error);

  g_assert_cmpint (lines == NULL, ==, *error != NULL);
}

static void
call_sheet (MskSession *session, GError **error)
{
  g_free (
      msk_archive_report_write (session, MSK_ARCHIVE_SHEET_CARD, 99, MSK_REPORT_PDF, NULL, error));
}

static void
call_letters (MskSession *session, GError **error)
{
  g_free (msk_archive_report_write (session, MSK_ARCHIVE_SHEET_LETTERS, 0, MSK_REPORT_PDF, NULL,
                                    error));
}

const RoleRow role_rows_archive[] = {
  { "dossier", call_dossier, L | S },
  { "export", call_export, O },
  { "export-find", call_find, READERS },
  { "erasure-approve", call_approve, L },
  { "erasure-erase", call_erase, S },
  { "erasure-get", call_get, READERS, TRUE },
  { "erasure-certificate", call_certificate, O | L | S | U, TRUE },
  { "archive-file", call_file, O },
  { "archive-hand-over", call_hand_over, O, TRUE },
  { "archive-get", call_filing_get, READERS, TRUE },
  { "archive-list", call_filing_list, READERS, TRUE },
  { "archive-request", call_request, O | L | C, TRUE },
  { "archive-approve", call_loan_approve, L, TRUE },
  { "archive-refuse", call_loan_refuse, L, TRUE },
  { "archive-lend", call_lend, O | C, TRUE },
  { "archive-return", call_take_back, O | C, TRUE },
  { "archive-settle", call_settle, L, TRUE },
  { "archive-loan-get", call_loan_get, READERS, TRUE },
  { "archive-loan-list", call_loan_list, READERS, TRUE },
  { "archive-outstanding", call_outstanding, READERS, TRUE },
  { "archive-sheet", call_sheet, O | L | S | U, TRUE },
  { "archive-letters", call_letters, O | L | S | U, TRUE },
  { NULL },
};
