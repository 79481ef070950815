/* A recorder or note-taker who was approved for an item of the agenda, by name (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recording-exception.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskRecordingException, msk_recording_exception, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_EXCEPTION_RECORDER] = N_ ("recorder"),
  [MSK_EXCEPTION_NOTE_TAKER] = N_ ("note-taker"),
};

static void
msk_recording_exception_finalize (GObject *object)
{
  MskRecordingException *self = MSK_RECORDING_EXCEPTION (object);

  g_free (self->name);
  g_free (self->unit);
  g_free (self->authority);
  g_free (self->reference);
  g_free (self->granted_by);
  g_free (self->withdrawn_by);

  G_OBJECT_CLASS (msk_recording_exception_parent_class)->finalize (object);
}

static void
msk_recording_exception_class_init (MskRecordingExceptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_recording_exception_finalize;
}

static void
msk_recording_exception_init (MskRecordingException *self)
{
}

MskRecordingException *
msk_recording_exception_new (void)
{
  return g_object_new (MSK_TYPE_RECORDING_EXCEPTION, NULL);
}

const char *
msk_exception_get_label (MskException kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}
