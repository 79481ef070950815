/* Which words of a printer mean that it waits for somebody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* These stop the paper however mildly the printer puts them: some say "media-empty-warning" and
 * wait. */
static const char *const stopping[] = {
  "cover-open",          "door-open",   "input-tray-missing",
  "interlock-open",      "media-empty", "media-jam",
  "media-needed",        "offline",     "output-area-full",
  "output-tray-missing", "paused",      NULL,
};

static const struct
{
  const char *word;
  const char *text;
} texts[] = {
  { "media-empty", N_ ("no paper") },
  { "media-needed", N_ ("it wants other paper") },
  { "media-jam", N_ ("paper jam") },
  { "cover-open", N_ ("a cover is open") },
  { "door-open", N_ ("a door is open") },
  { "interlock-open", N_ ("a door is open") },
  { "input-tray-missing", N_ ("the paper tray is missing") },
  { "output-tray-missing", N_ ("the output tray is missing") },
  { "output-area-full", N_ ("the output tray is full") },
  { "toner-empty", N_ ("no toner") },
  { "marker-supply-empty", N_ ("no ink or toner") },
  { "marker-waste-full", N_ ("the waste container is full") },
  { "offline", N_ ("it is off line") },
  { "paused", N_ ("it was paused") },
};

/* The word without what says how bad it is. The caller owns it. */
static char *
dup_stem (const char *reason, gboolean *is_mild)
{
  static const char *const suffixes[] = { "-report", "-warning", "-error" };

  *is_mild = g_str_has_suffix (reason, suffixes[0]) || g_str_has_suffix (reason, suffixes[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (reason, suffixes[i]))
      return g_strndup (reason, strlen (reason) - strlen (suffixes[i]));

  return g_strdup (reason);
}

static gboolean
is_fault (const char *reason)
{
  gboolean is_mild;
  g_autofree char *word = dup_stem (reason, &is_mild);

  /* CUPS's own reasons speak of its progress. */
  if (word[0] == '\0' || g_str_equal (word, "none") || g_str_has_prefix (word, "cups-"))
    return FALSE;

  /* IPP: a reason without a suffix is an error. */
  return !is_mild || g_strv_contains (stopping, word);
}

/* The printer's own word where there is no better one. */
static const char *
get_text (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].word, word))
      return g_dgettext (GETTEXT_PACKAGE, texts[i].text);

  return word;
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

char *
msk_cups_fault_dup_text (const char *reasons)
{
  g_auto(GStrv) list = g_strsplit (reasons, " ", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    if (is_fault (list[i]))
      {
        gboolean is_mild;
        g_autofree char *word = dup_stem (list[i], &is_mild);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", get_text (word));
      }

  return text->len > 0 ? g_utf8_make_valid (text->str, -1) : NULL;
}
