/* Finding people by what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-search.h"

#include <string.h>

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

gboolean
msk_attendee_search_finds (const char *words, const char *text)
{
  g_autofree char *folded_words = NULL;
  g_autofree char *folded_text = NULL;
  g_auto(GStrv) wanted = NULL;

  g_return_val_if_fail (words != NULL && text != NULL, FALSE);

  folded_words = fold (words);
  folded_text = fold (text);
  wanted = g_strsplit_set (folded_text, " \t", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (folded_words, wanted[i]) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
msk_attendee_search_matches (MskAttendee *attendee, const char *text)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (MSK_IS_ATTENDEE (attendee), FALSE);

  words = g_strjoin ("\n", attendee->name, attendee->unit, attendee->post, NULL);
  return msk_attendee_search_finds (words, text);
}
