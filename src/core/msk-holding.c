/* Something of the meeting that somebody has with them: a copy, a notebook or other carrier.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-holding.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"

MskHolding *
msk_holding_new (MskHoldingKind kind, guint number, MskLevel level, gboolean away, char *text)
{
  MskHolding *self = g_new0 (MskHolding, 1);

  self->kind = kind;
  self->number = number;
  self->level = level;
  self->away = away;
  self->text = text;
  return self;
}

void
msk_holding_free (MskHolding *self)
{
  g_free (self->text);
  g_free (self);
}

char *
msk_holding_dup_text (const MskHolding *self)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case MSK_HOLDING_COPY:
      number = msk_copy_number_dup_text (self->number);
      return g_strdup_printf (_ ("copy %s (%s)"), number, self->text);
    case MSK_HOLDING_CARRIER:
      return g_strdup_printf (_ ("carrier %04u (%s)"), self->number, self->text);
    case MSK_HOLDING_DEVICE:
    default:
      return g_strdup_printf (_ ("device %u in deposit (%s)"), self->number, self->text);
    }
}
