/* The rows of a list while they are read, within the limits that every format has.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-table.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

#include <string.h>

void
msk_list_table_init (MskListTable *self)
{
  g_variant_builder_init (&self->rows, G_VARIANT_TYPE ("aas"));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
msk_list_table_clear (MskListTable *self)
{
  g_variant_builder_clear (&self->rows);
  g_clear_pointer (&self->lines, g_array_unref);
}

static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < 0x20 && strchr ("\t\r\n", *text) == NULL) || *text == 0x7F)
      return TRUE;

  return FALSE;
}

gboolean
msk_list_table_check_field (const char *text, gsize length, guint index, GError **error)
{
  const char *reason = NULL;

  if (length > MSK_LIST_FIELD_MAX)
    reason = "field too long";
  else if (index >= MSK_LIST_COLUMNS_MAX)
    reason = "too many columns";
  else if (has_control_character (text))
    reason = "control character";
  if (reason != NULL)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_SYNTAX, reason);

  return reason == NULL;
}

gboolean
msk_list_table_is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static gboolean
is_blank_row (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (!msk_list_table_is_blank (g_ptr_array_index (fields, i)))
      return FALSE;

  return TRUE;
}

gboolean
msk_list_table_add (MskListTable *self, GPtrArray *fields, guint line, GError **error)
{
  const guint32 place = line;

  if (is_blank_row (fields))
    return TRUE;
  if (self->lines->len > MSK_LIST_ROWS_MAX)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE, "too many rows");
      return FALSE;
    }

  g_array_append_val (self->lines, place);
  g_variant_builder_add_value (&self->rows, g_variant_new_strv ((const char *const *) fields->pdata,
                                                                fields->len));
  return TRUE;
}

GVariant *
msk_list_table_end (MskListTable *self, const MskListOrigin *origin, GError **error)
{
  const char *const none[] = { NULL };
  GVariantDict dict;

  if (self->lines->len == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY, "no rows");
      return NULL;
    }

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "format", "s", origin->format);
  g_variant_dict_insert (&dict, "encoding", "s",
                         msk_enum_get_name (MSK_TYPE_LIST_ENCODING, (int) origin->encoding));
  g_variant_dict_insert (&dict, "sheets", "^as",
                         origin->sheets != NULL ? (const char *const *) origin->sheets : none);
  g_variant_dict_insert (&dict, "sheet", "u", origin->sheet);
  g_variant_dict_insert_value (&dict, "rows", g_variant_builder_end (&self->rows));
  g_variant_dict_insert_value (&dict, "lines",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, self->lines->data,
                                                          self->lines->len, sizeof (guint32)));
  return g_variant_dict_end (&dict);
}
