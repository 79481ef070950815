/* The rows of one sheet of a workbook, as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-xlsx-sheet.h"

#include "msk-attendee-list.h"
#include "msk-error.h"
#include "msk-xlsx-xml.h"

#include <math.h>
#include <string.h>

/* Of a sheet, as office programs have it. */
#define ROWS_MAX (1024 * 1024)
#define COLUMNS_MAX (16 * 1024)

/* A cell shows whole numbers as they are up to eleven digits, and others with at most ten. */
#define SHOWN_WHOLE_MAX 1e11

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* in the cell itself */
  CELL_OTHER,
} CellKind;

typedef struct
{
  MskFilePlace from;
  guint to_row;
} Merge;

typedef struct
{
  guint first;
  guint last;
} Columns;

typedef struct
{
  MskXlsxBook *book;
  MskListTable *table;
  MskFilePlace *place;
  GError *problem;

  MskFilePlace at; /* the cell being read, or the last before */
  GPtrArray *fields;
  CellKind kind;
  guint style;
  GString *text;
  gboolean in_cell;
  gboolean in_text;
  guint phonetic;
  GArray *merges;
  GArray *hidden; /* of Columns */
  gboolean row_hidden;
} Reading;

static void
refuse (Reading *reading, MskInputError code, const char *reason, MskFilePlace place)
{
  if (reading->problem != NULL)
    return;

  *reading->place = place;
  g_set_error_literal (&reading->problem, MSK_INPUT_ERROR, (int) code, reason);
}

/* "AB12" as row and column. FALSE for anything else. */
static gboolean
parse_place (const char *text, MskFilePlace *place, const char **end)
{
  guint64 column = 0;
  guint64 row = 0;

  for (; *text >= 'A' && *text <= 'Z' && column <= COLUMNS_MAX; text++)
    column = column * 26 + (guint64) (*text - 'A') + 1;
  for (; g_ascii_isdigit (*text) && row <= ROWS_MAX; text++)
    row = row * 10 + (guint64) (*text - '0');
  if (column == 0 || column > COLUMNS_MAX || row == 0 || row > ROWS_MAX)
    return FALSE;

  *place = (MskFilePlace){ (guint) row, (guint) column };
  *end = text;

  return TRUE;
}

/* As XML Schema has it. */
static gboolean
is_true (const char *text)
{
  return text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
}

/* So low or narrow that nobody sees it. */
static gboolean
is_nought (const char *text)
{
  char *end;

  return text != NULL && *text != '\0' && g_ascii_strtod (text, &end) <= 0 && *end == '\0';
}

static void
start_row (Reading *reading, const char **attributes)
{
  const char *text = msk_xlsx_xml_get (attributes, "r");
  guint64 row = reading->at.row + 1;
  const gboolean readable =
      text == NULL || g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &row, NULL);

  if (!readable || row <= reading->at.row || row > ROWS_MAX)
    refuse (reading, MSK_INPUT_ERROR_XLSX_DAMAGED, "rows out of order",
            (MskFilePlace){ (guint) row, 0 });

  reading->at = (MskFilePlace){ (guint) row, 0 };
  reading->row_hidden = is_true (msk_xlsx_xml_get (attributes, "hidden")) ||
                        is_nought (msk_xlsx_xml_get (attributes, "ht"));
  g_ptr_array_set_size (reading->fields, 0);
}

static CellKind
parse_kind (const char *text)
{
  if (text == NULL || strcmp (text, "n") == 0)
    return CELL_NUMBER;
  if (strcmp (text, "s") == 0)
    return CELL_SHARED;
  if (strcmp (text, "inlineStr") == 0 || strcmp (text, "str") == 0)
    return CELL_TEXT;

  return CELL_OTHER;
}

static void
start_cell (Reading *reading, const char **attributes)
{
  const char *text = msk_xlsx_xml_get (attributes, "r");
  const char *style = msk_xlsx_xml_get (attributes, "s");
  MskFilePlace place = { reading->at.row, reading->at.column + 1 };
  const char *end = "";
  guint64 number = 0;

  if ((text != NULL && (!parse_place (text, &place, &end) || *end != '\0')) ||
      place.row != reading->at.row || place.column <= reading->at.column ||
      place.column > COLUMNS_MAX)
    refuse (reading, MSK_INPUT_ERROR_XLSX_DAMAGED, "cells out of order", reading->at);
  if (style != NULL)
    g_ascii_string_to_unsigned (style, 10, 0, G_MAXINT, &number, NULL);

  reading->at = place;
  reading->style = (guint) number;
  reading->kind = parse_kind (msk_xlsx_xml_get (attributes, "t"));
  reading->in_cell = TRUE;
  g_string_truncate (reading->text, 0);
}

static void
take_merge (Reading *reading, const char **attributes)
{
  const char *text = msk_xlsx_xml_get (attributes, "ref");
  const char *end;
  Merge merge;
  MskFilePlace to;

  if (text == NULL || !parse_place (text, &merge.from, &end) || *end != ':' ||
      !parse_place (end + 1, &to, &end))
    return;

  merge.to_row = to.row;
  if (to.row != merge.from.row || to.column != merge.from.column)
    g_array_append_val (reading->merges, merge);
}

/* They stand before the rows. */
static void
take_columns (Reading *reading, const char **attributes)
{
  const char *first = msk_xlsx_xml_get (attributes, "min");
  const char *last = msk_xlsx_xml_get (attributes, "max");
  guint64 from, to;

  if ((!is_true (msk_xlsx_xml_get (attributes, "hidden")) &&
       !is_nought (msk_xlsx_xml_get (attributes, "width"))) ||
      first == NULL || last == NULL)
    return;

  if (g_ascii_string_to_unsigned (first, 10, 1, G_MAXUINT32, &from, NULL) &&
      g_ascii_string_to_unsigned (last, 10, 1, G_MAXUINT32, &to, NULL))
    {
      const Columns columns = { (guint) from, (guint) to };

      g_array_append_val (reading->hidden, columns);
    }
}

/* What stands where nobody sees it goes on no list. */
static void
check_shown (Reading *reading)
{
  if (reading->row_hidden)
    refuse (reading, MSK_INPUT_ERROR_XLSX_HIDDEN, "a hidden row",
            (MskFilePlace){ reading->at.row, 0 });
  for (guint i = 0; i < reading->hidden->len; i++)
    {
      const Columns *columns = &g_array_index (reading->hidden, Columns, i);

      if (reading->at.column >= columns->first && reading->at.column <= columns->last)
        refuse (reading, MSK_INPUT_ERROR_XLSX_HIDDEN, "a hidden column", reading->at);
    }
}

static void
start_cb (gpointer user_data, const char *name, const char **attributes)
{
  Reading *reading = user_data;

  reading->in_text = FALSE;
  if (strcmp (name, "row") == 0)
    start_row (reading, attributes);
  else if (strcmp (name, "c") == 0)
    start_cell (reading, attributes);
  else if (strcmp (name, "col") == 0)
    take_columns (reading, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    take_merge (reading, attributes);
  else if (strcmp (name, "rPh") == 0)
    reading->phonetic++;
  else if (strcmp (name, "f") == 0 && reading->in_cell)
    refuse (reading, MSK_INPUT_ERROR_XLSX_FORMULA, "a formula", reading->at);
  else
    reading->in_text = reading->in_cell && reading->phonetic == 0 &&
                       (strcmp (name, "v") == 0 || strcmp (name, "t") == 0);
}

static void
text_cb (gpointer user_data, const char *text, gsize length)
{
  Reading *reading = user_data;

  if (reading->in_text && reading->text->len <= MSK_LIST_FIELD_MAX)
    g_string_append_len (reading->text, text, (gssize) length);
}

/* A number as the cell shows it, or what stands for one that the kit can't show so. */
static char *
dup_number (Reading *reading, const char *text)
{
  MskXlsxFormat format = { MSK_XLSX_SHOWN_GENERAL, 0 };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  const double value = g_ascii_strtod (text, &end);
  const gboolean is_whole = fabs (value) < SHOWN_WHOLE_MAX && floor (value) == value;

  if (reading->style < reading->book->formats->len)
    format = g_array_index (reading->book->formats, MskXlsxFormat, reading->style);
  if (*text == '\0')
    return g_strdup ("");
  if (*end != '\0' || !isfinite (value) || format.shown == MSK_XLSX_SHOWN_OTHERWISE ||
      (format.shown == MSK_XLSX_SHOWN_DIGITS && (!is_whole || value < 0)))
    return g_strdup (MSK_LIST_CELL_NOT_TEXT);
  if (is_whole)
    return g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) MAX (format.digits, 1), (gint64) value);

  g_ascii_formatd (buffer, sizeof buffer, "%.10g", value);

  return g_strdup (strchr (buffer, 'e') == NULL ? buffer : MSK_LIST_CELL_NOT_TEXT);
}

/* Workbooks write characters that XML does not have, and some that it has, as _x000D_. */
static char *
dup_unescaped (const char *text)
{
  GString *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      guint code = 0;
      guint digits = 0;

      if (text[0] == '_' && text[1] == 'x')
        while (digits < 4 && g_ascii_isxdigit (text[2 + digits]))
          code = code * 16 + (guint) g_ascii_xdigit_value (text[2 + digits++]);
      if (digits == 4 && text[6] == '_' && code != 0 && (code < 0xD800 || code > 0xDFFF))
        {
          g_string_append_unichar (plain, code);
          text += 7;
        }
      else
        g_string_append_c (plain, *text++);
    }

  return g_string_free (plain, FALSE);
}

static char *
dup_cell (Reading *reading)
{
  const char *text = reading->text->str;
  guint64 index = 0;

  switch (reading->kind)
    {
    case CELL_NUMBER:
      return dup_number (reading, text);
    case CELL_TEXT:
      return dup_unescaped (text);
    case CELL_SHARED:
      if (*text == '\0')
        return g_strdup ("");
      if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &index, NULL) &&
          index < reading->book->texts->len)
        return dup_unescaped (g_ptr_array_index (reading->book->texts, (guint) index));
      refuse (reading, MSK_INPUT_ERROR_XLSX_DAMAGED, "a text that is not there", reading->at);
      return g_strdup ("");
    case CELL_OTHER:
    default:
      return g_strdup (*text == '\0' ? "" : MSK_LIST_CELL_NOT_TEXT);
    }
}

static void
end_cell (Reading *reading)
{
  g_autofree char *text = dup_cell (reading);

  reading->in_cell = FALSE;
  if (reading->problem != NULL || msk_list_table_is_blank (text))
    return;
  check_shown (reading);
  if (reading->problem != NULL)
    return;
  if (!msk_list_table_check_field (text, strlen (text), reading->at.column - 1, &reading->problem))
    {
      *reading->place = reading->at;
      return;
    }

  while (reading->fields->len < reading->at.column - 1)
    g_ptr_array_add (reading->fields, g_strdup (""));
  g_ptr_array_add (reading->fields, g_steal_pointer (&text));
}

static void
end_cb (gpointer user_data, const char *name)
{
  Reading *reading = user_data;

  reading->in_text = FALSE;
  if (strcmp (name, "c") == 0 && reading->in_cell)
    end_cell (reading);
  else if (strcmp (name, "rPh") == 0 && reading->phonetic > 0)
    reading->phonetic--;
  else if (strcmp (name, "row") == 0 && !msk_list_table_add (reading->table, reading->fields,
                                                             reading->at.row, &reading->problem))
    *reading->place = reading->at;
}

static const MskXlsxHandlers handlers = { start_cb, end_cb, text_cb };

/* Merged cells among the rows of the list: all but the first would be read as empty. */
static gboolean
check_merges (Reading *reading, GError **error)
{
  const GArray *lines = reading->table->lines;
  const guint first = lines->len > 0 ? g_array_index (lines, guint32, 0) : 0;
  const guint last = lines->len > 0 ? g_array_index (lines, guint32, lines->len - 1) : 0;

  for (guint i = 0; i < reading->merges->len; i++)
    {
      const Merge *merge = &g_array_index (reading->merges, Merge, i);

      if (merge->to_row < first || merge->from.row > last)
        continue;
      *reading->place = merge->from;
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_XLSX_MERGED, "merged cells");
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_xlsx_sheet_read (MskXlsxPackage *package,
                     MskXlsxBook *book,
                     const char *part,
                     MskListTable *table,
                     MskFilePlace *place,
                     GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  g_autoptr(GArray) hidden = g_array_new (FALSE, FALSE, sizeof (Columns));
  Reading reading = { .book = book,
                      .table = table,
                      .place = place,
                      .fields = fields,
                      .text = text,
                      .merges = merges,
                      .hidden = hidden };

  return msk_xlsx_xml_parse (package, part, &handlers, &reading, &reading.problem, error) &&
         check_merges (&reading, error);
}
