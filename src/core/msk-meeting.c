/* A meeting as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskMeeting, msk_meeting, G_TYPE_OBJECT)

static const char *const state_labels[] = {
  [MSK_MEETING_STATE_OPEN] = N_ ("open"),
  [MSK_MEETING_STATE_SWEEPING] = N_ ("being swept"),
  [MSK_MEETING_STATE_CLOSED] = N_ ("closed"),
  [MSK_MEETING_STATE_ERASED] = N_ ("erased"),
};

static void
msk_meeting_finalize (GObject *object)
{
  MskMeeting *self = MSK_MEETING (object);

  g_free (self->number);
  g_free (self->title);
  g_free (self->venue);
  g_free (self->organiser);
  g_free (self->leader);
  g_clear_object (&self->scheme);

  G_OBJECT_CLASS (msk_meeting_parent_class)->finalize (object);
}

static void
msk_meeting_class_init (MskMeetingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_meeting_finalize;
}

static void
msk_meeting_init (MskMeeting *self)
{
}

MskMeeting *
msk_meeting_new (void)
{
  return g_object_new (MSK_TYPE_MEETING, NULL);
}

const char *
msk_meeting_state_get_label (MskMeetingState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}

gboolean
msk_meeting_check_not_closed (MskMeeting *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_MEETING (self), FALSE);

  return self->state != MSK_MEETING_STATE_CLOSED || msk_meeting_check_open (self, error);
}

gboolean
msk_meeting_check_closed (MskMeeting *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_MEETING (self), FALSE);

  if (self->state == MSK_MEETING_STATE_CLOSED)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_NOT_CLOSED,
                       _ ("The meeting is not closed: finish the sweep and close it first."));
  return FALSE;
}

gboolean
msk_meeting_check_open (MskMeeting *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_MEETING (self), FALSE);

  switch (self->state)
    {
    case MSK_MEETING_STATE_SWEEPING:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_STARTED,
                           _ ("The sweep has begun and the register is frozen: finish the sweep."));
      return FALSE;

    case MSK_MEETING_STATE_CLOSED:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_CLOSED,
                           _ ("The meeting is closed and its register no longer changes: read it "
                              "through its reports."));
      return FALSE;

    case MSK_MEETING_STATE_OPEN:
      return TRUE;

    case MSK_MEETING_STATE_ERASED: /* is never read from a meeting's own file */

    default:
      g_return_val_if_reached (FALSE);
    }
}
