/* The record of a meeting leaves the laptop (F1): exported for a recipient, and opened elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting-export.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* How far it is, from 0 to 1; called in the main loop. */
typedef void (*MskExportProgress) (double share, gpointer user_data);

/* Seals the open meeting, with its key, for a recipient's passphrase into a new file, reads that
 * back from its medium and opens it; only then it gets its name and is entered in both ledgers, and
 * counts. Keys are derived and the register is written and read in a thread. When it fails or is
 * cancelled there is no such file and nothing was entered: half a file is left only where the
 * medium was pulled out, without its name, until something is next written there. Until the end the
 * session prints nothing and erases nothing; what is written in the meeting meanwhile stops it.
 * Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED, _HANDOVER_OPEN, _IN_DESTRUCTION, _COPY_IN_TURN,
 * _SLIP_OPEN, _PERMIT_OPEN, _BALANCE_BROKEN, _PRINTING_NOT_SETTLED (what is still open), _EXISTS,
 * _RECORD_CHANGED; MSK_INPUT_ERROR_BAD_VALUE (no recipient, or a file in the vault),
 * _WEAK_PASSPHRASE; MSK_SYSTEM_ERROR_CANCELLED, _DISK_FULL, _FILE, _EXPORT_NOT_VERIFIED. */
void msk_export_desk_export_async (MskSession *session,
                                   const char *path,
                                   const char *recipient,
                                   const char *passphrase,
                                   MskExportProgress progress, /* or NULL */
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* The caller owns it. */
MskMeetingExport *msk_export_desk_export_finish (MskSession *session,
                                                 GAsyncResult *answer,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The newest export of the open meeting; NULL for none. current says whether nothing was written in
 * the meeting since. The caller owns it. */
gboolean msk_export_desk_find (MskSession *session,
                               MskMeetingExport **found,
                               gboolean *current,
                               GError **error);

G_END_DECLS
