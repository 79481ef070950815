/* Pages drawn by the worker: what is seen, what is said about fonts, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-worker.h"

#include "worker-test.h"

#define SIDE 400u

static GVariant *
draw (GBytes *pdf, guint page, guint side, GError **error)
{
  const guint32 head[] = { GUINT32_TO_LE (page), GUINT32_TO_LE (side) };
  g_autoptr(GByteArray) input = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;

  g_byte_array_append (input, (const guint8 *) head, sizeof head);
  g_byte_array_append (input, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&input));
  return msk_worker_run (MSK_WORKER_JOB_PREVIEW, bytes, NULL, error);
}

static GVariant *
draw_file (const char *name)
{
  g_autoptr(GBytes) pdf = worker_test_load (name);
  g_autoptr(GError) error = NULL;
  GVariant *answer = draw (pdf, 1, SIDE, &error);

  g_assert_no_error (error);
  return answer;
}

/* How many pixels are darker than the paper. */
static guint
count_ink (GVariant *answer)
{
  g_autoptr(GVariant) pixels =
                 g_variant_lookup_value (answer, "pixels", G_VARIANT_TYPE_BYTESTRING);
  gsize size;
  const guint8 *data = g_variant_get_fixed_array (pixels, &size, 1);
  guint ink = 0;

  for (gsize i = 0; i + 3 < size; i += 4)
    ink += data[i] < 128 && data[i + 1] < 128 && data[i + 2] < 128;

  return ink;
}

static GStrv
lookup_names (GVariant *answer, const char *member)
{
  GStrv names = NULL;

  g_assert_true (g_variant_lookup (answer, member, "^as", &names));
  return names;
}

static void
test_page (void)
{
  g_autoptr(GVariant) answer = draw_file ("plain");
  g_auto(GStrv) substitutes = lookup_names (answer, "substitutes");
  guint width, height;

  g_assert_true (g_variant_lookup (answer, "width", "u", &width));
  g_assert_true (g_variant_lookup (answer, "height", "u", &height));
  g_assert_cmpuint (height, ==, SIDE);
  g_assert_cmpuint (width, ==, SIDE * 612 / 792);
  g_assert_cmpuint (count_ink (answer), >, 0);
  /* Helvetica is not in it. */
  g_assert_cmpuint (g_strv_length (substitutes), ==, 1);
}

/* As offices save it: the characters are meant, and each machine is to find a font. */
static void
test_chinese_outside (void)
{
  g_autoptr(GVariant) answer = draw_file ("chinese-outside");
  g_auto(GStrv) substitutes = lookup_names (answer, "substitutes");
  g_auto(GStrv) missing = lookup_names (answer, "missing");

  g_assert_cmpuint (g_strv_length (substitutes), ==, 1);
  g_assert_true (g_str_has_prefix (substitutes[0], "Noto S"));
  g_assert_cmpuint (g_strv_length (missing), ==, 0);
  g_assert_cmpuint (count_ink (answer), >, 300);
}

/* Nobody can know which glyphs are meant; the page must not pass for an empty one. */
static void
test_unknowable_font (void)
{
  g_autoptr(GVariant) answer = draw_file ("unknowable-font");
  g_auto(GStrv) missing = lookup_names (answer, "missing");

  g_assert_cmpuint (g_strv_length (missing), ==, 1);
}

static void
test_bomb (void)
{
  g_autoptr(GBytes) pdf = worker_test_load ("drawing-bomb");
  g_autoptr(GError) error = NULL;

  g_assert_null (draw (pdf, 1, SIDE, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
}

/* Whoever asks cannot have the worker fill its memory with white. */
static void
test_size_is_bounded (void)
{
  g_autoptr(GBytes) pdf = worker_test_load ("plain");
  const guint sides[] = { 0, G_MAXUINT32 };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) answer = draw (pdf, 1, sides[i], &error);
      guint height;

      g_assert_no_error (error);
      g_assert_true (g_variant_lookup (answer, "height", "u", &height));
      g_assert_cmpuint (height, >, 0);
      g_assert_cmpuint (height, <, 10000);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *file;
    guint page, side;
  } cases[] = {
    { "plain", 0, SIDE },
    { "plain", 4711, SIDE },
    { "not-a-pdf", 1, SIDE },
    { "user-password-256", 1, SIDE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) pdf = g_str_equal (cases[i].file, "not-a-pdf")
                                   ? g_bytes_new_static ("hello", 5)
                                   : worker_test_load (cases[i].file);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s, page %u, side %u", cases[i].file, cases[i].page, cases[i].side);
      g_assert_null (draw (pdf, cases[i].page, cases[i].side, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/preview/a-page-in-the-wanted-size", test_page);
  g_test_add_func ("/worker/preview/chinese-without-its-font-is-shown", test_chinese_outside);
  g_test_add_func ("/worker/preview/text-that-cannot-be-shown-is-told", test_unknowable_font);
  g_test_add_func ("/worker/preview/a-page-that-takes-for-ever-ends", test_bomb);
  g_test_add_func ("/worker/preview/size-is-bounded", test_size_is_bounded);
  g_test_add_func ("/worker/preview/refused", test_refused);

  return g_test_run ();
}
