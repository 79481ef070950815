/* The record of a meeting leaves the laptop (F1): exported for a recipient, and opened elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting-export.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Seals the open meeting, with its key, for a recipient's passphrase into a new file, reads that
 * back from its medium and opens it; only then it is entered in both ledgers and counts. Blocks
 * while keys are derived and the register is written and read. When it fails there is no such file
 * and nothing was entered. Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED, _HANDOVER_OPEN,
 * _IN_DESTRUCTION, _COPY_IN_TURN, _SLIP_OPEN, _PERMIT_OPEN, _BALANCE_BROKEN, _PRINTING_NOT_SETTLED
 * (what is still open), _EXISTS; MSK_INPUT_ERROR_BAD_VALUE (no recipient, or a file in the vault),
 * _WEAK_PASSPHRASE; MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _EXPORT_NOT_VERIFIED. The caller owns it. */
MskMeetingExport *msk_export_desk_export (MskSession *session,
                                          const char *path,
                                          const char *recipient,
                                          const char *passphrase,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest export of the open meeting; NULL for none. current says whether nothing was written in
 * the meeting since. The caller owns it. */
gboolean msk_export_desk_find (MskSession *session,
                               MskMeetingExport **found,
                               gboolean *current,
                               GError **error);

G_END_DECLS
