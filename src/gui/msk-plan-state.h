/* What the pages of the issue plan show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-look.h"
#include "msk-meeting.h"
#include "msk-plan.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean fill;   /* plan free numbers for whoever has none */
  gboolean change; /* the line that is selected */
  gboolean names;  /* whether sheets carry the name of whom they are planned for */
  gboolean seat;
  gboolean print;
  guint waiting; /* copies that would be printed */
} MskPlanActions;

/* lines is of MskPlanLine, line the one selected or NULL. */
MskPlanActions msk_plan_actions_make (MskRole role,
                                      MskMeetingState meeting,
                                      GPtrArray *lines,
                                      MskPlanLine *line);

/* How many are planned, and how many are not as planned. The caller owns it. */
char *msk_plan_state_dup_text (GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* Who has the copy, or had it last. The caller owns it. */
char *msk_plan_state_dup_holder (MskPlanLine *line) G_GNUC_WARN_UNUSED_RESULT;

MskLook msk_plan_state_look_of_line (MskPlanLine *line);

G_END_DECLS
