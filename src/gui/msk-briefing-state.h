/* What is shown of briefing, pledge, notice and duty cards, and what is offered (M1, M5, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-look.h"
#include "msk-meeting.h"
#include "msk-pledge.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  guint listed;
  guint lacking; /* people who lack something */

  gboolean can_brief_many; /* everybody who lacks it, or who is inside */
  gboolean can_assign;     /* give a post to those selected */
  gboolean can_end;        /* somebody selected has one */
  gboolean can_set_texts;  /* put new versions in force */
  gboolean can_print;      /* sheets of texts, for signatures */
} MskBriefingState;

/* Whom sheets of a text are for. */
typedef enum
{
  MSK_SHEET_FOR_SELECTED,
  MSK_SHEET_FOR_LACKING, /* everybody who owes it */
  MSK_SHEET_FOR_INSIDE,  /* those of them who are inside */
  MSK_SHEET_FOR_NOBODY,  /* a duty card by itself */
} MskSheetWhom;

#define MSK_SHEET_N_WHOM (MSK_SHEET_FOR_NOBODY + 1)

/* Which of them there are for a text, in their order; gives how many. selected: somebody is. */
guint msk_briefing_state_list_whom (MskTextKind kind, gboolean selected, MskSheetWhom *whom);
const char *msk_briefing_state_get_whom_label (MskSheetWhom whom);

/* Of all lines and of those selected (of MskPledgeLine). */
MskBriefingState msk_briefing_state_make (MskRole role,
                                          MskMeetingState meeting,
                                          GPtrArray *lines,
                                          GPtrArray *selected);

/* The counts in one sentence. The caller owns it. */
char *msk_briefing_state_dup_text (const MskBriefingState *self) G_GNUC_WARN_UNUSED_RESULT;

/* The texts (of MskTextVersion) that anybody on the lines owes, in their order; a duty card when
 * somebody has its post. The caller owns it. */
GPtrArray *msk_briefing_state_dup_owed (GPtrArray *texts,
                                        GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* The names of people with their units; of many the first, and how many more. The caller owns it.
 */
char *msk_briefing_state_dup_names (GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* How many on the lines lack a text. */
guint msk_briefing_state_count_lacking (GPtrArray *lines, MskTextVersion *text);

/* What a person took note of in the version that is in force, out of their register (of
 * MskAcknowledgement); or NULL. Lent. */
MskAcknowledgement *msk_briefing_state_find (GPtrArray *acknowledgements, MskTextVersion *text);

/* "pledge, version 2", "duty card: driver, version 1". The caller owns it. */
char *msk_briefing_state_dup_title (MskTextVersion *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same among choices, which have little room: "pledge", "driver (duty card)". The caller owns
 * it. */
char *msk_briefing_state_dup_choice (MskTextVersion *text) G_GNUC_WARN_UNUSED_RESULT;

/* What a person's register says of a text: when it was acknowledged, how, and who recorded it; or
 * that it is missing, and which version before was acknowledged. The caller owns it. */
char *msk_briefing_state_dup_standing (GPtrArray *acknowledgements,
                                       MskTextVersion *text) G_GNUC_WARN_UNUSED_RESULT;

/* How many took note of the version in force and would owe a new one, and how many owe the text
 * already. The caller owns it. */
char *msk_briefing_state_dup_meaning (guint taken_note, guint lacking) G_GNUC_WARN_UNUSED_RESULT;

/* What it means that another version takes the place of text. The caller owns it. */
char *msk_briefing_state_dup_change (MskTextVersion *text,
                                     guint taken_note) G_GNUC_WARN_UNUSED_RESULT;

/* A text as it is read, Chinese above English. The caller owns it. */
char *msk_briefing_state_dup_reading (MskTextVersion *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether something is lacking. */
MskLook msk_briefing_state_look (gboolean lacking);

G_END_DECLS
