/* What may be done with one copy and the copies that are made from it (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean ask;     /* for leave to copy it */
  gboolean reserve; /* numbers under it */
  gboolean recall;  /* it and what was made from it */
} MskBranchActions;

/* paper and copy may be NULL: then nothing is offered. */
MskBranchActions msk_branch_actions_make (MskRole role,
                                          MskMeetingState meeting,
                                          MskPaper *paper,
                                          MskCopy *copy);

G_END_DECLS
