/* The forms that take in a device, and that record one found in the room (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_DEVICE_FORM (msk_device_form_get_type ())
G_DECLARE_FINAL_TYPE (MskDeviceForm, msk_device_form, MSK, DEVICE_FORM, MskForm)

/* Of the person with this id; its tag is printed at once. */
void msk_device_form_open (MskPage *page, gint64 attendee_id);

#define MSK_TYPE_FINDING_FORM (msk_finding_form_get_type ())
G_DECLARE_FINAL_TYPE (MskFindingForm, msk_finding_form, MSK, FINDING_FORM, MskForm)

/* attendee_id: whose it is, or 0. */
void msk_finding_form_open (MskPage *page, gint64 attendee_id);

G_END_DECLS
