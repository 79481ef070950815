/* What the desk's own files may do with a session: check, begin, write, commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"
#include "msk-tag.h"
#include "msk-transaction.h"
#include "msk-vault.h"

G_BEGIN_DECLS

/* A session of somebody who only reads: takes vault and meeting, also when it fails. Every act that
 * would write is refused with MSK_RULE_ERROR_MEETING_CLOSED. The caller owns it. */
MskSession *msk_session_new_reading (MskVault *vault,
                                     MskDatabase *meeting,
                                     const MskActor *actor,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_session_is_reading (MskSession *self);

/* Closes the open meeting; nothing is told. */
void msk_session_leave_meeting (MskSession *self);

/* Lent; NULL when locked. */
MskVault *msk_session_get_vault (MskSession *self);
MskActor msk_session_make_actor (MskSession *self);

/* The register to read from, after the checks that every act begins with: not locked, the role may,
 * a meeting is open. Lent. Fails with MSK_ACCESS_ERROR_LOCKED, MSK_ACCESS_ERROR_ROLE, or
 * MSK_RULE_ERROR_MEETING_NOT_OPEN. */
MskDatabase *msk_session_require_meeting (MskSession *self, MskAct act, GError **error);
MskDatabase *msk_session_require_appliance (MskSession *self, MskAct act, GError **error);

/* The same checks, then a transaction. begin_moving also wants a meeting whose papers may still
 * move. */
gboolean msk_session_begin (MskSession *self,
                            MskAct act,
                            MskTransaction *transaction,
                            GError **error);
gboolean msk_session_begin_moving (MskSession *self,
                                   MskAct act,
                                   MskTransaction *transaction,
                                   GError **error);
/* The same for what goes on during the sweep: until the meeting is closed. */
gboolean msk_session_begin_present (MskSession *self,
                                    MskAct act,
                                    MskTransaction *transaction,
                                    GError **error);
gboolean msk_session_begin_appliance (MskSession *self,
                                      MskAct act,
                                      MskTransaction *transaction,
                                      GError **error);

/* Commits, reads the meeting anew and tells everybody. */
gboolean msk_session_commit (MskSession *self, MskTransaction *transaction, GError **error);

/* Makes sure, inside a transaction of the meeting, that it has so many unused serials. */
gboolean msk_session_ensure_serials (MskSession *self,
                                     MskTransaction *transaction,
                                     guint count,
                                     GError **error);

/* The digits of a tag that this appliance signs. The caller owns them. */
char *msk_session_dup_code (MskSession *self, MskTagKind kind, gint64 serial, guint page)
    G_GNUC_WARN_UNUSED_RESULT;

/* Takes the database of a meeting that was just made, and its id. */
gboolean msk_session_adopt_meeting (MskSession *self, MskDatabase *database, GError **error);

/* An older file of the meeting that was put back lacks what the appliance knows was in it. An entry
 * that is there and differs was changed: msk_ledger_desk_verify() names it. Fails with
 * MSK_SYSTEM_ERROR_LEDGER_BROKEN. */
gboolean msk_session_check_anchor (MskSession *self,
                                   MskDatabase *database,
                                   gint64 meeting_id,
                                   GError **error);

/* Brings what the appliance knows of the open meeting in step with the meeting's own file. */
gboolean msk_session_publish_meeting (MskSession *self, GError **error);

/* One run of a printer at a time, or the clearing of what earlier ones left: it could not be told
 * from what is under way. Fails with MSK_RULE_ERROR_PRINTING_NOT_SETTLED. */
gboolean msk_session_take_printing (MskSession *self, GError **error);
void msk_session_leave_printing (MskSession *self);

G_END_DECLS
