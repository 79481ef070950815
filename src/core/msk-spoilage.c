/* One set of spoiled or surplus sheets that waits for destruction (C3), as the register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-spoilage.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskSpoilage, msk_spoilage, G_TYPE_OBJECT)

static const char *const kind_labels[] = {
  [MSK_SPOILAGE_SPOILED] = N_ ("spoiled"),
  [MSK_SPOILAGE_SURPLUS] = N_ ("came twice"),
  [MSK_SPOILAGE_VOID] = N_ ("came though given up"),
};

static void
msk_spoilage_finalize (GObject *object)
{
  MskSpoilage *self = MSK_SPOILAGE (object);

  g_free (self->document_number);
  g_free (self->reason);
  g_free (self->place);
  g_free (self->registered_by);
  g_free (self->remark);

  G_OBJECT_CLASS (msk_spoilage_parent_class)->finalize (object);
}

static void
msk_spoilage_class_init (MskSpoilageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_spoilage_finalize;
}

static void
msk_spoilage_init (MskSpoilage *self)
{
}

MskSpoilage *
msk_spoilage_new (void)
{
  return g_object_new (MSK_TYPE_SPOILAGE, NULL);
}

gboolean
msk_spoilage_check_by_hand (MskSpoilage *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_SPOILAGE (self), FALSE);

  if (self->kind == MSK_SPOILAGE_SURPLUS)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SCAN_ITS_CODE,
                       _ ("These sheets bear a code of their own: scan it, or type the digits "
                          "under it where the code is read."));
  return FALSE;
}

gboolean
msk_spoilage_is_explained (MskSpoilage *self)
{
  g_return_val_if_fail (MSK_IS_SPOILAGE (self), FALSE);

  return !self->expected || self->sightings > 0 || self->missing_at != 0;
}

gboolean
msk_spoilage_kind_of_surplus (MskAttempt attempt, MskSpoilageKind *kind, GError **error)
{
  switch (attempt)
    {
    case MSK_ATTEMPT_RESERVED:
    case MSK_ATTEMPT_SENT:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_NOT_GOOD,
                           _ ("This copy has not been printed yet: print it first."));
      return FALSE;
    case MSK_ATTEMPT_VOID:
      *kind = MSK_SPOILAGE_VOID;
      return TRUE;
    case MSK_ATTEMPT_UNCERTAIN:
    case MSK_ATTEMPT_PRINTED:
    case MSK_ATTEMPT_ABSENT:
    case MSK_ATTEMPT_GOOD:
    case MSK_ATTEMPT_SPOILED:
    default:
      *kind = MSK_SPOILAGE_SURPLUS;
      return TRUE;
    }
}

const char *
msk_spoilage_kind_get_label (MskSpoilageKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, kind_labels[kind]);
}
