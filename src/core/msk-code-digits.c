/* The digits of the kit's codes, tags and seals, as a scanner or a person gives them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-code-digits.h"

gboolean
msk_code_collect_digits (const char *code, char *digits, gsize max, gsize *length)
{
  *length = 0;

  for (const char *c = code; *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c))
        continue;
      if (!g_ascii_isdigit (*c))
        return FALSE;
      if (*length < max)
        digits[*length] = *c;
      (*length)++;
    }

  return TRUE;
}

gboolean
msk_code_read_number (const char *digits, gsize length, guint64 *number)
{
  char text[MSK_CODE_NUMBER_MAX_LENGTH + 1] = { 0 };

  g_return_val_if_fail (length <= MSK_CODE_NUMBER_MAX_LENGTH, FALSE);

  memcpy (text, digits, length);
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, number, NULL);
}
