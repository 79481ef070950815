/* The closing sweep: frozen, scanned, explained, signed by two, closed; and nothing of it goes
 * another way. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-desk.h"
#include "msk-destruction-desk.h"
#include "msk-error.h"
#include "msk-measure-desk.h"
#include "msk-tag.h"

#include "desk-test.h"

/* The clerk gives out three copies, takes one back, settles what is printed and not checked; then
 * the officer starts the sweep. */
static void
set_up_started (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;

  desk_test_set_up_inside (test, NULL);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  desk_test_issue (test, PERSON_THIRD, COPY_GOOD + 2);
  code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "纸皱", &error));
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
  g_assert_no_error (error);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

static void
see (DeskTest *test, guint number, const char *expected)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, MSK_SCAN_SWEEP, code, expected);
}

/* Everything that should be here: in store, returned, spoiled. */
static void
see_all (DeskTest *test)
{
  see (test, COPY_GOOD, "seen");
  for (guint number = COPY_GOOD + 3; number <= COPY_UNCHECKED; number++)
    see (test, number, "seen");
  for (guint number = OTHER_COPY_GOOD; number < OTHER_COPY_UNCHECKED; number++)
    see (test, number, "seen");
}

static void
get_summary (DeskTest *test, MskSweepSummary *summary)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_sweep_desk_get_summary (test->session, summary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (summary->explained + summary->unexplained, ==, summary->expected);
}

static void
test_not_started (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  MskSweepSummary summary;

  get_summary (test, &summary);
  g_assert_cmpint (summary.started_at, ==, 0);
  g_assert_cmpuint (summary.expected, ==, 0);
  desk_test_refuse (test, MSK_SCAN_SWEEP, code, "sweep-not-started", 1);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, 1, "x", &error),
                         &error, MSK_RULE_ERROR_SWEEP_NOT_STARTED);
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, 1, "x", "x",
                                                        &error),
                         &error, MSK_RULE_ERROR_SWEEP_NOT_STARTED);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_NOT_STARTED);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_NOT_STARTED);
}

static void
test_freezes (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *held = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  g_autofree char *stored = desk_test_dup_copy_code (test, COPY_GOOD + 3, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  MskSweepSummary summary;

  get_summary (test, &summary);
  g_assert_cmpuint (summary.expected, ==, 2 * RESERVED);
  g_assert_cmpuint (summary.seen, ==, 0);
  g_assert_cmpint (msk_session_get_meeting (test->session)->state, ==, MSK_MEETING_STATE_SWEEPING);

  /* Nothing is printed, issued or returned over the desk any more. */
  desk_test_refuse (test, MSK_SCAN_RETURN, held, "sweep-started", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, badge, "sweep-started", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, stored, "sweep-started", 1);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_STARTED);
  g_clear_error (&error);
  desk_test_assert_rule (msk_print_desk_confirm (test->session, COPY_UNCHECKED, &error), &error,
                         MSK_RULE_ERROR_SWEEP_STARTED);
  desk_test_assert_rule (msk_print_desk_reprint (test->session, COPY_UNCHECKED, &error), &error,
                         MSK_RULE_ERROR_SWEEP_STARTED);
  desk_test_assert_rule (desk_test_print (test, PAPER_SECRET, NULL, NULL, &error), &error,
                         MSK_RULE_ERROR_SWEEP_STARTED);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_STARTED);
}

static void
test_scans_change_no_custody (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  g_autofree char *held = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  g_autofree char *void_copy = desk_test_dup_copy_code (test, COPY_UNCHECKED + 1, 1);
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(MskVerdict) alarm = NULL;

  see_all (test);
  see (test, COPY_GOOD, "already-scanned");
  verdict = desk_test_scan (test, MSK_SCAN_SWEEP, held);
  g_assert_cmpstr (verdict->code, ==, "second-sighting");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
  alarm = desk_test_scan (test, MSK_SCAN_SWEEP, void_copy);
  g_assert_cmpstr (alarm->code, ==, "copy-void");
  g_assert_cmpint (alarm->tone, ==, MSK_TONE_ALARM);

  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
}

static void
test_strange_codes (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  MskSweepSummary summary;

  forged[MSK_TAG_LENGTH - 1] = forged[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  desk_test_expect (test, MSK_SCAN_SWEEP, forged, "forged-tag");
  desk_test_expect (test, MSK_SCAN_SWEEP, badge, "no-copy-selected");
  desk_test_expect (test, MSK_SCAN_SWEEP, "6901234567892", "foreign-code");
  get_summary (test, &summary);
  g_assert_cmpuint (summary.strange, ==, 2);
  g_assert_cmpuint (summary.seen, ==, 0);
}

static void
test_close (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GPtrArray) signatures = NULL;
  g_autoptr(GPtrArray) meetings = NULL;
  MskSweepSummary summary;
  MskSweepLine *line;

  see_all (test);
  see (test, COPY_GOOD + 1, "second-sighting");

  /* One is found and taken back, one is reported missing: until then nobody signs. */
  open = msk_sweep_desk_list (test->session, TRUE, &error);
  g_assert_cmpuint (open->len, ==, 2);
  line = open->pdata[0];
  g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_FOUND);
  line = open->pdata[1];
  g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_OUT);
  g_assert_cmpstr (line->holder, ==, "王3");
  g_assert_cmpstr (line->holder_unit, ==, "办公室");
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  g_assert_true (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1,
                                         "在第三排桌下", &error));
  g_assert_no_error (error);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2,
                                                "保密处 赵", "找遍会场", &error));
  g_assert_no_error (error);
  get_summary (test, &summary);
  g_assert_cmpuint (summary.unexplained, ==, 0);
  g_assert_cmpuint (summary.missing, ==, 1);
  g_assert_cmpuint (summary.recovered, ==, 1);

  /* Two persons, one of them a security officer. */
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SIGNATURES_MISSING);
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "clerk", DESK_TEST_PASSPHRASE, &error));
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SIGNATURES_MISSING);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_ALREADY_SIGNED);
  desk_test_assert_rule (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error),
                         &error, MSK_RULE_ERROR_ALREADY_SIGNED);
  signatures = msk_sweep_desk_list_signatures (test->session, &error);
  g_assert_cmpuint (signatures->len, ==, 3);

  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (msk_session_get_meeting (test->session)->state, ==, MSK_MEETING_STATE_CLOSED);
  meetings = msk_meeting_desk_list (test->session, &error);
  g_assert_cmpint (((MskMeeting *) meetings->pdata[0])->state, ==, MSK_MEETING_STATE_CLOSED);
  desk_test_assert_balance (test);
}

/* A single officer is one person, however often they try. */
static void
test_two_persons (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  see_all (test);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "x",
                                                "x", &error));
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "x",
                                                "x", &error));
  desk_test_count_blind (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  desk_test_assert_rule (desk_test_sign_sweep_as (test, "officer", DESK_TEST_PASSPHRASE, &error),
                         &error, MSK_RULE_ERROR_ALREADY_SIGNED);
  desk_test_check_venue (test);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SIGNATURES_MISSING);
}

/* Whatever is scanned or written down after a signature makes it count no more. */
static void
test_voided_signatures (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskSweepSummary summary;

  see_all (test);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "x",
                                                "x", &error));
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "x",
                                                "x", &error));
  desk_test_count_blind (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  get_summary (test, &summary);
  g_assert_cmpuint (summary.signatures, ==, 2);

  /* The missing copy turns up. */
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  see (test, COPY_GOOD + 1, "copy-missing");
  get_summary (test, &summary);
  g_assert_cmpuint (summary.signatures, ==, 0);
  g_assert_cmpuint (summary.unexplained, ==, 1);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "送回", &error));
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SIGNATURES_MISSING);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "organiser", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
}

static void
test_refusals (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  see (test, COPY_GOOD + 3, "seen");
  see (test, COPY_GOOD + 1, "second-sighting");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);

  desk_test_assert_rule (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 3, "x",
                                                 &error),
                         &error, MSK_RULE_ERROR_NOT_ISSUED);
  desk_test_assert_rule (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "x",
                                                 &error),
                         &error, MSK_RULE_ERROR_NOT_ISSUED);
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY,
                                                        COPY_GOOD + 1, "x", "x", &error),
                         &error, MSK_RULE_ERROR_ALREADY_SCANNED);
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY,
                                                        COPY_UNCHECKED + 1, "x", "x", &error),
                         &error, MSK_RULE_ERROR_NOT_ISSUED);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "x",
                                                "x", &error));
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY,
                                                        COPY_GOOD + 2, "x", "x", &error),
                         &error, MSK_RULE_ERROR_COPY_MISSING);

  g_assert_false (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, 99, "x", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (
      msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD, "", "x", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD, "x",
                                                 "two\nlines", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

/* A void number of which a sheet turns up: as many good copies are approved as there are, so the
 * sheet is one too many, and the meeting must close all the same. */
static void
test_found_void_copy (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  guint first;

  desk_test_sign_out (test);
  desk_test_set_up_inside (test, NULL);
  for (guint number = COPY_UNCHECKED; number <= COPY_UNCHECKED + 1; number++)
    {
      desk_test_give_up (test, number);
      desk_test_give_up (test, number + RESERVED);
    }
  first = msk_print_desk_reserve (test->session, PAPER_SECRET, APPROVED - GOOD, &error);
  g_assert_no_error (error);
  desk_test_print (test, PAPER_SECRET, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint number = first; number < first + APPROVED - GOOD; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  for (guint number = COPY_GOOD; number < first + APPROVED - GOOD; number++)
    if (number != COPY_UNCHECKED + 1 && number != OTHER_COPY_UNCHECKED &&
        number != OTHER_COPY_UNCHECKED + 1)
      see (test, number, number == COPY_UNCHECKED ? "copy-void" : "seen");
  g_assert_true (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_UNCHECKED,
                                         "在打印机后面", &error));
  g_assert_no_error (error);
  desk_test_assert_balance (test);

  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
}

/* Numbers of which nothing was ever checked are open, and a balance that does not hold stops both
 * ends. */
static void
test_unsettled_and_broken (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) open = NULL;

  desk_test_empty_room (test);
  desk_test_sql (test, "UPDATE copy_count SET copies = copies + 1 WHERE paper_id = 1 AND state = "
                       "'in-store'");
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_BALANCE_BROKEN);
  desk_test_sql (test, "UPDATE copy_count SET copies = copies - 1 WHERE paper_id = 1 AND state = "
                       "'in-store'");
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  open = msk_sweep_desk_list (test->session, FALSE, &error);
  for (guint i = 0; i < open->len; i++)
    {
      const MskSweepLine *line = open->pdata[i];
      const gboolean unchecked =
          line->number % RESERVED == COPY_UNCHECKED || line->number % RESERVED == 0;

      g_assert_cmpint (line->sweep_class, ==, unchecked ? MSK_SWEEP_IN_PRINT : MSK_SWEEP_NOT_SEEN);
    }
}

/* A closed meeting refuses everything that changes it, to everybody who might. */
static void
test_closed (DeskTest *test, gconstpointer unused)
{
  const MskMeetingDraft meeting = { "x", "x", MSK_LEVEL_SECRET, 1, 2, "", "", "" };
  const MskAttendeeDraft person = { "x", "x", "x", MSK_CAPACITY_STAFF, MSK_LEVEL_SECRET };
  const MskCopyRequestDraft wanted = { 1, "x", "x", NULL };
  const MskApproval approval = { 1, "x", "x", "x", "x", 0, MSK_STANDING_COUNTY };
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  gint64 entries;

  see_all (test);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "x",
                                                "x", &error));
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "x",
                                                "x", &error));
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  entries = desk_test_count_entries (test);

  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "x",
                                                 &error),
                         &error, MSK_RULE_ERROR_SWEEP_CLOSED);
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, 1, "x", "x",
                                                        &error),
                         &error, MSK_RULE_ERROR_SWEEP_CLOSED);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_CLOSED);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_CLOSED);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  desk_test_assert_rule (msk_meeting_desk_change (test->session, &meeting, &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_meeting_desk_add_agenda_item (test->session, "x", MSK_LEVEL_SECRET,
                                                           MSK_RECORDING_NONE, MSK_CAPACITY_ALL,
                                                           &error),
                         &error, MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_vetting_desk_add (test->session, &person, NULL, &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_approval_desk_request (test->session, PAPER_SECRET, &wanted, &error) !=
                             0,
                         &error, MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  desk_test_assert_rule (msk_approval_desk_approve (test->session, 1, &approval, &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_approval_desk_refuse (test->session, 1, "x", &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_vetting_desk_approve_rest (test->session, "x", &error) >= 0, &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  g_assert_null (msk_vetting_desk_seal (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_CLOSED);
  g_clear_error (&error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (msk_print_desk_void (test->session, 1, "x", &error), &error,
                         MSK_RULE_ERROR_MEETING_CLOSED);
  desk_test_assert_rule (msk_vetting_desk_print_badge (test->session, PERSON_FIRST,
                                                       DESK_TEST_PRINTER, NULL, &error),
                         &error, MSK_RULE_ERROR_MEETING_CLOSED);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  desk_test_refuse (test, MSK_SCAN_RETURN, code, "meeting-closed", 1);
  desk_test_refuse (test, MSK_SCAN_SWEEP, code, "sweep-closed", 1);
}

/* A number that was never printed is settled first, or it would look like a loss. */
static void
test_reserved_number_is_settled_first (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const guint number = msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error);

  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_sweep_desk_start (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTING_NOT_SETTLED);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (msk_print_desk_void (test->session, number, "不要了", &error));
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
}

/* Why a number was given up or spoiled stands in the list, for the report. */
static void
test_reasons_stand_in_the_list (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_sweep_desk_list (test->session, FALSE, &error);
  MskSweepLine *spoiled, *given_up, *stored;

  g_assert_no_error (error);
  spoiled = g_ptr_array_index (lines, COPY_UNCHECKED - 1);
  given_up = g_ptr_array_index (lines, COPY_UNCHECKED);
  stored = g_ptr_array_index (lines, COPY_GOOD + 3);
  g_assert_cmpstr (spoiled->remark, ==, "纸皱");
  g_assert_cmpstr (given_up->remark, ==, "没有出纸");
  g_assert_cmpstr (stored->remark, ==, "");
}

/* Who signs as another gives their passphrase, and must be allowed to sign themselves. */
static void
test_sign_as (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  g_assert_false (desk_test_sign_sweep_as (test, "auditor", DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (desk_test_sign_sweep_as (test, "admin", DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (desk_test_sign_sweep_as (test, "leader", "wrong passphrase", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
}

static gboolean
look_through (DeskTest *test, const char *id, MskMeasureOutcome outcome, gint64 at, GError **error)
{
  const MskMeasureDraft draft = { id, outcome, "陈立", at, "逐排检查" };

  return msk_measure_desk_record (test->session, &draft, error);
}

static void
test_venue_too_early (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_assert_rule (look_through (test, "bins-emptied", MSK_MEASURE_DONE,
                                       msk_session_get_now (test->session), &error),
                         &error, MSK_RULE_ERROR_SWEEP_NOT_STARTED);
}

/* M9: a zone that nobody looked through keeps the meeting open, and is named. */
static void
test_venue (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskChecklist) checklist = NULL;
  const gint64 now = msk_session_get_now (test->session);

  see_all (test);
  g_assert_false (look_through (test, "booth-searched", MSK_MEASURE_NOT_APPLICABLE, now, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  for (guint number = COPY_GOOD + 1; number <= COPY_GOOD + 2; number++)
    g_assert_true (
        msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, number, "x", "x", &error));
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (look_through (test, "bins-emptied", MSK_MEASURE_OPEN, now, &error));
  g_assert_true (look_through (test, "booth-searched", MSK_MEASURE_NOT_APPLICABLE, now, &error));
  g_assert_no_error (error);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));

  checklist = msk_measure_desk_get_checklist (test->session, MSK_MEASURE_PHASE_AFTER, &error);
  g_assert_cmpuint (msk_measure_count_open (checklist->measures), ==, 1);
  g_assert_false (msk_sweep_desk_close (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEASURES_OPEN);
  g_assert_nonnull (strstr (error->message, msk_checklist_find (checklist, "bins-emptied")->text));
  g_clear_error (&error);
  g_assert_true (look_through (test, "bins-emptied", MSK_MEASURE_DONE, now, &error));

  /* Whoever signed before that did not sign for it. */
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SIGNATURES_MISSING);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
}

static void
assert_obstacles (DeskTest *test, const MskRuleError *codes, guint count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = msk_sweep_desk_list_obstacles (test->session, &error);
  gboolean closed;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, count);
  for (guint i = 0; i < count; i++)
    g_assert_error ((GError *) g_ptr_array_index (found, i), MSK_RULE_ERROR, (int) codes[i]);

  /* The refusal has the words of each. */
  closed = msk_sweep_desk_close (test->session, &error);
  g_assert_false (closed);
  g_assert_error (error, MSK_RULE_ERROR, (int) codes[0]);
  for (guint i = 0; i < count; i++)
    g_assert_nonnull (strstr (error->message, ((GError *) g_ptr_array_index (found, i))->message));
}

/* Nobody is sent away to mend one thing and told of the next one then. */
static void
test_every_reason_at_once (DeskTest *test, gconstpointer unused)
{
  const MskLoanDraft slip = { "第3页", 1, "核对" };
  const MskRuleError all[] = { MSK_RULE_ERROR_PEOPLE_INSIDE,  MSK_RULE_ERROR_SWEEP_UNEXPLAINED,
                               MSK_RULE_ERROR_COUNTS_OPEN,    MSK_RULE_ERROR_MEASURES_OPEN,
                               MSK_RULE_ERROR_COPY_IN_TURN,   MSK_RULE_ERROR_SLIP_OPEN,
                               MSK_RULE_ERROR_IN_DESTRUCTION, MSK_RULE_ERROR_SIGNATURES_MISSING };
  const MskRuleError without_batch[] = {
    MSK_RULE_ERROR_PEOPLE_INSIDE,     MSK_RULE_ERROR_SWEEP_UNEXPLAINED, MSK_RULE_ERROR_COUNTS_OPEN,
    MSK_RULE_ERROR_MEASURES_OPEN,     MSK_RULE_ERROR_COPY_IN_TURN,      MSK_RULE_ERROR_SLIP_OPEN,
    MSK_RULE_ERROR_SIGNATURES_MISSING
  };
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  gint64 batch;

  desk_test_expect (test, MSK_SCAN_CIRCULATE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_CIRCULATE, code, "turn-started");
  g_assert_cmpint (msk_circulation_desk_give_slip (test->session, COPY_GOOD, &slip, &error), >, 0);
  g_assert_true (msk_destruction_desk_start (test->session, "会后清退", &batch, &error));
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  assert_obstacles (test, all, G_N_ELEMENTS (all));

  /* A batch is given up also now, or the meeting could never be closed. */
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (msk_destruction_desk_cancel (test->session, batch, "闭会后另办", &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  assert_obstacles (test, without_batch, G_N_ELEMENTS (without_batch));
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, begin, function)                                                                 \
  g_test_add ("/desk/sweep/" name, DeskTest, NULL, begin, function, desk_test_tear_down)
  ADD ("before-it-starts-nothing-of-it-works", desk_test_set_up_inside, test_not_started);
  ADD ("who-signs-as-another-must-be-let-to", desk_test_set_up_signed_out, test_sign_as);
  ADD ("its-start-stops-printing-issue-and-return", set_up_started, test_freezes);
  ADD ("scans-change-no-custody", set_up_started, test_scans_change_no_custody);
  ADD ("strange-codes-are-counted", set_up_started, test_strange_codes);
  ADD ("closes-when-all-is-explained-and-two-have-signed", set_up_started, test_close);
  ADD ("one-person-is-not-two", set_up_started, test_two_persons);
  ADD ("a-later-scan-voids-the-signatures", set_up_started, test_voided_signatures);
  ADD ("what-needs-no-explanation-gets-none", set_up_started, test_refusals);
  ADD ("a-void-copy-that-turns-up-does-not-break-the-balance", set_up_started,
       test_found_void_copy);
  ADD ("unchecked-prints-and-a-broken-balance-stop-it", desk_test_set_up_inside,
       test_unsettled_and_broken);
  ADD ("a-closed-meeting-does-not-change", set_up_started, test_closed);
  ADD ("a-reserved-number-is-settled-first", desk_test_set_up_inside,
       test_reserved_number_is_settled_first);
  ADD ("a-venue-that-people-sit-in-is-not-looked-through", desk_test_set_up_inside,
       test_venue_too_early);
  ADD ("a-zone-that-nobody-looked-through-keeps-it-open", set_up_started, test_venue);
  ADD ("every-reason-against-the-closing-is-named-at-once", desk_test_set_up_inside,
       test_every_reason_at_once);
  ADD ("reasons-stand-in-the-list", set_up_started, test_reasons_stand_in_the_list);
#undef ADD
  return desk_test_run ();
}
