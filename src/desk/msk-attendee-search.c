/* Finding people by what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-search.h"

#include <string.h>

#include "msk-pinyin.h"

#define WORDS_KEY "msk-attendee-search-words"

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

/* What is searched in. An attendee is as it was read, so this is made once for each. */
static const char *
get_words (MskAttendee *attendee)
{
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  char *words = g_object_get_data (G_OBJECT (attendee), WORDS_KEY);

  if (words != NULL)
    return words;

  name = msk_pinyin_dup_words (attendee->name);
  unit = msk_pinyin_dup_words (attendee->unit);
  words = g_strjoin ("\n", attendee->name, attendee->unit, attendee->post, name, unit, NULL);
  g_object_set_data_full (G_OBJECT (attendee), WORDS_KEY, words, g_free);

  return words;
}

gboolean
msk_attendee_search_matches (MskAttendee *attendee, const char *text)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (attendee), FALSE);

  return msk_attendee_search_finds (get_words (attendee), text);
}
