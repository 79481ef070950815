/* What the registers know of somebody at the door.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-door.h"
#include "msk-meeting.h"

G_BEGIN_DECLS

/* Everything but the clerk's own answers. attendee is lent to facts. */
gboolean msk_door_facts_load (MskDatabase *database,
                              MskMeeting *meeting,
                              gint64 now,
                              MskAttendee *attendee,
                              MskDoorFacts *facts,
                              GError **error);

/* For the desk: the person, whether they are inside, and what they took note of; nothing else is
 * set. The second fails as msk_issue_check(), which says what waived is. */
gboolean msk_door_facts_load_standing (MskDatabase *database,
                                       MskAttendee *attendee,
                                       MskDoorFacts *facts,
                                       GError **error);
gboolean msk_door_facts_check_issue (MskDatabase *database,
                                     MskAttendee *attendee,
                                     guint waived,
                                     GError **error);

/* Before an undo: it would put something into the hands of attendee_id, or take it out of them, and
 * who has left by the door's register has nothing to show or give. Fails with
 * MSK_RULE_ERROR_NOT_ADMITTED. */
gboolean msk_door_facts_check_undo (MskDatabase *database, gint64 attendee_id, GError **error);

/* What somebody still has of the meeting, for them to read: "copy 000014 (…), …", or "". The caller
 * owns it. */
char *msk_door_facts_dup_items (MskDatabase *database,
                                MskAttendee *attendee,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What they have to fetch from the deposit, or "". The caller owns it. */
char *msk_door_facts_dup_devices (MskDatabase *database,
                                  gint64 attendee_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
