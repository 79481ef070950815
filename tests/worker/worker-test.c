/* What the tests of the worker share: its files, pictures of pages, and a stamp to try.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "worker-test.h"

#include "msk-worker.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static char *
dup_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  return g_test_build_filename (G_TEST_BUILT, "worker", "fixtures", file, NULL);
}

GBytes *
worker_test_load (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autoptr(GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

gboolean
worker_test_has (const char *name)
{
  g_autofree char *path = dup_path (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
clear_picture (gpointer data)
{
  g_bytes_unref (((WorkerTestPicture *) data)->file);
}

/* "P6\nWIDTH HEIGHT\n255\n" and the pixels. */
static void
add_picture (GArray *pictures, const char *path)
{
  g_autoptr(GError) error = NULL;
  WorkerTestPicture picture;
  char *data;
  char *end;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (data, "P6\n"));
  picture.width = (guint) strtoul (data + 3, &end, 10);
  picture.height = (guint) strtoul (end, &end, 10);
  picture.pixels = (const guint8 *) end + strlen ("\n255\n");
  g_assert_cmpuint ((gsize) (picture.pixels - (const guint8 *) data) +
                        (gsize) picture.width * picture.height * 3,
                    ==, length);
  picture.file = g_bytes_new_take (data, length);
  g_array_append_val (pictures, picture);
}

static void
run_tool (const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *messages = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, &messages, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", argv[0], messages);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
take_pictures (GArray *pictures, const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_str_has_suffix (path, ".ppm"))
        add_picture (pictures, path);
      g_unlink (path);
    }
}

static char *
write_temporary (GBytes *pdf, const char *folder)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, "file.pdf", NULL);

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  return path;
}

GArray *
worker_test_render (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("msk-test-XXXXXX", NULL);
  g_autofree char *path = write_temporary (pdf, folder);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  const char *argv[] = { "pdftoppm", "-q", "-r", "100", "-cropbox", path, stem, NULL };
  GArray *pictures = g_array_new (FALSE, FALSE, sizeof (WorkerTestPicture));

  g_array_set_clear_func (pictures, clear_picture);
  run_tool (argv);
  take_pictures (pictures, folder);
  g_rmdir (folder);
  g_assert_cmpuint (pictures->len, >, 0);

  return pictures;
}

void
worker_test_assert_same (GArray *pictures, GArray *expected)
{
  g_assert_cmpuint (pictures->len, ==, expected->len);
  for (guint i = 0; i < pictures->len; i++)
    if (!g_bytes_equal (g_array_index (pictures, WorkerTestPicture, i).file,
                        g_array_index (expected, WorkerTestPicture, i).file))
      g_error ("page %u is not as expected", i + 1);
}

MskPreparedPdf *
worker_test_prepare (GBytes *input, GStrv *warnings, GStrv *removed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run (MSK_WORKER_JOB_PDF, input, NULL, &error);
  g_autoptr(GVariant) layout = NULL;
  g_autoptr(GVariant) data = NULL;
  g_autoptr(GBytes) bytes = NULL;
  MskPreparedPdf *prepared;
  guint pages;

  g_assert_no_error (error);
  layout = g_variant_lookup_value (answer, "layout", NULL);
  data = g_variant_lookup_value (answer, "bytes", NULL);
  bytes = g_variant_get_data_as_bytes (data);
  prepared = msk_prepared_pdf_new (bytes, layout, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (answer, "pages", "u", &pages));
  g_assert_cmpuint (msk_prepared_pdf_get_page_count (prepared), ==, pages);
  if (warnings != NULL)
    g_assert_true (g_variant_lookup (answer, "warnings", "^as", warnings));
  if (removed != NULL)
    g_assert_true (g_variant_lookup (answer, "removed", "^as", removed));

  return prepared;
}

static void
append_numbers (GString *text, const double *numbers, guint count)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s ",
                            g_ascii_formatd (buffer, sizeof buffer, "%.8f", numbers[i]));
}

static void
append_stamp (GString *text, const MskPreparedPage *page, const char *operators)
{
  const double size[2] = { page->width, page->height };
  g_autoptr(GString) body = g_string_new (operators);
  g_autoptr(GString) width = g_string_new (NULL);
  g_autoptr(GString) height = g_string_new (NULL);

  append_numbers (width, &size[0], 1);
  append_numbers (height, &size[1], 1);
  g_string_replace (body, "WIDTH", width->str, 0);
  g_string_replace (body, "HEIGHT", height->str, 0);
  g_string_append_printf (text,
                          "%u 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Matrix [",
                          page->stamp_object, width->str, height->str);
  append_numbers (text, page->matrix, G_N_ELEMENTS (page->matrix));
  g_string_append_printf (text,
                          "] /Resources << >> /Length %" G_GSIZE_FORMAT
                          " >>\nstream\n%s\nendstream\nendobj\n",
                          body->len, body->str);
}

GBytes *
worker_test_stamp (const MskPreparedPdf *prepared, const char *operators)
{
  gsize size;
  const char *data = g_bytes_get_data (prepared->bytes, &size);
  GString *text = g_string_new_len (data, (gssize) size);
  g_autoptr(GString) table = g_string_new ("xref\n");

  for (guint i = 0; i < prepared->pages->len; i++)
    {
      const MskPreparedPage *page = &g_array_index (prepared->pages, MskPreparedPage, i);

      g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", page->stamp_object,
                              text->len);
      append_stamp (text, page, operators);
    }
  g_string_append_printf (table,
                          "trailer\n<< /Size %u /Root %u 0 R /Prev %" G_GUINT64_FORMAT
                          " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          prepared->object_count, prepared->root_object, prepared->xref_offset,
                          text->len);
  g_string_append (text, table->str);

  return g_string_free_to_bytes (text);
}

void
worker_test_assert_sound (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("msk-test-XXXXXX", NULL);
  g_autofree char *path = write_temporary (pdf, folder);
  const char *argv[] = { "qpdf", "--check", path, NULL };

  run_tool (argv);
  g_unlink (path);
  g_rmdir (folder);
}

gboolean
worker_test_contains (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}
