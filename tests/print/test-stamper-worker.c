/* From a foreign PDF through the real worker to a numbered copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "msk-stamper.h"
#include "print-tools.h"
#include "sample-paper.h"

static const char *worker_path;

static const SamplePage pages[] = {
  { 0, 0, 595.28, 841.89, 0 },
  { 100, 50, 695.28, 891.89, 90 },
  { -30, -40, 565.28, 801.89, 180 },
  { 7.5, 0, 602.78, 841.89, 270 },
};

static gboolean
is_covered (const GArray *rectangles, double x, double y)
{
  for (guint i = 0; i < rectangles->len; i++)
    {
      const MskStampRectangle *r = &g_array_index (rectangles, MskStampRectangle, i);

      if (x > r->x - 1.5 && x < r->x + r->width + 1.5 && y > r->y - 1.5 &&
          y < r->y + r->height + 1.5)
        return TRUE;
    }
  return FALSE;
}

static void
assert_rest_unchanged (const PrintPicture *before,
                       const PrintPicture *after,
                       const GArray *rectangles)
{
  guint changed = 0;

  g_assert_cmpuint (before->width, ==, after->width);
  g_assert_cmpuint (before->height, ==, after->height);
  for (guint at = 0; at < before->width * before->height; at++)
    if (memcmp (before->pixels + 3 * at, after->pixels + 3 * at, 3) != 0)
      {
        changed++;
        g_assert_true (is_covered (rectangles, (at % before->width + 0.5) * 0.72,
                                   (before->height - at / before->width - 0.5) * 0.72));
      }
  g_assert_cmpuint (changed, >, 1000);
}

static void
assert_page (MskStamper *stamper,
             const char *folder,
             const char *foreign_path,
             const char *copy_path,
             guint index)
{
  MskTag tag = { .kind = MSK_TAG_KIND_COPY, .serial = 77, .page = index + 1 };
  char code[MSK_TAG_LENGTH + 1];
  g_autofree char *codes = print_tools_scan (folder, copy_path, index + 1, FALSE);
  g_autoptr(PrintPicture) before = print_tools_render (foreign_path, index + 1, 100);
  g_autoptr(PrintPicture) after = print_tools_render (copy_path, index + 1, 100);
  g_autoptr(GArray) rectangles = msk_stamper_dup_rectangles (stamper, index);

  print_tools_sign (&tag, NULL);
  msk_tag_write (&tag, code);
  g_assert_cmpstr (codes, ==, code);
  assert_rest_unchanged (before, after, rectangles);
}

static void
test_through_the_worker (void)
{
  const MskStampMarks marks = { "秘密★6个月", "秘密", NULL, 0 };
  const MskStampCopy copy = { 7, 0, 77, NULL };
  char *folder = print_tools_make_folder ();
  g_autoptr(MskPreparedPdf) sample = sample_paper_new (pages, G_N_ELEMENTS (pages));
  g_autoptr(MskPreparedPdf) prepared = print_tools_prepare (worker_path, sample->bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStamper) stamper = msk_stamper_new (prepared, &marks, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *foreign_path = print_tools_write (folder, "foreign.pdf", sample->bytes);
  g_autofree char *copy_path = NULL;

  g_assert_no_error (error);
  bytes = msk_stamper_stamp (stamper, &copy, print_tools_sign, NULL, &error);
  g_assert_no_error (error);
  copy_path = print_tools_write (folder, "copy.pdf", bytes);

  print_tools_assert_sound (copy_path);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_page (stamper, folder, foreign_path, copy_path, i);
  print_tools_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("give the path of the worker");
  worker_path = argv[1];
  g_test_add_func ("/print/stamper/foreign-paper-becomes-a-copy", test_through_the_worker);
  return g_test_run ();
}
