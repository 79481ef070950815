/* The characters of a list of attendees, whatever their encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-text.h"

#include "msk-error.h"

#include <string.h>
#include <unicode/ucnv.h>

#define MARK_UTF_8 "\xEF\xBB\xBF"
#define MARK_UTF_16_LE "\xFF\xFE"
#define MARK_UTF_16_BE "\xFE\xFF"

static UConverter *gb18030;

gboolean
msk_list_text_load (void)
{
  UErrorCode status = U_ZERO_ERROR;

  if (gb18030 != NULL)
    return TRUE;

  gb18030 = ucnv_open ("gb18030", &status);
  if (U_FAILURE (status))
    return FALSE;
  ucnv_setToUCallBack (gb18030, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

  return U_SUCCESS (status);
}

static void
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING, reason);
}

static gboolean
begins_with (const char *text, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0;
}

/* Lines end with CR LF, LF, or a CR alone. */
static guint
count_lines (const char *text, gsize length)
{
  guint lines = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
      lines++;

  return lines;
}

/* UTF-16 in the byte order of the machine, checked; the units before what is wrong say the line. */
static char *
narrow (const gunichar2 *wide, gsize units, guint *row, GError **error)
{
  glong taken = 0;
  char *text = g_utf16_to_utf8 (wide, (glong) units, &taken, NULL, NULL);
  const gsize read = (gsize) taken; /* up to what is wrong, a NUL among that */

  if (text != NULL && read == units)
    return text;

  *row = 1;
  for (gsize i = 0; i < read; i++)
    if (wide[i] == '\n' || (wide[i] == '\r' && (i + 1 == units || wide[i + 1] != '\n')))
      *row += 1;
  g_free (text);
  refuse (error, "lone surrogate, or a NUL");

  return NULL;
}

/* Strict: a byte sequence that GB18030 does not assign stops the conversion. */
static char *
decode_gb18030 (const char *text, gsize length, guint *row, GError **error)
{
  g_autofree UChar *wide = g_new (UChar, length + 1);
  UErrorCode status = U_ZERO_ERROR;
  const char *source = text;
  UChar *target = wide;

  ucnv_reset (gb18030);
  ucnv_toUnicode (gb18030, &target, wide + length + 1, &source, text + length, NULL, TRUE, &status);
  if (U_FAILURE (status))
    {
      char bad[8];
      int8_t bad_length = sizeof bad;
      UErrorCode ignored = U_ZERO_ERROR;

      ucnv_getInvalidChars (gb18030, bad, &bad_length, &ignored);
      *row = count_lines (text, (gsize) MAX (0, source - text - bad_length));
      refuse (error, "no GB18030");
      return NULL;
    }

  return narrow ((const gunichar2 *) wide, (gsize) (target - wide), row, error);
}

static char *
decode_utf16 (const char *text, gsize length, gboolean is_big, guint *row, GError **error)
{
  const gsize units = length / 2;
  g_autofree gunichar2 *wide = g_new (gunichar2, units + 1);

  for (gsize i = 0; i < units; i++)
    {
      const guchar first = (guchar) text[i * 2];
      const guchar second = (guchar) text[i * 2 + 1];

      wide[i] = (gunichar2) (is_big ? first << 8 | second : second << 8 | first);
    }
  if (length % 2 != 0)
    {
      *row = 0;
      refuse (error, "half a character at the end");
      return NULL;
    }
  if (units > 0 && wide[0] == 0xFEFF)
    return narrow (wide + 1, units - 1, row, error);

  return narrow (wide, units, row, error);
}

static char *
decode_utf8 (const char *text, gsize length, guint *row, GError **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return begins_with (text, length, MARK_UTF_8)
               ? g_strndup (text + strlen (MARK_UTF_8), length - strlen (MARK_UTF_8))
               : g_strndup (text, length);

  *row = count_lines (text, (gsize) (end - text));
  refuse (error, "broken UTF-8");

  return NULL;
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

/* How much speaks for one order: line ends, and separators with them. In the other order these are
 * characters that hardly anybody writes. */
static gsize
weigh_utf16 (const char *text, gsize length, guint upper)
{
  gsize separators = 0;
  gsize ends = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      const char lower = text[i + 1 - upper];

      if (text[i + upper] != '\0')
        continue;
      separators += lower == ',' || lower == ';' || lower == '\t';
      ends += lower == '\n' || lower == '\r';
    }

  return separators > 0 && ends > 0 ? separators + ends : 0;
}

/* Of a text with NULs. */
static MskListEncoding
guess_utf16 (const char *text, gsize length)
{
  const gsize big = weigh_utf16 (text, length, 0);
  const gsize little = weigh_utf16 (text, length, 1);

  if (length % 2 != 0 || little == big)
    return MSK_LIST_ENCODING_UTF_8;

  return little > big ? MSK_LIST_ENCODING_UTF_16_LE : MSK_LIST_ENCODING_UTF_16_BE;
}

static MskListEncoding
guess (const char *text, gsize length)
{
  if (begins_with (text, length, MARK_UTF_16_LE))
    return MSK_LIST_ENCODING_UTF_16_LE;
  if (begins_with (text, length, MARK_UTF_16_BE))
    return MSK_LIST_ENCODING_UTF_16_BE;
  if (memchr (text, '\0', length) != NULL)
    return guess_utf16 (text, length);
  if (g_utf8_validate_len (text, length, NULL) || begins_with (text, length, MARK_UTF_8) ||
      is_mostly_utf8 (text, length))
    return MSK_LIST_ENCODING_UTF_8;

  return MSK_LIST_ENCODING_GB18030;
}

char *
msk_list_text_decode (const char *text,
                      gsize length,
                      MskListEncoding *encoding,
                      guint *row,
                      GError **error)
{
  if (*encoding == MSK_LIST_ENCODING_AUTOMATIC)
    *encoding = guess (text, length);

  switch (*encoding)
    {
    case MSK_LIST_ENCODING_UTF_16_LE:
    case MSK_LIST_ENCODING_UTF_16_BE:
      return decode_utf16 (text, length, *encoding == MSK_LIST_ENCODING_UTF_16_BE, row, error);
    case MSK_LIST_ENCODING_GB18030:
      return decode_gb18030 (text, length, row, error);
    case MSK_LIST_ENCODING_AUTOMATIC:
    case MSK_LIST_ENCODING_UTF_8:
    default:
      return decode_utf8 (text, length, row, error);
    }
}
