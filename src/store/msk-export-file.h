/* The sealed export: a meeting's register and its key, sealed for a passphrase, in one file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/* Writes the export of a register that nobody is writing to: beside the place, flushed, and then
 * under its name, which is not there yet. What an export that was killed left in the folder is
 * removed first. contents says key and ledger's head, and gets size and digest. Blocks while a key
 * is derived. Fails with MSK_RULE_ERROR_EXISTS, MSK_INPUT_ERROR_WEAK_PASSPHRASE,
 * MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _MEMORY, leaving nothing. */
gboolean msk_export_file_write (const char *path,
                                const char *register_path,
                                const char *passphrase,
                                const MskKeyWork *work,
                                MskExportContents *contents,
                                GError **error);

/* Reads an export from the medium, checks every byte of it, and puts its register into a new
 * private file. Fails with MSK_INPUT_ERROR_NOT_FOUND, _EXPORT_FOREIGN, _EXPORT_NEWER, _EXPORT_CUT,
 * _EXPORT_DAMAGED, MSK_ACCESS_ERROR_WRONG_PASSPHRASE, MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _MEMORY;
 * then there is no such file, and contents is untouched. */
gboolean msk_export_file_read (const char *path,
                               const char *passphrase,
                               const char *register_path,
                               MskExportContents *contents,
                               GError **error);

G_END_DECLS
