/* A copy or carrier that the sweep saw damaged: torn, wet, or with pages missing (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-damage.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskDamage, msk_damage, G_TYPE_OBJECT)

static void
msk_damage_finalize (GObject *object)
{
  MskDamage *self = MSK_DAMAGE (object);

  g_free (self->document_number);
  g_free (self->reason);
  g_free (self->user);

  G_OBJECT_CLASS (msk_damage_parent_class)->finalize (object);
}

static void
msk_damage_class_init (MskDamageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_damage_finalize;
}

static void
msk_damage_init (MskDamage *self)
{
}

MskDamage *
msk_damage_new (void)
{
  return g_object_new (MSK_TYPE_DAMAGE, NULL);
}

gboolean
msk_damage_check (const MskDamageDraft *draft, MskSweepLine *line, GError **error)
{
  if (line->sightings == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_SEEN,
                           _ ("This was not seen in the sweep yet: scan it, or type its number "
                              "where its code can’t be read, then say what is damaged."));
      return FALSE;
    }
  if (line->kind != MSK_SWEEP_COPY || draft->pages_missing < line->pages)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A copy of which every page is missing is not here: look at the number "
                          "of pages that are missing."));
  return FALSE;
}

gboolean
msk_damage_check_closing (GPtrArray *damages, GError **error)
{
  guint untold = 0;

  for (guint i = 0; i < damages->len; i++)
    {
      const MskDamage *damage = g_ptr_array_index (damages, i);

      untold += damage->pages_missing > 0 && !damage->is_reported;
    }
  if (untold == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_DAMAGE_NOT_REPORTED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u damaged copy or carrier is not whole, and the secrecy department "
                            "was not told: enter in its incident who was.",
                            "%u damaged copies or carriers are not whole, and the secrecy "
                            "department was not told: enter in their incidents who was.",
                            untold),
               untold);
  return FALSE;
}

char *
msk_damage_dup_number (const MskDamage *self)
{
  return self->kind == MSK_SWEEP_CARRIER ? g_strdup_printf ("%04u", self->number)
                                         : msk_copy_number_dup_text (self->number);
}
