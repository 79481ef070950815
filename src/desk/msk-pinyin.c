/* How Chinese names are spoken, for finding people by what is typed on a Latin keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pinyin.h"

#include <unicode/utrans.h>

/* What no Chinese text is transliterated to more than, for each of its characters. */
#define EXPANSION 8
#define TEXT_MAX 1024 /* units of UTF-16 that are looked at */

#define RULES "Han-Latin/Names; Latin-ASCII; Lower"

/* Made once; its data are part of the library, so that nothing is opened. */
static UTransliterator *
get_transliterator (void)
{
  static UTransliterator *transliterator;
  UErrorCode status = U_ZERO_ERROR;

  if (transliterator == NULL)
    {
      g_autofree gunichar2 *rules = g_utf8_to_utf16 (RULES, -1, NULL, NULL, NULL);

      transliterator =
          utrans_openU ((const UChar *) rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        {
          g_warning ("pinyin: %s", u_errorName (status));
          transliterator = NULL;
        }
    }

  return transliterator;
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

/* The transliterator sets blanks between syllables. */
static char *
dup_syllables (UTransliterator *transliterator, const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  g_autofree UChar *buffer = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t used = (int32_t) MIN (length, TEXT_MAX);
  int32_t limit = used;
  const int32_t capacity = used * EXPANSION + 64;

  if (wide == NULL)
    return NULL;

  buffer = g_new0 (UChar, capacity);
  for (int32_t i = 0; i < used; i++)
    buffer[i] = wide[i];
  utrans_transUChars (transliterator, buffer, &used, capacity, 0, &limit, &status);

  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) buffer, used, NULL, NULL, NULL)
                            : NULL;
}

char *
msk_pinyin_dup_spoken (const char *text)
{
  UTransliterator *transliterator;
  char *syllables;

  g_return_val_if_fail (text != NULL, NULL);

  transliterator = has_han (text) ? get_transliterator () : NULL;
  syllables = transliterator != NULL ? dup_syllables (transliterator, text) : NULL;

  return syllables != NULL ? syllables : g_utf8_casefold (text, -1);
}

char *
msk_pinyin_dup_words (const char *text)
{
  UTransliterator *transliterator;
  g_autofree char *syllables = NULL;
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autoptr(GString) initials = g_string_new (NULL);
  gboolean is_first = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  transliterator = has_han (text) ? get_transliterator () : NULL;
  syllables = transliterator != NULL ? dup_syllables (transliterator, text) : NULL;
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
