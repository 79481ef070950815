/* One line of a copy's history: what happened to it, by whom, with whom, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskCustody, msk_custody, G_TYPE_OBJECT)

static void
msk_custody_finalize (GObject *object)
{
  MskCustody *self = MSK_CUSTODY (object);

  g_free (self->act);
  g_free (self->person);
  g_free (self->user);
  g_free (self->station);
  g_free (self->remark);
  g_clear_object (&self->receipt);
  g_clear_object (&self->count);

  G_OBJECT_CLASS (msk_custody_parent_class)->finalize (object);
}

static void
msk_custody_class_init (MskCustodyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_custody_finalize;
}

static void
msk_custody_init (MskCustody *self)
{
}

MskCustody *
msk_custody_new (void)
{
  return g_object_new (MSK_TYPE_CUSTODY, NULL);
}

char *
msk_custody_dup_signed (MskCustody *self)
{
  g_return_val_if_fail (MSK_IS_CUSTODY (self), NULL);

  if (self->receipt == NULL)
    return g_strdup ("");

  return g_strdup_printf (self->receipt->way == MSK_RECEIPT_WAY_SCREEN
                              ? _ ("%s, on the screen, receipt %u")
                              : _ ("%s, on paper, receipt %u"),
                          self->receipt->signer, (guint) self->receipt->number);
}
