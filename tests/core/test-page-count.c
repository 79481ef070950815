/* Pages that are counted when something comes back: what a count may be, what it comes to, and what
 * is told of it. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-paper.h"

#include "test-start.h"

static void
test_what_a_count_comes_to (void)
{
  static const struct
  {
    guint due;
    guint pages;
    guint last;
    guint again;
    MskCountOutcome outcome;
  } rows[] = {
    { 3, 3, 0, 0, MSK_COUNT_OUTCOME_WHOLE },
    { 3, 3, 2, 1, MSK_COUNT_OUTCOME_WHOLE },
    { 3, 3, 4, 2, MSK_COUNT_OUTCOME_WHOLE },
    { 3, 2, 0, 0, MSK_COUNT_OUTCOME_AGAIN },
    { 3, 4, 0, 0, MSK_COUNT_OUTCOME_AGAIN },
    { 3, 2, 1, 1, MSK_COUNT_OUTCOME_AGAIN },
    { 3, 4, 2, 1, MSK_COUNT_OUTCOME_AGAIN },
    { 3, 2, 4, 1, MSK_COUNT_OUTCOME_AGAIN },
    { 3, 2, 2, 1, MSK_COUNT_OUTCOME_PART },
    { 3, 1, 1, 2, MSK_COUNT_OUTCOME_PART },
    { 3, 4, 4, 1, MSK_COUNT_OUTCOME_SURPLUS },
    { 1, 1, 0, 0, MSK_COUNT_OUTCOME_WHOLE },
    { 1, 2, 2, 1, MSK_COUNT_OUTCOME_SURPLUS },
    /* Whoever tries one number after another comes to an end. */
    { 3, 2, 1, 2, MSK_COUNT_OUTCOME_PART },
    { 3, 5, 4, 2, MSK_COUNT_OUTCOME_SURPLUS },
    { 3, 1, 4, 3, MSK_COUNT_OUTCOME_PART },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (msk_page_count_judge (rows[i].due, rows[i].pages, rows[i].last,
                                             rows[i].again),
                       ==, rows[i].outcome);
    }
}

static void
test_what_a_count_may_be (void)
{
  static const struct
  {
    MskPageCount count;
    gboolean sound;
  } rows[] = {
    { { 1, MSK_CONDITION_WHOLE, "" }, TRUE },
    { { 1, MSK_CONDITION_WHOLE, "有茶渍" }, TRUE },
    { { MSK_PAGE_COUNT_MAX, MSK_CONDITION_WHOLE, "" }, TRUE },
    { { 0, MSK_CONDITION_WHOLE, "" }, FALSE },
    { { MSK_PAGE_COUNT_MAX + 1, MSK_CONDITION_WHOLE, "" }, FALSE },
    { { 3, MSK_CONDITION_TORN, "第 3 页" }, TRUE },
    { { 3, MSK_CONDITION_TORN, "" }, FALSE },
    { { 3, MSK_CONDITION_DAMAGED, "" }, FALSE },
    { { 3, MSK_CONDITION_WRITTEN_ON, "" }, FALSE },
    { { 3, MSK_CONDITION_TAG_UNREADABLE, "" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_cmpint (msk_page_count_check (&rows[i].count, &error), ==, rows[i].sound);
      if (!rows[i].sound)
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

/* Neither tells the number that is due, since the next count is blind. */
static void
test_refusals_tell_no_number (void)
{
  static const MskCountOutcome outcomes[] = { MSK_COUNT_OUTCOME_AGAIN, MSK_COUNT_OUTCOME_SURPLUS };
  static const MskRuleError codes[] = { MSK_RULE_ERROR_COUNT_AGAIN, MSK_RULE_ERROR_PAGES_SURPLUS };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr(GError) error = NULL;

      msk_page_count_set_error (outcomes[i], &error);
      g_assert_error (error, MSK_RULE_ERROR, (int) codes[i]);
      for (const char *c = error->message; *c != '\0'; c++)
        g_assert_false (g_ascii_isdigit (*c));
    }
}

static void
test_words (void)
{
  static const struct
  {
    guint here, pages, due;
    MskCondition condition;
    const char *remark;
    const char *text;
  } rows[] = {
    { 0, 3, 3, MSK_CONDITION_WHOLE, "", "3 pages counted, whole" },
    { 0, 1, 1, MSK_CONDITION_WHOLE, "", "1 page counted, whole" },
    { 0, 2, 3, MSK_CONDITION_TORN, "第 3 页", "2 of 3 pages here, 1 missing, torn: 第 3 页" },
    { 1, 1, 3, MSK_CONDITION_WHOLE, "", "2 of 4 pages here, 2 missing, whole" },
    { 2, 1, 1, MSK_CONDITION_WHOLE, "", "the rest brought, 3 of 3 pages here, whole" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskReturnCount) count = msk_return_count_new ();
      g_autofree char *text = NULL;

      count->here = rows[i].here;
      count->pages = rows[i].pages;
      count->due = rows[i].due;
      count->condition = rows[i].condition;
      count->remark = g_strdup (rows[i].remark);
      text = msk_return_count_dup_text (count);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpuint (msk_return_count_get_missing (count), ==, rows[i].due - rows[i].pages);
    }
}

static void
test_who_asks_for_a_count (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScheme) scheme = msk_scheme_load ("chinese", &error);
  g_autoptr(MskPaper) paper = msk_paper_new ();

  g_assert_no_error (error);
  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      paper->level = level;
      paper->count_rule = MSK_COUNT_RULE_BY_SCHEME;
      g_assert_cmpint (msk_paper_counts_pages (paper, scheme), ==, level == MSK_LEVEL_TOP_SECRET);
      paper->count_rule = MSK_COUNT_RULE_ALWAYS;
      g_assert_true (msk_paper_counts_pages (paper, scheme));
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/page-count/what-a-count-comes-to", test_what_a_count_comes_to);
  g_test_add_func ("/core/page-count/what-a-count-may-be", test_what_a_count_may_be);
  g_test_add_func ("/core/page-count/refusals-tell-no-number", test_refusals_tell_no_number);
  g_test_add_func ("/core/page-count/words", test_words);
  g_test_add_func ("/core/page-count/who-asks-for-a-count", test_who_asks_for_a_count);

  return g_test_run ();
}
