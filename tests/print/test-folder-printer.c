/* The folder printer: what it writes and refuses, and what a failing disk leaves behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-folder-printer.h"

/* Larger than one write, so that a failure can strike in the middle. */
#define DOCUMENT_SIZE (700 * 1024)

typedef struct
{
  char *root;
  char *folder;
  MskPrinter *printer;
  GBytes *document;
} Fixture;

/* The linker sends the printer's own write and fsync here (--wrap), so that a disk can fail on
 * demand. */
static struct
{
  int write_error;
  guint write_error_after; /* so many calls succeed first */
  int fsync_error;
  guint fsync_error_after;
} disk;

gssize __real_write (int fd, const void *data, gsize size);
gssize __wrap_write (int fd, const void *data, gsize size);
int __real_fsync (int fd);
int __wrap_fsync (int fd);

gssize
__wrap_write (int fd, const void *data, gsize size)
{
  if (disk.write_error == 0)
    return __real_write (fd, data, size);
  if (disk.write_error_after > 0)
    {
      disk.write_error_after--;
      return __real_write (fd, data, size);
    }

  errno = disk.write_error;
  return -1;
}

int
__wrap_fsync (int fd)
{
  if (disk.fsync_error == 0)
    return __real_fsync (fd);
  if (disk.fsync_error_after > 0)
    {
      disk.fsync_error_after--;
      return __real_fsync (fd);
    }

  errno = disk.fsync_error;
  return -1;
}

static GBytes *
make_document (char fill)
{
  char *data = g_malloc (DOCUMENT_SIZE);

  memset (data, fill, DOCUMENT_SIZE);
  return g_bytes_new_take (data, DOCUMENT_SIZE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  memset (&disk, 0, sizeof disk);
  fixture->root = g_dir_make_tmp ("msk-folder-printer-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "it's the printed papers", NULL);
  fixture->printer = msk_folder_printer_new (fixture->folder);
  fixture->document = make_document ('p');
}

static void
empty_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        empty_folder (child);
      g_assert_cmpint (g_remove (child), ==, 0);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->printer);
  empty_folder (fixture->root);
  g_assert_cmpint (g_rmdir (fixture->root), ==, 0);
  g_free (fixture->root);
  g_free (fixture->folder);
  g_bytes_unref (fixture->document);
}

static guint
count_entries (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static mode_t
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
print_fine (Fixture *fixture, const char *reference)
{
  g_autoptr(GError) error = NULL;
  MskPrintOutcome outcome =
      msk_printer_print (fixture->printer, fixture->document, reference, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, MSK_PRINT_OUTCOME_PRINTED);
}

static void
test_writes_private_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = msk_folder_printer_dup_path (MSK_FOLDER_PRINTER (fixture->printer), "17");
  g_autofree char *expected = g_build_filename (fixture->folder, "17.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  print_fine (fixture, "17");

  g_assert_cmpstr (path, ==, expected);
  file = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  g_assert_true (g_bytes_equal (bytes, fixture->document));
  g_assert_cmpint (get_mode (path), ==, 0600);
  g_assert_cmpint (get_mode (fixture->folder), ==, 0700);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_check_makes_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_printer_check (fixture->printer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_mode (fixture->folder), ==, 0700);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_same_reference_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = msk_folder_printer_dup_path (MSK_FOLDER_PRINTER (fixture->printer), "17");
  g_autoptr(GBytes) other = make_document ('q');
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;

  print_fine (fixture, "17");

  g_assert_cmpint (msk_printer_print (fixture->printer, other, "17", NULL, &error), ==,
                   MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpint (contents[0], ==, 'p');
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* Even a link that leads nowhere holds the name. */
static void
test_dangling_link_is_never_followed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = msk_folder_printer_dup_path (MSK_FOLDER_PRINTER (fixture->printer), "17");
  g_autofree char *outside = g_build_filename (fixture->root, "outside.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (symlink (outside, path), ==, 0);

  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "17", NULL, &error), ==,
                   MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
}

/* The mending command of a refusal is run as it stands, and then the folder is taken. */
static void
assert_refused_until_mended (Fixture *fixture)
{
  g_autoptr(GError) refusal = NULL;
  g_autoptr(GError) print_refusal = NULL;
  g_autoptr(GError) error = NULL;
  const char *command;
  int status;

  g_assert_false (msk_printer_check (fixture->printer, NULL, &refusal));
  g_assert_error (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "17", NULL,
                                      &print_refusal),
                   ==, MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (print_refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);

  command = strstr (refusal->message, "run: ");
  g_assert_nonnull (command);
  {
    const char *argv[] = { "/bin/sh", "-c", command + strlen ("run: "), NULL };

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                  &error);
    g_assert_no_error (error);
    g_assert_true (g_spawn_check_wait_status (status, &error));
    g_assert_no_error (error);
  }

  g_assert_true (msk_printer_check (fixture->printer, NULL, &error));
  g_assert_no_error (error);
}

static void
test_open_folder_is_refused (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0750, 0705, 0710, 0702, 01700, 0500, 0777 };

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->folder, modes[i]), ==, 0);
      assert_refused_until_mended (fixture);
      g_assert_cmpint (get_mode (fixture->folder), ==, 0700);
    }
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_link_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->root, "target", NULL);

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  g_assert_cmpint (symlink (target, fixture->folder), ==, 0);

  assert_refused_until_mended (fixture);
  g_assert_cmpuint (count_entries (target), ==, 0);
}

static void
test_file_is_refused (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->folder, "x", 1, NULL));

  assert_refused_until_mended (fixture);
}

/* Only root can give a folder away; everybody else already has folders of root's. */
static void
test_folder_of_another_user_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskPrinter) printer = NULL;
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0)
    {
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
      printer = g_object_ref (fixture->printer);
    }
  else
    {
      printer = msk_folder_printer_new ("/usr");
    }

  g_assert_false (msk_printer_check (printer, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_nonnull (strstr (error->message, "run: sudo chown "));
}

static void
test_bad_references_are_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const references[] = {
    "",
    ".",
    "..",
    "../17",
    "a/b",
    "-17",
    "17 18",
    "a\nb",
    "机密",
    "17.pdf",
    "01234567890123456789012345678901234567890123456789012345678901234"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, references[i], NULL,
                                          &error),
                       ==, MSK_PRINT_OUTCOME_NOT_SENT);
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
assert_fails_clean (Fixture *fixture, MskSystemError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "17", NULL, &error), ==,
                   MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, MSK_SYSTEM_ERROR, (int) code);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_full_disk_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  static const int numbers[] = { ENOSPC, EDQUOT };

  g_assert_true (msk_printer_check (fixture->printer, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint after = 0; after < 3; after++)
      {
        disk.write_error = numbers[i];
        disk.write_error_after = after;
        assert_fails_clean (fixture, MSK_SYSTEM_ERROR_DISK_FULL);
      }

  disk.write_error = 0;
  disk.fsync_error = ENOSPC;
  assert_fails_clean (fixture, MSK_SYSTEM_ERROR_DISK_FULL);

  /* The same reference may be tried again, since nothing was made. */
  disk.fsync_error = 0;
  print_fine (fixture, "17");
}

static void
test_broken_disk_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_true (msk_printer_check (fixture->printer, NULL, NULL));
  disk.write_error = EIO;
  disk.write_error_after = 1;
  assert_fails_clean (fixture, MSK_SYSTEM_ERROR_FILE);
  disk.write_error = 0;
  disk.fsync_error = EIO;
  assert_fails_clean (fixture, MSK_SYSTEM_ERROR_FILE);
}

/* The copy has its name by then, so it may be there after a power cut: nobody may call that "not
 * sent". */
static void
test_unflushed_folder_is_uncertain (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_printer_check (fixture->printer, NULL, NULL));
  disk.fsync_error = EIO;
  disk.fsync_error_after = 1;

  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "17", NULL, &error), ==,
                   MSK_PRINT_OUTCOME_UNCERTAIN);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_cancelled_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);

  g_assert_cmpint (msk_printer_print (fixture->printer, fixture->document, "17", cancellable,
                                      &error),
                   ==, MSK_PRINT_OUTCOME_NOT_SENT);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

/* A crash in the middle of a print leaves its unfinished file; the next print removes it. */
static void
test_leftover_of_a_crash_is_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_build_filename (fixture->folder, ".printing.part", NULL);

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (leftover, "half a copy", -1, NULL));

  print_fine (fixture, "18");

  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static gpointer
print_in_thread (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *reference = g_strdup_printf ("%p-%u", (gpointer) g_thread_self (), i);

      print_fine (fixture, reference);
    }

  return NULL;
}

static void
test_two_printers_of_one_folder_take_turns (Fixture *fixture, gconstpointer data)
{
  GThread *first = g_thread_new ("first", print_in_thread, fixture);
  GThread *second = g_thread_new ("second", print_in_thread, fixture);

  g_thread_join (first);
  g_thread_join (second);

  g_assert_cmpuint (count_entries (fixture->folder), ==, 40);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/print/folder-printer/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("writes-a-private-file", test_writes_private_file);
  ADD_TEST ("check-makes-the-folder", test_check_makes_folder);
  ADD_TEST ("same-reference-is-refused", test_same_reference_is_refused);
  ADD_TEST ("dangling-link-is-never-followed", test_dangling_link_is_never_followed);
  ADD_TEST ("open-folder-is-refused", test_open_folder_is_refused);
  ADD_TEST ("link-is-refused", test_link_is_refused);
  ADD_TEST ("file-is-refused", test_file_is_refused);
  ADD_TEST ("folder-of-another-user-is-refused", test_folder_of_another_user_is_refused);
  ADD_TEST ("bad-references-are-refused", test_bad_references_are_refused);
  ADD_TEST ("full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  ADD_TEST ("broken-disk-leaves-nothing", test_broken_disk_leaves_nothing);
  ADD_TEST ("unflushed-folder-is-uncertain", test_unflushed_folder_is_uncertain);
  ADD_TEST ("cancelled-leaves-nothing", test_cancelled_leaves_nothing);
  ADD_TEST ("leftover-of-a-crash-is-removed", test_leftover_of_a_crash_is_removed);
  ADD_TEST ("two-printers-of-one-folder-take-turns", test_two_printers_of_one_folder_take_turns);

  return g_test_run ();
}
