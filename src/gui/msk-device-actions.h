/* What may be done on the page of the devices.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-device.h"
#include "msk-look.h"
#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean take_in; /* of the person who waits */
  gboolean none;    /* likewise */
  gboolean tag;
  gboolean confirm;
  gboolean give_back; /* without a tag, to the person who waits */
  gboolean give_up;   /* void */
  gboolean claim;     /* by the person who waits */
  gboolean found;
} MskDeviceActions;

/* device is the selected one or NULL; person is who was scanned or chosen, or 0. */
MskDeviceActions msk_device_actions_make (MskRole role,
                                          MskMeetingState meeting,
                                          MskDevice *device,
                                          gint64 person);

MskLook msk_device_actions_look (MskDevice *device);

/* Of MskDevice: nothing happened to it in between. */
gboolean msk_device_actions_is_same (gconstpointer a, gconstpointer b);

/* How many lie here, and how many of those nobody has claimed. The caller owns it. */
char *msk_device_actions_dup_standing (guint here, guint unclaimed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
