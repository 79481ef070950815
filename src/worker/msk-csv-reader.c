/* Reads a table as offices save it: comma, semicolon or tab between the fields, UTF-8 or GB18030.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-csv-reader.h"

#include "msk-error.h"

#include <csv.h>
#include <string.h>
#include <unicode/ucnv.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _MskCsvReader
{
  UConverter *gb18030;
};

/* What the callbacks of libcsv fill in. */
typedef struct
{
  GVariantBuilder rows;
  GArray *lines;
  GPtrArray *fields; /* of the row being read */
  guint line;        /* of the byte being read */
  guint row_line;    /* where the row being read began; 0 between rows */
  GError *error;
} Table;

/* Lines end as libcsv has it: with CR LF, LF, or a CR alone. */
static guint
count_lines (const char *text, gsize length)
{
  guint lines = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
      lines++;

  return lines;
}

static gboolean
check_bytes (const char *text, gsize length, guint *row, GError **error)
{
  const char *nul = memchr (text, '\0', length);

  if (length > MSK_CSV_SIZE_MAX)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE, "more than %d bytes",
                   MSK_CSV_SIZE_MAX);
      return FALSE;
    }
  if (nul != NULL)
    {
      *row = count_lines (text, (gsize) (nul - text));
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING, "NUL byte");
      return FALSE;
    }

  return TRUE;
}

/* Strict: a byte sequence that GB18030 does not assign stops the conversion. */
static char *
convert_gb18030 (UConverter *converter, const char *text, gsize length, guint *row, GError **error)
{
  g_autofree UChar *wide = g_new (UChar, length + 1);
  UErrorCode status = U_ZERO_ERROR;
  const char *source = text;
  UChar *target = wide;
  char *narrow;

  ucnv_reset (converter);
  ucnv_toUnicode (converter, &target, wide + length + 1, &source, text + length, NULL, TRUE,
                  &status);
  if (U_FAILURE (status))
    {
      char bad[8];
      int8_t bad_length = sizeof bad;
      UErrorCode ignored = U_ZERO_ERROR;

      ucnv_getInvalidChars (converter, bad, &bad_length, &ignored);
      *row = count_lines (text, (gsize) MAX (0, source - text - bad_length));
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING,
                   "neither UTF-8 nor GB18030: %s", u_errorName (status));
      return NULL;
    }

  narrow = g_utf16_to_utf8 ((const gunichar2 *) wide, target - wide, NULL, NULL, NULL);
  if (narrow == NULL)
    {
      *row = 1;
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING, "lone surrogate");
    }

  return narrow;
}

/* Broken UTF-8 is often valid GB18030, as nonsense. It shows in that most of its runs of non-ASCII
 * bytes are whole UTF-8. */
static gboolean
is_mostly_utf8 (const char *text, gsize length)
{
  guint good = 0;
  guint bad = 0;

  for (gsize i = 0; i < length; i++)
    {
      gsize start = i;

      while (i < length && (guchar) text[i] >= 0x80)
        i++;
      if (i > start && g_utf8_validate_len (text + start, i - start, NULL))
        good++;
      else if (i > start)
        bad++;
    }

  return good > bad;
}

/* The text in UTF-8, and the name of the encoding it was in. The caller owns the text. */
static char *
dup_text (MskCsvReader *self,
          const char *text,
          gsize length,
          const char **encoding,
          guint *row,
          GError **error)
{
  gboolean has_mark = length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0;
  const char *end;

  *encoding = "UTF-8";
  if (g_utf8_validate_len (text, length, &end))
    return has_mark ? g_strndup (text + 3, length - 3) : g_strndup (text, length);

  if (has_mark || is_mostly_utf8 (text, length))
    {
      *row = count_lines (text, (gsize) (end - text));
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING, "broken UTF-8");
      return NULL;
    }
  *encoding = "GB18030";

  return convert_gb18030 (self->gb18030, text, length, row, error);
}

/* The separator is the one that the header uses most, outside quotes. */
static char
detect_separator (const char *text)
{
  const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  text += strspn (text, " \r\n");
  for (; *text != '\0' && (is_quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        is_quoted = !is_quoted;
      for (guint i = 0; !is_quoted && i < G_N_ELEMENTS (separators); i++)
        counts[i] += *text == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < 0x20 && strchr ("\t\r\n", *text) == NULL) || *text == 0x7F)
      return TRUE;

  return FALSE;
}

static void
refuse_row (Table *table, MskInputError code, const char *reason)
{
  if (table->error == NULL)
    table->error = g_error_new_literal (MSK_INPUT_ERROR, code, reason);
}

static void
field_cb (void *data, size_t length, void *user_data)
{
  Table *table = user_data;
  const char *text = data;

  if (length > MSK_CSV_FIELD_MAX)
    refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX, "field too long");
  else if (table->fields->len == MSK_CSV_COLUMNS_MAX)
    refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX, "too many columns");
  else if (has_control_character (text))
    refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX, "control character");
  else
    g_ptr_array_add (table->fields, g_strndup (text, length));
}

static gboolean
is_blank (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (*(const char *) g_ptr_array_index (fields, i) != '\0')
      return FALSE;

  return TRUE;
}

static void
row_cb (int terminator, void *user_data)
{
  Table *table = user_data;

  if (table->error != NULL)
    return;
  if (table->lines->len > MSK_CSV_ROWS_MAX)
    {
      refuse_row (table, MSK_INPUT_ERROR_FILE_TOO_LARGE, "too many rows");
      return;
    }

  /* Office programs save rows that were emptied as a row of separators. */
  if (!is_blank (table->fields))
    {
      g_array_append_val (table->lines, table->row_line);
      g_variant_builder_add_value (&table->rows,
                                   g_variant_new_strv ((const char *const *) table->fields->pdata,
                                                       table->fields->len));
    }
  g_ptr_array_set_size (table->fields, 0);
  table->row_line = 0;
}

/* What libcsv leaves out around a field. */
static gboolean
is_padding (struct csv_parser *parser, char byte)
{
  return byte == ' ' || (byte == '\t' && csv_get_delim (parser) != '\t');
}

/* One byte at a time, so that the line is known in which a row begins and in which the syntax
 * breaks. */
static void
parse_text (Table *table, struct csv_parser *parser, const char *text)
{
  for (const char *byte = text; *byte != '\0' && table->error == NULL; byte++)
    {
      gboolean is_terminator = *byte == '\n' || *byte == '\r';

      if (table->row_line == 0 && !is_terminator && !is_padding (parser, *byte))
        table->row_line = table->line;
      if (csv_parse (parser, byte, 1, field_cb, row_cb, table) != 1)
        refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX, csv_strerror (csv_error (parser)));
      if (table->error == NULL && is_terminator && !(byte[0] == '\r' && byte[1] == '\n'))
        table->line++;
      if (table->error == NULL && parser->entry_pos > MSK_CSV_FIELD_MAX * 2)
        refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX,
                    "field too long, or a quote that never closes");
    }
  if (table->error == NULL && csv_fini (parser, field_cb, row_cb, table) != 0)
    refuse_row (table, MSK_INPUT_ERROR_CSV_SYNTAX, "a quote that never closes");
}

static GVariant *
build_answer (Table *table, const char *encoding)
{
  GVariantDict dict;
  GVariant *lines = g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, table->lines->data,
                                               table->lines->len, sizeof (guint32));

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "encoding", "s", encoding);
  g_variant_dict_insert_value (&dict, "rows", g_variant_builder_end (&table->rows));
  g_variant_dict_insert_value (&dict, "lines", lines);

  return g_variant_dict_end (&dict);
}

static GVariant *
read_table (const char *text, const char *encoding, guint *row, GError **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  Table table = { .lines = lines, .fields = fields, .line = 1 };
  GVariant *answer = NULL;
  struct csv_parser parser;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    g_error ("csv_init: out of memory");
  csv_set_delim (&parser, (guchar) detect_separator (text));
  g_variant_builder_init (&table.rows, G_VARIANT_TYPE ("aas"));

  parse_text (&table, &parser, text);
  if (table.error == NULL && table.lines->len == 0)
    table.error = g_error_new_literal (MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY, "no rows");

  if (table.error == NULL)
    answer = build_answer (&table, encoding);
  else if (!g_error_matches (table.error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY))
    *row = table.row_line > 0 ? table.row_line : table.line;

  if (table.error != NULL)
    g_propagate_error (error, table.error);
  g_variant_builder_clear (&table.rows);
  csv_free (&parser);

  return answer;
}

MskCsvReader *
msk_csv_reader_new (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("gb18030", &status);
  MskCsvReader *self;

  if (U_FAILURE (status))
    return NULL;
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_FAILURE (status))
    {
      ucnv_close (converter);
      return NULL;
    }

  self = g_new0 (MskCsvReader, 1);
  self->gb18030 = converter;

  return self;
}

void
msk_csv_reader_free (MskCsvReader *self)
{
  ucnv_close (self->gb18030);
  g_free (self);
}

GVariant *
msk_csv_reader_read (MskCsvReader *self, GBytes *input, guint *row, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (input, &length);
  const char *encoding;
  g_autofree char *converted = NULL;

  *row = 0;
  if (length == 0)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY, "no bytes");
      return NULL;
    }
  if (!check_bytes (text, length, row, error))
    return NULL;

  converted = dup_text (self, text, length, &encoding, row, error);

  return converted != NULL ? read_table (converted, encoding, row, error) : NULL;
}
