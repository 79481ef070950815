/* What the parts of the circulation page show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-state.h"

#include <glib/gi18n-lib.h>

static const MskLook done_look = { "emblem-ok-symbolic", "success", NULL };
static const MskLook away_look = { "go-next-symbolic", "accent", NULL };
static const MskLook open_look = { "content-loading-symbolic", "dim-label", NULL };
static const MskLook gone_look = { "window-close-symbolic", "dim-label", NULL };
static const MskLook soon_look = { "alarm-symbolic", "warning", NULL };
static const MskLook bad_look = { "dialog-warning-symbolic", "error", NULL };

MskCirculationActions
msk_circulation_actions_make (MskRole role,
                              MskMeetingState meeting,
                              MskTurn *turn,
                              MskLoanSlip *slip,
                              MskPermit *permit)
{
  const gboolean moves = meeting == MSK_MEETING_STATE_OPEN;
  const gboolean unused = permit != NULL && permit->is_open && !permit->is_taken;
  const gboolean out = permit != NULL && permit->is_open && permit->is_taken;
  const gboolean reading = moves && turn != NULL && turn->is_open;

  return (MskCirculationActions){
    .end = reading && msk_role_may (role, MSK_ACT_CIRCULATE_END),
    .slip = reading && msk_role_may (role, MSK_ACT_LOAN_GIVE),
    .back = moves && slip != NULL && slip->is_open && msk_role_may (role, MSK_ACT_LOAN_BACK),
    .print = slip != NULL && msk_role_may (role, MSK_ACT_LOAN_GIVE),
    .grant = moves && msk_role_may (role, MSK_ACT_PERMIT_GRANT),
    .withdraw = unused && msk_role_may (role, MSK_ACT_PERMIT_WITHDRAW),
    .take = moves && unused && msk_role_may (role, MSK_ACT_PERMIT_TAKE),
    .receipt = out && msk_role_may (role, MSK_ACT_PERMIT_RECEIPT),
  };
}

static guint
count_standing (GPtrArray *turns, gint64 now, MskTurnStanding standing)
{
  guint count = 0;

  for (guint i = 0; i < turns->len; i++)
    count += msk_turn_classify (g_ptr_array_index (turns, i), now) == standing;

  return count;
}

char *
msk_circulation_state_dup_summary (GPtrArray *turns, gint64 now)
{
  g_return_val_if_fail (turns != NULL, NULL);

  if (turns->len == 0)
    return g_strdup (_ ("No copy is in a reader’s turn."));

  return g_strdup_printf (_ ("Copies in turns: %u. Overdue: %u. Due soon: %u."), turns->len,
                          count_standing (turns, now, MSK_TURN_OVERDUE),
                          count_standing (turns, now, MSK_TURN_DUE));
}

MskLook
msk_circulation_state_look_of_summary (GPtrArray *turns, gint64 now)
{
  g_return_val_if_fail (turns != NULL, open_look);

  if (turns->len == 0)
    return done_look;
  if (count_standing (turns, now, MSK_TURN_OVERDUE) > 0)
    return bad_look;

  return count_standing (turns, now, MSK_TURN_DUE) > 0 ? soon_look : away_look;
}

guint
msk_circulation_state_count_new (GPtrArray *turns, gint64 last, gint64 now)
{
  guint count = 0;

  g_return_val_if_fail (turns != NULL, 0);

  for (guint i = 0; now > last && i < turns->len; i++)
    {
      const MskTurn *turn = g_ptr_array_index (turns, i);

      count += msk_turn_classify (turn, now) > msk_turn_classify (turn, last);
    }

  return count;
}

MskLook
msk_circulation_state_look_of_turn (const MskTurn *turn, gint64 now)
{
  switch (msk_turn_classify (turn, now))
    {
    case MSK_TURN_READING:
      return away_look;
    case MSK_TURN_DUE:
      return soon_look;
    case MSK_TURN_OVERDUE:
      return bad_look;
    case MSK_TURN_ENDED:
    default:
      return turn->outcome == MSK_TURN_OUTCOME_READ ? done_look : gone_look;
    }
}

MskLook
msk_circulation_state_look_of_slip (const MskLoanSlip *slip)
{
  g_return_val_if_fail (slip != NULL, gone_look);

  if (slip->is_open)
    return away_look;

  return *slip->back_by != '\0' ? done_look : gone_look;
}

MskLook
msk_circulation_state_look_of_permit (const MskPermit *permit, gint64 now)
{
  switch (msk_permit_classify (permit, now))
    {
    case MSK_PERMIT_GRANTED:
      return open_look;
    case MSK_PERMIT_EXPIRED:
      return soon_look;
    case MSK_PERMIT_OUT:
      return away_look;
    case MSK_PERMIT_OVERDUE:
      return bad_look;
    case MSK_PERMIT_CLOSED:
    default:
      break;
    }

  if (permit->outcome == MSK_PERMIT_OUTCOME_LOST)
    return bad_look;
  return permit->outcome == MSK_PERMIT_OUTCOME_WITHDRAWN ? gone_look : done_look;
}

const char *
msk_circulation_state_get_turn_word (const MskTurn *turn, gint64 now)
{
  g_return_val_if_fail (turn != NULL, "");

  return turn->is_open ? msk_turn_standing_get_label (msk_turn_classify (turn, now))
                       : msk_turn_outcome_get_label (turn->outcome);
}

const char *
msk_circulation_state_get_permit_word (const MskPermit *permit, gint64 now)
{
  g_return_val_if_fail (permit != NULL, "");

  return permit->is_open ? msk_permit_standing_get_label (msk_permit_classify (permit, now))
                         : msk_permit_outcome_get_label (permit->outcome);
}
