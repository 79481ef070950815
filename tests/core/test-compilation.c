/* Compilations: the highest level and the longest period of their parts (C4).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-compilation.h"

#include "msk-error.h"
#include "msk-ids.h"
#include "msk-period.h"

#include "test-start.h"

#define NOW G_GINT64_CONSTANT (1798761600) /* 2027-01-01 */
#define PARTS_MAX 3

#define C MSK_LEVEL_CONFIDENTIAL
#define S MSK_LEVEL_SECRET
#define T MSK_LEVEL_TOP_SECRET

static MskScheme *scheme;

typedef struct
{
  MskLevel level;
  const char *period;
} Mark;

static GPtrArray *
make_parts (const Mark *marks)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < PARTS_MAX && marks[i].period != NULL; i++)
    {
      MskPaper *part = msk_paper_new ();

      part->level = marks[i].level;
      part->period = g_strdup (marks[i].period);
      g_ptr_array_add (parts, part);
    }

  return parts;
}

static void
test_least_mark (void)
{
  static const struct
  {
    Mark parts[PARTS_MAX];
    Mark least;
  } cases[] = {
    { { { C, "5年" } }, { C, "5年" } },
    { { { C, "5年" }, { S, "3年" } }, { S, "5年" } },
    { { { S, "3年" }, { C, "5年" }, { C, "10年" } }, { S, "10年" } },
    { { { C, "11个月" }, { C, "1年" } }, { C, "1年" } },
    { { { C, "" }, { C, "5年" } }, { C, "" } },
    /* The ceiling of a lower level is a number of years at a higher one. */
    { { { C, "" }, { S, "5年" } }, { S, "10年" } },
    { { { S, "" }, { C, "" } }, { S, "" } },
    { { { T, "长期" }, { C, "" } }, { T, "长期" } },
    { { { T, "1年" }, { S, "" } }, { T, "20年" } },
    { { { C, "2029年1月1日" }, { C, "1年" } }, { C, "2029年1月1日" } },
    { { { C, "2029年1月1日" }, { C, "3年" } }, { C, "3年" } },
    /* A condition is kept while all agree on it; no date can be compared with it. */
    { { { C, "会议开始前" }, { S, "会议开始前" } }, { S, "会议开始前" } },
    { { { C, "会议开始前" }, { C, "1年" } }, { C, "" } },
    { { { C, "会议开始前" }, { S, "1年" } }, { S, "10年" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) parts = make_parts (cases[i].parts);
      g_autofree char *period = NULL;
      MskLevel level;

      g_test_message ("case %u", i);
      msk_compilation_compute (scheme, parts, NOW, &level, &period);
      g_assert_cmpint (level, ==, cases[i].least.level);
      g_assert_cmpstr (period, ==, cases[i].least.period);
      g_assert_true (msk_compilation_check (scheme, parts, NOW, level, period, NULL));
    }
}

static void
test_below_its_parts (void)
{
  static const struct
  {
    Mark parts[PARTS_MAX];
    Mark compilation;
    gboolean allowed;
  } cases[] = {
    { { { S, "5年" }, { C, "10年" } }, { C, "10年" }, FALSE },
    { { { S, "5年" }, { C, "10年" } }, { S, "9年" }, FALSE },
    { { { S, "5年" }, { C, "10年" } }, { S, "10年" }, TRUE },
    { { { S, "5年" }, { C, "10年" } }, { T, "" }, TRUE },
    { { { S, "5年" } }, { S, "会议开始前" }, FALSE },
    { { { S, "会议开始前" } }, { S, "19年" }, FALSE },
    { { { S, "会议开始前" } }, { S, "" }, TRUE },
    { { { T, "长期" } }, { T, "" }, FALSE },
    { { { C, "2029年1月1日" } }, { C, "23个月" }, FALSE },
    { { { C, "2029年1月1日" } }, { C, "2年" }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) parts = make_parts (cases[i].parts);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_compilation_check (scheme, parts, NOW, cases[i].compilation.level,
                                              cases[i].compilation.period, &error),
                       ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_ITS_PARTS);
    }
}

/* The refusal says which mark would do. */
static void
test_refusal_names_the_mark (void)
{
  const Mark marks[PARTS_MAX] = { { S, "5年" }, { C, "" } };
  g_autoptr(GPtrArray) parts = make_parts (marks);
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_compilation_check (scheme, parts, NOW, C, "", &error));
  g_assert_nonnull (strstr (error->message, "机密★10年"));
}

static void
test_ids (void)
{
  g_autoptr(GArray) ids = msk_ids_parse ("7,3,12,3");
  g_autofree char *text = msk_ids_dup_text (ids);
  g_autofree char *none = msk_ids_dup_text (NULL);
  g_autoptr(GArray) empty = msk_ids_parse ("");

  g_assert_cmpstr (text, ==, "3,7,12");
  g_assert_cmpstr (none, ==, "none");
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_true (msk_ids_contain (ids, 7));
  g_assert_false (msk_ids_contain (ids, 8));
  g_assert_null (msk_ids_dup_sorted (NULL));
}

int
main (int argc, char **argv)
{
  int status;

  test_start (&argc, &argv);
  scheme = msk_scheme_load ("chinese", NULL);

  g_test_add_func ("/core/compilation/takes-the-highest-and-the-longest", test_least_mark);
  g_test_add_func ("/core/compilation/is-refused-below-its-parts", test_below_its_parts);
  g_test_add_func ("/core/compilation/refusal-names-the-mark", test_refusal_names_the_mark);
  g_test_add_func ("/core/compilation/lists-of-ids-are-sorted-and-unique", test_ids);

  status = g_test_run ();
  g_assert_finalize_object (scheme);
  return status;
}
