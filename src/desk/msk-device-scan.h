/* The deposit with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scan-desk.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_DEVICE_SCAN_DEPOSIT, /* a badge says whose the next device is; a new tag puts its device into
                              deposit */
  MSK_DEVICE_SCAN_RETURN,  /* a tag and its owner's badge, in either order */
} MskDeviceScanMode;

#define MSK_TYPE_DEVICE_SCAN (msk_device_scan_get_type ())
G_DECLARE_FINAL_TYPE (MskDeviceScan, msk_device_scan, MSK, DEVICE_SCAN, GObject)

MskDeviceScan *msk_device_scan_new (MskSession *session,
                                    MskDeviceScanMode mode) G_GNUC_WARN_UNUSED_RESULT;
MskDeviceScanMode msk_device_scan_get_mode (MskDeviceScan *self);

/* The verdicts, newest first, at most a few hundred: a GListModel of MskVerdict. Lent. */
GListModel *msk_device_scan_get_verdicts (MskDeviceScan *self);

/* Takes a code as the scanner gave it. Its verdicts are "person-selected", "device-selected",
 * "deposited", "given-back" or the name of a refusal; otherwise as msk_scan_desk_scan(). */
MskVerdict *msk_device_scan_take (MskDeviceScan *self,
                                  const char *code,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a person chosen from the list. A device is not chosen: see
 * msk_device_desk_give_back(). */
MskVerdict *msk_device_scan_choose_person (MskDeviceScan *self,
                                           gint64 attendee_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts something that was done without the scanner at the head of the list. Takes nothing. */
void msk_device_scan_add_verdict (MskDeviceScan *self, MskVerdict *verdict);

/* A verdict for something that was done to a device without the scanner. */
MskVerdict *msk_device_scan_make_verdict (MskSession *session,
                                          const char *code,
                                          const char *headline,
                                          const char *text,
                                          MskDevice *device) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets the half that waits. */
void msk_device_scan_clear (MskDeviceScan *self);

/* What waits: 0 for nothing. */
gint64 msk_device_scan_get_waiting_person (MskDeviceScan *self);
guint msk_device_scan_get_waiting_device (MskDeviceScan *self);

G_END_DECLS
