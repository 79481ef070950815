/* Destruction under supervision (D1): a batch is made up by scanning, proposed, approved, and
 * destroyed in front of two other people. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-destruction.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Everything here goes on before the sweep and after the meeting is closed, and not between: fails
 * with MSK_RULE_ERROR_SWEEP_STARTED then, and as msk_session_begin(). What is scanned goes through
 * msk-destruction-scan.h. */

/* Begins a batch. reason: why these things are destroyed, one line; fails with
 * MSK_INPUT_ERROR_BAD_VALUE without. */
gboolean msk_destruction_desk_start (MskSession *session,
                                     const char *reason,
                                     gint64 *id,
                                     GError **error);

/* Of MskDestruction, in the order they were begun. The caller owns it. */
GPtrArray *msk_destruction_desk_list (MskSession *session,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. The caller owns it. */
MskDestruction *msk_destruction_desk_get (MskSession *session,
                                          gint64 id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest batch that is not over. Fails with MSK_RULE_ERROR_BATCH_OVER when there is none. */
MskDestruction *msk_destruction_desk_find_open (MskSession *session,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDestructionItem: what is in the batch, in the order it was put in. The caller owns it. */
GPtrArray *msk_destruction_desk_list_items (MskSession *session,
                                            gint64 id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDestructionAttendance: all who were at the machine, in order; the newest two sign the end.
 * The caller owns it. */
GPtrArray *msk_destruction_desk_list_attendances (MskSession *session,
                                                  gint64 id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is open of the batch, "Copy 000014, Carrier 0003 …": what was not scanned at the machine.
 * At most a few are named, and then how many there are. The caller owns it. */
char *msk_destruction_desk_dup_left (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a thing out again while the batch is made up. Fails with MSK_RULE_ERROR_NOT_IN_BATCH, or as
 * msk_destruction_check_draft(). */
gboolean msk_destruction_desk_take_out (MskSession *session,
                                        gint64 id,
                                        MskStockKind kind,
                                        gint64 number,
                                        GError **error);

/* Fails as msk_destruction_check_proposable(). */
gboolean msk_destruction_desk_propose (MskSession *session, gint64 id, GError **error);

/* The responsible leader's. Fail as msk_destruction_check_decidable(); a refusal needs a reason. */
gboolean msk_destruction_desk_approve (MskSession *session, gint64 id, GError **error);
gboolean msk_destruction_desk_refuse (MskSession *session,
                                      gint64 id,
                                      const char *reason,
                                      GError **error);

/* Fails as msk_destruction_check_cancellable(). Needs a reason. Also while the sweep is under way.
 */
gboolean msk_destruction_desk_cancel (MskSession *session,
                                      gint64 id,
                                      const char *reason,
                                      GError **error);

/* Two people are at the machine: who is signed in destroys, and the witness has signed in beside
 * them for MSK_ACT_DESTROY_WITNESS. Also to go on after a break, with the same two or with others.
 * Fails as msk_destruction_check_approved() and _check_two(), with MSK_ACCESS_ERROR_ROLE for the
 * witness, or with MSK_INPUT_ERROR_BAD_VALUE without a place. */
gboolean msk_destruction_desk_begin (MskSession *session,
                                     gint64 id,
                                     MskDestructionMethod method,
                                     const char *place,
                                     const MskCosigner *witness,
                                     GError **error);

/* Both sign that what was scanned at the machine is destroyed; the rest stays as it is and is free
 * for another batch. remark may be "" when everything was scanned; else fails with
 * MSK_RULE_ERROR_NOT_AT_THE_MACHINE, naming what was not. Fails as msk_destruction_check_endable().
 */
gboolean msk_destruction_desk_end (MskSession *session,
                                   gint64 id,
                                   const char *remark,
                                   const MskCosigner *witness,
                                   GError **error);

G_END_DECLS
