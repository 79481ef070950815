/* The append-only ledger of one register: a chain of hashes in which every change stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-transaction.h"

G_BEGIN_DECLS

#define MSK_LEDGER_HASH_SIZE 32

/* The hash of an entry is BLAKE2b-256 over: the hash of the entry before (32 zero bytes for the
 * first), sequence and time as 64-bit little-endian numbers, then actor, role, station, act,
 * subject and details, each as its length in bytes (64-bit little endian) and its UTF-8 bytes. */

typedef struct
{
  gint64 sequence;
  gint64 at;
  const char *actor; /* texts are lent for the time of the call */
  const char *role;
  const char *station;
  const char *act;
  const char *subject;
  const char *details;
} MskLedgerEntry;

/* Writes one entry inside the transaction. details: pairs of a key and a text (never NULL), ended
 * by NULL; they become one JSON object in that order. When the clock stands before the entry
 * before, an entry that says so goes first. */
gboolean msk_ledger_append (MskTransaction *transaction,
                            MskAct act,
                            const char *subject,
                            GError **error,
                            ...) G_GNUC_NULL_TERMINATED;

/* Checks the whole chain. Returns FALSE only when the ledger can't be read. *reason is static text,
 * NULL when every entry fits, and then *wrong is the sequence of the first that does not; head gets
 * the last hash that fits. */
gboolean msk_ledger_verify (MskDatabase *database,
                            guint64 *entries,
                            gint64 *wrong,
                            const char **reason,
                            guchar head[MSK_LEDGER_HASH_SIZE],
                            GError **error);

/* The sequence of the newest entry; 0 for an empty ledger. */
gboolean msk_ledger_get_last (MskDatabase *database, gint64 *sequence, GError **error);

/* The hash of one entry; NULL without an error when there is no such entry. The caller owns it. */
GBytes *msk_ledger_dup_hash (MskDatabase *database,
                             gint64 sequence,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A hash in hexadecimal, as people and scripts see it. The caller owns it. */
char *msk_ledger_dup_hex (const guchar hash[MSK_LEDGER_HASH_SIZE]) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*MskLedgerFunc) (const MskLedgerEntry *entry, gpointer user_data);

/* Calls func for at most max entries before the sequence before (0: from the end), newest first. */
gboolean msk_ledger_foreach (MskDatabase *database,
                             gint64 before,
                             guint max,
                             MskLedgerFunc func,
                             gpointer user_data,
                             GError **error);

G_END_DECLS
