/* A passphrase becomes a key: what one guess costs, and what a file may ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-key-work.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "msk-error.h"

G_STATIC_ASSERT (MSK_KEY_WORK_SALT_SIZE == crypto_pwhash_SALTBYTES);

#define PASSPHRASE_MIN_CHARS 8
#define PASSPHRASE_MAX_BYTES 1024
#define OPERATIONS_MIN 1
#define OPERATIONS_MAX 16
#define MEMORY_MIN (G_GUINT64_CONSTANT (64) << 20)
#define MEMORY_MAX (G_GUINT64_CONSTANT (2) << 30)

const MskKeyWork msk_key_work_interactive = { crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                              crypto_pwhash_MEMLIMIT_INTERACTIVE };
const MskKeyWork msk_key_work_moderate = { crypto_pwhash_OPSLIMIT_MODERATE,
                                           crypto_pwhash_MEMLIMIT_MODERATE };
const MskKeyWork msk_key_work_sensitive = { crypto_pwhash_OPSLIMIT_SENSITIVE,
                                            crypto_pwhash_MEMLIMIT_SENSITIVE };

gboolean
msk_key_work_is_bounded (const MskKeyWork *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->operations >= OPERATIONS_MIN && self->operations <= OPERATIONS_MAX &&
         self->memory >= MEMORY_MIN && self->memory <= MEMORY_MAX;
}

MskKey *
msk_key_work_derive (const MskKeyWork *self,
                     const guchar salt[MSK_KEY_WORK_SALT_SIZE],
                     const char *passphrase,
                     GError **error)
{
  g_autoptr(MskKey) key = msk_key_new ();

  if (crypto_pwhash (key->bytes, MSK_KEY_SIZE, passphrase, strlen (passphrase), salt,
                     self->operations, (size_t) self->memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return g_steal_pointer (&key);

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
               _ ("Unlocking needs %u MiB of free memory: close other programs, then try again."),
               (guint) (self->memory >> 20));
  return NULL;
}

gboolean
msk_key_work_check_passphrase (const char *passphrase, GError **error)
{
  if (g_utf8_validate (passphrase, -1, NULL) &&
      g_utf8_strlen (passphrase, -1) >= PASSPHRASE_MIN_CHARS &&
      strlen (passphrase) <= PASSPHRASE_MAX_BYTES)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE,
               _ ("A passphrase has at least %d characters: choose a longer one, such as four "
                  "words."),
               PASSPHRASE_MIN_CHARS);
  return FALSE;
}
