/* PDFs that the worker takes: they look as before, with a stamp above all else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker-test.h"

#include <string.h>

/* Where NAME-expected exists, the prepared file is compared with that and not with its source. */
static const char *const accepted[] = {
  "plain",
  "forms-in-forms",
  "chinese-outside",
  "no-content",
  "object-streams",
  "linearized",
  "junk-around",
  "rotated",
  "boxes",
  "user-unit",
  "deep-tree",
  "unclean",
  "same-names",
  "inline-image",
  "groups",
  "layers",
  "annotations",
  "annotations-dropped",
  "upright-note",
  "form",
  "active",
  "links-out",
  "links-within",
  "acts-bookmark",
  "acts-page",
  "acts-pictures",
  "revised",
  "bad-table",
  "bad-length",
  "nested-content",
  "owner-password-40",
  "owner-password-128",
  "owner-password-256",
  "owner-password-aes",
};

/* The warnings that a repaired file comes with, and whatever else is told of it. */
typedef struct
{
  const char *name;
  gboolean has_warnings;
  const char *removed[12];
} Told;

static const Told told[] = {
  { "plain", FALSE, { NULL } },
  { "bad-table", TRUE, { NULL } },
  { "bad-length", TRUE, { NULL } },
  { "form", FALSE, { "form", NULL } },
  { "annotations", FALSE, { NULL } },
  { "annotations-dropped", FALSE, { "annotations", NULL } },
  { "links-out", FALSE, { "external-link", NULL } },
  { "links-within", FALSE, { NULL } },
  { "acts-bookmark", FALSE, { "launch-action", NULL } },
  { "acts-page", FALSE, { "additional-actions", "javascript", NULL } },
  { "acts-pictures", FALSE, { "embedded-files", "media", NULL } },
  { "active",
    FALSE,
    { "javascript", "embedded-files", "open-action", "additional-actions", "launch-action",
      "submit-action", "postscript", NULL } },
};

static GArray *
render_expected (const char *name, GBytes *input)
{
  g_autofree char *expected_name = g_strconcat (name, "-expected", NULL);
  g_autoptr(GBytes) expected = NULL;

  if (!worker_test_has (expected_name))
    return worker_test_render (input);
  expected = worker_test_load (expected_name);

  return worker_test_render (expected);
}

static void
test_looks_the_same (gconstpointer data)
{
  const char *name = data;
  g_autoptr(GBytes) input = worker_test_load (name);
  g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, NULL, NULL);
  g_autoptr(GArray) pictures = worker_test_render (prepared->bytes);
  g_autoptr(GArray) expected = render_expected (name, input);

  worker_test_assert_sound (prepared->bytes);
  worker_test_assert_same (pictures, expected);
}

static gboolean
is_red (const WorkerTestPicture *picture, guint x, guint y)
{
  const guint8 *pixel = picture->pixels + ((gsize) y * picture->width + x) * 3;

  return pixel[0] == 255 && pixel[1] == 0 && pixel[2] == 0;
}

/* A stamp as large as the page covers every pixel, annotations and all. The outermost may be mixed
 * with the paper's white. */
static void
test_stamp_covers_page (gconstpointer data)
{
  g_autoptr(GBytes) input = worker_test_load (data);
  g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, NULL, NULL);
  g_autoptr(GBytes) stamped = worker_test_stamp (prepared, "1 0 0 rg 0 0 WIDTH HEIGHT re f");
  g_autoptr(GArray) pictures = worker_test_render (stamped);

  worker_test_assert_sound (stamped);
  g_assert_cmpuint (pictures->len, ==, msk_prepared_pdf_get_page_count (prepared));
  for (guint i = 0; i < pictures->len; i++)
    {
      const WorkerTestPicture *picture = &g_array_index (pictures, WorkerTestPicture, i);

      for (guint y = 1; y + 1 < picture->height; y++)
        for (guint x = 1; x + 1 < picture->width; x++)
          if (!is_red (picture, x, y))
            g_error ("page %u: pixel %u, %u shows through", i + 1, x, y);
    }
}

/* A mark 7.2 points wide and 3.6 high is ten by five pixels at the reader's lower left, and nothing
 * else changes. */
static void
test_stamp_is_upright (gconstpointer data)
{
  g_autoptr(GBytes) input = worker_test_load (data);
  g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, NULL, NULL);
  g_autoptr(GBytes) stamped = worker_test_stamp (prepared, "1 0 0 rg 0 0 7.2 3.6 re f");
  g_autoptr(GArray) before = worker_test_render (prepared->bytes);
  g_autoptr(GArray) after = worker_test_render (stamped);

  for (guint i = 0; i < after->len; i++)
    {
      const WorkerTestPicture *old = &g_array_index (before, WorkerTestPicture, i);
      const WorkerTestPicture *new = &g_array_index (after, WorkerTestPicture, i);

      g_assert_cmpuint (old->width, ==, new->width);
      g_assert_cmpuint (old->height, ==, new->height);
      for (guint y = 0; y < new->height; y++)
        for (guint x = 0; x < new->width; x++)
          {
            gsize at = ((gsize) y * new->width + x) * 3;
            guint up = new->height - 1 - y;

            if (x >= 1 && x < 9 && up >= 1 && up < 4)
              g_assert_true (is_red (new, x, y));
            else if (x > 11 || up > 6)
              g_assert_cmpmem (old->pixels + at, 3, new->pixels + at, 3);
          }
    }
}

static void
test_told (gconstpointer data)
{
  const Told *expected = data;
  g_autoptr(GBytes) input = worker_test_load (expected->name);
  g_auto(GStrv) warnings = NULL;
  g_auto(GStrv) removed = NULL;
  g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, &warnings, &removed);

  g_assert_cmpuint (msk_prepared_pdf_get_page_count (prepared), >, 0);
  g_assert_true ((g_strv_length (warnings) > 0) == expected->has_warnings);
  g_assert_true (g_strv_equal ((const char *const *) removed, expected->removed));
}

static void
test_nothing_hidden (void)
{
  const char *const hiding[] = { "active",        "revised",   "links-out",
                                 "acts-bookmark", "acts-page", "acts-pictures" };

  for (guint i = 0; i < G_N_ELEMENTS (hiding); i++)
    {
      g_autoptr(GBytes) input = worker_test_load (hiding[i]);
      g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, NULL, NULL);

      g_assert_true (worker_test_contains (input, "SECRET-"));
      g_assert_false (worker_test_contains (prepared->bytes, "SECRET-"));
    }
}

static void
test_same_every_time (void)
{
  g_autoptr(GBytes) input = worker_test_load ("annotations");
  g_autoptr(MskPreparedPdf) once = worker_test_prepare (input, NULL, NULL);
  g_autoptr(MskPreparedPdf) again = worker_test_prepare (input, NULL, NULL);

  g_assert_true (g_bytes_equal (once->bytes, again->bytes));
}

/* UserUnit counts: the space is in points, whatever the page's own units are. */
static void
test_user_unit (void)
{
  g_autoptr(GBytes) input = worker_test_load ("user-unit");
  g_autoptr(MskPreparedPdf) prepared = worker_test_prepare (input, NULL, NULL);
  const MskPreparedPage *page = &g_array_index (prepared->pages, MskPreparedPage, 0);
  const double matrix[6] = { 0, 0.5, -0.5, 0, 612, 0 };

  g_assert_cmpfloat_with_epsilon (page->width, 2 * 792, 1e-6);
  g_assert_cmpfloat_with_epsilon (page->height, 2 * 612, 1e-6);
  for (guint i = 0; i < G_N_ELEMENTS (matrix); i++)
    g_assert_cmpfloat_with_epsilon (page->matrix[i], matrix[i], 1e-6);
}

static void
add_tests (const char *path, const char *const *names, guint count, GTestDataFunc test)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *full = g_strdup_printf ("/worker/%s/%s", path, names[i]);

      g_test_add_data_func (full, names[i], test);
    }
}

int
main (int argc, char **argv)
{
  const char *const shapes[] = { "rotated", "boxes",  "unclean", "annotations",
                                 "form",    "groups", "layers",  "deep-tree" };
  const char *const upright[] = { "rotated", "boxes" };

  g_test_init (&argc, &argv, NULL);

  add_tests ("pdf-looks-the-same", accepted, G_N_ELEMENTS (accepted), test_looks_the_same);
  add_tests ("pdf-stamp-covers-all", shapes, G_N_ELEMENTS (shapes), test_stamp_covers_page);
  add_tests ("pdf-stamp-is-upright", upright, G_N_ELEMENTS (upright), test_stamp_is_upright);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/pdf-tells/%s", told[i].name);

      g_test_add_data_func (path, &told[i], test_told);
    }
  g_test_add_func ("/worker/pdf/hides-nothing-of-the-source", test_nothing_hidden);
  g_test_add_func ("/worker/pdf/gives-the-same-bytes-every-time", test_same_every_time);
  g_test_add_func ("/worker/pdf/counts-in-points-under-a-user-unit", test_user_unit);

  return g_test_run ();
}
