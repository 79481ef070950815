/* The list of attendees as somebody wants to see it: whom, and in which order. What is counted is
 * never chosen here. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_ROSTER_BY_NUMBER,
  MSK_ROSTER_BY_PINYIN, /* of names, as surnames are read; with the same, by tone */
  MSK_ROSTER_BY_NAME,   /* by the strokes of the characters (姓氏笔画) */
  MSK_ROSTER_BY_UNIT,   /* by the pinyin of the unit, within it by that of names */
} MskRosterOrder;

#define MSK_ROSTER_ANY (-1)

typedef struct
{
  const char *find; /* as msk_attendee_search_matches() has it; NULL: everybody */
  guint capacities; /* a set of 1 << MskCapacity */
  int vetting;      /* an MskVetting, or MSK_ROSTER_ANY */
  guint list;       /* the numbered list, or 0 for all */
  MskRosterOrder order;
} MskRosterChoice;

/* Everybody, in the order of the list. */
extern const MskRosterChoice msk_roster_everybody;

/* Below 0, 0 or above as a comes before b; who is the same otherwise comes by number. From the main
 * thread. */
int msk_roster_compare (MskAttendee *a, MskAttendee *b, MskRosterOrder order);

/* The order in the user's language. Static text. */
const char *msk_roster_order_get_label (MskRosterOrder order);

/* The people chosen (of MskAttendee), in order. The caller owns it. */
GPtrArray *msk_roster_list (MskSession *session,
                            const MskRosterChoice *choice,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
