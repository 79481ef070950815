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
  guint submitted;
  guint returned;
  guint approved;
  guint rejected;
  guint withdrawn;
  guint unsealed; /* people on the list that is still open */
  guint lacking;  /* who may come in and have no badge */

  gboolean can_add; /* by hand or by import */
  gboolean can_submit;
  gboolean can_change;
  gboolean can_approve; /* several at once, or one observer or one of the press */
  gboolean can_decide;  /* reject, return */
  gboolean can_decide_rest;
  gboolean can_seal;
  gboolean can_withdraw;
  gboolean can_print_badge;
  gboolean can_print_all;
  gboolean can_reissue_badge;
  gboolean can_confirm_badge;
  gboolean can_void_badge;
  gboolean can_lose_badge;
  gboolean can_report;
  gboolean can_export;
  gboolean can_brief; /* see, and perhaps record, what those selected took note of */
} MskVettingState;

/* Of all attendees (of MskAttendee, never a filtered list) and of those selected. */
MskVettingState msk_vetting_state_make (MskRole role,
                                        MskMeetingState meeting,
                                        GPtrArray *attendees,
                                        GPtrArray *selected);

/* The counts in one sentence. The caller owns it. */
char *msk_vetting_state_dup_text (const MskVettingState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
