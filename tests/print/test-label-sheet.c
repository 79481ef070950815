/* Sheets of labels: what stands on each, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-error.h"
#include "msk-label-sheet.h"
#include "print-tools.h"

#define TAG "13000001234000101311768467464995938"
#define NO_SUCH_CHARACTER "\xCD\xB8" /* U+0378, which Unicode has left free */

static const MskLabel sample = { 27, "保密本 notebook", "机密 Secret", TAG };

static char *
draw_to_file (const char *folder, const MskLabel *labels, guint count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = msk_label_sheet_draw (MSK_LABEL_CARRIER, labels, count, &error);

  g_assert_no_error (error);
  return print_tools_write (folder, "labels.pdf", bytes);
}

static void
test_shows_everything (void)
{
  static const char *const expected[] = { "0027", "保密本 notebook", "机密 Secret", "13000 00123",
                                          "95938" };
  char *folder = print_tools_make_folder ();
  g_autofree char *path = draw_to_file (folder, &sample, 1);
  g_autofree char *text = print_tools_extract (path);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("the label lacks %s", expected[i]);
  print_tools_assert_sound (path);
  print_tools_remove_folder (folder);
}

/* The code on one label, as with a reader that is pointed at it, at 150 dpi. */
static char *
scan_place (const char *folder, const char *path, guint place)
{
  const double dots = 150 / 25.4;
  g_autofree char *stem = g_build_filename (folder, "label", NULL);
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  g_autofree char *x = g_strdup_printf ("%d", (int) ((7.25 + place % 3 * 66.04) * dots));
  g_autofree char *y = g_strdup_printf ("%d", (int) ((12.9 + place / 3 * 33.9) * dots));
  g_autofree char *width = g_strdup_printf ("%d", (int) (63.5 * dots));
  g_autofree char *height = g_strdup_printf ("%d", (int) (33.9 * dots));
  const char *render[] = { "pdftoppm", "-singlefile", "-png", "-gray", "-r",  "150", "-x",
                           x,          "-y",          y,      "-W",    width, "-H",  height,
                           path,       stem,          NULL };
  const char *scan[] = { "zbarimg",   "--quiet",         "--raw", "--nodbus",
                         "-Sdisable", "-Sqrcode.enable", picture, NULL };
  g_autofree char *output = print_tools_run (render);

  return g_strchomp (print_tools_run (scan));
}

/* Each of a full sheet's tags is read; the last also blurred and turned. */
static void
test_a_full_sheet_is_read (void)
{
  g_autoptr(GError) error = NULL;
  const guint capacity = msk_label_sheet_get_capacity (MSK_LABEL_CARRIER, &error);
  g_autofree MskLabel *labels = g_new (MskLabel, capacity);
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  char *folder = print_tools_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *harmed = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (capacity, ==, 24);
  for (guint i = 0; i < capacity; i++)
    {
      labels[i] = sample;
      labels[i].number = i + 1;
      labels[i].code = g_strdup_printf ("13%09u000101311768467464995938", 1234 + i);
      g_ptr_array_add (codes, (gpointer) labels[i].code);
    }

  path = draw_to_file (folder, labels, capacity);
  for (guint i = 0; i < capacity; i++)
    {
      g_autofree char *code = scan_place (folder, path, i);

      g_assert_cmpstr (code, ==, labels[i].code);
    }
  harmed = print_tools_scan (folder, path, 1, TRUE);
  g_assert_nonnull (strstr (harmed, labels[capacity - 1].code));
  print_tools_remove_folder (folder);
}

static void
assert_refused (const MskLabel *label, guint count, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_label_sheet_draw (MSK_LABEL_CARRIER, label, count, &error));
  g_assert_error (error, MSK_INPUT_ERROR, code);
}

static void
test_refuses_what_is_not_right (void)
{
  g_autofree char *long_text = g_strnfill (100, 'W');
  g_autofree MskLabel *many = g_new0 (MskLabel, 25);
  MskLabel kind = sample, level = sample, glyph = sample, code = sample;

  kind.kind = long_text;
  level.level = long_text;
  glyph.kind = NO_SUCH_CHARACTER;
  code.code = "12a";
  for (guint i = 0; i < 25; i++)
    many[i] = sample;

  assert_refused (&kind, 1, MSK_INPUT_ERROR_BAD_VALUE);
  assert_refused (&level, 1, MSK_INPUT_ERROR_BAD_VALUE);
  assert_refused (&glyph, 1, MSK_INPUT_ERROR_MISSING_GLYPH);
  assert_refused (&code, 1, MSK_INPUT_ERROR_BAD_VALUE);
  assert_refused (many, 25, MSK_INPUT_ERROR_BAD_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/label-sheet/shows-everything", test_shows_everything);
  g_test_add_func ("/print/label-sheet/a-full-sheet-is-read", test_a_full_sheet_is_read);
  g_test_add_func ("/print/label-sheet/refuses-what-is-not-right", test_refuses_what_is_not_right);
  return g_test_run ();
}
