/* What the desk with the scanner does in the reading room: turns begin, are met, and end (L1–L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-issue-terms.h"
#include "msk-scan-desk.h"
#include "msk-transaction.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* East of UTC, where this machine stands: days end by the clock on the wall (L2). */
gint64 msk_circulation_scan_get_utc_offset (gint64 now);

/* The turn that a copy is in, or NULL for none; the caller owns it. */
gboolean msk_circulation_scan_find (MskSession *session,
                                    guint number,
                                    MskTurn **turn,
                                    GError **error);

/* Fails with MSK_RULE_ERROR_COPY_IN_TURN: such a copy comes back in the reading room alone. */
gboolean msk_circulation_scan_check_free (MskDatabase *database, guint number, GError **error);

/* Each gives the verdict, which the caller owns, or fails with what becomes one. A turn begins for
 * whoever may get a copy of the paper. */
MskVerdict *msk_circulation_scan_start (MskSession *session,
                                        MskAttendee *attendee,
                                        MskCopy *copy,
                                        guint page,
                                        const MskIssueTerms *terms,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The copy is in this turn: what is wanted to end it. */
MskVerdict *msk_circulation_scan_meet (MskSession *session,
                                       const MskTurn *turn,
                                       MskCopy *copy,
                                       guint page) G_GNUC_WARN_UNUSED_RESULT;

/* The reader gives the copy back: so many pages were counted, and this is how they signed. Fails as
 * msk_turn_check_end(), or with MSK_RULE_ERROR_NOT_IN_TURN. The count is blind and kept, as at the
 * returns: another number than is due leaves the turn open with the verdict count-again, and when
 * it is counted again pages-surplus or pages-missing, which is an incident. */
MskVerdict *msk_circulation_scan_end (MskSession *session,
                                      MskCopy *copy,
                                      guint pages,
                                      const char *signature,
                                      const char *remark,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes back the beginning of a turn, while it is the last thing that happened to the copy. */
gboolean msk_circulation_scan_revert (MskSession *session,
                                      const MskVerdict *verdict,
                                      GError **error);

G_END_DECLS
