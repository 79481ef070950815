/* A sealed export that is opened elsewhere: verified, read, and made into reports (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct _MskDossier MskDossier;

/* What was verified. Hashes are in hexadecimal. */
typedef struct
{
  guint64 entries; /* in the ledger, all of them verified */
  char *head;      /* hash of the newest */
  char *digest;    /* BLAKE2b-256 of the file */
  gint64 size;     /* of the file, in bytes */
  guint papers;
  guint broken; /* papers and carriers whose balance does not hold */
} MskDossierFacts;

/* Verifies every byte, page and entry before anything is shown; needs no vault. Only encrypted
 * files lie in the temporary folder, and are removed with the dossier. Blocks. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, _EXPORT_FOREIGN, _EXPORT_NEWER, _EXPORT_CUT, _EXPORT_DAMAGED,
 * MSK_ACCESS_ERROR_WRONG_PASSPHRASE, MSK_SYSTEM_ERROR_LEDGER_BROKEN, _VAULT_NEWER, _DISK_FULL,
 * _FILE, _MEMORY. The caller owns it. */
MskDossier *msk_dossier_open (const char *path,
                              const char *passphrase,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_dossier_close (MskDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskDossier, msk_dossier_close)

/* Both lent. The session reads the meeting as its responsible leader may, and writes nothing. */
MskSession *msk_dossier_get_session (MskDossier *self);
const MskDossierFacts *msk_dossier_get_facts (MskDossier *self);

/* Writes every register of the meeting into a folder of its own (made, or empty), and gives their
 * paths (of char *); what was written stays when a later one fails. Fails with
 * MSK_RULE_ERROR_EXISTS (there is something in the folder) and as making reports does. The caller
 * owns the array. */
GPtrArray *msk_dossier_write_reports (MskDossier *self,
                                      const char *folder,
                                      MskReportFormat format,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
