/* Schemes of marks: what is read, what is refused, and how far the security officer may go.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scheme.h"

#include "msk-error.h"

#include "test-start.h"

#define C MSK_LEVEL_CONFIDENTIAL
#define S MSK_LEVEL_SECRET
#define T MSK_LEVEL_TOP_SECRET

/* The built-in text with one piece exchanged. */
static char *
dup_changed (const char *from, const char *to)
{
  g_autoptr(MskScheme) scheme = msk_scheme_load ("chinese", NULL);
  GString *text = g_string_new (scheme->text);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_string_free (text, FALSE);
}

static void
test_built_in (void)
{
  static const guint years[] = { [C] = 10, [S] = 20, [T] = 30 };
  static const char *const words[2][4] = { { NULL, "秘密", "机密", "绝密" },
                                           { NULL, "CONFIDENTIAL", "SECRET", "TOP SECRET" } };
  const char *const *names = msk_scheme_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskScheme) scheme = msk_scheme_load (names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (scheme->name, ==, names[i]);
      for (MskLevel level = C; level <= T; level++)
        {
          g_assert_cmpstr (msk_scheme_get_word (scheme, level), ==, words[i][level]);
          g_assert_cmpuint (scheme->levels[level].years, ==, years[level]);
          g_assert_cmpint (scheme->levels[level].unlimited, ==, level == T);
          g_assert_cmpint (scheme->levels[level].authority, ==,
                           level == T ? MSK_AUTHORITY_ORIGINATOR : MSK_AUTHORITY_COUNTY_LEADER);
        }
    }
  g_assert_cmpstr (names[0], ==, "chinese");
}

static void
test_unknown_name (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_scheme_load ("../schemes/chinese", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

/* Nothing is guessed: an entry that is missing, unknown or out of its bounds. */
static void
test_damaged_is_refused (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *entry;
  } cases[] = {
    { "name=chinese\n", "", "scheme/name" },
    { "label=Chinese marks\n", "", "scheme/label" },
    { "format={word}★{period}", "format={word}★", "mark/format" },
    { "format={word}★{period}", "format={word}{word}★{period}", "mark/format" },
    { "ceiling={word}★", "ceiling=★", "mark/ceiling" },
    { "years={n}年", "years=年", "period/years" },
    { "date={year}年", "date=", "period/date" },
    { "unlimited=长期", "unlimited=", "period/unlimited" },
    { "condition-ends=前;后;时", "condition-ends=前;;时", "period/condition-ends" },
    { "condition-begins=\n", "", "period/condition-begins" },
    { "urgent=加急", "urgent=", "urgency/urgent" },
    { "page=第 {page} 页", "page=第页", "copy/page" },
    { "copy=\n", "copy=Copy {number}\n", "copy/copy" },
    { "word=绝密", "word=机密", "top-secret/word" },
    { "word=绝密", "word=", "top-secret/word" },
    { "years=30\n", "years=31\n", "top-secret/years" },
    { "years=30\n", "years=0\n", "top-secret/years" },
    { "years=30\n", "years=-1\n", "top-secret/years" },
    { "years=30\n", "years=30x\n", "top-secret/years" },
    { "years=30\n", "years=30\nyaers=20\n", "top-secret/yaers" },
    { "longest=30\n", "longest=101\n", "top-secret/longest" },
    { "unlimited=true", "unlimited=maybe", "top-secret/unlimited" },
    { "authority=originator\n", "authority=anybody\n", "top-secret/authority" },
    { "authority=originator\n", "authority=unit-leader\n", "top-secret/authority" },
    { "[secret]", "[sacred]", "secret/word" },
    { "[copy]\n", "[copy]\nurgency=1\n", "copy/urgency" },
    { "word=绝密", "word=绝\xff密", "scheme/name" },
    { "[scheme]", "scheme", "scheme/name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dup_changed (cases[i].from, cases[i].to);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (msk_scheme_parse (text, -1, &error));
      g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, cases[i].entry));
    }
}

/* What a register keeps is read back as what it was. */
static void
test_adjusted_reads_back (void)
{
  g_autoptr(MskScheme) scheme = msk_scheme_load ("chinese", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScheme) adjusted =
                 msk_scheme_adjust (scheme, S, 5, MSK_AUTHORITY_UNIT_LEADER, &error);
  g_autoptr(MskScheme) again = NULL;

  g_assert_no_error (error);
  again = msk_scheme_parse (adjusted->text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->levels[S].years, ==, 5);
  g_assert_cmpuint (again->levels[S].longest, ==, 20);
  g_assert_cmpint (again->levels[S].authority, ==, MSK_AUTHORITY_UNIT_LEADER);
  g_assert_cmpuint (again->levels[T].years, ==, 30);
  g_assert_cmpint (scheme->levels[S].authority, ==, MSK_AUTHORITY_COUNTY_LEADER);
}

static void
test_adjusting_keeps_to_the_bounds (void)
{
  static const struct
  {
    MskLevel level;
    guint years;
    MskAuthority authority;
    gboolean allowed;
  } cases[] = {
    { T, 1, MSK_AUTHORITY_ORIGINATOR, TRUE },
    { T, 30, MSK_AUTHORITY_ORIGINATOR_OR_SUPERIOR, TRUE },
    { T, 31, MSK_AUTHORITY_ORIGINATOR, FALSE },
    { T, 0, MSK_AUTHORITY_ORIGINATOR, FALSE },
    { T, 30, MSK_AUTHORITY_COUNTY_LEADER, FALSE },
    { T, 30, MSK_AUTHORITY_UNIT_LEADER, FALSE },
    { S, 21, MSK_AUTHORITY_COUNTY_LEADER, FALSE },
    { S, 20, MSK_AUTHORITY_UNIT_LEADER, TRUE },
    { C, 10, MSK_AUTHORITY_ORIGINATOR, TRUE },
    { C, 11, MSK_AUTHORITY_ORIGINATOR, FALSE },
  };
  g_autoptr(MskScheme) scheme = msk_scheme_load ("chinese", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskScheme) adjusted = msk_scheme_adjust (scheme, cases[i].level, cases[i].years,
                                                          cases[i].authority, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (adjusted != NULL, ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/scheme/built-in", test_built_in);
  g_test_add_func ("/core/scheme/unknown-name", test_unknown_name);
  g_test_add_func ("/core/scheme/damaged-is-refused", test_damaged_is_refused);
  g_test_add_func ("/core/scheme/adjusted-reads-back", test_adjusted_reads_back);
  g_test_add_func ("/core/scheme/adjusting-keeps-to-the-bounds",
                   test_adjusting_keeps_to_the_bounds);

  return g_test_run ();
}
