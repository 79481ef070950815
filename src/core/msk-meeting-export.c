/* A sealed export of a meeting that was opened again and found whole, and an erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-export.h"

G_DEFINE_FINAL_TYPE (MskMeetingExport, msk_meeting_export, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskErasure, msk_erasure, G_TYPE_OBJECT)

static void
msk_meeting_export_finalize (GObject *object)
{
  MskMeetingExport *self = MSK_MEETING_EXPORT (object);

  g_free (self->user);
  g_free (self->recipient);
  g_free (self->head_hash);
  g_free (self->digest);

  G_OBJECT_CLASS (msk_meeting_export_parent_class)->finalize (object);
}

static void
msk_meeting_export_class_init (MskMeetingExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_meeting_export_finalize;
}

static void
msk_meeting_export_init (MskMeetingExport *self)
{
}

static void
msk_erasure_finalize (GObject *object)
{
  MskErasure *self = MSK_ERASURE (object);

  g_clear_object (&self->sealed);
  g_free (self->approver);
  g_free (self->reference);
  g_free (self->user);
  g_free (self->witness);

  G_OBJECT_CLASS (msk_erasure_parent_class)->finalize (object);
}

static void
msk_erasure_class_init (MskErasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_erasure_finalize;
}

static void
msk_erasure_init (MskErasure *self)
{
}

MskMeetingExport *
msk_meeting_export_new (void)
{
  return g_object_new (MSK_TYPE_MEETING_EXPORT, NULL);
}

MskErasure *
msk_erasure_new (MskMeetingExport *sealed)
{
  MskErasure *self = g_object_new (MSK_TYPE_ERASURE, NULL);

  self->sealed = sealed;
  return self;
}
