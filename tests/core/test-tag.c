/* The tag: what is written, what is read, and every way in which a code can be wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag.h"

#include "msk-error.h"

#include "test-start.h"

/* Copy page, serial 123456789, page 12, MAC 01234567890123456789. */
#define GENUINE "11123456789001201234567890123456789"
#define MAC_MAX "18446744073709551615"
#define SEED 35

typedef struct
{
  MskTag tag;
  const char *code;
} Vector;

static const Vector vectors[] = {
  { { MSK_TAG_KIND_COPY, 1, 1, 0 }, "11000000001000100000000000000000000" },
  { { MSK_TAG_KIND_COPY, 123456789, 12, G_GUINT64_CONSTANT (1234567890123456789) }, GENUINE },
  { { MSK_TAG_KIND_BADGE, 999999999, 9999, G_MAXUINT64 }, "12999999999999918446744073709551615" },
  { { MSK_TAG_KIND_CARRIER, 42, 1, 1 }, "13000000042000100000000000000000001" },
  { { MSK_TAG_KIND_DEPOSIT, 100000000, 1000, 10 }, "14100000000100000000000000000000010" },
  { { MSK_TAG_KIND_SEAL, 7, 30, G_GUINT64_CONSTANT (9223372036854775808) },
    "15000000007003009223372036854775808" },
};

static void
assert_parses (const char *code, const MskTag *expected)
{
  g_autoptr(GError) error = NULL;
  MskTag tag = { 0 };

  g_assert_true (msk_tag_parse (code, &tag, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tag.kind, ==, expected->kind);
  g_assert_cmpint (tag.serial, ==, expected->serial);
  g_assert_cmpuint (tag.page, ==, expected->page);
  g_assert_cmpuint (tag.mac, ==, expected->mac);
}

static void
assert_refused (const char *code, MskRuleError reason)
{
  g_autoptr(GError) error = NULL;
  MskTag tag = { MSK_TAG_KIND_SEAL, 77, 88, 99 };

  g_assert_false (msk_tag_parse (code, &tag, &error));
  g_assert_error (error, MSK_RULE_ERROR, (int) reason);
  g_assert_cmpint (tag.kind, ==, MSK_TAG_KIND_SEAL);
  g_assert_cmpint (tag.serial, ==, 77);
  g_assert_cmpuint (tag.page, ==, 88);
  g_assert_cmpuint (tag.mac, ==, 99);
  g_assert_false (msk_tag_parse (code, &tag, NULL));
}

static void
fill_random (GRand *random, MskTag *tag)
{
  tag->kind = (MskTagKind) g_rand_int_range (random, MSK_TAG_KIND_COPY, MSK_TAG_KIND_SEAL + 1);
  tag->serial = g_rand_int_range (random, 1, (gint32) MSK_TAG_SERIAL_MAX);
  tag->page = (guint) g_rand_int_range (random, 1, MSK_TAG_PAGE_MAX + 1);
  tag->mac = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
}

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      char body[MSK_TAG_BODY_LENGTH + 1];
      char code[MSK_TAG_LENGTH + 1];

      msk_tag_write (&vectors[i].tag, code);
      g_assert_cmpstr (code, ==, vectors[i].code);

      msk_tag_write_body (&vectors[i].tag, body);
      g_assert_cmpuint (strlen (body), ==, MSK_TAG_BODY_LENGTH);
      g_assert_true (g_str_has_prefix (vectors[i].code, body));

      assert_parses (vectors[i].code, &vectors[i].tag);
    }
}

static void
test_what_is_written_reads_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 20000; round++)
    {
      char code[MSK_TAG_LENGTH + 1];
      MskTag tag;

      fill_random (random, &tag);
      msk_tag_write (&tag, code);
      g_assert_cmpuint (strspn (code, "0123456789"), ==, MSK_TAG_LENGTH);
      assert_parses (code, &tag);
    }
}

static gboolean
is_form_of_ours (const char *digits)
{
  return g_regex_match_simple ("^1[1-5](?!0{9})[0-9]{9}(?!0{4})[0-9]{24}$", digits,
                               G_REGEX_DOLLAR_ENDONLY, 0) &&
         strcmp (digits + MSK_TAG_BODY_LENGTH, MAC_MAX) <= 0;
}

/* A changed digit either makes the code foreign by form, or changes what the MAC covers, or the
 * MAC: never nothing. */
static void
check_changed_digit (const char *code, const MskTag *genuine, guint at, char digit)
{
  g_autofree char *changed = g_strdup (code);
  MskTag tag;

  changed[at] = digit;
  if (!is_form_of_ours (changed))
    {
      assert_refused (changed, MSK_RULE_ERROR_FOREIGN_CODE);
      return;
    }

  g_assert_true (msk_tag_parse (changed, &tag, NULL));
  g_assert_cmpint (tag.kind != genuine->kind, ==, at == 1);
  g_assert_cmpint (tag.serial != genuine->serial, ==, at >= 2 && at < 11);
  g_assert_cmpint (tag.page != genuine->page, ==, at >= 11 && at < 15);
  g_assert_cmpint (tag.mac != genuine->mac, ==, at >= 15);
}

static void
test_every_changed_digit_shows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (guint at = 0; at < MSK_TAG_LENGTH; at++)
      for (char digit = '0'; digit <= '9'; digit++)
        if (vectors[i].code[at] != digit)
          check_changed_digit (vectors[i].code, &vectors[i].tag, at, digit);
}

static void
test_every_length (void)
{
  static const char ours[] = GENUINE GENUINE;
  static const char theirs[] = "69012345678926901234567892690123456789269012345678926901234567892";

  for (gsize length = 0; length <= 60; length++)
    {
      g_autofree char *like_ours = g_strndup (ours, length);
      g_autofree char *foreign = g_strndup (theirs, length);

      if (length < 2)
        assert_refused (like_ours, MSK_RULE_ERROR_FOREIGN_CODE);
      else if (length == MSK_TAG_LENGTH)
        assert_parses (like_ours, &vectors[1].tag);
      else
        assert_refused (like_ours, MSK_RULE_ERROR_CUT_CODE);

      assert_refused (foreign, MSK_RULE_ERROR_FOREIGN_CODE);
    }
}

static void
test_a_very_long_code_is_refused (void)
{
  g_autofree char *code = g_strnfill (1000000, '1');

  assert_refused (code, MSK_RULE_ERROR_CUT_CODE);
}

static void
test_blanks_do_not_matter (void)
{
  static const char *const codes[] = {
    "11123 45678 90012 01234 56789 01234 56789",
    " 11123456789001201234567890123456789",
    "11123456789001201234567890123456789\r\n",
    "\t11123456789001201234567890123456789\t\n",
    "1 1 1 2 3 4 5 6 7 8 9 0 0 1 2 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9",
    "11123  45678  90012  01234  56789  01234  56789  ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    assert_parses (codes[i], &vectors[1].tag);
}

static void
test_anything_but_digits_is_foreign (void)
{
  static const char *const codes[] = {
    "",
    " ",
    "\r\n",
    "1",
    " 1 ",
    "hello",
    "https://example.org/11123456789001201234567890123456789",
    "A1123456789001201234567890123456789",
    "1112345678900120123456789012345678O",
    "1112345678900120123456789012345678l",
    "11123456789001201234567890123456789x",
    "x11123456789001201234567890123456789",
    "+1123456789001201234567890123456789",
    "11+23456789001201234567890123456789",
    "11-00000001000101234567890123456789",
    "111234567890012+1234567890123456789",
    "111234567890012-1234567890123456789",
    "11123456789001201234567890123456.89",
    "11123-45678-90012-01234-56789-01234-56789",
    "11123,45678,90012,01234,56789,01234,56789",
    "0x123456789001201234567890123456789",
    "１１１２３４５６７８９００１２０１２３４５６７８９０１２３４５６７８９",
    "1112345678900120123456789012345678９",
    "11123　45678　90012　01234　56789　01234　56789",
    "٣1123456789001201234567890123456789",
    "\xff\xfe",
    "11123456789001201234567890123456789\xff",
    "\xe6\x9c",
    "\x1b[A11123456789001201234567890123456789",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_test_message ("case %u", i);
      assert_refused (codes[i], MSK_RULE_ERROR_FOREIGN_CODE);
    }
}

static void
test_wrong_version_or_kind_is_foreign (void)
{
  for (char version = '0'; version <= '9'; version++)
    for (char kind = '0'; kind <= '9'; kind++)
      {
        g_autofree char *code = g_strdup (GENUINE);
        g_autofree char *cut = NULL;
        gboolean ours = version == '1' && kind >= '1' && kind <= '5';
        MskTag tag;

        code[0] = version;
        code[1] = kind;
        cut = g_strndup (code, 20);
        g_assert_cmpint (msk_tag_parse (code, &tag, NULL), ==, ours);
        assert_refused (cut, ours ? MSK_RULE_ERROR_CUT_CODE : MSK_RULE_ERROR_FOREIGN_CODE);
        if (!ours)
          assert_refused (code, MSK_RULE_ERROR_FOREIGN_CODE);
      }
}

static void
test_numbers_out_of_range_are_foreign (void)
{
  assert_refused ("11000000000001201234567890123456789",
                  MSK_RULE_ERROR_FOREIGN_CODE); /* serial 0 */
  assert_refused ("11123456789000001234567890123456789", MSK_RULE_ERROR_FOREIGN_CODE); /* page 0 */
  assert_refused ("11123456789001218446744073709551616",
                  MSK_RULE_ERROR_FOREIGN_CODE); /* MAC 2^64 */
  assert_refused ("11123456789001299999999999999999999", MSK_RULE_ERROR_FOREIGN_CODE);
}

static void
test_groups_are_for_typing (void)
{
  g_autofree char *groups = msk_tag_dup_groups (GENUINE);
  g_autofree char *short_one = msk_tag_dup_groups ("123456");
  g_autofree char *whole = msk_tag_dup_groups ("12345");
  g_autofree char *empty = msk_tag_dup_groups ("");

  g_assert_cmpstr (groups, ==, "11123 45678 90012 01234 56789 01234 56789");
  g_assert_cmpstr (short_one, ==, "12345 6");
  g_assert_cmpstr (whole, ==, "12345");
  g_assert_cmpstr (empty, ==, "");
  assert_parses (groups, &vectors[1].tag);
}

/* What can't be a tag must not reach paper as one: the code is empty, not what lay in memory
 * before. */
static void
test_impossible_tag_writes_nothing (void)
{
  static const MskTag impossible[] = {
    { 0, 1, 1, 0 },
    { 6, 1, 1, 0 },
    { MSK_TAG_KIND_COPY, 0, 1, 0 },
    { MSK_TAG_KIND_COPY, -1, 1, 0 },
    { MSK_TAG_KIND_COPY, MSK_TAG_SERIAL_MAX + 1, 1, 0 },
    { MSK_TAG_KIND_COPY, 1, 0, 0 },
    { MSK_TAG_KIND_COPY, 1, MSK_TAG_PAGE_MAX + 1, 0 },
  };
  char nothing[MSK_TAG_LENGTH + 1] = GENUINE;

  expect_critical ();
  msk_tag_write (NULL, nothing);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (nothing, ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      char code[MSK_TAG_LENGTH + 1] = GENUINE;

      expect_critical ();
      msk_tag_write (&impossible[i], code);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (code, ==, "");
    }
}

static void
mutate (GRand *random, GString *code)
{
  static const char bytes[] = "0123456789 \n\tAx+-\xff\xe7.";
  gssize at = code->len == 0 ? 0 : g_rand_int_range (random, 0, (gint32) code->len);
  char byte = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      g_string_insert_c (code, at, byte);
      break;
    case 1:
      if (code->len > 0)
        g_string_erase (code, at, 1);
      break;
    case 2:
      if (code->len > 0)
        code->str[at] = byte;
      break;
    case 3:
      g_string_truncate (code, (gsize) at);
      break;
    case 4:
      g_string_insert_len (code, at, "00000", 5);
      break;
    default:
      if (code->len > 0)
        code->str[at] = (char) g_rand_int_range (random, '0', '9' + 1);
      break;
    }
}

/* Judges a code a second way, from the words of README.md. */
static gboolean
judge (const char *code, char **digits, MskRuleError *reason)
{
  g_autoptr(GString) stripped = g_string_new (NULL);

  for (const char *c = code; *c != '\0'; c++)
    if (strchr (" \t\n\v\f\r", *c) == NULL)
      g_string_append_c (stripped, *c);

  *reason = MSK_RULE_ERROR_FOREIGN_CODE;
  if (strspn (stripped->str, "0123456789") == stripped->len && stripped->len >= 2 &&
      stripped->str[0] == '1' && strchr ("12345", stripped->str[1]) != NULL &&
      stripped->len != MSK_TAG_LENGTH)
    *reason = MSK_RULE_ERROR_CUT_CODE;

  *digits = g_string_free (g_steal_pointer (&stripped), FALSE);
  return g_utf8_validate (*digits, -1, NULL) && is_form_of_ours (*digits);
}

static void
test_random_mutations (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  guint genuine = 0, cut = 0, foreign = 0;

  for (guint round = 0; round < 100000; round++)
    {
      g_autoptr(GString) code = NULL;
      g_autofree char *digits = NULL;
      char text[MSK_TAG_LENGTH + 1];
      MskRuleError reason;
      MskTag tag;

      fill_random (random, &tag);
      msk_tag_write (&tag, text);
      code = g_string_new (text);
      for (gint32 n = g_rand_int_range (random, 1, 5); n > 0; n--)
        mutate (random, code);

      if (!judge (code->str, &digits, &reason))
        {
          assert_refused (code->str, reason);
          *(reason == MSK_RULE_ERROR_CUT_CODE ? &cut : &foreign) += 1;
          continue;
        }

      g_assert_true (msk_tag_parse (code->str, &tag, NULL));
      msk_tag_write (&tag, text);
      g_assert_cmpstr (text, ==, digits);
      genuine++;
    }

  /* The mutations reach every verdict, or this test would say little. */
  g_test_message ("%u of our form, %u cut, %u foreign", genuine, cut, foreign);
  g_assert_cmpuint (genuine, >, 1000);
  g_assert_cmpuint (cut, >, 1000);
  g_assert_cmpuint (foreign, >, 1000);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/tag/vectors", test_vectors);
  g_test_add_func ("/core/tag/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/core/tag/every-changed-digit-shows", test_every_changed_digit_shows);
  g_test_add_func ("/core/tag/every-length", test_every_length);
  g_test_add_func ("/core/tag/a-very-long-code-is-refused", test_a_very_long_code_is_refused);
  g_test_add_func ("/core/tag/blanks-do-not-matter", test_blanks_do_not_matter);
  g_test_add_func ("/core/tag/anything-but-digits-is-foreign", test_anything_but_digits_is_foreign);
  g_test_add_func ("/core/tag/wrong-version-or-kind-is-foreign",
                   test_wrong_version_or_kind_is_foreign);
  g_test_add_func ("/core/tag/numbers-out-of-range-are-foreign",
                   test_numbers_out_of_range_are_foreign);
  g_test_add_func ("/core/tag/groups-are-for-typing", test_groups_are_for_typing);
  g_test_add_func ("/core/tag/impossible-tag-writes-nothing", test_impossible_tag_writes_nothing);
  g_test_add_func ("/core/tag/random-mutations", test_random_mutations);

  return g_test_run ();
}
