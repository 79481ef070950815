/* Levels: how they are read, how they compare, what stands on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-level.h"

#include "test-start.h"

#define NONE 0

typedef struct
{
  const char *text;
  int level;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "秘密", MSK_LEVEL_CONFIDENTIAL },
  { "机密", MSK_LEVEL_SECRET },
  { "绝密", MSK_LEVEL_TOP_SECRET },
  { "秘密级", MSK_LEVEL_CONFIDENTIAL },
  { "机密级", MSK_LEVEL_SECRET },
  { "绝密级", MSK_LEVEL_TOP_SECRET },
  { "  机密\t", MSK_LEVEL_SECRET },
  { " 机密级\r\n", MSK_LEVEL_SECRET },
  { "confidential", MSK_LEVEL_CONFIDENTIAL },
  { "Confidential", MSK_LEVEL_CONFIDENTIAL },
  { "secret", MSK_LEVEL_SECRET },
  { "Secret", MSK_LEVEL_SECRET },
  { "SECRET", MSK_LEVEL_SECRET },
  { "top-secret", MSK_LEVEL_TOP_SECRET },
  { "Top Secret", MSK_LEVEL_TOP_SECRET },
  { "TOP_SECRET", MSK_LEVEL_TOP_SECRET },
  { "top secret", MSK_LEVEL_TOP_SECRET },
  { "机密 Secret", MSK_LEVEL_SECRET },
  { "绝密 Top Secret", MSK_LEVEL_TOP_SECRET },
  { "绝密 Secret", NONE },
  { "", NONE },
  { " ", NONE },
  { "级", NONE },
  { "密", NONE },
  { "秘", NONE },
  { "内部", NONE },
  { "公开", NONE },
  { "机密级级", NONE },
  { "绝机密", NONE },
  { "机密绝密", NONE },
  { "秘密★10年", NONE },
  { "机 密", NONE },
  { "机密,绝密", NONE },
  { "top", NONE },
  { "topsecret", NONE },
  { "top  secret", NONE },
  { "secre", NONE },
  { "secrets", NONE },
  { "unclassified", NONE },
  { "1", NONE },
  { "3", NONE },
  { "机密\n绝密", NONE },
  { "\xe6\x9c", NONE },
  { "\xff", NONE },
  { "MSK_LEVEL_SECRET", NONE },
};

static void
test_reads_what_offices_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *each = &parse_cases[i];
      MskLevel level = (MskLevel) 99;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_level_parse (each->text, &level), ==, each->level != NONE);
      g_assert_cmpint ((int) level, ==, each->level != NONE ? each->level : 99);
    }
}

static void
test_labels (void)
{
  static const char *const labels[] = { "秘密 Confidential", "机密 Secret", "绝密 Top Secret" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      MskLevel level = (MskLevel) (MSK_LEVEL_CONFIDENTIAL + i);

      g_assert_cmpstr (msk_level_get_label (level), ==, labels[i]);
    }
}

/* The numbers are in registers, so they stay; and everything compares them. */
static void
test_order (void)
{
  g_assert_cmpint (MSK_LEVEL_CONFIDENTIAL, ==, 1);
  g_assert_cmpint (MSK_LEVEL_SECRET, ==, 2);
  g_assert_cmpint (MSK_LEVEL_TOP_SECRET, ==, 3);
}

static void
test_value_outside_is_a_mistake (void)
{
  static const int outside[] = { 0, 4, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      expect_critical ();
      g_assert_cmpstr (msk_level_get_label ((MskLevel) outside[i]), ==, "");
      g_test_assert_expected_messages ();
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/level/reads-what-offices-write", test_reads_what_offices_write);
  g_test_add_func ("/core/level/labels", test_labels);
  g_test_add_func ("/core/level/order", test_order);
  g_test_add_func ("/core/level/value-outside-is-a-mistake", test_value_outside_is_a_mistake);

  return g_test_run ();
}
