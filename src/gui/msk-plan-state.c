/* What the pages of the issue plan show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-state.h"

#include <glib/gi18n-lib.h>

static gboolean
may_change (MskPlanLine *line)
{
  return line->holder_id == 0 && (line->planned_id != 0 || line->state == MSK_COPY_PRINTING ||
                                  line->state == MSK_COPY_IN_STORE);
}

MskPlanActions
msk_plan_actions_make (MskRole role, MskMeetingState meeting, GPtrArray *lines, MskPlanLine *line)
{
  const gboolean open = meeting == MSK_MEETING_STATE_OPEN;
  MskPlanActions actions = { FALSE };

  g_return_val_if_fail (lines != NULL, actions);

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *one = g_ptr_array_index (lines, i);

      actions.waiting += one->state == MSK_COPY_PRINTING && one->attempt == MSK_ATTEMPT_RESERVED;
    }

  actions.names = open && msk_role_may (role, MSK_ACT_PLAN_SET);
  actions.fill = actions.names && lines->len > 0;
  actions.change = actions.names && line != NULL && may_change (line);
  actions.seat = open && msk_role_may (role, MSK_ACT_SEAT_SET);
  actions.print = open && msk_role_may (role, MSK_ACT_COPY_PRINT) && actions.waiting > 0;
  return actions;
}

char *
msk_plan_state_dup_text (GPtrArray *lines)
{
  guint planned = 0, differences = 0;

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      planned += line->planned_id != 0;
      differences += msk_plan_standing_is_difference (line->standing);
    }

  return g_strdup_printf (_ ("Copies: %u. Planned: %u. Not as planned, or not yet: %u."),
                          lines->len, planned, differences);
}

char *
msk_plan_state_dup_holder (MskPlanLine *line)
{
  if (line->holder_id == 0)
    return g_strdup ("");
  if (line->state == MSK_COPY_HELD || line->state == MSK_COPY_AWAY)
    return g_strdup (line->holder);

  return g_strdup_printf (_ ("last: %s"), line->holder);
}

MskLook
msk_plan_state_look_of_line (MskPlanLine *line)
{
  static const MskLook looks[] = {
    [MSK_PLAN_SPARE] = { "list-add-symbolic", "dim-label", NULL },
    [MSK_PLAN_WAITING] = { "content-loading-symbolic", "dim-label", NULL },
    [MSK_PLAN_AS_PLANNED] = { "emblem-ok-symbolic", "success", NULL },
    [MSK_PLAN_OTHER] = { "dialog-warning-symbolic", "error", NULL },
    [MSK_PLAN_UNPLANNED] = { "dialog-question-symbolic", "warning", NULL },
    [MSK_PLAN_LOST] = { "dialog-warning-symbolic", "error", NULL },
  };

  g_return_val_if_fail (line->standing < G_N_ELEMENTS (looks), looks[MSK_PLAN_LOST]);

  return looks[line->standing];
}
