/* What the circulation page shows and offers, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-state.h"

#define NOW G_GINT64_CONSTANT (1800000000)

static MskTurn *
make_turn (gint64 due_at)
{
  MskTurn *turn = msk_turn_new ();

  turn->is_open = TRUE;
  turn->due_at = due_at;
  return turn;
}

static void
test_summary (void)
{
  g_autoptr(GPtrArray) turns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = msk_circulation_state_dup_summary (turns, NOW);
  g_autofree char *three = NULL;

  g_assert_cmpstr (none, ==, "No copy is in a reader’s turn.");
  g_assert_cmpstr (msk_circulation_state_look_of_summary (turns, NOW).css_class, ==, "success");
  g_ptr_array_add (turns, make_turn (NOW + 7200));
  g_assert_cmpstr (msk_circulation_state_look_of_summary (turns, NOW).css_class, ==, "accent");
  g_ptr_array_add (turns, make_turn (NOW + 60));
  g_assert_cmpstr (msk_circulation_state_look_of_summary (turns, NOW).css_class, ==, "warning");
  g_ptr_array_add (turns, make_turn (NOW - 1));
  g_assert_cmpstr (msk_circulation_state_look_of_summary (turns, NOW).css_class, ==, "error");
  three = msk_circulation_state_dup_summary (turns, NOW);
  g_assert_cmpstr (three, ==, "Copies in turns: 3. Overdue: 1. Due soon: 1.");
}

/* When there is something to be heard. */
static void
test_new (void)
{
  static const struct
  {
    gint64 last;
    gint64 now;
    guint count;
  } rows[] = {
    { NOW - 7200, NOW - 7190, 0 }, { NOW - 1810, NOW - 1795, 1 }, /* half an hour before */
    { NOW - 1795, NOW - 1780, 0 }, { NOW - 5, NOW, 0 },
    { NOW, NOW + 1, 1 },                                          /* over its time */
    { NOW + 1, NOW + 16, 0 },      { NOW - 7200, NOW + 7200, 1 }, /* the machine slept */
    { NOW + 1, NOW - 9000, 0 },                                   /* the clock stepped back */
  };
  g_autoptr(GPtrArray) turns = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (turns, make_turn (NOW));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpuint (msk_circulation_state_count_new (turns, rows[i].last, rows[i].now), ==,
                        rows[i].count);
    }
}

static void
test_actions (void)
{
  g_autoptr(MskTurn) turn = make_turn (NOW);
  g_autoptr(MskLoanSlip) slip = msk_loan_slip_new ();
  g_autoptr(MskPermit) permit = msk_permit_new ();

  slip->is_open = TRUE;
  permit->is_open = TRUE;
  for (guint role = 0; role <= MSK_ROLE_AUDITOR; role++)
    for (guint meeting = 0; meeting <= MSK_MEETING_STATE_CLOSED; meeting++)
      {
        const gboolean clerk = role == MSK_ROLE_DESK_CLERK;
        const gboolean leader = role == MSK_ROLE_RESPONSIBLE_LEADER;
        const gboolean open = meeting == MSK_MEETING_STATE_OPEN;
        MskCirculationActions actions =
            msk_circulation_actions_make ((MskRole) role, (MskMeetingState) meeting, turn, slip,
                                          permit);

        g_assert_cmpint (actions.end, ==, clerk && open);
        g_assert_cmpint (actions.slip, ==, clerk && open);
        g_assert_cmpint (actions.back, ==, clerk && open);
        g_assert_cmpint (actions.print, ==, clerk);
        g_assert_cmpint (actions.grant, ==, leader && open);
        g_assert_cmpint (actions.withdraw, ==, leader);
        g_assert_cmpint (actions.take, ==, clerk && open);
        g_assert_false (actions.receipt);

        permit->is_taken = TRUE;
        actions = msk_circulation_actions_make ((MskRole) role, (MskMeetingState) meeting, NULL,
                                                NULL, permit);
        g_assert_false (actions.end || actions.slip || actions.back || actions.print ||
                        actions.take || actions.withdraw);
        g_assert_cmpint (actions.receipt, ==, clerk || role == MSK_ROLE_ORGANISER);
        permit->is_taken = FALSE;
      }
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/circulation/the-summary-is-that-of-the-worst", test_summary);
  g_test_add_func ("/gui/circulation/what-becomes-due-is-heard-once", test_new);
  g_test_add_func ("/gui/circulation/who-is-offered-what", test_actions);
  return g_test_run ();
}
