/* Badges: what stands on one, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-badge.h"
#include "msk-error.h"
#include "print-tools.h"

#define TAG "12000001234000101311768467464995938"
#define NO_SUCH_CHARACTER "\xCD\xB8" /* U+0378, which Unicode has left free */

static const MskBadge sample = { "欧阳𠮷㐀", "装备管理局", "列席 Observer", 0x1A5FB4, 27, TAG };

static char *
draw_to_file (const char *folder, const MskBadge *badge)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = msk_badge_draw (badge, &error);

  g_assert_no_error (error);
  return print_tools_write (folder, "badge.pdf", bytes);
}

static void
test_shows_everything (void)
{
  static const char *const expected[] = { "欧阳𠮷㐀", "装备管理局",  "列席 Observer",
                                          "027",      "12000 00123", "95938" };
  char *folder = print_tools_make_folder ();
  g_autofree char *path = draw_to_file (folder, &sample);
  g_autofree char *text = print_tools_extract (path);
  g_autofree char *clean = print_tools_scan (folder, path, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("the badge lacks %s", expected[i]);
  g_assert_cmpstr (clean, ==, TAG);
  print_tools_assert_sound (path);
  print_tools_remove_folder (folder);
}

/* 86 x 54 mm at 254 dpi; the band at the top has the capacity's colour. */
static void
test_is_a_card_with_a_coloured_band (void)
{
  char *folder = print_tools_make_folder ();
  g_autofree char *path = draw_to_file (folder, &sample);
  g_autoptr(PrintPicture) picture = print_tools_render (path, 1, 254);
  const guint8 *corner = picture->pixels + 3 * ((gsize) picture->width * 8 + 8);

  g_assert_cmpuint (picture->width, >=, 860);
  g_assert_cmpuint (picture->width, <=, 861);
  g_assert_cmpuint (picture->height, >=, 540);
  g_assert_cmpuint (picture->height, <=, 541);
  g_assert_cmpuint (corner[0], ==, 0x1A);
  g_assert_cmpuint (corner[1], ==, 0x5F);
  g_assert_cmpuint (corner[2], ==, 0xB4);
  print_tools_remove_folder (folder);
}

static void
test_long_texts_shrink (void)
{
  MskBadge badge = sample;
  char *folder = print_tools_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *codes = NULL;

  badge.name = "Abdurehim Tohti Memetimin";
  badge.unit = "Department of Foreign Affairs, Second Division for Protocol and Ceremonies";
  path = draw_to_file (folder, &badge);
  text = print_tools_extract (path);
  codes = print_tools_scan (folder, path, 1, FALSE);
  g_assert_nonnull (strstr (text, "Abdurehim Tohti Memetimin"));
  g_assert_nonnull (strstr (text, "Ceremonies"));
  g_assert_cmpstr (codes, ==, TAG);
  print_tools_remove_folder (folder);
}

static void
assert_refused (const MskBadge *badge, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_badge_draw (badge, &error));
  g_assert_error (error, MSK_INPUT_ERROR, code);
}

static void
test_refuses_what_does_not_fit (void)
{
  g_autofree char *long_text = g_strnfill (400, 'W');
  MskBadge name = sample, unit = sample, capacity = sample;

  name.name = long_text;
  unit.unit = long_text;
  capacity.capacity = long_text;
  assert_refused (&name, MSK_INPUT_ERROR_BAD_VALUE);
  assert_refused (&unit, MSK_INPUT_ERROR_BAD_VALUE);
  assert_refused (&capacity, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_refuses_missing_glyphs_and_codes (void)
{
  MskBadge name = sample, unit = sample, capacity = sample, code = sample;

  name.name = "王" NO_SUCH_CHARACTER;
  unit.unit = NO_SUCH_CHARACTER;
  capacity.capacity = "a\nb";
  code.code = "12a";
  assert_refused (&name, MSK_INPUT_ERROR_MISSING_GLYPH);
  assert_refused (&unit, MSK_INPUT_ERROR_MISSING_GLYPH);
  assert_refused (&capacity, MSK_INPUT_ERROR_MISSING_GLYPH);
  assert_refused (&code, MSK_INPUT_ERROR_BAD_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/badge/shows-everything", test_shows_everything);
  g_test_add_func ("/print/badge/is-a-card-with-a-coloured-band",
                   test_is_a_card_with_a_coloured_band);
  g_test_add_func ("/print/badge/long-texts-shrink", test_long_texts_shrink);
  g_test_add_func ("/print/badge/refuses-what-does-not-fit", test_refuses_what_does_not_fit);
  g_test_add_func ("/print/badge/refuses-missing-glyphs-and-codes",
                   test_refuses_missing_glyphs_and_codes);
  return g_test_run ();
}
