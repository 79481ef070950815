/* What is offered at the door, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-state.h"

MskDoorActions
msk_door_actions_make (MskRole role, const MskVerdict *verdict, gboolean waits)
{
  MskDoorActions actions = { FALSE };

  if (verdict == NULL)
    return actions;

  actions.identity = waits && msk_role_may (role, MSK_ACT_DOOR_IN);
  actions.no_devices = waits && g_str_equal (verdict->code, "devices-not-deposited") &&
                       msk_role_may (role, MSK_ACT_DEVICE_ANSWER);
  actions.turn_away = waits;
  actions.annul = verdict->movement_id != 0 && msk_role_may (role, MSK_ACT_DOOR_ANNUL);
  actions.let_out =
      g_str_equal (verdict->code, "open-items") && msk_role_may (role, MSK_ACT_DOOR_OUT_HOLDING);
  return actions;
}

GPtrArray *
msk_door_find_by_name (GPtrArray *people, const char *name)
{
  g_autofree char *wanted = NULL;
  GPtrArray *found;

  g_return_val_if_fail (people != NULL && name != NULL, NULL);

  wanted = msk_attendee_dup_key (name, "", "");
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *key = msk_attendee_dup_key (person->name, "", "");

      if (g_str_equal (key, wanted))
        g_ptr_array_add (found, g_object_ref (person));
    }

  return found;
}
