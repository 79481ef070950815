/* The dossier of a closed meeting (F1): a cover, a list of contents and every register, in one
 * document with pages numbered through. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What stands on the cover; NULL or "": as the record was filed, or a line to write it on by hand.
 * Copied. */
typedef struct
{
  const char *archive_number;
  const char *retention; /* how long the archive keeps it, as msk_filing_parse_years() reads it */
} MskDossierCover;

/* What the ledger calls it, and how its files begin. */
#define MSK_DOSSIER_KIND "dossier"

/* Called in the main loop; done of steps. */
typedef void (*MskDossierProgress) (guint done, guint steps, gpointer user_data);

/* The registers, in the order of the work, the certificate of closing first; after the last, that
 * of incidents, a dossier has the report of each incident. Lent. */
const MskReportKind *msk_dossier_desk_get_kinds (guint *count);

/* Writes the dossier into a new private file (0600), never over another; path NULL: a neutral name
 * in the papers folder. Registers are read one after the other in the main loop and drawn in a
 * thread, and no more than one is in memory. The file has its name when it is whole; nothing is
 * left of one that failed or was cancelled. Of an export that is read nothing is recorded. Fails
 * with MSK_RULE_ERROR_MEETING_NOT_CLOSED, MSK_RULE_ERROR_RECORD_CHANGED (something was written
 * meanwhile), MSK_ACCESS_ERROR_ROLE (also for the register of the door), MSK_INPUT_ERROR_BAD_VALUE,
 * _BAD_PERIOD, MSK_SYSTEM_ERROR_CANCELLED, _DISK_FULL, _FILE, and as making reports does. */
void msk_dossier_desk_write_async (MskSession *session,
                                   const MskDossierCover *cover,
                                   const char *path,
                                   MskDossierProgress progress, /* or NULL */
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Gives the path, which the caller owns, and the number of pages. */
char *msk_dossier_desk_write_finish (MskSession *session,
                                     GAsyncResult *answer,
                                     guint *pages, /* or NULL */
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same in memory, for a printer: nothing of it lies in a file. */
void msk_dossier_desk_make_async (MskSession *session,
                                  const MskDossierCover *cover,
                                  MskDossierProgress progress, /* or NULL */
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GBytes *msk_dossier_desk_make_finish (MskSession *session,
                                      GAsyncResult *answer,
                                      guint *pages, /* or NULL */
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
