/* Circulation in the reading room: turns begin, are counted and signed, and pass from nobody to
 * nobody but the custodian. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-desk.h"
#include "msk-error.h"
#include "msk-recall-desk.h"

#include "desk-test.h"
#include "incident-test.h"

#define DAY G_GINT64_CONSTANT (86400)

static char *
dup_name (DeskTest *test, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) attendee = msk_vetting_desk_get (test->session, person, &error);

  g_assert_no_error (error);
  return g_strdup (attendee->name);
}

static void
scan_copy (DeskTest *test, guint number, const char *expected)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, MSK_SCAN_CIRCULATE, code, expected);
}

static void
scan_badge (DeskTest *test, gint64 person, const char *expected)
{
  g_autofree char *code = desk_test_dup_badge_code (test, person);

  desk_test_expect (test, MSK_SCAN_CIRCULATE, code, expected);
}

static void
start_turn (DeskTest *test, gint64 person, guint number)
{
  scan_badge (test, person, "person-selected");
  scan_copy (test, number, "turn-started");
}

/* What the end of a turn comes to. */
static void
end_turn (DeskTest *test, guint number, guint pages, const char *name, const char *expected)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_CIRCULATE);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_end_turn (desk, number, pages, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, expected);
  desk_test_assert_balance (test);
}

static void
end_well (DeskTest *test, gint64 person, guint number)
{
  g_autofree char *name = dup_name (test, person);

  end_turn (test, number, PAPER_PAGES, name, "turn-ended");
}

static guint
count_turns (DeskTest *test, gboolean only_open)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) turns = msk_circulation_desk_list (test->session, only_open, &error);

  g_assert_no_error (error);
  return turns->len;
}

static void
test_a_turn (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autofree char *name = dup_name (test, PERSON_FIRST);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTurn) turn = NULL;
  g_autoptr(GPtrArray) turns = NULL;
  const MskTurn *ended;

  start_turn (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
  turn = msk_circulation_desk_get (test->session, COPY_GOOD, &error);
  g_assert_no_error (error);
  g_assert_cmpint (turn->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (turn->started_at, ==, DESK_TEST_NOW);
  g_assert_cmpint (turn->due_at, ==, DESK_TEST_NOW + 2 * DAY);
  g_assert_cmpuint (turn->ordinal, ==, 1);
  g_assert_true (turn->is_open);

  desk_test_now += 3600;
  scan_copy (test, COPY_GOOD, "turn-known");
  end_well (test, PERSON_FIRST, COPY_GOOD);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);

  /* Then the next reader, by copy and person. */
  scan_copy (test, COPY_GOOD, "copy-selected");
  scan_badge (test, PERSON_SECOND, "turn-started");
  end_well (test, PERSON_SECOND, COPY_GOOD);
  turns = msk_circulation_desk_list (test->session, FALSE, &error);
  g_assert_cmpuint (turns->len, ==, 2);
  ended = g_ptr_array_index (turns, 0);
  g_assert_false (ended->is_open);
  g_assert_cmpint (ended->outcome, ==, MSK_TURN_OUTCOME_READ);
  g_assert_cmpint (ended->ended_at, ==, DESK_TEST_NOW + 3600);
  g_assert_cmpuint (ended->pages_back, ==, PAPER_PAGES);
  g_assert_cmpstr (ended->signature, ==, name);
  g_assert_cmpuint (((MskTurn *) g_ptr_array_index (turns, 1))->ordinal, ==, 2);
  g_assert_cmpuint (count_turns (test, TRUE), ==, 0);
}

static void
test_no_lateral_passing (DeskTest *test, gconstpointer unused)
{
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autofree char *own = desk_test_dup_badge_code (test, PERSON_FIRST);

  start_turn (test, PERSON_FIRST, COPY_GOOD);

  /* Person then copy, and copy then person. */
  scan_badge (test, PERSON_SECOND, "person-selected");
  desk_test_refuse (test, MSK_SCAN_CIRCULATE, copy, "lateral-passing", 1);
  msk_scan_desk_clear (test->desk);
  scan_copy (test, COPY_GOOD, "turn-known");
  desk_test_refuse (test, MSK_SCAN_CIRCULATE, badge, "lateral-passing", 1);
  scan_copy (test, COPY_GOOD, "turn-known");
  desk_test_refuse (test, MSK_SCAN_CIRCULATE, own, "copy-in-turn", 1);
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan_copy (test, COPY_GOOD, "turn-known");

  /* Neither through the desk nor through the returns. */
  desk_test_refuse (test, MSK_SCAN_ISSUE, copy, "already-issued", 1);
  desk_test_refuse (test, MSK_SCAN_RETURN, copy, "copy-in-turn", 1);
  desk_test_sql_refused (test, "UPDATE copy SET holder_id = 2 WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET state = 'returned' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE turn SET attendee_id = 2");
  desk_test_sql_refused (test, "DELETE FROM turn");
  g_assert_cmpuint (count_turns (test, TRUE), ==, 1);

  end_well (test, PERSON_FIRST, COPY_GOOD);
  start_turn (test, PERSON_SECOND, COPY_GOOD);
  desk_test_sql_refused (test, "UPDATE turn_end SET signature = 'x'");
  desk_test_sql_refused (test, "DELETE FROM turn_end");
}

/* Whoever may not get a copy of the paper gets no turn with it, for the same reason. */
static void
test_refused_readers (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 person;
    guint number;
    const char *code;
  } rows[] = {
    { PERSON_UNCLEARED, COPY_GOOD, "clearance-too-low" },
    { PERSON_OUTSIDE_SCOPE, COPY_GOOD, "outside-scope" },
    { PERSON_REJECTED, COPY_GOOD, "rejected" },
    { PERSON_UNSEALED, COPY_GOOD, "not-on-sealed-list" },
    { PERSON_SECOND, COPY_GOOD, "already-holds-paper" },
    { PERSON_FIRST, COPY_UNCHECKED, "copy-not-good" },
    { PERSON_FIRST, COPY_GOOD + 1, "already-issued" },
    { PERSON_FIRST, COPY_GOOD + 2, "planned-otherwise" },
    { PERSON_FIRST, COPY_GOOD + 3, "copy-recalled" },
    { PERSON_FIRST, COPY_GOOD + 4, "already-returned" },
  };
  g_autoptr(GError) error = NULL;

  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  desk_test_plan (test, COPY_GOOD + 2, PERSON_THIRD);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD + 4);
  {
    g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 4, 1);

    desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  }
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_recall_desk_recall (test->session, COPY_GOOD + 3, "误印", NULL, &error));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_CIRCULATE);
      g_autofree char *before = desk_test_describe_register (test);
      g_autofree char *after = NULL;
      g_autoptr(MskVerdict) person = msk_scan_desk_choose_person (desk, rows[i].person, &error);
      g_autoptr(MskVerdict) copy = msk_scan_desk_choose_copy (desk, rows[i].number, &error);

      g_test_message ("row %u", i);
      g_assert_no_error (error);
      g_assert_true (g_str_equal (person->code, rows[i].code) ||
                     g_str_equal (copy->code, rows[i].code));
      after = desk_test_describe_register (test);
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_cmpuint (count_turns (test, FALSE), ==, 0);
}

static void
test_refused_ends (DeskTest *test, gconstpointer unused)
{
  g_autofree char *name = dup_name (test, PERSON_FIRST);
  g_autofree char *other = dup_name (test, PERSON_SECOND);

  end_turn (test, COPY_GOOD, PAPER_PAGES, name, "not-in-turn");
  start_turn (test, PERSON_FIRST, COPY_GOOD);
  end_turn (test, COPY_GOOD, 0, name, "bad-value");
  end_turn (test, COPY_GOOD, PAPER_PAGES, other, "signature-differs");
  end_turn (test, COPY_GOOD, PAPER_PAGES, "", "bad-value");
  end_turn (test, COPY_GOOD, PAPER_PAGES, "two\nlines", "bad-value");
  end_turn (test, 4711, PAPER_PAGES, name, "not-found");
  g_assert_cmpuint (count_turns (test, TRUE), ==, 1);
  desk_test_sql_refused (test, "INSERT INTO turn_end VALUES (1, 'read', 1, 'x', 2, 'x')");
  desk_test_sql_refused (test, "INSERT INTO turn_end VALUES (1, 'read', 1, 'x', 3, '')");
  end_turn (test, COPY_GOOD, PAPER_PAGES, name, "turn-ended");
  end_turn (test, COPY_GOOD, PAPER_PAGES, name, "not-in-turn");
}

/* The count is blind, and a wrong one that stands is a loss, with the copy still the reader's. */
static void
test_pages_missing (DeskTest *test, gconstpointer unused)
{
  g_autofree char *name = dup_name (test, PERSON_FIRST);
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_CIRCULATE);
  g_autoptr(MskVerdict) first = NULL;
  g_autoptr(GError) error = NULL;
  const guint counts[] = { PAPER_PAGES - 1, PAPER_PAGES + 4, PAPER_PAGES + 4 };
  g_autofree char *told = g_strdup_printf ("%u", PAPER_PAGES);

  start_turn (test, PERSON_FIRST, COPY_GOOD);
  first = msk_scan_desk_end_turn (desk, COPY_GOOD, counts[0], name, &error);
  g_assert_cmpstr (first->code, ==, "count-again");
  g_assert_null (strstr (first->text, told));
  end_turn (test, COPY_GOOD, counts[1], name, "count-again");
  end_turn (test, COPY_GOOD, counts[2], name, "pages-surplus");
  g_assert_cmpuint (incident_test_count (test), ==, 0);

  /* Two numbers were tried, so the third is taken at its word. */
  end_turn (test, COPY_GOOD, PAPER_PAGES - 1, name, "pages-missing");
  g_assert_cmpuint (incident_test_count (test), ==, 1);
  g_assert_cmpuint (count_turns (test, TRUE), ==, 1);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
  scan_copy (test, COPY_GOOD, "turn-known");

  /* The rest by itself ends it; the incident stays. */
  end_turn (test, COPY_GOOD, 1, name, "turn-ended");
  g_assert_cmpuint (incident_test_count (test), ==, 1);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);
  {
    g_autoptr(MskCopy) copy = msk_print_desk_get_copy (test->session, COPY_GOOD, &error);

    g_assert_cmpuint (copy->pages_back, ==, 0);
    g_assert_cmpint (copy->issued_at, ==, 0);
  }
}

static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) turns = NULL;
  g_autoptr(MskVerdict) person = desk_test_scan (test, MSK_SCAN_CIRCULATE, badge);
  g_autoptr(MskVerdict) begun = desk_test_scan (test, MSK_SCAN_CIRCULATE, code);
  g_autoptr(MskVerdict) undone = msk_scan_desk_undo (test->desk, begun, &error);
  g_autoptr(MskVerdict) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
  turns = msk_circulation_desk_list (test->session, FALSE, &error);
  g_assert_cmpint (((MskTurn *) g_ptr_array_index (turns, 0))->outcome, ==,
                   MSK_TURN_OUTCOME_UNDONE);

  again = msk_scan_desk_undo (test->desk, begun, &error);
  g_assert_cmpstr (again->code, ==, "already-decided");
}

static void
test_loans (DeskTest *test, gconstpointer unused)
{
  const MskLoanDraft draft = { "第 2 页", 1, "送二楼会议室" };
  const MskLoanDraft too_many = { "全部", PAPER_PAGES + 1, "送二楼会议室" };
  const MskLoanDraft whole = { "全部", PAPER_PAGES, "送三楼会议室" };
  const MskLoanDraft nothing = { "", 1, "送二楼会议室" };
  g_autofree char *name = dup_name (test, PERSON_FIRST);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) slips = NULL;
  gint64 id = msk_circulation_desk_give_slip (test->session, COPY_GOOD, &draft, &error);

  desk_test_assert_rule (id != 0, &error, MSK_RULE_ERROR_NOT_IN_TURN);
  start_turn (test, PERSON_FIRST, COPY_GOOD);
  desk_test_assert_rule (msk_circulation_desk_give_slip (test->session, COPY_GOOD, &too_many,
                                                         &error) != 0,
                         &error, MSK_RULE_ERROR_PAGES_DIFFER);
  g_assert_cmpint (msk_circulation_desk_give_slip (test->session, COPY_GOOD, &nothing, &error), ==,
                   0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);

  id = msk_circulation_desk_give_slip (test->session, COPY_GOOD, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 1);
  /* Slips are for no more than there is. */
  desk_test_assert_rule (msk_circulation_desk_give_slip (test->session, COPY_GOOD, &whole,
                                                         &error) != 0,
                         &error, MSK_RULE_ERROR_PAGES_DIFFER);
  end_turn (test, COPY_GOOD, PAPER_PAGES, name, "slip-open");
  desk_test_sql_refused (test, "INSERT INTO turn_end VALUES (1, 'read', 1, 'x', 3, 'x')");
  desk_test_assert_rule (msk_circulation_desk_take_slip_back (test->session, id, 2, &error), &error,
                         MSK_RULE_ERROR_PAGES_DIFFER);
  g_assert_true (msk_circulation_desk_take_slip_back (test->session, id, 1, &error));
  desk_test_assert_rule (msk_circulation_desk_take_slip_back (test->session, id, 1, &error), &error,
                         MSK_RULE_ERROR_ALREADY_RETURNED);
  end_turn (test, COPY_GOOD, PAPER_PAGES, name, "turn-ended");

  slips = msk_circulation_desk_list_slips (test->session, FALSE, &error);
  g_assert_cmpuint (slips->len, ==, 1);
  g_assert_cmpstr (((MskLoanSlip *) g_ptr_array_index (slips, 0))->what, ==, "第 2 页");
  g_assert_false (((MskLoanSlip *) g_ptr_array_index (slips, 0))->is_open);
  desk_test_sql_refused (test, "INSERT INTO loan_slip VALUES (9, 1, 'x', 1, 'x', 1, 'x')");
  desk_test_sql_refused (test, "UPDATE loan_slip SET sheets = 2");
  desk_test_sql_refused (test, "DELETE FROM loan_return");
}

/* What is due is chased, and a clock that steps back chases nobody and breaks nothing. */
static void
test_chase (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 later;
    guint due;
  } rows[] = {
    { 0, 0 },           { 2 * DAY - 1801, 0 }, { 2 * DAY - 1800, 1 },
    { 2 * DAY + 1, 1 }, { 9 * DAY, 1 },        { -30 * DAY, 0 },
  };

  start_turn (test, PERSON_FIRST, COPY_GOOD);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) due = NULL;

      desk_test_now = DESK_TEST_NOW + rows[i].later;
      due = msk_circulation_desk_list_due (test->session, &error);
      g_assert_no_error (error);
      g_test_message ("row %u", i);
      g_assert_cmpuint (due->len, ==, rows[i].due);
    }

  end_well (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpuint (count_turns (test, TRUE), ==, 0);
  start_turn (test, PERSON_SECOND, COPY_GOOD);
  g_assert_cmpuint (count_turns (test, TRUE), ==, 1);
}

/* A reader who never came back: the sweep breaks the turn off, whichever way it goes. */
static void
test_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) turns = NULL;
  g_autofree char *code = NULL;

  for (guint number = COPY_UNCHECKED; number < COPY_UNCHECKED + 2; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  for (guint number = OTHER_COPY_UNCHECKED; number < OTHER_COPY_UNCHECKED + 2; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  start_turn (test, PERSON_FIRST, COPY_GOOD);
  start_turn (test, PERSON_SECOND, COPY_GOOD + 1);
  code = desk_test_dup_copy_code (test, COPY_GOOD, 1);

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_expect (test, MSK_SCAN_SWEEP, code, "second-sighting");
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD, "在阅文室", &error));
  g_assert_no_error (error);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1,
                                                "保密处", "未归还", &error));
  g_assert_no_error (error);

  turns = msk_circulation_desk_list (test->session, FALSE, &error);
  for (guint i = 0; i < turns->len; i++)
    {
      const MskTurn *turn = g_ptr_array_index (turns, i);

      g_assert_false (turn->is_open);
      g_assert_cmpint (turn->outcome, ==, MSK_TURN_OUTCOME_BROKEN);
      g_assert_cmpstr (turn->signature, ==, "");
    }
  desk_test_assert_balance (test);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/desk/circulation/" path, DeskTest, NULL, desk_test_set_up_inside, function,        \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  ADD ("a-turn-leaves-the-copy-as-it-was-and-a-line-in-the-register", test_a_turn);
  ADD ("a-copy-passes-to-nobody-but-the-custodian", test_no_lateral_passing);
  ADD ("no-turn-for-who-may-not-read-the-paper", test_refused_readers);
  ADD ("a-turn-ends-counted-and-signed-or-not-at-all", test_refused_ends);
  ADD ("pages-that-are-missing-at-the-end-are-an-incident", test_pages_missing);
  ADD ("a-turn-begun-by-mistake-is-undone", test_undo);
  ADD ("loans-are-within-a-turn-and-back-before-its-end", test_loans);
  ADD ("what-is-due-is-chased-whatever-the-clock-does", test_chase);
  ADD ("the-sweep-breaks-off-what-never-came-back", test_sweep);
  return desk_test_run ();
}
