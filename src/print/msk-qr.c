/* A QR symbol for a code of digits: its modules, and how to draw it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-qr.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>
#include <string.h>

#include "msk-error.h"

struct _MskQr
{
  QRcode *symbol;
};

/* Digits that a symbol of version 1, 2, 3 … holds at level Q in numeric mode (ISO/IEC 18004, table
 * 7). The kit needs none larger. */
static const gsize digit_capacities[] = { 27, 48, 77, 111, 144, 178, 207, 259, 312, 364 };

static gboolean
check_code (const char *code, GError **error)
{
  if (code[0] != '\0' && code[strspn (code, "0123456789")] == '\0')
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A printed code may hold digits only; give digits."));
  return FALSE;
}

static QRcode *
encode (const char *code, GError **error)
{
  QRinput *input = QRinput_new2 (0, QR_ECLEVEL_Q);
  QRcode *symbol = NULL;

  if (input != NULL &&
      QRinput_append (input, QR_MODE_NUM, (int) strlen (code), (const unsigned char *) code) == 0)
    symbol = QRcode_encodeInput (input);

  if (symbol == NULL && errno == ERANGE)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("The code is too long for a QR symbol; give a shorter one."));
  else if (symbol == NULL)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                         _ ("The QR symbol could not be made for want of memory; close other "
                            "programs and try again."));

  QRinput_free (input);
  return symbol;
}

MskQr *
msk_qr_new (const char *code, GError **error)
{
  QRcode *symbol;
  MskQr *self;

  g_return_val_if_fail (code != NULL, NULL);

  if (!check_code (code, error))
    return NULL;

  symbol = encode (code, error);
  if (symbol == NULL)
    return NULL;

  self = g_new0 (MskQr, 1);
  self->symbol = symbol;
  return self;
}

void
msk_qr_free (MskQr *self)
{
  if (self == NULL)
    return;

  QRcode_free (self->symbol);
  g_free (self);
}

guint
msk_qr_get_width (const MskQr *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) self->symbol->width;
}

gboolean
msk_qr_is_dark (const MskQr *self, guint column, guint row)
{
  guint width;

  g_return_val_if_fail (self != NULL, FALSE);

  width = (guint) self->symbol->width;
  g_return_val_if_fail (column < width && row < width, FALSE);

  return (self->symbol->data[row * width + column] & 1) != 0;
}

guint
msk_qr_get_width_for_length (gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (digit_capacities); i++)
    if (length <= digit_capacities[i])
      return 21 + 4 * i;

  return 0;
}

static gboolean
is_dark_from (const MskQr *self, guint column, guint row, guint first_row)
{
  guint width = (guint) self->symbol->width;

  for (guint y = first_row; y <= row; y++)
    if ((self->symbol->data[(gsize) y * width + column] & 1) == 0)
      return FALSE;

  return TRUE;
}

/* One row of dots: a module's four dots are one digit. In the first row of a module the one above
 * it must be dark too; the first dot of a digit is dark only when the module before it is. */
static void
append_dots (const MskQr *self, GString *text, guint row, gboolean first)
{
  guint width = (guint) self->symbol->width;
  guint first_row = first ? row - 1 : row;
  gboolean was_dark = FALSE;

  for (guint column = 0; column < width; column++)
    {
      gboolean is_dark = (!first || row > 0) && is_dark_from (self, column, row, first_row);

      g_string_append_c (text, !is_dark ? 'F' : was_dark ? '0' : '8');
      was_dark = is_dark;
    }
  if (width % 2 != 0)
    g_string_append_c (text, 'F');
}

void
msk_qr_append_hex (const MskQr *self, GString *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  for (guint row = 0; row < (guint) self->symbol->width; row++)
    {
      gsize start;
      gsize length;

      append_dots (self, text, row, TRUE);
      start = text->len;
      append_dots (self, text, row, FALSE);
      length = text->len - start;
      for (guint i = 2; i < MSK_QR_DOTS; i++)
        {
          g_string_set_size (text, text->len + length);
          memcpy (text->str + text->len - length, text->str + start, length);
        }
    }
}

/* One path of horizontal runs: as a single filled shape its modules have no seams between them. */
static void
add_row (const MskQr *self, cairo_t *cairo, guint row, double x, double y, double module)
{
  guint width = (guint) self->symbol->width;
  guint column = 0;

  while (column < width)
    {
      guint start = column;

      while (column < width && msk_qr_is_dark (self, column, row))
        column++;
      if (column > start)
        cairo_rectangle (cairo, x + start * module, y + row * module, (column - start) * module,
                         module);
      else
        column++;
    }
}

void
msk_qr_draw (const MskQr *self, cairo_t *cairo, double x, double y, double module)
{
  guint width;
  double side;

  g_return_if_fail (self != NULL && cairo != NULL && module > 0);

  width = (guint) self->symbol->width;
  side = (width + 2 * MSK_QR_QUIET_ZONE) * module;
  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_rectangle (cairo, x, y, side, side);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint row = 0; row < width; row++)
    add_row (self, cairo, row, x + MSK_QR_QUIET_ZONE * module, y + MSK_QR_QUIET_ZONE * module,
             module);
  cairo_fill (cairo);
  cairo_restore (cairo);
}
