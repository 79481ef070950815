/* The three levels of secrecy (密级) and how they compare.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-level.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *chinese;
  const char *name;
  const char *label;
} LevelWords;

static const LevelWords words[] = {
  [MSK_LEVEL_CONFIDENTIAL] = { "秘密", "confidential", N_ ("秘密 Confidential") },
  [MSK_LEVEL_SECRET] = { "机密", "secret", N_ ("机密 Secret") },
  [MSK_LEVEL_TOP_SECRET] = { "绝密", "top-secret", N_ ("绝密 Top Secret") },
};

const char *
msk_level_get_label (MskLevel level)
{
  g_return_val_if_fail (level >= MSK_LEVEL_CONFIDENTIAL && level <= MSK_LEVEL_TOP_SECRET, "");

  return g_dgettext (GETTEXT_PACKAGE, words[level].label);
}

gboolean
msk_level_parse (const char *text, MskLevel *level)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && level != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (g_str_has_suffix (stripped, "级"))
    stripped[strlen (stripped) - strlen ("级")] = '\0';
  folded = g_ascii_strdown (g_strdelimit (stripped, " _", '-'), -1);

  for (MskLevel each = MSK_LEVEL_CONFIDENTIAL; each <= MSK_LEVEL_TOP_SECRET; each++)
    {
      g_autofree char *both = g_strconcat (words[each].chinese, "-", words[each].name, NULL);

      if (g_str_equal (folded, words[each].chinese) || g_str_equal (folded, words[each].name) ||
          g_str_equal (folded, both))
        {
          *level = each;
          return TRUE;
        }
    }

  return FALSE;
}
