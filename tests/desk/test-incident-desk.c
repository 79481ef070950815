/* Incidents from opening to closing: what opens one and how often, what is on record, who closes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-tag.h"

#include "desk-test.h"
#include "incident-test.h"

#define DAY G_GINT64_CONSTANT (86400)

static MskIncident *
get_incident (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  MskIncident *incident = msk_incident_desk_get (test->session, id, &error);

  g_assert_no_error (error);
  return incident;
}

static void
assert_input (gboolean done, GError **error, MskInputError code)
{
  g_assert_false (done);
  g_assert_error (*error, MSK_INPUT_ERROR, (int) code);
  g_clear_error (error);
}

/* One is reported by hand, by whoever is signed in. */
static gint64
open_by_hand (DeskTest *test)
{
  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_OTHER,
                                   .text = "走廊上有人看见一页文件",
                                   .level = MSK_LEVEL_TOP_SECRET };
  g_autoptr(GError) error = NULL;
  const gint64 id = msk_incident_desk_open (test->session, &draft, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
write_all (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  for (guint heading = 0; heading < MSK_HEADING_N_NEEDED; heading++)
    {
      g_assert_true (msk_incident_desk_write (test->session, id, (MskIncidentHeading) heading,
                                              "查明", &error));
      g_assert_no_error (error);
    }
}

static gboolean
close_as (DeskTest *test, gint64 id, const char *user, GError **error)
{
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (test->session, user, DESK_TEST_PASSPHRASE,
                                       MSK_ACT_INCIDENT_SIGN, error);

  return cosigner != NULL && msk_incident_desk_close (test->session, id, cosigner, error);
}

static void
test_opened_by_hand (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskIncident) incident = get_incident (test, open_by_hand (test));
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_UNAUTHORISED_ENTRY,
                             .attendee_id = PERSON_REJECTED,
                             .text = "无关人员进入会场\n由保安带出",
                             .found_at = DESK_TEST_NOW - 7200 };
  g_autoptr(MskIncident) entry = NULL;
  gint64 id;

  g_assert_cmpint (incident->level, ==, MSK_LEVEL_TOP_SECRET);
  g_assert_cmpint (incident->found_at, ==, DESK_TEST_NOW);
  g_assert_cmpint (incident->report_due_at, ==, DESK_TEST_NOW + DAY);
  g_assert_cmpint (incident->leak_due_at, ==, DESK_TEST_NOW + 10 * DAY);
  g_assert_cmpuint (incident->written, ==, 0);
  g_assert_false (incident->is_reported);
  g_assert_false (incident->is_closed);

  /* The clock runs from the finding, and the level is the meeting's when nobody knows it. */
  id = msk_incident_desk_open (test->session, &draft, &error);
  g_assert_no_error (error);
  entry = get_incident (test, id);
  g_assert_cmpint (entry->report_due_at, ==, DESK_TEST_NOW - 7200 + DAY);
  g_assert_cmpint (entry->at, ==, DESK_TEST_NOW);
  g_assert_cmpint (entry->level, ==, msk_session_get_meeting (test->session)->level);
  g_assert_cmpint (entry->leak_due_at, ==, 0);
  g_assert_cmpint (entry->attendee_id, ==, PERSON_REJECTED);

  draft.found_at = DESK_TEST_NOW + 1;
  assert_input (msk_incident_desk_open (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_BAD_TIME);
  draft.found_at = 0;
  draft.attendee_id = 999;
  assert_input (msk_incident_desk_open (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_NOT_FOUND);
  draft.attendee_id = 0;
  draft.text = " ";
  assert_input (msk_incident_desk_open (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  draft.text = "x";
  draft.kind = MSK_INCIDENT_MISSING;
  assert_input (msk_incident_desk_open (test->session, &draft, &error) != 0, &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_cmpuint (incident_test_count (test), ==, 2);
}

static void
test_told (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = open_by_hand (test);
  g_autoptr(MskIncident) incident = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  MskIncidentReport *first;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_GUARD, "公安",
                                                   0, &error),
                         &error, MSK_RULE_ERROR_INCIDENT_NOT_REPORTED);
  assert_input (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, " ", 0,
                                          &error),
                &error, MSK_INPUT_ERROR_BAD_VALUE);
  assert_input (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "赵",
                                          DESK_TEST_NOW - 1, &error),
                &error, MSK_INPUT_ERROR_BAD_TIME);
  desk_test_now += 3600;
  assert_input (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "赵",
                                          desk_test_now + 1, &error),
                &error, MSK_INPUT_ERROR_BAD_TIME);
  g_assert_true (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "保密处 赵",
                                           DESK_TEST_NOW + 60, &error));
  g_assert_true (
      msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_GUARD, "保卫处 钱", 0, &error));
  g_assert_no_error (error);

  incident = get_incident (test, id);
  g_assert_true (incident->is_reported);
  g_assert_cmpint (incident->reported_at, ==, DESK_TEST_NOW + 60);
  g_assert_cmpint (msk_incident_clock_classify (incident, MSK_INCIDENT_CLOCK_REPORT,
                                                DESK_TEST_NOW + 9 * DAY),
                   ==, MSK_INCIDENT_STANDING_STOPPED);
  reports = msk_incident_desk_list_reports (test->session, id, &error);
  g_assert_cmpuint (reports->len, ==, 2);
  first = reports->pdata[0];
  g_assert_cmpstr (first->whom, ==, "保密处 赵");
  g_assert_cmpint (first->at, ==, DESK_TEST_NOW + 3600);
  desk_test_sql_refused (test, "UPDATE incident_report SET told_at = 0");
  desk_test_sql_refused (test, "DELETE FROM incident_report");
}

/* The clock went back behind the finding: what is told now is told. */
static void
test_told_after_the_clock_went_back (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = open_by_hand (test);
  g_autoptr(MskIncident) incident = NULL;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_now -= 30 * DAY;
  g_assert_true (
      msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "赵", 0, &error));
  g_assert_true (msk_incident_desk_write (test->session, id, MSK_HEADING_CAUSE, "x", &error));
  g_assert_no_error (error);
  incident = get_incident (test, id);
  g_assert_cmpint (incident->report_due_at, ==, DESK_TEST_NOW + DAY);
  g_assert_cmpint (msk_incident_clock_classify (incident, MSK_INCIDENT_CLOCK_REPORT,
                                                DESK_TEST_NOW + 9 * DAY),
                   ==, MSK_INCIDENT_STANDING_STOPPED);
}

static void
test_versions (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = open_by_hand (test);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(MskIncident) incident = NULL;
  MskIncidentEntry *second;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_incident_desk_write (test->session, id, MSK_HEADING_HARM, "不明", &error));
  desk_test_assert_rule (msk_incident_desk_write (test->session, id, MSK_HEADING_HARM, " 不明 ",
                                                  &error),
                         &error, MSK_RULE_ERROR_NOTHING_CHANGED);
  g_assert_true (msk_incident_desk_write (test->session, id, MSK_HEADING_HARM, "无", &error));
  assert_input (msk_incident_desk_write (test->session, id, MSK_HEADING_HARM, "", &error), &error,
                MSK_INPUT_ERROR_BAD_VALUE);
  assert_input (msk_incident_desk_write (test->session, 99, MSK_HEADING_HARM, "x", &error), &error,
                MSK_INPUT_ERROR_NOT_FOUND);

  entries = msk_incident_desk_list_entries (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  second = entries->pdata[1];
  g_assert_cmpuint (second->version, ==, 2);
  g_assert_cmpstr (second->text, ==, "无");
  g_assert_cmpstr (second->user, ==, "leader");
  incident = get_incident (test, id);
  g_assert_cmpuint (incident->written, ==, 1u << MSK_HEADING_HARM);
  desk_test_sql_refused (test, "UPDATE incident_entry SET text = 'x'");
  desk_test_sql_refused (test, "DELETE FROM incident_entry");
  desk_test_sql_refused (test, "INSERT INTO incident_entry (incident_id, heading, version, text, "
                               "at, user, station) VALUES (1, 'harm', 4, 'x', 1, 'u', 's')");
}

static void
test_closing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = open_by_hand (test);
  g_autoptr(MskIncident) incident = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (close_as (test, id, "leader", &error), &error,
                         MSK_RULE_ERROR_INCIDENT_NOT_REPORTED);
  g_assert_true (
      msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_SECRECY, "赵", 0, &error));
  desk_test_assert_rule (close_as (test, id, "leader", &error), &error,
                         MSK_RULE_ERROR_INCIDENT_INCOMPLETE);
  desk_test_sql_refused (test, "INSERT INTO incident_closing VALUES (1, 1, 'officer', 'leader', "
                               "'desk')");
  write_all (test, id);

  /* The leader beside, and nobody else. */
  g_assert_false (close_as (test, id, "clerk", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (close_as (test, id, "officer", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  entries = desk_test_count_entries (test);
  g_assert_true (close_as (test, id, "leader", &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);

  incident = get_incident (test, id);
  g_assert_true (incident->is_closed);
  g_assert_cmpstr (incident->closed_by, ==, "officer");
  g_assert_cmpstr (incident->leader, ==, "leader");
  desk_test_assert_rule (close_as (test, id, "leader", &error), &error,
                         MSK_RULE_ERROR_INCIDENT_CLOSED);
  desk_test_assert_rule (msk_incident_desk_write (test->session, id, MSK_HEADING_CAUSE, "又",
                                                  &error),
                         &error, MSK_RULE_ERROR_INCIDENT_CLOSED);
  desk_test_assert_rule (msk_incident_desk_report (test->session, id, MSK_DEPARTMENT_OTHER, "x", 0,
                                                   &error),
                         &error, MSK_RULE_ERROR_INCIDENT_CLOSED);
  desk_test_sql_refused (test, "INSERT INTO incident_entry (incident_id, heading, version, text, "
                               "at, user, station) VALUES (1, 'found', 1, 'x', 1, 'u', 's')");
  desk_test_sql_refused (test, "DELETE FROM incident_closing");
}

static void
test_summary (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  MskIncidentSummary summary;

  g_assert_true (msk_incident_desk_get_summary (test->session, &summary, &error));
  none = msk_incident_summary_dup_text (&summary, desk_test_now);
  g_assert_cmpstr (none, ==, "");
  open_by_hand (test);
  desk_test_now += 19 * 3600;
  g_assert_true (msk_incident_desk_get_summary (test->session, &summary, &error));
  g_assert_no_error (error);
  one = msk_incident_summary_dup_text (&summary, desk_test_now);
  g_assert_cmpstr (one, ==, "1 incident is open: an incident is to be reported within 5 h");
}

/* One a serial while it is open, and not one a scan. */
static void
test_codes (DeskTest *test, gconstpointer unused)
{
  g_autofree char *forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *other = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  g_autoptr(MskIncident) incident = NULL;

  forged[MSK_TAG_LENGTH - 1] = forged[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  other[MSK_TAG_LENGTH - 1] = other[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  desk_test_refuse (test, MSK_SCAN_RETURN, forged, "forged-tag", 2);
  desk_test_refuse (test, MSK_SCAN_RETURN, forged, "forged-tag", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, forged, "forged-tag", 1);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
  desk_test_refuse (test, MSK_SCAN_RETURN, other, "forged-tag", 2);
  g_assert_cmpuint (incident_test_count (test), ==, 2);
  incident = get_incident (test, 1);
  g_assert_cmpint (incident->kind, ==, MSK_INCIDENT_FORGED_TAG);
  g_assert_cmpstr (incident->subject, ==, "code");
  g_assert_cmpint (incident->serial, >, 0);
  g_assert_null (strstr (incident->text, forged));
}

/* What a closed incident was about is a new thing when it shows again. */
static void
test_code_after_closing (DeskTest *test, gconstpointer unused)
{
  g_autofree char *forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;

  forged[MSK_TAG_LENGTH - 1] = forged[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  desk_test_refuse (test, MSK_SCAN_RETURN, forged, "forged-tag", 2);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  write_all (test, 1);
  g_assert_true (
      msk_incident_desk_report (test->session, 1, MSK_DEPARTMENT_SECRECY, "赵", 0, &error));
  g_assert_true (close_as (test, 1, "leader", &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_refuse (test, MSK_SCAN_RETURN, forged, "forged-tag", 2);
  g_assert_cmpuint (incident_test_count (test), ==, 2);
}

/* What the register of spoiled sheets is told of a copy that somebody holds is what a second scan
 * of it says. */
static void
test_second_set (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskIncident) incident = NULL;

  g_assert_cmpint (msk_print_desk_twice (test->session, COPY_GOOD + 1, 0, "出了两份", &error), >,
                   0);
  incident_test_assert (test, "");
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpint (msk_print_desk_twice (test->session, COPY_GOOD, 0, "桌下又一份", &error), >, 0);
  g_assert_cmpint (msk_print_desk_twice (test->session, COPY_GOOD, 0, "又一份", &error), >, 0);
  g_assert_no_error (error);
  incident_test_assert (test, "second-sighting copy 000001\n");
  incident = get_incident (test, 1);
  g_assert_cmpint (incident->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (incident->level, ==, MSK_LEVEL_SECRET);
  g_assert_nonnull (strstr (incident->text, "桌下又一份"));
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
}

static void
test_second_sighting (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *page = desk_test_dup_copy_code (test, COPY_GOOD, 2);
  g_autofree char *other = desk_test_dup_copy_code (test, OTHER_COPY_GOOD, 1);
  g_autoptr(MskIncident) secret = NULL;
  g_autoptr(MskIncident) confidential = NULL;

  desk_test_refuse (test, MSK_SCAN_RETURN, code, "second-sighting", 2);
  desk_test_refuse (test, MSK_SCAN_RETURN, code, "second-sighting", 1);
  desk_test_refuse (test, MSK_SCAN_RETURN, page, "second-sighting", 1);
  desk_test_refuse (test, MSK_SCAN_RETURN, other, "second-sighting", 2);
  g_assert_cmpuint (incident_test_count (test), ==, 2);
  secret = get_incident (test, 1);
  g_assert_cmpint (secret->kind, ==, MSK_INCIDENT_SECOND_SIGHTING);
  g_assert_cmpstr (secret->subject, ==, "copy 000001");
  g_assert_cmpint (secret->level, ==, MSK_LEVEL_SECRET);
  confidential = get_incident (test, 2);
  g_assert_cmpint (confidential->level, ==, MSK_LEVEL_CONFIDENTIAL);
}

/* Two copies are out when the sweep begins; what is printed and not checked is given up. */
static void
set_up_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_set_up_inside (test, NULL);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  desk_test_give_up (test, COPY_UNCHECKED);
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
}

static void
test_missing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autoptr(MskIncident) missing = NULL;
  g_autoptr(MskIncident) found = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(GPtrArray) entries = NULL;

  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD,
                                                "保密处 赵", "找遍会场", &error));
  g_assert_no_error (error);
  missing = get_incident (test, 1);
  g_assert_cmpint (missing->kind, ==, MSK_INCIDENT_MISSING);
  g_assert_cmpstr (missing->subject, ==, "copy 000001");
  g_assert_cmpstr (missing->text, ==, "找遍会场");
  g_assert_cmpint (missing->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (missing->level, ==, MSK_LEVEL_SECRET);
  g_assert_true (missing->is_reported);
  reports = msk_incident_desk_list_reports (test->session, 1, &error);
  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_cmpstr (((MskIncidentReport *) reports->pdata[0])->whom, ==, "保密处 赵");

  /* It turns up: that stands there too, and the incident stays open. */
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_now += 60;
  code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  desk_test_expect (test, MSK_SCAN_SWEEP, code, "copy-missing");
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD, "在讲台下", &error));
  g_assert_no_error (error);
  found = get_incident (test, 1);
  g_assert_cmpuint (found->written, ==, 1u << MSK_HEADING_FOUND);
  g_assert_cmpint (found->recovered_at, ==, desk_test_now);
  g_assert_false (found->is_closed);
  entries = msk_incident_desk_list_entries (test->session, 1, &error);
  g_assert_cmpstr (((MskIncidentEntry *) entries->pdata[0])->text, ==, "在讲台下");
  g_assert_cmpuint (incident_test_count (test), ==, 1);
}

/* Nothing is registered of a report that is refused. */
static void
test_missing_refused (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  assert_input (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD, "", "x",
                                               &error),
                &error, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_true (
      msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD, "x", "x", &error));
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD,
                                                        "x", "x", &error),
                         &error, MSK_RULE_ERROR_COPY_MISSING);
  g_assert_cmpuint (incident_test_count (test), ==, 1);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, begin, function)                                                                 \
  g_test_add ("/desk/incident/" name, DeskTest, NULL, begin, function, desk_test_tear_down)
  ADD ("somebody-reports-one-by-hand", desk_test_set_up, test_opened_by_hand);
  ADD ("the-secrecy-department-is-told-first", desk_test_set_up, test_told);
  ADD ("what-is-told-under-a-clock-that-went-back-is-told", desk_test_set_up,
       test_told_after_the_clock_went_back);
  ADD ("a-text-is-changed-by-its-next-version", desk_test_set_up, test_versions);
  ADD ("two-close-it-with-everything-on-record", desk_test_set_up, test_closing);
  ADD ("the-next-clock-is-told", desk_test_set_up, test_summary);
  ADD ("a-strange-code-is-one-incident", desk_test_set_up, test_codes);
  ADD ("after-the-closing-it-is-another", desk_test_set_up, test_code_after_closing);
  ADD ("two-of-one-thing-are-one-incident", desk_test_set_up, test_second_sighting);
  ADD ("a-second-set-of-what-is-out-is-two-of-one-thing", desk_test_set_up_inside, test_second_set);
  ADD ("what-is-missing-opens-one-and-what-comes-back-stands-there", set_up_sweep, test_missing);
  ADD ("a-refused-report-opens-none", set_up_sweep, test_missing_refused);
#undef ADD
  return desk_test_run ();
}
