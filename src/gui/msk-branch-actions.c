/* What may be done with one copy and the copies that are made from it (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-branch-actions.h"

MskBranchActions
msk_branch_actions_make (MskRole role, MskMeetingState meeting, MskPaper *paper, MskCopy *copy)
{
  MskBranchActions actions = { FALSE };
  gboolean may_be_copied;

  if (paper == NULL || copy == NULL || meeting != MSK_MEETING_STATE_OPEN)
    return actions;

  may_be_copied = msk_paper_check_current (paper, NULL) && msk_copy_check_reproducible (copy, NULL);
  actions.ask = may_be_copied && msk_role_may (role, MSK_ACT_PAPER_REQUEST);
  actions.reserve = may_be_copied && msk_role_may (role, MSK_ACT_COPY_RESERVE);
  actions.recall =
      msk_role_may (role, MSK_ACT_COPY_RECALL) && msk_copy_check_recallable (copy, NULL);
  return actions;
}
