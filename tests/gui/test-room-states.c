/* What the window shows and offers of the print room, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-state.h"

static MskRoomVisit *
make_visit (const char *name, gint64 left_at)
{
  MskRoomVisit *visit = msk_room_visit_new ();

  g_free (visit->name);
  visit->name = g_strdup (name);
  visit->left_at = left_at;
  return visit;
}

/* Three copies on paper, counted so often, last so many sheets of so many. */
static MskPrintRun *
make_run (guint counts, guint counted, guint expected)
{
  MskPrintRun *run = msk_print_run_new ();

  run->id = 4;
  run->paper_id = 1;
  run->on_paper = TRUE;
  run->sent = 3;
  run->counts = counts;
  run->counted = counted;
  run->expected = expected;
  run->spool = MSK_SPOOL_EMPTY;
  return run;
}

static void
test_visits (void)
{
  static const struct
  {
    MskRole role;
    MskMeetingState meeting;
    gboolean enter;
  } cases[] = {
    { MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, TRUE },
    { MSK_ROLE_SECURITY_OFFICER, MSK_MEETING_STATE_OPEN, TRUE },
    { MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, TRUE },
    { MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_CLOSED, FALSE },
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, FALSE },
    { MSK_ROLE_RESPONSIBLE_LEADER, MSK_MEETING_STATE_OPEN, FALSE },
    { MSK_ROLE_AUDITOR, MSK_MEETING_STATE_OPEN, FALSE },
  };
  g_autoptr(MskRoomVisit) inside = make_visit ("甲", 0);
  g_autoptr(MskRoomVisit) left = make_visit ("乙", 7);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskRoomActions actions =
          msk_room_actions_make (cases[i].role, cases[i].meeting, inside, NULL);

      g_assert_cmpint (actions.enter, ==, cases[i].enter);
      g_assert_cmpint (actions.leave, ==, cases[i].enter);
      g_assert_false (msk_room_actions_make (cases[i].role, cases[i].meeting, left, NULL).leave);
      g_assert_false (msk_room_actions_make (cases[i].role, cases[i].meeting, NULL, NULL).leave);
    }
}

static void
test_inside (void)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *nobody = NULL;
  g_autofree char *two = NULL;

  g_ptr_array_add (visits, make_visit ("甲", 9));
  nobody = msk_room_state_dup_inside (visits);
  g_ptr_array_add (visits, make_visit ("乙", 0));
  g_ptr_array_add (visits, make_visit ("丙", 0));
  two = msk_room_state_dup_inside (visits);

  g_assert_cmpstr (nobody, ==, "Nobody is in the print room.");
  g_assert_cmpstr (two, ==, "In the print room now, 2: 乙, 丙");
}

/* Before the third count nothing of a difference may be seen but that there is one. */
static void
test_counts (void)
{
  static const struct
  {
    guint counts, counted, expected;
    gboolean count, explain;
    const char *shown_counted, *shown_expected, *difference;
  } cases[] = {
    { 0, 0, 12, TRUE, FALSE, "", "", "" },       { 1, 11, 12, TRUE, FALSE, "11", "", "" },
    { 2, 11, 12, TRUE, FALSE, "11", "", "" },    { 3, 11, 12, TRUE, TRUE, "11", "12", "−1" },
    { 3, 14, 12, TRUE, TRUE, "14", "12", "+2" }, { 1, 12, 12, FALSE, FALSE, "12", "12", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPrintRun) run = make_run (cases[i].counts, cases[i].counted, cases[i].expected);
      g_autofree char *counted = msk_room_state_dup_counted (run);
      g_autofree char *expected = msk_room_state_dup_expected (run);
      g_autofree char *difference = msk_room_state_dup_difference (run);
      const MskMeetingState open = MSK_MEETING_STATE_OPEN;

      g_assert_cmpstr (counted, ==, cases[i].shown_counted);
      g_assert_cmpstr (expected, ==, cases[i].shown_expected);
      g_assert_cmpstr (difference, ==, cases[i].difference);
      g_assert_cmpint (msk_room_actions_make (MSK_ROLE_DESK_CLERK, open, NULL, run).count, ==,
                       cases[i].count);
      g_assert_cmpint (msk_room_actions_make (MSK_ROLE_SECURITY_OFFICER, open, NULL, run).explain,
                       ==, cases[i].explain);
      g_assert_false (msk_room_actions_make (MSK_ROLE_DESK_CLERK, open, NULL, run).explain);
      g_assert_false (msk_room_actions_make (MSK_ROLE_SECURITY_OFFICER, open, NULL, run).count);
      g_assert_false (
          msk_room_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, NULL, run).count);
    }
}

static void
test_next_step (void)
{
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *settled = msk_room_state_dup_next_step (MSK_ROLE_DESK_CLERK, runs);
  g_autofree char *clerk = NULL;
  g_autofree char *officer = NULL;
  g_autofree char *reader = NULL;

  g_ptr_array_add (runs, make_run (0, 0, 12));
  g_ptr_array_add (runs, make_run (3, 11, 12));
  g_ptr_array_add (runs, make_run (1, 12, 12));
  clerk = msk_room_state_dup_next_step (MSK_ROLE_DESK_CLERK, runs);
  officer = msk_room_state_dup_next_step (MSK_ROLE_SECURITY_OFFICER, runs);
  reader = msk_room_state_dup_next_step (MSK_ROLE_AUDITOR, runs);

  g_assert_cmpstr (settled, ==, "The sheets of every run are settled.");
  g_assert_cmpstr (clerk, ==, "Runs whose sheets you count: 2");
  g_assert_cmpstr (officer, ==, "Runs whose difference you explain, or have counted again: 1");
  g_assert_cmpstr (reader, ==, "Runs whose sheets a desk clerk counts: 2");
}

/* What was left in the printing system has to be removed by somebody who knows how. */
static void
test_facts (void)
{
  const MskMeetingState open = MSK_MEETING_STATE_OPEN;
  g_autoptr(MskPrintRun) run = make_run (0, 0, 12);
  g_autofree char *text = NULL;

  g_free (run->traces);
  run->traces = g_strdup ("cancel -x venue-7");
  run->spool = MSK_SPOOL_LEFT;
  run->unsettled = 1;
  text = msk_room_state_dup_facts (run);

  g_assert_nonnull (strstr (text, "In the printing system: something was left"));
  g_assert_nonnull (strstr (text, "To remove it, run: cancel -x venue-7"));
  g_assert_nonnull (strstr (text, "nobody knows whether they came out: 1"));
  g_assert_cmpstr (msk_room_state_look_of_spool (run).css_class, ==, "error");
  g_assert_true (msk_room_actions_make (MSK_ROLE_DESK_CLERK, open, NULL, run).clear);
  g_assert_false (msk_room_actions_make (MSK_ROLE_SECURITY_OFFICER, open, NULL, run).clear);
  run->spool = MSK_SPOOL_NO_JOB;
  g_assert_cmpstr (msk_room_state_look_of_spool (run).css_class, ==, "warning");
  g_assert_false (msk_room_actions_make (MSK_ROLE_DESK_CLERK, open, NULL, run).clear);
  run->paper_id = 0;
  g_assert_cmpstr (msk_room_state_get_paper (run), ==, "all papers");
}

/* Sheets are registered by who prints them, and what never came is agreed by who does not. */
static void
test_sheets (void)
{
  const MskMeetingState open = MSK_MEETING_STATE_OPEN;
  const MskRoomActions clerk = msk_room_actions_make (MSK_ROLE_DESK_CLERK, open, NULL, NULL);
  const MskRoomActions officer =
      msk_room_actions_make (MSK_ROLE_SECURITY_OFFICER, open, NULL, NULL);

  g_assert_true (clerk.spoil);
  g_assert_false (clerk.agree);
  g_assert_true (officer.agree);
  g_assert_false (officer.spoil);
  g_assert_true (clerk.by_hand && officer.by_hand);
  g_assert_false (
      msk_room_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, NULL, NULL).spoil);
}

static void
test_totals (void)
{
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func (g_object_unref);
  MskSpoilage *set = msk_spoilage_new ();
  g_autofree char *text = NULL;

  set->sheets = 4;
  g_ptr_array_add (sets, set);
  set = msk_spoilage_new ();
  set->kind = MSK_SPOILAGE_SURPLUS;
  set->sheets = 3;
  g_ptr_array_add (sets, set);
  text = msk_room_state_dup_totals (sets);

  g_assert_cmpstr (text, ==, "Waiting for destruction: sets 2, sheets 7");
  g_assert_cmpstr (msk_room_state_look_of_spoilage (set).css_class, ==, "error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/room/who-may-writes-down-who-comes-and-goes", test_visits);
  g_test_add_func ("/gui/room/names-everybody-who-is-inside", test_inside);
  g_test_add_func ("/gui/room/a-count-stays-blind-until-the-third", test_counts);
  g_test_add_func ("/gui/room/says-what-is-to-be-counted-and-by-whom", test_next_step);
  g_test_add_func ("/gui/room/tells-what-was-left-in-the-printing-system", test_facts);

  g_test_add_func ("/gui/room/one-registers-sheets-and-another-agrees", test_sheets);
  g_test_add_func ("/gui/room/adds-up-what-waits-for-destruction", test_totals);

  return g_test_run ();
}
