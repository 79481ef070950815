/* Devices before the room (M5): declared, taken into deposit, given back to their owner.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-device-private.h"
#include "msk-device-store.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-look-alike.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

static gboolean
check_person (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, attendee_id, error);

  return attendee != NULL;
}

/* No device is taken from, or given to, somebody who is in the room (M5): refusal says what to do.
 */
static gboolean
check_outside (MskDatabase *database, const GArray *entries, const char *refusal, GError **error)
{
  gint64 inside_as;

  if (!msk_door_store_find_inside (database, entries, &inside_as, error))
    return FALSE;
  if (inside_as == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OWNER_INSIDE, refusal);
  return FALSE;
}

gboolean
msk_device_check_given_to (MskDatabase *database,
                           MskDevice *device,
                           gint64 attendee_id,
                           GError **error)
{
  g_autoptr(GArray) entries = NULL;

  if (!check_person (database, attendee_id, error) || !msk_device_check_returnable (device, error))
    return FALSE;

  entries = msk_attendee_store_list_entries (database, attendee_id, error);
  return entries != NULL && msk_device_check_owner (device, entries, error) &&
         check_outside (database, entries,
                        _ ("The owner is inside by the door’s register: have them go out through "
                           "the door first."),
                        error);
}

/* A device is handed in before the room; one that its owner has inside was found there. */
static gboolean
check_depositor (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GArray) entries = NULL;

  if (!check_person (database, attendee_id, error))
    return FALSE;

  entries = msk_attendee_store_list_entries (database, attendee_id, error);
  return entries != NULL &&
         check_outside (database, entries,
                        _ ("This person is inside by the door’s register, so the device was in the "
                           "room: record it as found there (“msk device found”, or Found in the "
                           "Room), which opens an incident."),
                        error);
}

gboolean
msk_device_desk_answer_none (MskSession *session, gint64 attendee_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_present (session, MSK_ACT_DEVICE_ANSWER, &transaction, error) &&
         check_person (transaction.database, attendee_id, error) &&
         msk_device_store_answer_none (&transaction, attendee_id, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_device_desk_is_settled (MskSession *session,
                            gint64 attendee_id,
                            gboolean *settled,
                            GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (settled != NULL, FALSE);

  return database != NULL && msk_device_store_is_settled (database, attendee_id, settled, error);
}

/* In the transaction of what it is registered by. */
static gboolean
add (MskTransaction *transaction,
     MskAct act,
     const MskDeviceDraft *draft,
     guint *number,
     GError **error)
{
  g_autofree char *description = msk_vetting_dup_field (draft->description);
  g_autofree char *shelf = msk_vetting_dup_field (draft->shelf);
  MskDeviceDraft clean = *draft;

  clean.description = description;
  clean.shelf = shelf;
  return (draft->incident_id != 0 && draft->attendee_id == 0
              ? msk_device_store_check_finding (transaction->database, draft->incident_id, error)
              : check_person (transaction->database, draft->attendee_id, error)) &&
         msk_device_check_draft (&clean, error) &&
         msk_device_store_add (transaction, act, &clean, number, error);
}

guint
msk_device_desk_declare (MskSession *session, const MskDeviceDraft *draft, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  guint number;

  g_return_val_if_fail (draft != NULL && draft->description != NULL && draft->shelf != NULL, 0);

  return msk_session_begin_present (session, MSK_ACT_DEVICE_DEPOSIT, &transaction, error) &&
                 (draft->incident_id != 0
                      ? msk_device_store_check_finding (transaction.database, draft->incident_id,
                                                        error)
                      : check_depositor (transaction.database, draft->attendee_id, error)) &&
                 add (&transaction, MSK_ACT_DEVICE_DEPOSIT, draft, &number, error) &&
                 msk_session_commit (session, &transaction, error)
             ? number
             : 0;
}

gboolean
msk_device_desk_found (MskSession *session,
                       const MskDeviceFinding *finding,
                       const MskDeviceDraft *draft,
                       gint64 *incident_id,
                       guint *number,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *finder = msk_vetting_dup_field (finding->finder);
  g_autofree char *zone = msk_vetting_dup_field (finding->zone);
  g_autofree char *text = msk_vetting_dup_field (finding->text);
  const MskDeviceFinding clean = { finding->attendee_id, finder, zone, text };
  MskDeviceDraft found;

  g_return_val_if_fail (incident_id != NULL && number != NULL, FALSE);

  if (!msk_session_begin_present (session, MSK_ACT_DEVICE_FOUND, &transaction, error) ||
      !msk_device_check_finding (&clean, error) ||
      (clean.attendee_id != 0 && !check_person (transaction.database, clean.attendee_id, error)) ||
      !msk_device_store_add_finding (&transaction, &clean, incident_id, error))
    return FALSE;

  *number = 0;
  if (draft != NULL)
    {
      found = *draft;
      found.attendee_id = clean.attendee_id;
      found.incident_id = *incident_id;
      if (!add (&transaction, MSK_ACT_DEVICE_FOUND, &found, number, error))
        return FALSE;
    }
  return msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_device_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_device_store_list (database, error);
}

MskDevice *
msk_device_desk_get (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_device_store_get (database, number, error);
}

GPtrArray *
msk_device_desk_list_of (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_device_store_list_of (database, attendee_id, error);
}

GPtrArray *
msk_device_desk_list_unclaimed (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL
             ? NULL
             : msk_device_store_list_unclaimed (database,
                                                msk_session_get_now (session) >=
                                                    msk_session_get_meeting (session)->ends_at,
                                                error);
}

gboolean
msk_device_desk_give_back (MskSession *session,
                           guint number,
                           gint64 attendee_id,
                           const char *witness,
                           const char *reason,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autofree char *clean_witness = NULL;
  g_autofree char *clean = NULL;
  MskDeviceMovement movement;

  g_return_val_if_fail (witness != NULL && reason != NULL, FALSE);

  if (!msk_session_begin_present (session, MSK_ACT_DEVICE_RETURN, &transaction, error))
    return FALSE;

  device = msk_device_store_get (transaction.database, number, error);
  clean_witness = msk_vetting_dup_field (witness);
  if (device == NULL ||
      !msk_device_check_given_to (transaction.database, device, attendee_id, error) ||
      !msk_device_check_word (device, msk_session_get_user (session), clean_witness, msk_look_alike,
                              error))
    return FALSE;

  clean = msk_print_desk_dup_reason (reason, error);
  movement = (MskDeviceMovement){ .number = number,
                                  .act = MSK_ACT_DEVICE_RETURN,
                                  .from = device->state,
                                  .to = MSK_DEVICE_RETURNED,
                                  .attendee_id = attendee_id,
                                  .remark = clean,
                                  .witness = clean_witness };
  return clean != NULL && msk_device_store_move (&transaction, &movement, error) &&
         msk_device_store_note_answer (&transaction, attendee_id, MSK_DEVICE_ANSWER_RETURNED,
                                       error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_device_desk_void (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autofree char *clean = NULL;
  MskDeviceMovement movement;

  if (!msk_session_begin_present (session, MSK_ACT_DEVICE_VOID, &transaction, error))
    return FALSE;

  device = msk_device_store_get (transaction.database, number, error);
  /* What was found in the room belongs to an incident. */
  clean = device == NULL || !msk_device_check_voidable (device, error) ||
                  (device->incident_id != 0 &&
                   !msk_role_check (msk_session_get_role (session), MSK_ACT_DEVICE_CLAIM, error))
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  if (clean == NULL)
    return FALSE;

  movement = (MskDeviceMovement){ .number = number,
                                  .act = MSK_ACT_DEVICE_VOID,
                                  .from = device->state,
                                  .to = MSK_DEVICE_VOID,
                                  .attendee_id = device->attendee_id,
                                  .remark = clean,
                                  .witness = "" };
  return (device->serial == 0 || device->tag == MSK_ATTEMPT_VOID ||
          msk_device_store_set_tag (&transaction, device->serial, MSK_ATTEMPT_VOID, error)) &&
         msk_device_store_move (&transaction, &movement, error) &&
         (device->attendee_id == 0 ||
          msk_device_store_note_answer (&transaction, device->attendee_id, MSK_DEVICE_ANSWER_VOID,
                                        error)) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
check_unowned (MskDevice *device, GError **error)
{
  if (device->attendee_id == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
               _ ("This device is registered as that of %s, which does not change."),
               device->owner);
  return FALSE;
}

gboolean
msk_device_desk_claim (MskSession *session,
                       guint number,
                       gint64 attendee_id,
                       const char *reason,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autofree char *clean = NULL;
  MskDeviceMovement movement;

  if (!msk_session_begin_present (session, MSK_ACT_DEVICE_CLAIM, &transaction, error))
    return FALSE;

  device = msk_device_store_get (transaction.database, number, error);
  clean = device == NULL || !msk_device_check_taggable (device, error) ||
                  !check_unowned (device, error) ||
                  !check_person (transaction.database, attendee_id, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  if (clean == NULL)
    return FALSE;

  movement = (MskDeviceMovement){ .number = number,
                                  .act = MSK_ACT_DEVICE_CLAIM,
                                  .from = device->state,
                                  .to = device->state,
                                  .attendee_id = attendee_id,
                                  .remark = clean,
                                  .witness = "" };
  return msk_device_store_set_owner (&transaction, number, attendee_id, error) &&
         msk_device_store_move (&transaction, &movement, error) &&
         msk_device_store_note_answer (&transaction, attendee_id, MSK_DEVICE_ANSWER_FOUND, error) &&
         msk_session_commit (session, &transaction, error);
}
