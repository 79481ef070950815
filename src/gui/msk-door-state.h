/* What is offered at the door, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-role.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean identity;   /* the clerk may say what they saw */
  gboolean no_devices; /* … and that there are none */
  gboolean turn_away;
  gboolean annul;   /* the passing that is shown */
  gboolean let_out; /* with papers */
} MskDoorActions;

/* verdict: what is shown, or NULL; waits: its person waits for an answer. */
MskDoorActions msk_door_actions_make (MskRole role, const MskVerdict *verdict, gboolean waits);

/* Those of people (MskAttendee) who have this name, written in whatever width or case; NULL when
 * nothing was typed. The door shows nobody else. The caller owns the array. */
GPtrArray *msk_door_find_by_name (GPtrArray *people, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
