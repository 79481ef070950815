/* The form that lets one of the press in, by a decision of its own (M8).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PRESS_FORM (msk_press_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPressForm, msk_press_form, MSK, PRESS_FORM, MskForm)

/* Opens it over the page's window. */
void msk_press_form_open (MskPage *page, MskAttendee *attendee);

G_END_DECLS
