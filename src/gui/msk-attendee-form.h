/* The form that proposes one person by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_ATTENDEE_FORM (msk_attendee_form_get_type ())
G_DECLARE_FINAL_TYPE (MskAttendeeForm, msk_attendee_form, MSK, ATTENDEE_FORM, MskForm)

/* Opens it over the page's window, to change what the list says of a person. */
void msk_attendee_form_open_change (MskPage *page, MskAttendee *attendee);

G_END_DECLS
