/* The objects that a stamp adds to a PDF, and where in the file each begins.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stamp-objects.h"

#include <math.h>
#include <string.h>

#define DECIMALS 1000.0

MskStampObjects *
msk_stamp_objects_new (guint64 base, guint first)
{
  MskStampObjects *self = g_new0 (MskStampObjects, 1);

  self->text = g_string_new (NULL);
  self->base = base;
  self->first = first;
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
msk_stamp_objects_free (MskStampObjects *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

guint
msk_stamp_objects_get_next (const MskStampObjects *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first + self->offsets->len;
}

static guint
begin_object (MskStampObjects *self)
{
  guint number = msk_stamp_objects_get_next (self);
  guint64 offset = self->base + self->text->len;

  g_array_append_val (self->offsets, offset);
  g_string_append_printf (self->text, "%u 0 obj\n", number);
  return number;
}

guint
msk_stamp_objects_add (MskStampObjects *self, const char *body)
{
  guint number;

  g_return_val_if_fail (self != NULL && body != NULL, 0);

  number = begin_object (self);
  g_string_append (self->text, body);
  g_string_append (self->text, "\nendobj\n");
  return number;
}

guint
msk_stamp_objects_add_stream (MskStampObjects *self,
                              const char *dictionary,
                              const char *data,
                              gsize length)
{
  guint number;

  g_return_val_if_fail (self != NULL && dictionary != NULL && data != NULL, 0);

  number = begin_object (self);
  g_string_append_printf (self->text, "<< %s/Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary,
                          length);
  g_string_append_len (self->text, data, (gssize) length);
  g_string_append (self->text, "\nendstream\nendobj\n");
  return number;
}

void
msk_stamp_append_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (number * DECIMALS) / DECIMALS;
  char *end;

  g_return_if_fail (text != NULL && isfinite (number));

  /* Adding nought turns a negative nought into a positive one. */
  g_ascii_formatd (buffer, sizeof buffer, "%.3f", rounded + 0.0);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append_len (text, buffer, end - buffer);
}

void
msk_stamp_append_numbers (GString *text, const double *numbers, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      msk_stamp_append_number (text, numbers[i]);
      g_string_append_c (text, ' ');
    }
}

void
msk_stamp_write_xref_entry (char *entry, guint64 offset)
{
  static const char tail[] = " 00000 n \n";

  g_return_if_fail (entry != NULL);

  for (int i = 9; i >= 0; i--)
    {
      entry[i] = (char) ('0' + offset % 10);
      offset /= 10;
    }
  memcpy (entry + 10, tail, sizeof tail - 1);
}

void
msk_stamp_append_xref_entry (GString *text, guint64 offset)
{
  char entry[MSK_STAMP_XREF_ENTRY_LENGTH];

  g_return_if_fail (text != NULL);

  msk_stamp_write_xref_entry (entry, offset);
  g_string_append_len (text, entry, sizeof entry);
}
