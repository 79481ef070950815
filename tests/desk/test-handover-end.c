/* What the end of a handover (K1) leaves on record of a stock that differs from the register (I1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"
#include "msk-incident-desk.h"

#include "incident-test.h"

/* The first handover of the desk: these copies are found, and a figure is given for what is left.
 */
static void
count (DeskTest *test, guint first, guint last, const MskStockFigure *figures, guint n_figures)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskHandoverScan) scan = NULL;
  gint64 id;

  g_assert_true (msk_handover_desk_start (test->session, MSK_HANDOVER_DESK, &id, &error));
  g_assert_cmpint (id, ==, 1);
  scan = msk_handover_scan_new (test->session, 1);
  for (guint number = first; number <= last; number++)
    {
      g_autoptr(MskVerdict) verdict =
                     msk_handover_scan_choose (scan, MSK_STOCK_COPY, number, &error);

      g_assert_no_error (error);
    }
  for (guint i = 0; i < n_figures; i++)
    g_assert_true (msk_handover_desk_set_figure (test->session, 1, &figures[i], &error));
  g_assert_true (msk_handover_desk_compare (test->session, 1, &error));
  g_assert_no_error (error);
}

/* Every difference gets an answer; the one of this subject, if any, becomes an incident by it. */
static void
explain (DeskTest *test, const char *incident_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = msk_handover_desk_list_discrepancies (test->session, 1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *found = g_ptr_array_index (all, i);
      g_autofree char *subject = msk_stock_dup_subject (found->stock, found->number);

      g_assert_true (msk_handover_desk_explain (test->session, 1, found->id, "在保密柜中",
                                                g_strcmp0 (subject, incident_of) == 0, NULL,
                                                &error));
      g_assert_no_error (error);
    }
}

/* Gives the incident that this opened, or 0. */
static gint64
end (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) incoming =
                 msk_cosigner_sign_in (test->session, DESK_TEST_SECOND_CLERK, DESK_TEST_PASSPHRASE,
                                       MSK_ACT_HANDOVER_END, &error);
  gint64 incident = -1;

  g_assert_no_error (error);
  g_assert_true (msk_handover_desk_end (test->session, 1, incoming, &incident, &error));
  g_assert_no_error (error);
  return incident;
}

static void
set_up (DeskTest *test, gconstpointer unused)
{
  desk_test_set_up_inside (test, unused);
  desk_test_add_second_clerk (test);
}

/* Whatever was said of it, what nobody found and what lies here though somebody holds it is on
 * record once; what became an incident by itself is not told again. */
static void
test_differences_are_one_incident (DeskTest *test, gconstpointer unused)
{
  static const MskStockFigure nought = { MSK_STOCK_COPY, PAPER_CONFIDENTIAL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskIncident) incident = NULL;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  count (test, COPY_GOOD, GOOD - 2, &nought, 1);
  explain (test, "copy 000007");
  id = end (test);
  incident_test_assert (test, "stock-differs copy 000007\nstock-differs handover 1\n");
  incident = msk_incident_desk_get (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (incident->text, "000007"));
  g_assert_nonnull (strstr (incident->text, "000008"));
  g_assert_nonnull (strstr (incident->text, "000001"));
  g_assert_nonnull (strstr (incident->text, "8 expected, 0 counted"));
  g_assert_cmpint (incident->level, ==, MSK_LEVEL_SECRET);
}

/* Its level is that of what is missing. */
static void
test_carrier_is_missed (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft disk = { MSK_CARRIER_DISK, MSK_LEVEL_TOP_SECRET, "光盘", 0,
                                        "会务组" };
  static const MskStockFigure figure = { MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskIncident) incident = NULL;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &disk, 1, &error), ==, 1);
  g_assert_no_error (error);
  count (test, COPY_GOOD, GOOD, &figure, 1);
  explain (test, NULL);
  incident = msk_incident_desk_get (test->session, end (test), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (incident->text, "0001"));
  g_assert_cmpint (incident->level, ==, MSK_LEVEL_TOP_SECRET);
}

/* Neither what agrees nor a device that differs. */
static void
test_agreement_is_no_incident (DeskTest *test, gconstpointer unused)
{
  static const MskStockFigure figures[] = { { MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD },
                                            { MSK_STOCK_DEVICE, 0, 3 } };

  count (test, COPY_GOOD, GOOD, figures, G_N_ELEMENTS (figures));
  explain (test, NULL);
  g_assert_cmpint (end (test), ==, 0);
  incident_test_assert (test, "");
}

static void
test_explanation_says_something (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;

  count (test, COPY_GOOD, GOOD - 1, NULL, 0);
  all = msk_handover_desk_list_discrepancies (test->session, 1, &error);
  g_assert_no_error (error);
  g_assert_false (msk_handover_desk_explain (test->session, 1,
                                             ((MskDiscrepancy *) g_ptr_array_index (all, 0))->id,
                                             " … .", FALSE, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/handover-end/" name, DeskTest, NULL, set_up, function, desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("differences-are-one-incident", test_differences_are_one_incident);
  ADD ("a-carrier-is-missed", test_carrier_is_missed);
  ADD ("agreement-is-no-incident", test_agreement_is_no_incident);
  ADD ("an-explanation-says-something", test_explanation_says_something);

  return desk_test_run ();
}
