/* What the registers know of somebody at the door.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"
#include "msk-database.h"
#include "msk-door.h"
#include "msk-meeting.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Everything but the clerk's own answers. attendee is lent to facts. */
gboolean msk_door_facts_load (MskDatabase *database,
                              MskMeeting *meeting,
                              gint64 now,
                              MskAttendee *attendee,
                              MskDoorFacts *facts,
                              GError **error);

/* For the desk: the person, whether they are inside, and what they took note of; nothing else is
 * set. The second fails as msk_issue_check() when nobody decided otherwise. */
gboolean msk_door_facts_load_standing (MskDatabase *database,
                                       MskAttendee *attendee,
                                       MskDoorFacts *facts,
                                       GError **error);
gboolean msk_door_facts_check_issue (MskDatabase *database, MskAttendee *attendee, GError **error);

/* Before a movement is undone: that would put something into the hands of its person, or take it
 * out of them, and who has left by the door's register has nothing to show or give. Who has been
 * out since is not asked either, nor whether that passing was annulled: the register would forget
 * by it what they gave back at the door. Fails with MSK_RULE_ERROR_NOT_ADMITTED. */
gboolean msk_door_facts_check_undo (MskDatabase *database,
                                    const MskMovement *movement,
                                    GError **error);

/* What somebody still has of the meeting, for them to read: "copy 000014 (…), …", or "". The caller
 * owns it. */
char *msk_door_facts_dup_items (MskDatabase *database,
                                MskAttendee *attendee,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* R2: whether the security officer may let somebody out with what they hold: nothing of it is top
 * secret, or an incident about this person is open that another user registered: a loss, or what
 * somebody told. user is who lets them out. Fails with MSK_RULE_ERROR_TWO_PERSONS_MISSING.
 */
gboolean msk_door_facts_check_carrying (MskDatabase *database,
                                        MskAttendee *attendee,
                                        const char *user,
                                        GError **error);

/* Before a passing of this direction is annulled: what the door would say of whoever would then
 * stand on its other side, ADMITTED or LET_OUT for nothing. What they said of their devices counts
 * as if the passing had not been: asked anew after a way in, remembered after a way out. */
gboolean msk_door_facts_judge_annulled (MskTransaction *transaction,
                                        MskMeeting *meeting,
                                        MskDirection direction,
                                        MskAttendee *attendee,
                                        MskDoorVerdict *verdict,
                                        GError **error);

/* What they have to fetch from the deposit, or "". The caller owns it. */
char *msk_door_facts_dup_devices (MskDatabase *database,
                                  gint64 attendee_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
