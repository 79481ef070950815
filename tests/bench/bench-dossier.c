/* How long the dossier of a meeting takes, how that grows with its copies, and how much memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk-test.h"
#include "msk-dossier-desk.h"

static const guint sizes[] = { 1000, 10000, 100000 };

typedef struct
{
  double seconds;
  double longest_ms; /* that the main loop was busy, and a window would not have moved */
  guint pages;
  gint64 bytes;
  glong peak; /* KiB above what was in use before */
  gint64 last;
} Figures;

static glong
read_status (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  line = strstr (text, name);
  g_assert_nonnull (line);
  return strtol (line + strlen (name) + 1, NULL, 10);
}

/* From here on the peak is counted anew. */
static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs ("5", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Comes as often as the main loop lets it. */
static gboolean
tick_cb (gpointer user_data)
{
  Figures *figures = user_data;
  const gint64 now = g_get_monotonic_time ();

  figures->longest_ms = MAX (figures->longest_ms, (double) (now - figures->last) / 1000);
  figures->last = now;
  return G_SOURCE_CONTINUE;
}

static void
answer_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (answer);
}

static void
make (DeskTest *test, Figures *figures)
{
  const MskDossierCover cover = { NULL, NULL };
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  const gint64 start = g_get_monotonic_time ();
  glong before;
  gsize size;
  guint tick;

  malloc_trim (0);
  reset_peak ();
  before = read_status ("VmRSS:");
  figures->last = start;
  tick = g_timeout_add (1, tick_cb, figures);
  msk_dossier_desk_write_async (test->session, &cover, NULL, NULL, NULL, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = msk_dossier_desk_write_finish (test->session, answer, &figures->pages, &error);
  g_assert_no_error (error);
  g_source_remove (tick);
  figures->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  figures->peak = read_status ("VmHWM:") - before;
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  figures->bytes = (gint64) size;
}

/* Every copy was issued, came back and was seen: the rest of a whole meeting is small beside that.
 */
static void
close_meeting (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  for (guint number = COPY_UNCHECKED; number <= 2 * RESERVED; number++)
    if (desk_test_get_state (test, number) == MSK_COPY_PRINTING)
      desk_test_give_up (test, number);
  desk_test_sql (test, "INSERT INTO movement (copy_number, at, act, from_state, to_state, "
                       "attendee_id, issued_at, user, station, remark) SELECT number, 1800000000, "
                       "'copy-issue', 'in-store', 'held', 1 + number % 3, 0, 'clerk', '发放台', '' "
                       "FROM copy WHERE state = 'in-store'");
  desk_test_sql (test, "INSERT INTO movement (copy_number, at, act, from_state, to_state, "
                       "attendee_id, issued_at, user, station, remark) SELECT number, 1800000000, "
                       "'copy-return', 'held', 'returned', 1 + number % 3, 1800000000, 'clerk', "
                       "'发放台', '' FROM copy WHERE state = 'in-store'");
  desk_test_sql (test, "UPDATE copy SET state = 'returned', holder_id = 1 + number % 3, "
                       "issued_at = 1800000000 WHERE state = 'in-store'");
  desk_test_empty_room (test);
  msk_sweep_desk_start (test->session, &error);
  g_assert_no_error (error);
  desk_test_sql (test, "UPDATE sweep_item SET first_seen_at = 1800000000, sightings = 1 WHERE "
                       "expected = 'returned'");
  desk_test_sql (test, "INSERT INTO sweep_sighting (at, user, zone, kind, number, is_first) SELECT "
                       "1800000000, 'clerk', 'storage', kind, number, 1 FROM sweep_item WHERE "
                       "sightings = 1");
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  msk_sweep_desk_sign (test->session, &error);
  g_assert_no_error (error);
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  msk_sweep_desk_close (test->session, &error);
  g_assert_no_error (error);
}

static void
measure (guint copies, Figures *figures)
{
  DeskTest test = { NULL };

  desk_test_set_up_inside (&test, NULL);
  desk_test_add_good_copies (&test, copies);
  close_meeting (&test);
  make (&test, figures);
  desk_test_tear_down (&test, NULL);
}

int
main (int argc, char **argv)
{
  Figures figures[G_N_ELEMENTS (sizes)] = { 0 };

  desk_test_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure (sizes[i], &figures[i]);
      g_print ("%7u copies: %8.2f s, main loop busy for %7.1f ms at most, %5u pages, %6.1f MB; "
               "%6.1f times the "
               "first for %6.1f times the copies; peak memory %+ld KiB\n",
               sizes[i], figures[i].seconds, figures[i].longest_ms, figures[i].pages,
               (double) figures[i].bytes / 1e6, figures[i].seconds / figures[0].seconds,
               (double) sizes[i] / sizes[0], figures[i].peak);
    }
  return desk_test_run ();
}
