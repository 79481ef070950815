/* Incidents: what has to be on record (I2, I3), and the clocks of I1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-incident-clock.h"

#include "test-start.h"

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

static gint64
at (int year, int month, int day, int hour)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (year, month, day, hour, 0, 0);

  return g_date_time_to_unix (time);
}

static MskIncident *
make_incident (MskIncidentKind kind, MskLevel level, gint64 found_at)
{
  MskIncident *incident = msk_incident_new ();

  incident->id = 1;
  incident->kind = kind;
  incident->level = level;
  incident->at = found_at;
  incident->found_at = found_at;
  incident->report_due_at = msk_incident_clock_get_report_due (found_at);
  incident->leak_due_at = msk_incident_clock_get_leak_due (kind, level, found_at);
  incident->result_due_at = msk_incident_clock_get_result_due (found_at, 0);
  return incident;
}

static void
test_due_times (void)
{
  const gint64 found = at (2027, 1, 15, 9);

  g_assert_cmpint (msk_incident_clock_get_report_due (found), ==, at (2027, 1, 16, 9));
  g_assert_cmpint (msk_incident_clock_get_leak_due (MSK_INCIDENT_MISSING, MSK_LEVEL_TOP_SECRET,
                                                    found),
                   ==, at (2027, 1, 25, 9));
  g_assert_cmpint (msk_incident_clock_get_leak_due (MSK_INCIDENT_MISSING, MSK_LEVEL_SECRET, found),
                   ==, at (2027, 3, 16, 9));
  g_assert_cmpint (msk_incident_clock_get_leak_due (MSK_INCIDENT_PAGES_MISSING,
                                                    MSK_LEVEL_CONFIDENTIAL, found),
                   ==, at (2027, 3, 16, 9));
  /* What is not lost does not leak by staying away. */
  g_assert_cmpint (msk_incident_clock_get_leak_due (MSK_INCIDENT_FORGED_TAG, MSK_LEVEL_TOP_SECRET,
                                                    found),
                   ==, 0);
  g_assert_cmpint (msk_incident_clock_get_leak_due (MSK_INCIDENT_OTHER, MSK_LEVEL_TOP_SECRET,
                                                    found),
                   ==, at (2027, 1, 25, 9));
}

typedef struct
{
  int from[4];
  int to[4];
  gint64 utc_offset;
} Months;

static const Months months[] = {
  { { 2027, 1, 15, 9 }, { 2027, 4, 15, 9 }, 0 },
  { { 2026, 12, 1, 0 }, { 2027, 3, 1, 0 }, 0 },
  /* A month without such a day ends on its last; in a leap year that is another. */
  { { 2026, 11, 30, 9 }, { 2027, 2, 28, 9 }, 0 },
  { { 2027, 11, 30, 9 }, { 2028, 2, 29, 9 }, 0 },
  { { 2027, 11, 29, 9 }, { 2028, 2, 29, 9 }, 0 },
  { { 2028, 2, 29, 9 }, { 2028, 5, 29, 9 }, 0 },
  /* Days are those on the wall: in Beijing it is the 30th already. */
  { { 2026, 11, 29, 18 }, { 2027, 2, 27, 18 }, 8 * HOUR },
  { { 2026, 11, 29, 18 }, { 2027, 2, 28, 18 }, 0 },
  { { 2027, 3, 1, 2 }, { 2027, 5, 29, 2 }, -5 * HOUR },
};

static void
test_three_months (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const Months *row = &months[i];
      const gint64 found = at (row->from[0], row->from[1], row->from[2], row->from[3]);
      const gint64 due = msk_incident_clock_get_result_due (found, row->utc_offset);

      g_test_message ("row %u", i);
      g_assert_cmpint (due, ==, at (row->to[0], row->to[1], row->to[2], row->to[3]));
      /* What the register itself insists on. */
      g_assert_cmpint (due - found, >=, 88 * DAY);
      g_assert_cmpint (due - found, <=, 93 * DAY);
    }

  g_assert_cmpint (msk_incident_clock_get_result_due (-60, 0), ==, at (1970, 3, 31, 23) + 3540);
  g_assert_cmpint (msk_incident_clock_get_result_due (G_MAXINT64 / 4, 0), ==,
                   G_MAXINT64 / 4 + 89 * DAY);
}

static void
assert_standing (MskIncident *incident,
                 MskIncidentClock clock,
                 gint64 now,
                 MskIncidentStanding standing)
{
  g_assert_cmpint (msk_incident_clock_classify (incident, clock, now), ==, standing);
}

static void
test_standings (void)
{
  const gint64 found = at (2027, 1, 15, 9);
  g_autoptr(MskIncident) lost = make_incident (MSK_INCIDENT_MISSING, MSK_LEVEL_TOP_SECRET, found);
  g_autoptr(MskIncident) forged =
                 make_incident (MSK_INCIDENT_FORGED_TAG, MSK_LEVEL_TOP_SECRET, found);

  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found, MSK_INCIDENT_STANDING_RUNNING);
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + 18 * HOUR - 1,
                   MSK_INCIDENT_STANDING_RUNNING);
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + 18 * HOUR, MSK_INCIDENT_STANDING_SOON);
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + DAY, MSK_INCIDENT_STANDING_SOON);
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + DAY + 1, MSK_INCIDENT_STANDING_OVERDUE);
  assert_standing (lost, MSK_INCIDENT_CLOCK_LEAK, found + 10 * DAY, MSK_INCIDENT_STANDING_SOON);
  assert_standing (lost, MSK_INCIDENT_CLOCK_LEAK, found + 10 * DAY + 1,
                   MSK_INCIDENT_STANDING_OVERDUE);
  assert_standing (forged, MSK_INCIDENT_CLOCK_LEAK, found + 99 * DAY, MSK_INCIDENT_STANDING_NONE);
  assert_standing (lost, MSK_INCIDENT_CLOCK_RESULT, found, MSK_INCIDENT_STANDING_RUNNING);

  /* In time to the second, or late; whatever the time is by now. */
  lost->is_reported = TRUE;
  lost->reported_at = found + DAY;
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + 99 * DAY,
                   MSK_INCIDENT_STANDING_STOPPED);
  lost->reported_at++;
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found, MSK_INCIDENT_STANDING_LATE);
  lost->written = 1u << MSK_HEADING_FOUND;
  lost->recovered_at = found + 10 * DAY;
  assert_standing (lost, MSK_INCIDENT_CLOCK_LEAK, found + 99 * DAY, MSK_INCIDENT_STANDING_STOPPED);
  lost->recovered_at++;
  assert_standing (lost, MSK_INCIDENT_CLOCK_LEAK, found + 99 * DAY, MSK_INCIDENT_STANDING_LATE);
  lost->is_closed = TRUE;
  lost->closed_at = found + 30 * DAY;
  assert_standing (lost, MSK_INCIDENT_CLOCK_RESULT, found + 99 * DAY,
                   MSK_INCIDENT_STANDING_STOPPED);
}

/* The times are absolute: a clock that was set back makes none of them later, and what was done
 * under it is done. */
static void
test_clock_set_back (void)
{
  const gint64 found = at (2027, 1, 15, 9);
  const gint64 before = found - 400 * DAY;
  g_autoptr(MskIncident) lost = make_incident (MSK_INCIDENT_MISSING, MSK_LEVEL_TOP_SECRET, found);

  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, before, MSK_INCIDENT_STANDING_RUNNING);
  g_assert_cmpint (msk_incident_clock_get_due (lost, MSK_INCIDENT_CLOCK_REPORT), ==, found + DAY);
  lost->is_reported = TRUE;
  lost->reported_at = before;
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + 2 * DAY, MSK_INCIDENT_STANDING_STOPPED);

  /* Even at the second at which a clock that was never set begins. */
  lost->reported_at = 0;
  lost->written = 1u << MSK_HEADING_FOUND;
  lost->recovered_at = 0;
  assert_standing (lost, MSK_INCIDENT_CLOCK_REPORT, found + 2 * DAY, MSK_INCIDENT_STANDING_STOPPED);
  assert_standing (lost, MSK_INCIDENT_CLOCK_LEAK, found + 99 * DAY, MSK_INCIDENT_STANDING_STOPPED);
}

static void
test_next_clock (void)
{
  const gint64 found = at (2027, 1, 15, 9);
  g_autoptr(GPtrArray) incidents = g_ptr_array_new_with_free_func (g_object_unref);
  MskIncident *early, *late, *next = NULL;
  MskIncidentClock clock;

  g_assert_false (msk_incident_clock_find_next (incidents, found, &next, &clock));
  late = make_incident (MSK_INCIDENT_MISSING, MSK_LEVEL_TOP_SECRET, found + HOUR);
  early = make_incident (MSK_INCIDENT_LOST_BADGE, MSK_LEVEL_SECRET, found);
  g_ptr_array_add (incidents, late);
  g_ptr_array_add (incidents, early);

  g_assert_true (msk_incident_clock_find_next (incidents, found + 2 * HOUR, &next, &clock));
  g_assert_true (next == early && clock == MSK_INCIDENT_CLOCK_REPORT);
  early->is_reported = TRUE;
  g_assert_true (msk_incident_clock_find_next (incidents, found + 2 * DAY, &next, &clock));
  g_assert_true (next == late && clock == MSK_INCIDENT_CLOCK_REPORT);
  late->is_reported = TRUE;
  g_assert_true (msk_incident_clock_find_next (incidents, found + 2 * DAY, &next, &clock));
  g_assert_true (next == late && clock == MSK_INCIDENT_CLOCK_LEAK);

  /* What counts as leaked waits for nothing; the result does. */
  g_assert_true (msk_incident_clock_find_next (incidents, found + 20 * DAY, &next, &clock));
  g_assert_true (next == early && clock == MSK_INCIDENT_CLOCK_RESULT);
  early->is_closed = TRUE;
  late->is_closed = TRUE;
  g_assert_false (msk_incident_clock_find_next (incidents, found, &next, &clock));
}

static void
assert_text (MskIncidentClock clock, gint64 left, const char *expected)
{
  g_autofree char *text = msk_incident_clock_dup_text (clock, 1000 * DAY, 1000 * DAY - left);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_clock_texts (void)
{
  assert_text (MSK_INCIDENT_CLOCK_REPORT, 6 * HOUR - 1, "an incident is to be reported within 5 h");
  assert_text (MSK_INCIDENT_CLOCK_REPORT, 59, "an incident is to be reported within 0 min");
  assert_text (MSK_INCIDENT_CLOCK_REPORT, -3 * DAY,
               "an incident should have been reported 3 days ago");
  assert_text (MSK_INCIDENT_CLOCK_LEAK, 2 * DAY, "something lost counts as leaked in 2 days");
  assert_text (MSK_INCIDENT_CLOCK_LEAK, -HOUR, "something lost counts as leaked for 1 h");
  assert_text (MSK_INCIDENT_CLOCK_RESULT, DAY, "the result of an incident is due within 24 h");
  assert_text (MSK_INCIDENT_CLOCK_RESULT, -DAY, "the result of an incident was due 24 h ago");
}

static void
assert_refused (gboolean done, GError **error, MskRuleError code)
{
  g_assert_false (done);
  g_assert_error (*error, MSK_RULE_ERROR, (int) code);
  g_clear_error (error);
}

static void
test_closing (void)
{
  g_autoptr(MskIncident) incident =
                 make_incident (MSK_INCIDENT_MISSING, MSK_LEVEL_SECRET, at (2027, 1, 15, 9));
  g_autoptr(GError) error = NULL;

  incident->written = (1u << MSK_HEADING_N_NEEDED) - 1;
  assert_refused (msk_incident_check_close (incident, &error), &error,
                  MSK_RULE_ERROR_INCIDENT_NOT_REPORTED);
  incident->is_reported = TRUE;

  /* Each heading by itself keeps it open, and is named. */
  for (guint heading = 0; heading < MSK_HEADING_N_NEEDED; heading++)
    {
      g_autofree char *missing = NULL;
      const char *label = msk_incident_heading_get_label ((MskIncidentHeading) heading);

      incident->written = ((1u << MSK_HEADING_N) - 1) & ~(1u << heading);
      missing = msk_incident_dup_missing (incident);
      g_assert_cmpstr (missing, ==, label);
      g_assert_false (msk_incident_check_close (incident, &error));
      g_assert_nonnull (strstr (error->message, label));
      assert_refused (FALSE, &error, MSK_RULE_ERROR_INCIDENT_INCOMPLETE);
    }

  /* Whether the thing was found keeps nothing open. */
  incident->written = (1u << MSK_HEADING_N_NEEDED) - 1;
  g_assert_true (msk_incident_check_close (incident, &error));
  g_assert_no_error (error);
  incident->is_closed = TRUE;
  assert_refused (msk_incident_check_close (incident, &error), &error,
                  MSK_RULE_ERROR_INCIDENT_CLOSED);
  assert_refused (msk_incident_check_open (incident, &error), &error,
                  MSK_RULE_ERROR_INCIDENT_CLOSED);
  assert_refused (msk_incident_check_tell (incident, MSK_DEPARTMENT_SECRECY, &error), &error,
                  MSK_RULE_ERROR_INCIDENT_CLOSED);
}

static void
test_secrecy_first (void)
{
  g_autoptr(MskIncident) incident =
                 make_incident (MSK_INCIDENT_MISSING, MSK_LEVEL_SECRET, at (2027, 1, 15, 9));
  g_autoptr(GError) error = NULL;

  assert_refused (msk_incident_check_tell (incident, MSK_DEPARTMENT_GUARD, &error), &error,
                  MSK_RULE_ERROR_INCIDENT_NOT_REPORTED);
  g_assert_true (msk_incident_check_tell (incident, MSK_DEPARTMENT_SECRECY, &error));
  incident->is_reported = TRUE;
  g_assert_true (msk_incident_check_tell (incident, MSK_DEPARTMENT_OTHER, &error));
  g_assert_no_error (error);
}

static void
test_texts (void)
{
  static const char *const bad[] = {
    "", " \n\t ", "a\tb", "a\x01", "\xff", "看\u2028见", "\ue000"
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *long_text = g_strnfill (MSK_INCIDENT_TEXT_MAX + 1, 'x');
  g_autofree char *clean = msk_incident_dup_clean ("\n 机密文件一份 \r\n\n第二行\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (clean, ==, "机密文件一份\n\n第二行");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("row %u", i);
      g_assert_null (msk_incident_dup_clean (bad[i], &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      g_clear_error (&error);
    }
  g_assert_null (msk_incident_dup_clean (NULL, NULL));
  g_assert_null (msk_incident_dup_clean (long_text, NULL));
  long_text[MSK_INCIDENT_TEXT_MAX] = '\0';
  g_free (clean);
  clean = msk_incident_dup_clean (long_text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clean, ==, long_text);
}

static void
test_labels (void)
{
  for (guint kind = 0; kind <= MSK_INCIDENT_OTHER; kind++)
    g_assert_cmpstr (msk_incident_kind_get_label ((MskIncidentKind) kind), !=, "");
  for (guint heading = 0; heading < MSK_HEADING_N; heading++)
    g_assert_cmpstr (msk_incident_heading_get_label ((MskIncidentHeading) heading), !=, "");
  for (guint clock = 0; clock < MSK_INCIDENT_CLOCK_N; clock++)
    g_assert_cmpstr (msk_incident_clock_get_label ((MskIncidentClock) clock), !=, "");
  expect_critical ();
  g_assert_cmpstr (msk_incident_heading_get_label (MSK_HEADING_N), ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

#define ADD(name, function) g_test_add_func ("/core/incident/" name, function)
  ADD ("times-are-reckoned-from-the-finding-and-the-level", test_due_times);
  ADD ("three-months-are-those-of-the-calendar", test_three_months);
  ADD ("a-clock-stands-where-it-stands-to-the-second", test_standings);
  ADD ("a-clock-that-was-set-back-moves-no-time", test_clock_set_back);
  ADD ("the-next-clock-is-the-earliest-that-waits", test_next_clock);
  ADD ("a-clock-never-says-more-than-there-is", test_clock_texts);
  ADD ("it-closes-with-everything-on-record", test_closing);
  ADD ("the-secrecy-department-is-told-first", test_secrecy_first);
  ADD ("texts-are-whole-and-seen", test_texts);
  ADD ("everything-has-a-word", test_labels);
#undef ADD
  return g_test_run ();
}
