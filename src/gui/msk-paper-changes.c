/* What may be changed about a paper that is in the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-changes.h"

MskPaperChanges
msk_paper_changes_make (MskRole role, MskMeetingState meeting, MskPaper *paper)
{
  MskPaperChanges changes = { FALSE };

  if (paper == NULL || meeting != MSK_MEETING_STATE_OPEN || !msk_paper_check_current (paper, NULL))
    return changes;

  changes.revise = msk_role_may (role, MSK_ACT_PAPER_REVISE);
  changes.attach = msk_role_may (role, MSK_ACT_PAPER_ADD) && paper->parent_id == 0;
  changes.narrow = msk_role_may (role, MSK_ACT_PAPER_NARROW);
  changes.counting = msk_role_may (role, MSK_ACT_COUNT_RULE);
  return changes;
}
