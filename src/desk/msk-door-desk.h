/* The door (M4): who comes in and goes out, one verdict for each badge, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-door-line.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_DOOR_DESK (msk_door_desk_get_type ())
G_DECLARE_FINAL_TYPE (MskDoorDesk, msk_door_desk, MSK, DOOR_DESK, GObject)

MskDoorDesk *msk_door_desk_new (MskSession *session,
                                MskDirection direction) G_GNUC_WARN_UNUSED_RESULT;
MskDirection msk_door_desk_get_direction (MskDoorDesk *self);

/* The verdicts of this desk, newest first, at most a few hundred: a GListModel of MskVerdict whose
 * code is the name of an MskDoorVerdict, or "annulled". Lent. */
GListModel *msk_door_desk_get_verdicts (MskDoorDesk *self);

/* Takes a code as the scanner gave it, or somebody who was chosen because they forgot their badge
 * (recorded "by hand"). Whoever would be let in but for an answer of the clerk waits for it: the
 * verdict is "identity-not-seen" or "devices-not-deposited". Everybody else who does not pass is a
 * kept refusal; of a code that is none of the kit's only the number of times is known, until this
 * desk is gone. Whoever waits is refused when somebody else comes. Fail only when the register
 * can't be used (MSK_SYSTEM_ERROR_…, MSK_ACCESS_ERROR_LOCKED, MSK_ACCESS_ERROR_ROLE), or with
 * MSK_INPUT_ERROR_NOT_FOUND for nobody on the lists. The caller owns the verdict. */
MskVerdict *msk_door_desk_scan (MskDoorDesk *self,
                                const char *code,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskVerdict *msk_door_desk_choose (MskDoorDesk *self,
                                  gint64 attendee_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Who waits for an answer of the clerk; 0 for nobody. */
gint64 msk_door_desk_get_waiting (MskDoorDesk *self);

/* The clerk's answers about who waits: what they saw of who it is, and that this person carries no
 * device. In either order; the last one that was wanted lets them in. Fail with
 * MSK_INPUT_ERROR_NOT_FOUND when nobody waits. */
MskVerdict *msk_door_desk_see_identity (MskDoorDesk *self,
                                        MskIdentity identity,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskVerdict *msk_door_desk_answer_no_devices (MskDoorDesk *self,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Refuses who waits, with the verdict that they wait with. */
MskVerdict *msk_door_desk_turn_away (MskDoorDesk *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets who waits, which is a kept refusal too. Nothing waits afterwards. */
gboolean msk_door_desk_forget (MskDoorDesk *self, GError **error);

/* The security officer lets out who was refused last for the papers they hold, with a reason.
 * Fails with MSK_ACCESS_ERROR_ROLE, MSK_INPUT_ERROR_NOT_FOUND, MSK_INPUT_ERROR_BAD_VALUE, or
 * MSK_RULE_ERROR_TWO_PERSONS_MISSING for top secret (R2) without an open incident about them. */
MskVerdict *msk_door_desk_let_out_holding (MskDoorDesk *self,
                                           const char *reason,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A passing was a mistake: the register keeps it, and it counts no more. What the door would refuse
 * whoever then stands on its other side is for the security officer: with MSK_ACCESS_ERROR_ROLE for
 * others, and as msk_door_desk_let_out_holding() for them. Fails with
 * MSK_RULE_ERROR_ALREADY_DECIDED unless it is the newest of its person that counts,
 * MSK_INPUT_ERROR_NOT_FOUND, or MSK_INPUT_ERROR_BAD_VALUE without a reason. */
MskVerdict *msk_door_desk_annul (MskDoorDesk *self,
                                 gint64 movement_id,
                                 const char *reason,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many are inside. Everybody who may read the meeting may know. */
gboolean msk_door_desk_count (MskSession *session, MskHeadCount *count, GError **error);

/* Of MskDoorLine: everybody who passed, who is inside now, who was refused; for the security
 * officer and the responsible leader. */
GPtrArray *msk_door_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_door_desk_list_inside (MskSession *session,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_door_desk_list_refusals (MskSession *session,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
