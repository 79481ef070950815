/* How long a scan takes until its verdict, which comes after the commit, and how that grows with
 * the register; and whether an hour at the desk takes more and more memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk-test.h"

#define SCANS 400
#define REPEATS 3
#define FRAME_MS (1000.0 / 60.0)

/* An hour at a scan a second. */
#define HOUR_COPIES 1800
#define HOUR_AT_FIRST 300 /* of them, after which memory is looked at for the first time */

/* A number has six digits: nearly a million is what there can be. */
static const guint sizes[] = { 100, 1000, 10000, 100000, 990000 };

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

/* Memory that is in use now, in KiB. */
static glong
get_memory (void)
{
  g_autofree char *text = NULL;
  glong pages = 0, resident = 0;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%ld %ld", &pages, &resident), ==, 2);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
measure (guint copies, Figures *figures)
{
  DeskTest test = { NULL };
  guint first;

  desk_test_set_up_inside (&test, NULL);
  first = desk_test_add_good_copies (&test, copies);
  time_scans (&test, first + copies - 1, MIN (copies, SCANS / REPEATS), figures);
  desk_test_tear_down (&test, NULL);
}

static void
print_line (const char *name, Sample *samples[G_N_ELEMENTS (sizes)])
{
  const double first = get_quantile (samples[0], 0.5);

  g_print ("%s\n", name);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const double median = get_quantile (samples[i], 0.5);
      const double last = get_quantile (samples[i], 0.99);

      g_print ("  %7u copies: median %7.3f ms, 99 %% %7.3f ms (%.2f frames); %.2f times the first, "
               "log n allows %.2f\n",
               sizes[i], median, last, last / FRAME_MS, median / first,
               log (sizes[i]) / log (sizes[0]));
    }
}

/* Half of the scans give a copy out, half take it back: 3,600 of them. */
static void
measure_hour (void)
{
  DeskTest test = { NULL };
  Figures *figures = g_new0 (Figures, 1);
  guint first;
  glong before;

  desk_test_set_up_inside (&test, NULL);
  first = desk_test_add_good_copies (&test, HOUR_COPIES);
  for (guint done = 0; done < HOUR_COPIES; done += HOUR_AT_FIRST)
    {
      memset (figures, 0, sizeof *figures);
      time_scans (&test, first + done + HOUR_AT_FIRST - 1, HOUR_AT_FIRST, figures);
      if (done == 0)
        before = get_memory ();
    }

  g_print ("an hour of 3600 scans: %ld KiB after the first sixth, %ld KiB at its end (%.3f)\n",
           before, get_memory (), (double) get_memory () / (double) before);
  g_free (figures);
  desk_test_tear_down (&test, NULL);
}

int
main (int argc, char **argv)
{
  Figures *figures[G_N_ELEMENTS (sizes)];
  Sample *persons[G_N_ELEMENTS (sizes)], *refusals[G_N_ELEMENTS (sizes)];
  Sample *issues[G_N_ELEMENTS (sizes)], *returns[G_N_ELEMENTS (sizes)];

  /* On a disk: a commit is not done before it is there. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      figures[i] = g_new0 (Figures, 1);
      persons[i] = &figures[i]->person;
      refusals[i] = &figures[i]->refusal;
      issues[i] = &figures[i]->issue;
      returns[i] = &figures[i]->take_back;
    }

  measure_hour ();
  /* One size after the other, over and over, so that what else the machine does meets all. */
  for (guint repeat = 0; repeat < REPEATS; repeat++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure (sizes[i], figures[i]);

  print_line ("badge, verdict alone", persons);
  print_line ("foreign code, verdict alone", refusals);
  print_line ("issue, verdict after the commit", issues);
  print_line ("return, verdict after the commit", returns);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_free (figures[i]);
  return desk_test_run ();
}
