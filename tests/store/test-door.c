/* The door's register: who is inside follows from the movements alone, and the rules hold even
 * against SQL. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-store.h"

#include "msk-error.h"

#include "store-test.h"

static void
set_up (StoreTest *test, gconstpointer unused)
{
  store_test_set_up (test, NULL);
  store_test_add_meeting (test);
  store_test_add_people (test, 10);
}

static gint64
pass (StoreTest *test, gint64 attendee, MskDirection direction, const char *reason)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  const MskDoorPassing passing = { .attendee_id = attendee,
                                   .direction = direction,
                                   .identity = direction == MSK_DIRECTION_IN ? MSK_IDENTITY_KNOWN
                                                                             : MSK_IDENTITY_NONE,
                                   .reason = reason };
  gint64 id = 0;

  store_test_begin (test, &transaction);
  msk_door_store_pass (&transaction, &passing, &id, &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);
  return id;
}

static void
annul (StoreTest *test, gint64 movement)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  msk_door_store_annul (&transaction, movement, MSK_ACT_DOOR_ANNUL, "看错了人", &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);
}

static void
assert_presence (StoreTest *test, gint64 attendee, gboolean inside, gint64 movement)
{
  g_autoptr(GError) error = NULL;
  MskPresence presence;

  msk_door_store_get_presence (test->database, attendee, &presence, &error);
  g_assert_no_error (error);
  g_assert_cmpint (presence.inside, ==, inside);
  g_assert_cmpint (presence.movement_id, ==, movement);
  g_assert_cmpint (presence.since, ==, movement == 0 ? 0 : STORE_TEST_NOW);
}

static void
assert_total (StoreTest *test, guint total)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) inside = msk_door_store_list_inside (test->database, &error);
  MskHeadCount count;

  g_assert_no_error (error);
  msk_door_store_count (test->database, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count.total, ==, total);
  g_assert_cmpuint (inside->len, ==, total);
  g_assert_cmpint (store_test_read_number (test, "SELECT COUNT (*) FROM presence WHERE inside = 1"),
                   ==, total);
}

static void
test_in_and_out (StoreTest *test, gconstpointer unused)
{
  gint64 first, out;

  assert_presence (test, 1, FALSE, 0);
  first = pass (test, 1, MSK_DIRECTION_IN, "");
  assert_presence (test, 1, TRUE, first);
  pass (test, 2, MSK_DIRECTION_IN, "");
  assert_total (test, 2);
  out = pass (test, 1, MSK_DIRECTION_OUT, "");
  assert_presence (test, 1, FALSE, out);
  assert_total (test, 1);
  pass (test, 1, MSK_DIRECTION_IN, "");
  assert_total (test, 2);
}

static void
test_annulled_movements_count_no_more (StoreTest *test, gconstpointer unused)
{
  const gint64 in = pass (test, 1, MSK_DIRECTION_IN, "");
  const gint64 out = pass (test, 1, MSK_DIRECTION_OUT, "");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  MskDoorLine *line;

  annul (test, out);
  assert_presence (test, 1, TRUE, in);
  assert_total (test, 1);
  annul (test, in);
  assert_presence (test, 1, FALSE, 0);
  assert_total (test, 0);

  lines = msk_door_store_list (test->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpint (line->verdict, ==, MSK_DOOR_ADMITTED);
  g_assert_cmpint (line->identity, ==, MSK_IDENTITY_KNOWN);
  g_assert_cmpint (line->annulled_at, ==, STORE_TEST_NOW);
  g_assert_cmpstr (line->annulled_for, ==, "看错了人");
  pass (test, 1, MSK_DIRECTION_IN, "");
  assert_total (test, 1);
}

static void
test_refusals_are_kept (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  const MskDoorRefusal known = { .attendee_id = 3,
                                 .direction = MSK_DIRECTION_IN,
                                 .verdict = MSK_DOOR_PLEDGE_MISSING,
                                 .by_hand = TRUE };
  const MskDoorRefusal unknown = { .serial = 77,
                                   .direction = MSK_DIRECTION_OUT,
                                   .verdict = MSK_DOOR_FORGED_TAG };

  store_test_begin (test, &transaction);
  msk_door_store_refuse (&transaction, &known, &error);
  g_assert_no_error (error);
  msk_door_store_refuse (&transaction, &unknown, &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);

  lines = msk_door_store_list_refusals (test->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (((MskDoorLine *) lines->pdata[0])->verdict, ==, MSK_DOOR_PLEDGE_MISSING);
  g_assert_true (((MskDoorLine *) lines->pdata[0])->by_hand);
  g_assert_cmpint (((MskDoorLine *) lines->pdata[1])->attendee_id, ==, 0);
  g_assert_cmpstr (((MskDoorLine *) lines->pdata[1])->person, ==, "");
  assert_total (test, 0);
}

static void
test_unknown_movement (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_door_store_get (test->database, 99, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

#define INSERT(person, direction, identity)                                                        \
  "INSERT INTO door_movement (attendee_id, direction, at, identity, by_hand, user, station, "      \
  "reason) VALUES (" person ", '" direction "', 1, '" identity "', 0, 'x', 'x', '')"

static void
test_rules_hold_against_sql (StoreTest *test, gconstpointer unused)
{
  const gint64 in = pass (test, 1, MSK_DIRECTION_IN, "");
  const gint64 out = pass (test, 1, MSK_DIRECTION_OUT, "");

  g_assert_cmpint (in, ==, 1);
  g_assert_cmpint (out, ==, 2);
  store_test_assert_refused (test, INSERT ("1", "out", "none"), "nobody comes in twice");
  store_test_sql (test, INSERT ("1", "in", "known"));
  store_test_assert_refused (test, INSERT ("1", "in", "known"), "nobody comes in twice");
  store_test_assert_refused (test, INSERT ("2", "in", "none"), "CHECK");
  store_test_sql (test, "INSERT INTO attendee_list (number) VALUES (9)");
  store_test_sql (test, "INSERT INTO attendee (id, list_number, name, unit, post, capacity, "
                        "clearance, vetting, nominated_by, nominating_unit, post_starts_at, "
                        "authority, reference, reason, decided_by, decided_at, withdrawn_reason, "
                        "withdrawn_by, withdrawn_at)"
                        " VALUES (77, 9, '待定', '', '', 'delegate', 'secret', 'proposed', 'x', "
                        "'', 0, '', '', '', '', 0, '', '', 0)");
  store_test_assert_refused (test, INSERT ("77", "in", "known"), "sealed list");
  store_test_assert_refused (test, "INSERT INTO door_annulment VALUES (1, 1, 'x', 'x', 'x')",
                             "only the newest");
  store_test_assert_refused (test, "UPDATE door_movement SET at = 2", "do not change");
  store_test_assert_refused (test, "DELETE FROM door_movement", "do not change");
  store_test_assert_refused (test, "DELETE FROM presence", "not deleted");
  store_test_assert_refused (test,
                             "INSERT INTO door_refusal (at, direction, verdict, serial, by_hand, "
                             "user, station) VALUES (1, 'in', 'forged-tag', 0, 0, 'x', 'x')",
                             "CHECK");
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/store/door/" name, StoreTest, NULL, set_up, function, store_test_tear_down)
  ADD ("in-and-out", test_in_and_out);
  ADD ("annulled-movements-count-no-more", test_annulled_movements_count_no_more);
  ADD ("refusals-are-kept", test_refusals_are_kept);
  ADD ("unknown-movement", test_unknown_movement);
  ADD ("rules-hold-against-sql", test_rules_hold_against_sql);

  return g_test_run ();
}
