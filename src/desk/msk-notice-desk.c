/* The no-recording notice (M5): what it says now, and who is excepted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-store.h"
#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-name.h"
#include "msk-person-name-private.h"
#include "msk-session-private.h"
#include "msk-text-store.h"
#include "msk-vetting-private.h"

void
msk_notice_free (MskNotice *self)
{
  g_clear_pointer (&self->chinese, msk_notice_text_free);
  g_clear_pointer (&self->english, msk_notice_text_free);
  g_free (self);
}

/* The text in force, read. */
static MskNotice *
read_text (MskDatabase *database, MskRecording rule, GError **error)
{
  g_autoptr(MskNotice) notice = g_new0 (MskNotice, 1);
  g_autoptr(MskTextVersion) text =
                 msk_text_store_get (database, MSK_TEXT_NOTICE, MSK_POST_NONE, error);

  if (text == NULL)
    return NULL;

  notice->rule = rule;
  notice->version = text->number;
  notice->chinese = msk_notice_text_parse (text->chinese, error);
  if (notice->chinese == NULL)
    return NULL;
  notice->english = msk_notice_text_parse (text->english, error);
  return notice->english == NULL ? NULL : g_steal_pointer (&notice);
}

MskNotice *
msk_notice_desk_get (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) items = NULL;
  MskRoomState room;

  items = database == NULL ? NULL : msk_agenda_store_list (database, &room, error);
  return items == NULL ? NULL
                       : read_text (database, msk_agenda_get_recording (items, &room), error);
}

MskNotice *
msk_notice_desk_get_rule (MskSession *session, MskRecording rule, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : read_text (database, rule, error);
}

/* The person and the item of an exception, as they are now. */
static gboolean
check_person (MskDatabase *database,
              GPtrArray *items,
              gint64 attendee_id,
              guint position,
              GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);
  const MskAgendaItem *item = msk_agenda_get_item (items, position);
  gboolean admitted;

  if (attendee == NULL || !msk_attendee_check_admissible (attendee, error))
    return FALSE;
  if (item == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("The agenda has no such item: look at the agenda."));
      return FALSE;
    }

  return msk_agenda_store_admits (database, position, attendee, &admitted, error) &&
         msk_recording_exception_check_person (attendee, item, admitted, error);
}

static gboolean
check_authority (MskDatabase *database, const MskRecordingException *exception, GError **error)
{
  g_autoptr(MskAttendee) attendee =
                 msk_attendee_store_get (database, exception->attendee_id, error);

  return attendee != NULL &&
         msk_person_name_check_authority (exception->authority, attendee->name, error);
}

/* What the draft says, checked; NULL with an error. The caller owns it. */
static MskRecordingException *
read_draft (MskDatabase *database, const MskExceptionDraft *draft, GError **error)
{
  g_autoptr(MskRecordingException) exception = msk_recording_exception_new ();
  g_autoptr(GPtrArray) items = msk_agenda_store_list (database, NULL, error);

  if (items == NULL || !check_person (database, items, draft->attendee_id, draft->position, error))
    return NULL;

  exception->attendee_id = draft->attendee_id;
  exception->kind = draft->kind;
  exception->position = draft->position;
  exception->authority = msk_vetting_dup_field (draft->authority);
  exception->reference = msk_vetting_dup_field (draft->reference);
  if (exception->authority != NULL && msk_name_has_letter (exception->authority) &&
      exception->reference != NULL && *exception->reference != '\0')
    return check_authority (database, exception, error) ? g_steal_pointer (&exception) : NULL;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Who may record or take notes was approved by somebody in writing: give "
                          "that person’s full name and the reference, in one line each."));
  return NULL;
}

gint64
msk_notice_desk_grant (MskSession *session, const MskExceptionDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskRecordingException) exception = NULL;
  MskDatabase *database;

  g_return_val_if_fail (draft != NULL, 0);

  database = msk_session_require_meeting (session, MSK_ACT_EXCEPTION_GRANT, error);
  exception = database == NULL ? NULL : read_draft (database, draft, error);
  return exception != NULL &&
                 msk_session_begin_moving (session, MSK_ACT_EXCEPTION_GRANT, &transaction, error) &&
                 msk_agenda_store_grant (&transaction, exception, error) &&
                 msk_session_commit (session, &transaction, error)
             ? exception->id
             : 0;
}

gboolean
msk_notice_desk_withdraw (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_moving (session, MSK_ACT_EXCEPTION_WITHDRAW, &transaction, error) &&
         msk_agenda_store_withdraw (&transaction, id, error) &&
         msk_session_commit (session, &transaction, error);
}

/* An approval goes on only as long as the person may be there at all. */
static gboolean
settle_state (MskDatabase *database,
              GPtrArray *items,
              MskRecordingException *exception,
              GError **error)
{
  g_autoptr(GError) local_error = NULL;

  if (exception->withdrawn_at != 0)
    exception->state = MSK_EXCEPTION_WITHDRAWN;
  else if (check_person (database, items, exception->attendee_id, exception->position,
                         &local_error))
    exception->state = MSK_EXCEPTION_IN_FORCE;
  else if (local_error->domain == MSK_RULE_ERROR)
    exception->state = MSK_EXCEPTION_LAPSED;
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

GPtrArray *
msk_notice_desk_list_exceptions (MskSession *session, gboolean only_in_force, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) items =
                 database == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
  g_autoptr(GPtrArray) all =
                 items == NULL ? NULL
                               : msk_agenda_store_list_exceptions (database, only_in_force, error);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      MskRecordingException *each = g_ptr_array_index (all, i);

      if (!settle_state (database, items, each, error))
        return NULL;
      if (!only_in_force || each->state == MSK_EXCEPTION_IN_FORCE)
        g_ptr_array_add (kept, g_object_ref (each));
    }

  return g_steal_pointer (&kept);
}
