/* Badges: confirmed, given up, lost; their register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-badge-private.h"
#include "msk-badge-store.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-session-private.h"
#include "msk-verdict-private.h"
#include "msk-vetting-private.h"

GPtrArray *
msk_badge_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_badge_store_list (database, error);
}

GPtrArray *
msk_badge_desk_list_lacking (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) lacking = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, error);

  if (people == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (people, i);

      if (attendee->badge == MSK_BADGE_NONE && msk_attendee_check_admissible (attendee, NULL))
        g_ptr_array_add (lacking, g_object_ref (attendee));
    }

  return g_steal_pointer (&lacking);
}

gboolean
msk_badge_desk_check_somebody (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, error);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    if (msk_attendee_check_admissible (g_ptr_array_index (people, i), NULL))
      return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_ON_SEALED_LIST,
                       _ ("Nobody who may come in stands on a sealed list: ask the responsible "
                          "leader to decide and seal the list."));
  return FALSE;
}

/* The person's badge that is not void, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
static MskBadgeEntry *
get_live (MskDatabase *database, gint64 attendee_id, GError **error)
{
  MskBadgeEntry *entry;

  if (!msk_badge_store_find_live (database, attendee_id, &entry, error))
    return NULL;
  if (entry == NULL)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("This person has no badge: print one first."));
  return entry;
}

gboolean
msk_badge_desk_confirm (MskSession *session, gint64 attendee_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskBadgeEntry) entry = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_BADGE_CONFIRM, &transaction, error))
    return FALSE;

  entry = get_live (transaction.database, attendee_id, error);
  return entry != NULL && msk_badge_entry_check_confirmable (entry, error) &&
         msk_badge_store_set_state (&transaction, MSK_ACT_BADGE_CONFIRM, entry->serial,
                                    MSK_BADGE_GOOD, error) &&
         msk_session_commit (session, &transaction, error);
}

MskVerdict *
msk_badge_scan_confirm (MskSession *session, gint64 serial, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskBadgeEntry) entry = NULL;
  g_autoptr(MskAttendee) attendee = NULL;
  MskVerdict *verdict;

  if (!msk_session_begin_moving (session, MSK_ACT_BADGE_CONFIRM, &transaction, error) ||
      !msk_badge_store_find (transaction.database, serial, &entry, error))
    return NULL;

  g_return_val_if_fail (entry != NULL, NULL); /* the tag was read as a badge's */
  attendee = msk_attendee_store_get (transaction.database, entry->attendee_id, error);
  if (attendee == NULL || !msk_badge_entry_check_confirmable (entry, error) ||
      !msk_badge_store_set_state (&transaction, MSK_ACT_BADGE_CONFIRM, serial, MSK_BADGE_GOOD,
                                  error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "confirmed", _ ("Good"),
                             _ ("The badge counts: look that name and colour came out well, and "
                                "scan the next one."),
                             msk_session_get_now (session));
  msk_verdict_set_person (verdict, attendee);
  return verdict;
}

gboolean
msk_badge_desk_void (MskSession *session, gint64 attendee_id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskBadgeEntry) entry = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_BADGE_VOID, &transaction, error))
    return FALSE;

  entry = get_live (transaction.database, attendee_id, error);
  clean = entry == NULL ? NULL : msk_vetting_dup_reason (reason, error);
  return clean != NULL &&
         msk_badge_store_void (&transaction, MSK_ACT_BADGE_VOID, attendee_id, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gint64
msk_badge_desk_lose (MskSession *session, gint64 attendee_id, const char *text, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskBadgeEntry) entry = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *subject = NULL;
  gint64 incident;

  if (!msk_session_begin_moving (session, MSK_ACT_BADGE_LOST, &transaction, error))
    return 0;

  entry = get_live (transaction.database, attendee_id, error);
  clean = entry == NULL ? NULL : msk_vetting_dup_reason (text, error);
  if (clean == NULL)
    return 0;

  subject = g_strdup_printf ("badge %" G_GINT64_FORMAT, entry->serial);
  {
    const MskIncidentDraft draft = { .kind = MSK_INCIDENT_LOST_BADGE,
                                     .attendee_id = attendee_id,
                                     .subject = subject,
                                     .text = clean };

    return msk_badge_store_void (&transaction, MSK_ACT_BADGE_LOST, attendee_id, clean, error) &&
                   msk_incident_store_open (&transaction, &draft, &incident, error) &&
                   msk_session_commit (session, &transaction, error)
               ? incident
               : 0;
  }
}

char *
msk_vetting_desk_dup_badge_code (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_BADGE_PRINT, error);
  g_autoptr(MskBadgeEntry) entry =
                 database == NULL ? NULL : get_live (database, attendee_id, error);

  return entry == NULL ? NULL
                       : msk_session_dup_code (session, MSK_TAG_KIND_BADGE, entry->serial, 1);
}
