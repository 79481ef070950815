/* What may be done with the carriers that are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-actions.h"

MskCarrierActions
msk_carrier_actions_make (MskRole role, MskMeetingState meeting, GPtrArray *carriers)
{
  MskCarrierActions actions = { FALSE, FALSE, FALSE };

  g_return_val_if_fail (carriers != NULL, actions);

  if (carriers->len == 0 || meeting != MSK_MEETING_STATE_OPEN)
    return actions;

  actions.label = msk_role_may (role, MSK_ACT_CARRIER_LABEL);
  actions.spoil = msk_role_may (role, MSK_ACT_CARRIER_SPOIL);
  actions.give_up = msk_role_may (role, MSK_ACT_CARRIER_VOID);

  for (guint i = 0; i < carriers->len; i++)
    {
      MskCarrier *carrier = g_ptr_array_index (carriers, i);

      actions.label = actions.label && msk_carrier_check_labellable (carrier, NULL);
      actions.spoil = actions.spoil && msk_carrier_check_spoilable (carrier, NULL);
      actions.give_up =
          actions.give_up &&
          msk_carrier_check_voidable (carrier, carrier->label == MSK_ATTEMPT_GOOD, NULL);
    }

  return actions;
}
