/* What may be done with the carriers that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-carrier.h"
#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean label;
  gboolean spoil;
  gboolean give_up; /* void */
} MskCarrierActions;

/* Of carriers (of MskCarrier): an action is offered when it makes sense for each of them. */
MskCarrierActions msk_carrier_actions_make (MskRole role,
                                            MskMeetingState meeting,
                                            GPtrArray *carriers);

G_END_DECLS
