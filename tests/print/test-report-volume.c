/* Volumes: several reports in one document, counted through, and nothing of them in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-error.h"
#include "msk-report-volume.h"
#include "print-tools.h"

#define PARTS 4

/* Takes the document, up to so many bytes. */
typedef struct
{
  GByteArray *bytes;
  gsize limit;
  guint calls;
} Sink;

static gboolean
take (gconstpointer data, gsize size, gpointer user_data, GError **error)
{
  Sink *sink = user_data;

  sink->calls++;
  if (sink->bytes->len + size > sink->limit)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL, "full");
      return FALSE;
    }
  g_byte_array_append (sink->bytes, data, (guint) size);
  return TRUE;
}

/* The nth part has n times so many rows; each row says where it belongs. */
static MskReport *
make_part (guint part, guint rows)
{
  static const MskReportColumn columns[] = { { "Row", 1, FALSE }, { "Text", 2, FALSE } };
  g_autofree char *title = g_strdup_printf ("Register %u", part);
  const MskReportHead head = { "机密★10年", "机密", title, NULL };
  MskReport *report = msk_report_new (&head);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < part * rows; i++)
    {
      g_ptr_array_add (cells, g_strdup_printf ("p%ur%05u", part, i));
      g_ptr_array_add (cells, g_strdup ("份号登记"));
    }
  msk_report_add_table (report, columns, 2, (const char *const *) cells->pdata, cells->len / 2);
  return report;
}

static gboolean
count_parts (MskReportVolume *volume, guint rows, GError **error)
{
  for (guint part = 1; part <= PARTS; part++)
    {
      g_autoptr(MskReport) report = make_part (part, rows);

      if (!msk_report_volume_count (volume, report, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_parts (MskReportVolume *volume, guint rows, GError **error)
{
  for (guint part = 1; part <= PARTS; part++)
    {
      g_autoptr(MskReport) report = make_part (part, rows);

      if (!msk_report_volume_draw (volume, report, error))
        return FALSE;
    }
  return msk_report_volume_finish (volume, error);
}

/* By the pages themselves: which part begins where, what stands at the foot of each. */
static void
test_pages_are_true (void)
{
  Sink sink = { g_byte_array_new (), G_MAXSIZE, 0 };
  char *folder = print_tools_make_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, NULL, &error);
  g_autoptr(GBytes) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) pages = NULL;
  guint total;

  g_assert_no_error (error);
  g_assert_true (count_parts (volume, 70, &error));
  g_assert_no_error (error);
  total = msk_report_volume_get_pages (volume);
  g_assert_true (draw_parts (volume, 70, &error));
  g_assert_no_error (error);

  document = g_byte_array_free_to_bytes (g_steal_pointer (&sink.bytes));
  path = print_tools_write (folder, "volume.pdf", document);
  text = print_tools_extract (path);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, total + 1);
  for (guint part = 1; part <= PARTS; part++)
    {
      g_autofree char *title = g_strdup_printf ("Register %u", part);
      g_autofree char *last = g_strdup_printf ("p%ur%05u", part, part * 70 - 1);
      guint first_page, last_page;

      msk_report_volume_get_span (volume, part - 1, &first_page, &last_page);
      g_assert_nonnull (strstr (pages[first_page - 1], title));
      g_assert_nonnull (strstr (pages[last_page - 1], last));
      if (part == 1)
        g_assert_cmpuint (first_page, ==, 1);
      if (part == PARTS)
        g_assert_cmpuint (last_page, ==, total);
    }
  for (guint i = 0; i < total; i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", i + 1, total);

      g_assert_nonnull (strstr (pages[i], foot));
      g_assert_nonnull (strstr (pages[i], "机密"));
    }
  print_tools_assert_sound (path);
  print_tools_remove_folder (folder);
}

static void
test_bookmarks (void)
{
  Sink sink = { g_byte_array_new (), G_MAXSIZE, 0 };
  char *folder = print_tools_make_folder ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, NULL, &error);
  g_autoptr(GBytes) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  g_assert_true (count_parts (volume, 10, &error));
  g_assert_true (draw_parts (volume, 10, &error));
  document = g_byte_array_free_to_bytes (g_steal_pointer (&sink.bytes));
  path = print_tools_write (folder, "volume.pdf", document);
  json = print_tools_run (
      (const char *const[]){ "qpdf", "--json=1", "--json-key=outlines", path, NULL });
  for (guint part = 1; part <= PARTS; part++)
    {
      g_autofree char *title = g_strdup_printf ("\"Register %u\"", part);

      g_assert_nonnull (strstr (json, title));
    }
  print_tools_remove_folder (folder);
}

/* What was counted is what is drawn, or nothing is. */
static void
test_changed_between (void)
{
  Sink sink = { g_byte_array_new (), G_MAXSIZE, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, NULL, &error);

  g_assert_true (count_parts (volume, 70, &error));
  g_assert_false (draw_parts (volume, 140, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED);
  g_byte_array_unref (sink.bytes);
}

static void
test_full_disk (void)
{
  Sink sink = { g_byte_array_new (), 20000, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, NULL, &error);

  g_assert_true (count_parts (volume, 400, &error));
  g_assert_false (draw_parts (volume, 400, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL);
  g_byte_array_unref (sink.bytes);
}

/* In the middle of a register, while it is counted and while it is drawn. */
static void
test_cancelled (gconstpointer drawing)
{
  Sink sink = { g_byte_array_new (), G_MAXSIZE, 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, cancellable, &error);
  g_autoptr(MskReport) report = make_part (1, 500);

  if (GPOINTER_TO_INT (drawing))
    g_assert_true (msk_report_volume_count (volume, report, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (GPOINTER_TO_INT (drawing) ? msk_report_volume_draw (volume, report, &error)
                                            : msk_report_volume_count (volume, report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_byte_array_unref (sink.bytes);
}

/* The document leaves as it is drawn: page by page, and not at its end. */
static void
test_streams (void)
{
  Sink sink = { g_byte_array_new (), G_MAXSIZE, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReportVolume) volume = msk_report_volume_new (take, &sink, NULL, &error);
  guint pages, before = 0;

  g_assert_true (count_parts (volume, 200, &error));
  pages = msk_report_volume_get_pages (volume);
  g_assert_cmpuint (pages, >, 40);
  for (guint part = 1; part <= PARTS; part++)
    {
      g_autoptr(MskReport) report = make_part (part, 200);

      g_assert_true (msk_report_volume_draw (volume, report, &error));
      g_assert_cmpuint (sink.bytes->len, >, before);
      before = sink.bytes->len;
    }
  g_assert_true (msk_report_volume_finish (volume, &error));
  g_byte_array_unref (sink.bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/volume/pages-are-numbered-through-and-true", test_pages_are_true);
  g_test_add_func ("/print/volume/every-report-has-a-bookmark", test_bookmarks);
  g_test_add_func ("/print/volume/what-was-not-counted-is-not-drawn", test_changed_between);
  g_test_add_func ("/print/volume/a-full-disk-is-told", test_full_disk);
  g_test_add_data_func ("/print/volume/is-cancelled/counting", GINT_TO_POINTER (FALSE),
                        test_cancelled);
  g_test_add_data_func ("/print/volume/is-cancelled/drawing", GINT_TO_POINTER (TRUE),
                        test_cancelled);
  g_test_add_func ("/print/volume/leaves-as-it-is-drawn", test_streams);
  return g_test_run ();
}
