/* Erasing a meeting whose export is in safe keeping (D1): its key is thrown away, then what is left
 * of it is removed. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-erasure-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-erasure-papers.h"
#include "msk-erasure-private.h"
#include "msk-erasure-store.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-ledger.h"
#include "msk-meeting-private.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"

static MskDatabase *
get_appliance (MskSession *session)
{
  return msk_vault_get_appliance (msk_session_get_vault (session));
}

static MskMeetingExport *
fail_not_exported (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_EXPORTED,
                       _ ("There is no verified export of the meeting as it stands now: have the "
                          "organiser export it, and write nothing in it after that."));
  return NULL;
}

MskMeetingExport *
msk_erasure_desk_find_export (MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(MskMeetingExport) found = NULL;
  g_autoptr(GBytes) hash = NULL;
  g_autofree char *hex = NULL;
  gint64 last;

  if (!msk_meeting_check_closed (msk_session_get_meeting (session), error) ||
      !msk_erasure_store_find_export (get_appliance (session),
                                      msk_session_get_meeting (session)->id, &found, error) ||
      !msk_ledger_get_last (database, &last, error))
    return NULL;
  if (found == NULL || found->head_sequence != last)
    return fail_not_exported (error);

  hash = msk_ledger_dup_hash (database, last, error);
  if (hash == NULL)
    return NULL;

  hex = msk_ledger_dup_hex (g_bytes_get_data (hash, NULL));
  return g_str_equal (hex, found->head_hash) ? g_steal_pointer (&found) : fail_not_exported (error);
}

gboolean
msk_erasure_desk_check_incidents (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) open = msk_incident_store_list (database, TRUE, error);

  if (open == NULL || open->len == 0)
    return open != NULL;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_OPEN,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u incident of the meeting is open: close it, and export the meeting "
                            "anew, before it is filed or erased.",
                            "%u incidents of the meeting are open: close each, and export the "
                            "meeting anew, before it is filed or erased.",
                            open->len),
               open->len);
  return FALSE;
}

/* The counts of what there is, when it is said where what still exists of it is kept. */
static gboolean
check_kept (MskDatabase *database, const char *kept, guint *counts, GError **error)
{
  return msk_sweep_store_count_states (database, counts, error) &&
         msk_erasure_check_kept (counts, kept, error);
}

gboolean
msk_erasure_desk_approve (MskSession *session,
                          const char *reference,
                          const char *kept,
                          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_ERASURE_APPROVE, error);
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *place = NULL;
  guint counts[MSK_COPY_N_STATES];
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (reference != NULL && kept != NULL, FALSE);

  if (database == NULL)
    return FALSE;

  sealed = msk_erasure_desk_find_export (session, database, error);
  clean = sealed == NULL ? NULL : msk_meeting_dup_text (reference, TRUE, error);
  place = clean == NULL ? NULL : msk_meeting_dup_text (kept, FALSE, error);
  return place != NULL && msk_erasure_desk_check_incidents (database, error) &&
         check_kept (database, place, counts, error) &&
         msk_session_begin_appliance (session, MSK_ACT_ERASURE_APPROVE, &transaction, error) &&
         msk_erasure_store_approve (&transaction, sealed, clean, place, counts, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Who approves, who erases and who watches are three people (D1). */
static gboolean
check_three (MskSession *session, const char *approver, const MskCosigner *witness, GError **error)
{
  if (!msk_cosigner_check_other (witness, session, error))
    return FALSE;
  if (!g_str_equal (approver, msk_session_get_user (session)) &&
      !g_str_equal (approver, witness->user))
    return TRUE;

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("Who approved the erasure neither erases nor watches: a third person has "
                          "to sign in with their own name and passphrase."));
  return FALSE;
}

static gboolean
find_approval (MskSession *session,
               MskDatabase *database,
               const MskMeetingExport *sealed,
               const MskCosigner *witness,
               gint64 *id,
               GError **error)
{
  g_autofree char *approver = NULL;
  g_autofree char *kept = NULL;
  guint counts[MSK_COPY_N_STATES];

  if (!msk_erasure_store_find_approval (get_appliance (session), sealed->id, id, &approver, &kept,
                                        error))
    return FALSE;
  if (*id != 0)
    return check_three (session, approver, witness, error) &&
           check_kept (database, kept, counts, error);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ERASURE_NOT_APPROVED,
                       _ ("Nobody has approved that this meeting is erased: have the responsible "
                          "leader approve it over its export."));
  return FALSE;
}

/* From the commit on it is gone. */
static gboolean
throw_key_away (MskSession *session,
                const MskMeetingExport *sealed,
                gint64 approval_id,
                const char *witness,
                GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_appliance (session, MSK_ACT_MEETING_ERASE, &transaction, error) &&
         msk_erasure_store_erase (&transaction, sealed, approval_id, witness, error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_erasure_desk_erase (MskSession *session,
                        const MskCosigner *witness,
                        gint64 *meeting_id,
                        GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_ERASE, error);
  g_autoptr(MskMeetingExport) sealed = NULL;
  gint64 approval_id;
  gboolean done;

  g_return_val_if_fail (witness != NULL, FALSE);

  if (database == NULL || !msk_role_check (witness->role, MSK_ACT_ERASURE_WITNESS, error))
    return FALSE;

  sealed = msk_erasure_desk_find_export (session, database, error);
  if (sealed == NULL || !msk_erasure_desk_check_incidents (database, error) ||
      !find_approval (session, database, sealed, witness, &approval_id, error) ||
      !msk_session_take_printing (session, error))
    return FALSE;

  /* How far its ledger had come is noted while it is still closed in an orderly way. */
  msk_session_leave_meeting (session);
  done = throw_key_away (session, sealed, approval_id, witness->user, error);
  msk_session_leave_printing (session);
  if (!done)
    {
      msk_session_open_meeting (session, sealed->meeting_id, NULL);
      return FALSE;
    }

  if (meeting_id != NULL)
    *meeting_id = sealed->meeting_id;
  done = msk_erasure_desk_finish (session, error);
  g_signal_emit_by_name (session, "changed");
  return done;
}

static gboolean
finish_one (MskSession *session, gint64 meeting_id, const char *file, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  guint files, papers;

  return msk_database_empty_log (get_appliance (session), error) &&
         msk_vault_remove_meeting (msk_session_get_vault (session), file, &files, error) &&
         msk_erasure_papers_remove (session, meeting_id, &papers, error) &&
         msk_session_begin_appliance (session, MSK_ACT_ERASURE_FINISH, &transaction, error) &&
         msk_erasure_store_finish (&transaction, meeting_id, files, papers, error) &&
         msk_transaction_commit (&transaction, error);
}

gboolean
msk_erasure_desk_finish (MskSession *session, GError **error)
{
  for (;;)
    {
      g_autofree char *file = NULL;
      gint64 meeting_id;

      if (msk_session_is_reading (session))
        return TRUE;
      if (!msk_erasure_store_find_unfinished (get_appliance (session), &meeting_id, &file, error))
        return FALSE;
      if (meeting_id == 0)
        return TRUE;
      if (!finish_one (session, meeting_id, file, error))
        return FALSE;
    }
}

MskErasure *
msk_erasure_desk_get (MskSession *session, gint64 meeting_id, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);

  return appliance == NULL ? NULL : msk_erasure_store_get (appliance, meeting_id, error);
}
