/* Copies that are brought back and counted: by whose rule, in full, in part, too many; the rest
 * that comes later; what belongs together; and that nothing hides missing pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-history-desk.h"
#include "msk-custody-desk.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"
#include "msk-incident-desk.h"
#include "msk-return-desk.h"

#include "desk-test.h"
#include "incident-test.h"

static void
set_rule (DeskTest *test, MskCountRule rule)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_return_desk_set_rule (test->session, PAPER_SECRET, rule, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_clear_object (&test->desk);
}

/* The Secret paper is counted; the first person holds its first copy. */
static void
set_up_counted (DeskTest *test, gconstpointer unused)
{
  desk_test_set_up_inside (test, NULL);
  set_rule (test, MSK_COUNT_RULE_ALWAYS);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_now += 60;
}

static MskScanDesk *
get_desk (DeskTest *test)
{
  if (test->desk == NULL || msk_scan_desk_get_mode (test->desk) != MSK_SCAN_RETURN)
    {
      g_clear_object (&test->desk);
      test->desk = msk_scan_desk_new (test->session, MSK_SCAN_RETURN);
    }
  return test->desk;
}

static MskVerdict *
count_as (DeskTest *test, guint number, guint pages, MskCondition condition, const char *remark)
{
  const MskPageCount counted = { pages, condition, remark };
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_scan_desk_count (get_desk (test), number, &counted, &error);

  g_assert_no_error (error);
  desk_test_assert_balance (test);
  return verdict;
}

static void
count (DeskTest *test, guint number, guint pages, const char *code)
{
  g_autoptr(MskVerdict) verdict = count_as (test, number, pages, MSK_CONDITION_WHOLE, "");

  g_assert_cmpstr (verdict->code, ==, code);
}

static void
scan (DeskTest *test, guint number, const char *code)
{
  g_autofree char *text = desk_test_dup_copy_code (test, number, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (get_desk (test), text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, code);
}

static void
assert_copy (DeskTest *test, guint number, MskCopyState state, guint back)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) copy = msk_print_desk_get_copy (test->session, number, &error);

  g_assert_no_error (error);
  g_assert_cmpint (copy->state, ==, state);
  g_assert_cmpuint (copy->pages_back, ==, back);
}

static void
test_scan_changes_nothing (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  const gint64 entries = desk_test_count_entries (test);
  g_autofree char *text = desk_test_dup_copy_code (test, COPY_GOOD, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (get_desk (test), text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "pages-uncounted");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_WAITING);
  g_assert_cmpint (verdict->movement_id, ==, 0);
  g_assert_cmpint (verdict->attendee_id, ==, PERSON_FIRST);
  /* Blind: of the three pages nothing is told. */
  g_assert_null (strpbrk (verdict->text, "3三"));
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, COPY_GOOD);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  /* Another page of it asks the same; another copy does not wait for this one, which is told. */
  scan (test, COPY_GOOD, "pages-uncounted");
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  g_clear_object (&test->desk);
  scan (test, COPY_GOOD, "pages-uncounted");
  g_free (text);
  text = desk_test_dup_copy_code (test, OTHER_COPY_GOOD, 1);
  g_clear_object (&verdict);
  verdict = msk_scan_desk_scan (test->desk, text, &error);
  g_assert_cmpstr (verdict->code, ==, "returned");
  g_assert_nonnull (strstr (verdict->text, "Copy 000001 before it was not counted"));
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, 0);
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 0);
}

static void
test_whole (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  MskCustody *last;

  scan (test, COPY_GOOD, "pages-uncounted");
  verdict = count_as (test, COPY_GOOD, PAPER_PAGES, MSK_CONDITION_WRITTEN_ON, " 第 2 页有铅笔字 ");
  g_assert_cmpstr (verdict->code, ==, "returned");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_DONE);
  g_assert_cmpuint (verdict->page, ==, 2);
  g_assert_cmpuint (verdict->balance.counts[MSK_COPY_RETURNED], ==, 1);
  assert_copy (test, COPY_GOOD, MSK_COPY_RETURNED, 0);
  g_assert_cmpuint (incident_test_count (test), ==, 0);

  history = msk_copy_history_desk_list (test->session, COPY_GOOD, &error);
  g_assert_no_error (error);
  last = history->pdata[history->len - 1];
  g_assert_cmpstr (last->act, ==, "copy-return");
  g_assert_cmpstr (last->remark, ==, "");
  g_assert_nonnull (last->count);
  g_assert_cmpuint (last->count->pages, ==, PAPER_PAGES);
  g_assert_cmpint (last->count->condition, ==, MSK_CONDITION_WRITTEN_ON);
  g_assert_cmpstr (last->count->remark, ==, "第 2 页有铅笔字");
}

static void
test_part_and_the_rest (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) part = NULL;
  g_autoptr(MskVerdict) rest = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  MskIncident *incident;

  /* A slip of the pen accuses nobody. */
  count (test, COPY_GOOD, 1, "count-again");
  count (test, COPY_GOOD, 2, "count-again");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 0);
  g_assert_cmpuint (incident_test_count (test), ==, 0);

  part = count_as (test, COPY_GOOD, 2, MSK_CONDITION_TORN, "末页撕下");
  g_assert_cmpstr (part->code, ==, "pages-missing");
  g_assert_cmpint (part->tone, ==, MSK_TONE_ALARM);
  g_assert_cmpint (part->movement_id, !=, 0);
  g_assert_cmpuint (part->balance.counts[MSK_COPY_HELD], ==, 1);
  g_assert_cmpuint (part->balance.parts, ==, 1);
  g_assert_cmpuint (part->balance.pages_missing, ==, 1);
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 2);
  /* Holder and time of issue stay. */
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);

  incidents = msk_incident_desk_list (test->session, &error);
  g_assert_cmpuint (incidents->len, ==, 1);
  incident = incidents->pdata[0];
  g_assert_cmpint (incident->kind, ==, MSK_INCIDENT_PAGES_MISSING);
  g_assert_cmpint (incident->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpstr (incident->subject, ==, "copy 000001");
  g_assert_nonnull (strstr (incident->text, "2 of 3 pages here, 1 missing, torn: 末页撕下"));
  parts = msk_return_desk_list_parts (test->session, &error);
  g_assert_cmpuint (parts->len, ==, 1);

  /* Nobody else gets it. */
  text = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  desk_test_expect (test, MSK_SCAN_ISSUE, text, "already-issued");
  g_clear_object (&test->desk);

  /* What comes now is counted by itself, also when the rule has changed. */
  set_rule (test, MSK_COUNT_RULE_BY_SCHEME);
  desk_test_now += 60;
  scan (test, COPY_GOOD, "pages-uncounted");
  count (test, COPY_GOOD, 3, "count-again");
  rest = count_as (test, COPY_GOOD, 1, MSK_CONDITION_WHOLE, "");
  g_assert_cmpstr (rest->code, ==, "returned");
  g_assert_cmpuint (rest->balance.parts, ==, 0);
  assert_copy (test, COPY_GOOD, MSK_COPY_RETURNED, 0);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
}

/* The number that is due is not found by trying one after another. */
static void
test_guessing (DeskTest *test, gconstpointer unused)
{
  count (test, COPY_GOOD, 1, "count-again");
  count (test, COPY_GOOD, 4, "count-again");
  g_assert_cmpuint (incident_test_count (test), ==, 0);
  count (test, COPY_GOOD, 2, "pages-missing");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 2);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
}

/* One incident, however often a further part is brought. */
static void
test_part_of_the_rest (DeskTest *test, gconstpointer unused)
{
  count (test, COPY_GOOD, 1, "count-again");
  count (test, COPY_GOOD, 1, "pages-missing");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 1);
  count (test, COPY_GOOD, 1, "count-again");
  count (test, COPY_GOOD, 1, "pages-missing");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 2);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
  count (test, COPY_GOOD, 1, "returned");
  assert_copy (test, COPY_GOOD, MSK_COPY_RETURNED, 0);
}

static void
test_too_many (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskVerdict) verdict = NULL;

  count (test, COPY_GOOD, PAPER_PAGES + 1, "count-again");
  verdict = count_as (test, COPY_GOOD, PAPER_PAGES + 1, MSK_CONDITION_WHOLE, "");
  g_assert_cmpstr (verdict->code, ==, "pages-surplus");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
  g_assert_cmpint (verdict->movement_id, ==, 0);
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 0);
  g_assert_cmpuint (incident_test_count (test), ==, 0);
  count (test, COPY_GOOD, PAPER_PAGES, "returned");
}

static void
test_what_is_no_count (DeskTest *test, gconstpointer unused)
{
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(MskVerdict) none = count_as (test, COPY_GOOD, 0, MSK_CONDITION_WHOLE, "");
  g_autoptr(MskVerdict) bare = count_as (test, COPY_GOOD, PAPER_PAGES, MSK_CONDITION_TORN, " ");
  g_autoptr(MskVerdict) lines =
                 count_as (test, COPY_GOOD, PAPER_PAGES, MSK_CONDITION_TORN, "a\nb");

  g_assert_cmpstr (none->code, ==, "bad-value");
  g_assert_cmpstr (bare->code, ==, "bad-value");
  g_assert_cmpstr (lines->code, ==, "bad-value");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 0);
  /* Refusals alone. */
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 3);
  count (test, COPY_GOOD + 1, PAPER_PAGES, "second-sighting");
  count (test, COPY_UNCHECKED, PAPER_PAGES, "copy-not-good");
}

/* A clerk may count what nobody asked for. */
static void
test_counted_of_their_own_accord (DeskTest *test, gconstpointer unused)
{
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, OTHER_COPY_GOOD + 1);
  desk_test_now += 60;
  count (test, OTHER_COPY_GOOD, PAPER_PAGES, "returned");
  msk_scan_desk_set_counting (get_desk (test), TRUE);
  scan (test, OTHER_COPY_GOOD + 1, "pages-uncounted");
  msk_scan_desk_set_counting (get_desk (test), FALSE);
  scan (test, OTHER_COPY_GOOD + 1, "returned");
}

static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) part = NULL;
  g_autoptr(MskVerdict) whole = NULL;
  g_autoptr(MskVerdict) undone = NULL;

  count (test, COPY_GOOD, 2, "count-again");
  part = count_as (test, COPY_GOOD, 2, MSK_CONDITION_WHOLE, "");
  whole = count_as (test, COPY_GOOD, 1, MSK_CONDITION_WHOLE, "");
  g_assert_cmpstr (whole->code, ==, "returned");

  undone = msk_scan_desk_undo (get_desk (test), part, &error);
  g_assert_cmpstr (undone->code, ==, "already-decided");
  g_clear_object (&undone);
  undone = msk_scan_desk_undo (get_desk (test), whole, &error);
  g_assert_cmpstr (undone->code, ==, "undone");
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 2);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
  count (test, COPY_GOOD, 1, "returned");
}

static void
test_undo_of_a_part (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) part = NULL;
  g_autoptr(MskVerdict) undone = NULL;

  count (test, COPY_GOOD, 2, "count-again");
  part = count_as (test, COPY_GOOD, 2, MSK_CONDITION_WHOLE, "");
  undone = msk_scan_desk_undo (get_desk (test), part, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  g_assert_nonnull (strstr (undone->text, "Incident 1 stays on record"));
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 0);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);

  /* It begins anew: no count of before counts, and another incident is another one. */
  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  g_assert_cmpuint (incident_test_count (test), ==, 2);
  count (test, COPY_GOOD, 1, "returned");
}

static void
test_rule (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  desk_test_assert_rule (msk_return_desk_set_rule (test->session, PAPER_SECRET,
                                                   MSK_COUNT_RULE_ALWAYS, &error),
                         &error, MSK_RULE_ERROR_NOTHING_CHANGED);
  g_assert_false (msk_return_desk_set_rule (test->session, 99, MSK_COUNT_RULE_ALWAYS, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  set_rule (test, MSK_COUNT_RULE_BY_SCHEME);
  scan (test, COPY_GOOD, "returned");
}

static void
test_rule_goes_with_the_revision (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = { "", "题目", MSK_LEVEL_SECRET, "5年", "办公室", 0 };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  paper = msk_paper_desk_get (test->session, PAPER_SECRET, &error);
  draft.scope = paper->scope;
  draft.replaces = PAPER_SECRET;
  id = msk_paper_desk_add (test->session, &draft, file, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&paper);
  paper = msk_paper_desk_get (test->session, id, &error);
  g_assert_cmpint (paper->count_rule, ==, MSK_COUNT_RULE_ALWAYS);
}

static gint64
attach (DeskTest *test)
{
  const MskPaperDraft draft = { .document_number = "",
                                .title = "附件",
                                .level = MSK_LEVEL_SECRET,
                                .period = "5年",
                                .originator = "办公室",
                                .scope = MSK_CAPACITY_ALL,
                                .parent_id = PAPER_SECRET };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  id = msk_paper_desk_add (test->session, &draft, file, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static MskVerdict *
give_back (DeskTest *test, guint number)
{
  g_autofree char *text = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_scan_desk_scan (get_desk (test), text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "returned");
  return verdict;
}

static void
test_attachments (DeskTest *test, gconstpointer unused)
{
  const guint first = desk_test_add_good_copies_of (test, attach (test), 2);
  const guint second = desk_test_add_good_copies_of (test, attach (test), 2);
  g_autoptr(MskVerdict) main_one = NULL;
  g_autoptr(MskVerdict) one = NULL;
  g_autoptr(MskVerdict) other = NULL;
  g_autofree char *numbers = g_strdup_printf ("%06u, %06u", first, second);

  set_rule (test, MSK_COUNT_RULE_BY_SCHEME);
  desk_test_issue (test, PERSON_FIRST, first);
  desk_test_issue (test, PERSON_FIRST, second);
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, first + 1);
  g_clear_object (&test->desk);
  desk_test_now += 60;

  /* It comes back all the same; what the other person holds is not theirs. */
  main_one = give_back (test, COPY_GOOD);
  g_assert_cmpuint (main_one->family->len, ==, 2);
  g_assert_nonnull (strstr (main_one->text, numbers));
  one = give_back (test, second);
  g_assert_cmpuint (one->family->len, ==, 1);
  g_assert_cmpuint (MSK_COPY (one->family->pdata[0])->number, ==, first);
  other = give_back (test, first);
  g_assert_null (other->family);
}

static gint64
start_custody (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (msk_custody_desk_start (test->session, PERSON_FIRST, PERSON_SECOND, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* F3: nobody hands on what is missing. */
static void
test_stays_at_a_handover_of_custody (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  g_clear_object (&test->desk);
  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  lines = msk_handover_desk_list_stock (test->session, start_custody (test), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((MskStockLine *) lines->pdata[0])->number, ==, OTHER_COPY_GOOD);
}

/* K1: the pages that are here lie with the stock of the desk. */
static void
test_is_handed_over_with_the_desk (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(MskHandoverScan) scan_desk = NULL;
  gint64 id = 0;

  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  g_assert_true (msk_handover_desk_start (test->session, MSK_HANDOVER_DESK, &id, &error));
  g_assert_no_error (error);
  count (test, COPY_GOOD, 1, "handover-open");

  scan_desk = msk_handover_scan_new (test->session, id);
  for (guint number = COPY_GOOD; number < OTHER_COPY_UNCHECKED; number++)
    {
      g_autofree char *text = NULL;
      g_autoptr(MskVerdict) verdict = NULL;

      if (number == COPY_UNCHECKED || number == COPY_UNCHECKED + 1)
        continue;
      text = desk_test_dup_copy_code (test, number, 1);
      verdict = msk_handover_scan_take (scan_desk, text, &error);
      g_assert_no_error (error);
    }
  g_assert_true (msk_handover_desk_compare (test->session, id, &error));
  found = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
}

/* What the register itself holds. */
static void
test_the_register_holds_it (DeskTest *test, gconstpointer unused)
{
  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  desk_test_sql_refused (test, "UPDATE copy SET state = 'returned' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET state = 'in-store' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET state = 'away' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET holder_id = 2 WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET pages_back = 3 WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE copy SET pages_back = 1 WHERE number = 2");
  desk_test_sql_refused (test, "UPDATE return_count SET pages = 3");
  desk_test_sql_refused (test, "DELETE FROM return_count");
  desk_test_sql_refused (test, "UPDATE count_rule SET rule = 'never'");
  desk_test_sql_refused (test, "DELETE FROM count_rule");
}

static void
start_sweep (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "纸皱", &error));
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

static void
see (DeskTest *test, guint number, const char *code)
{
  g_autofree char *text = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, MSK_SCAN_SWEEP, text, code);
}

static MskSweepClass
get_class (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_sweep_desk_list (test->session, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    if (MSK_SWEEP_LINE (lines->pdata[i])->kind == MSK_SWEEP_COPY &&
        MSK_SWEEP_LINE (lines->pdata[i])->number == number)
      return MSK_SWEEP_LINE (lines->pdata[i])->sweep_class;

  g_assert_not_reached ();
}

static gboolean
recover (DeskTest *test, guint number, guint pages, GError **error)
{
  const MskPageCount counted = { pages, MSK_CONDITION_WHOLE, "椅下" };
  g_autoptr(MskReturnCount) result = NULL;

  return msk_sweep_desk_recover_counted (test->session, number, &counted, "椅下", &result, error);
}

/* They hold something, which passes to nobody: the refusal says what is to be done. */
static void
test_part_is_not_nothing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  g_assert_false (msk_custody_desk_start (test->session, PERSON_FIRST, PERSON_SECOND, &id, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_HELD);
  g_assert_nonnull (strstr (error->message, "take back the rest first"));
  g_assert_nonnull (strstr (error->message, "copy 000001"));
}

static void
test_part_in_the_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  count (test, COPY_GOOD, 2, "count-again");
  count (test, COPY_GOOD, 2, "pages-missing");
  start_sweep (test);
  g_assert_cmpint (get_class (test, COPY_GOOD), ==, MSK_SWEEP_OUT);
  see (test, COPY_GOOD, "pages-missing");
  g_assert_cmpint (get_class (test, COPY_GOOD), ==, MSK_SWEEP_IN_PART);

  desk_test_assert_rule (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD, "椅下",
                                                 &error),
                         &error, MSK_RULE_ERROR_PAGES_UNCOUNTED);
  desk_test_assert_rule (recover (test, COPY_GOOD, 2, &error), &error, MSK_RULE_ERROR_COUNT_AGAIN);
  desk_test_assert_rule (recover (test, COPY_GOOD, 2, &error), &error,
                         MSK_RULE_ERROR_PAGES_SURPLUS);
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 2);

  /* Pages are missing though others of the copy were seen. */
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD, "保密处",
                                                "找遍", &error));
  g_assert_no_error (error);
  assert_copy (test, COPY_GOOD, MSK_COPY_MISSING, 2);
  g_assert_cmpint (get_class (test, COPY_GOOD), ==, MSK_SWEEP_MISSING);

  /* And the rest is found after all. */
  g_assert_true (recover (test, COPY_GOOD, 1, &error));
  g_assert_no_error (error);
  assert_copy (test, COPY_GOOD, MSK_COPY_RETURNED, 0);
  g_assert_cmpint (get_class (test, COPY_GOOD), ==, MSK_SWEEP_RETURNED);
  desk_test_assert_balance (test);
}

static void
test_found_in_part_in_the_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  start_sweep (test);
  see (test, COPY_GOOD, "second-sighting");
  desk_test_assert_rule (recover (test, COPY_GOOD, 1, &error), &error, MSK_RULE_ERROR_COUNT_AGAIN);
  g_assert_true (recover (test, COPY_GOOD, 1, &error));
  g_assert_no_error (error);
  assert_copy (test, COPY_GOOD, MSK_COPY_HELD, 1);
  g_assert_cmpint (get_class (test, COPY_GOOD), ==, MSK_SWEEP_IN_PART);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
}

#define ADD(path, set_up, test)                                                                    \
  g_test_add ("/desk/return/" path, DeskTest, NULL, set_up, test, desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("a-scan-changes-nothing", set_up_counted, test_scan_changes_nothing);
  ADD ("whole", set_up_counted, test_whole);
  ADD ("part-and-the-rest", set_up_counted, test_part_and_the_rest);
  ADD ("part-of-the-rest", set_up_counted, test_part_of_the_rest);
  ADD ("the-number-is-not-guessed", set_up_counted, test_guessing);
  ADD ("too-many", set_up_counted, test_too_many);
  ADD ("what-is-no-count", set_up_counted, test_what_is_no_count);
  ADD ("counted-of-their-own-accord", desk_test_set_up_inside, test_counted_of_their_own_accord);
  ADD ("undo", set_up_counted, test_undo);
  ADD ("undo-of-a-part", set_up_counted, test_undo_of_a_part);
  ADD ("rule", set_up_counted, test_rule);
  ADD ("rule-goes-with-the-revision", set_up_counted, test_rule_goes_with_the_revision);
  ADD ("attachments", set_up_counted, test_attachments);
  ADD ("stays-at-a-handover-of-custody", set_up_counted, test_stays_at_a_handover_of_custody);
  ADD ("is-handed-over-with-the-desk", set_up_counted, test_is_handed_over_with_the_desk);
  ADD ("the-register-holds-it", set_up_counted, test_the_register_holds_it);
  ADD ("part-in-the-sweep", set_up_counted, test_part_in_the_sweep);
  ADD ("what-came-back-in-part-is-not-nothing", set_up_counted, test_part_is_not_nothing);
  ADD ("found-in-part-in-the-sweep", set_up_counted, test_found_in_part_in_the_sweep);
  return desk_test_run ();
}
