/* The issue plan: made by seats, changed by hand, kept to at the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-plan-desk.h"

#include "desk-test.h"

static void
make (DeskTest *test, gint64 paper, guint *planned, guint *without)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_plan_desk_make (test->session, paper, planned, without, &error));
  g_assert_no_error (error);
}

static gint64
get_planned (DeskTest *test, guint number, MskPlanStanding *standing)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_plan_desk_list (test->session, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      if (line->number != number)
        continue;
      if (standing != NULL)
        *standing = line->standing;
      return line->planned_id;
    }
  g_assert_not_reached ();
}

static void
scan_both (DeskTest *test, gint64 person, guint number, const char *expected)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, person);
  g_autofree char *copy = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, copy, expected);
}

/* In the order of the list, and only who may read the paper. */
static void
test_make (DeskTest *test, gconstpointer unused)
{
  guint planned, without;

  make (test, PAPER_SECRET, &planned, &without);
  g_assert_cmpint (get_planned (test, COPY_GOOD, NULL), ==, PERSON_FIRST);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 1, NULL), ==, PERSON_SECOND);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 2, NULL), ==, PERSON_THIRD);
  for (guint number = COPY_GOOD; number < COPY_GOOD + RESERVED; number++)
    {
      const gint64 person = get_planned (test, number, NULL);

      g_assert_cmpint (person, !=, PERSON_UNCLEARED);
      g_assert_cmpint (person, !=, PERSON_OUTSIDE_SCOPE);
      g_assert_cmpint (person, !=, PERSON_REJECTED);
      g_assert_cmpint (person, !=, PERSON_UNSEALED);
    }
  g_assert_cmpuint (planned, ==, PERSON_LAST_SEALED - 3);
  g_assert_cmpuint (without, ==, 0);
  g_assert_cmpint (get_planned (test, OTHER_COPY_GOOD, NULL), ==, 0);
}

static void
test_seats_give_the_order (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  guint planned, without;

  desk_test_seat (test, PERSON_THIRD, "2排3");
  desk_test_seat (test, PERSON_SECOND, "2排10");
  make (test, PAPER_SECRET, &planned, &without);
  g_assert_cmpint (get_planned (test, COPY_GOOD, NULL), ==, PERSON_THIRD);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 1, NULL), ==, PERSON_SECOND);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 2, NULL), ==, PERSON_FIRST);

  desk_test_assert_rule (msk_plan_desk_set_seat (test->session, PERSON_FIRST, "2排3", &error),
                         &error, MSK_RULE_ERROR_EXISTS);
  desk_test_seat (test, PERSON_THIRD, "");
  desk_test_seat (test, PERSON_FIRST, "2排3");
}

/* A pack is what one person is to get of all papers. */
static void
test_packs_stand_together (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  guint planned, without;

  desk_test_seat (test, PERSON_SECOND, "1");
  make (test, 0, &planned, &without);
  lines = msk_plan_desk_list (test->session, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpint (line->planned_id, ==, PERSON_SECOND);
      g_assert_cmpint (line->paper_id, ==, i + 1);
      g_assert_cmpstr (line->seat, ==, "1");
    }
}

static void
test_made_again_it_only_fills_up (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  guint planned, without;

  make (test, PAPER_SECRET, &planned, &without);
  desk_test_plan (test, COPY_GOOD, 0);
  make (test, PAPER_SECRET, &planned, &without);
  g_assert_cmpuint (planned, ==, 1);
  g_assert_cmpint (get_planned (test, COPY_GOOD, NULL), ==, PERSON_FIRST);
  desk_test_assert_rule (msk_plan_desk_make (test->session, PAPER_SECRET, &planned, &without,
                                             &error),
                         &error, MSK_RULE_ERROR_NOTHING_TO_PLAN);
}

static void
test_a_lost_number_is_replaced (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPlanStanding standing;
  guint planned, without;

  desk_test_plan (test, COPY_GOOD, PERSON_FIRST);
  g_assert_true (msk_print_desk_spoil (test->session, COPY_GOOD, 0, "污损", &error));
  get_planned (test, COPY_GOOD, &standing);
  g_assert_cmpint (standing, ==, MSK_PLAN_LOST);
  scan_both (test, PERSON_FIRST, COPY_GOOD + 1, "issued");
  make (test, PAPER_SECRET, &planned, &without);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 2, NULL), ==, PERSON_SECOND);
}

static void
test_set_by_hand (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_plan (test, COPY_GOOD, PERSON_FIRST);
  desk_test_plan (test, COPY_GOOD + 1, PERSON_FIRST);
  g_assert_cmpint (get_planned (test, COPY_GOOD, NULL), ==, 0);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 1, NULL), ==, PERSON_FIRST);
  desk_test_plan (test, COPY_GOOD + 1, PERSON_SECOND);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 1, NULL), ==, PERSON_SECOND);
  /* Of another paper somebody may get one as well. */
  desk_test_plan (test, OTHER_COPY_GOOD, PERSON_SECOND);
  g_assert_cmpint (get_planned (test, COPY_GOOD + 1, NULL), ==, PERSON_SECOND);

  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_UNCLEARED, &error),
                         &error, MSK_RULE_ERROR_CLEARANCE_TOO_LOW);
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_OUTSIDE_SCOPE, &error),
                         &error, MSK_RULE_ERROR_OUTSIDE_SCOPE);
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_REJECTED, &error),
                         &error, MSK_RULE_ERROR_REJECTED);
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_UNSEALED, &error),
                         &error, MSK_RULE_ERROR_NOT_ON_SEALED_LIST);
  g_assert_true (msk_print_desk_spoil (test->session, COPY_GOOD + 2, 0, "污损", &error));
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD + 2, PERSON_FIRST, &error),
                         &error, MSK_RULE_ERROR_COPY_SPOILED);
}

/* M7: the desk gives out by the register. */
static void
test_the_desk_keeps_to_it (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPlanStanding standing;

  desk_test_plan (test, COPY_GOOD, PERSON_FIRST);
  desk_test_plan (test, COPY_GOOD + 1, PERSON_SECOND);
  scan_both (test, PERSON_THIRD, COPY_GOOD, "planned-otherwise");
  scan_both (test, PERSON_FIRST, COPY_GOOD + 1, "planned-otherwise");
  scan_both (test, PERSON_FIRST, COPY_GOOD + 2, "planned-otherwise");
  scan_both (test, PERSON_THIRD, COPY_GOOD + 2, "issued");
  scan_both (test, PERSON_FIRST, COPY_GOOD, "issued");
  get_planned (test, COPY_GOOD, &standing);
  g_assert_cmpint (standing, ==, MSK_PLAN_AS_PLANNED);
  get_planned (test, COPY_GOOD + 1, &standing);
  g_assert_cmpint (standing, ==, MSK_PLAN_WAITING);
  get_planned (test, COPY_GOOD + 2, &standing);
  g_assert_cmpint (standing, ==, MSK_PLAN_UNPLANNED);

  /* What happened is held against what was planned, so that stays. */
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_SECOND, &error),
                         &error, MSK_RULE_ERROR_ALREADY_ISSUED);
  desk_test_assert_rule (msk_plan_desk_set (test->session, COPY_GOOD, 0, &error), &error,
                         MSK_RULE_ERROR_ALREADY_ISSUED);
}

static void
test_roles_and_report (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) report = NULL;

  desk_test_plan (test, COPY_GOOD, PERSON_FIRST);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_plan_desk_set (test->session, COPY_GOOD, PERSON_SECOND, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  report = msk_report_desk_make (test->session, MSK_REPORT_PLAN, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/desk/plan/" name, DeskTest, NULL, desk_test_set_up_inside, test,                   \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("is-made-of-the-readers", test_make);
  ADD ("seats-give-the-order", test_seats_give_the_order);
  ADD ("packs-stand-together", test_packs_stand_together);
  ADD ("made-again-it-only-fills-up", test_made_again_it_only_fills_up);
  ADD ("a-lost-number-is-replaced", test_a_lost_number_is_replaced);
  ADD ("set-by-hand", test_set_by_hand);
  ADD ("the-desk-keeps-to-it", test_the_desk_keeps_to_it);
  ADD ("roles-and-report", test_roles_and_report);

  return desk_test_run ();
}
