/* A table for people to read on a terminal, with columns that stand straight under Chinese text
 * too. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-table.h"

#define GAP 2

struct _MskTable
{
  GPtrArray *cells; /* row after row, the headings first */
  guint columns;
};

static char *
make_safe (const char *cell)
{
  GString *safe = g_string_new (NULL);

  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (safe, g_unichar_iscntrl (character) ? 0xfffd : character);
    }

  return g_string_free (safe, FALSE);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
add_cells (MskTable *self, const char *first, va_list rest)
{
  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_ptr_array_add (self->cells, make_safe (cell));
}

MskTable *
msk_table_new (const char *heading, ...)
{
  MskTable *self = g_new0 (MskTable, 1);
  va_list rest;

  self->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (rest, heading);
  add_cells (self, heading, rest);
  va_end (rest);
  self->columns = self->cells->len;

  return self;
}

void
msk_table_add (MskTable *self, const char *cell, ...)
{
  va_list rest;

  va_start (rest, cell);
  add_cells (self, cell, rest);
  va_end (rest);

  g_return_if_fail (self->cells->len % self->columns == 0);
}

void
msk_table_free (MskTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Without the blanks that an empty last cell leaves. */
static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  g_string_append_c (text, '\n');
}

char *
msk_table_dup_text (MskTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->columns);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->columns] =
        MAX (widths[i % self->columns], get_width (g_ptr_array_index (self->cells, i)));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      const guint column = i % self->columns;

      if (column == 0 && i > 0)
        end_line (text);
      g_string_append (text, cell);
      if (column + 1 < self->columns)
        for (guint width = get_width (cell); width < widths[column] + GAP; width++)
          g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

char *
msk_table_dup_time (gint64 at)
{
  g_autoptr(GDateTime) time = at != 0 ? g_date_time_new_from_unix_local (at) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}
