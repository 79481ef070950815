/* Packs by person, and names on copies: a name on a sheet never lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-plan-desk.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"

#include "desk-test.h"

/* What is reserved here, beyond what the meeting of the tests comes with. */
#define NEW_COPY (2 * RESERVED + 1)   /* and the next, of the Secret paper */
#define OTHER_NEW_COPY (NEW_COPY + 2) /* and the next, of the Confidential paper */
#define NEW_COPIES 4

typedef struct
{
  DeskTest *test;
  GArray *numbers;  /* as they came out */
  gint64 replanned; /* person for whom the second copy is planned when the first is out, or 0 */
} Watch;

static void
reserve (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 2, &error), ==, NEW_COPY);
  g_assert_no_error (error);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_CONFIDENTIAL, 2, &error), ==,
                    OTHER_NEW_COPY);
  g_assert_no_error (error);
}

static void
set_named (DeskTest *test, gint64 paper)
{
  g_autoptr(GError) error = NULL;
  gboolean named;

  g_assert_true (msk_plan_desk_get_named (test->session, paper, &named, &error));
  g_assert_false (named);
  g_assert_true (msk_plan_desk_set_named (test->session, paper, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (msk_plan_desk_get_named (test->session, paper, &named, &error));
  g_assert_true (named);
}

static char *
dup_name (DeskTest *test, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (test->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    if (((MskAttendee *) g_ptr_array_index (people, i))->id == person)
      return g_strdup (((MskAttendee *) g_ptr_array_index (people, i))->name);
  g_assert_not_reached ();
}

/* The text of a copy's newest sheets, without spaces: a name across the page is no line. */
static char *
dup_text (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) copy = msk_print_desk_get_copy (test->session, number, &error);
  g_autofree char *name = g_strdup_printf ("%09" G_GINT64_FORMAT ".pdf", copy->serial);
  g_autofree char *path = g_build_filename (desk_test_get_papers (), name, NULL);
  const char *argv[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  g_autofree char *text = NULL;
  g_auto(GStrv) words = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  words = g_strsplit_set (text, " \n\f", -1);
  return g_strjoinv ("", words);
}

static guint
count_name (DeskTest *test, guint number, gint64 person)
{
  g_autofree char *text = dup_text (test, number);
  g_autofree char *name = dup_name (test, person);
  g_auto(GStrv) parts = g_strsplit (text, name, -1);

  return g_strv_length (parts) - 1;
}

static void
progress_cb (guint number, guint done, guint total, gpointer user_data)
{
  Watch *watch = user_data;

  g_array_append_val (watch->numbers, number);
  if (watch->replanned != 0 && done == 1)
    desk_test_plan (watch->test, NEW_COPY + 1, watch->replanned);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (answer);
}

static MskPrintResult
print (DeskTest *test, gint64 paper, Watch *watch)
{
  const MskPrintWatch print_watch = { progress_cb, NULL, watch, NULL };
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  watch->test = test;
  watch->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  msk_print_desk_print_async (test->session, paper, DESK_TEST_PRINTER, &print_watch, NULL,
                              printed_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (msk_print_desk_print_finish (test->session, answer, &result, &error));
  g_assert_no_error (error);
  return result;
}

/* One person's papers one after the other, in the order of seats; what is for nobody last. */
static void
test_packs (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  Watch watch = { 0 };
  MskPrintResult result;
  MskPrintRun *run;
  guint expected;

  reserve (test);
  desk_test_seat (test, PERSON_FIRST, "2排10");
  desk_test_seat (test, PERSON_SECOND, "2排9");
  desk_test_plan (test, NEW_COPY, PERSON_FIRST);
  desk_test_plan (test, NEW_COPY + 1, PERSON_SECOND);
  desk_test_plan (test, OTHER_NEW_COPY + 1, PERSON_SECOND);
  result = print (test, 0, &watch);
  g_assert_cmpuint (result.printed, ==, NEW_COPIES);
  g_assert_cmpuint (result.left, ==, 0);
  g_assert_cmpuint (watch.numbers->len, ==, NEW_COPIES);
  g_assert_cmpuint (g_array_index (watch.numbers, guint, 0), ==, NEW_COPY + 1);
  g_assert_cmpuint (g_array_index (watch.numbers, guint, 1), ==, OTHER_NEW_COPY + 1);
  g_assert_cmpuint (g_array_index (watch.numbers, guint, 2), ==, NEW_COPY);
  g_assert_cmpuint (g_array_index (watch.numbers, guint, 3), ==, OTHER_NEW_COPY);
  g_array_unref (watch.numbers);

  /* One run, whose sheets are those of all its papers. */
  runs = msk_count_desk_list_runs (test->session, &error);
  g_assert_no_error (error);
  run = g_ptr_array_index (runs, runs->len - 1);
  g_assert_cmpint (run->id, ==, result.run_id);
  g_assert_cmpint (run->paper_id, ==, 0);
  g_assert_cmpuint (run->sent, ==, NEW_COPIES);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_spoil (test->session, NEW_COPY, 1, "卡纸", &error));
  g_assert_true (
      msk_print_run_store_count_expected (msk_session_require_meeting (test->session,
                                                                       MSK_ACT_MEETING_READ, NULL),
                                          run, &expected, &error));
  g_assert_cmpuint (expected, ==, (NEW_COPIES - 1) * PAPER_PAGES + 1);
  desk_test_assert_balance (test);
}

static void
test_nothing_to_print (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  desk_test_assert_rule (desk_test_print (test, 0, &result, NULL, &error), &error,
                         MSK_RULE_ERROR_NOTHING_TO_PRINT);
}

/* The name is on every page of who is to get the copy, on no other, and nobody else gets it. */
static void
test_name (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autofree char *code = NULL;
  g_autofree char *sql = NULL;
  Watch watch = { 0 };

  reserve (test);
  set_named (test, PAPER_SECRET);
  desk_test_plan (test, NEW_COPY, PERSON_SECOND);
  desk_test_plan (test, NEW_COPY, PERSON_FIRST); /* nothing is on paper yet */
  desk_test_plan (test, OTHER_NEW_COPY, PERSON_FIRST);
  print (test, 0, &watch);
  g_array_unref (watch.numbers);
  g_assert_cmpuint (count_name (test, NEW_COPY, PERSON_FIRST), ==, PAPER_PAGES);
  g_assert_cmpuint (count_name (test, NEW_COPY, PERSON_SECOND), ==, 0);
  g_assert_cmpuint (count_name (test, NEW_COPY + 1, PERSON_FIRST), ==, 0);
  g_assert_cmpuint (count_name (test, OTHER_NEW_COPY, PERSON_FIRST), ==, 0);

  desk_test_assert_rule (msk_plan_desk_set (test->session, NEW_COPY, PERSON_SECOND, &error), &error,
                         MSK_RULE_ERROR_NAMED_OTHERWISE);
  desk_test_assert_rule (msk_plan_desk_set (test->session, NEW_COPY, 0, &error), &error,
                         MSK_RULE_ERROR_NAMED_OTHERWISE);
  /* The other copy instead would leave the first with a name of somebody who does not get it. */
  desk_test_assert_rule (msk_plan_desk_set (test->session, NEW_COPY + 1, PERSON_FIRST, &error),
                         &error, MSK_RULE_ERROR_NAMED_OTHERWISE);
  desk_test_plan (test, NEW_COPY, PERSON_FIRST);

  g_assert_true (msk_print_desk_confirm (test->session, NEW_COPY, &error));
  g_assert_no_error (error);
  code = desk_test_dup_copy_code (test, NEW_COPY, 1);
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, code, "named-otherwise");
  sql = g_strdup_printf ("UPDATE copy SET state = 'held', holder_id = %d, issued_at = 1 WHERE "
                         "number = %d",
                         PERSON_SECOND, NEW_COPY);
  desk_test_sql_refused (test, sql);
}

/* Spoiled sheets free the number: its next ones carry another name. */
static void
test_another_name (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  Watch watch = { 0 };

  reserve (test);
  set_named (test, PAPER_SECRET);
  desk_test_plan (test, NEW_COPY, PERSON_FIRST);
  print (test, PAPER_SECRET, &watch);
  g_array_unref (watch.numbers);
  g_assert_true (msk_print_desk_spoil (test->session, NEW_COPY, 0, "改发他人", &error));
  g_assert_true (msk_print_desk_reprint (test->session, NEW_COPY, &error));
  g_assert_no_error (error);
  desk_test_plan (test, NEW_COPY, PERSON_SECOND);
  print (test, PAPER_SECRET, &watch);
  g_array_unref (watch.numbers);
  g_assert_cmpuint (count_name (test, NEW_COPY, PERSON_SECOND), ==, PAPER_PAGES);
  g_assert_cmpuint (count_name (test, NEW_COPY, PERSON_FIRST), ==, 0);
}

/* The second copy is stamped while the first one prints, and then planned for somebody else. */
static void
test_planned_while_printing (DeskTest *test, gconstpointer unused)
{
  Watch watch = { .replanned = PERSON_THIRD };

  reserve (test);
  set_named (test, PAPER_SECRET);
  desk_test_plan (test, NEW_COPY, PERSON_FIRST);
  desk_test_plan (test, NEW_COPY + 1, PERSON_SECOND);
  print (test, PAPER_SECRET, &watch);
  g_assert_cmpuint (watch.numbers->len, ==, 2);
  g_array_unref (watch.numbers);
  g_assert_cmpuint (count_name (test, NEW_COPY + 1, PERSON_THIRD), ==, PAPER_PAGES);
  g_assert_cmpuint (count_name (test, NEW_COPY + 1, PERSON_SECOND), ==, 0);
}

static MskVerdict *
choose_copy (MskScanDesk *desk, guint number)
{
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_scan_desk_choose_copy (desk, number, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
assert_pack (MskScanDesk *desk, MskVerdict *verdict, const char *code, guint pack, gint64 waiting)
{
  g_assert_cmpstr (verdict->code, ==, code);
  g_assert_cmpuint (verdict->pack, ==, pack);
  g_assert_cmpint (msk_scan_desk_get_waiting_person (desk), ==, waiting);
}

/* One badge, then piece by piece: the desk says what is planned, what is lacking, and when it is
 * whole. What is planned for nobody is given out alone. */
static void
test_piece_by_piece (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(MskVerdict) person = NULL;
  g_autoptr(MskVerdict) first = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskVerdict) other = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(MskVerdict) spare = NULL;
  g_autoptr(MskVerdict) second = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  desk_test_plan (test, COPY_GOOD, PERSON_FIRST);
  desk_test_plan (test, OTHER_COPY_GOOD, PERSON_FIRST);
  desk_test_plan (test, COPY_UNCHECKED, PERSON_SECOND);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);

  person = msk_scan_desk_choose_person (desk, PERSON_FIRST, &error);
  assert_pack (desk, person, "person-selected", 2, PERSON_FIRST);
  first = choose_copy (desk, COPY_GOOD);
  assert_pack (desk, first, "issued", 1, PERSON_FIRST);
  undone = msk_scan_desk_undo (desk, first, &error);
  g_assert_no_error (error);
  g_clear_object (&person);
  person = msk_scan_desk_choose_person (desk, PERSON_FIRST, &error);
  assert_pack (desk, person, "person-selected", 2, PERSON_FIRST);
  other = choose_copy (desk, OTHER_COPY_GOOD);
  assert_pack (desk, other, "issued", 1, PERSON_FIRST);
  again = choose_copy (desk, COPY_GOOD);
  assert_pack (desk, again, "issued", 0, 0);

  /* What nobody has looked at yet is not in the pack. */
  second = msk_scan_desk_choose_person (desk, PERSON_SECOND, &error);
  assert_pack (desk, second, "person-selected", 0, PERSON_SECOND);
  spare = choose_copy (desk, OTHER_COPY_GOOD + 1);
  assert_pack (desk, spare, "issued", 0, 0);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/desk/packs/" name, DeskTest, NULL, desk_test_set_up_inside, test,                  \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("come-out-by-person", test_packs);
  ADD ("of-nothing-are-refused", test_nothing_to_print);
  ADD ("a-name-never-lies", test_name);
  ADD ("a-spoiled-copy-gets-another-name", test_another_name);
  ADD ("planned-anew-while-printing", test_planned_while_printing);
  ADD ("are-given-out-piece-by-piece", test_piece_by_piece);

  return desk_test_run ();
}
