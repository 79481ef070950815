/* The register of devices in deposit (M5): what they are, their tags, what happened to them, and
 * what each person said about theirs. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-device.h"
#include "msk-role.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

typedef struct
{
  guint number;
  MskAct act;
  MskDeviceState from;
  MskDeviceState to;
  gint64 attendee_id;  /* 0 for nobody */
  const char *remark;  /* why or how, or "" */
  const char *witness; /* the second person where two are needed, or "" */
  gint64 id;           /* filled in */
} MskDeviceMovement;

/* Registers a device as declared, under the next number of the series, with a movement and a ledger
 * entry of the given act; the owner's answer is then that they declared one. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE when the series is used up. */
gboolean msk_device_store_add (MskTransaction *transaction,
                               MskAct act,
                               const MskDeviceDraft *draft,
                               guint *number,
                               GError **error);

/* A device was found in the room: an incident, and where and by whom. */
gboolean msk_device_store_add_finding (MskTransaction *transaction,
                                       const MskDeviceFinding *finding,
                                       gint64 *incident_id,
                                       GError **error);

/* Whether a device was found in this incident. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_device_store_check_finding (MskDatabase *database, gint64 incident_id, GError **error);

/* Of MskDevice, by number. */
GPtrArray *msk_device_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskDevice *msk_device_store_get (MskDatabase *database,
                                 guint number,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Devices of a person that lie in deposit, or are declared and not yet there. Of MskDevice. */
GPtrArray *msk_device_store_list_of (MskDatabase *database,
                                     gint64 attendee_id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Devices in deposit whose owner is out or unknown; with after_end all that are there. */
GPtrArray *msk_device_store_list_unclaimed (MskDatabase *database,
                                            gboolean after_end,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Devices that are declared or lie in deposit. */
gboolean msk_device_store_count_here (MskDatabase *database, guint *count, GError **error);

/* A new tag for the device, as sent to a printer; the one before is void from now on. */
gboolean msk_device_store_put_tag (MskTransaction *transaction,
                                   guint number,
                                   gint64 serial,
                                   const char *printer,
                                   const char *place,
                                   GError **error);

/* Moves a tag on. Writes no ledger entry. */
gboolean msk_device_store_set_tag (MskTransaction *transaction,
                                   gint64 serial,
                                   MskAttempt tag,
                                   GError **error);

/* The device that a tag was made for: 0 for a serial of no tag. */
gboolean msk_device_store_find_tag (MskDatabase *database,
                                    gint64 serial,
                                    guint *number,
                                    GError **error);

/* Tags that were sent and whose end nobody saw become uncertain, each with a ledger entry. */
gboolean msk_device_store_recover_sent (MskTransaction *transaction, GError **error);
gboolean msk_device_store_count_sent (MskDatabase *database, guint *count, GError **error);

/* Writes the movement, the new state and the ledger entry, which names ids alone. Fails with
 * MSK_SYSTEM_ERROR_DATABASE when the device is not in the state that was thought. */
gboolean msk_device_store_move (MskTransaction *transaction,
                                MskDeviceMovement *movement,
                                GError **error);

/* The owner of a device of which nobody was known to be. */
gboolean msk_device_store_set_owner (MskTransaction *transaction,
                                     guint number,
                                     gint64 attendee_id,
                                     GError **error);

/* Whether the person may go in as far as devices go: since they last went out they said that they
 * have none or handed one in, and everything that they declared lies in deposit. */
gboolean msk_device_store_is_settled (MskDatabase *database,
                                      gint64 attendee_id,
                                      gboolean *settled,
                                      GError **error);

/* "No (other) device on me", with a ledger entry. */
gboolean msk_device_store_answer_none (MskTransaction *transaction,
                                       gint64 attendee_id,
                                       GError **error);

/* The person goes out and is asked again when they come back. No ledger entry: the door writes that
 * they went out. */
gboolean msk_device_store_forget_answer (MskTransaction *transaction,
                                         gint64 attendee_id,
                                         GError **error);

/* The person did not go out after all: what they had said before counts again, unless something was
 * said or done since. No ledger entry: the door writes that the passing is annulled. */
gboolean msk_device_store_recall_answer (MskTransaction *transaction,
                                         gint64 attendee_id,
                                         GError **error);

/* Notes what else changes what is known of a person's devices. No ledger entry. */
gboolean msk_device_store_note_answer (MskTransaction *transaction,
                                       gint64 attendee_id,
                                       MskDeviceAnswer answer,
                                       GError **error);

G_END_DECLS
