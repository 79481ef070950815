/* Reads a table as offices save it: comma, semicolon or tab between the fields.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-csv-reader.h"

#include "msk-error.h"

#include <csv.h>
#include <string.h>

/* What the callbacks of libcsv fill in. */
typedef struct
{
  MskListTable *table;
  GPtrArray *fields; /* of the row being read */
  guint line;        /* of the byte being read */
  guint row_line;    /* where the row being read began; 0 between rows */
  GError *error;
} Reading;

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

static void
refuse (Reading *reading, const char *reason)
{
  if (reading->error == NULL)
    reading->error = g_error_new_literal (MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_SYNTAX, reason);
}

static void
field_cb (void *data, size_t length, void *user_data)
{
  Reading *reading = user_data;

  if (reading->error == NULL &&
      msk_list_table_check_field (data, length, reading->fields->len, &reading->error))
    g_ptr_array_add (reading->fields, g_strndup (data, length));
}

static void
row_cb (int terminator, void *user_data)
{
  Reading *reading = user_data;

  if (reading->error != NULL ||
      !msk_list_table_add (reading->table, reading->fields, reading->row_line, &reading->error))
    return;

  g_ptr_array_set_size (reading->fields, 0);
  reading->row_line = 0;
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
parse_text (Reading *reading, struct csv_parser *parser, const char *text)
{
  for (const char *byte = text; *byte != '\0' && reading->error == NULL; byte++)
    {
      gboolean is_terminator = *byte == '\n' || *byte == '\r';

      if (reading->row_line == 0 && !is_terminator && !is_padding (parser, *byte))
        reading->row_line = reading->line;
      if (csv_parse (parser, byte, 1, field_cb, row_cb, reading) != 1)
        refuse (reading, csv_strerror (csv_error (parser)));
      if (reading->error == NULL && is_terminator && !(byte[0] == '\r' && byte[1] == '\n'))
        reading->line++;
      if (reading->error == NULL && parser->entry_pos > MSK_LIST_FIELD_MAX * 2)
        refuse (reading, "field too long, or a quote that never closes");
    }
  if (reading->error == NULL && csv_fini (parser, field_cb, row_cb, reading) != 0)
    refuse (reading, "a quote that never closes");
}

gboolean
msk_csv_reader_read (const char *text, MskListTable *table, guint *row, GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { .table = table, .fields = fields, .line = 1 };
  struct csv_parser parser;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    g_error ("csv_init: out of memory");
  csv_set_delim (&parser, (guchar) detect_separator (text));
  parse_text (&reading, &parser, text);
  csv_free (&parser);
  if (reading.error == NULL)
    return TRUE;

  *row = reading.row_line > 0 ? reading.row_line : reading.line;
  g_propagate_error (error, reading.error);

  return FALSE;
}
