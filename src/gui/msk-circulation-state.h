/* What the parts of the circulation page show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-look.h"
#include "msk-meeting.h"
#include "msk-permit.h"
#include "msk-role.h"
#include "msk-turn.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean end;      /* the turn that is selected */
  gboolean slip;     /* something out of it, by a loan slip */
  gboolean back;     /* of the slip that is selected */
  gboolean print;    /* the slip */
  gboolean grant;    /* a permit */
  gboolean withdraw; /* the permit that is selected */
  gboolean take;     /* its copy away */
  gboolean receipt;
} MskCirculationActions;

/* What is selected, or NULL. */
MskCirculationActions msk_circulation_actions_make (MskRole role,
                                                    MskMeetingState meeting,
                                                    MskTurn *turn,
                                                    MskLoanSlip *slip,
                                                    MskPermit *permit);

/* Turns (of MskTurn, that go on) in one line: how many, and what is to be chased. The caller owns
 * it. */
char *msk_circulation_state_dup_summary (GPtrArray *turns, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* How that line looks: by its worst turn. */
MskLook msk_circulation_state_look_of_summary (GPtrArray *turns, gint64 now);

/* How many of the turns came onto the chase list, or over their time, since it was last asked. A
 * clock that stepped back brings none. */
guint msk_circulation_state_count_new (GPtrArray *turns, gint64 last, gint64 now);

MskLook msk_circulation_state_look_of_turn (const MskTurn *turn, gint64 now);
MskLook msk_circulation_state_look_of_slip (const MskLoanSlip *slip);
MskLook msk_circulation_state_look_of_permit (const MskPermit *permit, gint64 now);

/* Where it stands, or how it ended. Static text. */
const char *msk_circulation_state_get_turn_word (const MskTurn *turn, gint64 now);
const char *msk_circulation_state_get_permit_word (const MskPermit *permit, gint64 now);

G_END_DECLS
