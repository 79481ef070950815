/* What the import and the form for one person share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-vetting-desk.h"

G_BEGIN_DECLS

/* The keys of everybody on the lists, as a set. */
GHashTable *msk_vetting_load_keys (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One field as it is kept: trimmed; NULL when it has control characters or is too long. The caller
 * owns it. */
char *msk_vetting_dup_field (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A reason for a decision as it is kept, or NULL with MSK_INPUT_ERROR_BAD_VALUE. The caller owns
 * it.
 */
char *msk_vetting_dup_reason (const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts all of the people (of MskAttendee) on the open list in one transaction. */
gboolean msk_vetting_insert_all (MskSession *session,
                                 GPtrArray *attendees,
                                 MskAct act,
                                 GError **error);

G_END_DECLS
