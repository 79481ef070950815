/* The deposit with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-device-private.h"
#include "msk-device-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-ledger.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"
#include "msk-tag-reader.h"
#include "msk-verdict-private.h"

struct _MskDeviceScan
{
  GObject parent_instance;

  MskSession *session;
  MskDeviceScanMode mode;
  GListStore *verdicts;
  gint64 waiting_person;
  guint waiting_device;
  gboolean by_hand; /* the person was chosen from a list, not scanned */
};

G_DEFINE_FINAL_TYPE (MskDeviceScan, msk_device_scan, G_TYPE_OBJECT)

static void
msk_device_scan_finalize (GObject *object)
{
  MskDeviceScan *self = MSK_DEVICE_SCAN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);

  G_OBJECT_CLASS (msk_device_scan_parent_class)->finalize (object);
}

static void
msk_device_scan_class_init (MskDeviceScanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_device_scan_finalize;
}

static void
msk_device_scan_init (MskDeviceScan *self)
{
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
}

static MskAct
get_act (MskDeviceScan *self)
{
  return self->mode == MSK_DEVICE_SCAN_RETURN ? MSK_ACT_DEVICE_RETURN : MSK_ACT_DEVICE_CONFIRM;
}

static gint64
get_now (MskDeviceScan *self)
{
  return msk_session_get_now (self->session);
}

static gboolean
check_desk (MskDeviceScan *self, GError **error)
{
  return msk_session_require_meeting (self->session, get_act (self), error) != NULL;
}

static char *
dup_return_text (MskDevice *device)
{
  return g_strdup_printf (_ ("Take the owner’s part of the tag, and hand over what lies on %s."),
                          device->shelf);
}

/* Both halves are known. The device goes to its owner or to nobody. */
static MskVerdict *
give_back (MskDeviceScan *self, guint number, gint64 attendee_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autofree char *text = NULL;
  MskDeviceMovement movement;
  MskVerdict *verdict;

  if (!msk_session_begin_present (self->session, MSK_ACT_DEVICE_RETURN, &transaction, error))
    return NULL;

  device = msk_device_store_get (transaction.database, number, error);
  if (device == NULL ||
      !msk_device_check_given_to (transaction.database, device, attendee_id, error) ||
      !msk_device_check_tag_seen (device, error))
    return NULL;

  movement = (MskDeviceMovement){ .number = number,
                                  .act = MSK_ACT_DEVICE_RETURN,
                                  .from = device->state,
                                  .to = MSK_DEVICE_RETURNED,
                                  .attendee_id = attendee_id,
                                  .remark = self->by_hand ? MSK_PRINT_DESK_BY_HAND : "",
                                  .witness = "" };
  if (!msk_device_store_move (&transaction, &movement, error) ||
      !msk_device_store_note_answer (&transaction, attendee_id, MSK_DEVICE_ANSWER_RETURNED,
                                     error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  text = dup_return_text (device);
  verdict =
      msk_device_scan_make_verdict (self->session, "given-back", _ ("Given back"), text, device);
  return verdict;
}

static MskVerdict *
take_person (MskDeviceScan *self, MskTagReading *reading, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self), error);
  g_autoptr(MskAttendee) attendee =
                 database == NULL ? NULL
                                  : msk_attendee_store_get (database, reading->attendee_id, error);
  MskVerdict *verdict;

  if (attendee == NULL ||
      !msk_meeting_check_not_closed (msk_session_get_meeting (self->session), error))
    return NULL;

  if (self->mode == MSK_DEVICE_SCAN_RETURN && self->waiting_device != 0)
    {
      /* From here on the two go together, in a refusal too. */
      reading->device = self->waiting_device;
      self->waiting_device = 0;
      return give_back (self, reading->device, attendee->id, error);
    }

  self->waiting_person = attendee->id;
  verdict = msk_verdict_new (MSK_TONE_WAITING, "person-selected", _ ("Person known"),
                             self->mode == MSK_DEVICE_SCAN_RETURN
                                 ? _ ("Now scan the tag of the device.")
                                 : _ ("Take in what this person hands over, or note that they "
                                      "have nothing."),
                             get_now (self));
  msk_verdict_set_person (verdict, attendee);
  return verdict;
}

/* A tag that was printed for a device that was declared: now it counts. */
static MskVerdict *
deposit (MskDeviceScan *self, guint number, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;
  g_autofree char *text = NULL;

  if (!msk_session_begin_present (self->session, MSK_ACT_DEVICE_CONFIRM, &transaction, error))
    return NULL;

  device = msk_device_store_get (transaction.database, number, error);
  if (device == NULL || !msk_device_confirm_as (&transaction, device, "", error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  text = g_strdup_printf (_ ("Give the owner their part of the tag, and put the device on %s."),
                          device->shelf);
  return msk_device_scan_make_verdict (self->session, "deposited", _ ("In deposit"), text, device);
}

static MskVerdict *
wait_for_owner (MskDeviceScan *self, MskDevice *device, GError **error)
{
  MskVerdict *verdict;

  if (!msk_device_check_returnable (device, error))
    return NULL;

  self->waiting_device = device->number;
  verdict = msk_verdict_new (MSK_TONE_WAITING, "device-selected", _ ("Device known"),
                             _ ("Now scan the badge of the owner."), get_now (self));
  msk_verdict_set_device (verdict, device);
  return verdict;
}

static MskVerdict *
take_device (MskDeviceScan *self, MskTagReading *reading, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self), error);
  g_autoptr(MskDevice) device =
                 database == NULL ? NULL : msk_device_store_get (database, reading->device, error);

  if (device == NULL ||
      !msk_meeting_check_not_closed (msk_session_get_meeting (self->session), error))
    return NULL;
  if (self->mode == MSK_DEVICE_SCAN_DEPOSIT)
    return deposit (self, device->number, error);

  self->waiting_device = 0;
  if (self->waiting_person == 0)
    return wait_for_owner (self, device, error);

  /* The person stays, who may have handed in more than one. */
  reading->attendee_id = self->waiting_person;
  return give_back (self, device->number, reading->attendee_id, error);
}

static MskVerdict *
refuse_other (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                       _ ("This is neither a device’s tag nor a badge: take papers and carriers to "
                          "the desk."));
  return NULL;
}

/* Refusals that somebody may have to explain later go into the ledger; a shop's barcode does not.
 */
static gboolean
record_refusal (MskDeviceScan *self, const MskTagReading *reading, const char *code, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, reading->tag.serial);
  g_autofree char *subject =
      reading->device != 0 ? msk_device_dup_subject (reading->device) : g_strdup ("code");
  g_autofree char *person =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       reading->attendee_id != 0 ? reading->attendee_id : self->waiting_person);

  if (reading->tag.serial == 0 && reading->device == 0 && reading->attendee_id == 0)
    return TRUE;

  return msk_session_begin (self->session, MSK_ACT_SCAN_REFUSED, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, subject, error, "code", code,
                            "serial", serial, "attendee", person, NULL) &&
         msk_incident_open_refusal (&transaction, reading, subject, code,
                                    _ ("Scanned at the deposit of devices."), error) &&
         msk_session_commit (self->session, &transaction, error);
}

static void
add_known (MskDeviceScan *self, MskVerdict *verdict, const MskTagReading *reading)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self), NULL);
  g_autoptr(MskDevice) device = reading->device == 0 || database == NULL
                                     ? NULL
                                     : msk_device_store_get (database, reading->device, NULL);
  g_autoptr(MskAttendee) attendee =
                 reading->attendee_id == 0 || database == NULL
                     ? NULL
                     : msk_attendee_store_get (database, reading->attendee_id, NULL);

  if (device != NULL)
    msk_verdict_set_device (verdict, device);
  if (attendee != NULL)
    msk_verdict_set_person (verdict, attendee);
}

/* Puts a verdict at the head of the list. Takes verdict, which may be NULL with lower set. */
static MskVerdict *
conclude (MskDeviceScan *self,
          MskVerdict *verdict,
          const MskTagReading *reading,
          GError *lower,
          GError **error)
{
  if (verdict == NULL && lower->domain != MSK_RULE_ERROR && lower->domain != MSK_INPUT_ERROR)
    {
      g_propagate_error (error, lower);
      return NULL;
    }

  if (verdict == NULL)
    {
      verdict = msk_verdict_new_refusal (lower, get_now (self));
      add_known (self, verdict, reading);
      g_clear_error (&lower);
      if (!record_refusal (self, reading, verdict->code, error))
        {
          g_object_unref (verdict);
          return NULL;
        }
    }

  /* After an alarm both halves are scanned again. */
  if (verdict->tone == MSK_TONE_ALARM)
    msk_device_scan_clear (self);
  msk_device_scan_add_verdict (self, verdict);
  return verdict;
}

MskDeviceScan *
msk_device_scan_new (MskSession *session, MskDeviceScanMode mode)
{
  MskDeviceScan *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_DEVICE_SCAN, NULL);
  self->session = g_object_ref (session);
  self->mode = mode;
  return self;
}

MskDeviceScanMode
msk_device_scan_get_mode (MskDeviceScan *self)
{
  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self), MSK_DEVICE_SCAN_DEPOSIT);

  return self->mode;
}

GListModel *
msk_device_scan_get_verdicts (MskDeviceScan *self)
{
  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self), NULL);

  return G_LIST_MODEL (self->verdicts);
}

MskVerdict *
msk_device_scan_take (MskDeviceScan *self, const char *code, GError **error)
{
  MskTagReading reading;
  MskVerdict *verdict = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self) && code != NULL, NULL);

  if (!check_desk (self, error))
    return NULL;

  if (msk_tag_reader_read (self->session, code, &reading, &lower))
    {
      if (reading.attendee_id != 0)
        {
          self->by_hand = FALSE;
          verdict = take_person (self, &reading, &lower);
        }
      else if (reading.device != 0)
        verdict = take_device (self, &reading, &lower);
      else
        verdict = refuse_other (&lower);
    }
  return conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_device_scan_choose_person (MskDeviceScan *self, gint64 attendee_id, GError **error)
{
  MskTagReading reading = { .attendee_id = attendee_id };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self), NULL);

  if (!check_desk (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_person (self, &reading, &lower);
  return conclude (self, verdict, &reading, lower, error);
}

void
msk_device_scan_add_verdict (MskDeviceScan *self, MskVerdict *verdict)
{
  g_return_if_fail (MSK_IS_DEVICE_SCAN (self) && MSK_IS_VERDICT (verdict));

  msk_verdict_put_first (self->verdicts, verdict);
}

MskVerdict *
msk_device_scan_make_verdict (MskSession *session,
                              const char *code,
                              const char *headline,
                              const char *text,
                              MskDevice *device)
{
  MskVerdict *verdict =
      msk_verdict_new (MSK_TONE_DONE, code, headline, text, msk_session_get_now (session));

  msk_verdict_set_device (verdict, device);
  verdict->attendee_id = device->attendee_id;
  g_free (verdict->person);
  verdict->person = g_strdup (device->owner);
  g_free (verdict->unit);
  verdict->unit = g_strdup (device->unit);
  return verdict;
}

void
msk_device_scan_clear (MskDeviceScan *self)
{
  g_return_if_fail (MSK_IS_DEVICE_SCAN (self));

  self->waiting_person = 0;
  self->waiting_device = 0;
}

gint64
msk_device_scan_get_waiting_person (MskDeviceScan *self)
{
  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self), 0);

  return self->waiting_person;
}

guint
msk_device_scan_get_waiting_device (MskDeviceScan *self)
{
  g_return_val_if_fail (MSK_IS_DEVICE_SCAN (self), 0);

  return self->waiting_device;
}
