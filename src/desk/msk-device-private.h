/* What the files of the devices' deposit share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-device.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The newest tag was seen, so that the device lies in deposit. Fails as
 * msk_device_check_confirmable(). */
gboolean msk_device_confirm_as (MskTransaction *transaction,
                                MskDevice *device,
                                const char *remark,
                                GError **error);

/* It lies in deposit, and the person is its owner, under whichever entry of the lists, and not
 * inside. Fails as msk_attendee_store_get(), msk_device_check_returnable() or
 * msk_device_check_owner(), or with MSK_RULE_ERROR_OWNER_INSIDE. */
gboolean msk_device_check_given_to (MskDatabase *database,
                                    MskDevice *device,
                                    gint64 attendee_id,
                                    GError **error);

G_END_DECLS
