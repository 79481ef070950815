/* The balance: when it holds, when it does not, and how it is said.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-balance.h"

#include "test-start.h"

/* Thirty copies of which every state has some. */
static const MskBalance example = {
  .approved = 30,
  .allocated = 35,
  .counts = {
    [MSK_COPY_PRINTING] = 1,
    [MSK_COPY_IN_STORE] = 7,
    [MSK_COPY_HELD] = 9,
    [MSK_COPY_AWAY] = 2,
    [MSK_COPY_RETURNED] = 5,
    [MSK_COPY_SPOILED] = 3,
    [MSK_COPY_VOID] = 1,
    [MSK_COPY_DESTROYED] = 4,
    [MSK_COPY_MISSING] = 1,
    [MSK_COPY_WITH_ORIGINATOR] = 2,
  },
  .good = 30,
  .spoiled_sets = 4,
};

static void
test_holds (void)
{
  const MskBalance nothing = { 0 };

  g_assert_true (msk_balance_holds (&example));
  g_assert_true (msk_balance_holds (&nothing));
}

static void
test_one_copy_more_or_less_in_any_state_shows (void)
{
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      MskBalance more = example;
      MskBalance less = example;

      more.counts[state]++;
      less.counts[state]--;
      g_assert_false (msk_balance_holds (&more));
      g_assert_false (msk_balance_holds (&less));
    }
}

static void
test_one_number_more_or_less_allocated_shows (void)
{
  MskBalance more = example;
  MskBalance less = example;

  more.allocated++;
  less.allocated--;
  g_assert_false (msk_balance_holds (&more));
  g_assert_false (msk_balance_holds (&less));
}

static void
test_a_copy_that_moves_keeps_it (void)
{
  for (guint from = 0; from < MSK_COPY_N_STATES; from++)
    for (guint to = 0; to < MSK_COPY_N_STATES; to++)
      {
        MskBalance moved = example;

        moved.counts[from]--;
        moved.counts[to]++;
        g_assert_true (msk_balance_holds (&moved));
      }
}

static void
test_more_good_than_approved_shows (void)
{
  MskBalance balance = example;

  balance.good = balance.approved;
  g_assert_true (msk_balance_holds (&balance));
  balance.good++;
  g_assert_false (msk_balance_holds (&balance));
}

/* Counts so large that their sum would wrap to what is allocated. */
static void
test_sum_does_not_wrap (void)
{
  MskBalance balance = { .allocated = 1,
                         .counts = { [MSK_COPY_IN_STORE] = G_MAXUINT, [MSK_COPY_HELD] = 2 } };

  g_assert_false (msk_balance_holds (&balance));
}

static void
test_add (void)
{
  MskBalance total = { 0 };
  MskBalance broken = example;

  msk_balance_add (&total, &example);
  msk_balance_add (&total, &example);

  g_assert_cmpuint (total.approved, ==, 2 * example.approved);
  g_assert_cmpuint (total.allocated, ==, 2 * example.allocated);
  g_assert_cmpuint (total.good, ==, 2 * example.good);
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    g_assert_cmpuint (total.counts[state], ==, 2 * example.counts[state]);
  g_assert_true (msk_balance_holds (&total));

  broken.allocated++;
  msk_balance_add (&total, &broken);
  g_assert_false (msk_balance_holds (&total));
}

static void
test_text (void)
{
  const MskBalance nothing = { 0 };
  const MskBalance one = { .approved = 1, .allocated = 1, .counts = { [MSK_COPY_VOID] = 1 } };
  MskBalance broken = example;
  g_autofree char *text = msk_balance_dup_text (&example);
  g_autofree char *empty = msk_balance_dup_text (&nothing);
  g_autofree char *single = msk_balance_dup_text (&one);
  g_autofree char *red = NULL;

  g_assert_cmpstr (text, ==,
                   "35 numbers allocated = 1 being printed + 7 in store + 9 held + 2 away by "
                   "permit + 5 returned + "
                   "3 spoiled + 1 void + 4 destroyed + 1 missing + 2 back with its originator; 4 "
                   "sets of spoiled sheets to destroy");
  g_assert_cmpstr (empty, ==, "0 numbers allocated");
  g_assert_cmpstr (single, ==, "1 number allocated = 1 void");

  broken.counts[MSK_COPY_AWAY] = 0;
  red = msk_balance_dup_text (&broken);
  g_assert_cmpstr (red, ==,
                   "35 numbers allocated = 1 being printed + 7 in store + 9 held + 5 returned + 3 "
                   "spoiled + 1 void + "
                   "4 destroyed + 1 missing + 2 back with its originator; 4 sets of spoiled sheets "
                   "to destroy — does not hold");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/balance/holds", test_holds);
  g_test_add_func ("/core/balance/one-copy-more-or-less-in-any-state-shows",
                   test_one_copy_more_or_less_in_any_state_shows);
  g_test_add_func ("/core/balance/one-number-more-or-less-allocated-shows",
                   test_one_number_more_or_less_allocated_shows);
  g_test_add_func ("/core/balance/a-copy-that-moves-keeps-it", test_a_copy_that_moves_keeps_it);
  g_test_add_func ("/core/balance/more-good-than-approved-shows",
                   test_more_good_than_approved_shows);
  g_test_add_func ("/core/balance/sum-does-not-wrap", test_sum_does_not_wrap);
  g_test_add_func ("/core/balance/add", test_add);
  g_test_add_func ("/core/balance/text", test_text);

  return g_test_run ();
}
