/* Vetting (M4): the list of attendees from import to seal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vetting-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-ledger.h"
#include "msk-look-alike.h"
#include "msk-name-book.h"
#include "msk-name.h"
#include "msk-person-name-private.h"
#include "msk-plan-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

#define SEAL_CODE_LENGTH 8

GHashTable *
msk_vetting_load_keys (MskSession *session, GError **error)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) attendees = msk_vetting_desk_list (session, error);

  if (attendees == NULL)
    return NULL;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->vetting != MSK_VETTING_WITHDRAWN)
        g_hash_table_add (keys,
                          msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post));
    }

  return g_steal_pointer (&keys);
}

char *
msk_vetting_dup_field (const char *text)
{
  return msk_name_dup_field (text);
}

/* What nobody said of a person: who wants them to come, and when their post starts. */
static void
complete (MskAttendee *attendee, MskMeeting *meeting)
{
  if (attendee->nominating_unit == NULL || *attendee->nominating_unit == '\0')
    {
      g_free (attendee->nominating_unit);
      attendee->nominating_unit = g_strdup (meeting->organiser);
    }
  if (!msk_capacity_has_post (attendee->capacity))
    attendee->post_starts_at = 0;
  else if (attendee->post_starts_at == 0)
    attendee->post_starts_at = meeting->starts_at;
}

gboolean
msk_vetting_put_people (MskSession *session,
                        MskTransaction *transaction,
                        GPtrArray *attendees,
                        MskAct act,
                        guint warnings,
                        GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *count = g_strdup_printf ("%u", attendees->len);
  g_autofree char *accepted = g_strdup_printf ("%u", warnings);
  guint list;

  if (!msk_attendee_store_take_open_list (transaction, &list, error))
    return FALSE;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      attendee->list_number = list;
      complete (attendee, msk_session_get_meeting (session));
      if (!msk_attendee_store_insert (transaction, attendee, error) ||
          (attendee->seat != NULL && *attendee->seat != '\0' &&
           !msk_plan_store_set_seat (transaction, attendee->id, attendee->seat, error)))
        return FALSE;
    }

  subject = g_strdup_printf ("list %u", list);
  return msk_ledger_append (transaction, act, subject, error, "people", count,
                            warnings > 0 ? "warnings" : NULL, accepted, NULL);
}

MskAttendee *
msk_vetting_read_draft (MskSession *session, const MskAttendeeDraft *draft, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();

  attendee->name = msk_vetting_dup_field (draft->name);
  attendee->unit = msk_vetting_dup_field (draft->unit);
  attendee->post = msk_vetting_dup_field (draft->post);
  attendee->nominating_unit = msk_vetting_dup_field (draft->nominating_unit);
  attendee->capacity = draft->capacity;
  attendee->clearance = draft->clearance;
  attendee->post_starts_at = draft->post_starts_at;
  if (attendee->name == NULL || attendee->unit == NULL || attendee->post == NULL ||
      attendee->nominating_unit == NULL || attendee->post_starts_at < 0 || *attendee->name == '\0')
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A person has a name, and each field is one line and not too long: "
                              "correct the form."));
      return NULL;
    }

  complete (attendee, msk_session_get_meeting (session));
  if (attendee->post_starts_at > msk_session_get_meeting (session)->ends_at)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME,
                           _ ("A post does not start after the end of its meeting: correct when it "
                              "starts."));
      return NULL;
    }
  return g_steal_pointer (&attendee);
}

gboolean
msk_vetting_check_new (GHashTable *keys, MskAttendee *attendee, GError **error)
{
  g_autofree char *key = msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post);

  if (!g_hash_table_contains (keys, key))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("This person, with this unit and post, is on the list already: look "
                          "them up in the list."));
  return FALSE;
}

/* Everybody on the lists but the person themselves. */
static GPtrArray *
list_others (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GPtrArray) all = msk_attendee_store_list (database, error);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) own = NULL;

  if (all == NULL || attendee_id == 0)
    return g_steal_pointer (&all);
  own = msk_attendee_store_list_entries (database, attendee_id, error);
  if (own == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      MskAttendee *each = g_ptr_array_index (all, i);

      if (!msk_ids_contain (own, each->id))
        g_ptr_array_add (others, g_object_ref (each));
    }
  return g_steal_pointer (&others);
}

MskAttendeeList *
msk_vetting_doubt (MskSession *session,
                   MskDatabase *database,
                   gint64 attendee_id,
                   MskAttendee *person,
                   GError **error)
{
  g_autoptr(GPtrArray) others = list_others (database, attendee_id, error);

  return others == NULL
             ? NULL
             : msk_attendee_list_new_one (person, others, msk_session_get_meeting (session)->level,
                                          msk_look_alike_dup_all);
}

MskAttendeeList *
msk_vetting_desk_judge (MskSession *session,
                        gint64 attendee_id,
                        const MskAttendeeDraft *draft,
                        GError **error)
{
  g_autoptr(MskAttendee) before = NULL;
  g_autoptr(MskAttendee) person = NULL;
  MskDatabase *database;

  g_return_val_if_fail (draft != NULL, NULL);

  database = msk_session_require_meeting (session,
                                          attendee_id == 0 ? MSK_ACT_ATTENDEE_ADD
                                                           : MSK_ACT_ATTENDEE_CHANGE,
                                          error);
  if (database == NULL)
    return NULL;
  if (attendee_id != 0)
    {
      before = msk_attendee_store_get (database, attendee_id, error);
      if (before == NULL)
        return NULL;
    }

  person = msk_vetting_read_draft (session, draft, error);
  return person == NULL ? NULL : msk_vetting_doubt (session, database, attendee_id, person, error);
}

gboolean
msk_vetting_desk_add (MskSession *session,
                      const MskAttendeeDraft *draft,
                      gint64 *added_id,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autoptr(GHashTable) keys = NULL;
  g_autoptr(MskAttendeeList) list = NULL;

  g_return_val_if_fail (draft != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_ATTENDEE_ADD, &transaction, error))
    return FALSE;

  attendee = msk_vetting_read_draft (session, draft, error);
  keys = attendee == NULL ? NULL : msk_vetting_load_keys (session, error);
  if (keys == NULL || !msk_vetting_check_new (keys, attendee, error))
    return FALSE;

  list = msk_vetting_doubt (session, transaction.database, 0, attendee, error);
  if (list == NULL || !msk_attendee_list_check_one (list, draft->accepted, error) ||
      !msk_vetting_put_people (session, &transaction, list->people, MSK_ACT_ATTENDEE_ADD,
                               list->n_warnings, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (added_id != NULL)
    *added_id = attendee->id;
  return TRUE;
}

char *
msk_vetting_dup_reason (const char *reason, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (reason);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A decision has a reason of one line: write down why."));
  return NULL;
}

/* There is nobody on an open list. */
static gboolean
refuse_empty (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_EMPTY,
                       _ ("There is nobody on an open list: import or add people first."));
  return FALSE;
}

int
msk_vetting_desk_submit (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  guint list, submitted;

  if (!msk_session_begin_moving (session, MSK_ACT_LIST_SUBMIT, &transaction, error) ||
      !msk_attendee_store_find_open_list (transaction.database, &list, error))
    return -1;
  if (list == 0)
    return refuse_empty (error) - 1;
  if (!msk_attendee_store_submit (&transaction, list, &submitted, error))
    return -1;
  if (submitted == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SUBMIT,
                           _ ("Everybody on the open list has been submitted: wait for the "
                              "decision, or add people first."));
      return -1;
    }

  return msk_session_commit (session, &transaction, error) ? (int) submitted : -1;
}

/* A decision as it is kept. */
typedef struct
{
  MskAct act;
  MskVetting vetting;
  const char *reason;
  const char *authority; /* of press, else "" */
  const char *reference;
} Decision;

static gboolean
check (MskSession *session, MskAttendee *attendee, const Decision *decision, GError **error)
{
  const char *user = msk_session_get_user (session);

  if (decision->vetting != MSK_VETTING_APPROVED)
    return msk_attendee_check_decidable (attendee, user, error);

  g_free (attendee->authority);
  g_free (attendee->reference);
  attendee->authority = g_strdup (decision->authority);
  attendee->reference = g_strdup (decision->reference);
  return msk_attendee_check_approvable (attendee, user, msk_session_get_now (session), error);
}

static gboolean
decide (MskSession *session, gint64 attendee_id, const Decision *decision, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, decision->act, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (attendee == NULL || !check (session, attendee, decision, error))
    return FALSE;

  clean = msk_vetting_dup_reason (decision->reason, error);
  return clean != NULL &&
         msk_attendee_store_decide (&transaction, attendee_id, decision->vetting, clean,
                                    decision->authority, decision->reference, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_vetting_desk_approve (MskSession *session,
                          gint64 attendee_id,
                          const char *reason,
                          GError **error)
{
  const Decision decision = { MSK_ACT_ATTENDEE_APPROVE, MSK_VETTING_APPROVED, reason, "", "" };

  return decide (session, attendee_id, &decision, error);
}

/* Who gave leave, and where that is written. */
static gboolean
check_press_decision (MskDatabase *database,
                      gint64 attendee_id,
                      const char *authority,
                      const char *reference,
                      GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);

  if (attendee == NULL)
    return FALSE;
  if (attendee->capacity == MSK_CAPACITY_PRESS && authority != NULL &&
      msk_name_has_letter (authority) && reference != NULL && *reference != '\0')
    return msk_person_name_check_authority (authority, attendee->name, error);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       attendee->capacity == MSK_CAPACITY_PRESS
                           ? _ ("The decision on press says in one line each who gave leave and "
                                "its reference: fill them in.")
                           : _ ("This person does not come as press: decide on them with the "
                                "others."));
  return FALSE;
}

gboolean
msk_vetting_desk_approve_press (MskSession *session,
                                gint64 attendee_id,
                                const MskPressDecision *decision,
                                GError **error)
{
  g_autofree char *authority = NULL;
  g_autofree char *reference = NULL;
  MskDatabase *database;

  g_return_val_if_fail (decision != NULL, FALSE);

  database = msk_session_require_meeting (session, MSK_ACT_ATTENDEE_APPROVE, error);
  if (database == NULL)
    return FALSE;

  authority = msk_vetting_dup_field (decision->authority);
  reference = msk_vetting_dup_field (decision->reference);
  if (!check_press_decision (database, attendee_id, authority, reference, error))
    return FALSE;

  {
    const Decision kept = { MSK_ACT_ATTENDEE_APPROVE, MSK_VETTING_APPROVED, decision->reason,
                            authority, reference };

    return decide (session, attendee_id, &kept, error);
  }
}

gboolean
msk_vetting_desk_reject (MskSession *session,
                         gint64 attendee_id,
                         const char *reason,
                         GError **error)
{
  const Decision decision = { MSK_ACT_ATTENDEE_REJECT, MSK_VETTING_REJECTED, reason, "", "" };

  return decide (session, attendee_id, &decision, error);
}

gboolean
msk_vetting_desk_return (MskSession *session,
                         gint64 attendee_id,
                         const char *reason,
                         GError **error)
{
  const Decision decision = { MSK_ACT_ATTENDEE_RETURN, MSK_VETTING_RETURNED, reason, "", "" };

  return decide (session, attendee_id, &decision, error);
}

gboolean
msk_vetting_check_raise (MskDatabase *database, MskLevel from, MskLevel to, GError **error)
{
  g_autoptr(GPtrArray) attendees = NULL;
  const MskAttendee *first = NULL;
  guint below = 0;

  if (to <= from)
    return TRUE;

  attendees = msk_attendee_store_list (database, error);
  if (attendees == NULL)
    return FALSE;

  for (guint i = 0; i < attendees->len; i++)
    {
      const MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->vetting != MSK_VETTING_APPROVED || attendee->clearance < from ||
          attendee->clearance >= to)
        continue;
      if (first == NULL)
        first = attendee;
      below++;
    }
  if (below == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
               g_dngettext (GETTEXT_PACKAGE,
                            "The meeting would be at %s, and %u person was approved who is not "
                            "cleared for it, %s (%s): have them withdrawn or changed first.",
                            "The meeting would be at %s, and %u people were approved who are not "
                            "cleared for it, the first %s (%s): have them withdrawn or changed "
                            "first.",
                            below),
               msk_level_get_label (to), below, first->name, first->unit);
  return FALSE;
}

/* The names of whoever was rejected or withdrawn, and not only changed. */
static MskNameBook *
list_barred_names (GPtrArray *attendees)
{
  MskNameBook *names = msk_name_book_new (msk_look_alike_dup_all);

  for (guint i = 0; i < attendees->len; i++)
    {
      const MskAttendee *attendee = g_ptr_array_index (attendees, i);
      guint mark = 0;

      if (attendee->vetting == MSK_VETTING_REJECTED ||
          (attendee->vetting == MSK_VETTING_WITHDRAWN && attendee->replaced_by == 0))
        msk_name_book_take (names, attendee->name, &mark);
    }

  return names;
}

/* Somebody of the same name, or of one that looks like it, was barred before: whether it is the
 * same person is for the leader to say, of this one by name. */
static gboolean
is_doubtful (MskNameBook *barred, const MskAttendee *attendee)
{
  guint mark;

  return msk_name_book_find (barred, attendee->name, &mark) != MSK_NAME_NEW;
}

void
msk_vetting_name_person (const MskAttendee *person, GError **error)
{
  if (*person->unit != '\0')
    g_prefix_error (error, _ ("%s (%s): "), person->name, person->unit);
  else
    g_prefix_error (error, _ ("%s: "), person->name);
}

static gboolean
approve_one (MskSession *session,
             MskTransaction *transaction,
             MskAttendee *attendee,
             const char *reason,
             GError **error)
{
  if (msk_attendee_check_approvable (attendee, msk_session_get_user (session),
                                     msk_session_get_now (session), error))
    return msk_attendee_store_decide (transaction, attendee->id, MSK_VETTING_APPROVED, reason, "",
                                      "", error);

  msk_vetting_name_person (attendee, error);
  return FALSE;
}

/* Those on the open list whom one decision can be for. */
static int
approve_each (MskSession *session,
              MskTransaction *transaction,
              GPtrArray *attendees,
              const char *reason,
              GError **error)
{
  g_autoptr(MskNameBook) barred = list_barred_names (attendees);
  int approved = 0;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->sealed || attendee->vetting != MSK_VETTING_SUBMITTED ||
          msk_capacity_is_decided_singly (attendee->capacity) || is_doubtful (barred, attendee))
        continue;
      if (!approve_one (session, transaction, attendee, reason, error))
        return -1;
      approved++;
    }

  return approved;
}

int
msk_vetting_desk_approve_rest (MskSession *session, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) attendees = NULL;
  g_autofree char *clean = NULL;
  int approved;

  if (!msk_session_begin_moving (session, MSK_ACT_ATTENDEE_APPROVE, &transaction, error))
    return -1;

  clean = msk_vetting_dup_reason (reason, error);
  attendees = clean == NULL ? NULL : msk_attendee_store_list (transaction.database, error);
  approved = attendees == NULL ? -1 : approve_each (session, &transaction, attendees, clean, error);
  if (approved > 0 && !msk_session_commit (session, &transaction, error))
    return -1;

  return approved;
}

/* A few characters that anybody can compare by eye: they change when a name, a unit, a capacity or
 * a decision does. */
static char *
dup_seal_code (GPtrArray *attendees, guint list)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *digest = NULL;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);
      g_autofree char *line = NULL;

      if (attendee->list_number != list)
        continue;
      line = g_strdup_printf ("%" G_GINT64_FORMAT
                              "\x1f%s\x1f%s\x1f%s\x1f%d\x1f%d\x1f%d\x1f%s\x1f%s\x1f%s\n",
                              attendee->id, attendee->name, attendee->unit, attendee->post,
                              (int) attendee->capacity, (int) attendee->clearance,
                              (int) attendee->vetting, attendee->nominating_unit,
                              attendee->authority, attendee->reference);
      g_checksum_update (checksum, (const guchar *) line, -1);
    }

  digest = g_ascii_strup (g_checksum_get_string (checksum), SEAL_CODE_LENGTH);
  return g_strdup_printf ("%.4s-%.4s", digest, digest + SEAL_CODE_LENGTH / 2);
}

static gboolean
check_sealable (GPtrArray *attendees, guint list, GError **error)
{
  guint people = 0;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->list_number != list)
        continue;
      people++;
      if (attendee->vetting != MSK_VETTING_APPROVED && attendee->vetting != MSK_VETTING_REJECTED &&
          attendee->vetting != MSK_VETTING_WITHDRAWN)
        {
          g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED,
                       _ ("%s (%s) on the list is not decided yet: approve or reject everybody, "
                          "then seal it."),
                       attendee->name, attendee->unit);
          return FALSE;
        }
    }

  return people > 0 || refuse_empty (error);
}

char *
msk_vetting_desk_seal (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) attendees = NULL;
  g_autofree char *code = NULL;
  guint list;

  if (!msk_session_begin_moving (session, MSK_ACT_LIST_SEAL, &transaction, error) ||
      !msk_attendee_store_find_open_list (transaction.database, &list, error))
    return NULL;

  attendees = msk_attendee_store_list (transaction.database, error);
  if (attendees == NULL || !check_sealable (attendees, list, error))
    return NULL;

  code = dup_seal_code (attendees, list);
  if (!msk_attendee_store_seal (&transaction, list, code, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  return g_steal_pointer (&code);
}

GPtrArray *
msk_vetting_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_attendee_store_list (database, error);
}

MskAttendee *
msk_vetting_desk_get (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_attendee_store_get (database, attendee_id, error);
}
