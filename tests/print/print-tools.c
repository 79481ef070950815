/* Reads printed pages back with the programs that a user would: renders, scans and extracts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "print-tools.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

char *
print_tools_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("msk-print-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
print_tools_remove_folder (char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

char *
print_tools_write (const char *folder, const char *name, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return path;
}

static char *
run (const char *const *words, int *status)
{
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  g_autofree char *complaints = NULL;
  int wait_status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints,
                &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  *status = WEXITSTATUS (wait_status);
  if (*status != 0)
    g_test_message ("%s: %s%s", words[0], output, complaints);
  return output;
}

char *
print_tools_run (const char *const *words)
{
  int status;
  char *output = run (words, &status);

  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
read_header (FILE *file, PrintPicture *picture)
{
  guint depth = 0;

  g_assert_cmpint (fscanf (file, "P6 %u %u %u", &picture->width, &picture->height, &depth), ==, 3);
  g_assert_cmpuint (depth, ==, 255);
  g_assert_cmpint (fgetc (file), ==, '\n');
}

PrintPicture *
print_tools_render (const char *pdf, guint page, guint resolution)
{
  g_autofree char *stem = g_strconcat (pdf, ".page", NULL);
  g_autofree char *path = g_strconcat (stem, ".ppm", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *dpi = g_strdup_printf ("%u", resolution);
  const char *words[] = { "pdftoppm", "-cropbox", "-singlefile", "-r", dpi,  "-f",
                          number,     "-l",       number,        pdf,  stem, NULL };
  g_autofree char *output = print_tools_run (words);
  PrintPicture *picture = g_new0 (PrintPicture, 1);
  FILE *file = g_fopen (path, "rb");
  gsize size;

  g_assert_nonnull (file);
  read_header (file, picture);
  size = (gsize) picture->width * picture->height * 3;
  picture->pixels = g_malloc (size);
  g_assert_cmpuint (fread (picture->pixels, 1, size, file), ==, size);
  fclose (file);
  return picture;
}

void
print_picture_free (PrintPicture *picture)
{
  g_free (picture->pixels);
  g_free (picture);
}

char *
print_tools_scan (const char *folder, const char *pdf, guint page, gboolean harm)
{
  g_autofree char *stem = g_build_filename (folder, "scan", NULL);
  g_autofree char *path = g_strconcat (stem, ".png", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *render[] = { "pdftoppm", "-cropbox", "-singlefile", "-png", "-gray", "-r", "150",
                           "-f",       number,     "-l",          number, pdf,     stem, NULL };
  const char *spoil[] = { "convert",     path,      "-gravity",    "SouthEast", "-crop",
                          "50%x50%+0+0", "+repage", "-background", "white",     "-blur",
                          "0x1",         "-rotate", "2",           path,        NULL };
  const char *scan[] = { "zbarimg",   "--quiet",         "--raw", "--nodbus",
                         "-Sdisable", "-Sqrcode.enable", path,    NULL };
  g_autofree char *output = print_tools_run (render);
  g_autofree char *spoiled = harm ? print_tools_run (spoil) : NULL;
  int status;
  char *codes = run (scan, &status);

  /* 4 says that there is no code, which is an answer. */
  g_assert_true (status == 0 || status == 4);
  return g_strchomp (codes);
}

char *
print_tools_extract (const char *pdf)
{
  const char *words[] = { "pdftotext", "-cropbox", "-enc", "UTF-8", pdf, "-", NULL };

  return print_tools_run (words);
}

void
print_tools_assert_sound (const char *pdf)
{
  const char *words[] = { "qpdf", "--check", pdf, NULL };
  /* qpdf ends with 3, which aborts, when it only has a warning. */
  g_autofree char *output = print_tools_run (words);

  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
}

MskPreparedPdf *
print_tools_prepare (const char *worker_path, GBytes *foreign)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) worker =
                 g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                   &error, worker_path, "pdf", NULL);
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GVariant) layout = NULL;
  g_autoptr(GVariant) bytes_variant = NULL;
  g_autoptr(GBytes) bytes = NULL;
  MskPreparedPdf *prepared;

  g_assert_no_error (error);
  g_subprocess_communicate (worker, foreign, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  answer = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, output, FALSE));
  layout = g_variant_lookup_value (answer, "layout", G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE));
  bytes_variant = g_variant_lookup_value (answer, "bytes", G_VARIANT_TYPE_BYTESTRING);
  g_assert_nonnull (layout);
  g_assert_nonnull (bytes_variant);

  bytes = g_variant_get_data_as_bytes (bytes_variant);
  prepared = msk_prepared_pdf_new (bytes, layout, &error);
  g_assert_no_error (error);
  return prepared;
}

void
print_tools_sign (MskTag *tag, gpointer data)
{
  tag->mac = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) * (guint64) (tag->serial * 10000 + tag->page);
}
