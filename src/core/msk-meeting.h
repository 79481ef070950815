/* A meeting as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-scheme.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_MEETING_STATE_OPEN,
  MSK_MEETING_STATE_SWEEPING, /* the expected set is frozen: nothing is printed or issued any more
                               */
  MSK_MEETING_STATE_CLOSED,
  MSK_MEETING_STATE_ERASED, /* only the appliance knows of it: key and file are gone */
} MskMeetingState;

#define MSK_TYPE_MEETING (msk_meeting_get_type ())
G_DECLARE_FINAL_TYPE (MskMeeting, msk_meeting, MSK, MEETING, GObject)

/* A snapshot: the store fills it in once and nobody changes it after. Texts are never NULL. */
struct _MskMeeting
{
  GObject parent_instance;

  gint64 id;
  char *number;
  char *title;
  MskLevel level;
  gint64 starts_at; /* UTC seconds, as all that ends in _at */
  gint64 ends_at;
  char *venue;
  char *organiser;
  char *leader; /* the responsible leader, 主管会议的领导 */
  MskMeetingState state;
  MskScheme *scheme; /* fixed when the meeting was made; NULL in a list of meetings */
};

MskMeeting *msk_meeting_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The state in the user's language. Static text. */
const char *msk_meeting_state_get_label (MskMeetingState state);

/* Fails with MSK_RULE_ERROR_SWEEP_STARTED or MSK_RULE_ERROR_MEETING_CLOSED when papers may no
 * longer move. */
gboolean msk_meeting_check_open (MskMeeting *self, GError **error);

/* Fails with MSK_RULE_ERROR_MEETING_CLOSED alone: what goes on during the sweep. */
gboolean msk_meeting_check_not_closed (MskMeeting *self, GError **error);

/* Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED: what may happen to a whole record alone (F1). */
gboolean msk_meeting_check_closed (MskMeeting *self, GError **error);

G_END_DECLS
