/* One giving out or taking back, as the registers of issues and returns have it (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-line.h"

#include "msk-copy-number.h"

G_DEFINE_FINAL_TYPE (MskCustodyLine, msk_custody_line, G_TYPE_OBJECT)

static void
msk_custody_line_finalize (GObject *object)
{
  MskCustodyLine *self = MSK_CUSTODY_LINE (object);

  g_free (self->document_number);
  g_free (self->title);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->user);
  g_free (self->station);
  g_free (self->remark);
  g_clear_object (&self->count);

  G_OBJECT_CLASS (msk_custody_line_parent_class)->finalize (object);
}

static void
msk_custody_line_class_init (MskCustodyLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_custody_line_finalize;
}

static void
msk_custody_line_init (MskCustodyLine *self)
{
}

MskCustodyLine *
msk_custody_line_new (void)
{
  return g_object_new (MSK_TYPE_CUSTODY_LINE, NULL);
}

char *
msk_custody_line_dup_number (MskCustodyLine *self)
{
  g_return_val_if_fail (MSK_IS_CUSTODY_LINE (self), NULL);

  return self->is_carrier ? g_strdup_printf ("%04u", self->number)
                          : msk_copy_number_dup_text (self->number);
}
