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

/* NFKC, and only the characters that are compared. */
static char *
strip (const char *text, gboolean fold)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  const char *kept = normal == NULL ? text : normal;
  g_autofree char *folded = fold ? g_utf8_casefold (kept, -1) : g_strdup (kept);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (is_compared (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

char *
msk_name_dup_folded (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return strip (text, TRUE);
}

char *
msk_name_dup_plain (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return strip (text, FALSE);
}
