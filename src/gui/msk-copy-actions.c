/* What the print room may do with the copies that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-actions.h"

#include "msk-plan.h"

static gboolean
has_sheets (MskCopy *copy)
{
  return copy->attempt == MSK_ATTEMPT_SENT || copy->attempt == MSK_ATTEMPT_UNCERTAIN ||
         copy->attempt == MSK_ATTEMPT_PRINTED || copy->attempt == MSK_ATTEMPT_ABSENT;
}

MskCopyActions
msk_copy_actions_make (MskRole role, MskMeetingState meeting, GPtrArray *copies)
{
  MskCopyActions actions = { FALSE };

  g_return_val_if_fail (copies != NULL, actions);

  if (copies->len == 0 || meeting != MSK_MEETING_STATE_OPEN)
    return actions;

  actions.confirm = msk_role_may (role, MSK_ACT_COPY_CONFIRM);
  actions.spoil = msk_role_may (role, MSK_ACT_COPY_SPOIL);
  actions.give_up = msk_role_may (role, MSK_ACT_COPY_VOID);
  actions.reprint = msk_role_may (role, MSK_ACT_COPY_REPRINT);
  actions.plan = msk_role_may (role, MSK_ACT_PLAN_SET);

  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);
      const gboolean printing = copy->state == MSK_COPY_PRINTING;

      actions.confirm = actions.confirm && printing && has_sheets (copy);
      actions.spoil =
          actions.spoil && ((printing && has_sheets (copy)) || copy->state == MSK_COPY_IN_STORE);
      actions.give_up = actions.give_up && printing && copy->attempt == MSK_ATTEMPT_RESERVED;
      actions.reprint = actions.reprint && copy->recall == MSK_RECALL_NONE &&
                        (copy->state == MSK_COPY_VOID || copy->state == MSK_COPY_SPOILED);
      actions.plan = actions.plan && copy->issued_at == 0 &&
                     (copy->planned_id != 0 || msk_plan_check_plannable (copy, NULL));
    }

  return actions;
}

MskPaperActions
msk_paper_actions_make (MskRole role, MskMeetingState meeting, MskPaper *paper, GPtrArray *copies)
{
  const gboolean open = meeting == MSK_MEETING_STATE_OPEN;
  MskPaperActions actions = { FALSE };
  guint live = 0;

  g_return_val_if_fail (MSK_IS_PAPER (paper) && copies != NULL, actions);

  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      /* Copies of copies have approvals of their own (C2). */
      live += !msk_copy_number_is_reproduction (copy->number) && copy->state != MSK_COPY_SPOILED &&
              copy->state != MSK_COPY_VOID;
      actions.waiting += copy->state == MSK_COPY_PRINTING && copy->attempt == MSK_ATTEMPT_RESERVED;
    }

  actions.room = paper->approved > live ? paper->approved - live : 0;
  actions.plan = open && msk_role_may (role, MSK_ACT_PLAN_SET) && copies->len > 0;
  actions.request = open && msk_role_may (role, MSK_ACT_PAPER_REQUEST);
  actions.decide = open && msk_role_may (role, MSK_ACT_PAPER_APPROVE);
  actions.reserve = open && msk_role_may (role, MSK_ACT_COPY_RESERVE) && actions.room > 0;
  actions.print = open && msk_role_may (role, MSK_ACT_COPY_PRINT) && actions.waiting > 0;
  return actions;
}
