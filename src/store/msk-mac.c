/* The MAC of the digits on paper, which tags and seals share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-mac.h"

#include <sodium.h>

#define MAC_SIZE 8

/* libsodium's generichash has a floor of sixteen bytes for its output, and BLAKE2b's length is part
 * of its input: so the MAC is the first eight bytes of sixteen. */
#define HASH_SIZE crypto_generichash_BYTES_MIN

guint64
msk_mac_compute (const MskKey *key, const char *body, gsize length)
{
  guchar hash[HASH_SIZE];
  guint64 mac = 0;

  crypto_generichash (hash, sizeof hash, (const guchar *) body, length, key->bytes, MSK_KEY_SIZE);
  for (guint i = 0; i < MAC_SIZE; i++)
    mac = mac << 8 | hash[i];

  return mac;
}

gboolean
msk_mac_equal (guint64 one, guint64 other)
{
  return sodium_memcmp (&one, &other, sizeof one) == 0;
}
