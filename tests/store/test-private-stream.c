/* Files that are written piece by piece: whole and private under their name, or nothing at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "msk-error.h"
#include "msk-private-file.h"

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  place->folder = g_dir_make_tmp ("msk-stream-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "paper.pdf", NULL);
}

static guint
count_files (const Place *place)
{
  g_autoptr(GDir) entries = g_dir_open (place->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (entries) != NULL)
    count++;
  return count;
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
}

static void
test_whole (Place *place, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPrivateStream) stream = msk_private_stream_new (place->path, &error);
  g_autofree char *contents = NULL;
  GStatBuf facts;

  g_assert_no_error (error);
  g_assert_true (msk_private_stream_write (stream, "one ", 4, &error));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (msk_private_stream_write (stream, "two", 3, &error));
  g_assert_true (msk_private_stream_finish (stream, &error));
  g_assert_no_error (error);
  g_clear_pointer (&stream, msk_private_stream_free);

  g_assert_true (g_file_get_contents (place->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "one two");
  g_assert_cmpint (g_stat (place->path, &facts), ==, 0);
  g_assert_cmpuint (facts.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (facts.st_nlink, ==, 1);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_given_up (Place *place, gconstpointer unused)
{
  g_autoptr(MskPrivateStream) stream = msk_private_stream_new (place->path, NULL);

  g_assert_true (msk_private_stream_write (stream, "half", 4, NULL));
  g_clear_pointer (&stream, msk_private_stream_free);
  g_assert_cmpuint (count_files (place), ==, 0);
}

/* Neither one that was there before, nor one that came meanwhile. */
static void
test_never_over_another (Place *place, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPrivateStream) stream = msk_private_stream_new (place->path, &error);
  g_autofree char *contents = NULL;

  g_assert_true (msk_private_stream_write (stream, "mine", 4, &error));
  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  g_assert_false (msk_private_stream_finish (stream, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
  g_clear_error (&error);
  g_clear_pointer (&stream, msk_private_stream_free);

  stream = msk_private_stream_new (place->path, &error);
  g_assert_null (stream);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
  g_assert_true (g_file_get_contents (place->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_no_such_folder (Place *place, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (place->folder, "none", "paper.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPrivateStream) stream = msk_private_stream_new (path, &error);

  g_assert_null (stream);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
}

static void
test_no_room (Place *place, gconstpointer unused)
{
  g_autofree char *piece = g_strnfill (1024, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPrivateStream) stream = msk_private_stream_new (place->path, &error);
  struct rlimit before, little;
  gboolean written = TRUE;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little = before;
  little.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  for (guint i = 0; i < 8 && written; i++)
    written = msk_private_stream_write (stream, piece, 1024, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (written);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL);
  g_clear_pointer (&stream, msk_private_stream_free);
  g_assert_cmpuint (count_files (place), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/private-stream/is-whole-under-its-name", Place, NULL, set_up, test_whole,
              tear_down);
  g_test_add ("/store/private-stream/leaves-nothing-when-given-up", Place, NULL, set_up,
              test_given_up, tear_down);
  g_test_add ("/store/private-stream/is-never-put-over-another", Place, NULL, set_up,
              test_never_over_another, tear_down);
  g_test_add ("/store/private-stream/needs-its-folder", Place, NULL, set_up, test_no_such_folder,
              tear_down);
  g_test_add ("/store/private-stream/leaves-nothing-where-there-is-no-room", Place, NULL, set_up,
              test_no_room, tear_down);
  return g_test_run ();
}
