/* The seal: what is written, what is read, and every way in which a code can be wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-seal.h"

#include "msk-error.h"
#include "msk-tag.h"

#include "test-start.h"

/* Meeting 7, entry 1234, hash 00 01 … 1f. */
#define GENUINE                                                                                    \
  "15000000007000000000012340000028368695230618300579005069656919567011577264523615329510173644"   \
  "783506614633500327710014865369760"
#define WORD_BEYOND "18446744073709551616"
#define SEED 125

static void
fill_genuine (MskSeal *seal)
{
  *seal = (MskSeal){ .meeting_id = 7,
                     .sequence = 1234,
                     .mac = G_GUINT64_CONSTANT (327710014865369760) };
  for (guint i = 0; i < MSK_SEAL_HASH_SIZE; i++)
    seal->hash[i] = (guchar) i;
}

static void
assert_same (const MskSeal *seal, const MskSeal *expected)
{
  g_assert_cmpint (seal->meeting_id, ==, expected->meeting_id);
  g_assert_cmpint (seal->sequence, ==, expected->sequence);
  g_assert_cmpmem (seal->hash, MSK_SEAL_HASH_SIZE, expected->hash, MSK_SEAL_HASH_SIZE);
  g_assert_cmpuint (seal->mac, ==, expected->mac);
}

static void
assert_parses (const char *code, const MskSeal *expected)
{
  g_autoptr(GError) error = NULL;
  MskSeal seal = { 0 };

  g_assert_true (msk_seal_parse (code, &seal, &error));
  g_assert_no_error (error);
  assert_same (&seal, expected);
}

static void
assert_refused (const char *code, MskRuleError reason)
{
  g_autoptr(GError) error = NULL;
  MskSeal untouched, seal;

  fill_genuine (&untouched);
  seal = untouched;
  g_assert_false (msk_seal_parse (code, &seal, &error));
  g_assert_error (error, MSK_RULE_ERROR, (int) reason);
  assert_same (&seal, &untouched);
  g_assert_false (msk_seal_parse (code, &seal, NULL));
}

static void
test_vector (void)
{
  char body[MSK_SEAL_BODY_LENGTH + 1];
  char code[MSK_SEAL_LENGTH + 1];
  MskSeal seal;

  fill_genuine (&seal);
  msk_seal_write (&seal, code);
  g_assert_cmpstr (code, ==, GENUINE);
  msk_seal_write_body (&seal, body);
  g_assert_cmpuint (strlen (body), ==, MSK_SEAL_BODY_LENGTH);
  g_assert_true (g_str_has_prefix (GENUINE, body));
  assert_parses (GENUINE, &seal);

  {
    g_autofree char *groups = msk_tag_dup_groups (GENUINE);

    assert_parses (groups, &seal);
  }
}

static void
fill_random (GRand *random, MskSeal *seal)
{
  seal->meeting_id = g_rand_int_range (random, 0, 1000000000);
  seal->sequence = 1 + (gint64) g_rand_double_range (random, 0, 99999999999999.0);
  seal->mac = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
  for (guint i = 0; i < MSK_SEAL_HASH_SIZE; i++)
    seal->hash[i] = (guchar) g_rand_int_range (random, 0, 256);
}

static void
test_what_is_written_reads_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 20000; round++)
    {
      char code[MSK_SEAL_LENGTH + 1];
      MskSeal seal;

      fill_random (random, &seal);
      msk_seal_write (&seal, code);
      g_assert_cmpuint (strspn (code, "0123456789"), ==, MSK_SEAL_LENGTH);
      assert_parses (code, &seal);
    }
}

/* A changed digit makes the code foreign, or changes what was read: never nothing. */
static void
test_every_changed_digit_shows (void)
{
  MskSeal genuine;

  fill_genuine (&genuine);
  for (guint at = 0; at < MSK_SEAL_LENGTH; at++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *changed = g_strdup (GENUINE);
        MskSeal seal = { 0 };

        if (GENUINE[at] == digit)
          continue;
        changed[at] = digit;
        if (!msk_seal_parse (changed, &seal, NULL))
          {
            assert_refused (changed, MSK_RULE_ERROR_FOREIGN_CODE);
            continue;
          }
        g_assert_cmpint (seal.meeting_id != genuine.meeting_id, ==, at >= 2 && at < 11);
        g_assert_cmpint (seal.sequence != genuine.sequence, ==, at >= 11 && at < 25);
        g_assert_cmpint (memcmp (seal.hash, genuine.hash, MSK_SEAL_HASH_SIZE) != 0, ==,
                         at >= 25 && at < 105);
        g_assert_cmpint (seal.mac != genuine.mac, ==, at >= 105);
      }
}

static void
test_every_length (void)
{
  for (gsize length = 0; length <= 2 * MSK_SEAL_LENGTH; length++)
    {
      g_autofree char *code = g_strndup (GENUINE GENUINE, length);

      if (length == MSK_SEAL_LENGTH)
        continue;
      assert_refused (code, length < 2 ? MSK_RULE_ERROR_FOREIGN_CODE : MSK_RULE_ERROR_CUT_CODE);
    }
}

static void
test_anything_else_is_foreign (void)
{
  static const char *const codes[] = {
    "",
    " ",
    "seal",
    "1",
    "11123456789001201234567890123456789",
    "25000",
    "１５０００",
    "15+0000000700000000001234",
    GENUINE "x",
    "\xff",
  };
  g_autofree char *word = g_strdup (GENUINE);
  g_autofree char *mac = g_strdup (GENUINE);
  g_autofree char *first = g_strdup (GENUINE);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    assert_refused (codes[i], MSK_RULE_ERROR_FOREIGN_CODE);

  memcpy (word + 45, WORD_BEYOND, strlen (WORD_BEYOND));
  assert_refused (word, MSK_RULE_ERROR_FOREIGN_CODE);
  memcpy (mac + MSK_SEAL_BODY_LENGTH, WORD_BEYOND, strlen (WORD_BEYOND));
  assert_refused (mac, MSK_RULE_ERROR_FOREIGN_CODE);
  memcpy (first + 11, "00000000000000", 14);
  assert_refused (first, MSK_RULE_ERROR_FOREIGN_CODE);
}

/* At the desk a seal is no cut tag, and its reader says what it is. */
static void
test_a_seal_is_no_tag (void)
{
  g_autoptr(GError) error = NULL;
  MskTag tag;

  g_assert_false (msk_tag_parse (GENUINE, &tag, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE);
  g_assert_nonnull (strstr (error->message, "seal"));
  g_assert_false (msk_tag_parse ("15000000007", &tag, NULL));
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/seal/test-vector", test_vector);
  g_test_add_func ("/core/seal/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/core/seal/every-changed-digit-shows", test_every_changed_digit_shows);
  g_test_add_func ("/core/seal/every-length-but-one-is-cut", test_every_length);
  g_test_add_func ("/core/seal/anything-else-is-foreign", test_anything_else_is_foreign);
  g_test_add_func ("/core/seal/a-seal-is-no-tag", test_a_seal_is_no_tag);
  return g_test_run ();
}
