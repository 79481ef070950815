/* Something that was issued all the same, as the register has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override.h"

G_DEFINE_FINAL_TYPE (MskOverride, msk_override, G_TYPE_OBJECT)

static void
msk_override_finalize (GObject *object)
{
  MskOverride *self = MSK_OVERRIDE (object);

  g_free (self->code);
  g_free (self->decided_by);
  g_free (self->reason);
  g_free (self->document_number);
  g_free (self->description);
  g_free (self->person);
  g_free (self->unit);
  g_free (self->user);
  g_free (self->station);

  G_OBJECT_CLASS (msk_override_parent_class)->finalize (object);
}

static void
msk_override_class_init (MskOverrideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_override_finalize;
}

static void
msk_override_init (MskOverride *self)
{
}

MskOverride *
msk_override_new (void)
{
  return g_object_new (MSK_TYPE_OVERRIDE, NULL);
}
