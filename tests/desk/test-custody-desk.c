/* What one person holds, to a named successor (F3): counted piece by piece, and moved as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-custody-desk.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"

#include "desk-test.h"

static char *
dup_name (DeskTest *test, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) attendee = msk_vetting_desk_get (test->session, person, &error);

  g_assert_no_error (error);
  return g_strdup (attendee->name);
}

static gint64
start (DeskTest *test, gint64 giver, gint64 taker)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (msk_custody_desk_start (test->session, giver, taker, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
take (DeskTest *test, gint64 id, guint number)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);
  g_autoptr(MskHandoverScan) scan = msk_handover_scan_new (test->session, id);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_handover_scan_take (scan, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "counted");
}

static void
compare (DeskTest *test, gint64 id, guint discrepancies)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;

  g_assert_true (msk_handover_desk_compare (test->session, id, &error));
  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, discrepancies);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (msk_handover_desk_explain (test->session, id,
                                              ((MskDiscrepancy *) g_ptr_array_index (all, i))->id,
                                              "在其办公室，待取", FALSE, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
end (DeskTest *test, gint64 id, gint64 giver, gint64 taker, GError **error)
{
  g_autofree char *given = dup_name (test, giver);
  g_autofree char *taken = dup_name (test, taker);

  return msk_custody_desk_end (test->session, id, given, taken, error);
}

static void
assert_holder (DeskTest *test, guint number, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (test->session, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = g_ptr_array_index (copies, i);

      if (copy->number != number)
        continue;
      g_assert_cmpint (copy->state, ==, MSK_COPY_HELD);
      g_assert_cmpint (copy->holder_id, ==, person);
    }
}

static void
issue_both (DeskTest *test)
{
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
}

static void
test_passes_as_a_whole (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GBytes) slip = NULL;
  g_autofree char *code = NULL;
  gint64 id;

  issue_both (test);
  id = start (test, PERSON_FIRST, PERSON_SECOND);
  lines = msk_handover_desk_list_stock (test->session, id, &error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (((MskStockLine *) g_ptr_array_index (lines, 0))->number, ==, COPY_GOOD);
  take (test, id, COPY_GOOD);
  take (test, id, OTHER_COPY_GOOD);
  assert_holder (test, COPY_GOOD, PERSON_FIRST);
  compare (test, id, 0);
  g_assert_true (end (test, id, PERSON_FIRST, PERSON_SECOND, &error));
  g_assert_no_error (error);
  assert_holder (test, COPY_GOOD, PERSON_SECOND);
  assert_holder (test, OTHER_COPY_GOOD, PERSON_SECOND);
  desk_test_assert_balance (test);

  slip = msk_report_desk_make_as (test->session, MSK_REPORT_HANDOVER, id, MSK_REPORT_PDF, &error);
  g_assert_no_error (error);
  code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
}

/* The slip says what was counted, and the successor signs for it: what has left since ends it. */
static void
test_counted_and_gone (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  gint64 id;

  issue_both (test);
  id = start (test, PERSON_FIRST, PERSON_SECOND);
  take (test, id, COPY_GOOD);
  take (test, id, OTHER_COPY_GOOD);
  compare (test, id, 0);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  desk_test_assert_rule (end (test, id, PERSON_FIRST, PERSON_SECOND, &error), &error,
                         MSK_RULE_ERROR_CUSTODY_CHANGED);
  assert_holder (test, OTHER_COPY_GOOD, PERSON_FIRST);
  desk_test_assert_balance (test);
}

/* What was not there stays with who held it, named and explained. */
static void
test_missing_stays_behind (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  issue_both (test);
  id = start (test, PERSON_FIRST, PERSON_SECOND);
  take (test, id, COPY_GOOD);
  compare (test, id, 1);
  g_assert_true (end (test, id, PERSON_FIRST, PERSON_SECOND, &error));
  g_assert_no_error (error);
  assert_holder (test, COPY_GOOD, PERSON_SECOND);
  assert_holder (test, OTHER_COPY_GOOD, PERSON_FIRST);
}

/* The successor has to satisfy every rule of an issue; and then nothing has begun. */
static void
test_successor_is_refused (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 successor;
    int code;
  } rows[] = {
    { PERSON_UNCLEARED, MSK_RULE_ERROR_CLEARANCE_TOO_LOW },
    { PERSON_OUTSIDE_SCOPE, MSK_RULE_ERROR_OUTSIDE_SCOPE },
    { PERSON_REJECTED, MSK_RULE_ERROR_REJECTED },
    { PERSON_UNSEALED, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { PERSON_THIRD, MSK_RULE_ERROR_ALREADY_HOLDS_PAPER },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) handovers = NULL;
  gint64 id;

  issue_both (test);
  desk_test_issue (test, PERSON_THIRD, COPY_GOOD + 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    desk_test_assert_rule (msk_custody_desk_start (test->session, PERSON_FIRST, rows[i].successor,
                                                   &id, &error),
                           &error, rows[i].code);
  g_assert_false (msk_custody_desk_start (test->session, PERSON_FIRST, PERSON_FIRST, &id, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  g_assert_false (msk_custody_desk_start (test->session, PERSON_FIRST, 999, &id, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  desk_test_assert_rule (msk_custody_desk_start (test->session, PERSON_SECOND, PERSON_FIRST, &id,
                                                 &error),
                         &error, MSK_RULE_ERROR_NOTHING_HELD);
  handovers = msk_handover_desk_list (test->session, &error);
  g_assert_cmpuint (handovers->len, ==, 0);
}

static void
test_recalled_copy_passes_to_nobody (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  issue_both (test);
  desk_test_sql (test, "UPDATE copy SET recall = 'ordered', recalled_at = 1 WHERE number = 1");
  desk_test_assert_rule (msk_custody_desk_start (test->session, PERSON_FIRST, PERSON_SECOND, &id,
                                                 &error),
                         &error, MSK_RULE_ERROR_COPY_RECALLED);
}

static void
test_steps_in_order (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 id, other;

  issue_both (test);
  id = start (test, PERSON_FIRST, PERSON_SECOND);
  desk_test_assert_rule (msk_custody_desk_start (test->session, PERSON_FIRST, PERSON_THIRD, &other,
                                                 &error),
                         &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  desk_test_assert_rule (end (test, id, PERSON_FIRST, PERSON_SECOND, &error), &error,
                         MSK_RULE_ERROR_COUNT_NOT_CLOSED);
  take (test, id, COPY_GOOD);
  take (test, id, OTHER_COPY_GOOD);
  compare (test, id, 0);
  desk_test_assert_rule (end (test, id, PERSON_SECOND, PERSON_FIRST, &error), &error,
                         MSK_RULE_ERROR_SIGNATURE_DIFFERS);
  desk_test_assert_rule (end (test, id, PERSON_FIRST, PERSON_THIRD, &error), &error,
                         MSK_RULE_ERROR_SIGNATURE_DIFFERS);
  assert_holder (test, COPY_GOOD, PERSON_FIRST);
}

/* The desk works on meanwhile: what came back before the count is accounted for, what was given out
 * stops it. */
static void
test_what_moved_meanwhile (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "保密本", 50,
                                            "会务组" };
  g_autofree char *code = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  issue_both (test);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 1);
  id = start (test, PERSON_FIRST, PERSON_SECOND);
  take (test, id, COPY_GOOD);
  code = desk_test_dup_copy_code (test, OTHER_COPY_GOOD, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  compare (test, id, 1);
  desk_test_sql (test, "UPDATE carrier SET state = 'held', holder_id = 1 WHERE number = 1");
  desk_test_assert_rule (end (test, id, PERSON_FIRST, PERSON_SECOND, &error), &error,
                         MSK_RULE_ERROR_CUSTODY_CHANGED);
  desk_test_sql (test, "UPDATE carrier SET state = 'in-store', holder_id = NULL WHERE number = 1");
  g_assert_true (end (test, id, PERSON_FIRST, PERSON_SECOND, &error));
  g_assert_no_error (error);
  assert_holder (test, COPY_GOOD, PERSON_SECOND);
  g_assert_cmpint (desk_test_get_state (test, OTHER_COPY_GOOD), ==, MSK_COPY_RETURNED);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/custody/" name, DeskTest, NULL, desk_test_set_up_inside, function,            \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("passes-as-a-whole", test_passes_as_a_whole);
  ADD ("what-was-counted-and-has-left-ends-it", test_counted_and_gone);
  ADD ("missing-stays-behind", test_missing_stays_behind);
  ADD ("successor-is-refused", test_successor_is_refused);
  ADD ("recalled-copy-passes-to-nobody", test_recalled_copy_passes_to_nobody);
  ADD ("steps-in-order", test_steps_in_order);
  ADD ("what-moved-meanwhile", test_what_moved_meanwhile);

  return desk_test_run ();
}
