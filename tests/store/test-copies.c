/* The copy register and the sweep: numbers, custody, counts, and the rules that hold even against
 * SQL. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-store.h"

#include "store-test.h"

/* A meeting with serials, ten people and a paper with ten copies in store. */
static void
set_up (StoreTest *test, gconstpointer unused)
{
  store_test_set_up (test, NULL);
  store_test_add_meeting (test);
  store_test_add_serials (test, 1001, 100);
  store_test_add_people (test, 10);
  store_test_add_copies (test, store_test_add_paper (test, "办发 1", 20), 10);
}

/* Moves a copy and commits; FALSE when the register refuses. */
static gboolean
move (StoreTest *test, guint number, MskCopyState from, MskCopyState to, gint64 attendee_id)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  MskMovement movement = { .number = number,
                           .act = MSK_ACT_COPY_ISSUE,
                           .from = from,
                           .to = to,
                           .attendee_id = attendee_id,
                           .remark = "" };

  store_test_begin (test, &transaction);
  if (!msk_copy_store_move (&transaction, &movement, &error))
    {
      g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
      return FALSE;
    }

  g_assert_cmpint (movement.id, >, 0);
  store_test_commit (&transaction);
  return TRUE;
}

static MskCopy *
get_copy (StoreTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  MskCopy *copy = msk_copy_store_get (test->database, number, &error);

  g_assert_no_error (error);
  return copy;
}

static void
test_closed_meeting (StoreTest *test, gconstpointer unused)
{
  g_assert_true (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_HELD, 1));
  store_test_sql (test, "UPDATE meeting SET state = 'closed'");
  g_assert_false (move (test, 1, MSK_COPY_HELD, MSK_COPY_RETURNED, 1));
  store_test_assert_refused (test, "UPDATE meeting SET state = 'open'",
                             "a closed meeting does not change");
  store_test_assert_refused (test, "UPDATE meeting SET title = 'x'",
                             "a closed meeting does not change");
  store_test_assert_refused (test, "DELETE FROM meeting", "registers are not deleted");
}

/* A name that the program does not know, as a newer one may have written it, is damage and no
 * guess. */
static void
test_unknown_name (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  store_test_sql (test, "PRAGMA ignore_check_constraints = ON; UPDATE copy SET state = 'lent' "
                        "WHERE number = 2");
  g_assert_null (msk_copy_store_get (test->database, 2, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_numbers (StoreTest *test, gconstpointer unused)
{
  const gint64 second = store_test_add_paper (test, "办发 2", 20);

  g_assert_cmpuint (store_test_add_copies (test, second, 3), ==, 11);
  g_assert_cmpuint (store_test_add_copies (test, 1, 1), ==, 14);
  g_assert_cmpuint (store_test_add_copies (test, second, 5), ==, 15);
  g_assert_cmpint (store_test_read_number (test, "SELECT COUNT (*) FROM copy WHERE number BETWEEN "
                                                 "1 AND 19"),
                   ==, 19);

  store_test_assert_refused (test, "INSERT INTO number_block VALUES (21, 22, 1, 1, NULL, 0)",
                             "none twice and none left out");
  store_test_assert_refused (test, "INSERT INTO number_block VALUES (19, 22, 1, 1, NULL, 0)",
                             "none twice and none left out");
  store_test_assert_refused (test, "INSERT INTO number_block VALUES (20, 1000000, 1, 1, NULL, 0)",
                             "CHECK");
  store_test_assert_refused (test, "UPDATE number_block SET last = 30 WHERE first = 15",
                             "numbers are given once");
  store_test_assert_refused (test, "DELETE FROM number_block WHERE first = 15",
                             "numbers are given once");
  store_test_assert_refused (test, "UPDATE copy SET number = 100 WHERE number = 3",
                             "a number stays with its paper");
  store_test_assert_refused (test, "UPDATE copy SET paper_id = 2 WHERE number = 3",
                             "a number stays with its paper");
  store_test_assert_refused (test, "DELETE FROM copy WHERE number = 3",
                             "registers are not deleted");
  store_test_assert_refused (test,
                             "INSERT OR REPLACE INTO copy SELECT * FROM copy WHERE number = 3",
                             "registers are not deleted");
}

/* The last number is 999999, and the register says so before it gives one beyond. */
static void
test_last_number (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  guint first;

  store_test_sql (test, "INSERT INTO number_block VALUES (11, 999998, 1, 1, NULL, 0)");
  store_test_begin (test, &transaction);
  g_assert_false (msk_copy_store_reserve (&transaction, 1, 1, 2, &first, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_copy_store_reserve (&transaction, 1, 1, 1, &first, &error));
  g_assert_cmpuint (first, ==, 999999);
  g_assert_false (msk_copy_store_reserve (&transaction, 1, 1, 1, &first, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_custody (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCopy) returned = NULL;
  MskMovement last;
  gboolean found;
  guint held;

  g_assert_true (msk_copy_store_get_last_movement (test->database, 5, &last, &found, &error));
  g_assert_true (found);
  g_assert_cmpint (last.to, ==, MSK_COPY_IN_STORE);

  test->actor.now += 60;
  g_assert_true (move (test, 5, MSK_COPY_IN_STORE, MSK_COPY_HELD, 2));
  copy = get_copy (test, 5);
  g_assert_cmpint (copy->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (copy->holder_id, ==, 2);
  g_assert_cmpstr (copy->holder, ==, "王2");
  g_assert_cmpint (copy->issued_at, ==, STORE_TEST_NOW + 60);
  g_assert_true (msk_copy_store_find_held (test->database, 2, 1, &held, &error));
  g_assert_cmpuint (held, ==, 5);

  /* Not from a state in which it is not; the same for a copy that is not there. */
  g_assert_false (move (test, 5, MSK_COPY_IN_STORE, MSK_COPY_HELD, 3));
  g_assert_false (move (test, 99, MSK_COPY_IN_STORE, MSK_COPY_HELD, 3));
  g_assert_cmpint (store_test_read_number (test,
                                           "SELECT COUNT (*) FROM movement WHERE copy_number = 5"),
                   ==, 2);

  test->actor.now += 60;
  g_assert_true (move (test, 5, MSK_COPY_HELD, MSK_COPY_RETURNED, 2));
  returned = get_copy (test, 5);
  g_assert_cmpint (returned->holder_id, ==, 2);
  g_assert_cmpint (returned->issued_at, ==, STORE_TEST_NOW + 60);
  g_assert_cmpint (returned->changed_at, ==, STORE_TEST_NOW + 120);
  g_assert_true (msk_copy_store_get_last_movement (test->database, 5, &last, &found, &error));
  g_assert_cmpint (last.from, ==, MSK_COPY_HELD);
  g_assert_cmpint (last.issued_at, ==, STORE_TEST_NOW + 60);
  g_assert_true (msk_copy_store_find_held (test->database, 2, 1, &held, &error));
  g_assert_cmpuint (held, ==, 0);
}

static void
test_one_each (StoreTest *test, gconstpointer unused)
{
  const gint64 second = store_test_add_paper (test, "办发 2", 5);
  const guint other = store_test_add_copies (test, second, 1);

  g_assert_true (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_HELD, 4));
  g_assert_false (move (test, 2, MSK_COPY_IN_STORE, MSK_COPY_HELD, 4));
  g_assert_true (move (test, other, MSK_COPY_IN_STORE, MSK_COPY_HELD, 4));
  g_assert_true (move (test, 1, MSK_COPY_HELD, MSK_COPY_RETURNED, 4));
  g_assert_true (move (test, 2, MSK_COPY_IN_STORE, MSK_COPY_HELD, 4));
  store_test_assert_refused (test,
                             "UPDATE copy SET state = 'held', holder_id = NULL WHERE number = 3",
                             "CHECK");
  store_test_assert_refused (test,
                             "UPDATE copy SET state = 'held', holder_id = 99 WHERE number = 3",
                             "FOREIGN KEY");
}

static void
test_ended_states (StoreTest *test, gconstpointer unused)
{
  /* Nothing is destroyed but in a batch that is done (D1), nor goes back but against a receipt. */
  g_assert_false (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_DESTROYED, 0));
  g_assert_false (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_WITH_ORIGINATOR, 0));
  store_test_sql (test, "INSERT INTO destruction VALUES (1, 'r', 1, 'clerk', 's');"
                        "INSERT INTO destruction_item VALUES (1, 1, 'copy', 1, 'in-store', 0, 1, "
                        "'clerk')");
  /* What waits for destruction is given to nobody, and is in one batch at a time. */
  g_assert_false (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_HELD, 3));
  store_test_assert_refused (test,
                             "INSERT INTO destruction_item VALUES (2, 1, 'copy', 1, "
                             "'in-store', 0, 1, 'clerk')",
                             "one batch at a time");
  store_test_sql (test, "INSERT INTO destruction_proposal VALUES (1, 2, 'clerk')");
  store_test_assert_refused (test, "INSERT INTO destruction_removal VALUES (1, 2, 'clerk')",
                             "was proposed");
  store_test_assert_refused (test, "INSERT INTO destruction_approval VALUES (1, 3, 'clerk')",
                             "what they proposed");
  store_test_sql (test, "INSERT INTO destruction_approval VALUES (1, 3, 'leader')");
  /* Four people. */
  store_test_assert_refused (test,
                             "INSERT INTO destruction_attendance VALUES (1, 1, 'clerk', 'b', "
                             "'shred', 'p', 4)",
                             "four people");
  store_test_assert_refused (test,
                             "INSERT INTO destruction_attendance VALUES (1, 1, 'a', 'leader', "
                             "'shred', 'p', 4)",
                             "four people");
  store_test_assert_refused (test,
                             "INSERT INTO destruction_attendance VALUES (1, 1, 'a', 'a', "
                             "'shred', 'p', 4)",
                             "CHECK");
  store_test_sql (test, "INSERT INTO destruction_attendance VALUES (1, 1, 'a', 'b', 'shred', 'p', "
                        "4);"
                        "INSERT INTO destruction_sighting VALUES (1, 1, 0, 5, 'a')");
  store_test_assert_refused (test,
                             "INSERT INTO destruction_end VALUES (1, 'cancelled', 6, 'a', '', "
                             "'r')",
                             "went through the machine");
  store_test_assert_refused (test,
                             "INSERT INTO destruction_end VALUES (1, 'done', 6, 'a', 'c', '')",
                             "who were at the machine");
  g_assert_false (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_DESTROYED, 0));
  store_test_sql (test, "INSERT INTO destruction_end VALUES (1, 'done', 6, 'a', 'b', '')");
  store_test_assert_refused (test, "DELETE FROM destruction_sighting", "not deleted");
  g_assert_true (move (test, 1, MSK_COPY_IN_STORE, MSK_COPY_DESTROYED, 0));
  g_assert_false (move (test, 1, MSK_COPY_DESTROYED, MSK_COPY_IN_STORE, 0));
  store_test_assert_refused (test, "UPDATE copy SET state = 'in-store' WHERE number = 1",
                             "stays destroyed");
  store_test_sql (test, "UPDATE attempt SET state = 'void' WHERE copy_number = 2");
  store_test_assert_refused (test, "UPDATE attempt SET state = 'good' WHERE copy_number = 2",
                             "stays void");
  store_test_assert_refused (test, "UPDATE movement SET remark = 'x'", "movements do not change");
  store_test_assert_refused (test, "DELETE FROM movement", "movements do not change");
}

/* The running counts against a recount, whatever moves. */
static void
test_counts (StoreTest *test, gconstpointer unused)
{
  static const MskCopyState states[] = { MSK_COPY_IN_STORE, MSK_COPY_AWAY,    MSK_COPY_RETURNED,
                                         MSK_COPY_VOID,     MSK_COPY_MISSING, MSK_COPY_PRINTING };
  const gint64 second = store_test_add_paper (test, "办发 2", 20);

  store_test_add_copies (test, second, 10);
  /* Copies go everywhere here, and by permit alone elsewhere. */
  store_test_sql (test, "DROP TRIGGER copy_away_by_permit");
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GError) error = NULL;
      const guint number = (guint) g_test_rand_int_range (1, 21);
      g_autoptr(MskCopy) copy = get_copy (test, number);
      MskBalance running, recount;

      g_assert_true (move (test, number, copy->state,
                           states[g_test_rand_int_range (0, G_N_ELEMENTS (states))], 0));
      for (gint64 paper = 1; paper <= 2; paper++)
        {
          g_assert_true (msk_paper_store_get_balance (test->database, paper, &running, &error));
          g_assert_true (msk_paper_store_recount (test->database, paper, &recount, &error));
          g_assert_cmpmem (&running, sizeof running, &recount, sizeof recount);
          g_assert_true (msk_balance_holds (&running));
        }
    }
}

/* A copy that is taken out of the register behind our back leaves a hole that the balance shows. */
static void
test_hole_in_register (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskBalance balance;

  store_test_sql (test, "PRAGMA foreign_keys = OFF; DROP TRIGGER copy_no_delete; DELETE FROM copy "
                        "WHERE number = 4");
  g_assert_true (msk_paper_store_recount (test->database, 1, &balance, &error));
  g_assert_no_error (error);
  g_assert_false (msk_balance_holds (&balance));
}

static void
test_attempts (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) next = NULL;
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCopy) printing = NULL;
  g_autoptr(GPtrArray) reserved = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GPtrArray) none = NULL;
  MskAttempt attempt;
  MskSpoilageEntry set = { .number = 11,
                           .kind = MSK_SPOILAGE_SPOILED,
                           .sheets = 1,
                           .reason = "纸卡" };
  guint first, number, sent, spoiled;

  store_test_begin (test, &transaction);
  g_assert_true (msk_copy_store_reserve (&transaction, 1, 1, 3, &first, &error));
  store_test_commit (&transaction);

  reserved = msk_copy_store_list_reserved (test->database, 1, NULL, &error);
  g_assert_cmpuint (reserved->len, ==, 3);
  next = g_object_ref (g_ptr_array_index (reserved, 0));
  g_assert_cmpuint (next->number, ==, 11);
  g_assert_cmpint (next->attempt, ==, MSK_ATTEMPT_RESERVED);

  store_test_begin (test, &transaction);
  g_assert_true (msk_copy_store_set_attempt (&transaction, next->serial, MSK_ATTEMPT_SENT, "打印机",
                                             "文印室", NULL, &error));
  g_assert_true (msk_ledger_append (&transaction, MSK_ACT_COPY_PRINT, "copy", &error, NULL));
  store_test_commit (&transaction);
  g_assert_true (msk_copy_store_count_sent (test->database, &sent, &error));
  g_assert_cmpuint (sent, ==, 1);

  store_test_begin (test, &transaction);
  g_assert_true (msk_copy_store_recover_sent (&transaction, &sent, &error));
  g_assert_cmpuint (sent, ==, 1);
  g_assert_cmpuint (transaction.entries, ==, 1);
  store_test_commit (&transaction);
  copy = get_copy (test, 11);
  g_assert_cmpint (copy->attempt, ==, MSK_ATTEMPT_UNCERTAIN);
  g_assert_cmpstr (copy->printer, ==, "打印机");

  store_test_begin (test, &transaction);
  set.serial = next->serial;
  g_assert_true (msk_spoilage_store_add (&transaction, &set, NULL, &error));
  g_assert_true (msk_copy_store_set_attempt (&transaction, next->serial, MSK_ATTEMPT_SPOILED, NULL,
                                             NULL, "纸卡", &error));
  g_assert_true (msk_copy_store_reprint (&transaction, copy, &error));
  store_test_commit (&transaction);
  printing = get_copy (test, 11);
  g_assert_cmpint (printing->state, ==, MSK_COPY_PRINTING);
  g_assert_cmpint (printing->attempt, ==, MSK_ATTEMPT_RESERVED);
  g_assert_cmpint (printing->serial, >, next->serial);
  g_assert_true (
      msk_copy_store_find_attempt (test->database, next->serial, &number, &attempt, &error));
  g_assert_cmpuint (number, ==, 11);
  g_assert_cmpint (attempt, ==, MSK_ATTEMPT_SPOILED);
  g_assert_true (msk_spoilage_store_count (test->database, &spoiled, &error));
  g_assert_cmpuint (spoiled, ==, 1);
  g_assert_true (msk_copy_store_find_attempt (test->database, 4000, &number, &attempt, &error));
  g_assert_cmpuint (number, ==, 0);

  again = msk_copy_store_list_reserved (test->database, 0, NULL, &error);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_cmpuint (((MskCopy *) g_ptr_array_index (again, 0))->number, ==, 11);
  none = msk_copy_store_list_reserved (test->database, 2, NULL, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_no_error (error);
}

/* An attempt that this register does not have is an error, and no silent nothing. */
static void
test_unknown_attempt (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_false (msk_copy_store_set_attempt (&transaction, 4000, MSK_ATTEMPT_SENT, "打印机",
                                              "文印室", NULL, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
}

static void
collect_signature (const char *user, MskRole role, gint64 at, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", user);
}

static char *
list_signatures (StoreTest *test)
{
  g_autoptr(GError) error = NULL;
  GString *names = g_string_new (NULL);

  g_assert_true (
      msk_sweep_store_foreach_signature (test->database, collect_signature, names, &error));
  return g_string_free (names, FALSE);
}

static void
test_sweep (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(MskSweepLine) line = NULL;
  g_autoptr(GPtrArray) zones = NULL;
  MskSweepZone *zone;
  g_autofree char *signed_by = NULL;
  g_autofree char *signed_after = NULL;
  MskSweepFacts facts;
  MskSighting sighting;
  guint strange;

  g_assert_true (msk_sweep_store_load (test->database, &facts, &error));
  g_assert_cmpint (facts.started_at, ==, 0);
  g_assert_true (move (test, 2, MSK_COPY_IN_STORE, MSK_COPY_HELD, 6));

  store_test_begin (test, &transaction);
  g_assert_true (msk_sweep_store_start (&transaction, &error));
  g_assert_true (msk_sweep_store_see (&transaction, MSK_SWEEP_COPY, 1, 1, MSK_MEASURE_AREA_FLOOR,
                                      &sighting, &error));
  g_assert_cmpuint (sighting.count, ==, 1);
  g_assert_true (msk_sweep_store_see (&transaction, MSK_SWEEP_COPY, 1, 1, MSK_MEASURE_AREA_BINS,
                                      &sighting, &error));
  g_assert_cmpuint (sighting.count, ==, 2);
  g_assert_cmpint (sighting.first_zone, ==, MSK_MEASURE_AREA_FLOOR);
  g_assert_true (sighting.is_elsewhere);
  g_assert_cmpint (sighting.page_zone, ==, MSK_MEASURE_AREA_FLOOR);
  g_assert_cmpint (sighting.first_at, ==, transaction.actor.now);
  g_assert_true (msk_sweep_store_see (&transaction, MSK_SWEEP_COPY, 99, 1, MSK_MEASURE_AREA_BINS,
                                      &sighting, &error));
  g_assert_cmpuint (sighting.count, ==, 0);
  g_assert_true (msk_sweep_store_set_remark (&transaction, MSK_SWEEP_COPY, 2, "在桌下", &error));
  g_assert_true (msk_sweep_store_sign (&transaction, &error));
  store_test_commit (&transaction);

  lines = msk_sweep_store_list (test->database, &error);
  g_assert_cmpuint (lines->len, ==, 10);
  line = msk_sweep_store_get (test->database, MSK_SWEEP_COPY, 2, &error);
  g_assert_cmpint (line->expected, ==, MSK_COPY_HELD);
  g_assert_cmpstr (line->holder, ==, "王6");
  g_assert_cmpstr (line->holder_unit, ==, "第1处");
  g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_OUT);
  g_assert_cmpstr (line->remark, ==, "在桌下");

  signed_by = list_signatures (test);
  g_assert_cmpstr (signed_by, ==, "clerk ");
  store_test_begin (test, &transaction);
  g_assert_true (msk_sweep_store_add_strange (&transaction, MSK_MEASURE_AREA_BINS, "forged-tag", 5,
                                              MSK_SWEEP_COPY, 0, &error));
  store_test_commit (&transaction);
  signed_after = list_signatures (test);
  g_assert_cmpstr (signed_after, ==, "");
  g_assert_true (msk_sweep_store_count_strange (test->database, &strange, &error));
  g_assert_cmpuint (strange, ==, 1);

  zones = msk_sweep_store_list_zones (test->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (zones->len, ==, 2);
  zone = g_ptr_array_index (zones, 0);
  g_assert_cmpint (zone->area, ==, MSK_MEASURE_AREA_BINS);
  g_assert_cmpuint (zone->seen, ==, 0);
  g_assert_cmpuint (zone->again, ==, 1);
  g_assert_cmpuint (zone->strange, ==, 1);
  store_test_assert_refused (test, "UPDATE sweep_sighting SET zone = 'dais'", "stands");
  store_test_assert_refused (test, "DELETE FROM sweep_sighting", "not deleted");
  store_test_assert_refused (test, "UPDATE sweep_item SET expected = 'returned' WHERE number = 2",
                             "is frozen");
  store_test_assert_refused (test, "UPDATE sweep_item SET holder_id = NULL WHERE number = 2",
                             "is frozen");
  store_test_assert_refused (test, "DELETE FROM sweep_item WHERE number = 2", "is frozen");
  store_test_assert_refused (test, "INSERT INTO sweep SELECT 2, 1, 'x', 0, 0", "CHECK");
  g_assert_null (msk_sweep_store_get (test->database, MSK_SWEEP_COPY, 99, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, begin, function)                                                                 \
  g_test_add ("/store/" name, StoreTest, NULL, begin, function, store_test_tear_down)
  ADD ("meeting/a-closed-one-does-not-change", set_up, test_closed_meeting);
  ADD ("paper/a-hole-in-the-register-breaks-the-balance", set_up, test_hole_in_register);
  ADD ("copy/numbers-never-come-twice-and-none-is-left-out", set_up, test_numbers);
  ADD ("copy/there-is-a-last-number", set_up, test_last_number);
  ADD ("copy/custody-moves-from-where-it-is", set_up, test_custody);
  ADD ("copy/nobody-holds-a-paper-twice", set_up, test_one_each);
  ADD ("copy/what-has-ended-stays-ended", set_up, test_ended_states);
  ADD ("copy/running-counts-equal-a-recount", set_up, test_counts);
  ADD ("copy/attempts-follow-each-other", set_up, test_attempts);
  ADD ("copy/an-unknown-attempt-is-an-error", set_up, test_unknown_attempt);
  ADD ("copy/an-unknown-name-is-damage", set_up, test_unknown_name);
  ADD ("sweep/its-set-is-frozen-and-a-scan-voids-signatures", set_up, test_sweep);
#undef ADD
  return g_test_run ();
}
