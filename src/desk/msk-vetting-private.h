/* What the import and the form for one person share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-transaction.h"
#include "msk-vetting-desk.h"

G_BEGIN_DECLS

/* The keys of everybody on the lists, as a set. */
GHashTable *msk_vetting_load_keys (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One field as it is kept: see msk_name_dup_field(). The caller owns it. */
char *msk_vetting_dup_field (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A reason for a decision as it is kept, or NULL with MSK_INPUT_ERROR_BAD_VALUE. The caller owns
 * it.
 */
char *msk_vetting_dup_reason (const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One person as a form says them, whole. NULL with MSK_INPUT_ERROR_BAD_VALUE. Needs an open
 * meeting. */
MskAttendee *msk_vetting_read_draft (MskSession *session,
                                     const MskAttendeeDraft *draft,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_RULE_ERROR_EXISTS when keys has the person. */
gboolean msk_vetting_check_new (GHashTable *keys, MskAttendee *attendee, GError **error);

/* What is doubtful about a person as they would be entered; attendee_id, unless 0, is who they are
 * by now, under whichever entry. The caller owns it. */
MskAttendeeList *msk_vetting_doubt (MskSession *session,
                                    MskDatabase *database,
                                    gint64 attendee_id,
                                    MskAttendee *person,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A meeting is raised from a level to another: nobody was approved for the first who is not cleared
 * for the second. Fails with MSK_RULE_ERROR_CLEARANCE_TOO_LOW, saying how many. */
gboolean msk_vetting_check_raise (MskDatabase *database,
                                  MskLevel from,
                                  MskLevel to,
                                  GError **error);

/* Puts a person before the refusal of what was done for many: whoever reads it has to know whom it
 * is about. */
void msk_vetting_name_person (const MskAttendee *person, GError **error);

/* Puts all of the people (of MskAttendee) on the open list, with a ledger entry that also says how
 * many warnings about them were accepted. */
gboolean msk_vetting_put_people (MskSession *session,
                                 MskTransaction *transaction,
                                 GPtrArray *attendees,
                                 MskAct act,
                                 guint warnings,
                                 GError **error);

G_END_DECLS
