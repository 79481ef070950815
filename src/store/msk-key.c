/* A 32-byte key in memory that is locked, fenced and wiped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "msk-error.h"

G_STATIC_ASSERT (MSK_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE crypto_aead_xchacha20poly1305_ietf_ABYTES

gboolean
msk_key_init_library (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_MEMORY,
                       _ ("The system gives no good random numbers: restart the computer."));
  return FALSE;
}

MskKey *
msk_key_new (void)
{
  MskKey *self = sodium_malloc (sizeof (MskKey));

  if (self == NULL)
    g_error ("No memory for a key.");

  sodium_memzero (self, sizeof (MskKey));
  return self;
}

MskKey *
msk_key_new_random (void)
{
  MskKey *self = msk_key_new ();

  randombytes_buf (self->bytes, MSK_KEY_SIZE);
  return self;
}

MskKey *
msk_key_new_from_bytes (const guchar bytes[MSK_KEY_SIZE])
{
  MskKey *self = msk_key_new ();

  memcpy (self->bytes, bytes, MSK_KEY_SIZE);
  return self;
}

void
msk_key_free (MskKey *self)
{
  sodium_free (self);
}

GBytes *
msk_key_seal (const MskKey *self, const guchar *content, gsize length, const char *context)
{
  gsize size = NONCE_SIZE + length + TAG_SIZE;
  guchar *sealed = g_malloc (size);

  g_return_val_if_fail (self != NULL && content != NULL && context != NULL, NULL);

  randombytes_buf (sealed, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_SIZE, NULL, content, length,
                                              (const guchar *) context, strlen (context), NULL,
                                              sealed, self->bytes);
  return g_bytes_new_take (sealed, size);
}

gboolean
msk_key_open (const MskKey *self,
              GBytes *sealed,
              const char *context,
              guchar *content,
              gsize length)
{
  gsize size;
  const guchar *data;

  g_return_val_if_fail (self != NULL && sealed != NULL && context != NULL && content != NULL,
                        FALSE);

  data = g_bytes_get_data (sealed, &size);
  return size == NONCE_SIZE + length + TAG_SIZE &&
         crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, data + NONCE_SIZE,
                                                     size - NONCE_SIZE, (const guchar *) context,
                                                     strlen (context), data, self->bytes) == 0;
}
