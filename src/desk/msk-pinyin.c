/* How Chinese names are spoken, for finding people by what is typed on a Latin keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pinyin.h"

#include "msk-han.h"

/* The syllables are set apart by blanks. */
static MskHanWriting spoken = { .rules = "Han-Latin/Names; Latin-ASCII; Lower",
                                .most = 1024,
                                .expansion = 8 };

char *
msk_pinyin_dup_spoken (const char *text)
{
  char *syllables;

  g_return_val_if_fail (text != NULL, NULL);

  syllables = msk_han_dup (&spoken, text);
  return syllables != NULL ? syllables : g_utf8_casefold (text, -1);
}

char *
msk_pinyin_dup_words (const char *text)
{
  g_autofree char *syllables = NULL;
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autoptr(GString) initials = g_string_new (NULL);
  gboolean is_first = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  syllables = msk_han_dup (&spoken, text);
  if (syllables == NULL)
    return g_strdup ("");

  for (const char *at = syllables; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isalnum (character))
        {
          is_first = TRUE;
          continue;
        }
      g_string_append_unichar (whole, character);
      if (is_first)
        g_string_append_unichar (initials, character);
      is_first = FALSE;
    }

  return g_strdup_printf ("%s %s", whole->str, initials->str);
}
