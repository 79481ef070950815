/* The record of a meeting in the archive (F1): filed, handed over, borrowed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-filing-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-scan.h"
#include "msk-cosigner-private.h"
#include "msk-dossier-desk.h"
#include "msk-erasure-private.h"
#include "msk-error.h"
#include "msk-filing-store.h"
#include "msk-ledger.h"
#include "msk-look-alike.h"
#include "msk-meeting-private.h"
#include "msk-person-name-private.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"
#include "msk-turn.h"

static gboolean
check_not_filed (MskDatabase *appliance, gint64 meeting_id, GError **error)
{
  g_autoptr(MskFiling) found = NULL;

  if (!msk_filing_store_find (appliance, meeting_id, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_FILED,
               _ ("This meeting is filed already, under the archive number %s: what was filed "
                  "stands."),
               found->number);
  return FALSE;
}

static gboolean
check_number (MskDatabase *appliance, const char *number, GError **error)
{
  gboolean taken;

  if (!msk_filing_store_has_number (appliance, number, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("Another dossier has this archive number: give this one its own."));
  return FALSE;
}

/* F1: what is filed is closed, looked into, and safe in an export that nothing was written after.
 */
static MskMeetingExport *
find_filable (MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(MskMeetingExport) sealed = msk_erasure_desk_find_export (session, database, error);

  return sealed != NULL && msk_erasure_desk_check_incidents (database, error)
             ? g_steal_pointer (&sealed)
             : NULL;
}

/* What nobody counted could come back as anything. */
static gboolean
check_pages (guint pages, GError **error)
{
  if (pages > 0)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Nobody has made the dossier here, so say how many pages it has: they "
                          "are counted whenever it comes back from a reader."));
  return FALSE;
}

gboolean
msk_filing_desk_file (MskSession *session, const MskFilingDraft *draft, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_ARCHIVE_FILE, error);
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autofree char *number = NULL;
  g_autofree char *ordered_by = NULL;
  g_auto(MskTransaction) transaction = { NULL };
  MskFilingEntry entry;
  guint years, pages;

  g_return_val_if_fail (draft != NULL, FALSE);

  if (database == NULL || !msk_filing_parse_years (draft->kept_for, &years, error))
    return FALSE;

  number = msk_meeting_dup_named (draft->number, _ ("Archive number"), TRUE, error);
  ordered_by = number == NULL
                   ? NULL
                   : msk_meeting_dup_named (draft->ordered_by, _ ("Put in order by"), TRUE, error);
  sealed = ordered_by == NULL ? NULL : find_filable (session, database, error);
  if (sealed == NULL ||
      !msk_session_begin_appliance (session, MSK_ACT_ARCHIVE_FILE, &transaction, error))
    return FALSE;

  pages = draft->pages;
  if ((pages == 0 && !msk_filing_store_find_pages (database, MSK_DOSSIER_KIND, &pages, error)) ||
      !check_pages (pages, error))
    return FALSE;

  entry = (MskFilingEntry){ .number = number,
                            .level = msk_session_get_meeting (session)->level,
                            .years = years,
                            .volumes = draft->volumes,
                            .pages = pages,
                            .ordered_by = ordered_by };
  return check_not_filed (transaction.database, sealed->meeting_id, error) &&
         check_number (transaction.database, number, error) &&
         msk_filing_store_file (&transaction, sealed, &entry, error) &&
         msk_session_commit (session, &transaction, error);
}

static MskFiling *
get_filing (MskDatabase *appliance, gint64 meeting_id, GError **error)
{
  MskFiling *found = NULL;

  if (!msk_filing_store_find (appliance, meeting_id, &found, error) || found != NULL)
    return found;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_FILED,
                       _ ("The record of this meeting is not filed: have the organiser file it "
                          "first, "
                          "under an archive number (“msk archive file”)."));
  return NULL;
}

/* Both sign: each with an entry of their own. */
static gboolean
sign (MskTransaction *transaction, gint64 meeting_id, const MskCosigner *cosigner, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("dossier %" G_GINT64_FORMAT, meeting_id);

  msk_cosigner_act_in (cosigner, transaction);
  return msk_ledger_append (transaction, MSK_ACT_ARCHIVE_COSIGN, subject, error, NULL);
}

gboolean
msk_filing_desk_hand_over (MskSession *session,
                           gint64 meeting_id,
                           const MskArchiveReceiptDraft *draft,
                           const MskCosigner *cosigner,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskFiling) filing = NULL;
  g_autofree char *receiver = NULL;
  g_autofree char *organ = NULL;
  g_autofree char *reference = NULL;

  g_return_val_if_fail (draft != NULL && cosigner != NULL, FALSE);

  if (!msk_session_begin_appliance (session, MSK_ACT_ARCHIVE_HAND_OVER, &transaction, error) ||
      !msk_role_check (cosigner->role, MSK_ACT_ARCHIVE_COSIGN, error) ||
      !msk_cosigner_check_other (cosigner, session, error))
    return FALSE;

  receiver = msk_meeting_dup_named (draft->receiver, _ ("Taken over by"), TRUE, error);
  organ =
      receiver == NULL ? NULL : msk_meeting_dup_named (draft->organ, _ ("Archive"), TRUE, error);
  reference = organ == NULL
                  ? NULL
                  : msk_meeting_dup_named (draft->reference,
                                           _ ("Reference of the list of transfer"), TRUE, error);
  filing = reference == NULL ? NULL : get_filing (transaction.database, meeting_id, error);
  return filing != NULL && msk_filing_check_hand_over (filing, error) &&
         msk_filing_store_hand_over (&transaction, meeting_id, receiver, organ, reference,
                                     cosigner->user, error) &&
         sign (&transaction, meeting_id, cosigner, error) &&
         msk_session_commit (session, &transaction, error);
}

MskFiling *
msk_filing_desk_get (MskSession *session, gint64 meeting_id, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : get_filing (appliance, meeting_id, error);
}

GPtrArray *
msk_filing_desk_list (MskSession *session, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_filing_store_list (appliance, error);
}

gint64
msk_filing_desk_request (MskSession *session,
                         gint64 meeting_id,
                         const MskArchiveLoanDraft *draft,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskFiling) filing = NULL;
  g_autofree char *named = NULL;
  g_autofree char *reader = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *purpose = NULL;
  gint64 id;

  g_return_val_if_fail (draft != NULL, 0);

  if (!msk_session_begin_appliance (session, MSK_ACT_ARCHIVE_REQUEST, &transaction, error))
    return 0;

  named = msk_meeting_dup_named (draft->reader, _ ("Reader"), TRUE, error);
  reader = named == NULL ? NULL : msk_person_name_dup (named, error);
  unit = reader == NULL
             ? NULL
             : msk_meeting_dup_named (draft->unit, _ ("Unit of the reader"), TRUE, error);
  purpose =
      unit == NULL ? NULL : msk_meeting_dup_named (draft->purpose, _ ("Purpose"), TRUE, error);
  filing = purpose == NULL ? NULL : get_filing (transaction.database, meeting_id, error);
  return filing != NULL &&
                 msk_filing_store_request (&transaction, meeting_id, reader, unit, purpose, &id,
                                           error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

/* What every later act begins with: the loan as it stands inside the transaction. */
static MskArchiveLoan *
begin (MskSession *session, MskAct act, gint64 loan_id, MskTransaction *transaction, GError **error)
{
  return msk_session_begin_appliance (session, act, transaction, error)
             ? msk_filing_store_get_loan (transaction->database, loan_id, error)
             : NULL;
}

gboolean
msk_filing_desk_approve (MskSession *session, gint64 loan_id, const char *reference, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskArchiveLoan) loan =
                 begin (session, MSK_ACT_ARCHIVE_APPROVE, loan_id, &transaction, error);
  g_autofree char *clean =
      loan == NULL
          ? NULL
          : msk_meeting_dup_named (reference, _ ("Reference of the decision"), TRUE, error);

  return clean != NULL &&
         msk_archive_loan_check_decide (loan, transaction.actor.user, msk_look_alike, error) &&
         msk_filing_store_approve (&transaction, loan_id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_filing_desk_refuse (MskSession *session, gint64 loan_id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskArchiveLoan) loan =
                 begin (session, MSK_ACT_ARCHIVE_REFUSE, loan_id, &transaction, error);
  g_autofree char *clean = loan == NULL ? NULL : msk_print_desk_dup_reason (reason, error);

  return clean != NULL &&
         msk_archive_loan_check_decide (loan, transaction.actor.user, msk_look_alike, error) &&
         msk_filing_store_refuse (&transaction, loan_id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

/* The day ends by the clock on the wall, as it does for a paper that is due the same day (L2). */
static gint64
get_due (gint64 now)
{
  return msk_turn_get_due (MSK_LEVEL_TOP_SECRET, MSK_URGENCY_NONE, now,
                           msk_circulation_scan_get_utc_offset (now));
}

gboolean
msk_filing_desk_lend (MskSession *session, gint64 loan_id, const char *acknowledged, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskArchiveLoan) loan =
                 begin (session, MSK_ACT_ARCHIVE_LEND, loan_id, &transaction, error);
  g_autofree char *signature =
      loan == NULL ? NULL
                   : msk_meeting_dup_named (acknowledged, _ ("Full name, as the reader signs it"),
                                            TRUE, error);
  gboolean is_out;

  return signature != NULL &&
         msk_filing_store_is_out (transaction.database, loan->meeting_id, &is_out, error) &&
         msk_archive_loan_check_lend (loan, is_out, transaction.actor.user, signature,
                                      msk_look_alike, error) &&
         msk_filing_store_lend (&transaction, loan_id, signature, get_due (transaction.actor.now),
                                error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_filing_desk_take_back (MskSession *session,
                           gint64 loan_id,
                           guint pages,
                           const char *condition,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskArchiveLoan) loan =
                 begin (session, MSK_ACT_ARCHIVE_RETURN, loan_id, &transaction, error);
  g_autofree char *clean =
      loan == NULL ? NULL : msk_meeting_dup_named (condition, _ ("Condition"), TRUE, error);

  return clean != NULL &&
         msk_archive_loan_check_return (loan, transaction.actor.user, msk_look_alike, error) &&
         msk_filing_store_take_back (&transaction, loan_id, pages, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_filing_desk_settle (MskSession *session, gint64 loan_id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskArchiveLoan) loan =
                 begin (session, MSK_ACT_ARCHIVE_SETTLE, loan_id, &transaction, error);
  g_autofree char *clean = loan == NULL ? NULL : msk_print_desk_dup_reason (reason, error);

  return clean != NULL &&
         msk_archive_loan_check_settle (loan, transaction.actor.user, msk_look_alike, error) &&
         msk_filing_store_settle (&transaction, loan_id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

MskArchiveLoan *
msk_filing_desk_get_loan (MskSession *session, gint64 loan_id, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_filing_store_get_loan (appliance, loan_id, error);
}

GPtrArray *
msk_filing_desk_list_loans (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_filing_store_list_loans (appliance, only_open, error);
}
