/* The round through the venue: zones, blind counts, things without a code.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-left-item-desk.h"
#include "msk-session-private.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-count-store.h"
#include "msk-sweep-zone-desk.h"

#include "desk-test.h"
#include "incident-test.h"
#include "ledger-replay.h"

/* Nothing was ever given out; the sweep is under way, and the clerk is signed in. */
static void
set_up_started (DeskTest *test, gconstpointer unused)
{
  static const guint unchecked[] = { COPY_UNCHECKED, COPY_UNCHECKED + 1, OTHER_COPY_UNCHECKED,
                                     OTHER_COPY_UNCHECKED + 1 };
  g_autoptr(GError) error = NULL;

  desk_test_set_up_inside (test, NULL);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  for (guint i = 0; i < G_N_ELEMENTS (unchecked); i++)
    desk_test_give_up (test, unchecked[i]);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

static MskSweepZone *
find (GPtrArray *zones, MskMeasureArea area)
{
  for (guint i = 0; i < zones->len; i++)
    if (MSK_SWEEP_ZONE (zones->pdata[i])->area == area)
      return zones->pdata[i];

  g_assert_not_reached ();
}

static MskVerdict *
scan (MskScanDesk *desk, DeskTest *test, guint number)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = msk_scan_desk_scan (desk, code, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
test_zones (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_autoptr(MskVerdict) in_store = scan (desk, test, COPY_GOOD + 1);
  g_autoptr(MskVerdict) at_seats = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(MskVerdict) forged = NULL;
  g_autoptr(GPtrArray) zones = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 2, 1);
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_scan_desk_set_zone (desk, MSK_MEASURE_AREA_SEATS, &error));
  at_seats = scan (desk, test, COPY_GOOD);
  g_assert_cmpstr (at_seats->code, ==, "second-sighting");
  g_assert_true (msk_scan_desk_set_zone (desk, MSK_MEASURE_AREA_BINS, &error));
  again = scan (desk, test, COPY_GOOD);
  g_assert_cmpstr (again->code, ==, "second-sighting");
  g_assert_nonnull (strstr (again->text, msk_measure_area_get_label (MSK_MEASURE_AREA_SEATS)));
  g_assert_nonnull (strstr (again->text, msk_measure_area_get_label (MSK_MEASURE_AREA_BINS)));
  code[MSK_TAG_LENGTH - 1] = code[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  forged = msk_scan_desk_scan (desk, code, &error);
  g_assert_cmpstr (forged->code, ==, "forged-tag");

  zones = msk_sweep_zone_desk_list (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_STORAGE)->seen, ==, 1);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_SEATS)->seen, ==, 1);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_BINS)->seen, ==, 0);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_BINS)->again, ==, 1);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_BINS)->strange, ==, 1);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_VEHICLES)->seen, ==, 0);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_VEHICLES)->open, >, 0);
}

/* A zone is one that the meeting's checklist has walked. */
static void
test_no_zone (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  MskMeasureArea zone = MSK_MEASURE_AREA_BINS;
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_scan_desk_set_zone (desk, MSK_MEASURE_AREA_LIAISON, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, "vehicles"));
  g_clear_error (&error);
  g_assert_cmpint (msk_scan_desk_get_zone (desk), ==, MSK_SWEEP_ZONE_FIRST);
  g_assert_false (msk_sweep_zone_desk_parse (test->session, "moon", &zone, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_cmpint (zone, ==, MSK_MEASURE_AREA_BINS);
}

static void
test_papers (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_autoptr(MskVerdict) one = scan (desk, test, COPY_GOOD + 1);
  g_autoptr(MskVerdict) other = scan (desk, test, OTHER_COPY_GOOD);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tallies = msk_sweep_zone_desk_list_papers (test->session, &error);
  MskSweepTally *secret;

  g_assert_no_error (error);
  g_assert_cmpuint (tallies->len, ==, 2);
  secret = g_ptr_array_index (tallies, 0);
  g_assert_cmpint (secret->paper_id, ==, PAPER_SECRET);
  g_assert_cmpuint (secret->expected, ==, RESERVED);
  g_assert_cmpuint (secret->seen, ==, 1);
  g_assert_cmpuint (secret->classes[MSK_SWEEP_IN_STORE], ==, 1);
  g_assert_cmpuint (secret->classes[MSK_SWEEP_OUT], ==, 1);
  g_assert_cmpuint (secret->classes[MSK_SWEEP_NOT_SEEN], ==, GOOD - 2);
  g_assert_cmpuint (secret->unexplained, ==, GOOD - 1);
}

/* As many of the Secret paper as said; all else as the register has it. */
static gboolean
count (DeskTest *test, MskRole role, guint secret, MskSweepCountStanding *standing, GError **error)
{
  g_autoptr(GArray) figures = NULL;

  desk_test_sign_in (test, role);
  figures = msk_sweep_count_store_expect (msk_session_require_meeting (test->session,
                                                                       MSK_ACT_MEETING_READ, NULL),
                                          NULL);
  for (guint i = 0; i < figures->len; i++)
    {
      MskSweepFigure *figure = &g_array_index (figures, MskSweepFigure, i);

      figure->counted = figure->paper_id == PAPER_SECRET ? secret : figure->expected;
    }
  return msk_sweep_count_desk_add (test->session, figures, standing, error);
}

static gboolean
stands_against (DeskTest *test, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) obstacles = msk_sweep_desk_list_obstacles (test->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < obstacles->len; i++)
    if (g_error_matches (obstacles->pdata[i], MSK_RULE_ERROR, code))
      return TRUE;

  return FALSE;
}

/* Nobody learns what is expected, or what another counted, while somebody is still to count. */
static void
assert_blind (DeskTest *test, guint n)
{
  MskSweepCountStanding standing;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (test->session, &standing, &error);
  g_autoptr(GArray) wanted = msk_sweep_count_desk_list_wanted (test->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (MSK_SWEEP_COUNT (counts->pdata[i])->figures->len, ==, 0);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpuint (g_array_index (wanted, MskSweepFigure, i).expected, ==, 0);
  g_assert_true (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));
}

static void
test_counts (DeskTest *test, gconstpointer unused)
{
  const guint right = GOOD - 1; /* one is with somebody */
  g_autoptr(GPtrArray) counts = NULL;
  g_autoptr(GError) error = NULL;
  MskSweepCountStanding standing;

  assert_blind (test, 0);
  g_assert_true (count (test, MSK_ROLE_DESK_CLERK, right, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_ONE);
  assert_blind (test, 1);
  desk_test_assert_rule (count (test, MSK_ROLE_DESK_CLERK, right, &standing, &error), &error,
                         MSK_RULE_ERROR_COUNTED_ALREADY);
  g_assert_true (count (test, MSK_ROLE_RESPONSIBLE_LEADER, right - 1, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_TWO_DIFFER);
  assert_blind (test, 2);
  g_assert_true (count (test, MSK_ROLE_SECURITY_OFFICER, right, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_AGREE);

  counts = msk_sweep_count_desk_list (test->session, &standing, &error);
  g_assert_cmpuint (counts->len, ==, 3);
  g_assert_cmpuint (MSK_SWEEP_COUNT (counts->pdata[0])->figures->len, ==, 4);
  g_assert_false (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));
  desk_test_sql_refused (test, "UPDATE sweep_count_figure SET counted = 0");
  desk_test_sql_refused (test, "UPDATE sweep_count SET user = 'x'");
  desk_test_sql_refused (test, "DELETE FROM sweep_count_figure");
}

/* The newest round says what differs, and not which way: only of the Secret paper. */
static void
assert_discord (DeskTest *test, guint n)
{
  MskSweepCountStanding standing;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (test->session, &standing, &error);
  const MskSweepCount *last;

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, n);
  last = g_ptr_array_index (counts, n - 1);
  g_assert_cmpuint (last->figures->len, >, 0);
  for (guint i = 0; i < last->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (last->figures, MskSweepFigure, i);

      g_assert_cmpuint (figure->expected, ==, 0);
      g_assert_cmpint (figure->differs, ==, figure->paper_id == PAPER_SECRET);
    }
}

/* Two who agree with each other and not with the register: it is looked into, not overruled. */
static void
test_counts_against_register (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) counts = NULL;
  MskSweepCountStanding standing;

  g_assert_true (count (test, MSK_ROLE_DESK_CLERK, GOOD, &standing, &error));
  g_assert_true (count (test, MSK_ROLE_ORGANISER, GOOD, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_NOT_REGISTER);
  g_assert_true (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));
  assert_discord (test, 2);
  incident_test_assert (test, "stock-differs sweep count\n");

  /* They can't agree with themselves on another figure. */
  g_assert_true (count (test, MSK_ROLE_DESK_CLERK, GOOD - 1, &standing, &error));
  desk_test_assert_rule (count (test, MSK_ROLE_ORGANISER, GOOD - 1, &standing, &error), &error,
                         MSK_RULE_ERROR_COUNTER_NOT_NEW);
  g_assert_true (count (test, MSK_ROLE_RESPONSIBLE_LEADER, GOOD - 2, &standing, &error));
  g_assert_true (count (test, MSK_ROLE_SECURITY_OFFICER, GOOD - 3, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_ALL_DIFFER);
  assert_discord (test, 5);
  incident_test_assert (test, "stock-differs sweep count\n"); /* one while it is open */

  g_assert_true (count (test, MSK_ROLE_ORGANISER, GOOD - 1, &standing, &error));
  g_assert_true (count (test, MSK_ROLE_DESK_CLERK, GOOD - 1, &standing, &error));
  g_assert_cmpint (standing, ==, MSK_SWEEP_COUNTS_AGREE);
  g_assert_false (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));

  /* Nothing of it vanishes. */
  counts = msk_sweep_count_desk_list (test->session, &standing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 7);
  g_assert_cmpint (MSK_SWEEP_COUNT (counts->pdata[0])->standing, ==, MSK_SWEEP_COUNTS_NOT_REGISTER);
  g_assert_cmpint (MSK_SWEEP_COUNT (counts->pdata[2])->standing, ==, MSK_SWEEP_COUNTS_ALL_DIFFER);
  g_assert_cmpint (MSK_SWEEP_COUNT (counts->pdata[6])->standing, ==, MSK_SWEEP_COUNTS_AGREE);
  g_assert_cmpuint (MSK_SWEEP_COUNT (counts->pdata[6])->round, ==, 3);
  incident_test_assert (test, "stock-differs sweep count\n");
}

/* What is taken back afterwards lies in a heap that nobody counted. */
static void
test_counts_are_of_a_moment (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_autoptr(MskVerdict) verdict = scan (desk, test, COPY_GOOD);
  g_autoptr(GError) error = NULL;

  desk_test_count_blind (test);
  g_assert_false (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD, "讲台抽屉内", &error));
  g_assert_no_error (error);
  g_assert_true (stands_against (test, MSK_RULE_ERROR_COUNTS_OPEN));
}

static void
see_in (DeskTest *test, MskMeasureArea zone, guint number, guint page, const char *wanted)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_autofree char *code = desk_test_dup_copy_code (test, number, page);
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_scan_desk_set_zone (desk, zone, &error));
  verdict = msk_scan_desk_scan (desk, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
  if (g_str_equal (wanted, "second-sighting"))
    g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
}

/* One sheet can't lie in two zones; the pages of one copy can. */
static void
test_two_of_one_page (DeskTest *test, gconstpointer unused)
{
  const guint number = COPY_GOOD + 1;
  g_autofree char *wanted = NULL;

  see_in (test, MSK_MEASURE_AREA_STORAGE, number, 1, "seen");
  see_in (test, MSK_MEASURE_AREA_STORAGE, number, 1, "already-scanned");
  see_in (test, MSK_MEASURE_AREA_BINS, number, 2, "already-scanned");
  see_in (test, MSK_MEASURE_AREA_BINS, number, 2, "already-scanned");
  incident_test_assert (test, "");

  see_in (test, MSK_MEASURE_AREA_SEATS, number, 1, "second-sighting");
  see_in (test, MSK_MEASURE_AREA_STORAGE, number, 2, "second-sighting");
  see_in (test, MSK_MEASURE_AREA_STORAGE, number, 1, "already-scanned");
  wanted = g_strdup_printf ("second-sighting copy %06u\n", number);
  incident_test_assert (test, wanted); /* one a thing while it is open */
  desk_test_sql_refused (test, "UPDATE sweep_sighting SET page = 3");
}

static gint64
leave (DeskTest *test, MskLeftKind kind)
{
  const MskLeftDraft draft = { kind, MSK_MEASURE_AREA_FLOOR, "黑色，靠窗第二张桌下", "段一鸣" };
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_assert_true (msk_left_item_desk_add (test->session, &draft, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_left_items (DeskTest *test, gconstpointer unused)
{
  const gint64 recorder = leave (test, MSK_LEFT_RECORDER);
  const gint64 umbrella = leave (test, MSK_LEFT_OTHER);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(MskIncident) incident = NULL;
  g_autoptr(GPtrArray) zones = NULL;
  MskLeftItem *item;
  g_autoptr(GError) error = NULL;

  items = msk_left_item_desk_list (test->session, &error);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->id, ==, recorder);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  incident = msk_incident_desk_get (test->session, item->incident, &error);
  g_assert_no_error (error);
  g_assert_cmpint (incident->kind, ==, MSK_INCIDENT_DEVICE_INSIDE);
  g_assert_cmpstr (incident->subject, ==, "left item 1");
  g_assert_cmpint (MSK_LEFT_ITEM (items->pdata[1])->incident, ==, 0);
  zones = msk_sweep_zone_desk_list (test->session, &error);
  g_assert_cmpuint (find (zones, MSK_MEASURE_AREA_FLOOR)->left, ==, 2);

  g_assert_true (stands_against (test, MSK_RULE_ERROR_LEFT_ITEMS_OPEN));
  g_assert_true (msk_left_item_desk_handle (test->session, recorder, "封存交保密处", &error));
  g_assert_true (msk_left_item_desk_handle (test->session, umbrella, "交服务台", &error));
  g_assert_false (stands_against (test, MSK_RULE_ERROR_LEFT_ITEMS_OPEN));
  desk_test_assert_rule (msk_left_item_desk_handle (test->session, recorder, "归还", &error),
                         &error, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_assert_false (msk_left_item_desk_handle (test->session, 3, "归还", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);

  desk_test_sql_refused (test, "UPDATE left_item SET description = 'x'");
  desk_test_sql_refused (test, "UPDATE left_item SET handling = 'x'");
  desk_test_sql_refused (test, "DELETE FROM left_item");
  desk_test_sql_refused (test, "INSERT INTO left_item SELECT 9, at, user, 'sheet', zone, "
                               "description, finder, NULL, '', 0, '' FROM left_item LIMIT 1");
}

static void
test_left_refusals (DeskTest *test, gconstpointer unused)
{
  MskLeftDraft draft = { MSK_LEFT_SHEET, MSK_MEASURE_AREA_FLOOR, " ", "段一鸣" };
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_assert_false (msk_left_item_desk_add (test->session, &draft, &id, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.description = "便笺";
  draft.zone = MSK_MEASURE_AREA_LIAISON;
  g_assert_false (msk_left_item_desk_add (test->session, &draft, &id, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* Whoever signed, signed for less than there is now. */
static void
test_signatures (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskSweepSummary summary;

  desk_test_sql (test, "INSERT INTO sweep_signature (user, role, at, revision)"
                       " SELECT 'x', 'organiser', 1, revision FROM sweep");
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.signatures, ==, 1);
  leave (test, MSK_LEFT_OTHER);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.signatures, ==, 0);
}

/* Whoever changes the register by hand does not close the meeting on it. */
static void
test_broken_balance (DeskTest *test, gconstpointer unused)
{
  g_assert_false (stands_against (test, MSK_RULE_ERROR_BALANCE_BROKEN));
  desk_test_sql (test, "UPDATE copy_count SET copies = copies + 1 WHERE paper_id = 1 AND state = "
                       "'in-store'");
  g_assert_true (stands_against (test, MSK_RULE_ERROR_BALANCE_BROKEN));
}

static char *
dup_line (MskSweepLine *line)
{
  return g_strdup_printf ("%d %u: class %d, %u sightings, state %d, first in %d at "
                          "%" G_GINT64_FORMAT ", %u of %u pages, %s",
                          line->kind, line->number, line->sweep_class, line->sightings, line->state,
                          line->zone, line->first_seen_at, line->pages_back, line->pages,
                          line->remark);
}

/* What was read whole, and then followed, is what is read whole now. */
static void
follow (DeskTest *test, GHashTable *shown, gint64 *revision)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = msk_sweep_desk_list (test->session, FALSE, &error);
  g_autoptr(GPtrArray) changed = msk_sweep_desk_list_changed (test->session, *revision, &error);
  MskSweepSummary summary;
  guint unexplained = 0, seen = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < changed->len; i++)
    {
      MskSweepLine *line = changed->pdata[i];

      g_hash_table_insert (shown, GUINT_TO_POINTER (line->number * 2 + line->kind),
                           dup_line (line));
    }
  for (guint i = 0; i < all->len; i++)
    {
      MskSweepLine *line = all->pdata[i];
      const gpointer key = GUINT_TO_POINTER (line->number * 2 + line->kind);
      g_autofree char *text = dup_line (line);

      if (*revision < 0)
        g_hash_table_insert (shown, key, g_strdup (text));
      g_assert_cmpstr (g_hash_table_lookup (shown, key), ==, text);
      seen += line->sightings > 0;
      unexplained += !msk_sweep_class_is_explained (line->sweep_class);
    }
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.seen, ==, seen);
  g_assert_cmpuint (summary.unexplained, ==, unexplained);
  *revision = summary.revision;
}

static void
test_follow (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GHashTable) shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_autoptr(MskScanDesk) back = NULL;
  g_autoptr(GError) error = NULL;
  gint64 revision = -1;

  follow (test, shown, &revision);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(MskVerdict) here = scan (desk, test, COPY_GOOD + 1);
      g_autoptr(MskVerdict) other = i == 1 ? scan (desk, test, OTHER_COPY_GOOD) : NULL;

      follow (test, shown, &revision);
    }
  g_object_unref (scan (desk, test, COPY_GOOD));
  follow (test, shown, &revision);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD, "桌下", &error);
  g_assert_no_error (error);
  follow (test, shown, &revision);
  msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, COPY_GOOD + 2, "赵", "找遍",
                                 &error);
  g_assert_no_error (error);
  follow (test, shown, &revision);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  back = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  g_object_unref (scan (back, test, COPY_GOOD + 2));
  follow (test, shown, &revision);
}

/* Nobody signs for figures that the lines do not have. */
static void
test_wrong_tally (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_sql (test, "UPDATE sweep_tally SET items = items - 1 WHERE state = 'in-store'");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_sweep_desk_sign (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BALANCE_BROKEN);
}

static gboolean
find_late (DeskTest *test, const char *beside, guint number, GError **error)
{
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (test->session, beside, DESK_TEST_PASSPHRASE,
                                       MSK_ACT_SWEEP_SIGN, error);

  return cosigner != NULL && msk_sweep_desk_find_late (test->session, MSK_SWEEP_COPY, number,
                                                       "档案柜后", "搬家时发现", cosigner, error);
}

static void
close_with_missing (DeskTest *test, guint number)
{
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk = msk_scan_desk_new (test->session, MSK_SCAN_SWEEP);
  lines = msk_sweep_desk_list (test->session, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskSweepLine *line = g_ptr_array_index (lines, i);
      g_autoptr(MskVerdict) verdict = NULL;

      if (line->number != number && line->state == MSK_COPY_IN_STORE)
        verdict = scan (desk, test, line->number);
    }
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (
      msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, number, "x", "x", &error));
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "organiser", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
}

/* What turns up after the closing comes back into custody; what was signed for stays. */
static void
test_found_late (DeskTest *test, gconstpointer unused)
{
  const guint number = COPY_GOOD;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  MskSweepSummary before, after;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (find_late (test, "leader", number, &error), &error,
                         MSK_RULE_ERROR_MEETING_NOT_CLOSED);
  close_with_missing (test, number);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &before, &error));
  g_assert_cmpuint (before.missing, ==, 1);

  desk_test_assert_rule (find_late (test, "leader", COPY_GOOD + 1, &error), &error,
                         MSK_RULE_ERROR_NOT_ISSUED);
  g_assert_false (find_late (test, "officer", number, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  desk_test_sql_refused (test, "UPDATE movement SET act = 'sweep-found-late'");
  g_assert_true (find_late (test, "leader", number, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_RETURNED);
  desk_test_assert_rule (find_late (test, "leader", number, &error), &error,
                         MSK_RULE_ERROR_NOT_ISSUED);

  g_assert_true (msk_sweep_desk_get_summary (test->session, &after, &error));
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  lines = msk_sweep_desk_list (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (MSK_SWEEP_LINE (lines->pdata[0])->number, ==, number);
  g_assert_cmpint (MSK_SWEEP_LINE (lines->pdata[0])->sweep_class, ==, MSK_SWEEP_MISSING);
  ledger_replay_compare (test);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/sweep-round/" name, DeskTest, NULL, set_up_started, function,                 \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("each-sighting-has-its-zone", test_zones);
  ADD ("a-zone-is-one-that-is-walked", test_no_zone);
  ADD ("each-paper-says-how-far-it-is", test_papers);
  ADD ("a-list-is-followed-by-what-changed", test_follow);
  ADD ("a-wrong-running-count-is-not-signed", test_wrong_tally);
  ADD ("two-count-blind-and-a-third-where-they-differ", test_counts);
  ADD ("two-who-agree-against-the-register-close-nothing", test_counts_against_register);
  ADD ("a-count-is-of-its-moment", test_counts_are_of_a_moment);
  ADD ("one-page-in-two-zones-is-an-alarm", test_two_of_one_page);
  ADD ("what-turns-up-after-the-closing-is-taken-back", test_found_late);
  ADD ("what-was-left-is-dealt-with", test_left_items);
  ADD ("what-was-left-is-described-and-has-its-zone", test_left_refusals);
  ADD ("a-thing-found-makes-signatures-void", test_signatures);
  ADD ("a-balance-that-does-not-hold-keeps-the-meeting-open", test_broken_balance);

  return desk_test_run ();
}
