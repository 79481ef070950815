/* The door (M4): from what is known of a person at this moment to one verdict, in a fixed order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_DIRECTION_IN,
  MSK_DIRECTION_OUT,
} MskDirection;

/* What the clerk saw of who somebody is. */
typedef enum
{
  MSK_IDENTITY_NONE,
  MSK_IDENTITY_ID_CARD,
  MSK_IDENTITY_SERVICE_CARD,
  MSK_IDENTITY_OTHER_DOCUMENT,
  MSK_IDENTITY_KNOWN, /* the clerk knows them */
} MskIdentity;

/* Every verdict of the door. The first two let somebody pass; all others have the name of a rule
 * error. Those from VOID_BADGE on come from the code alone, before anybody is known to judge. */
typedef enum
{
  MSK_DOOR_ADMITTED,
  MSK_DOOR_LET_OUT,
  MSK_DOOR_REJECTED,
  MSK_DOOR_WITHDRAWN,
  MSK_DOOR_NOT_ON_SEALED_LIST,
  MSK_DOOR_PRESS_NOT_DECIDED,
  MSK_DOOR_UNDERTAKING_MISSING,
  MSK_DOOR_ALREADY_INSIDE,
  MSK_DOOR_MEETING_NOT_OPENED,
  MSK_DOOR_OUTSIDE_THE_HOURS,
  MSK_DOOR_NOT_FOR_THIS_ITEM,
  MSK_DOOR_NOT_BRIEFED,
  MSK_DOOR_PLEDGE_MISSING,
  MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED,
  MSK_DOOR_DEVICES_NOT_DEPOSITED,
  MSK_DOOR_IDENTITY_NOT_SEEN,
  MSK_DOOR_NOT_INSIDE,
  MSK_DOOR_OPEN_ITEMS,
  MSK_DOOR_VOID_BADGE,
  MSK_DOOR_BADGE_NOT_CONFIRMED,
  MSK_DOOR_VOID_TAG,
  MSK_DOOR_NOT_A_BADGE,
  MSK_DOOR_OTHER_MEETING,
  MSK_DOOR_FORGED_TAG,
  MSK_DOOR_FOREIGN_CODE,
  MSK_DOOR_CUT_CODE,
} MskDoorVerdict;

/* How long before its start and after its end a meeting admits people. Staff and service may come
 * from when their post starts, if that is earlier, and clear the room for longer. Nobody is kept
 * inside by the hours. */
#define MSK_DOOR_MARGIN (2 * 60 * 60)
#define MSK_DOOR_MARGIN_STAFF (6 * 60 * 60)

/* What is known at the moment of the verdict. */
typedef struct
{
  gint64 now; /* UTC seconds, as the next two: the meeting's own times */
  gint64 starts_at;
  gint64 ends_at;
  gboolean opened;       /* the responsible leader opened the meeting (M1) */
  MskAttendee *attendee; /* lent */
  gboolean inside;
  gint64 inside_as;     /* the entry that they came in by: theirs, or one that it replaces; or 0 */
  gboolean item_admits; /* the agenda item that is being dealt with is for this person */
  gboolean briefed;     /* each against the text that is in force */
  gboolean pledged;
  gboolean undertaking; /* of the press (M8) */
  gboolean notice_acknowledged;
  gboolean duties_acknowledged; /* of staff and service (P1) */
  gboolean devices_settled;     /* they have none, or each lies in deposit (M5) */
  MskIdentity identity;
  guint open_items;       /* copies and carriers that they hold */
  gboolean items_excused; /* the security officer lets them out with those */
} MskDoorFacts;

/* The way in: what bars a person comes first, then what has to be waited for, then what can be
 * mended on the spot, who they are last. In the order of the enum, from REJECTED to
 * IDENTITY_NOT_SEEN. */
MskDoorVerdict msk_door_judge_in (const MskDoorFacts *facts);

/* Whether somebody has not taken note of what they owe: of UNDERTAKING_MISSING, NOT_BRIEFED,
 * PLEDGE_MISSING and NOTICE_NOT_ACKNOWLEDGED alone. */
gboolean msk_door_lacks (const MskDoorFacts *facts, MskDoorVerdict verdict);

/* The way out: NOT_INSIDE, then OPEN_ITEMS. Nothing else keeps anybody inside. */
MskDoorVerdict msk_door_judge_out (const MskDoorFacts *facts);

/* From when until when the meeting admits somebody of this capacity. */
void msk_door_get_hours (const MskDoorFacts *facts, gint64 *from, gint64 *until);

/* The verdict that has the name of an error. Returns FALSE, leaving verdict alone, when there is
 * none. */
gboolean msk_door_verdict_parse (const GError *error, MskDoorVerdict *verdict);

/* Somebody may have come past the door, or means to: the security officer must know. */
gboolean msk_door_verdict_is_alarm (MskDoorVerdict verdict);

/* The clerk mends it at once, by one answer. */
gboolean msk_door_verdict_is_question (MskDoorVerdict verdict);

/* In the user's language: the word that is read from two metres, the reason, the next step, and who
 * may help ("" for nobody). Static text. */
const char *msk_door_verdict_get_word (MskDoorVerdict verdict);
const char *msk_door_verdict_get_reason (MskDoorVerdict verdict);
const char *msk_door_verdict_get_next_step (MskDoorVerdict verdict);
const char *msk_door_verdict_get_helper (MskDoorVerdict verdict);

/* In the user's language. Static text. */
const char *msk_identity_get_label (MskIdentity identity);
const char *msk_direction_get_label (MskDirection direction);

G_END_DECLS
