/* The sealed export: a meeting's register and its key, sealed for a passphrase, in one file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-key-work.h"
#include "msk-ledger.h"

G_BEGIN_DECLS

/* All numbers are little endian. The head, in the clear:
 *    0  16  "MSK sealed exp.\n"
 *   16   4  version, 1
 *   20   4  operations of Argon2id
 *   24   8  memory of Argon2id, in bytes
 *   32  16  its salt
 *   48 104  the key of the stream and the key of the register (32 bytes each), sealed with
 *           XChaCha20-Poly1305 (nonce first) under the key that Argon2id makes of the passphrase,
 *           bound to version, salt and cost
 *  152  24  head of the stream
 *  176  32  BLAKE2b-256 of the 176 bytes before: a damaged head is told from a wrong passphrase
 * Then libsodium's secretstream (XChaCha20-Poly1305): its first message is the sequence and hash of
 * the ledger's newest entry and the length of the register (8, 32, 8 bytes), with the whole head as
 * associated data; those after it are the register in pieces of 64 KiB, the last shorter and alone
 * with the final tag. Nothing follows. */
#define MSK_EXPORT_FILE_HEAD_SIZE 208
#define MSK_EXPORT_FILE_DIGEST_SIZE 32

/* What an export holds. */
typedef struct
{
  MskKey *key;     /* of the register; owned */
  gint64 sequence; /* of its ledger's newest entry */
  guchar hash[MSK_LEDGER_HASH_SIZE];
  gint64 size;                                /* of the whole file, in bytes */
  guchar digest[MSK_EXPORT_FILE_DIGEST_SIZE]; /* BLAKE2b-256 of the whole file */
} MskExportContents;

void msk_export_contents_clear (MskExportContents *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MskExportContents, msk_export_contents_clear)

/* Who looks on and may stop it, in whichever thread it is called; any of it may be NULL. What was
 * stopped fails with G_IO_ERROR_CANCELLED and leaves nothing. */
typedef struct
{
  GCancellable *cancellable;
  void (*progress) (gint64 done, gint64 size, gpointer data); /* in bytes */
  gpointer data;
} MskExportWatch;

/* An export that has no name yet. */
typedef struct _MskExportDraft MskExportDraft;

/* Writes the export of a register that nobody is writing to beside its place, and flushes it. What
 * an export that was killed left in the folder is removed first. contents says key and ledger's
 * head, and gets size and digest. Blocks while a key is derived. Fails with MSK_RULE_ERROR_EXISTS,
 * MSK_INPUT_ERROR_WEAK_PASSPHRASE, MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _MEMORY. The caller owns it;
 * what is freed before it has its name is gone. */
MskExportDraft *msk_export_draft_new (const char *path,
                                      const char *register_path,
                                      const char *passphrase,
                                      const MskKeyWork *work,
                                      MskExportContents *contents,
                                      const MskExportWatch *watch,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_export_draft_free (MskExportDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskExportDraft, msk_export_draft_free)

/* Where it lies now. Lent. */
const char *msk_export_draft_get_part (MskExportDraft *self);

/* Gives it its name, which is not there yet and survives a power cut. Fails with
 * MSK_RULE_ERROR_EXISTS, MSK_SYSTEM_ERROR_DISK_FULL, _FILE, and then it has none; only where the
 * medium went at that moment the message says that it may have. */
gboolean msk_export_draft_take_name (MskExportDraft *self, GError **error);

/* What has its name loses it again, for the error that there is already. */
void msk_export_draft_withdraw (MskExportDraft *self, GError **error);

/* Reads an export from the medium, checks every byte of it, and puts its register into a new
 * private file. Fails with MSK_INPUT_ERROR_NOT_FOUND, _EXPORT_FOREIGN, _EXPORT_NEWER, _EXPORT_CUT,
 * _EXPORT_DAMAGED, MSK_ACCESS_ERROR_WRONG_PASSPHRASE, MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _MEMORY;
 * then there is no such file, and contents is untouched. */
gboolean msk_export_file_read (const char *path,
                               const char *passphrase,
                               const char *register_path,
                               MskExportContents *contents,
                               const MskExportWatch *watch, /* or NULL */
                               GError **error);

G_END_DECLS
