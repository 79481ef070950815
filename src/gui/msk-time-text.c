/* Times as staff read and write them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-time-text.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

static char *
format (gint64 at, const char *pattern)
{
  g_autoptr(GDateTime) time = at != 0 ? g_date_time_new_from_unix_local (at) : NULL;

  return time != NULL ? g_date_time_format (time, pattern) : g_strdup ("");
}

char *
msk_time_text_format (gint64 at)
{
  return format (at, "%Y-%m-%d %H:%M");
}

char *
msk_time_text_format_clock (gint64 at)
{
  return format (at, "%H:%M:%S");
}

gboolean
msk_time_text_parse (const char *text, gint64 *at, GError **error)
{
  static const char pattern[] =
      "^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T]+(\\d{1,2})[:：](\\d{2})\\s*$";
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GDateTime) time = NULL;
  int field[5];

  g_return_val_if_fail (text != NULL && at != NULL, FALSE);

  if (g_regex_match (regex, text, 0, &match))
    {
      for (int i = 0; i < 5; i++)
        {
          g_autofree char *digits = g_match_info_fetch (match, i + 1);

          field[i] = (int) g_ascii_strtoll (digits, NULL, 10);
        }
      time = g_date_time_new_local (field[0], field[1], field[2], field[3], field[4], 0);
    }

  if (time == NULL)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME,
                   _ ("“%s” is no date and time: write it like 2026-03-01 09:00."), text);
      return FALSE;
    }

  *at = g_date_time_to_unix (time);
  return TRUE;
}
