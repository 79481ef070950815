/* A passphrase becomes a key: what one guess costs, and what a file may ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-key.h"

G_BEGIN_DECLS

#define MSK_KEY_WORK_SALT_SIZE 16

/* How much work one guess costs, in libsodium's terms. */
typedef struct
{
  guint64 operations;
  guint64 memory; /* bytes */
} MskKeyWork;

extern const MskKeyWork msk_key_work_interactive;
extern const MskKeyWork msk_key_work_moderate;
extern const MskKeyWork msk_key_work_sensitive;

/* Whether a file may ask for this: less would make guessing cheap, more would let a changed file
 * stall the machine. To be asked of every figure that was read. */
gboolean msk_key_work_is_bounded (const MskKeyWork *self);

/* The key that Argon2id makes of a passphrase. Blocks. Fails with MSK_SYSTEM_ERROR_MEMORY. The
 * caller owns the key. */
MskKey *msk_key_work_derive (const MskKeyWork *self,
                             const guchar salt[MSK_KEY_WORK_SALT_SIZE],
                             const char *passphrase,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether somebody may choose this passphrase. Fails with MSK_INPUT_ERROR_WEAK_PASSPHRASE. */
gboolean msk_key_work_check_passphrase (const char *passphrase, GError **error);

G_END_DECLS
