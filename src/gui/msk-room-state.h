/* What the pages of the print room show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-look.h"
#include "msk-meeting.h"
#include "msk-print-run.h"
#include "msk-role.h"
#include "msk-room-visit.h"
#include "msk-spoilage.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean enter;
  gboolean leave;   /* of the visit that is selected */
  gboolean count;   /* the sheets of the run that is selected */
  gboolean explain; /* its difference */
  gboolean clear;   /* what the printing system may still have of it */
  gboolean spoil;   /* sheets by scanning, and what never came */
  gboolean by_hand; /* sheets that are typed; of a part of a copy the officer alone */
  gboolean agree;   /* that it never came */
} MskRoomActions;

/* visit and run are the ones selected, or NULL. */
MskRoomActions msk_room_actions_make (MskRole role,
                                      MskMeetingState meeting,
                                      MskRoomVisit *visit,
                                      MskPrintRun *run);

/* Who of the visits (of MskRoomVisit) is inside, in one line. The caller owns it. */
char *msk_room_state_dup_inside (GPtrArray *visits) G_GNUC_WARN_UNUSED_RESULT;

/* Cells of a run: "" for what is not counted yet, or must not be told before the next blind count.
 * The caller owns them. */
char *msk_room_state_dup_counted (MskPrintRun *run) G_GNUC_WARN_UNUSED_RESULT;
char *msk_room_state_dup_expected (MskPrintRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* "0", "+2" or "−1". */
char *msk_room_state_dup_difference (MskPrintRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* "all papers" for packs. Static or lent. */
const char *msk_room_state_get_paper (MskPrintRun *run);

/* What is known of a run beyond its row: when, by whom, what was left in the printing system and
 * what removes it, why the count differs. The caller owns it. */
char *msk_room_state_dup_facts (MskPrintRun *run) G_GNUC_WARN_UNUSED_RESULT;

/* What has to be done next about the runs (of MskPrintRun), for this role. The caller owns it. */
char *msk_room_state_dup_next_step (MskRole role, GPtrArray *runs) G_GNUC_WARN_UNUSED_RESULT;

/* How much of the register of spoiled sheets (of MskSpoilage) there is. The caller owns it. */
char *msk_room_state_dup_totals (GPtrArray *sets) G_GNUC_WARN_UNUSED_RESULT;

MskLook msk_room_state_look_of_visit (MskRoomVisit *visit);
MskLook msk_room_state_look_of_count (MskPrintRun *run);
MskLook msk_room_state_look_of_spool (MskPrintRun *run);
MskLook msk_room_state_look_of_spoilage (MskSpoilage *set);

G_END_DECLS
