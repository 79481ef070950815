/* Which words of a printer mean that it waits for somebody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-fault.h"

/* These stop the paper however mildly the printer puts them: some say "media-empty-warning" and
 * wait. */
static const char *const stopping[] = {
  "cover-open",          "door-open",   "input-tray-missing",
  "interlock-open",      "media-empty", "media-jam",
  "media-needed",        "offline",     "output-area-full",
  "output-tray-missing", "paused",      NULL,
};

static gboolean
is_fault (const char *reason)
{
  g_autofree char *word = g_strdup (reason);
  gboolean is_mild = g_str_has_suffix (word, "-report") || g_str_has_suffix (word, "-warning");

  /* CUPS's own reasons speak of its progress. */
  if (word[0] == '\0' || g_str_equal (word, "none") || g_str_has_prefix (word, "cups-"))
    return FALSE;

  if (is_mild)
    *strrchr (word, '-') = '\0';

  /* IPP: a reason without a suffix is an error. */
  return !is_mild || g_strv_contains (stopping, word);
}

gboolean
msk_cups_fault_is_in (const char *reasons)
{
  g_auto(GStrv) list = g_strsplit (reasons, " ", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    if (is_fault (list[i]))
      return TRUE;

  return FALSE;
}
