/* How long a numbered copy takes, against qpdf --overlay, and what memory it needs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-papers.h"
#include "msk-stamper.h"
#include "print-tools.h"

#define COPIES 200
/* The peer takes up to a second a copy, and each is as good as the other. */
#define PEER_COPIES 12

static const char *program_path;
static const char *worker_path;

/* How many times faster than the peer the kit is to be. */
static const struct
{
  const char *name;
  BenchPaperKind kind;
  guint pages;
  double target;
} papers[] = {
  { "text", BENCH_PAPER_TEXT, 50, 6 },
  { "vector art", BENCH_PAPER_ART, 50, 60 },
  { "scans", BENCH_PAPER_SCAN, 10, 4 },
};

static const MskStampMarks marks = { "机密★10年", "机密", NULL, COPIES };

static MskStamper *
make_stamper (BenchPaperKind kind, guint pages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) paper = bench_paper_new (kind, pages);
  g_autoptr(MskPreparedPdf) pdf = print_tools_prepare (worker_path, paper);
  MskStamper *stamper = msk_stamper_new (pdf, &marks, &error);

  g_assert_no_error (error);
  return stamper;
}

static GBytes *
stamp (MskStamper *stamper, guint number)
{
  g_autoptr(GError) error = NULL;
  MskStampCopy copy = { number, (number - 1) % COPIES + 1, number, NULL };
  GBytes *bytes = msk_stamper_stamp (stamper, &copy, print_tools_sign, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
write_file (const char *path, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  while (size > 0)
    {
      ssize_t written = write (file, data, size);

      g_assert_cmpint (written, >, 0);
      data += written;
      size -= (gsize) written;
    }
  g_assert_cmpint (close (file), ==, 0);
}

static double
measure_ours (MskStamper *stamper, const char *target)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i <= COPIES; i++)
    {
      g_autoptr(GBytes) bytes = stamp (stamper, i);

      write_file (target, bytes);
    }
  return (double) (g_get_monotonic_time () - start) / 1000 / COPIES;
}

static double
measure_copying (GBytes *paper, const char *target)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < COPIES; i++)
    write_file (target, paper);
  return (double) (g_get_monotonic_time () - start) / 1000 / COPIES;
}

static double
measure_peer (const char *paper, const char *overlay, const char *target)
{
  const char *words[] = { "qpdf", paper, "--overlay", overlay, "--", target, NULL };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < PEER_COPIES; i++)
    {
      g_autoptr(GError) error = NULL;
      int status = 0;

      g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                    &status, &error);
      g_assert_no_error (error);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  return (double) (g_get_monotonic_time () - start) / 1000 / PEER_COPIES;
}

/* In a process of its own, so that nothing but the copies counts. */
static int
stamp_and_say_memory (guint copies)
{
  g_autoptr(MskStamper) stamper = make_stamper (BENCH_PAPER_TEXT, 50);
  struct rusage usage;

  for (guint i = 1; i <= copies; i++)
    g_bytes_unref (stamp (stamper, i));
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%ld\n", usage.ru_maxrss);
  return 0;
}

static double
measure_memory (const char *copies)
{
  const char *words[] = { program_path, worker_path, copies, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return g_ascii_strtod (output, NULL) / 1024;
}

static void
compare (const char *folder, gsize which)
{
  const BenchPaperKind kind = papers[which].kind;
  const guint pages = papers[which].pages;
  g_autoptr(GBytes) paper = bench_paper_new (kind, pages);
  g_autoptr(MskStamper) stamper = make_stamper (kind, pages);
  g_autoptr(MskStamper) blank = make_stamper (BENCH_PAPER_BLANK, pages);
  g_autoptr(GBytes) overlay = stamp (blank, 1);
  g_autoptr(GBytes) copy = stamp (stamper, 1);
  g_autofree char *paper_path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *overlay_path = g_build_filename (folder, "overlay.pdf", NULL);
  g_autofree char *target = g_build_filename (folder, "copy.pdf", NULL);
  const double size = (double) g_bytes_get_size (paper);
  const double stamps = (double) g_bytes_get_size (overlay) / pages / 1024;
  double ours, peer, copying;

  write_file (paper_path, paper);
  write_file (overlay_path, overlay);
  copying = measure_copying (paper, target);
  ours = measure_ours (stamper, target);
  peer = measure_peer (paper_path, overlay_path, target);

  g_print ("%u pages of %s, %.0f KiB, %d copies, each written to a file\n", pages,
           papers[which].name, size / 1024, COPIES);
  g_print ("  copying the file   %8.2f ms a copy\n", copying);
  g_print ("  this kit           %8.2f ms a copy  (%.1f times copying)\n", ours, ours / copying);
  g_print ("  qpdf --overlay     %8.2f ms a copy  (%.1f times this kit; wanted: %.0f)\n", peer,
           peer / ours, papers[which].target);
  g_print ("  size               %8.2f of the paper's, with stamps of %.1f KiB a page\n",
           (double) g_bytes_get_size (copy) / size, stamps);

  g_unlink (paper_path);
  g_unlink (overlay_path);
  g_unlink (target);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  double few, many;

  g_assert_cmpint (argc, >=, 2);
  program_path = argv[0];
  worker_path = argv[1];
  if (argc == 3)
    return stamp_and_say_memory ((guint) g_ascii_strtoull (argv[2], NULL, 10));

  folder = g_dir_make_tmp ("msk-bench-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    compare (folder, i);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  few = measure_memory ("10");
  many = measure_memory ("1000");
  g_print ("peak memory %.1f MiB for 10 copies of 50 pages of text, %.1f MiB for 1000\n", few,
           many);
  return 0;
}
