/* What the page of the handover shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-state.h"

#include <glib/gi18n-lib.h>

MskHandoverState
msk_handover_state_make (MskRole role,
                         MskHandover *handover,
                         MskStockLine *line,
                         MskDiscrepancy *discrepancy)
{
  MskHandoverState state = { 0 };
  const gboolean counting = handover != NULL && handover->stage == MSK_HANDOVER_COUNTING;
  const gboolean compared = handover != NULL && handover->stage == MSK_HANDOVER_COMPARED;

  state.is_open = counting || compared;
  state.is_counting = counting;
  state.takes_scans = counting && msk_role_may (role, MSK_ACT_HANDOVER_COUNT);
  state.can_start = !state.is_open && msk_role_may (role, MSK_ACT_HANDOVER_START);
  state.can_figure = state.takes_scans && line != NULL && handover->place != MSK_HANDOVER_CUSTODY;
  state.can_compare = counting && msk_role_may (role, MSK_ACT_HANDOVER_COMPARE);
  state.can_explain = compared && discrepancy != NULL && discrepancy->explained_at == 0 &&
                      msk_role_may (role, MSK_ACT_HANDOVER_EXPLAIN);
  state.can_end =
      compared && handover->unexplained == 0 && msk_role_may (role, MSK_ACT_HANDOVER_END);
  state.can_cancel =
      state.is_open && msk_role_may (role, msk_handover_get_cancelling_act (handover));
  return state;
}

const char *
msk_handover_state_get_next_step (MskRole role, MskHandover *handover)
{
  if (!msk_role_may (role, MSK_ACT_HANDOVER_COUNT))
    return _ ("The desk clerks count and hand over.");
  if (handover->stage == MSK_HANDOVER_COUNTING)
    return handover->place == MSK_HANDOVER_CUSTODY
               ? _ ("Scan each copy and carrier in front of both, then close the count.")
               : _ ("Scan everything that is here, or enter figures; then close the count. What is "
                    "expected is told after that.");
  if (handover->unexplained > 0)
    return _ ("Explain each discrepancy, or register it as an incident.");

  return handover->place == MSK_HANDOVER_CUSTODY
             ? _ ("Both sign with their full names, then it passes to the successor.")
             : _ ("The one who takes over signs in with their own passphrase.");
}

char *
msk_handover_state_dup_heading (MskHandover *handover)
{
  const char *place = msk_handover_place_get_label (handover->place);

  if (handover->place == MSK_HANDOVER_CUSTODY)
    return g_strdup_printf (_ ("Handover %u: from %s to %s. Scanned: %u."), (guint) handover->id,
                            handover->attendee, handover->successor, handover->counted);
  if (handover->stage == MSK_HANDOVER_COUNTING)
    return g_strdup_printf (_ ("Handover %u: %s, from %s. Scanned: %u."), (guint) handover->id,
                            place, handover->outgoing, handover->counted);

  return g_strdup_printf (_ ("Handover %u: %s, from %s. Discrepancies: %u. Not explained: %u."),
                          (guint) handover->id, place, handover->outgoing, handover->discrepancies,
                          handover->unexplained);
}
