/* The MAC of a tag: the test vectors of the format, and that no changed digit passes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag-key.h"

#include "msk-error.h"

#include "store-test.h"

/* Computed apart from the kit, with Python for the bytes 00 01 02 … 1f as key and the fifteen
 * digits as body: int.from_bytes (hashlib.blake2b (body, digest_size=16, key=key).digest ()[:8],
 * "big") */
static const struct
{
  MskTag tag;
  const char *code;
} vectors[] = {
  { { MSK_TAG_KIND_COPY, 1, 1, G_GUINT64_CONSTANT (6706452840458626120) },
    "11000000001000106706452840458626120" },
  { { MSK_TAG_KIND_BADGE, 123456789, 1, G_GUINT64_CONSTANT (15123664431685278385) },
    "12123456789000115123664431685278385" },
  { { MSK_TAG_KIND_COPY, 999999999, 9999, G_GUINT64_CONSTANT (5868628008885731255) },
    "11999999999999905868628008885731255" },
  { { MSK_TAG_KIND_SEAL, 42, 1, G_GUINT64_CONSTANT (15239029714828640506) },
    "15000000042000115239029714828640506" },
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
test_vectors (void)
{
  g_autoptr(MskKey) key = make_vector_key ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      MskTag tag = vectors[i].tag;
      g_autoptr(GError) error = NULL;
      char code[MSK_TAG_LENGTH + 1];

      tag.mac = 0;
      msk_tag_key_sign (key, &tag);
      g_assert_cmpuint (tag.mac, ==, vectors[i].tag.mac);

      msk_tag_write (&tag, code);
      g_assert_cmpstr (code, ==, vectors[i].code);
      g_assert_true (msk_tag_key_check (key, &tag, &error));
      g_assert_no_error (error);
    }
}

/* Whatever the digit becomes, the code is refused: by its form, or by its MAC. */
static void
assert_not_genuine (const MskKey *key, const char *code)
{
  g_autoptr(GError) error = NULL;
  MskTag tag;

  if (msk_tag_parse (code, &tag, &error))
    {
      g_assert_false (msk_tag_key_check (key, &tag, &error));
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
    for (guint at = 0; at < MSK_TAG_LENGTH; at++)
      for (char digit = '0'; digit <= '9'; digit++)
        {
          char code[MSK_TAG_LENGTH + 1];

          if (vectors[i].code[at] == digit)
            continue;
          g_strlcpy (code, vectors[i].code, sizeof code);
          code[at] = digit;
          assert_not_genuine (key, code);
        }
}

static void
test_swapped_digits (void)
{
  g_autoptr(MskKey) key = make_vector_key ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (guint at = 0; at + 1 < MSK_TAG_LENGTH; at++)
      {
        char code[MSK_TAG_LENGTH + 1];

        g_strlcpy (code, vectors[i].code, sizeof code);
        code[at] = vectors[i].code[at + 1];
        code[at + 1] = vectors[i].code[at];
        if (code[at] != code[at + 1])
          assert_not_genuine (key, code);
      }
}

static void
test_other_key (void)
{
  g_autoptr(MskKey) key = make_vector_key ();

  for (guint bit = 0; bit < 8 * MSK_KEY_SIZE; bit++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskKey) other = msk_key_new_from_bytes (key->bytes);

      other->bytes[bit / 8] ^= (guchar) (1u << bit % 8);
      g_assert_false (msk_tag_key_check (other, &vectors[0].tag, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG);
    }
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);
  g_test_add_func ("/store/tag-key/test-vectors", test_vectors);
  g_test_add_func ("/store/tag-key/every-changed-digit-is-refused", test_changed_digit);
  g_test_add_func ("/store/tag-key/every-swap-of-neighbours-is-refused", test_swapped_digits);
  g_test_add_func ("/store/tag-key/any-other-key-makes-it-forged", test_other_key);
  return g_test_run ();
}
