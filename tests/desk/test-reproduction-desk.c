/* Copies of copies (C2): leave of their own, numbers under their parent, recalled with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-approval-desk.h"
#include "msk-error.h"
#include "msk-plan-desk.h"
#include "msk-recall-desk.h"
#include "msk-reproduction-desk.h"
#include "msk-sweep-desk.h"

#include "desk-test.h"

#define CHILD(ordinal) msk_copy_number_get_child (COPY_GOOD, ordinal)

static const MskApproval approval = { 2, "李四", "主任", "办公室", "批 9", 0, MSK_STANDING_COUNTY };

static MskCopyRequestDraft
make_draft (guint parent, guint copies)
{
  return (MskCopyRequestDraft){ copies, "会后传达", "赵六", NULL, parent, "市文印中心" };
}

/* As the organiser; the request's id, or 0. */
static gint64
ask (DeskTest *test, guint parent, guint copies, GError **error)
{
  const MskCopyRequestDraft draft = make_draft (parent, copies);

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  return msk_approval_desk_request (test->session, PAPER_SECRET, &draft, error);
}

/* Leave for so many copies of a copy; the desk clerk is signed in afterwards. */
static gint64
allow (DeskTest *test, guint parent, guint copies)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = ask (test, parent, copies, &error);
  MskApproval given = approval;

  g_assert_no_error (error);
  given.copies = copies;
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_approval_desk_approve (test->session, id, &given, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  return id;
}

/* Numbers under a copy, printed and found good by their tags; the first. */
static guint
make_good (DeskTest *test, guint parent, guint count)
{
  g_autoptr(GError) error = NULL;
  const guint first = msk_reproduction_desk_reserve (test->session, parent, count, &error);

  g_assert_no_error (error);
  g_assert_true (desk_test_print (test, PAPER_SECRET, NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < count; i++)
    {
      const guint number =
          msk_copy_number_get_child (parent, msk_copy_number_get_ordinal (first) + i);
      g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

      desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
    }
  return first;
}

static MskCopy *
get_copy (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  MskCopy *copy = msk_print_desk_get_copy (test->session, number, &error);

  g_assert_no_error (error);
  return copy;
}

static void
assert_recall (DeskTest *test, guint number, MskCopyState state, MskRecall recall)
{
  g_autoptr(MskCopy) copy = get_copy (test, number);

  g_assert_cmpint (copy->state, ==, state);
  g_assert_cmpint (copy->recall, ==, recall);
}

static void
recall (DeskTest *test, guint number, guint expected)
{
  g_autoptr(GError) error = NULL;
  MskRecallForecast forecast;
  guint recalled;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_recall_desk_foresee_recall (test->session, number, &forecast, &error));
  g_assert_cmpuint (forecast.recalled, ==, expected);
  g_assert_true (msk_recall_desk_recall (test->session, number, "上级要求", &recalled, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recalled, ==, expected);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

/* Approved, printed, scanned, issued, returned: counted by the same states as any copy. */
static void
test_whole_life (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(GPtrArray) copies = NULL;
  g_autofree char *code = NULL;
  MskBalance balance;
  guint granted, room;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  allow (test, COPY_GOOD, 2);
  g_assert_cmpuint (make_good (test, COPY_GOOD, 1), ==, CHILD (1));
  g_assert_true (
      msk_reproduction_desk_get_leave (test->session, COPY_GOOD, &granted, &room, &error));
  g_assert_cmpuint (granted, ==, 2);
  g_assert_cmpuint (room, ==, 1);
  g_assert_cmpuint (make_good (test, COPY_GOOD, 1), ==, CHILD (2));
  desk_test_issue (test, PERSON_SECOND, CHILD (1));
  g_assert_cmpint (desk_test_get_state (test, CHILD (1)), ==, MSK_COPY_HELD);
  code = desk_test_dup_copy_code (test, CHILD (1), 2);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");

  paper = msk_paper_desk_get (test->session, PAPER_SECRET, &error);
  g_assert_cmpuint (paper->approved, ==, APPROVED);
  g_assert_cmpuint (paper->reproductions_approved, ==, 2);
  g_assert_cmpuint (paper->reproductions_allocated, ==, 2);
  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &balance, &error));
  g_assert_cmpuint (balance.approved, ==, APPROVED + 2);
  g_assert_cmpuint (balance.allocated, ==, RESERVED + 2);
  g_assert_cmpuint (balance.good, ==, GOOD + 2);
  g_assert_cmpuint (balance.reproductions_good, ==, 2);
  desk_test_assert_balance (test);

  /* Where they stand in the register: right behind their parent. */
  copies = msk_print_desk_list_copies (test->session, PAPER_SECRET, &error);
  g_assert_cmpuint (MSK_COPY (copies->pdata[0])->number, ==, COPY_GOOD);
  g_assert_cmpuint (MSK_COPY (copies->pdata[1])->number, ==, CHILD (1));
  g_assert_cmpuint (MSK_COPY (copies->pdata[2])->number, ==, CHILD (2));
  g_assert_cmpuint (MSK_COPY (copies->pdata[3])->number, ==, COPY_GOOD + 1);
}

static void
assert_no_numbers (DeskTest *test, guint parent, guint count, GQuark domain, int code)
{
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, parent, count, &error), ==, 0);
  g_assert_error (error, domain, code);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* Leave for the paper, for a copy and for another copy are three things. */
static void
test_leave_of_its_own (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  /* The paper's approval has room for two more numbers. */
  assert_no_numbers (test, COPY_GOOD, 1, MSK_RULE_ERROR, MSK_RULE_ERROR_REPRODUCTION_NOT_APPROVED);
  allow (test, COPY_GOOD, 2);
  assert_no_numbers (test, COPY_GOOD, 3, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
  assert_no_numbers (test, COPY_GOOD, 0, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  assert_no_numbers (test, COPY_GOOD + 1, 1, MSK_RULE_ERROR,
                     MSK_RULE_ERROR_REPRODUCTION_NOT_APPROVED);
  assert_no_numbers (test, 99, 1, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);

  /* Nor does it raise what the paper may have. */
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 3, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_clear_error (&error);
  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, COPY_GOOD, 2, &error), ==,
                    CHILD (1));
  g_assert_no_error (error);
  assert_no_numbers (test, COPY_GOOD, 1, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 2, &error), !=, 0);
  g_assert_no_error (error);
  desk_test_assert_balance (test);
}

/* A void number leaves room under its approval, and is never given again. */
static void
test_void_number (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  allow (test, COPY_GOOD, 1);
  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, COPY_GOOD, 1, &error), ==,
                    CHILD (1));
  g_assert_true (msk_print_desk_void (test->session, CHILD (1), "不要了", &error));
  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, COPY_GOOD, 1, &error), ==,
                    CHILD (2));
  g_assert_no_error (error);
  g_assert_false (msk_print_desk_reprint (test->session, CHILD (1), &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL);
  desk_test_assert_balance (test);
}

static void
test_deciders (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskApproval own = approval;
  const gint64 id = ask (test, COPY_GOOD, 2, &error);

  g_assert_no_error (error);
  g_assert_false (msk_approval_desk_approve (test->session, id, &own, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  own.authority = "赵六";
  g_assert_false (msk_approval_desk_approve (test->session, id, &own, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  own = approval;
  own.copies = 3;
  g_assert_false (msk_approval_desk_approve (test->session, id, &own, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_REQUEST);
  g_clear_error (&error);
  own = approval;
  own.standing = MSK_STANDING_UNIT;
  g_assert_false (msk_approval_desk_approve (test->session, id, &own, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY);
}

static void
assert_not_asked (DeskTest *test, const MskCopyRequestDraft *draft, GQuark domain, int code)
{
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (msk_approval_desk_request (test->session, PAPER_SECRET, draft, &error), ==, 0);
  g_assert_error (error, domain, code);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* Only a genuine copy of the paper that exists is copied, and the organ's name can be printed. */
static void
test_parents (DeskTest *test, gconstpointer unused)
{
  MskCopyRequestDraft draft = make_draft (COPY_UNCHECKED, 1);
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_print_desk_spoil (test->session, COPY_GOOD + 1, 0, "卡纸", &error));
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  assert_not_asked (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_NOT_GOOD);
  draft.parent = COPY_GOOD + 1;
  assert_not_asked (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_SPOILED);
  draft.parent = COPY_UNCHECKED + 1;
  assert_not_asked (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_VOID);
  draft.parent = OTHER_COPY_GOOD;
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  /* Another meeting's number is none of this one. */
  draft.parent = 777;
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  draft.parent = CHILD (1);
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  draft = make_draft (COPY_GOOD, 1);
  draft.copier = " ";
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  draft.copier = "市\n中心";
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  draft.copier =
      "市委市政府市人大市政协市纪委市委办公厅市政府办公厅联合机要文印保密技术服务中心第二分部";
  assert_not_asked (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

/* What was asked and allowed before does not outlive the parent. */
static void
test_parent_lost_since (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 open = ask (test, COPY_GOOD, 2, &error);

  g_assert_no_error (error);
  allow (test, COPY_GOOD, 2);
  recall (test, COPY_GOOD, 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_false (msk_approval_desk_approve (test->session, open, &approval, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  assert_no_numbers (test, COPY_GOOD, 1, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
}

/* A copy of a copy of a copy is the last. */
static void
test_depth (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tree = NULL;
  MskCopyRequestDraft draft;
  guint grandchild;

  allow (test, COPY_GOOD, 2);
  make_good (test, COPY_GOOD, 2);
  allow (test, CHILD (1), 1);
  grandchild = make_good (test, CHILD (1), 1);
  g_assert_cmpuint (grandchild, ==, msk_copy_number_get_child (CHILD (1), 1));

  tree = msk_reproduction_desk_list_tree (test->session, COPY_GOOD, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tree->len, ==, 4);
  g_assert_cmpuint (MSK_COPY (tree->pdata[0])->number, ==, COPY_GOOD);
  g_assert_cmpuint (MSK_COPY (tree->pdata[1])->number, ==, CHILD (1));
  g_assert_cmpuint (MSK_COPY (tree->pdata[2])->number, ==, grandchild);
  g_assert_cmpuint (MSK_COPY (tree->pdata[3])->number, ==, CHILD (2));

  draft = make_draft (grandchild, 1);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  assert_not_asked (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_COPIED_FURTHER);
}

/* Numbers that were reserved before their parent was spoiled are not printed any more. */
static void
test_orphans (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) child = NULL;

  allow (test, COPY_GOOD, 1);
  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, COPY_GOOD, 1, &error), ==,
                    CHILD (1));
  g_assert_true (msk_print_desk_spoil (test->session, COPY_GOOD, 0, "撕坏", &error));
  g_assert_false (desk_test_print (test, PAPER_SECRET, NULL, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_SPOILED);
  child = msk_print_desk_get_copy (test->session, CHILD (1), NULL);
  g_assert_cmpint (child->attempt, ==, MSK_ATTEMPT_RESERVED);
}

/* A recall reaches all that was made from the copy, also what is not printed yet, and nothing else.
 */
static void
test_recall (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) out = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *held = NULL;
  MskRecallForecast forecast;
  guint grandchild;

  allow (test, COPY_GOOD, 3);
  make_good (test, COPY_GOOD, 2);
  allow (test, CHILD (1), 1);
  grandchild = make_good (test, CHILD (1), 1);
  g_assert_cmpuint (msk_reproduction_desk_reserve (test->session, COPY_GOOD, 1, &error), ==,
                    CHILD (3));
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, CHILD (1));
  desk_test_issue (test, PERSON_THIRD, grandchild);
  g_assert_true (msk_recall_desk_foresee_recall (test->session, COPY_GOOD, &forecast, &error));
  g_assert_cmpuint (forecast.given_up, ==, 1);
  g_assert_cmpuint (forecast.out, ==, 3);
  recall (test, COPY_GOOD, 4);

  assert_recall (test, COPY_GOOD, MSK_COPY_HELD, MSK_RECALL_ORDERED);
  assert_recall (test, CHILD (1), MSK_COPY_HELD, MSK_RECALL_PARENT);
  assert_recall (test, grandchild, MSK_COPY_HELD, MSK_RECALL_PARENT);
  assert_recall (test, CHILD (2), MSK_COPY_IN_STORE, MSK_RECALL_PARENT);
  assert_recall (test, CHILD (3), MSK_COPY_VOID, MSK_RECALL_NONE);
  assert_recall (test, COPY_GOOD + 1, MSK_COPY_IN_STORE, MSK_RECALL_NONE);
  out = msk_recall_desk_list (test->session, 0, &error);
  g_assert_cmpuint (out->len, ==, 3);

  stored = desk_test_dup_copy_code (test, CHILD (2), 1);
  held = desk_test_dup_copy_code (test, grandchild, 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, stored, "copy-recalled", 1);
  desk_test_expect (test, MSK_SCAN_RETURN, held, "returned");
  g_assert_false (msk_print_desk_reprint (test->session, CHILD (3), &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
  /* Nor one that was recalled itself, once its sheets are spoiled. */
  g_clear_error (&error);
  g_assert_true (msk_print_desk_spoil (test->session, CHILD (2), 0, "撕坏", &error));
  g_assert_false (msk_print_desk_reprint (test->session, CHILD (2), &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
  desk_test_sql_refused (test, "UPDATE copy SET state = 'printing' WHERE number = 3000001");
  desk_test_sql_refused (test, "UPDATE copy SET state = 'held', holder_id = 1 WHERE number = "
                               "2000001");
  desk_test_assert_balance (test);
}

static void
test_recall_refused (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 entries;

  g_assert_false (msk_recall_desk_recall (test->session, COPY_GOOD, "因", NULL, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  recall (test, COPY_GOOD, 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  entries = desk_test_count_entries (test);
  g_assert_false (msk_recall_desk_recall (test->session, COPY_GOOD, "因", NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
  g_clear_error (&error);
  g_assert_false (msk_recall_desk_recall (test->session, COPY_GOOD + 1, " ", NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_recall_desk_recall (test->session, COPY_UNCHECKED + 1, "因", NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_VOID);
  g_clear_error (&error);
  g_assert_false (msk_recall_desk_recall (test->session, 99, "因", NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* A narrower scope calls back what was made from the copy of somebody who is outside it now. */
static void
test_narrower_scope (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) readers = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 second = PERSON_SECOND;
  MskScopeDraft scope = { .readers = readers, .reason = "上级要求" };
  guint recalled;

  allow (test, COPY_GOOD, 1);
  make_good (test, COPY_GOOD, 1);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, CHILD (1));
  g_array_append_val (readers, second);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_recall_desk_narrow (test->session, PAPER_SECRET, &scope, &recalled, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recalled, ==, 2);
  assert_recall (test, COPY_GOOD, MSK_COPY_HELD, MSK_RECALL_SCOPE);
  assert_recall (test, CHILD (1), MSK_COPY_HELD, MSK_RECALL_PARENT);
}

/* Nobody holds a paper twice, be it as a copy of a copy; a plan names such a copy only by hand. */
static void
test_one_paper_a_person (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *code = NULL;
  guint planned, without;

  allow (test, COPY_GOOD, 1);
  make_good (test, COPY_GOOD, 1);
  code = desk_test_dup_copy_code (test, CHILD (1), 1);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, code, "already-holds-paper");

  g_assert_true (msk_plan_desk_make (test->session, PAPER_SECRET, &planned, &without, &error));
  g_assert_no_error (error);
  lines = msk_plan_desk_list (test->session, PAPER_SECRET, &error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);

      if (line->number == CHILD (1))
        g_assert_cmpint (line->planned_id, ==, 0);
    }
  g_assert_true (msk_plan_desk_set (test->session, CHILD (1), PERSON_SECOND, &error));
  g_assert_no_error (error);
}

/* An issue that is taken back leaves the copy in store under its own number. */
static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *code = NULL;
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) undone = NULL;

  allow (test, COPY_GOOD, 1);
  make_good (test, COPY_GOOD, 1);
  code = desk_test_dup_copy_code (test, CHILD (1), 1);
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  g_assert_cmpuint (issued->number, ==, CHILD (1));
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->number, ==, CHILD (1));
  g_assert_cmpint (desk_test_get_state (test, CHILD (1)), ==, MSK_COPY_IN_STORE);
}

/* The sweep looks for parent and child alike. */
static void
test_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *code = NULL;
  guint found = 0;

  allow (test, COPY_GOOD, 1);
  make_good (test, COPY_GOOD, 1);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, CHILD (1));
  recall (test, COPY_GOOD, 2);
  for (guint number = COPY_UNCHECKED; number <= RESERVED; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  for (guint number = OTHER_COPY_UNCHECKED; number <= 2 * RESERVED; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  code = desk_test_dup_copy_code (test, CHILD (1), 1);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);

  lines = msk_sweep_desk_list (test->session, FALSE, &error);
  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = msk_sweep_line_dup_number (line);

      if (line->kind != MSK_SWEEP_COPY || line->expected != MSK_COPY_HELD)
        continue;
      g_assert_cmpstr (number, ==, found == 0 ? "000001" : "000001/1");
      found++;
    }
  g_assert_cmpuint (found, ==, 2);
  desk_test_expect (test, MSK_SCAN_SWEEP, code, "second-sighting");
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, CHILD (1), "沙发下", &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, CHILD (1)), ==, MSK_COPY_RETURNED);
  desk_test_assert_balance (test);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/reproduction/" name, DeskTest, NULL, desk_test_set_up_inside, function,       \
              desk_test_tear_down)
  ADD ("from-leave-to-return", test_whole_life);
  ADD ("leave-of-its-own", test_leave_of_its_own);
  ADD ("a-void-number-is-not-given-again", test_void_number);
  ADD ("never-decided-by-who-asks", test_deciders);
  ADD ("of-genuine-copies-alone", test_parents);
  ADD ("not-of-a-parent-recalled-since", test_parent_lost_since);
  ADD ("two-below-the-paper's-own", test_depth);
  ADD ("not-printed-without-their-parent", test_orphans);
  ADD ("recalled-with-the-parent", test_recall);
  ADD ("recalls-that-are-refused", test_recall_refused);
  ADD ("recalled-by-a-narrower-scope", test_narrower_scope);
  ADD ("one-paper-a-person", test_one_paper_a_person);
  ADD ("undo", test_undo);
  ADD ("in-the-sweep", test_sweep);
#undef ADD
  return desk_test_run ();
}
