/* What may be changed about a paper that is in the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-paper.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean revise;
  gboolean attach;   /* another paper to it */
  gboolean narrow;   /* its scope */
  gboolean counting; /* whether its copies are counted when they come back */
} MskPaperChanges;

/* paper may be NULL: then there is nothing to change. */
MskPaperChanges msk_paper_changes_make (MskRole role, MskMeetingState meeting, MskPaper *paper);

G_END_DECLS
