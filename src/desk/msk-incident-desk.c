/* Incidents from opening to closing (I1–I3): registered, reported, written up, closed by two.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-cosigner-private.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-ledger.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

static gboolean
refuse_input (GError **error, MskInputError code, const char *message)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, message);
  return FALSE;
}

GPtrArray *
msk_incident_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_incident_store_list (database, FALSE, error);
}

MskIncident *
msk_incident_desk_get (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_incident_store_get (database, id, error);
}

GPtrArray *
msk_incident_desk_list_entries (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskIncident) incident =
                 database == NULL ? NULL : msk_incident_store_get (database, id, error);

  return incident == NULL ? NULL : msk_incident_store_list_entries (database, id, error);
}

GPtrArray *
msk_incident_desk_list_reports (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskIncident) incident =
                 database == NULL ? NULL : msk_incident_store_get (database, id, error);

  return incident == NULL ? NULL : msk_incident_store_list_reports (database, id, error);
}

gboolean
msk_incident_desk_get_summary (MskSession *session, MskIncidentSummary *summary, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) open =
                 database == NULL ? NULL : msk_incident_store_list (database, TRUE, error);
  MskIncidentSummary found = { 0 };
  MskIncident *incident;

  g_return_val_if_fail (summary != NULL, FALSE);

  if (open == NULL)
    return FALSE;

  found.open = open->len;
  found.has_next =
      msk_incident_clock_find_next (open, msk_session_get_now (session), &incident, &found.next);
  if (found.has_next)
    found.due_at = msk_incident_clock_get_due (incident, found.next);
  *summary = found;
  return TRUE;
}

char *
msk_incident_summary_dup_text (const MskIncidentSummary *self, gint64 now)
{
  g_autofree char *count = NULL;
  g_autofree char *next = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->open == 0)
    return g_strdup ("");

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u incident is open",
                                        "%u incidents are open", self->open),
                           self->open);
  if (!self->has_next)
    return g_steal_pointer (&count);

  next = msk_incident_clock_dup_text (self->next, self->due_at, now);
  return g_strdup_printf (_ ("%s: %s"), count, next);
}

static gboolean
check_draft (MskDatabase *database, const MskIncidentDraft *draft, gint64 now, GError **error)
{
  g_autoptr(MskAttendee) attendee = NULL;

  if (!msk_incident_kind_is_by_hand (draft->kind))
    return refuse_input (error, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("This kind of incident is found by the kit itself: register what "
                            "somebody reports as an entry without leave or as something else."));
  if (draft->found_at < 0 || draft->found_at > now)
    return refuse_input (error, MSK_INPUT_ERROR_BAD_TIME,
                         _ ("An incident is not found in the future: look at the time."));
  if (draft->attendee_id == 0)
    return TRUE;

  attendee = msk_attendee_store_get (database, draft->attendee_id, error);
  return attendee != NULL;
}

gint64
msk_incident_desk_open (MskSession *session, const MskIncidentDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;
  MskIncidentDraft kept;
  gint64 id;

  g_return_val_if_fail (draft != NULL, 0);

  if (!msk_session_begin (session, MSK_ACT_INCIDENT_OPEN, &transaction, error) ||
      !check_draft (transaction.database, draft, transaction.actor.now, error))
    return 0;

  clean = msk_incident_dup_clean (draft->text, error);
  if (clean == NULL)
    return 0;

  kept = (MskIncidentDraft){ .kind = draft->kind,
                             .attendee_id = draft->attendee_id,
                             .subject = "",
                             .text = clean,
                             .level = draft->level,
                             .found_at = draft->found_at };
  return msk_incident_store_open (&transaction, &kept, &id, error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

/* What every later act begins with: the incident as it stands inside the transaction. */
static MskIncident *
begin (MskSession *session, MskAct act, gint64 id, MskTransaction *transaction, GError **error)
{
  return msk_session_begin (session, act, transaction, error)
             ? msk_incident_store_get (transaction->database, id, error)
             : NULL;
}

gboolean
msk_incident_desk_write (MskSession *session,
                         gint64 id,
                         MskIncidentHeading heading,
                         const char *text,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskIncident) incident = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (heading < MSK_HEADING_N, FALSE);

  incident = begin (session, MSK_ACT_INCIDENT_WRITE, id, &transaction, error);
  if (incident == NULL || !msk_incident_check_open (incident, error))
    return FALSE;

  clean = msk_incident_dup_clean (text, error);
  return clean != NULL && msk_incident_store_write (&transaction, id, heading, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

/* A clock that was set back since is no reason to refuse what happens now. */
static gboolean
check_told_at (MskIncident *incident, gint64 told_at, gint64 now, GError **error)
{
  return told_at == 0 || (told_at >= incident->found_at && told_at <= now) ||
         refuse_input (error, MSK_INPUT_ERROR_BAD_TIME,
                       _ ("Nobody is told before it was found or in the future: look at the "
                          "time."));
}

gboolean
msk_incident_desk_report (MskSession *session,
                          gint64 id,
                          MskDepartment department,
                          const char *whom,
                          gint64 told_at,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskIncident) incident = NULL;
  g_autofree char *clean = NULL;
  gint64 now;

  g_return_val_if_fail (department < MSK_DEPARTMENT_N, FALSE);

  incident = begin (session, MSK_ACT_INCIDENT_REPORT, id, &transaction, error);
  now = transaction.actor.now;
  if (incident == NULL || !msk_incident_check_tell (incident, department, error) ||
      !check_told_at (incident, told_at, now, error))
    return FALSE;

  clean = msk_vetting_dup_field (whom);
  if (clean == NULL || *clean == '\0')
    return refuse_input (error, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("Write down in one line who was told: name and post."));

  return msk_incident_store_report (&transaction, id, department, clean,
                                    told_at == 0 ? now : told_at, error) &&
         msk_session_commit (session, &transaction, error);
}

/* The leader says so under their own name. */
static gboolean
sign_beside (MskTransaction *transaction, gint64 id, const MskCosigner *leader, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("incident %" G_GINT64_FORMAT, id);

  msk_cosigner_act_in (leader, transaction);
  return msk_ledger_append (transaction, MSK_ACT_INCIDENT_SIGN, subject, error, NULL);
}

gboolean
msk_incident_desk_close (MskSession *session, gint64 id, const MskCosigner *leader, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskIncident) incident = NULL;

  g_return_val_if_fail (leader != NULL, FALSE);

  incident = begin (session, MSK_ACT_INCIDENT_CLOSE, id, &transaction, error);
  return incident != NULL && msk_incident_check_close (incident, error) &&
         msk_role_check (leader->role, MSK_ACT_INCIDENT_SIGN, error) &&
         msk_cosigner_check_other (leader, session, error) &&
         msk_incident_store_close (&transaction, id, leader->user, error) &&
         sign_beside (&transaction, id, leader, error) &&
         msk_session_commit (session, &transaction, error);
}
