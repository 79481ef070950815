/* Briefing, pledge and duty cards (M1, M5, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-briefing-private.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-pledge-store.h"
#include "msk-session-private.h"
#include "msk-text-store.h"
#include "msk-vetting-private.h"

GPtrArray *
msk_briefing_desk_list_texts (MskSession *session, gboolean only_in_force, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_text_store_list (database, only_in_force, error);
}

MskTextVersion *
msk_briefing_desk_get_text (MskSession *session, MskTextKind kind, MskPost post, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), NULL);

  return database == NULL ? NULL : msk_text_store_get (database, kind, post, error);
}

static gboolean
check_different (MskDatabase *database, MskTextVersion *text, GError **error)
{
  g_autoptr(MskTextVersion) now = msk_text_store_get (database, text->kind, text->post, error);

  if (now == NULL)
    return FALSE;
  if (!g_str_equal (now->chinese, text->chinese) || !g_str_equal (now->english, text->english))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This is the text that is in force already: change it, or leave it."));
  return FALSE;
}

/* The text as it would be kept; NULL with an error. The caller owns it. */
static MskTextVersion *
make_text (MskDatabase *database,
           MskTextKind kind,
           MskPost post,
           const char *chinese,
           const char *english,
           GError **error)
{
  g_autoptr(MskTextVersion) text = msk_text_version_new ();

  text->kind = kind;
  text->post = post;
  text->chinese = msk_text_dup_clean (kind, chinese, error);
  text->english = text->chinese == NULL ? NULL : msk_text_dup_clean (kind, english, error);
  return text->english != NULL && check_different (database, text, error) ? g_steal_pointer (&text)
                                                                          : NULL;
}

gboolean
msk_briefing_desk_check_text (MskSession *session,
                              MskTextKind kind,
                              MskPost post,
                              const char *chinese,
                              const char *english,
                              GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_TEXT_SET, error);
  g_autoptr(MskTextVersion) text = NULL;

  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), FALSE);
  g_return_val_if_fail (chinese != NULL && english != NULL, FALSE);

  text = database == NULL ? NULL : make_text (database, kind, post, chinese, english, error);
  return text != NULL && msk_meeting_check_open (msk_session_get_meeting (session), error);
}

gboolean
msk_briefing_desk_foresee_text (MskSession *session,
                                MskTextKind kind,
                                MskPost post,
                                MskTextChange *change,
                                GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskTextVersion) now =
                 database == NULL ? NULL : msk_text_store_get (database, kind, post, error);
  g_autoptr(GPtrArray) lines = now == NULL ? NULL : msk_pledge_store_list (database, error);

  if (lines == NULL)
    return FALSE;

  *change = (MskTextChange){ .number = now->number + 1 };
  for (guint i = 0; i < lines->len; i++)
    {
      MskPledgeLine *line = g_ptr_array_index (lines, i);

      if (!msk_pledge_line_owes (line, kind, post) ||
          !msk_pledge_check (line->attendee, kind, post, line->posts, NULL))
        continue;
      if (msk_pledge_line_lacks (line, kind, post))
        change->lacking++;
      else
        change->taken_note++;
    }

  return TRUE;
}

guint
msk_briefing_desk_set_text (MskSession *session,
                            MskTextKind kind,
                            MskPost post,
                            const char *chinese,
                            const char *english,
                            GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_TEXT_SET, error);
  g_autoptr(MskTextVersion) text = NULL;

  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), 0);
  g_return_val_if_fail (chinese != NULL && english != NULL, 0);

  text = database == NULL ? NULL : make_text (database, kind, post, chinese, english, error);
  return text != NULL &&
                 msk_session_begin_moving (session, MSK_ACT_TEXT_SET, &transaction, error) &&
                 msk_text_store_insert (&transaction, text, error) &&
                 msk_session_commit (session, &transaction, error)
             ? text->number
             : 0;
}

/* What is recorded is what was read: nothing else than the version that was shown. */
static gboolean
check_shown (MskTextVersion *text, guint number, GError **error)
{
  if (number == 0 || number == text->number)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Another version of the text is in force by now: show that one first."));
  return FALSE;
}

static gboolean
check_person (MskDatabase *database,
              gint64 attendee_id,
              const MskAcknowledgeDraft *draft,
              GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);
  guint posts;

  return attendee != NULL && msk_pledge_store_get_posts (database, attendee_id, &posts, error) &&
         msk_pledge_check (attendee, draft->kind, draft->post, posts, error);
}

/* The ids of everybody who may take note of it, owes it and has not; of those inside alone, when
 * the draft says so. */
static GArray *
dup_lacking (MskDatabase *database, const MskAcknowledgeDraft *draft, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_pledge_store_list (database, error);
  g_autoptr(GArray) inside = lines == NULL ? NULL : msk_door_store_dup_inside (database, error);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (inside == NULL)
    return NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      MskPledgeLine *line = g_ptr_array_index (lines, i);

      if (msk_pledge_line_lacks (line, draft->kind, draft->post) &&
          (!draft->inside || msk_ids_contain (inside, line->attendee->id)) &&
          msk_pledge_check (line->attendee, draft->kind, draft->post, line->posts, NULL))
        g_array_append_val (people, line->attendee->id);
    }

  return g_steal_pointer (&people);
}

GArray *
msk_briefing_desk_dup_people (MskDatabase *database,
                              const MskAcknowledgeDraft *draft,
                              const GArray *people,
                              GError **error)
{
  g_autoptr(GArray) once = NULL;

  if (people == NULL)
    return dup_lacking (database, draft, error);

  once = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < people->len; i++)
    {
      const gint64 id = g_array_index (people, gint64, i);

      if (!check_person (database, id, draft, error))
        return NULL;
      if (!msk_ids_contain (once, id))
        g_array_append_val (once, id);
    }

  return g_steal_pointer (&once);
}

static int
write_all (MskSession *session,
           MskTextVersion *text,
           const MskAcknowledgeDraft *draft,
           const char *reference,
           const GArray *people,
           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  int count = 0;

  if (!msk_session_begin_moving (session, MSK_ACT_ACKNOWLEDGE, &transaction, error))
    return -1;

  for (guint i = 0; i < people->len; i++)
    {
      gboolean done;

      if (!msk_pledge_store_acknowledge (&transaction, g_array_index (people, gint64, i), text,
                                         draft->manner, reference, &done, error))
        return -1;
      count += done ? 1 : 0;
    }

  return count == 0 || msk_session_commit (session, &transaction, error) ? count : -1;
}

int
msk_briefing_desk_acknowledge (MskSession *session,
                               const MskAcknowledgeDraft *draft,
                               const GArray *people,
                               GError **error)
{
  MskDatabase *database;
  g_autoptr(MskTextVersion) text = NULL;
  g_autoptr(GArray) whom = NULL;
  g_autofree char *reference = msk_vetting_dup_field (draft->reference);

  g_return_val_if_fail ((draft->kind == MSK_TEXT_DUTY) == (draft->post != MSK_POST_NONE), -1);

  database = msk_session_require_meeting (session, MSK_ACT_ACKNOWLEDGE, error);
  if (database == NULL ||
      !msk_manner_check (draft->kind, draft->manner, reference != NULL ? reference : "", error))
    return -1;

  text = msk_text_store_get (database, draft->kind, draft->post, error);
  if (text == NULL || !check_shown (text, draft->number, error))
    return -1;

  whom = msk_briefing_desk_dup_people (database, draft, people, error);
  return whom == NULL ? -1 : write_all (session, text, draft, reference, whom, error);
}

int
msk_briefing_desk_count_lacking (MskSession *session,
                                 const MskAcknowledgeDraft *draft,
                                 GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GArray) people = database == NULL ? NULL : dup_lacking (database, draft, error);

  return people == NULL ? -1 : (int) people->len;
}

gboolean
msk_briefing_desk_annul (MskSession *session, gint64 id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *text = NULL;

  if (msk_session_require_meeting (session, MSK_ACT_ACKNOWLEDGE_ANNUL, error) == NULL)
    return FALSE;

  text = msk_vetting_dup_reason (reason, error);
  return text != NULL &&
         msk_session_begin_moving (session, MSK_ACT_ACKNOWLEDGE_ANNUL, &transaction, error) &&
         msk_pledge_store_annul (&transaction, id, text, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_briefing_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_pledge_store_list (database, error);
}

GPtrArray *
msk_briefing_desk_list_register (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_pledge_store_list_register (database, attendee_id, error);
}

typedef gboolean (*ChangePost) (MskTransaction *transaction,
                                gint64 attendee_id,
                                MskPost post,
                                GError **error);

static gboolean
change_posts (MskSession *session,
              MskAct act,
              ChangePost change,
              MskPost post,
              const GArray *people,
              GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (post != MSK_POST_NONE && people != NULL, FALSE);

  if (!msk_session_begin_moving (session, act, &transaction, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const gint64 id = g_array_index (people, gint64, i);
      g_autoptr(MskAttendee) attendee = msk_attendee_store_get (transaction.database, id, error);

      if (attendee == NULL || !change (&transaction, id, post, error))
        return FALSE;
    }

  return transaction.entries == 0 || msk_session_commit (session, &transaction, error);
}

gboolean
msk_briefing_desk_assign_post (MskSession *session,
                               MskPost post,
                               const GArray *people,
                               GError **error)
{
  return change_posts (session, MSK_ACT_DUTY_ASSIGN, msk_pledge_store_assign_post, post, people,
                       error);
}

gboolean
msk_briefing_desk_end_post (MskSession *session, MskPost post, const GArray *people, GError **error)
{
  return change_posts (session, MSK_ACT_DUTY_END, msk_pledge_store_end_post, post, people, error);
}
