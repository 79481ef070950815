/* A 32-byte key in memory that is locked, fenced and wiped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_KEY_SIZE 32

typedef struct
{
  guchar bytes[MSK_KEY_SIZE];
} MskKey;

/* Starts libsodium; every function of the store that needs it calls this first. Fails with
 * MSK_SYSTEM_ERROR_MEMORY: no fallback for randomness. */
gboolean msk_key_init_library (GError **error);

/* Zero bytes, a random key, and a copy. They abort the program when there is no locked memory to be
 * had. The caller owns the key. */
MskKey *msk_key_new (void) G_GNUC_WARN_UNUSED_RESULT;
MskKey *msk_key_new_random (void) G_GNUC_WARN_UNUSED_RESULT;
MskKey *msk_key_new_from_bytes (const guchar bytes[MSK_KEY_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
void msk_key_free (MskKey *self);

/* Seals content under the key, bound to context: it opens only with the same context. The caller
 * owns the result. */
GBytes *msk_key_seal (const MskKey *self, const guchar *content, gsize length, const char *context)
    G_GNUC_WARN_UNUSED_RESULT;

/* Opens what msk_key_seal() made, into exactly length bytes. Returns FALSE when key, context or
 * bytes are not the same. */
gboolean msk_key_open (const MskKey *self,
                       GBytes *sealed,
                       const char *context,
                       guchar *content,
                       gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskKey, msk_key_free)

G_END_DECLS
