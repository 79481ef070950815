/* Leave to copy: asked for by one, decided by another, counted and kept to its place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "desk-test.h"

#define UPSTAIRS "三楼"
#define UPSTAIRS_PRINTER "三楼打印机"

static const MskCopyRequestDraft draft = { 3, "补发列席人员", "赵六", NULL };
static const MskApproval approval = { 3, "李四", "主任", "办公室", "批 1", 0, MSK_STANDING_COUNTY };

/* As the organiser; leaves the leader signed in. */
static gint64
ask (DeskTest *test, gint64 paper_id, const MskCopyRequestDraft *wanted)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  id = msk_approval_desk_request (test->session, paper_id, wanted, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  return id;
}

static void
assert_refused (DeskTest *test, gint64 id, const MskApproval *wrong, GQuark domain, int code)
{
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopyRequest) request = NULL;

  g_assert_false (msk_approval_desk_approve (test->session, id, wrong, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  g_clear_error (&error);
  request = msk_approval_desk_get (test->session, id, &error);
  if (request != NULL)
    g_assert_cmpint (request->state, ==, MSK_REQUEST_OPEN);
}

/* C1: Top Secret is copied by leave of the organ that issued it, and of no other. */
static void
test_authority (DeskTest *test, gconstpointer unused)
{
  const MskPaperDraft paper_draft = { "绝 1", "题",   MSK_LEVEL_TOP_SECRET,
                                      "",     "中央", MSK_CAPACITY_ALL };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  MskApproval wrong = approval;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;
  gint64 id, first, second, entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  id = msk_paper_desk_add (test->session, &paper_draft, file, NULL, &error);
  g_assert_no_error (error);
  first = ask (test, id, &draft);
  second = ask (test, id, &draft);
  entries = desk_test_count_entries (test);
  assert_refused (test, first, &wrong, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY);
  wrong.organ = "中央";
  wrong.copies = 0;
  assert_refused (test, first, &wrong, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  wrong.copies = 3;
  assert_refused (test, 99, &wrong, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);

  g_assert_true (msk_approval_desk_approve (test->session, first, &wrong, &error));
  wrong.copies = 2;
  g_assert_true (msk_approval_desk_approve (test->session, second, &wrong, &error));
  g_assert_no_error (error);
  paper = msk_paper_desk_get (test->session, id, &error);
  g_assert_cmpuint (paper->approved, ==, 5);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
}

static void
test_same_person (DeskTest *test, gconstpointer unused)
{
  MskApproval own = approval;
  const gint64 id = ask (test, PAPER_SECRET, &draft);

  own.authority = "赵 六";
  assert_refused (test, id, &own, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
}

static void
test_limits (DeskTest *test, gconstpointer unused)
{
  MskApproval wrong = approval;
  const gint64 id = ask (test, PAPER_SECRET, &draft);

  wrong.copies = 4;
  assert_refused (test, id, &wrong, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_REQUEST);
  wrong = approval;
  wrong.place = "街上";
  assert_refused (test, id, &wrong, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  wrong.place = "一\n楼";
  assert_refused (test, id, &wrong, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  wrong = approval;
  wrong.decided_at = DESK_TEST_NOW + 2 * 86400;
  assert_refused (test, id, &wrong, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME);
}

static void
test_bad_requests (DeskTest *test, gconstpointer unused)
{
  static const MskCopyRequestDraft wrong[] = {
    { 0, "会议用", "赵六", NULL },   { 3, " ", "赵六", NULL },
    { 3, "会议用", "", NULL },       { 3, "会\n用", "赵六", NULL },
    { 3, "会议用", "赵六", "街上" }, { 3, "会议用", "赵六", "一\t楼" },
  };
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_approval_desk_request (test->session, PAPER_SECRET, &wrong[i], &error),
                       ==, 0);
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
  {
    g_autoptr(GError) error = NULL;

    g_assert_cmpint (msk_approval_desk_request (test->session, 99, &draft, &error), ==, 0);
    g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

static void
test_refusal (DeskTest *test, gconstpointer unused)
{
  const gint64 id = ask (test, PAPER_SECRET, &draft);
  g_autoptr(MskCopyRequest) request = NULL;
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_approval_desk_refuse (test->session, id, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_approval_desk_refuse (test->session, id, "无此必要", &error));
  g_assert_no_error (error);
  g_assert_false (msk_approval_desk_approve (test->session, id, &approval, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_clear_error (&error);
  g_assert_false (msk_approval_desk_refuse (test->session, id, "还是不行", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_clear_error (&error);

  request = msk_approval_desk_get (test->session, id, &error);
  g_assert_cmpint (request->state, ==, MSK_REQUEST_REFUSED);
  g_assert_cmpstr (request->reason, ==, "无此必要");
  paper = msk_paper_desk_get (test->session, PAPER_SECRET, &error);
  g_assert_cmpuint (paper->approved, ==, APPROVED);
}

/* Twelve approved, ten numbers given: what one of the ten is or may become decides whether a third
 * further number fits. */
static const struct
{
  const char *state;
  const char *attempt;
  gboolean counted;
} states[] = {
  { "printing", "reserved", TRUE }, { "printing", "sent", TRUE }, { "printing", "uncertain", TRUE },
  { "printing", "printed", TRUE },  { "in-store", "good", TRUE }, { "held", "good", TRUE },
  { "printing", "absent", TRUE },   { "away", "good", TRUE },     { "returned", "good", TRUE },
  { "spoiled", "spoiled", FALSE },  { "void", "void", FALSE },    { "destroyed", "good", TRUE },
  { "missing", "good", TRUE },
};

static void
test_limit_counts (DeskTest *test, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO spoilage SELECT NULL, serial, number, 'spoiled', 1, "
          "'纸卡', '', 0, 'clerk'"
          " FROM copy WHERE number = %d AND '%s' = 'spoiled';"
          "INSERT INTO permit SELECT 1, number, 1, '机要室', '周同', '批 1', 1, '张三', '李四', 0, "
          "'leader'"
          " FROM copy WHERE number = %d AND '%s' = 'away';"
          "INSERT INTO permit_take SELECT id, '张三', '李四', 0, 'clerk' FROM permit "
          "WHERE copy_number = %d;"
          "UPDATE copy SET state = '%s', holder_id = 1 WHERE number = %d;"
          "UPDATE attempt SET state = '%s' WHERE copy_number = %d",
          COPY_UNCHECKED, states[i].state, COPY_UNCHECKED, states[i].state, COPY_UNCHECKED,
          states[i].state, COPY_UNCHECKED, states[i].attempt, COPY_UNCHECKED);
      g_autoptr(GError) error = NULL;
      guint first;

      desk_test_tear_down (test, NULL);
      desk_test_set_up (test, NULL);
      g_test_message ("%s, %s", states[i].state, states[i].attempt);
      desk_test_sql (test, sql);
      first = msk_print_desk_reserve (test->session, PAPER_SECRET, APPROVED - RESERVED + 1, &error);
      if (states[i].counted)
        {
          g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
          g_clear_error (&error);
          first = msk_print_desk_reserve (test->session, PAPER_SECRET, APPROVED - RESERVED, &error);
        }
      g_assert_no_error (error);
      g_assert_cmpuint (first, ==, 2 * RESERVED + 1);
    }
}

static void
add_printer_upstairs (DeskTest *test)
{
  g_autofree char *folder = g_strconcat (desk_test_get_papers (), "/upstairs", NULL);
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_designate (test->session, UPSTAIRS_PRINTER, MSK_PRINTER_FOLDER,
                                           folder, UPSTAIRS, &error));
  g_assert_no_error (error);
}

static guint
reserve (DeskTest *test, guint count)
{
  g_autoptr(GError) error = NULL;
  guint first;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  first = msk_print_desk_reserve (test->session, PAPER_SECRET, count, &error);
  g_assert_no_error (error);
  return first;
}

/* M6: numbers go under the oldest approval first, and each is printed at its approval's place. */
static void
test_place (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopyRequest) request = NULL;
  MskPrintResult result = { 0 };
  gint64 upstairs;
  guint first;

  add_printer_upstairs (test);
  upstairs = desk_test_approve (test, PAPER_SECRET, 2, UPSTAIRS);
  first = reserve (test, APPROVED - RESERVED + 2);
  request = msk_approval_desk_get (test->session, upstairs, &error);
  g_assert_cmpuint (request->live, ==, 2);
  g_assert_cmpstr (request->place, ==, UPSTAIRS);

  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, APPROVED - RESERVED);
  g_assert_cmpuint (result.left, ==, 0);
  g_assert_false (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PLACE_NOT_APPROVED);
  g_clear_error (&error);
  g_assert_cmpuint (result.printed, ==, 0);
  g_assert_cmpint (desk_test_get_state (test, first + 2), ==, MSK_COPY_PRINTING);

  g_assert_true (desk_test_print_on (test, PAPER_SECRET, UPSTAIRS_PRINTER, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 2);
}

/* A number that was given up goes on under its own approval only, however much room another has. */
static void
test_reprint (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  guint first;

  first = reserve (test, APPROVED - RESERVED);
  g_assert_true (msk_print_desk_void (test->session, first, "不要了", &error));
  reserve (test, 1);
  desk_test_approve (test, PAPER_SECRET, 1, NULL);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_false (msk_print_desk_reprint (test->session, first, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_clear_error (&error);
  g_assert_true (msk_print_desk_void (test->session, first + 1, "不要了", &error));
  g_assert_true (msk_print_desk_reprint (test->session, first, &error));
  g_assert_no_error (error);
  desk_test_assert_balance (test);
}

/* The decision may name another place than was asked for; without one that of the request holds. */
static void
test_place_of_decision (DeskTest *test, gconstpointer unused)
{
  MskCopyRequestDraft wanted = draft;
  MskApproval decided = approval;
  g_autoptr(MskCopyRequest) kept = NULL;
  g_autoptr(MskCopyRequest) changed = NULL;
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GError) error = NULL;
  gint64 first, second;

  add_printer_upstairs (test);
  wanted.place = UPSTAIRS;
  first = ask (test, PAPER_SECRET, &wanted);
  second = ask (test, PAPER_SECRET, &wanted);
  g_assert_true (msk_approval_desk_approve (test->session, first, &decided, &error));
  decided.place = "一楼";
  g_assert_true (msk_approval_desk_approve (test->session, second, &decided, &error));
  g_assert_no_error (error);
  kept = msk_approval_desk_get (test->session, first, &error);
  changed = msk_approval_desk_get (test->session, second, &error);
  g_assert_cmpstr (kept->place, ==, UPSTAIRS);
  g_assert_cmpstr (changed->place, ==, "一楼");
  g_assert_cmpstr (changed->asked_place, ==, UPSTAIRS);
  places = msk_approval_desk_list_places (test->session, &error);
  g_assert_cmpuint (places->len, ==, 2);
}

/* The sheet is a PDF, and that it was made is in the ledger. */
static void
test_sheet (DeskTest *test, gconstpointer unused)
{
  const gint64 open = ask (test, PAPER_SECRET, &draft);
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;
  gint64 requests[] = { 1, open };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr(GBytes) sheet = msk_report_desk_make_as (test->session, MSK_REPORT_APPROVAL,
                                                          requests[i], MSK_REPORT_PDF, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (sheet, NULL), "%PDF-"));
    }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  g_assert_null (
      msk_report_desk_make_as (test->session, MSK_REPORT_APPROVAL, 99, MSK_REPORT_PDF, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/approval/" name, DeskTest, NULL, desk_test_set_up, function,                  \
              desk_test_tear_down)
  ADD ("is-the-authoritys-and-adds-up", test_authority);
  ADD ("is-never-by-who-asked", test_same_person);
  ADD ("stays-within-the-request", test_limits);
  ADD ("incomplete-requests-are-refused", test_bad_requests);
  ADD ("a-refusal-has-a-reason-and-stays", test_refusal);
  ADD ("the-limit-counts-every-state-that-may-be-a-copy", test_limit_counts);
  ADD ("copies-are-printed-at-its-place-alone", test_place);
  ADD ("a-number-goes-on-under-its-own", test_reprint);
  ADD ("its-place-is-that-of-the-request-unless-decided-otherwise", test_place_of_decision);
  ADD ("its-sheet-is-on-record", test_sheet);
#undef ADD
  return desk_test_run ();
}
