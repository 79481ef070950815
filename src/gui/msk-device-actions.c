/* What may be done on the page of the devices.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-actions.h"

#include <glib/gi18n-lib.h>

MskDeviceActions
msk_device_actions_make (MskRole role, MskMeetingState meeting, MskDevice *device, gint64 person)
{
  MskDeviceActions actions = { FALSE };

  if (meeting == MSK_MEETING_STATE_CLOSED)
    return actions;

  actions.take_in = person != 0 && msk_role_may (role, MSK_ACT_DEVICE_DEPOSIT);
  actions.none = person != 0 && msk_role_may (role, MSK_ACT_DEVICE_ANSWER);
  actions.found = msk_role_may (role, MSK_ACT_DEVICE_FOUND);
  if (device == NULL)
    return actions;

  actions.tag = msk_role_may (role, MSK_ACT_DEVICE_TAG) && msk_device_check_taggable (device, NULL);
  actions.confirm =
      msk_role_may (role, MSK_ACT_DEVICE_CONFIRM) && msk_device_check_confirmable (device, NULL);
  actions.give_back = person != 0 && msk_role_may (role, MSK_ACT_DEVICE_RETURN) &&
                      msk_device_check_returnable (device, NULL);
  actions.give_up =
      msk_role_may (role, MSK_ACT_DEVICE_VOID) && msk_device_check_voidable (device, NULL);
  actions.claim = person != 0 && device->attendee_id == 0 &&
                  msk_role_may (role, MSK_ACT_DEVICE_CLAIM) &&
                  msk_device_check_taggable (device, NULL);
  return actions;
}

MskLook
msk_device_actions_look (MskDevice *device)
{
  switch (device->state)
    {
    case MSK_DEVICE_DEPOSITED:
      return msk_look_of_tone (device->owner_out || device->attendee_id == 0 ? MSK_TONE_REFUSED
                                                                             : MSK_TONE_DONE);
    case MSK_DEVICE_EXPECTED:
      return msk_look_of_tone (MSK_TONE_REFUSED);
    case MSK_DEVICE_RETURNED:
    case MSK_DEVICE_VOID:
    default:
      return msk_look_of_tone (MSK_TONE_WAITING);
    }
}

gboolean
msk_device_actions_is_same (gconstpointer a, gconstpointer b)
{
  const MskDevice *one = a;
  const MskDevice *other = b;

  return one->number == other->number && one->state == other->state && one->tag == other->tag &&
         one->serial == other->serial && one->attendee_id == other->attendee_id &&
         one->owner_out == other->owner_out && one->changed_at == other->changed_at;
}

char *
msk_device_actions_dup_standing (guint here, guint unclaimed)
{
  return g_strdup_printf (_ ("Devices here: %u. Unclaimed: %u."), here, unclaimed);
}
