/* Meetings: making one, describing it, its agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda-item.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *number;
  const char *title;
  MskLevel level;
  gint64 starts_at;
  gint64 ends_at;
  const char *venue;
  const char *organiser;
  const char *leader;
} MskMeetingDraft;

/* Makes the meeting with its own file and key, and opens it. Returns its id, or 0 with
 * MSK_INPUT_ERROR_BAD_VALUE (no number or title), MSK_INPUT_ERROR_BAD_TIME (the end is not after
 * the start) or MSK_RULE_ERROR_EXISTS (the number is taken). */
gint64 msk_meeting_desk_create (MskSession *session, const MskMeetingDraft *draft, GError **error);

/* Changes the open meeting's description. Fails likewise; its level can't fall below its papers'
 * (MSK_RULE_ERROR_MARK_FORBIDDEN). */
gboolean msk_meeting_desk_change (MskSession *session,
                                  const MskMeetingDraft *draft,
                                  GError **error);

/* Adds an item at the end of the agenda. capacities says who may be inside (M4): a set of
 * 1 << MskCapacity, not empty. */
gboolean msk_meeting_desk_add_agenda_item (MskSession *session,
                                           const char *title,
                                           MskLevel level,
                                           MskRecording recording,
                                           guint capacities,
                                           GError **error);

/* Of MskAgendaItem, in order, each with its state. The caller owns it, as all arrays that the desk
 * gives. */
GPtrArray *msk_meeting_desk_list_agenda (MskSession *session,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskMeeting with only id, number and state filled in: what the appliance knows without a
 * meeting's key. Newest first. */
GPtrArray *msk_meeting_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
