/* What the page of attendees counts and what it offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vetting-state.h"

#include <glib/gi18n-lib.h>

static void
count (MskVettingState *state, MskAttendee *attendee)
{
  state->listed++;
  state->proposed += attendee->vetting == MSK_VETTING_PROPOSED;
  state->submitted += attendee->vetting == MSK_VETTING_SUBMITTED;
  state->returned += attendee->vetting == MSK_VETTING_RETURNED;
  state->approved += attendee->vetting == MSK_VETTING_APPROVED;
  state->rejected += attendee->vetting == MSK_VETTING_REJECTED;
  state->withdrawn += attendee->vetting == MSK_VETTING_WITHDRAWN;
  state->unsealed += !attendee->sealed;
  state->lacking +=
      attendee->badge == MSK_BADGE_NONE && msk_attendee_check_admissible (attendee, NULL);
}

typedef gboolean (*Holds) (MskAttendee *attendee);

static gboolean
all_hold (GPtrArray *attendees, Holds holds)
{
  for (guint i = 0; i < attendees->len; i++)
    if (!holds (g_ptr_array_index (attendees, i)))
      return FALSE;

  return attendees->len > 0;
}

static gboolean
is_undecided (MskAttendee *attendee)
{
  return !attendee->sealed && attendee->vetting == MSK_VETTING_SUBMITTED;
}

static gboolean
is_decided_with_others (MskAttendee *attendee)
{
  return !msk_capacity_is_decided_singly (attendee->capacity);
}

/* Somebody whom the leader can approve with all the rest. */
static gboolean
is_of_the_rest (MskAttendee *attendee)
{
  return is_undecided (attendee) && is_decided_with_others (attendee);
}

static gboolean
is_admissible (MskAttendee *attendee)
{
  return msk_attendee_check_admissible (attendee, NULL);
}

static gboolean
is_withdrawable (MskAttendee *attendee)
{
  return msk_attendee_check_withdrawable (attendee, NULL);
}

static gboolean
has_badge (MskAttendee *attendee)
{
  return attendee->badge != MSK_BADGE_NONE;
}

static gboolean
has_unconfirmed_badge (MskAttendee *attendee)
{
  return attendee->badge == MSK_BADGE_PRINTED || attendee->badge == MSK_BADGE_UNCERTAIN;
}

static gboolean
any_holds (GPtrArray *attendees, Holds holds)
{
  for (guint i = 0; i < attendees->len; i++)
    if (holds (g_ptr_array_index (attendees, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_barred (MskAttendee *attendee)
{
  return attendee->vetting == MSK_VETTING_REJECTED || attendee->vetting == MSK_VETTING_WITHDRAWN;
}

static void
offer_vetting (MskVettingState *state, MskRole role, GPtrArray *attendees, GPtrArray *selected)
{
  const gboolean one = selected->len == 1;
  const gboolean decides = msk_role_may (role, MSK_ACT_ATTENDEE_APPROVE);

  state->can_add = msk_role_may (role, MSK_ACT_ATTENDEE_ADD);
  state->can_submit = msk_role_may (role, MSK_ACT_LIST_SUBMIT) &&
                      any_holds (attendees, msk_attendee_is_submittable);
  state->can_change =
      msk_role_may (role, MSK_ACT_ATTENDEE_CHANGE) && one && all_hold (selected, is_withdrawable);
  state->can_decide = decides && all_hold (selected, is_undecided);
  state->can_approve = state->can_decide && (one || all_hold (selected, is_decided_with_others));
  state->can_decide_rest = decides && any_holds (attendees, is_of_the_rest);
  state->can_seal = msk_role_may (role, MSK_ACT_LIST_SEAL) && state->unsealed > 0 &&
                    state->proposed + state->submitted + state->returned == 0;
  state->can_withdraw =
      msk_role_may (role, MSK_ACT_ATTENDEE_WITHDRAW) && one && all_hold (selected, is_withdrawable);
}

static void
offer_badges (MskVettingState *state, MskRole role, GPtrArray *selected)
{
  const gboolean prints = msk_role_may (role, MSK_ACT_BADGE_PRINT);

  state->can_print_badge = prints && all_hold (selected, is_admissible);
  state->can_reissue_badge = state->can_print_badge && all_hold (selected, has_badge);
  state->can_print_all = prints && state->lacking > 0;
  state->can_confirm_badge =
      msk_role_may (role, MSK_ACT_BADGE_CONFIRM) && all_hold (selected, has_unconfirmed_badge);
  state->can_void_badge = msk_role_may (role, MSK_ACT_BADGE_VOID) && all_hold (selected, has_badge);
  state->can_lose_badge = msk_role_may (role, MSK_ACT_BADGE_LOST) && selected->len == 1 &&
                          all_hold (selected, has_badge);
}

MskVettingState
msk_vetting_state_make (MskRole role,
                        MskMeetingState meeting,
                        GPtrArray *attendees,
                        GPtrArray *selected)
{
  MskVettingState state = { 0 };

  g_return_val_if_fail (attendees != NULL && selected != NULL, state);

  for (guint i = 0; i < attendees->len; i++)
    count (&state, g_ptr_array_index (attendees, i));

  if (meeting == MSK_MEETING_STATE_OPEN)
    {
      offer_vetting (&state, role, attendees, selected);
      offer_badges (&state, role, selected);
    }
  state.can_brief = selected->len > 0 && !any_holds (selected, is_barred);
  state.can_report = msk_role_may (role, MSK_ACT_REPORT_MAKE) && state.listed > 0;
  state.can_export = msk_role_may (role, MSK_ACT_LIST_EXPORT) && state.listed > 0;
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
  if (self->submitted > 0)
    g_string_append_printf (text, _ (", %u submitted"), self->submitted);
  if (self->returned > 0)
    g_string_append_printf (text, _ (", %u returned for more"), self->returned);
  if (self->withdrawn > 0)
    g_string_append_printf (text, _ (", %u withdrawn"), self->withdrawn);
  if (self->listed > 0)
    g_string_append_printf (text, " — %s",
                            self->unsealed > 0 ? _ ("not sealed yet") : _ ("sealed"));

  return g_string_free (text, FALSE);
}
