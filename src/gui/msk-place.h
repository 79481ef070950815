/* The places of the window, in the order of the work, and who is shown which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-role.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_PLACE_MEETING,
  MSK_PLACE_MEASURES,
  MSK_PLACE_ATTENDEES,
  MSK_PLACE_BRIEFING,
  MSK_PLACE_PAPERS,
  MSK_PLACE_PLAN,
  MSK_PLACE_ROOM,
  MSK_PLACE_CARRIERS,
  MSK_PLACE_DOOR,
  MSK_PLACE_DEVICES,
  MSK_PLACE_DESK,
  MSK_PLACE_CIRCULATION,
  MSK_PLACE_RETURNS,
  MSK_PLACE_RECEIPTS,
  MSK_PLACE_HANDOVER,
  MSK_PLACE_SWEEP,
  MSK_PLACE_INCIDENTS,
  MSK_PLACE_DESTRUCTION,
  MSK_PLACE_LEDGER,
  MSK_PLACE_ACCOUNTS,
} MskPlace;

#define MSK_N_PLACES (MSK_PLACE_ACCOUNTS + 1)

/* What the role may not do is not shown. */
gboolean msk_place_is_shown (MskPlace place, MskRole role);

/* Whether there is nothing to see there before a meeting is open. */
gboolean msk_place_needs_meeting (MskPlace place);

/* In the user's language. Static text. */
const char *msk_place_get_title (MskPlace place);
const char *msk_place_get_icon_name (MskPlace place);

/* The name that tests and style sheets know it by. Static text. */
const char *msk_place_get_name (MskPlace place);

G_END_DECLS
