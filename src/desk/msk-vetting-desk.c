/* Vetting (M4): the list of attendees from import to seal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vetting-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-plan-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

#define FIELD_MAX_CHARS 200
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

      g_hash_table_add (keys,
                        msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post));
    }

  return g_steal_pointer (&keys);
}

/* What nobody sees could make two people of one, or turn a name round. */
static gboolean
is_printable (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isprint (character) && type != G_UNICODE_PRIVATE_USE &&
         type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
msk_vetting_dup_field (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text == NULL ? "" : text));

  if (!g_utf8_validate (stripped, -1, NULL) || g_utf8_strlen (stripped, -1) > FIELD_MAX_CHARS)
    return NULL;
  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_printable (g_utf8_get_char (at)))
      return NULL;

  return g_steal_pointer (&stripped);
}

gboolean
msk_vetting_insert_all (MskSession *session, GPtrArray *attendees, MskAct act, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *subject = NULL;
  g_autofree char *count = g_strdup_printf ("%u", attendees->len);
  guint list;

  if (!msk_session_begin_moving (session, act, &transaction, error) ||
      !msk_attendee_store_take_open_list (&transaction, &list, error))
    return FALSE;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      attendee->list_number = list;
      if (!msk_attendee_store_insert (&transaction, attendee, error) ||
          (attendee->seat != NULL && *attendee->seat != '\0' &&
           !msk_plan_store_set_seat (&transaction, attendee->id, attendee->seat, error)))
        return FALSE;
    }

  subject = g_strdup_printf ("list %u", list);
  return msk_ledger_append (&transaction, act, subject, error, "people", count, NULL) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_vetting_desk_add (MskSession *session, const MskAttendeeDraft *draft, GError **error)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();
  g_autoptr(GHashTable) keys = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (draft != NULL, FALSE);

  attendee->name = msk_vetting_dup_field (draft->name);
  attendee->unit = msk_vetting_dup_field (draft->unit);
  attendee->post = msk_vetting_dup_field (draft->post);
  attendee->capacity = draft->capacity;
  attendee->clearance = draft->clearance;
  if (attendee->name == NULL || attendee->unit == NULL || attendee->post == NULL ||
      *attendee->name == '\0' || *attendee->unit == '\0')
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A person has a name and a unit, each on one line and not too long: "
                              "correct the form."));
      return FALSE;
    }

  keys = msk_session_require_meeting (session, MSK_ACT_ATTENDEE_ADD, error) == NULL
             ? NULL
             : msk_vetting_load_keys (session, error);
  if (keys == NULL)
    return FALSE;

  key = msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post);
  if (g_hash_table_contains (keys, key))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                           _ ("This person, with this unit and post, is on the list already: look "
                              "them up in the list."));
      return FALSE;
    }

  g_ptr_array_add (one, attendee);
  return msk_vetting_insert_all (session, one, MSK_ACT_ATTENDEE_ADD, error);
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

static gboolean
decide (MskSession *session,
        gint64 attendee_id,
        MskVetting vetting,
        const char *reason,
        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autofree char *clean = NULL;
  MskAct act = vetting == MSK_VETTING_APPROVED ? MSK_ACT_ATTENDEE_APPROVE : MSK_ACT_ATTENDEE_REJECT;

  if (!msk_session_begin_moving (session, act, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (attendee == NULL ||
      !msk_attendee_check_decidable (attendee, msk_session_get_user (session), error))
    return FALSE;

  clean = msk_vetting_dup_reason (reason, error);
  return clean != NULL &&
         msk_attendee_store_decide (&transaction, attendee_id, vetting, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_vetting_desk_approve (MskSession *session,
                          gint64 attendee_id,
                          const char *reason,
                          GError **error)
{
  return decide (session, attendee_id, MSK_VETTING_APPROVED, reason, error);
}

gboolean
msk_vetting_desk_reject (MskSession *session,
                         gint64 attendee_id,
                         const char *reason,
                         GError **error)
{
  return decide (session, attendee_id, MSK_VETTING_REJECTED, reason, error);
}

int
msk_vetting_desk_approve_rest (MskSession *session, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) attendees = NULL;
  g_autofree char *clean = NULL;
  int approved = 0;

  if (!msk_session_begin_moving (session, MSK_ACT_ATTENDEE_APPROVE, &transaction, error))
    return -1;

  clean = msk_vetting_dup_reason (reason, error);
  attendees = clean == NULL ? NULL : msk_attendee_store_list (transaction.database, error);
  if (attendees == NULL)
    return -1;

  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->sealed || attendee->vetting != MSK_VETTING_PROPOSED)
        continue;
      if (!msk_attendee_check_decidable (attendee, msk_session_get_user (session), error) ||
          !msk_attendee_store_decide (&transaction, attendee->id, MSK_VETTING_APPROVED, clean,
                                      error))
        return -1;
      approved++;
    }

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
      line = g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%s\x1f%s\x1f%s\x1f%d\x1f%d\x1f%d\n",
                              attendee->id, attendee->name, attendee->unit, attendee->post,
                              (int) attendee->capacity, (int) attendee->clearance,
                              (int) attendee->vetting);
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
      if (attendee->vetting == MSK_VETTING_PROPOSED)
        {
          g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED,
                               _ ("Somebody on the list is not decided yet: approve or reject "
                                  "everybody, then seal it."));
          return FALSE;
        }
    }

  if (people == 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_EMPTY,
                         _ ("There is nobody on an open list: import or add people first."));
  return people > 0;
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
