/* Runs of the printer: how their blind counts stand, and when their figures may be told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-run.h"

#include "test-start.h"

static void
test_standing (void)
{
  static const struct
  {
    gboolean on_paper;
    guint sent, counts, counted, expected;
    gint64 explained_at;
    MskCountStanding standing;
    gboolean may_tell, is_settled;
  } cases[] = {
    { TRUE, 0, 0, 0, 0, 0, MSK_COUNT_NOT_NEEDED, FALSE, TRUE },
    { FALSE, 3, 0, 0, 0, 0, MSK_COUNT_NOT_NEEDED, FALSE, TRUE },
    { TRUE, 3, 0, 0, 0, 0, MSK_COUNT_WAITING, FALSE, FALSE },
    { TRUE, 3, 1, 9, 9, 0, MSK_COUNT_AGREED, TRUE, TRUE },
    { TRUE, 3, 1, 8, 9, 0, MSK_COUNT_AGAIN, FALSE, FALSE },
    { TRUE, 3, 2, 8, 9, 0, MSK_COUNT_AGAIN, FALSE, FALSE },
    { TRUE, 3, 3, 8, 9, 0, MSK_COUNT_OPEN, TRUE, FALSE },
    { TRUE, 3, 9, 8, 9, 0, MSK_COUNT_OPEN, TRUE, FALSE },
    { TRUE, 3, 3, 8, 9, 5, MSK_COUNT_EXPLAINED, TRUE, TRUE },
    { TRUE, 3, 4, 9, 9, 5, MSK_COUNT_AGREED, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPrintRun) run = msk_print_run_new ();

      run->on_paper = cases[i].on_paper;
      run->sent = cases[i].sent;
      run->counts = cases[i].counts;
      run->counted = cases[i].counted;
      run->expected = cases[i].expected;
      run->explained_at = cases[i].explained_at;
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (msk_print_run_get_standing (run), ==, cases[i].standing);
      g_assert_cmpint (msk_print_run_may_tell (run), ==, cases[i].may_tell);
      g_assert_cmpint (msk_print_run_is_settled (run), ==, cases[i].is_settled);
    }
}

/* What nobody has asked about may come yet; a folder keeps nothing to print later. */
static void
test_may_still_print (void)
{
  static const gboolean may[] = {
    [MSK_SPOOL_UNKNOWN] = TRUE,
    [MSK_SPOOL_EMPTY] = FALSE,
    [MSK_SPOOL_LEFT] = TRUE,
    [MSK_SPOOL_NO_JOB] = FALSE,
  };
  g_autoptr(MskPrintRun) run = msk_print_run_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (may); i++)
    {
      run->spool = (MskSpool) i;
      run->on_paper = TRUE;
      g_assert_cmpint (msk_print_run_may_still_print (run), ==, may[i]);
      run->on_paper = FALSE;
      g_assert_false (msk_print_run_may_still_print (run));
    }
}

static void
test_sheets (void)
{
  g_assert_cmpuint (msk_print_run_count_sheets (5, FALSE), ==, 5);
  g_assert_cmpuint (msk_print_run_count_sheets (5, TRUE), ==, 3);
  g_assert_cmpuint (msk_print_run_count_sheets (4, TRUE), ==, 2);
  g_assert_cmpuint (msk_print_run_count_sheets (1, TRUE), ==, 1);
  g_assert_cmpuint (msk_print_run_count_sheets (G_MAXUINT, TRUE), ==, G_MAXUINT / 2 + 1);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/print-run/may-still-print-until-somebody-asked", test_may_still_print);
  g_test_add_func ("/core/print-run/how-its-count-stands", test_standing);
  g_test_add_func ("/core/print-run/sheets-of-a-copy", test_sheets);

  return g_test_run ();
}
