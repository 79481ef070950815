/* The MAC of a seal: the test vectors of the format, and that no changed digit passes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal-key.h"

#include "msk-error.h"
#include "msk-tag-key.h"

#include "store-test.h"

/* Computed apart from the kit, with Python for the bytes 00 01 02 … 1f as key:
 * body = "15%09d%014d" % (meeting, sequence) + "".join ("%020d" % int.from_bytes (hash[i:i+8],
 * "big") for i in range (0, 32, 8)), and the MAC as in test-tag-key.c over body. */
static const struct
{
  gint64 meeting_id;
  gint64 sequence;
  guchar first_byte;
  guchar step; /* the hash is first_byte, first_byte + step, … */
  const char *code;
} vectors[] = {
  { 0, 1, 0, 0,
    "15000000000000000000000010000000000000000000000000000000000000000000000000000000"
    "000000000000000000000000010065847393476650580" },
  { 7, 1234, 0, 1,
    "15000000007000000000012340000028368695230618300579005069656919567011577264523615"
    "329510173644783506614633500327710014865369760" },
  { MSK_SEAL_MEETING_MAX, MSK_SEAL_SEQUENCE_MAX, 0xff, 0,
    "15999999999999999999999991844674407370955161518446744073709551615184467440737095"
    "516151844674407370955161511610138264706702009" },
};

static MskKey *
make_vector_key (void)
{
  guchar bytes[MSK_KEY_SIZE];

  for (guint i = 0; i < MSK_KEY_SIZE; i++)
    bytes[i] = (guchar) i;
  return msk_key_new_from_bytes (bytes);
}

static void
fill (guint vector, MskSeal *seal)
{
  *seal =
      (MskSeal){ .meeting_id = vectors[vector].meeting_id, .sequence = vectors[vector].sequence };
  for (guint i = 0; i < MSK_SEAL_HASH_SIZE; i++)
    seal->hash[i] = (guchar) (vectors[vector].first_byte + i * vectors[vector].step);
}

static void
test_vectors (void)
{
  g_autoptr(MskKey) key = make_vector_key ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr(GError) error = NULL;
      char code[MSK_SEAL_LENGTH + 1];
      MskSeal seal;

      fill (i, &seal);
      msk_seal_key_sign (key, &seal);
      msk_seal_write (&seal, code);
      g_assert_cmpstr (code, ==, vectors[i].code);
      g_assert_true (msk_seal_key_check (key, &seal, &error));
      g_assert_no_error (error);
    }
}

static void
assert_not_genuine (const MskKey *key, const char *code)
{
  g_autoptr(GError) error = NULL;
  MskSeal seal;

  if (msk_seal_parse (code, &seal, &error))
    {
      g_assert_false (msk_seal_key_check (key, &seal, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG);
    }
  else
    {
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE);
    }
}

static void
test_changed_digit (void)
{
  g_autoptr(MskKey) key = make_vector_key ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (guint at = 0; at < MSK_SEAL_LENGTH; at++)
      for (char digit = '0'; digit <= '9'; digit++)
        {
          char code[MSK_SEAL_LENGTH + 1];

          if (vectors[i].code[at] == digit)
            continue;
          g_strlcpy (code, vectors[i].code, sizeof code);
          code[at] = digit;
          assert_not_genuine (key, code);
        }
}

static void
test_other_key (void)
{
  g_autoptr(MskKey) key = make_vector_key ();
  MskSeal seal;

  fill (1, &seal);
  msk_seal_key_sign (key, &seal);
  for (guint bit = 0; bit < 8 * MSK_KEY_SIZE; bit++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskKey) other = msk_key_new_from_bytes (key->bytes);

      other->bytes[bit / 8] ^= (guchar) (1u << bit % 8);
      g_assert_false (msk_seal_key_check (other, &seal, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG);
    }
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);
  g_test_add_func ("/store/seal-key/test-vectors", test_vectors);
  g_test_add_func ("/store/seal-key/every-changed-digit-is-refused", test_changed_digit);
  g_test_add_func ("/store/seal-key/any-other-key-makes-it-forged", test_other_key);
  return g_test_run ();
}
