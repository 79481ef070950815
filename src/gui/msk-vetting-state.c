/* What the page of attendees counts and what it offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vetting-state.h"

#include <glib/gi18n-lib.h>

static void
count (MskVettingState *state, MskAttendee *attendee)
{
  state->listed++;
  state->proposed += attendee->vetting == MSK_VETTING_PROPOSED;
  state->approved += attendee->vetting == MSK_VETTING_APPROVED;
  state->rejected += attendee->vetting == MSK_VETTING_REJECTED;
  state->unsealed += !attendee->sealed;
}

static gboolean
all_undecided (GPtrArray *attendees)
{
  for (guint i = 0; i < attendees->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (attendees, i);

      if (attendee->sealed || attendee->vetting != MSK_VETTING_PROPOSED)
        return FALSE;
    }

  return attendees->len > 0;
}

static gboolean
all_admissible (GPtrArray *attendees)
{
  for (guint i = 0; i < attendees->len; i++)
    if (!msk_attendee_check_admissible (g_ptr_array_index (attendees, i), NULL))
      return FALSE;

  return attendees->len > 0;
}

MskVettingState
msk_vetting_state_make (MskRole role,
                        MskMeetingState meeting,
                        GPtrArray *attendees,
                        GPtrArray *selected)
{
  const gboolean open = meeting == MSK_MEETING_STATE_OPEN;
  MskVettingState state = { 0 };

  g_return_val_if_fail (attendees != NULL && selected != NULL, state);

  for (guint i = 0; i < attendees->len; i++)
    count (&state, g_ptr_array_index (attendees, i));

  state.can_add = open && msk_role_may (role, MSK_ACT_ATTENDEE_ADD);
  state.can_decide =
      open && msk_role_may (role, MSK_ACT_ATTENDEE_APPROVE) && all_undecided (selected);
  state.can_decide_rest =
      open && msk_role_may (role, MSK_ACT_ATTENDEE_APPROVE) && state.proposed > 0;
  state.can_seal =
      open && msk_role_may (role, MSK_ACT_LIST_SEAL) && state.unsealed > 0 && state.proposed == 0;
  state.can_print_badge =
      open && msk_role_may (role, MSK_ACT_BADGE_PRINT) && all_admissible (selected);
  state.can_report = msk_role_may (role, MSK_ACT_REPORT_MAKE) && state.listed > 0;
  return state;
}

char *
msk_vetting_state_dup_text (const MskVettingState *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u person on the list",
                                       "%u people on the list", self->listed),
                          self->listed);
  g_string_append_printf (text, _ (": %u approved, %u rejected, %u proposed"), self->approved,
                          self->rejected, self->proposed);
  if (self->listed > 0)
    g_string_append_printf (text, " — %s",
                            self->unsealed > 0 ? _ ("not sealed yet") : _ ("sealed"));

  return g_string_free (text, FALSE);
}
