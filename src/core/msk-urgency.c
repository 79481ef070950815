/* How urgent a paper is (紧急程度), as GB/T 9704 has it on line 3 of the first page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-urgency.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *mark;
  const char *name;
  const char *label;
} UrgencyWords;

static const UrgencyWords words[] = {
  [MSK_URGENCY_NONE] = { "", "none", N_ ("not urgent") },
  [MSK_URGENCY_URGENT] = { "加急", "urgent", N_ ("加急 Urgent") },
  [MSK_URGENCY_EXTRA_URGENT] = { "特急", "extra-urgent", N_ ("特急 Extra Urgent") },
};

const char *
msk_urgency_get_mark (MskUrgency urgency)
{
  g_return_val_if_fail (urgency < G_N_ELEMENTS (words), "");

  return words[urgency].mark;
}

const char *
msk_urgency_get_label (MskUrgency urgency)
{
  g_return_val_if_fail (urgency < G_N_ELEMENTS (words), "");

  return g_dgettext (GETTEXT_PACKAGE, words[urgency].label);
}

gboolean
msk_urgency_parse (const char *text, MskUrgency *urgency)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && urgency != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  folded = g_ascii_strdown (g_strdelimit (stripped, " _", '-'), -1);
  for (guint each = 0; each < G_N_ELEMENTS (words); each++)
    if (g_str_equal (folded, words[each].name) ||
        (*words[each].mark != '\0' && g_str_equal (folded, words[each].mark)))
      {
        *urgency = (MskUrgency) each;
        return TRUE;
      }

  return FALSE;
}
