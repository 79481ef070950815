/* The parts of one language of the no-recording notice (M5): data/texts/README.md says how it is
 * written. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-text.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define HEADING_MAX_CHARS 40
#define LINE_MAX_CHARS 120

static const char *const marks[] = {
  [MSK_RECORDING_NONE] = "#none ",
  [MSK_RECORDING_NOTEBOOK] = "#notebook ",
  [MSK_RECORDING_FREE] = "#free ",
};

static gboolean
fail_at (const char *mark, GError **error)
{
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               /* TRANSLATORS: %s is the mark of a section, as "#none". */
               _ ("The notice needs a title and, in this order, the sections #none, #notebook, "
                  "#free with a heading of at most %d characters, and #all, each with lines of at "
                  "most %d characters: correct the section “%s”."),
               HEADING_MAX_CHARS, LINE_MAX_CHARS, mark);
  return FALSE;
}

/* The lines up to the next mark or the end; moves at behind them. */
static GStrv
take_lines (GStrv *at)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (; **at != NULL && ***at != '#'; (*at)++)
    if (g_utf8_strlen (**at, -1) > LINE_MAX_CHARS)
      return NULL;
    else
      g_strv_builder_add (builder, **at);

  return g_strv_builder_end (builder);
}

static gboolean
take_section (const char *mark, GStrv *at, char **heading, GStrv *lines, GError **error)
{
  if (**at == NULL || !g_str_has_prefix (**at, mark))
    return fail_at (mark, error);

  if (heading != NULL)
    {
      *heading = g_strstrip (g_strdup (**at + strlen (mark)));
      if (**heading == '\0' || g_utf8_strlen (*heading, -1) > HEADING_MAX_CHARS)
        return fail_at (mark, error);
    }
  (*at)++;
  *lines = take_lines (at);
  return (*lines != NULL && **lines != NULL) || fail_at (mark, error);
}

MskNoticeText *
msk_notice_text_parse (const char *text, GError **error)
{
  g_autoptr(MskNoticeText) self = g_new0 (MskNoticeText, 1);
  g_auto(GStrv) all = NULL;
  GStrv at;

  g_return_val_if_fail (text != NULL, NULL);

  all = g_strsplit (text, "\n", -1);
  at = all;
  if (*at == NULL || **at == '\0' || **at == '#' || g_utf8_strlen (*at, -1) > HEADING_MAX_CHARS)
    {
      fail_at ("", error);
      return NULL;
    }
  self->title = g_strdup (*at++);

  for (guint rule = 0; rule < G_N_ELEMENTS (marks); rule++)
    if (!take_section (marks[rule], &at, &self->headings[rule], &self->lines[rule], error))
      return NULL;
  if (!take_section ("#all", &at, NULL, &self->all, error))
    return NULL;
  if (*at != NULL)
    {
      fail_at (*at, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
msk_notice_text_free (MskNoticeText *self)
{
  g_free (self->title);
  for (guint rule = 0; rule < MSK_NOTICE_N_RULES; rule++)
    {
      g_free (self->headings[rule]);
      g_strfreev (self->lines[rule]);
    }
  g_strfreev (self->all);
  g_free (self);
}
