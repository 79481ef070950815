/* What one person holds, to a named successor (F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

/* Begins it: everything that the person holds is listed, to be scanned piece by piece in front of
 * both. Refused at once when a piece may not pass to the successor. Fails as the issue of each
 * piece to them does, with MSK_RULE_ERROR_NOTHING_HELD, _HANDOVER_OPEN (of the same person),
 * _COPY_RECALLED, _COPY_IN_TURN, MSK_ACCESS_ERROR_SAME_PERSON, or MSK_INPUT_ERROR_NOT_FOUND. It
 * goes on as msk-handover-desk.h and msk-handover-scan.h say. */
gboolean msk_custody_desk_start (MskSession *session,
                                 gint64 attendee_id,
                                 gint64 successor_id,
                                 gint64 *id,
                                 GError **error);

/* Ends it, in one transaction: what was scanned and is still held passes to the successor, what was
 * missing stays with who held it, what came back meanwhile stays where it is. giver and taker are
 * the full names that both signed with. Fails as msk_custody_desk_start() and
 * msk_handover_check_endable(), or with MSK_RULE_ERROR_SIGNATURE_DIFFERS, or _CUSTODY_CHANGED when
 * the person was given something since. */
gboolean msk_custody_desk_end (MskSession *session,
                               gint64 id,
                               const char *giver,
                               const char *taker,
                               GError **error);

G_END_DECLS
