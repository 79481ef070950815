/* The print room: numbers first, one job a copy, and never more than is known written down.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "msk-error.h"

#include "desk-test.h"

static void
assert_bad_value (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (error);
}

static MskCopy *
get_copy (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  MskCopy *copy = msk_print_desk_get_copy (test->session, number, &error);

  g_assert_no_error (error);
  return copy;
}

static guint
count_pdfs (void)
{
  g_autoptr(GDir) folder = g_dir_open (desk_test_get_papers (), 0, NULL);
  guint count = 0;

  for (const char *name = folder == NULL ? NULL : g_dir_read_name (folder); name != NULL;
       name = g_dir_read_name (folder))
    count += g_str_has_suffix (name, ".pdf");
  return count;
}

static guint
reserve (DeskTest *test, guint count)
{
  g_autoptr(GError) error = NULL;
  guint first = msk_print_desk_reserve (test->session, PAPER_SECRET, count, &error);

  g_assert_no_error (error);
  return first;
}

static void
test_reserve (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);

  assert_bad_value (msk_print_desk_reserve (test->session, PAPER_SECRET, 0, &error) != 0, &error);
  desk_test_assert_rule (msk_print_desk_reserve (test->session, PAPER_SECRET,
                                                 APPROVED - RESERVED + 1, &error) != 0,
                         &error, MSK_RULE_ERROR_BEYOND_APPROVAL);
  desk_test_assert_rule (msk_print_desk_reserve (test->session, PAPER_SECRET, G_MAXUINT, &error) !=
                             0,
                         &error, MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, 99, 1, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  g_assert_cmpuint (reserve (test, 1), ==, 2 * RESERVED + 1);
  g_assert_cmpuint (reserve (test, 1), ==, 2 * RESERVED + 2);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  desk_test_assert_rule (msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error) != 0,
                         &error, MSK_RULE_ERROR_BEYOND_APPROVAL);
  desk_test_assert_balance (test);
}

static void
test_not_approved (DeskTest *test, gconstpointer unused)
{
  const MskPaperDraft draft = { "办发 3", "题", MSK_LEVEL_SECRET, "", "办公室", MSK_CAPACITY_ALL };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  gint64 paper;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  paper = msk_paper_desk_add (test->session, &draft, file, NULL, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (msk_print_desk_reserve (test->session, paper, 1, &error) != 0, &error,
                         MSK_RULE_ERROR_PAPER_NOT_APPROVED);
}

/* What the meeting can't number takes no tags of the appliance's either. */
static void
test_beyond_numbers (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 entries;

  desk_test_approve (test, PAPER_SECRET, MSK_PAPER_APPROVED_MAX - APPROVED, NULL);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  entries = desk_test_count_appliance_entries (test);
  assert_bad_value (msk_print_desk_reserve (test->session, PAPER_SECRET,
                                            MSK_PAPER_APPROVED_MAX - RESERVED, &error) != 0,
                    &error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries);
  reserve (test, 1);
}

static void
test_print (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;
  const guint pdfs = count_pdfs ();
  const guint first = reserve (test, 2);

  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 2);
  g_assert_cmpuint (result.uncertain, ==, 0);
  g_assert_cmpuint (result.left, ==, 0);
  g_assert_cmpuint (count_pdfs (), ==, pdfs + 2);
  for (guint number = first; number < first + 2; number++)
    {
      g_autoptr(MskCopy) copy = get_copy (test, number);
      g_autofree char *name = g_strdup_printf ("%09" G_GINT64_FORMAT ".pdf", copy->serial);
      g_autofree char *path = g_build_filename (desk_test_get_papers (), name, NULL);

      g_assert_cmpint (copy->attempt, ==, MSK_ATTEMPT_PRINTED);
      g_assert_cmpint (copy->state, ==, MSK_COPY_PRINTING);
      g_assert_cmpstr (copy->printer, ==, DESK_TEST_PRINTER);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }

  desk_test_assert_rule (desk_test_print (test, PAPER_SECRET, &result, NULL, &error), &error,
                         MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_assert_cmpuint (count_pdfs (), ==, pdfs + 2);
}

/* What the printer never had stays reserved, and is printed under the same number when the trouble
 * is over. */
static void
test_trouble (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;
  const guint first = reserve (test, 2);
  g_autoptr(MskCopy) second = get_copy (test, first + 1);
  g_autofree char *name = g_strdup_printf ("%09" G_GINT64_FORMAT ".pdf", second->serial);
  g_autofree char *path = g_build_filename (desk_test_get_papers (), name, NULL);
  g_autoptr(MskCopy) printed = NULL;
  g_autoptr(MskCopy) left = NULL;

  /* The folder is open to others: refused before the first sheet. */
  g_assert_cmpint (g_mkdir (desk_test_get_papers (), 0700), ==, 0);
  g_assert_cmpint (g_chmod (desk_test_get_papers (), 0755), ==, 0);
  desk_test_assert_rule (desk_test_print (test, PAPER_SECRET, &result, NULL, &error), &error,
                         MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_cmpuint (result.left, ==, 2);
  g_assert_cmpint (g_chmod (desk_test_get_papers (), 0700), ==, 0);

  /* The second copy can't be written. */
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  g_assert_false (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpuint (result.printed, ==, 1);
  g_assert_cmpuint (result.left, ==, 1);
  printed = get_copy (test, first);
  left = get_copy (test, first + 1);
  g_assert_cmpint (printed->attempt, ==, MSK_ATTEMPT_PRINTED);
  g_assert_cmpint (left->attempt, ==, MSK_ATTEMPT_RESERVED);
  desk_test_assert_balance (test);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 1);
}

static void
test_not_designated (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  reserve (test, 1);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_withdraw (test->session, DESK_TEST_PRINTER, &error));
  g_assert_false (msk_print_desk_withdraw (test->session, DESK_TEST_PRINTER, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (desk_test_print (test, PAPER_SECRET, &result, NULL, &error), &error,
                         MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED);
  desk_test_assert_rule (msk_vetting_desk_print_badge (test->session, PERSON_FIRST,
                                                       DESK_TEST_PRINTER, NULL, &error),
                         &error, MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED);
}

static void
test_designate (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) printers = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_print_desk_designate (test->session, DESK_TEST_PRINTER,
                                                   MSK_PRINTER_CUPS, "q", "x", &error),
                         &error, MSK_RULE_ERROR_EXISTS);
  assert_bad_value (msk_print_desk_designate (test->session, "", MSK_PRINTER_CUPS, "q", "x",
                                              &error),
                    &error);
  assert_bad_value (msk_print_desk_designate (test->session, "n", MSK_PRINTER_CUPS, NULL, "x",
                                              &error),
                    &error);
  assert_bad_value (msk_print_desk_designate (test->session, "n", MSK_PRINTER_CUPS, "q", " ",
                                              &error),
                    &error);
  assert_bad_value (msk_print_desk_designate (test->session, "a\nb", MSK_PRINTER_CUPS, "q", "x",
                                              &error),
                    &error);
  g_assert_true (
      msk_print_desk_designate (test->session, "二号", MSK_PRINTER_CUPS, "queue", "二楼", &error));
  g_assert_no_error (error);
  printers = msk_print_desk_list_printers (test->session, &error);
  g_assert_cmpuint (printers->len, ==, 2);
}

typedef struct
{
  DeskTest *test;
  GCancellable *cancellable;
  GAsyncResult *answer;
} Run;

static void
take_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Run *) user_data)->answer = g_object_ref (result);
}

static void
print_with (Run *run, MskPrintProgress progress, MskPrintResult *result, GError **error)
{
  const MskPrintWatch watch = { progress, NULL, run, NULL };

  msk_print_desk_print_async (run->test->session, PAPER_SECRET, DESK_TEST_PRINTER, &watch,
                              run->cancellable, take_answer_cb, run);
  while (run->answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (msk_print_desk_print_finish (run->test->session, run->answer, result, error));
  g_object_unref (run->answer);
}

static void
cancel_now (guint number, guint done, guint total, gpointer user_data)
{
  g_cancellable_cancel (((Run *) user_data)->cancellable);
}

static void
test_cancel (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Run run = { test, cancellable, NULL };
  MskPrintResult result;
  const guint first = reserve (test, 2);
  g_autoptr(MskCopy) printed = NULL;
  g_autoptr(MskCopy) left = NULL;

  print_with (&run, cancel_now, &result, &error);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  g_assert_cmpuint (result.printed, ==, 1);
  g_assert_cmpuint (result.left, ==, 1);
  printed = get_copy (test, first);
  left = get_copy (test, first + 1);
  g_assert_cmpint (printed->attempt, ==, MSK_ATTEMPT_PRINTED);
  g_assert_cmpint (left->attempt, ==, MSK_ATTEMPT_RESERVED);
}

static void
lock_now (guint number, guint done, guint total, gpointer user_data)
{
  msk_session_lock (((Run *) user_data)->test->session);
}

/* The idle lock while a batch is printing: it stops, and nobody prints or records without keys. */
static void
test_lock_while_printing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  Run run = { test, NULL, NULL };
  MskPrintResult result;
  const guint first = reserve (test, 2);
  const guint pdfs = count_pdfs ();
  g_autoptr(MskCopy) left = NULL;

  print_with (&run, lock_now, &result, &error);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
  g_assert_cmpuint (count_pdfs (), ==, pdfs + 1);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  left = get_copy (test, first + 1);
  g_assert_cmpint (left->attempt, ==, MSK_ATTEMPT_RESERVED);
}

static void
open_second (guint number, guint done, guint total, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  msk_session_open_meeting (((Run *) user_data)->test->session, 2, &error);
  g_assert_no_error (error);
}

/* A second meeting whose paper has the same id and waits to be printed too. */
static void
make_second_meeting (DeskTest *test)
{
  const MskMeetingDraft draft = {
    "会 2027-4", "第二个会议", MSK_LEVEL_SECRET, DESK_TEST_NOW, DESK_TEST_NOW + 60, "", "", ""
  };
  const MskPaperDraft paper = { "另 1", "题", MSK_LEVEL_SECRET, "", "办公室", MSK_CAPACITY_ALL };
  const MskCopyRequestDraft wanted = { 3, "会议用", "赵六", NULL };
  const MskApproval approval = { 3, "李四", "主任", "办公室", "批 1", 0, MSK_STANDING_COUNTY };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 2);
  g_assert_cmpint (msk_paper_desk_add (test->session, &paper, file, NULL, &error), ==,
                   PAPER_SECRET);
  g_assert_cmpint (msk_approval_desk_request (test->session, PAPER_SECRET, &wanted, &error), ==, 1);
  desk_test_sign_in_only (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_session_open_meeting (test->session, 2, &error));
  g_assert_true (msk_approval_desk_approve (test->session, 1, &approval, &error));
  desk_test_sign_in_only (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (msk_session_open_meeting (test->session, 2, &error));
  g_assert_cmpuint (reserve (test, 3), ==, 1);
  g_assert_true (msk_session_open_meeting (test->session, 1, &error));
  g_assert_no_error (error);
}

/* Somebody opens another meeting while the first one prints: the batch is the first one's, and
 * touches nothing of the second. */
static void
test_other_meeting_while_printing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) print_error = NULL;
  Run run = { test, NULL, NULL };
  MskPrintResult result;
  guint first, pdfs;
  gint64 entries;
  g_autoptr(MskCopy) printed = NULL;
  g_autoptr(MskCopy) left = NULL;

  make_second_meeting (test);
  first = reserve (test, 2);
  pdfs = count_pdfs ();
  g_assert_true (msk_session_open_meeting (test->session, 2, &error));
  entries = desk_test_count_entries (test);
  g_assert_true (msk_session_open_meeting (test->session, 1, &error));

  print_with (&run, open_second, &result, &print_error);
  g_assert_error (print_error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING);
  g_assert_cmpint (msk_session_get_meeting (test->session)->id, ==, 2);
  g_assert_cmpuint (count_pdfs (), ==, pdfs + 1);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  for (guint number = 1; number <= 3; number++)
    {
      g_autoptr(MskCopy) copy = get_copy (test, number);

      g_assert_cmpint (copy->attempt, ==, MSK_ATTEMPT_RESERVED);
    }

  g_assert_true (msk_session_open_meeting (test->session, 1, &error));
  g_assert_no_error (error);
  printed = get_copy (test, first);
  left = get_copy (test, first + 1);
  g_assert_cmpint (printed->attempt, ==, MSK_ATTEMPT_PRINTED);
  g_assert_cmpint (left->attempt, ==, MSK_ATTEMPT_RESERVED);
}

/* A job that was under way when the program stopped: nobody knows, and the register says so, once.
 */
static void
test_recovery (DeskTest *test, gconstpointer unused)
{
  const guint first = reserve (test, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) uncertain = NULL;
  g_autoptr(MskCopy) reserved = NULL;
  g_autofree char *sql =
      g_strdup_printf ("UPDATE attempt SET state = 'sent' WHERE copy_number = %u", first);
  gint64 entries;
  MskPrintResult result;

  desk_test_sql (test, sql);
  entries = desk_test_count_entries (test);
  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  uncertain = get_copy (test, first);
  reserved = get_copy (test, first + 1);
  g_assert_cmpint (uncertain->attempt, ==, MSK_ATTEMPT_UNCERTAIN);
  g_assert_cmpint (reserved->attempt, ==, MSK_ATTEMPT_RESERVED);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);

  /* It is not printed again, nor issued, until somebody has looked. */
  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_cmpuint (result.printed, ==, 1);
  {
    g_autofree char *code = desk_test_dup_copy_code (test, first, 1);

    desk_test_refuse (test, MSK_SCAN_ISSUE, code, "copy-uncertain", 1);
    desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
  }
}

static void
test_outcomes (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint first = reserve (test, 2);

  /* Not printed: nothing to confirm or to spoil. */
  desk_test_assert_rule (msk_print_desk_confirm (test->session, first, &error), &error,
                         MSK_RULE_ERROR_COPY_NOT_GOOD);
  desk_test_assert_rule (msk_print_desk_spoil (test->session, first, 0, "x", &error), &error,
                         MSK_RULE_ERROR_COPY_NOT_GOOD);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, first, &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  assert_bad_value (msk_print_desk_void (test->session, first, "", &error), &error);
  assert_bad_value (msk_print_desk_void (test->session, first, "two\nlines", &error), &error);
  g_assert_true (msk_print_desk_void (test->session, first, "不要了", &error));
  desk_test_assert_rule (msk_print_desk_void (test->session, first, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  g_assert_cmpint (desk_test_get_state (test, first), ==, MSK_COPY_VOID);

  /* Printed, and wrong. */
  desk_test_assert_rule (msk_print_desk_void (test->session, COPY_UNCHECKED, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  assert_bad_value (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, NULL, &error), &error);
  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "卡纸", &error));
  desk_test_assert_rule (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "x", &error),
                         &error, MSK_RULE_ERROR_COPY_SPOILED);
  desk_test_assert_rule (msk_print_desk_confirm (test->session, COPY_UNCHECKED, &error), &error,
                         MSK_RULE_ERROR_COPY_SPOILED);
  desk_test_assert_rule (msk_print_desk_void (test->session, COPY_UNCHECKED, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);

  /* Good, and given out. */
  desk_test_assert_rule (msk_print_desk_confirm (test->session, COPY_GOOD, &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  desk_test_assert_rule (msk_print_desk_void (test->session, COPY_GOOD, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_assert_rule (msk_print_desk_spoil (test->session, COPY_GOOD, 0, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_ISSUED);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, COPY_GOOD, &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  desk_test_assert_balance (test);
}

/* The same number again, with a new tag, when nothing came out; and never more good copies than
 * approved, by no way round. */
static void
test_reprint (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint given_up = reserve (test, 1);
  g_autoptr(MskCopy) before = get_copy (test, given_up);
  g_autoptr(MskCopy) after = NULL;
  MskPrintResult result;
  MskBalance balance;

  g_assert_true (msk_print_desk_void (test->session, given_up, "不要了", &error));
  reserve (test, 2);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, given_up, &error), &error,
                         MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_assert_true (msk_print_desk_void (test->session, given_up + 2, "不要了", &error));
  g_assert_true (msk_print_desk_reprint (test->session, given_up, &error));
  g_assert_no_error (error);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, given_up + 2, &error), &error,
                         MSK_RULE_ERROR_BEYOND_APPROVAL);

  after = get_copy (test, given_up);
  g_assert_cmpint (after->serial, !=, before->serial);
  g_assert_cmpint (after->state, ==, MSK_COPY_PRINTING);
  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_cmpuint (result.printed, ==, 2);
  for (guint number = COPY_UNCHECKED; number <= COPY_UNCHECKED + 1; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  for (guint number = 2 * RESERVED + 1; number <= 2 * RESERVED + 2; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  g_assert_no_error (error);
  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &balance, &error));
  g_assert_cmpuint (balance.good, ==, APPROVED);
  g_assert_true (msk_balance_holds (&balance));
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/print/" name, DeskTest, NULL, desk_test_set_up_inside, function,              \
              desk_test_tear_down)
  ADD ("numbers-are-reserved-within-the-approval", test_reserve);
  ADD ("nothing-is-reserved-without-approval", test_not_approved);
  ADD ("a-number-beyond-all-takes-no-tags", test_beyond_numbers);
  ADD ("one-file-a-copy", test_print);
  ADD ("trouble-leaves-the-rest-reserved", test_trouble);
  ADD ("only-on-designated-printers", test_not_designated);
  ADD ("a-designated-printer-has-name-target-and-place", test_designate);
  ADD ("stops-between-two-copies", test_cancel);
  ADD ("a-lock-stops-it", test_lock_while_printing);
  ADD ("another-meeting-is-not-printed-into", test_other_meeting_while_printing);
  ADD ("what-was-under-way-becomes-uncertain", test_recovery);
  ADD ("each-outcome-once", test_outcomes);
  ADD ("a-reprint-stays-within-the-approval", test_reprint);
#undef ADD
  return desk_test_run ();
}
