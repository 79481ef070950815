/* A sealed export of a meeting that was opened again and found whole, and an erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-export.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

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
  g_free (self->path);

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
  g_free (self->kept);
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

guint
msk_erasure_count_remaining (const guint *counts)
{
  guint remaining = 0;

  g_return_val_if_fail (counts != NULL, 0);

  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    if (state != MSK_COPY_VOID && state != MSK_COPY_DESTROYED && state != MSK_COPY_MISSING &&
        state != MSK_COPY_WITH_ORIGINATOR)
      remaining += counts[state];

  return remaining;
}

gboolean
msk_erasure_check_kept (const guint *counts, const char *kept, GError **error)
{
  const guint remaining = msk_erasure_count_remaining (counts);

  g_return_val_if_fail (kept != NULL, FALSE);

  if (remaining == 0 || *kept != '\0')
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_THINGS_REMAIN,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u copy, carrier or spoiled set of this meeting still exists: destroy "
                            "it or send it back first, or have the approval say where it is kept.",
                            "%u copies, carriers or spoiled sets of this meeting still exist: "
                            "destroy them or send them back first, or have the approval say where "
                            "they are kept.",
                            remaining),
               remaining);
  return FALSE;
}
