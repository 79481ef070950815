/* The appliance's key for tags: it makes the MAC of a tag and tells a genuine one from a forged
 * one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "msk-error.h"

#define MAC_SIZE 8

/* libsodium's generichash has a floor of sixteen bytes for its output, and BLAKE2b's length is part
 * of its input: so the MAC is the first eight bytes of sixteen. */
#define HASH_SIZE crypto_generichash_BYTES_MIN

static void
compute_mac (const MskKey *key, const MskTag *tag, guchar mac[MAC_SIZE])
{
  char body[MSK_TAG_BODY_LENGTH + 1];
  guchar hash[HASH_SIZE];

  msk_tag_write_body (tag, body);
  crypto_generichash (hash, sizeof hash, (const guchar *) body, MSK_TAG_BODY_LENGTH, key->bytes,
                      MSK_KEY_SIZE);
  memcpy (mac, hash, MAC_SIZE);
}

void
msk_tag_key_sign (const MskKey *key, MskTag *tag)
{
  guchar mac[MAC_SIZE];

  g_return_if_fail (key != NULL && tag != NULL);

  compute_mac (key, tag, mac);
  tag->mac = 0;
  for (guint i = 0; i < MAC_SIZE; i++)
    tag->mac = tag->mac << 8 | mac[i];
}

gboolean
msk_tag_key_check (const MskKey *key, const MskTag *tag, GError **error)
{
  guchar expected[MAC_SIZE], given[MAC_SIZE];

  g_return_val_if_fail (key != NULL && tag != NULL, FALSE);

  compute_mac (key, tag, expected);
  for (guint i = 0; i < MAC_SIZE; i++)
    given[i] = (guchar) (tag->mac >> (8 * (MAC_SIZE - 1 - i)));

  if (sodium_memcmp (expected, given, MAC_SIZE) == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG,
                       _ ("This tag was not made by this appliance, or was misread: scan it again; "
                          "if it stays, keep the sheet and "
                          "tell the security officer."));
  return FALSE;
}
