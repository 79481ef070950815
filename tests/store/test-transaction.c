/* Groups of writes: whole or not at all, and never without an entry in the ledger.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-transaction.h"

#include "msk-agenda-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"

#include "store-test.h"

static guint
count_items (StoreTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = msk_agenda_store_list (test->database, NULL, &error);

  g_assert_no_error (error);
  return items->len;
}

static void
add_item (MskTransaction *transaction)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_agenda_store_add (transaction, "议题", MSK_LEVEL_SECRET, MSK_RECORDING_NONE,
                                       MSK_CAPACITY_ALL, &error));
  g_assert_no_error (error);
}

static void
leave_without_commit (StoreTest *test)
{
  g_auto(MskTransaction) transaction = { NULL };

  store_test_begin (test, &transaction);
  add_item (&transaction);
}

static void
test_rolls_back (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  gint64 last;

  leave_without_commit (test);
  g_assert_cmpuint (count_items (test), ==, 0);
  g_assert_true (msk_ledger_get_last (test->database, &last, NULL));
  g_assert_cmpint (last, ==, 0);

  /* The register is free for the next. */
  store_test_begin (test, &transaction);
  add_item (&transaction);
  store_test_commit (&transaction);
  g_assert_cmpuint (count_items (test), ==, 1);
  store_test_reopen (test);
  g_assert_cmpuint (count_items (test), ==, 1);
}

static void
test_needs_entry (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (msk_meeting_store_add_serials (&transaction, 1, 10, &error));
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*self->entries > 0*failed*");
  g_assert_false (msk_transaction_commit (&transaction, &error));
  g_test_assert_expected_messages ();

  msk_transaction_clear (&transaction);
  g_assert_cmpint (store_test_read_number (test, "SELECT COUNT (*) FROM serial_block"), ==, 0);
}

static void
test_one_at_a_time (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) first = { NULL };
  g_auto(MskTransaction) second = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &first);
  g_assert_false (msk_transaction_begin (&second, test->database, &test->actor, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
  g_assert_null (second.database);

  /* The second left the first alone. */
  add_item (&first);
  store_test_commit (&first);
  g_assert_cmpuint (count_items (test), ==, 1);
}

/* A statement that fails takes nothing with it but itself; the group is then given up as a whole.
 */
static void
test_failed_statement (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  add_item (&transaction);
  g_assert_true (msk_meeting_store_add_serials (&transaction, 1, 10, &error));
  g_assert_false (msk_meeting_store_add_serials (&transaction, 1, 10, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
  msk_transaction_clear (&transaction);
  g_assert_cmpuint (count_items (test), ==, 0);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/store/transaction/" name, StoreTest, NULL, store_test_set_up, function,            \
              store_test_tear_down)
  ADD ("without-commit-it-never-happened", test_rolls_back);
  ADD ("without-an-entry-it-is-not-committed", test_needs_entry);
  ADD ("there-is-one-at-a-time", test_one_at_a_time);
  ADD ("a-failed-statement-does-not-commit-the-rest", test_failed_statement);
#undef ADD
  return g_test_run ();
}
