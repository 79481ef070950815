/* What the print room may do with the copies that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean confirm;
  gboolean spoil;
  gboolean give_up; /* void */
  gboolean reprint;
  gboolean plan; /* for one person, or nobody */
} MskCopyActions;

/* Of copies (of MskCopy): an action is offered when it makes sense for each of them. */
MskCopyActions msk_copy_actions_make (MskRole role, MskMeetingState meeting, GPtrArray *copies);

typedef struct
{
  gboolean request; /* ask for leave to copy */
  gboolean decide;  /* on what was asked */
  gboolean reserve;
  gboolean print;
  gboolean plan;
  guint room;    /* further numbers that the approval leaves room for */
  guint waiting; /* numbers reserved and not sent yet */
} MskPaperActions;

/* For a paper and all of its copies. */
MskPaperActions msk_paper_actions_make (MskRole role,
                                        MskMeetingState meeting,
                                        MskPaper *paper,
                                        GPtrArray *copies);

G_END_DECLS
