/* Devices before the room (M5): declared, taken into deposit, given back to their owner. With the
 * scanner it is MskDeviceScan that takes tags. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-device.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The person said that they have no (other) device on them. Fails as msk_attendee_store_get(). */
gboolean msk_device_desk_answer_none (MskSession *session, gint64 attendee_id, GError **error);

/* Whether the person has answered since they last went out, and all that they declared lies in
 * deposit. */
gboolean msk_device_desk_is_settled (MskSession *session,
                                     gint64 attendee_id,
                                     gboolean *settled,
                                     GError **error);

/* A device was found in the room, which is an incident. With a shelf in the draft it is registered
 * at once, as by msk_device_desk_declare(). *number is 0 without. */
gboolean msk_device_desk_found (MskSession *session,
                                const MskDeviceFinding *finding,
                                const MskDeviceDraft *draft, /* or NULL */
                                gint64 *incident_id,
                                guint *number,
                                GError **error);

/* Registers a device under the next number, of a person or from an incident; it is in deposit once
 * its tag was printed and seen. Returns the number, or 0 with MSK_INPUT_ERROR_BAD_VALUE or
 * _NOT_FOUND. */
guint msk_device_desk_declare (MskSession *session, const MskDeviceDraft *draft, GError **error);

/* Of MskDevice. */
GPtrArray *msk_device_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskDevice *msk_device_desk_get (MskSession *session,
                                guint number,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a person has declared and not got back. Of MskDevice. */
GPtrArray *msk_device_desk_list_of (MskSession *session,
                                    gint64 attendee_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* In deposit though the owner has gone out, is unknown, or the meeting's time is over. Of
 * MskDevice. */
GPtrArray *msk_device_desk_list_unclaimed (MskSession *session,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives a device back without its tag (a part is lost, or can't be read): to the owner alone, on
 * the word of the clerk and of a second person, for a reason. Fails with
 * MSK_RULE_ERROR_NOT_THE_OWNER, _NOT_DEPOSITED, _ALREADY_RETURNED, _DEVICE_VOID,
 * MSK_ACCESS_ERROR_SAME_PERSON or MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_device_desk_give_back (MskSession *session,
                                    guint number,
                                    gint64 attendee_id,
                                    const char *witness,
                                    const char *reason,
                                    GError **error);

/* It was registered by mistake, and is not in deposit. Needs a reason; of a device that was found
 * in the room also the security officer (MSK_ACCESS_ERROR_ROLE). */
gboolean msk_device_desk_void (MskSession *session,
                               guint number,
                               const char *reason,
                               GError **error);

/* Whose the device is that was found in the room. Needs a reason: how that is known. Fails with
 * MSK_RULE_ERROR_ALREADY_DECIDED when somebody owns it already. */
gboolean msk_device_desk_claim (MskSession *session,
                                guint number,
                                gint64 attendee_id,
                                const char *reason,
                                GError **error);

G_END_DECLS
