/* Things that are named by a word and a number: “copy 14”, “set 3”, “carrier 2”, “device 5”.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stock-words.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-error.h"

/* A thing that is typed, and many of them. */
static const struct
{
  const char *one;
  const char *many;
  MskStockKind kind;
} words[] = {
  { "copy", "copies", MSK_STOCK_COPY },
  { "set", "sets", MSK_STOCK_SET },
  { "carrier", "carriers", MSK_STOCK_CARRIER },
  { "device", "devices", MSK_STOCK_DEVICE },
};

gboolean
msk_stock_words_parse_many (const char *word, MskStockKind *kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].many, word))
      {
        *kind = words[i].kind;
        return TRUE;
      }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("There is no such kind: give copies, sets, carriers or devices."));
  return FALSE;
}

static gboolean
parse_number (MskStockKind kind, const char *text, gint64 *number)
{
  guint copy;
  guint64 value;

  if (kind == MSK_STOCK_COPY)
    {
      if (!msk_copy_number_parse (text, &copy))
        return FALSE;
      *number = copy;
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

static gboolean
parse_one (const char *word, const char *text, MskStockKind *kind, gint64 *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].one, word))
      {
        *kind = words[i].kind;
        return parse_number (*kind, text, number);
      }

  return FALSE;
}

gboolean
msk_stock_words_parse_one (const char *word,
                           const char *number_text,
                           MskStockKind *kind,
                           gint64 *number,
                           GError **error)
{
  if (parse_one (word, number_text, kind, number))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A thing is named by a word and a number: “copy 14”, “set 2” or “carrier "
                          "3”."));
  return FALSE;
}

gboolean
msk_stock_words_read (const char *line, MskStockKind *kind, gint64 *number)
{
  g_auto(GStrv) parts = g_strsplit (line, " ", 2);

  return g_strv_length (parts) == 2 && parse_one (parts[0], parts[1], kind, number);
}
