/* A thing without a code that the sweep found (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-left-item.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-name.h"

#define TEXT_MAX_CHARS 500

G_DEFINE_FINAL_TYPE (MskLeftItem, msk_left_item, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_LEFT_NOTEBOOK] = N_ ("notebook without a number"),
  [MSK_LEFT_SHEET] = N_ ("loose sheet"),
  [MSK_LEFT_STORAGE] = N_ ("stick, card or disk"),
  [MSK_LEFT_RECORDER] = N_ ("recorder"),
  [MSK_LEFT_TELEPHONE] = N_ ("telephone"),
  [MSK_LEFT_OTHER] = N_ ("something else"),
};

static void
msk_left_item_finalize (GObject *object)
{
  MskLeftItem *self = MSK_LEFT_ITEM (object);

  g_free (self->description);
  g_free (self->finder);
  g_free (self->user);
  g_free (self->handling);
  g_free (self->handled_by);

  G_OBJECT_CLASS (msk_left_item_parent_class)->finalize (object);
}

static void
msk_left_item_class_init (MskLeftItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_left_item_finalize;
}

static void
msk_left_item_init (MskLeftItem *self)
{
}

MskLeftItem *
msk_left_item_new (void)
{
  return g_object_new (MSK_TYPE_LEFT_ITEM, NULL);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0' && g_utf8_strlen (text, -1) <= TEXT_MAX_CHARS;
}

gboolean
msk_left_item_check_draft (const MskLeftDraft *draft, GError **error)
{
  g_return_val_if_fail (draft != NULL, FALSE);

  if (is_text (draft->description) && is_text (draft->finder) &&
      msk_name_has_letter (draft->finder))
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("What was left is registered with what it looks like, where it lay, and who "
                  "found "
                  "it, in a line of at most %d characters each: write both."),
               TEXT_MAX_CHARS);
  return FALSE;
}

gboolean
msk_left_kind_opens_incident (MskLeftKind kind, MskIncidentKind *incident)
{
  switch (kind)
    {
    case MSK_LEFT_STORAGE:
    case MSK_LEFT_RECORDER:
    case MSK_LEFT_TELEPHONE:
      *incident = MSK_INCIDENT_DEVICE_INSIDE;
      return TRUE;
    case MSK_LEFT_NOTEBOOK:
    case MSK_LEFT_SHEET:
      *incident = MSK_INCIDENT_LEFT_BEHIND;
      return TRUE;
    case MSK_LEFT_OTHER:
    default:
      return FALSE;
    }
}

char *
msk_left_item_dup_subject (gint64 id)
{
  return g_strdup_printf ("left item %" G_GINT64_FORMAT, id);
}

gboolean
msk_left_item_check_closing (GPtrArray *items, GError **error)
{
  guint open = 0;

  g_return_val_if_fail (items != NULL, FALSE);

  for (guint i = 0; i < items->len; i++)
    open += MSK_LEFT_ITEM (g_ptr_array_index (items, i))->handled_at == 0;
  if (open == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LEFT_ITEMS_OPEN,
               g_dngettext (GETTEXT_PACKAGE,
                            "It is not on record what was done with %u thing that was left behind: "
                            "write that down.",
                            "It is not on record what was done with %u things that were left "
                            "behind: write that down.",
                            open),
               open);
  return FALSE;
}

const char *
msk_left_kind_get_label (MskLeftKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}
