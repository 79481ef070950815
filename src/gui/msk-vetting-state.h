/* What the page of attendees counts and what it offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  guint listed;
  guint proposed;
  guint approved;
  guint rejected;
  guint unsealed; /* people on the list that is still open */

  gboolean can_add; /* by hand or by import */
  gboolean can_decide;
  gboolean can_decide_rest;
  gboolean can_seal;
  gboolean can_print_badge;
  gboolean can_report;
} MskVettingState;

/* Of all attendees (of MskAttendee, never a filtered list) and of those selected. */
MskVettingState msk_vetting_state_make (MskRole role,
                                        MskMeetingState meeting,
                                        GPtrArray *attendees,
                                        GPtrArray *selected);

/* The counts in one sentence. The caller owns it. */
char *msk_vetting_state_dup_text (const MskVettingState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
