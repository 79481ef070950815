/* Names, units and the like: how they are kept, and how two writings of one are told to be the
 * same. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-name.h"

/* Between the parts of a name: 阿依·夏木 is also written with each of these. NFKC makes the
 * half-width one and the Greek one into the first two. */
static const gunichar dots[] = { 0x30FB, 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x2E31 };

static gboolean
is_blank (gunichar character)
{
  return g_unichar_isspace (character) || character == 0xFEFF;
}

/* What nobody sees could make two people of one, or turn a name round. */
static gboolean
is_printable (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isprint (character) && type != G_UNICODE_PRIVATE_USE &&
         type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

static gboolean
is_compared (gunichar character)
{
  if (is_blank (character) || (character >= 0xFE00 && character <= 0xFE0F) ||
      (character >= 0xE0100 && character <= 0xE01EF))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    if (character == dots[i])
      return FALSE;

  return TRUE;
}

char *
msk_name_dup_field (const char *text)
{
  const char *start = text == NULL ? "" : text;
  const char *end;

  if (!g_utf8_validate (start, -1, NULL))
    return NULL;

  while (*start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  if (g_utf8_strlen (start, end - start) > MSK_NAME_MAX_CHARS)
    return NULL;
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (!is_printable (g_utf8_get_char (at)))
      return NULL;

  return g_strndup (start, (gsize) (end - start));
}

/* A mark or a filler may count as a letter, and show nothing by itself. */
gboolean
msk_name_has_letter (const char *text)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalpha (character) && !g_unichar_iszerowidth (character) &&
          g_unichar_type (character) != G_UNICODE_MODIFIER_LETTER)
        return TRUE;
    }

  return FALSE;
}

char *
msk_name_dup_folded (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (normal == NULL ? text : normal, -1);
  plain = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (is_compared (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}
