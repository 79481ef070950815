/* Vetting (M4): whom the list loses, and what it says anew of a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-holding-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

gboolean
msk_vetting_desk_withdraw (MskSession *session,
                           gint64 attendee_id,
                           const char *reason,
                           GPtrArray **held,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_ATTENDEE_WITHDRAW, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (attendee == NULL || !msk_attendee_check_withdrawable (attendee, error))
    return FALSE;

  clean = msk_vetting_dup_reason (reason, error);
  found = clean == NULL ? NULL : msk_holding_store_list (transaction.database, attendee_id, error);
  if (found == NULL || !msk_attendee_store_withdraw (&transaction, attendee_id, clean, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (held != NULL)
    *held = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
is_same_entry (MskAttendee *one, MskAttendee *other)
{
  return g_str_equal (one->name, other->name) && g_str_equal (one->unit, other->unit) &&
         g_str_equal (one->post, other->post) && one->capacity == other->capacity &&
         one->clearance == other->clearance &&
         g_str_equal (one->nominating_unit, other->nominating_unit) &&
         one->post_starts_at == other->post_starts_at;
}

/* Nobody else may be entered so. */
static gboolean
check_free (MskSession *session, MskAttendee *before, MskAttendee *after, GError **error)
{
  g_autoptr(GHashTable) keys = NULL;
  g_autofree char *own = msk_attendee_dup_key (before->name, before->unit, before->post);

  if (is_same_entry (before, after))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_CHANGED,
                           _ ("The list says all of this already: change something, or leave the "
                              "person as they are."));
      return FALSE;
    }

  keys = msk_vetting_load_keys (session, error);
  if (keys == NULL)
    return FALSE;

  g_hash_table_remove (keys, own);
  return msk_vetting_check_new (keys, after, error);
}

/* The old entry is barred at once; the new one is vetted like anybody's. */
static gboolean
replace (MskTransaction *transaction,
         MskAttendee *before,
         MskAttendee *after,
         guint warnings,
         GPtrArray **found,
         GError **error)
{
  *found = msk_holding_store_list (transaction->database, before->id, error);
  after->replaces = before->id;
  return *found != NULL &&
         msk_attendee_store_withdraw (transaction, before->id,
                                      _ ("changed: a new entry replaces this one"), error) &&
         msk_attendee_store_take_open_list (transaction, &after->list_number, error) &&
         msk_attendee_store_insert (transaction, after, error) &&
         msk_attendee_store_record_change (transaction, before, after->id, warnings, error);
}

static gboolean
change (MskTransaction *transaction,
        MskAttendee *before,
        MskAttendee *after,
        guint warnings,
        GPtrArray **found,
        GError **error)
{
  if (before->sealed)
    return replace (transaction, before, after, warnings, found, error);

  after->id = before->id;
  return msk_attendee_store_change (transaction, after, error) &&
         msk_attendee_store_record_change (transaction, before, after->id, warnings, error);
}

gboolean
msk_vetting_desk_change (MskSession *session,
                         gint64 attendee_id,
                         const MskAttendeeDraft *draft,
                         gint64 *changed_id,
                         GPtrArray **held,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) before = NULL;
  g_autoptr(MskAttendee) after = NULL;
  g_autoptr(MskAttendeeList) list = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_return_val_if_fail (draft != NULL && changed_id != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_ATTENDEE_CHANGE, &transaction, error))
    return FALSE;

  before = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (before == NULL || !msk_attendee_check_changeable (before, error))
    return FALSE;

  after = msk_vetting_read_draft (session, draft, error);
  if (after == NULL || !check_free (session, before, after, error))
    return FALSE;

  list = msk_vetting_doubt (session, transaction.database, before->id, after, error);
  if (list == NULL || !msk_attendee_list_check_one (list, draft->accepted, error) ||
      !change (&transaction, before, after, list->n_warnings, &found, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  *changed_id = after->id;
  if (held != NULL)
    *held = found != NULL ? g_steal_pointer (&found)
                          : g_ptr_array_new_with_free_func ((GDestroyNotify) msk_holding_free);
  return TRUE;
}
