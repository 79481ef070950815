/* How long a scan takes until its verdict, which comes after the commit, and whether that grows
 * with the register. SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "desk-test.h"

#define FEW 100
#define MANY 100000
#define SCANS 400
#define REPEATS 3

static const gint64 readers[] = { PERSON_FIRST, PERSON_SECOND, PERSON_THIRD, 7, 8, 9, 10, 11, 12 };

/* Microseconds, of every scan of one sort. */
typedef struct
{
  gint64 times[SCANS];
  guint count;
} Sample;

typedef struct
{
  Sample person; /* a badge: a verdict, and no commit */
  Sample issue;  /* a copy to that person: a verdict after a commit */
  Sample take_back;
  Sample refusal; /* a foreign code: a verdict, and no commit */
} Figures;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
get_quantile (Sample *sample, double part)
{
  qsort (sample->times, sample->count, sizeof (gint64), compare_times);
  return (double) sample->times[(guint) ((double) (sample->count - 1) * part)] / 1000.0;
}

static void
time_scan (MskScanDesk *desk, const char *code, const char *expected, Sample *sample)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  const gint64 start = g_get_monotonic_time ();

  verdict = msk_scan_desk_scan (desk, code, &error);
  sample->times[sample->count++] = g_get_monotonic_time () - start;
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, expected);
}

/* Each copy of the last ones goes out and comes back. */
static void
time_scans (DeskTest *test, guint last, guint scans, Figures *figures)
{
  g_autoptr(MskScanDesk) out = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(MskScanDesk) back = msk_scan_desk_new (test->session, MSK_SCAN_RETURN);

  for (guint i = 0; i < scans; i++)
    {
      g_autofree char *copy = desk_test_dup_copy_code (test, last - i, 1);
      g_autofree char *badge = desk_test_dup_badge_code (test, readers[i % G_N_ELEMENTS (readers)]);

      time_scan (out, badge, "person-selected", &figures->person);
      time_scan (out, copy, "issued", &figures->issue);
      time_scan (back, copy, "returned", &figures->take_back);
      time_scan (back, "6901234567892", "foreign-code", &figures->refusal);
    }
}

static glong
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void
measure (guint copies, Figures *figures)
{
  DeskTest test = { NULL };
  guint first;

  desk_test_set_up (&test, NULL);
  first = desk_test_add_good_copies (&test, copies);
  time_scans (&test, first + copies - 1, MIN (copies, SCANS / REPEATS), figures);
  desk_test_tear_down (&test, NULL);
}

static void
print_line (const char *name, Sample *few, Sample *many)
{
  const double few_median = get_quantile (few, 0.5), many_median = get_quantile (many, 0.5);

  g_print ("%-28s %9.3f ms %9.3f ms %9.3f ms %9.3f ms %8.2f\n", name, few_median,
           get_quantile (few, 0.99), many_median, get_quantile (many, 0.99),
           many_median / few_median);
}

int
main (int argc, char **argv)
{
  g_autofree Figures *few = g_new0 (Figures, 1);
  g_autofree Figures *many = g_new0 (Figures, 1);
  glong few_peak, many_peak;

  /* On a disk: a commit is not done before it is there. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);

  measure (FEW, few);
  few_peak = get_peak ();
  for (guint i = 0; i < REPEATS; i++)
    {
      if (i > 0)
        measure (FEW, few);
      measure (MANY, many);
    }
  many_peak = get_peak ();

  g_print ("%-28s %12s %12s %12s %12s %8s\n", "", "100: median", "99 %", "100000: med.", "99 %",
           "ratio");
  print_line ("badge, verdict alone", &few->person, &many->person);
  print_line ("foreign code, verdict alone", &few->refusal, &many->refusal);
  print_line ("issue, verdict after commit", &few->issue, &many->issue);
  print_line ("return, verdict after commit", &few->take_back, &many->take_back);
  g_print ("peak memory: %ld MiB with 100 copies in the register, %ld MiB with 100000 (which were "
           "made here too)\n",
           few_peak, many_peak);
  return desk_test_run ();
}
