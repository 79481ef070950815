/* A version of a text that people are briefed on, pledge or take note of, or of a duty card.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-version.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "msk-duties.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-notice-text.h"
#include "msk-texts.h"

#define RESOURCE_ROOT "/org/meetingsecrecy/Kit/"
#define LINES_MAX 60

G_DEFINE_FINAL_TYPE (MskTextVersion, msk_text_version, G_TYPE_OBJECT)

static const char *const kind_labels[] = {
  [MSK_TEXT_BRIEFING] = N_ ("briefing"), [MSK_TEXT_PLEDGE] = N_ ("pledge"),
  [MSK_TEXT_NOTICE] = N_ ("notice"),     [MSK_TEXT_UNDERTAKING] = N_ ("undertaking of the press"),
  [MSK_TEXT_DUTY] = N_ ("duty card"),
};

static void
msk_text_version_finalize (GObject *object)
{
  MskTextVersion *self = MSK_TEXT_VERSION (object);

  g_free (self->chinese);
  g_free (self->english);
  g_free (self->set_by);

  G_OBJECT_CLASS (msk_text_version_parent_class)->finalize (object);
}

static void
msk_text_version_class_init (MskTextVersionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_text_version_finalize;
}

static void
msk_text_version_init (MskTextVersion *self)
{
}

MskTextVersion *
msk_text_version_new (void)
{
  return g_object_new (MSK_TYPE_TEXT_VERSION, NULL);
}

static gboolean
is_sound (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MSK_TEXT_MAX_CHARS)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at != '\n' && !g_unichar_isprint (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* The lines that are not empty, without the blanks around them; their number. */
static char *
dup_lines (const char *text, guint *count)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *clean = g_string_new (NULL);

  *count = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        g_string_append_printf (clean, "%s%s", clean->len > 0 ? "\n" : "", lines[i]);
        (*count)++;
      }

  return g_string_free (clean, FALSE);
}

char *
msk_text_dup_clean (MskTextKind kind, const char *text, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *clean = NULL;
  g_auto(GStrv) pieces = NULL;
  guint count = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    {
      pieces = g_strsplit (text, "\r\n", -1);
      plain = g_strjoinv ("\n", pieces);
      clean = dup_lines (plain, &count);
    }
  if (clean == NULL || !is_sound (clean) || count < 2 || count > LINES_MAX)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                   _ ("A text has a title in its first line and then one paragraph a line, at most "
                      "%d lines and %d characters, in both languages: correct it."),
                   LINES_MAX, MSK_TEXT_MAX_CHARS);
      return NULL;
    }
  if (kind == MSK_TEXT_NOTICE)
    {
      g_autoptr(MskNoticeText) parts = msk_notice_text_parse (clean, error);

      if (parts == NULL)
        return NULL;
    }

  return g_steal_pointer (&clean);
}

/* Naming the resources also keeps the linker from dropping them with the rest of a static library.
 */
static char *
dup_resource (MskTextKind kind, MskPost post, const char *language, GError **error)
{
  const gboolean duty = kind == MSK_TEXT_DUTY;
  const char *name = duty ? msk_enum_get_name (MSK_TYPE_POST, (int) post)
                          : msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) kind);
  g_autofree char *path =
      g_strdup_printf (RESOURCE_ROOT "%s/%s.%s.txt", duty ? "duties" : "texts", name, language);
  g_autoptr(GBytes) data = g_resource_lookup_data (duty ? msk_duties_get_resource ()
                                                         : msk_texts_get_resource (),
                                                    path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (data == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  return msk_text_dup_clean (kind, text, error);
}

MskTextVersion *
msk_text_version_new_first (MskTextKind kind, MskPost post, GError **error)
{
  g_autoptr(MskTextVersion) self = msk_text_version_new ();

  g_return_val_if_fail ((kind == MSK_TEXT_DUTY) == (post != MSK_POST_NONE), NULL);

  self->kind = kind;
  self->post = post;
  self->number = 1;
  self->set_by = g_strdup ("");
  self->chinese = dup_resource (kind, post, "zh", error);
  if (self->chinese == NULL)
    return NULL;
  self->english = dup_resource (kind, post, "en", error);
  return self->english == NULL ? NULL : g_steal_pointer (&self);
}

char *
msk_text_dup_title (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strndup (text, strcspn (text, "\n"));
}

GStrv
msk_text_dup_paragraphs (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      const char *blank = *lines[i] == '#' ? strchr (lines[i], ' ') : NULL;

      if (*lines[i] != '#')
        g_strv_builder_add (builder, lines[i]);
      else if (blank != NULL)
        g_strv_builder_add (builder, blank + 1);
    }

  return g_strv_builder_end (builder);
}

const char *
msk_text_kind_get_label (MskTextKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, kind_labels[kind]);
}
