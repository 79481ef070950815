/* The form that makes a meeting, or changes its description.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-meeting.h"

G_BEGIN_DECLS

#define MSK_TYPE_MEETING_FORM (msk_meeting_form_get_type ())
G_DECLARE_FINAL_TYPE (MskMeetingForm, msk_meeting_form, MSK, MEETING_FORM, MskForm)

/* Opens it over the page's window: for a new meeting (NULL), or to change the open one. */
void msk_meeting_form_open (MskPage *page, MskMeeting *meeting);

G_END_DECLS
