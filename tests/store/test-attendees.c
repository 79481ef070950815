/* Attendees, their lists and badges in the register, and the rules that hold even against SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-store.h"
#include "msk-badge-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-plan-store.h"

#include "store-test.h"

/* A meeting with ten people on a sealed list. */
static void
set_up (StoreTest *test, gconstpointer unused)
{
  store_test_set_up (test, NULL);
  store_test_add_meeting (test);
  store_test_add_people (test, 10);
}

static void
test_lists (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) seals = NULL;
  guint open;
  gboolean exists;

  g_assert_true (msk_attendee_store_find_open_list (test->database, &open, &error));
  g_assert_cmpuint (open, ==, 0);
  g_assert_cmpint (store_test_add_people (test, 2), ==, 11);

  people = msk_attendee_store_list (test->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 12);
  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = people->pdata[i];

      g_assert_cmpint (person->id, ==, i + 1);
      g_assert_cmpuint (person->list_number, ==, i < 10 ? 1 : 2);
      g_assert_true (person->sealed);
      g_assert_cmpstr (person->decided_by, ==, "clerk");
    }

  seals = msk_attendee_store_list_seals (test->database, &error);
  g_assert_cmpuint (seals->len, ==, 2);
  g_assert_cmpstr (seals->pdata[1], ==, "2 ABCD-EF01");
  g_assert_true (msk_attendee_store_exists (test->database, "王1", "第1处", "", &exists, &error));
  g_assert_true (exists);
  g_assert_true (msk_attendee_store_exists (test->database, "王1", "第3处", "", &exists, &error));
  g_assert_false (exists);
  g_assert_null (msk_attendee_store_get (test->database, 13, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

static void
test_sealed_list (StoreTest *test, gconstpointer unused)
{
  static const char *const refused[] = {
    "UPDATE attendee_list SET sealed_at = NULL, sealed_by = NULL, code = NULL",
    "UPDATE attendee_list SET code = 'FFFF-FFFF'",
    "UPDATE attendee SET clearance = 'top-secret' WHERE id = 1",
    "UPDATE attendee SET vetting = 'rejected' WHERE id = 1",
    "UPDATE attendee SET name = 'x' WHERE id = 2",
    "UPDATE attendee SET list_number = 9 WHERE id = 2",
    "UPDATE attendee SET vetting = 'proposed' WHERE id = 2",
    "UPDATE attendee SET reason = 'x' WHERE id = 2",
    "UPDATE attendee SET vetting = 'withdrawn', withdrawn_by = 'x', withdrawn_at = 1, unit = 'x'"
    " WHERE id = 2",
    "UPDATE attendee SET vetting = 'withdrawn', withdrawn_by = 'x', withdrawn_at = 1,"
    " decided_by = 'x' WHERE id = 2",
    "INSERT INTO attendee SELECT 99, 1, 'x', unit, post, capacity, clearance, vetting, "
    "nominated_by, nominating_unit, post_starts_at, authority, reference, reason, decided_by,"
    " decided_at, withdrawn_reason, withdrawn_by, withdrawn_at, NULL FROM attendee WHERE id = 1",
    "INSERT OR REPLACE INTO attendee SELECT * FROM attendee WHERE id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    store_test_assert_refused (test, refused[i], "a sealed list does not change");
  store_test_assert_refused (test, "DELETE FROM attendee", "registers are not deleted");
  store_test_assert_refused (test, "DELETE FROM attendee_list", "registers are not deleted");
}

static void
put_badge (StoreTest *test, gint64 person, gint64 serial)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (msk_badge_store_put (&transaction, person, serial, "打印机", "文印室", &error));
  store_test_commit (&transaction);
}

static void
set_badge (StoreTest *test, gint64 serial, MskBadgeState state)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (
      msk_badge_store_set_state (&transaction, MSK_ACT_BADGE_CONFIRM, serial, state, &error));
  store_test_commit (&transaction);
}

static void
void_badge (StoreTest *test, gint64 person)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (msk_badge_store_void (&transaction, MSK_ACT_BADGE_VOID, person, "坏了", &error));
  store_test_commit (&transaction);
}

static void
add_late (StoreTest *test, MskCapacity capacity)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) late = msk_attendee_new ();
  g_autoptr(GError) error = NULL;
  guint list;

  late->name = g_strdup ("late");
  late->capacity = capacity;
  late->post_starts_at = msk_capacity_has_post (capacity) ? 5000 : 0;
  late->unit = g_strdup ("unit");
  late->post = g_strdup ("");
  late->clearance = MSK_LEVEL_SECRET;
  store_test_begin (test, &transaction);
  g_assert_true (msk_attendee_store_take_open_list (&transaction, &list, &error));
  g_assert_cmpuint (list, ==, 2);
  late->list_number = list;
  g_assert_true (msk_attendee_store_insert (&transaction, late, &error));
  g_assert_true (msk_ledger_append (&transaction, MSK_ACT_ATTENDEE_ADD, "x", &error, NULL));
  store_test_commit (&transaction);
}

/* Somebody on the open list can't be slipped onto one that is sealed. */
static void
test_no_move_onto_sealed_list (StoreTest *test, gconstpointer unused)
{
  add_late (test, MSK_CAPACITY_DELEGATE);
  store_test_assert_refused (test, "UPDATE attendee SET list_number = 1 WHERE name = 'late'",
                             "a sealed list does not change");
}

#define LATE(what) "UPDATE attendee SET " what " WHERE name = 'late'"
#define DECIDED "decided_by = 'leader', decided_at = 4000, reason = 'x'"

/* What the desk refuses, the register refuses too. */
static void
test_vetting_in_order (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  add_late (test, MSK_CAPACITY_PRESS);
  store_test_assert_refused (test, LATE ("vetting = 'approved', " DECIDED), "vetting goes its way");
  store_test_assert_refused (test, LATE ("vetting = 'rejected', " DECIDED), "vetting goes its way");
  store_test_assert_refused (test, LATE ("vetting = 'returned', " DECIDED), "vetting goes its way");
  store_test_assert_refused (test, LATE ("nominated_by = 'x'"), "who nominated them");
  store_test_assert_refused (test, LATE ("replaces = 1"), "who nominated them");
  store_test_assert_refused (test,
                             "UPDATE attendee_list SET sealed_at = 1, sealed_by = 'x', code = 'x'"
                             " WHERE number = 2",
                             "when everybody on it is decided");
  store_test_run (test, LATE ("vetting = 'submitted'"));
  store_test_assert_refused (test, LATE ("unit = 'x'"), "a change begins the vetting anew");
  store_test_assert_refused (test,
                             LATE ("vetting = 'rejected', decided_at = 1, decided_by = "
                                   "nominated_by"),
                             "CHECK");
  store_test_assert_refused (test, LATE ("vetting = 'approved', " DECIDED), "CHECK"); /* M8 */
  store_test_assert_refused (test, LATE ("vetting = 'withdrawn'"), "CHECK");
  store_test_run (test, LATE ("vetting = 'rejected', " DECIDED));
  store_test_assert_refused (test, LATE ("vetting = 'proposed'"), "vetting goes its way");
  store_test_assert_refused (test,
                             LATE ("vetting = 'withdrawn', withdrawn_by = 'x', withdrawn_at = 1"),
                             "vetting goes its way");
}

/* P1: staff are decided before their post starts, and only they have one. */
static void
test_post_starts (StoreTest *test, gconstpointer unused)
{
  add_late (test, MSK_CAPACITY_SERVICE);
  store_test_run (test, LATE ("vetting = 'submitted'"));
  store_test_assert_refused (test,
                             LATE ("vetting = 'approved', decided_by = 'leader', decided_at = "
                                   "5000"),
                             "CHECK");
  store_test_assert_refused (test, LATE ("vetting = 'proposed', post_starts_at = 0"), "CHECK");
  store_test_assert_refused (test, LATE ("vetting = 'proposed', capacity = 'delegate'"), "CHECK");
  store_test_run (test, LATE ("vetting = 'approved', " DECIDED));
}

/* A withdrawn person's seat, badge and plan are gone with them, and their name is free. */
static void
test_withdrawn (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) gone = NULL;
  gboolean exists;

  put_badge (test, 3, 1090);
  store_test_begin (test, &transaction);
  g_assert_true (msk_plan_store_set_seat (&transaction, 3, "A1", &error));
  g_assert_true (msk_attendee_store_withdraw (&transaction, 3, "换人", &error));
  g_assert_no_error (error);
  store_test_commit (&transaction);

  gone = msk_attendee_store_get (test->database, 3, &error);
  g_assert_cmpint (gone->vetting, ==, MSK_VETTING_WITHDRAWN);
  g_assert_cmpstr (gone->withdrawn_reason, ==, "换人");
  g_assert_cmpstr (gone->decided_by, ==, "clerk");
  g_assert_cmpstr (gone->reason, ==, "合适");
  g_assert_cmpstr (gone->seat, ==, "");
  g_assert_cmpint (gone->badge, ==, MSK_BADGE_NONE);
  g_assert_true (msk_attendee_store_exists (test->database, "王3", "第1处", "", &exists, &error));
  g_assert_false (exists);
  store_test_assert_refused (test, "UPDATE attendee SET vetting = 'approved' WHERE id = 3",
                             "a sealed list does not change");
  store_test_assert_refused (test, "UPDATE attendee SET withdrawn_reason = 'x' WHERE id = 3",
                             "a sealed list does not change");
}

/* One badge of a person counts, once it was confirmed. */
static void
test_badges (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskBadgeEntry) old = NULL;
  g_autoptr(MskBadgeEntry) live = NULL;
  g_autoptr(MskBadgeEntry) none = NULL;
  g_autoptr(MskAttendee) person = NULL;

  put_badge (test, 3, 1090);
  store_test_assert_refused (test, "UPDATE badge SET state = 'good'", "goes its way");
  store_test_assert_refused (test, "INSERT INTO badge VALUES (1, 3, 'sent', '', '', '', 0, 1, 1)",
                             "UNIQUE");
  store_test_assert_refused (test, "INSERT INTO badge VALUES (1, 4, 'good', '', '', '', 0, 1, 1)",
                             "sent to the printer first");
  set_badge (test, 1090, MSK_BADGE_PRINTED);
  set_badge (test, 1090, MSK_BADGE_GOOD);
  store_test_assert_refused (test, "UPDATE badge SET state = 'printed'", "goes its way");
  store_test_assert_refused (test, "UPDATE badge SET attendee_id = 4", "goes its way");
  void_badge (test, 3);
  put_badge (test, 3, 1091);

  g_assert_true (msk_badge_store_find (test->database, 1090, &old, &error));
  g_assert_cmpint (old->state, ==, MSK_BADGE_VOID);
  g_assert_cmpint (old->attendee_id, ==, 3);
  g_assert_true (msk_badge_store_find_live (test->database, 3, &live, &error));
  g_assert_cmpint (live->serial, ==, 1091);
  g_assert_cmpint (live->state, ==, MSK_BADGE_SENT);
  g_assert_true (msk_badge_store_find_live (test->database, 4, &none, &error));
  g_assert_null (none);
  g_assert_true (msk_badge_store_find (test->database, 1, &none, &error));
  g_assert_null (none);
  person = msk_attendee_store_get (test->database, 3, &error);
  g_assert_cmpint (person->badge, ==, MSK_BADGE_SENT);
  store_test_assert_refused (test,
                             "UPDATE badge SET state = 'printed', reason = '' WHERE serial = 1090",
                             "goes its way");
  store_test_assert_refused (test, "DELETE FROM badge", "registers are not deleted");
}

/* Nobody who is not on a sealed list gets one, whoever asks. */
static void
test_badges_of_the_sealed (StoreTest *test, gconstpointer unused)
{
  add_late (test, MSK_CAPACITY_DELEGATE);
  store_test_assert_refused (test,
                             "INSERT INTO badge SELECT 1, id, 'sent', '', '', '', 0, 1, 1"
                             " FROM attendee WHERE name = 'late'",
                             "approved on a sealed list");
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);
#define ADD(path, function)                                                                        \
  g_test_add ("/store/attendee/" path, StoreTest, NULL, set_up, function, store_test_tear_down)
  ADD ("lists-are-numbered", test_lists);
  ADD ("a-sealed-list-does-not-change", test_sealed_list);
  ADD ("nobody-is-moved-onto-a-sealed-list", test_no_move_onto_sealed_list);
  ADD ("vetting-goes-its-way", test_vetting_in_order);
  ADD ("staff-are-decided-before-their-post-starts", test_post_starts);
  ADD ("whoever-is-withdrawn-has-nothing-left", test_withdrawn);
  ADD ("one-confirmed-badge-counts", test_badges);
  ADD ("badges-are-for-the-sealed", test_badges_of_the_sealed);
#undef ADD
  return g_test_run ();
}
