/* How long the window stands still while a large paper is taken in, and how long that takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "desk-test.h"

#define PAGES 1000
#define PAGE_BYTES (100 * 1024)
#define TICK_MS 5

/* A timer that should come every few milliseconds notices when the main thread is elsewhere. */
typedef struct
{
  gint64 last;
  gint64 longest; /* microseconds */
  guint told;     /* how often progress was told */
} Watch;

static gboolean
tick_cb (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (double share, gpointer user_data)
{
  ((Watch *) user_data)->told++;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
append_object (GString *pdf, GArray *offsets, const char *text)
{
  guint64 offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, text);
}

/* Each page draws a picture of its own, of bytes that no packing makes smaller. */
static void
append_page (GString *pdf, GArray *offsets, GRand *random)
{
  const guint image = offsets->len + 1;
  g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                                           "/Contents %u 0 R /Resources << /XObject "
                                           "<< /I %u 0 R >> >> >>",
                                           image + 1, image);
  guint64 offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf,
                          "%u 0 obj\n<< /Type /XObject /Subtype /Image /Width 1024 /Height 100 "
                          "/ColorSpace /DeviceGray /BitsPerComponent 8 /Length %d >>\nstream\n",
                          image, PAGE_BYTES);
  for (guint i = 0; i < PAGE_BYTES / sizeof (guint32); i++)
    {
      guint32 bits = g_rand_int (random);

      g_string_append_len (pdf, (const char *) &bits, sizeof bits);
    }
  g_string_append (pdf, "\nendstream\nendobj\n");
  append_object (pdf, offsets,
                 "<< /Length 33 >>\nstream\nq 500 0 0 600 40 100 cm /I Do Q \n\nendstream");
  append_object (pdf, offsets, page);
}

static GBytes *
make_paper (void)
{
  GString *pdf = g_string_new ("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr(GString) tree = g_string_new ("<< /Type /Pages /Kids [");
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  guint64 table;

  for (guint i = 0; i < PAGES; i++)
    g_string_append_printf (tree, "%u 0 R ", 2 + 3 * (i + 1));
  g_string_append_printf (tree, "] /Count %d >>", PAGES);
  append_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  append_object (pdf, offsets, tree->str);
  for (guint i = 0; i < PAGES; i++)
    append_page (pdf, offsets, random);

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GUINT64_FORMAT " 00000 n \n",
                            g_array_index (offsets, guint64, i));
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GUINT64_FORMAT
                          "\n%%%%EOF\n",
                          offsets->len + 1, table);
  return g_string_free_to_bytes (pdf);
}

static void
take_in (DeskTest *test, GBytes *file, gboolean cancel)
{
  const MskPaperDraft draft = { "大 1", "大文件", MSK_LEVEL_SECRET,
                                "5年",  "办公室", MSK_CAPACITY_ALL };
  Watch watch = { .last = g_get_monotonic_time () };
  const gint64 start = watch.last;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GError) error = NULL;
  guint ticks = g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick_cb, &watch, NULL);
  gint64 cancelled = 0;

  msk_paper_desk_add_async (test->session, &draft, file, progress_cb, &watch, cancellable, done_cb,
                            &answer);
  while (answer == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      if (cancel && watch.told == 20 && cancelled == 0)
        {
          cancelled = g_get_monotonic_time ();
          g_cancellable_cancel (cancellable);
        }
    }
  g_assert_true ((msk_paper_desk_add_finish (test->session, answer, NULL, &error) > 0) == !cancel);
  tick_cb (&watch);
  g_source_remove (ticks);

  if (cancel)
    g_print ("  cancelled          %8.0f ms until the answer\n",
             (double) (g_get_monotonic_time () - cancelled) / 1000);
  else
    g_assert_no_error (error);
  g_print ("  %s  %8.0f ms; the window stood still for at most %.1f ms; told %u times\n",
           cancel ? "given up after    " : "taken in after    ",
           (double) (g_get_monotonic_time () - start) / 1000, (double) watch.longest / 1000,
           watch.told);
}

static void
measure (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = make_paper ();

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_print ("taking in a paper of %d pages, %" G_GSIZE_FORMAT " MiB\n", PAGES,
           g_bytes_get_size (file) / 1024 / 1024);
  take_in (test, file, TRUE);
  take_in (test, file, FALSE);
}

int
main (int argc, char **argv)
{
  /* On a disk: a commit is not done before it is there. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);
  g_test_add ("/bench/import", DeskTest, NULL, desk_test_set_up, measure, desk_test_tear_down);
  return desk_test_run ();
}
