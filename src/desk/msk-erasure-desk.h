/* Erasing a meeting whose export is in safe keeping (D1): its key is thrown away, then what is left
 * of it is removed. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-meeting-export.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The responsible leader’s leave to erase the open meeting, given over its newest export. kept:
 * where the copies, carriers and spoiled sets are kept that still exist, "" when there are none.
 * Fails with MSK_RULE_ERROR_NOT_EXPORTED (none, or something was written since),
 * _INCIDENT_OPEN, _NOT_FILED, _THINGS_REMAIN,
 * MSK_INPUT_ERROR_BAD_VALUE (no reference). */
gboolean msk_erasure_desk_approve (MskSession *session,
                                   const char *reference,
                                   const char *kept,
                                   GError **error);

typedef enum
{
  MSK_ERASURE_READING,  /* the export, which may be stopped */
  MSK_ERASURE_REMOVING, /* prints and reports: the meeting is gone, and nobody can stop it */
} MskErasureStage;

/* How far a stage is, from 0 to 1; called in the main loop. The second begins with 0. */
typedef void (*MskErasureProgress) (MskErasureStage stage, double share, gpointer user_data);

/* Erases the open meeting, which no session has open afterwards. path: the file of its newest
 * export, which is read in a thread first: unless it is there, as it was verified, nothing is
 * erased. Then one transaction throws the key away: before it the meeting is whole, after it gone.
 * Then its prints and
 * reports are overwritten in a thread, which nobody can stop; what is still to be removed when the
 * program ends is removed when somebody next signs in. Approver, who erases and the witness (signed
 * in for MSK_ACT_ERASURE_WITNESS) are three people. *meeting_id, when it is not NULL, gets the id
 * that the certificate is of. Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED, _PRINTING_NOT_SETTLED,
 * _NOT_EXPORTED, _ERASURE_NOT_APPROVED, _INCIDENT_OPEN, _NOT_FILED, _THINGS_REMAIN,
 * MSK_INPUT_ERROR_BAD_VALUE (a place where it would go with the record),
 * MSK_ACCESS_ERROR_SAME_PERSON, MSK_SYSTEM_ERROR_EXPORT_NOT_VERIFIED, _CANCELLED, _DISK_FULL,
 * _DATABASE; with MSK_SYSTEM_ERROR_FILE
 * the meeting is gone, and something is still to be removed: msk_session_get_meeting() then is
 * NULL. */
void msk_erasure_desk_erase_async (MskSession *session,
                                   const char *path,
                                   const MskCosigner *witness,
                                   MskErasureProgress progress, /* or NULL */
                                   gpointer progress_data,
                                   GCancellable *cancellable, /* or NULL */
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean msk_erasure_desk_erase_finish (MskSession *session,
                                        GAsyncResult *answer,
                                        gint64 *meeting_id,
                                        GError **error);

/* Of a meeting that is gone. Fails with MSK_INPUT_ERROR_NOT_FOUND for one that is whole. The caller
 * owns it. */
MskErasure *msk_erasure_desk_get (MskSession *session,
                                  gint64 meeting_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The certificate of an erasure as a PDF, with the appliance’s ledger as it stands now; it names
 * the meeting by its id in this vault alone. */
GBytes *msk_erasure_desk_make_certificate (MskSession *session,
                                           gint64 meeting_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, written to a new private file; path NULL: under a neutral name in the folder of papers.
 * Gives the path; the caller owns it. */
char *msk_erasure_desk_write_certificate (MskSession *session,
                                          gint64 meeting_id,
                                          const char *path,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
