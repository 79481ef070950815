/* The QR symbol of a code: what it refuses, and that what it draws reads back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "msk-error.h"
#include "msk-qr.h"
#include "print-tools.h"

#define TAG "11000001234000101311768467464995938"

static void
test_tag_is_version_two (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskQr) qr = msk_qr_new (TAG, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (msk_qr_get_width (qr), ==, 25);
}

static void
test_width_is_known_beforehand (void)
{
  for (gsize length = 1; length <= 364; length++)
    {
      g_autofree char *code = g_strnfill (length, '7');
      g_autoptr(GError) error = NULL;
      g_autoptr(MskQr) qr = msk_qr_new (code, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (msk_qr_get_width (qr), ==, msk_qr_get_width_for_length (length));
    }
  g_assert_cmpuint (msk_qr_get_width_for_length (365), ==, 0);
}

static void
test_refuses_what_is_no_digit (void)
{
  static const char *const codes[] = { "", "1234a", "12 34", "-5", "１２３", "12\n", "3.14" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_qr_new (codes[i], &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_refuses_what_is_too_long (void)
{
  g_autofree char *code = g_strnfill (4000, '1');
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_qr_new (code, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static gboolean
is_dark_dot (const GString *hex, guint column, guint row)
{
  const guint row_length = (25 * MSK_QR_DOTS + 7) / 8 * 2;
  guint nibble = (guint) g_ascii_xdigit_value (hex->str[row * row_length + column / 4]);

  return (nibble >> (3 - column % 4) & 1) == 0;
}

static void
test_hex_is_four_dots_a_module (void)
{
  g_autoptr(MskQr) qr = msk_qr_new (TAG, NULL);
  g_autoptr(GString) hex = g_string_new (NULL);

  msk_qr_append_hex (qr, hex);
  g_assert_cmpuint (hex->len, ==, 100 * 26);
  for (guint row = 0; row < 100; row++)
    for (guint column = 100; column < 104; column++)
      g_assert_false (is_dark_dot (hex, column, row));
  /* The middle of each module says what it is. */
  for (guint row = 0; row < 25; row++)
    for (guint column = 0; column < 25; column++)
      g_assert_true (is_dark_dot (hex, 4 * column + 2, 4 * row + 2) ==
                     msk_qr_is_dark (qr, column, row));
}

/* A dot is dark when the modules on it, and on those left of, above, and left above it, are. */
static void
test_dark_is_a_dot_narrower (void)
{
  g_autoptr(MskQr) qr = msk_qr_new (TAG, NULL);
  g_autoptr(GString) hex = g_string_new (NULL);

  msk_qr_append_hex (qr, hex);
  for (guint row = 0; row < 100; row++)
    for (guint column = 0; column < 100; column++)
      {
        gboolean dark = row > 0 && column > 0;

        for (guint back = 0; dark && back < 4; back++)
          dark = msk_qr_is_dark (qr, (column - back % 2) / 4, (row - back / 2) / 4);
        g_assert_true (is_dark_dot (hex, column, row) == dark);
      }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_drawn_symbol_reads_back (void)
{
  char *folder = print_tools_make_folder ();
  g_autoptr(MskQr) qr = msk_qr_new (TAG, NULL);
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, array, 200, 200);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *codes = NULL;

  cairo_set_source_rgb (cairo, 0.2, 0.2, 0.2);
  cairo_paint (cairo);
  msk_qr_draw (qr, cairo, 50, 60, 0.6 * 72 / 25.4);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  bytes = g_byte_array_free_to_bytes (array);
  path = print_tools_write (folder, "symbol.pdf", bytes);
  codes = print_tools_scan (folder, path, 1, FALSE);
  g_assert_cmpstr (codes, ==, TAG);
  print_tools_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/qr/a-tag-is-version-two", test_tag_is_version_two);
  g_test_add_func ("/print/qr/width-is-known-beforehand", test_width_is_known_beforehand);
  g_test_add_func ("/print/qr/refuses-what-is-no-digit", test_refuses_what_is_no_digit);
  g_test_add_func ("/print/qr/refuses-what-is-too-long", test_refuses_what_is_too_long);
  g_test_add_func ("/print/qr/hex-is-four-dots-a-module", test_hex_is_four_dots_a_module);
  g_test_add_func ("/print/qr/dark-is-a-dot-narrower", test_dark_is_a_dot_narrower);
  g_test_add_func ("/print/qr/drawn-symbol-reads-back", test_drawn_symbol_reads_back);
  return g_test_run ();
}
