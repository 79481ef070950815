/* What the window shows and offers of the issue plan, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-plan-state.h"

static MskPlanLine *
make_line (gint64 planned_id, gint64 holder_id, MskCopyState state, MskAttempt attempt)
{
  MskPlanLine *line = msk_plan_line_new ();

  line->planned_id = planned_id;
  line->holder_id = holder_id;
  line->state = state;
  line->attempt = attempt;
  line->standing = msk_plan_classify (planned_id, holder_id, state);
  g_free (line->holder);
  line->holder = g_strdup (holder_id != 0 ? "甲" : "");
  return line;
}

static void
test_change (void)
{
  static const struct
  {
    gint64 planned_id, holder_id;
    MskCopyState state;
    MskAttempt attempt;
    gboolean change;
  } cases[] = {
    { 0, 0, MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED, TRUE },
    { 1, 0, MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED, TRUE },
    { 1, 0, MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD, TRUE },
    { 1, 1, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, FALSE },
    { 1, 1, MSK_COPY_RETURNED, MSK_ATTEMPT_GOOD, FALSE },
    { 0, 0, MSK_COPY_SPOILED, MSK_ATTEMPT_SPOILED, FALSE },
    { 1, 0, MSK_COPY_SPOILED, MSK_ATTEMPT_SPOILED, TRUE }, /* for nobody */
    { 0, 0, MSK_COPY_VOID, MSK_ATTEMPT_VOID, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
      MskPlanLine *line =
          make_line (cases[i].planned_id, cases[i].holder_id, cases[i].state, cases[i].attempt);
      const MskMeetingState open = MSK_MEETING_STATE_OPEN;

      g_ptr_array_add (lines, line);
      g_assert_cmpint (msk_plan_actions_make (MSK_ROLE_DESK_CLERK, open, lines, line).change, ==,
                       cases[i].change);
      g_assert_cmpint (msk_plan_actions_make (MSK_ROLE_ORGANISER, open, lines, line).change, ==,
                       cases[i].change);
      g_assert_false (msk_plan_actions_make (MSK_ROLE_AUDITOR, open, lines, line).change);
      g_assert_false (msk_plan_actions_make (MSK_ROLE_DESK_CLERK, open, lines, NULL).change);
      g_assert_false (
          msk_plan_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, lines, line)
              .change);
    }
}

/* The organiser plans and seats; only the clerk prints. */
static void
test_offers (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  const MskMeetingState open = MSK_MEETING_STATE_OPEN;
  MskPlanActions clerk, organiser;

  g_ptr_array_add (lines, make_line (1, 0, MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED));
  g_ptr_array_add (lines, make_line (2, 0, MSK_COPY_PRINTING, MSK_ATTEMPT_PRINTED));
  g_ptr_array_add (lines, make_line (0, 0, MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED));
  clerk = msk_plan_actions_make (MSK_ROLE_DESK_CLERK, open, lines, NULL);
  organiser = msk_plan_actions_make (MSK_ROLE_ORGANISER, open, lines, NULL);

  g_assert_true (clerk.fill && clerk.names && clerk.seat && clerk.print);
  g_assert_cmpuint (clerk.waiting, ==, 2);
  g_assert_true (organiser.fill && organiser.names && organiser.seat);
  g_assert_false (organiser.print);
  clerk = msk_plan_actions_make (MSK_ROLE_DESK_CLERK, open, none, NULL);
  g_assert_true (clerk.seat);
  g_assert_false (clerk.fill || clerk.print);
  clerk = msk_plan_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, lines, NULL);
  g_assert_false (clerk.fill || clerk.names || clerk.seat || clerk.print);
}

static void
test_text (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  g_autofree char *held = NULL;
  g_autofree char *last = NULL;

  g_ptr_array_add (lines, make_line (1, 1, MSK_COPY_HELD, MSK_ATTEMPT_GOOD));
  g_ptr_array_add (lines, make_line (2, 1, MSK_COPY_RETURNED, MSK_ATTEMPT_GOOD));
  g_ptr_array_add (lines, make_line (0, 0, MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD));
  text = msk_plan_state_dup_text (lines);
  held = msk_plan_state_dup_holder (g_ptr_array_index (lines, 0));
  last = msk_plan_state_dup_holder (g_ptr_array_index (lines, 1));

  g_assert_cmpstr (text, ==, "Copies: 3. Planned: 2. Not as planned, or not yet: 1.");
  g_assert_cmpstr (held, ==, "甲");
  g_assert_cmpstr (last, ==, "last: 甲");
  g_assert_cmpstr (msk_plan_state_look_of_line (g_ptr_array_index (lines, 0)).css_class, ==,
                   "success");
  g_assert_cmpstr (msk_plan_state_look_of_line (g_ptr_array_index (lines, 1)).css_class, ==,
                   "error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/plan/a-line-changes-until-its-copy-was-issued", test_change);
  g_test_add_func ("/gui/plan/offers-what-the-role-may", test_offers);
  g_test_add_func ("/gui/plan/counts-what-is-not-as-planned", test_text);

  return g_test_run ();
}
