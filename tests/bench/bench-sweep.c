/* The closing sweep over a large register: how long it takes to begin, to be opened, and to show
 * what a scan changed. SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "msk-sweep-zone-desk.h"

#include "desk-test.h"

#define SCANS 300
#define FRAME_MS (1000.0 / 60.0)

/* A number has six digits: nearly a million is what there can be. */
static const guint sizes[] = { 1000, 10000, 100000, 990000 };

typedef enum
{
  BEGIN,    /* the set is frozen */
  OPEN,     /* all that the page reads when it is opened */
  SCAN,     /* a copy that is seen for the first time: a verdict after a commit */
  FOLLOW,   /* all that the page reads after it */
  ZONES,    /* what the view of zones and papers reads after it */
  OBSTACLES /* what the view of the closing reads after it */
} Sort;

#define N_SORTS (OBSTACLES + 1)

static const char *const names[] = {
  [BEGIN] = "the sweep begins",
  [OPEN] = "its page is opened",
  [SCAN] = "a copy is seen, verdict after the commit",
  [FOLLOW] = "the page after it",
  [ZONES] = "zones and papers after it",
  [OBSTACLES] = "what stands against the closing after it",
};

/* Microseconds. */
typedef struct
{
  gint64 times[N_SORTS][SCANS];
  guint counts[N_SORTS];
} Figures;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
get_quantile (Figures *figures, Sort sort, double part)
{
  qsort (figures->times[sort], figures->counts[sort], sizeof (gint64), compare_times);
  return (double) figures->times[sort][(guint) ((double) (figures->counts[sort] - 1) * part)] /
         1000.0;
}

static void
note (Figures *figures, Sort sort, gint64 *start)
{
  const gint64 now = g_get_monotonic_time ();

  figures->times[sort][figures->counts[sort]++] = now - *start;
  *start = now;
}

/* Gives the revision that was read. */
static gint64
read_open (DeskTest *test, guint least)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  MskSweepSummary summary;

  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_no_error (error);
  lines = msk_sweep_desk_list (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >=, least);
  return summary.revision;
}

static gint64
follow (DeskTest *test, gint64 revision)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  MskSweepSummary summary;

  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_no_error (error);
  lines = msk_sweep_desk_list_changed (test->session, revision, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >=, 1);
  g_assert_cmpuint (lines->len, <=, 2);
  return summary.revision;
}

static void
see (DeskTest *test, MskScanDesk *desk, guint number, gint64 *revision, Figures *figures)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GPtrArray) zones = NULL;
  g_autoptr(GPtrArray) papers = NULL;
  g_autoptr(GPtrArray) obstacles = NULL;
  gint64 start = g_get_monotonic_time ();

  verdict = msk_scan_desk_scan (desk, code, &error);
  note (figures, SCAN, &start);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "seen");
  start = g_get_monotonic_time ();
  *revision = follow (test, *revision);
  note (figures, FOLLOW, &start);
  zones = msk_sweep_zone_desk_list (test->session, &error);
  papers = msk_sweep_zone_desk_list_papers (test->session, &error);
  note (figures, ZONES, &start);
  obstacles = msk_sweep_desk_list_obstacles (test->session, &error);
  note (figures, OBSTACLES, &start);
  g_assert_no_error (error);
}

static void
measure (guint copies, Figures *figures)
{
  DeskTest test = { NULL };
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(GError) error = NULL;
  guint first;
  gint64 start, revision;

  desk_test_set_up_inside (&test, NULL);
  first = desk_test_add_good_copies (&test, copies);
  desk_test_sign_in (&test, MSK_ROLE_SECURITY_OFFICER);
  start = g_get_monotonic_time ();
  msk_sweep_desk_start (test.session, &error);
  g_assert_no_error (error);
  note (figures, BEGIN, &start);
  revision = read_open (&test, copies);
  note (figures, OPEN, &start);

  desk_test_sign_in (&test, MSK_ROLE_DESK_CLERK);
  desk = msk_scan_desk_new (test.session, MSK_SCAN_SWEEP);
  for (guint i = 0; i < SCANS; i++)
    see (&test, desk, first + copies - 1 - i, &revision, figures);
  g_clear_object (&desk);
  desk_test_tear_down (&test, NULL);
}

static void
print_sort (Figures *figures[G_N_ELEMENTS (sizes)], Sort sort)
{
  const double first = get_quantile (figures[0], sort, 0.5);

  g_print ("%s\n", names[sort]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const double median = get_quantile (figures[i], sort, 0.5);
      const double last = get_quantile (figures[i], sort, 0.99);

      g_print ("  %7u copies: median %9.3f ms, 99 %% %9.3f ms (%.2f frames); %.2f times the first, "
               "log n allows %.2f\n",
               sizes[i], median, last, last / FRAME_MS, median / first,
               log (sizes[i]) / log (sizes[0]));
    }
}

int
main (int argc, char **argv)
{
  Figures *figures[G_N_ELEMENTS (sizes)];

  /* On a disk: a commit is not done before it is there. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      figures[i] = g_new0 (Figures, 1);
      measure (sizes[i], figures[i]);
    }
  for (guint sort = 0; sort < N_SORTS; sort++)
    print_sort (figures, (Sort) sort);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_free (figures[i]);
  return desk_test_run ();
}
