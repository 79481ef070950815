/* What the session does for an erasure that was cut off, and what filing asks as erasing does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-meeting-export.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Removes what is left of meetings whose keys were thrown away: their files, and their prints and
 * reports in the folders of papers. Fails with MSK_SYSTEM_ERROR_FILE, _DISK_FULL, _DATABASE; then
 * the register says that something is left. */
gboolean msk_erasure_desk_finish (MskSession *session, GError **error);

/* The newest export of the open meeting, when it is closed and its ledger still ends with that.
 * Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED, _NOT_EXPORTED. The caller owns it. */
MskMeetingExport *msk_erasure_desk_find_export (MskSession *session,
                                                MskDatabase *database,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* I3: what is not closed is still looked into. Fails with MSK_RULE_ERROR_INCIDENT_OPEN. */
gboolean msk_erasure_desk_check_incidents (MskDatabase *database, GError **error);

G_END_DECLS
