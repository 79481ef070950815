/* A recorder or note-taker who was approved for an item of the agenda, by name (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-recording-exception.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskRecordingException, msk_recording_exception, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_EXCEPTION_RECORDER] = N_ ("recorder"),
  [MSK_EXCEPTION_NOTE_TAKER] = N_ ("note-taker"),
};

static const char *const state_labels[] = {
  [MSK_EXCEPTION_IN_FORCE] = N_ ("in force"),
  [MSK_EXCEPTION_WITHDRAWN] = N_ ("withdrawn"),
  [MSK_EXCEPTION_LAPSED] = N_ ("lapsed"),
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

const char *
msk_exception_state_get_label (MskExceptionState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}

gboolean
msk_recording_exception_check_person (MskAttendee *person,
                                      const MskAgendaItem *item,
                                      gboolean admitted,
                                      GError **error)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE (person) && item != NULL, FALSE);

  if (!msk_attendee_check_admissible (person, error))
    return FALSE;
  if (person->clearance < item->level)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
                   _ ("%s is not cleared for the level of item %u, which is %s: choose somebody "
                      "who "
                      "is."),
                   person->name, item->position, msk_level_get_label (item->level));
      return FALSE;
    }
  if (!admitted)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                   _ ("%s is not admitted to item %u, so may not record or take notes there: "
                      "choose "
                      "somebody who is, or have the organiser admit them to it first."),
                   person->name, item->position);
      return FALSE;
    }

  return TRUE;
}
