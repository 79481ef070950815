/* The print room: spoiled and surplus sheets, what never came, the blind count, the entry log.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-sweep-zone-desk.h"

#include "desk-test.h"

static void
assert_input (gboolean done, GError **error, int code)
{
  g_assert_false (done);
  g_assert_error (*error, MSK_INPUT_ERROR, code);
  g_clear_error (error);
}

static guint
print_one (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;
  const guint number = msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error);

  g_assert_no_error (error);
  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.run_id, >, 0);
  g_assert_cmpint (result.spool, ==, MSK_SPOOL_EMPTY);
  return number;
}

static void
assert_sets (DeskTest *test, guint count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = msk_print_desk_list_spoiled (test->session, &error);
  MskBalance balance;

  g_assert_no_error (error);
  g_assert_cmpuint (sets->len, ==, count);
  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &balance, &error));
  g_assert_cmpuint (balance.spoiled_sets, ==, count);
  desk_test_assert_balance (test);
}

/* Every copy but these is seen or reported missing, so that only what is tested is left. */
static void
start_sweep (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
}

static void
miss_everything_unseen (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_sweep_desk_list (test->session, TRUE, &error);

  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);

      if (line->sightings == 0 && line->state != MSK_COPY_MISSING)
        g_assert_true (msk_sweep_desk_report_missing (test->session, line->kind, line->number,
                                                      "保密办", "未见", &error));
      g_assert_no_error (error);
    }
}

/* The number goes on with a new tag, and the spoiled sheets are looked for by themselves. */
static void
test_reprint_keeps_the_spoiled_set (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint number = print_one (test);
  g_autofree char *old = desk_test_dup_copy_code (test, number, 1);
  g_autofree char *new_code = NULL;
  MskPrintResult result;
  MskSweepSummary summary;

  assert_input (msk_print_desk_spoil (test->session, number, PAPER_PAGES + 1, "卡纸", &error),
                &error, MSK_INPUT_ERROR_BAD_VALUE);
  /* Where the other sheets are nobody knows, and the clerk could have them. */
  g_assert_false (msk_print_desk_spoil (test->session, number, 2, "卡纸", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  assert_sets (test, 0);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_spoil (test->session, number, 2, "卡纸", &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  assert_sets (test, 1);
  g_assert_true (msk_print_desk_reprint (test->session, number, &error));
  g_assert_no_error (error);
  assert_sets (test, 1);
  new_code = desk_test_dup_copy_code (test, number, 1);
  g_assert_cmpstr (new_code, !=, old);
  g_assert_true (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  desk_test_refuse (test, MSK_SCAN_CHECK, old, "void-tag", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, old, "void-tag", 1);
  desk_test_expect (test, MSK_SCAN_CHECK, new_code, "confirmed");
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_IN_STORE);

  start_sweep (test);
  desk_test_expect (test, MSK_SCAN_SWEEP, new_code, "seen");
  miss_everything_unseen (test);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.expected, ==, 2 * RESERVED + 2);
  g_assert_cmpuint (summary.unexplained, ==, 1);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  /* Nobody says of sheets with a code that they are there. */
  desk_test_assert_rule (msk_sweep_desk_see_spoiled (test->session, 1, MSK_SWEEP_ZONE_FIRST,
                                                     &error),
                         &error, MSK_RULE_ERROR_SCAN_ITS_CODE);
  desk_test_sql_refused (test, "UPDATE sweep_spoilage SET by_hand = 1");
  desk_test_expect (test, MSK_SCAN_SWEEP, old, "seen");
  desk_test_expect (test, MSK_SCAN_SWEEP, old, "already-scanned");
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.strange, ==, 0);
  desk_test_count_blind (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_no_error (error);
}

/* A spoiled number that was not printed anew stands for its own sheets. */
static void
test_spoiled_number_is_expected_once (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  MskSweepSummary summary;

  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "卡纸", &error));
  start_sweep (test);
  sets = msk_sweep_desk_list_spoiled (test->session, FALSE, &error);
  g_assert_cmpuint (sets->len, ==, 0);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.expected, ==, 2 * RESERVED);
  assert_input (msk_sweep_desk_see_spoiled (test->session, 1, MSK_SWEEP_ZONE_FIRST, &error), &error,
                MSK_INPUT_ERROR_NOT_FOUND);
  desk_test_expect (test, MSK_SCAN_SWEEP, code, "seen");
}

static void
test_twice (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint number = print_one (test);
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(GPtrArray) sets = NULL;
  MskSpoilage *set;
  MskSweepSummary summary;

  desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
  assert_input (msk_print_desk_twice (test->session, number, 0, " ", &error) != 0, &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_cmpint (msk_print_desk_twice (test->session, number, 0, "出了两份", &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_IN_STORE);
  assert_sets (test, 1);

  start_sweep (test);
  miss_everything_unseen (test);
  sets = msk_sweep_desk_list_spoiled (test->session, TRUE, &error);
  g_assert_cmpuint (sets->len, ==, 1);
  set = g_ptr_array_index (sets, 0);
  g_assert_cmpint (set->kind, ==, MSK_SPOILAGE_SURPLUS);
  g_assert_cmpuint (set->sheets, ==, PAPER_PAGES);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  assert_input (msk_sweep_desk_report_spoiled_missing (test->session, 1, "", "x", &error), &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_true (
      msk_sweep_desk_report_spoiled_missing (test->session, 1, "保密办", "未见", &error));
  /* Everything is explained, and nobody counted what lies there. */
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_COUNTS_OPEN);
  desk_test_count_blind (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (msk_sweep_desk_see_spoiled (test->session, 1, MSK_SWEEP_ZONE_FIRST, &error));
  g_clear_pointer (&sets, g_ptr_array_unref);
  sets = msk_sweep_desk_list_spoiled (test->session, FALSE, &error);
  g_assert_true (((MskSpoilage *) g_ptr_array_index (sets, 0))->by_hand);
  desk_test_assert_rule (msk_sweep_desk_report_spoiled_missing (test->session, 1, "x", "x", &error),
                         &error, MSK_RULE_ERROR_ALREADY_SCANNED);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.signatures, ==, 0);
  g_assert_no_error (error);
}

/* Sheets of a number that had been given up, before and after it was printed anew. */
static void
test_came_though_given_up (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GPtrArray) sets = NULL;

  desk_test_give_up (test, COPY_UNCHECKED);
  desk = msk_scan_desk_new (test->session, MSK_SCAN_TWICE);
  g_assert_cmpint (msk_print_desk_twice (test->session, COPY_UNCHECKED, 0, "后来出来了", &error),
                   ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, COPY_UNCHECKED), ==, MSK_COPY_SPOILED);
  assert_sets (test, 1);

  g_assert_true (msk_print_desk_reprint (test->session, COPY_UNCHECKED, &error));
  msk_scan_desk_set_reason (desk, "又一份");
  verdict = msk_scan_desk_scan (desk, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "came-twice");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
  sets = msk_print_desk_list_spoiled (test->session, &error);
  g_assert_cmpuint (sets->len, ==, 2);
  g_assert_cmpint (((MskSpoilage *) g_ptr_array_index (sets, 0))->kind, ==, MSK_SPOILAGE_VOID);
  g_assert_cmpint (((MskSpoilage *) g_ptr_array_index (sets, 1))->kind, ==, MSK_SPOILAGE_SURPLUS);
  g_assert_cmpint (desk_test_get_state (test, COPY_UNCHECKED), ==, MSK_COPY_PRINTING);
  /* The new attempt is reserved: of it there can't be a set too many. */
  desk_test_assert_rule (msk_print_desk_twice (test->session, COPY_UNCHECKED, 0, "x", &error) != 0,
                         &error, MSK_RULE_ERROR_COPY_NOT_GOOD);
  assert_sets (test, 2);
}

static void
test_spoil_by_scan (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_UNCHECKED, 2);
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SPOIL);
  g_autoptr(MskVerdict) without = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(MskVerdict) again = NULL;

  without = msk_scan_desk_scan (desk, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (without->code, ==, "bad-value");
  msk_scan_desk_set_reason (desk, "墨粉不足");
  verdict = msk_scan_desk_scan (desk, code, &error);
  g_assert_cmpstr (verdict->code, ==, "spoiled");
  again = msk_scan_desk_scan (desk, code, &error);
  g_assert_cmpstr (again->code, ==, "copy-spoiled");
  g_assert_no_error (error);
  assert_sets (test, 1);
}

/* What went to the printer is not given up on one person's word, whatever the printer says of it:
 * who stops a run as the sheets come out could keep them. */
static void
test_never (DeskTest *test, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const guint number = print_one (test);
  g_autofree char *sql = g_strdup_printf ("UPDATE attempt SET state = '%s' WHERE copy_number = %u",
                                          (const char *) data, number);

  desk_test_sql (test, sql);
  desk_test_assert_rule (msk_print_desk_void (test->session, number, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);

  desk_test_assert_rule (msk_print_desk_never (test->session, COPY_GOOD, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_DECIDED);
  assert_input (msk_print_desk_never (test->session, number, "", &error), &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_true (msk_print_desk_never (test->session, number, "没有出纸", &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_PRINTING);
  desk_test_assert_rule (msk_print_desk_void (test->session, number, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, number, &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_print_desk_agree_never (test->session, COPY_GOOD, &error), &error,
                         MSK_RULE_ERROR_ALREADY_DECIDED);
  g_assert_true (msk_print_desk_agree_never (test->session, number, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_VOID);
  desk_test_assert_balance (test);
}

/* One incident a run, and only when the third count differs too (C3, I1). */
static void
assert_run_incidents (DeskTest *test, guint count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (test->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (incidents->len, ==, count);
  for (guint i = 0; i < incidents->len; i++)
    {
      MskIncident *incident = g_ptr_array_index (incidents, i);

      g_assert_cmpint (incident->kind, ==, MSK_INCIDENT_SHEETS_DIFFER);
      g_assert_cmpint (incident->level, ==, MSK_LEVEL_SECRET);
      g_assert_true (g_str_has_prefix (incident->subject, "print run "));
    }
}

static void
test_blind_count (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint number = print_one (test);
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (test->session, &error);
  const gint64 id = ((MskPrintRun *) g_ptr_array_index (runs, runs->len - 1))->id;
  g_autoptr(MskPrintRun) first = NULL;
  g_autoptr(MskPrintRun) second = NULL;
  g_autoptr(MskPrintRun) third = NULL;
  g_autoptr(MskPrintRun) fourth = NULL;

  /* Into a folder: there is no paper. */
  desk_test_assert_rule (msk_count_desk_count (test->session, id, 3, &error) != NULL, &error,
                         MSK_RULE_ERROR_ALREADY_DECIDED);
  desk_test_sql (test, "UPDATE print_run SET on_paper = 1 WHERE id = (SELECT MAX (id) FROM "
                       "print_run)");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_SHEETS_NOT_COUNTED);
  desk_test_assert_rule (msk_count_desk_explain (test->session, id, "x", &error), &error,
                         MSK_RULE_ERROR_SHEETS_NOT_COUNTED);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);

  first = msk_count_desk_count (test->session, id, 2 * PAPER_PAGES, &error);
  g_assert_cmpint (msk_print_run_get_standing (first), ==, MSK_COUNT_AGAIN);
  g_assert_false (msk_print_run_may_tell (first));
  g_assert_cmpuint (first->expected, !=, PAPER_PAGES);
  second = msk_count_desk_count (test->session, id, 2 * PAPER_PAGES, &error);
  g_assert_cmpint (msk_print_run_get_standing (second), ==, MSK_COUNT_AGAIN);
  assert_run_incidents (test, 0);
  third = msk_count_desk_count (test->session, id, 2 * PAPER_PAGES, &error);
  assert_run_incidents (test, 1);
  g_assert_cmpint (msk_print_run_get_standing (third), ==, MSK_COUNT_OPEN);
  g_assert_cmpuint (third->expected, ==, PAPER_PAGES);

  /* The surplus set is found and registered: then it agrees. */
  g_assert_cmpint (msk_print_desk_twice (test->session, number, 0, "出了两份", &error), >, 0);
  fourth = msk_count_desk_count (test->session, id, 2 * PAPER_PAGES, &error);
  g_assert_cmpint (msk_print_run_get_standing (fourth), ==, MSK_COUNT_AGREED);
  desk_test_assert_rule (msk_count_desk_count (test->session, id, 1, &error) != NULL, &error,
                         MSK_RULE_ERROR_ALREADY_DECIDED);
  g_assert_no_error (error);
  start_sweep (test);
}

static void
test_explained_count (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  gint64 id;

  print_one (test);
  desk_test_sql (test, "UPDATE print_run SET on_paper = 1 WHERE id = (SELECT MAX (id) FROM "
                       "print_run)");
  runs = msk_count_desk_list_runs (test->session, &error);
  id = ((MskPrintRun *) g_ptr_array_index (runs, runs->len - 1))->id;
  for (guint i = 0; i < MSK_COUNTS_BLIND; i++)
    {
      g_autoptr(MskPrintRun) run = msk_count_desk_count (test->session, id, 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (run);
    }

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  assert_input (msk_count_desk_explain (test->session, id, "", &error), &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_true (msk_count_desk_explain (test->session, id, "已取走", &error));
  desk_test_assert_rule (msk_count_desk_explain (test->session, id, "x", &error), &error,
                         MSK_RULE_ERROR_ALREADY_DECIDED);
  start_sweep (test);
}

/* A copy of which nobody knows whether it came out makes a count worth nothing. */
static void
test_uncertain_is_settled_before_counting (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint number = print_one (test);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE print_run SET on_paper = 1 WHERE id = (SELECT MAX (id) FROM "
                       "print_run); UPDATE attempt SET state = 'uncertain' WHERE copy_number = %u",
                       number);
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (test->session, &error);
  const gint64 id = ((MskPrintRun *) g_ptr_array_index (runs, runs->len - 1))->id;
  g_autoptr(MskPrintRun) run = NULL;

  desk_test_sql (test, sql);
  desk_test_assert_rule (msk_count_desk_count (test->session, id, 3, &error) != NULL, &error,
                         MSK_RULE_ERROR_PRINTING_NOT_SETTLED);
  g_assert_true (msk_print_desk_never (test->session, number, "没有出纸", &error));
  desk_test_assert_rule (msk_count_desk_count (test->session, id, 0, &error) != NULL, &error,
                         MSK_RULE_ERROR_PRINTING_NOT_SETTLED);
  desk_test_sql (test, "UPDATE print_run SET spool = 'empty'");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_agree_never (test->session, number, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_VOID);
  run = msk_count_desk_count (test->session, id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (msk_print_run_get_standing (run), ==, MSK_COUNT_AGREED);
}

static void
test_room (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) places = msk_room_desk_list_places (test->session, &error);
  MskRoomDraft draft = { NULL, "  王  五 ", "办公室", "送纸", "李四" };
  g_autoptr(GPtrArray) inside = NULL;
  g_autoptr(GPtrArray) all = NULL;
  MskRoomVisit *visit;
  gint64 id;

  g_assert_cmpuint (g_strv_length (places), ==, 1);
  id = msk_room_desk_enter (test->session, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 1);
  desk_test_assert_rule (msk_room_desk_enter (test->session, &draft, &error) != 0, &error,
                         MSK_RULE_ERROR_ALREADY_INSIDE);
  draft.leave = "";
  assert_input (msk_room_desk_enter (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  draft.leave = "李四";
  draft.place = "走廊";
  assert_input (msk_room_desk_enter (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_NOT_FOUND);

  inside = msk_room_desk_list (test->session, TRUE, places[0], &error);
  g_assert_cmpuint (inside->len, ==, 1);
  visit = g_ptr_array_index (inside, 0);
  g_assert_cmpint (visit->left_at, ==, 0);
  desk_test_now += 60;
  g_assert_true (msk_room_desk_leave (test->session, id, &error));
  desk_test_assert_rule (msk_room_desk_leave (test->session, id, &error), &error,
                         MSK_RULE_ERROR_NOT_INSIDE);
  assert_input (msk_room_desk_leave (test->session, 99, &error), &error, MSK_INPUT_ERROR_NOT_FOUND);
  all = msk_room_desk_list (test->session, FALSE, NULL, &error);
  visit = g_ptr_array_index (all, 0);
  g_assert_cmpint (visit->left_at - visit->entered_at, ==, 60);
  draft.place = NULL;
  g_assert_cmpint (msk_room_desk_enter (test->session, &draft, &error), ==, 2);
  g_assert_no_error (error);
}

typedef struct
{
  MskPrintGate *gate;
  GCancellable *cancellable;
  GAsyncResult *answer;
  guint done;
  gboolean cancel;
} Pause;

static gboolean
go_on_cb (gpointer user_data)
{
  Pause *pause = user_data;

  /* Nothing moved while the gate was shut, however long the loop ran. */
  g_assert_cmpuint (pause->done, ==, 1);
  if (pause->cancel)
    g_cancellable_cancel (pause->cancellable);
  else
    msk_print_gate_open (pause->gate);
  return G_SOURCE_REMOVE;
}

static void
shut_after_one (guint number, guint done, guint total, gpointer user_data)
{
  Pause *pause = user_data;

  pause->done = done;
  if (done != 1)
    return;
  msk_print_gate_shut (pause->gate);
  g_timeout_add (50, go_on_cb, pause);
}

static void
take_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Pause *) user_data)->answer = g_object_ref (result);
}

static void
print_with_pause (DeskTest *test, Pause *pause, MskPrintResult *result, GError **error)
{
  const MskPrintWatch watch = { shut_after_one, NULL, pause, pause->gate };

  msk_print_desk_print_async (test->session, PAPER_SECRET, DESK_TEST_PRINTER, &watch,
                              pause->cancellable, take_answer_cb, pause);
  while (pause->answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  msk_print_desk_print_finish (test->session, pause->answer, result, error);
  g_clear_object (&pause->answer);
}

static void
test_pause (DeskTest *test, gconstpointer data)
{
  g_autoptr(MskPrintGate) gate = msk_print_gate_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Pause pause = { gate, cancellable, NULL, 0, GPOINTER_TO_INT (data) };
  MskPrintResult result;

  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 2, &error), >, 0);
  print_with_pause (test, &pause, &result, &error);
  if (pause.cancel)
    {
      g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
      g_assert_cmpuint (result.left, ==, 1);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (result.printed, ==, 2);
    }
}

/* Somebody gives the next number up while it is made ready beside the one that prints. */
static void
void_next (guint number, guint done, guint total, gpointer user_data)
{
  DeskTest *test = user_data;
  g_autoptr(GError) error = NULL;

  if (done == 1)
    g_assert_true (msk_print_desk_void (test->session, number + 1, "不要了", &error));
  g_assert_no_error (error);
}

static void
test_given_up_while_stamped (DeskTest *test, gconstpointer unused)
{
  const MskPrintWatch watch = { void_next, NULL, test, NULL };
  g_autoptr(GError) error = NULL;
  Pause pause = { 0 };
  MskPrintResult result;
  const guint first = msk_print_desk_reserve (test->session, PAPER_SECRET, 2, &error);

  msk_print_desk_print_async (test->session, PAPER_SECRET, DESK_TEST_PRINTER, &watch, NULL,
                              take_answer_cb, &pause);
  while (pause.answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (msk_print_desk_print_finish (test->session, pause.answer, &result, &error));
  g_object_unref (pause.answer);
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 1);
  g_assert_cmpint (desk_test_get_state (test, first + 1), ==, MSK_COPY_VOID);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, data, function)                                                                  \
  g_test_add ("/desk/print-room/" name, DeskTest, data, desk_test_set_up_inside, function,         \
              desk_test_tear_down)
  ADD ("a-reprint-keeps-the-spoiled-set-in-sight", NULL, test_reprint_keeps_the_spoiled_set);
  ADD ("a-spoiled-number-is-expected-once", NULL, test_spoiled_number_is_expected_once);
  ADD ("a-set-too-many-is-kept-until-it-is-seen", NULL, test_twice);
  ADD ("sheets-of-a-given-up-number-are-spoiled", NULL, test_came_though_given_up);
  ADD ("spoils-by-scanning", NULL, test_spoil_by_scan);
  ADD ("what-never-came-takes-two-persons", "printed", test_never);
  ADD ("what-is-uncertain-takes-two-persons", "uncertain", test_never);
  ADD ("counts-blind-until-the-third-time", NULL, test_blind_count);
  ADD ("a-difference-stays-open-until-it-is-explained", NULL, test_explained_count);
  ADD ("uncertain-copies-are-settled-before-counting", NULL,
       test_uncertain_is_settled_before_counting);
  ADD ("who-was-in-the-room", NULL, test_room);
  ADD ("a-run-waits-at-a-shut-gate", GINT_TO_POINTER (FALSE), test_pause);
  ADD ("a-run-that-waits-can-be-cancelled", GINT_TO_POINTER (TRUE), test_pause);
  ADD ("a-number-given-up-while-it-is-stamped-is-not-printed", NULL, test_given_up_while_stamped);
#undef ADD
  return desk_test_run ();
}
