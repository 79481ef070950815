/* The job that reads a list of attendees, whatever program saved it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "msk-list-reader.h"

#include "msk-csv-reader.h"
#include "msk-error.h"
#include "msk-list-table.h"
#include "msk-list-text.h"
#include "msk-xlsx-sheet.h"

#include <string.h>

/* How files begin that are no text. */
#define COMPOUND_FILE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" /* .xls, and workbooks with a password */
#define ZIP_FILE "PK\x03\x04"
#define EMPTY_ZIP_FILE "PK\x05\x06"
#define PDF_FILE "%PDF-"

typedef struct
{
  MskListEncoding encoding;
  guint sheet;
} Wishes;

static gboolean
begins_with (const char *data, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0;
}

/* A workbook with a password is a file of the old kind that holds the new one. */
static gboolean
is_encrypted (const char *data, gsize length)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, length, name, sizeof name - 1) != NULL;
}

/* FALSE: this is a file of a program that the kit does not read. */
static gboolean
check_format (const char *data, gsize length, GError **error)
{
  const gboolean is_compound = begins_with (data, length, COMPOUND_FILE);

  if (!is_compound && !begins_with (data, length, EMPTY_ZIP_FILE) &&
      !begins_with (data, length, PDF_FILE))
    return TRUE;

  if (is_compound && is_encrypted (data, length))
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_XLSX_ENCRYPTED, "a password");
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_LIST_FOREIGN, "no table");

  return FALSE;
}

static gboolean
choose_sheet (const MskXlsxBook *book, guint wanted, guint *sheet, GError **error)
{
  *sheet = wanted > 0 ? wanted : book->first_shown;
  if (*sheet > book->names->len)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_LIST_SHEET, "no such sheet");
      return FALSE;
    }
  if (g_array_index (book->shown, gboolean, *sheet - 1))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_XLSX_HIDDEN, "a hidden sheet");
  return FALSE;
}

static GVariant *
read_workbook (const char *data,
               gsize length,
               const Wishes *wishes,
               MskFilePlace *place,
               GError **error)
{
  g_autoptr(GBytes) file = g_bytes_new_static (data, length);
  g_auto(MskXlsxPackage) package = { NULL, NULL, 0 };
  g_auto(MskXlsxBook) book = { NULL, NULL, NULL, 0, NULL, NULL };
  g_auto(MskListTable) table = { { { { 0 } } }, NULL };
  MskListOrigin origin = { "xlsx", MSK_LIST_ENCODING_AUTOMATIC, NULL, 0 };

  msk_list_table_init (&table);
  if (!msk_xlsx_package_open (&package, file, error) ||
      !msk_xlsx_book_read (&book, &package, error) ||
      !choose_sheet (&book, wishes->sheet, &origin.sheet, error) ||
      !msk_xlsx_sheet_read (&package, &book, g_ptr_array_index (book.parts, origin.sheet - 1),
                            &table, place, error))
    return NULL;

  g_ptr_array_add (book.names, NULL);
  origin.sheets = (GStrv) book.names->pdata;

  return msk_list_table_end (&table, &origin, error);
}

static GVariant *
read_text (const char *data,
           gsize length,
           const Wishes *wishes,
           MskFilePlace *place,
           GError **error)
{
  g_auto(MskListTable) table = { { { { 0 } } }, NULL };
  MskListOrigin origin = { "csv", wishes->encoding, NULL, 0 };
  g_autofree char *text = msk_list_text_decode (data, length, &origin.encoding, &place->row, error);

  msk_list_table_init (&table);
  if (text == NULL || !msk_csv_reader_read (text, &table, &place->row, error))
    return NULL;

  return msk_list_table_end (&table, &origin, error);
}

static gboolean
take_wishes (const char *data, gsize length, Wishes *wishes, GError **error)
{
  guint32 numbers[MSK_LIST_WISHES_SIZE / sizeof (guint32)];

  if (length >= sizeof numbers)
    {
      memcpy (numbers, data, sizeof numbers);
      wishes->encoding = GUINT32_FROM_LE (numbers[0]);
      wishes->sheet = GUINT32_FROM_LE (numbers[1]);
    }
  if (length >= sizeof numbers && wishes->encoding < MSK_LIST_N_ENCODINGS)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE, "no such encoding");

  return FALSE;
}

gboolean
msk_list_reader_load (void)
{
  return msk_list_text_load () && msk_xlsx_package_load ();
}

GVariant *
msk_list_reader_read (GBytes *input, MskFilePlace *place, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (input, &length);
  Wishes wishes = { 0 };

  if (!take_wishes (data, length, &wishes, error))
    return NULL;

  data += MSK_LIST_WISHES_SIZE;
  length -= MSK_LIST_WISHES_SIZE;
  if (length == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY, "no bytes");
      return NULL;
    }
  if (!check_format (data, length, error))
    return NULL;

  return begins_with (data, length, ZIP_FILE) ? read_workbook (data, length, &wishes, place, error)
                                              : read_text (data, length, &wishes, place, error);
}
