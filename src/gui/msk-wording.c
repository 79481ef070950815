/* A text that is being written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-wording.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

MskWording *
msk_wording_new (MskTextVersion *in_force)
{
  MskWording *self;

  g_return_val_if_fail (MSK_IS_TEXT_VERSION (in_force), NULL);

  self = g_new0 (MskWording, 1);
  self->in_force = g_object_ref (in_force);
  self->chinese = g_strdup (in_force->chinese);
  self->english = g_strdup (in_force->english);
  return self;
}

void
msk_wording_free (MskWording *self)
{
  g_clear_object (&self->in_force);
  g_free (self->chinese);
  g_free (self->english);
  g_free (self);
}

void
msk_wording_take (MskWording *self, char *chinese, char *english)
{
  g_return_if_fail (self != NULL && chinese != NULL && english != NULL);

  g_free (self->chinese);
  g_free (self->english);
  self->chinese = chinese;
  self->english = english;
}

gboolean
msk_wording_is_changed (const MskWording *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_str_equal (self->chinese, self->in_force->chinese) ||
         !g_str_equal (self->english, self->in_force->english);
}

/* Blanks alone the desk would take, and lay aside; but nobody wants a million of them. */
gboolean
msk_wording_check_more (const MskWording *self,
                        const char *before,
                        const char *more,
                        gsize length,
                        GError **error)
{
  GString *text;
  g_autofree char *whole = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (self != NULL && before != NULL && more != NULL, FALSE);

  text = g_string_new (before);
  g_string_append_len (text, more, (gssize) length);
  whole = g_string_free (text, FALSE);
  if (g_utf8_strlen (whole, -1) <= MSK_WORDING_MOST_CHARS)
    return TRUE;

  clean = msk_text_dup_clean (self->in_force->kind, whole, error);
  if (clean != NULL)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("This is more than a text can have: put in less of it."));
  return FALSE;
}
