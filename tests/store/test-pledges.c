/* Text versions, who took note of them, the agenda's history, and the rules that hold even against
 * SQL (M4, M5, M8, P1). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-store.h"
#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-pledge-store.h"
#include "msk-text-store.h"

#include "store-test.h"

#define PEOPLE 4

/* A meeting with its texts, four delegates and two items. */
static void
set_up (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_set_up (test, NULL);
  store_test_add_meeting (test);
  store_test_add_people (test, PEOPLE);
  store_test_begin (test, &transaction);
  g_assert_true (msk_text_store_insert_first (&transaction, &error));
  for (guint i = 0; i < 2; i++)
    g_assert_true (msk_agenda_store_add (&transaction, "议题", MSK_LEVEL_SECRET,
                                         MSK_RECORDING_NOTEBOOK, MSK_CAPACITY_ALL, &error));
  g_assert_no_error (error);
  store_test_commit (&transaction);
}

static void
acknowledge (StoreTest *test, gint64 person, MskTextKind kind, MskPost post, gboolean expected)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTextVersion) text = msk_text_store_get (test->database, kind, post, &error);
  gboolean done;

  g_assert_no_error (error);
  store_test_begin (test, &transaction);
  g_assert_true (msk_pledge_store_acknowledge (&transaction, person, text, MSK_MANNER_ON_PAPER,
                                               "承 1", &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (done, ==, expected);
  if (done)
    store_test_commit (&transaction);
}

static void
assert_state (StoreTest *test, gint64 person, const char *lacking)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_pledge_store_list (test->database, &error);
  g_autofree char *one = NULL;
  g_autofree char *of_all = NULL;
  MskPledgeState state;

  g_assert_no_error (error);
  g_assert_true (msk_pledge_store_load (test->database, person, &state, &error));
  g_assert_no_error (error);
  one = msk_pledge_state_dup_lacking (&state);
  g_assert_cmpstr (one, ==, lacking);
  of_all = msk_pledge_state_dup_lacking (
      &MSK_PLEDGE_LINE (g_ptr_array_index (lines, person - 1))->state);
  g_assert_cmpstr (of_all, ==, lacking);
}

static void
set_text (StoreTest *test, MskTextKind kind, const char *chinese)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTextVersion) text = msk_text_version_new ();

  text->kind = kind;
  text->chinese = g_strdup (chinese);
  text->english = g_strdup ("T\nx");
  store_test_begin (test, &transaction);
  g_assert_true (msk_text_store_insert (&transaction, text, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (text->number, ==, 2);
  store_test_commit (&transaction);
}

static void
test_first_versions (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = msk_text_store_list (test->database, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (texts->len, ==, 4 + 9);
  for (guint i = 0; i < texts->len; i++)
    {
      const MskTextVersion *text = g_ptr_array_index (texts, i);

      g_assert_cmpuint (text->number, ==, 1);
      g_assert_cmpint (text->in_force_at, ==, STORE_TEST_NOW);
      g_assert_cmpint (text->kind, ==, MIN (i, MSK_TEXT_DUTY));
    }
}

static void
test_a_new_version_voids_the_old_acknowledgement (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) texts = NULL;
  const MskAcknowledgement *first;

  assert_state (test, 1, "briefing, pledge, notice");
  acknowledge (test, 1, MSK_TEXT_BRIEFING, MSK_POST_NONE, TRUE);
  acknowledge (test, 1, MSK_TEXT_BRIEFING, MSK_POST_NONE, FALSE);
  acknowledge (test, 1, MSK_TEXT_PLEDGE, MSK_POST_NONE, TRUE);
  acknowledge (test, 1, MSK_TEXT_NOTICE, MSK_POST_NONE, TRUE);
  assert_state (test, 1, "");
  assert_state (test, 2, "briefing, pledge, notice");

  set_text (test, MSK_TEXT_PLEDGE, "题\n新");
  assert_state (test, 1, "pledge");
  acknowledge (test, 1, MSK_TEXT_PLEDGE, MSK_POST_NONE, TRUE);
  assert_state (test, 1, "");

  lines = msk_pledge_store_list_register (test->database, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 4);
  first = g_ptr_array_index (lines, 1);
  g_assert_cmpint (first->kind, ==, MSK_TEXT_PLEDGE);
  g_assert_cmpuint (first->number, ==, 1);
  g_assert_false (first->in_force);
  g_assert_cmpint (first->manner, ==, MSK_MANNER_ON_PAPER);
  g_assert_cmpstr (first->reference, ==, "承 1");
  g_assert_cmpint (first->at, ==, STORE_TEST_NOW);
  g_assert_cmpstr (first->recorded_by, ==, "clerk");
  g_assert_true (MSK_ACKNOWLEDGEMENT (g_ptr_array_index (lines, 3))->in_force);

  texts = msk_text_store_list (test->database, FALSE, &error);
  g_assert_cmpuint (texts->len, ==, 4 + 9 + 1);
  g_assert_cmpuint (MSK_TEXT_VERSION (g_ptr_array_index (texts, 1))->number, ==, 2);
  g_assert_cmpuint (MSK_TEXT_VERSION (g_ptr_array_index (texts, 2))->number, ==, 1);
}

static void
test_an_annulled_entry_stays_and_does_not_count (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  acknowledge (test, 1, MSK_TEXT_BRIEFING, MSK_POST_NONE, TRUE);
  store_test_begin (test, &transaction);
  g_assert_true (msk_pledge_store_annul (&transaction, 1, "记错了人", &error));
  g_assert_no_error (error);
  g_assert_false (msk_pledge_store_annul (&transaction, 1, "again", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (msk_pledge_store_annul (&transaction, 9, "none", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  store_test_commit (&transaction);

  assert_state (test, 1, "briefing, pledge, notice");
  acknowledge (test, 1, MSK_TEXT_BRIEFING, MSK_POST_NONE, TRUE);
  assert_state (test, 1, "pledge, notice");
  lines = msk_pledge_store_list_register (test->database, 0, &error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (MSK_ACKNOWLEDGEMENT (g_ptr_array_index (lines, 0))->annulment, ==, "记错了人");
  g_assert_cmpint (MSK_ACKNOWLEDGEMENT (g_ptr_array_index (lines, 1))->annulled_at, ==, 0);
}

static void
test_posts (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  guint posts;

  store_test_begin (test, &transaction);
  for (guint i = 0; i < 2; i++)
    g_assert_true (msk_pledge_store_assign_post (&transaction, 2, MSK_POST_DRIVER, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (transaction.entries, ==, 1);
  store_test_commit (&transaction);
  assert_state (test, 2, "briefing, pledge, notice, duty card");
  acknowledge (test, 2, MSK_TEXT_DUTY, MSK_POST_DRIVER, TRUE);
  assert_state (test, 2, "briefing, pledge, notice");

  store_test_begin (test, &transaction);
  for (guint i = 0; i < 2; i++)
    g_assert_true (msk_pledge_store_end_post (&transaction, 2, MSK_POST_DRIVER, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (transaction.entries, ==, 1);
  store_test_commit (&transaction);
  g_assert_true (msk_pledge_store_get_posts (test->database, 2, &posts, &error));
  g_assert_cmpuint (posts, ==, 0);
}

static void
move (StoreTest *test, MskRoomPhase phase, guint position)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (test, &transaction);
  g_assert_true (msk_agenda_store_move (&transaction, phase, position, &error));
  g_assert_no_error (error);
  store_test_commit (&transaction);
}

static guint
get_current (StoreTest *test)
{
  g_autoptr(GError) error = NULL;
  guint position = 99;

  g_assert_true (msk_agenda_store_get_current (test->database, &position, &error));
  g_assert_no_error (error);
  return position;
}

static gboolean
admits (StoreTest *test, guint position, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (test->database, person, &error);
  gboolean admitted;

  g_assert_true (msk_agenda_store_admits (test->database, position, attendee, &admitted, &error));
  g_assert_no_error (error);
  return admitted;
}

static void
test_agenda (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GHashTable) bound = NULL;
  MskRoomState room;
  const gint64 one = 1;

  g_assert_cmpuint (get_current (test), ==, 0);
  store_test_begin (test, &transaction);
  g_assert_true (msk_agenda_store_bind (&transaction, 2, 1, &error));
  g_assert_true (msk_agenda_store_bind (&transaction, 2, 1, &error));
  g_assert_cmpuint (transaction.entries, ==, 1);
  g_assert_true (msk_agenda_store_change (&transaction, 2, MSK_RECORDING_FREE,
                                          1u << MSK_CAPACITY_DELEGATE, &error));
  store_test_commit (&transaction);
  bound = msk_agenda_store_load_bound (test->database, &error);
  g_assert_cmpuint (g_hash_table_size (bound), ==, 1);
  g_assert_cmpuint (((GArray *) g_hash_table_lookup (bound, &one))->len, ==, 1);

  g_assert_true (admits (test, 0, 1));
  move (test, MSK_ROOM_ITEM, 1);
  g_assert_cmpuint (get_current (test), ==, 1);
  g_assert_false (admits (test, 1, 1));
  g_assert_true (admits (test, 1, 2));
  move (test, MSK_ROOM_BREAK, 0);
  g_assert_cmpuint (get_current (test), ==, 0);
  move (test, MSK_ROOM_ITEM, 2);
  g_assert_true (admits (test, 2, 1));
  items = msk_agenda_store_list (test->database, &room, &error);
  g_assert_no_error (error);
  g_assert_cmpint (room.phase, ==, MSK_ROOM_ITEM);
  g_assert_cmpint (MSK_AGENDA_ITEM (g_ptr_array_index (items, 0))->state, ==, MSK_ITEM_OVER);
  g_assert_cmpint (MSK_AGENDA_ITEM (g_ptr_array_index (items, 1))->recording, ==,
                   MSK_RECORDING_FREE);
  move (test, MSK_ROOM_ENDED, 0);
  g_assert_cmpuint (get_current (test), ==, 0);
  g_assert_false (admits (test, 0, 1));

  store_test_begin (test, &transaction);
  g_assert_true (msk_agenda_store_free (&transaction, 2, 1, &error));
  store_test_commit (&transaction);
  g_assert_true (admits (test, 0, 1));
}

static MskRecordingException *
make_exception (void)
{
  MskRecordingException *exception = msk_recording_exception_new ();

  exception->attendee_id = 3;
  exception->kind = MSK_EXCEPTION_NOTE_TAKER;
  exception->position = 1;
  exception->authority = g_strdup ("李四");
  exception->reference = g_strdup ("批 3");
  return exception;
}

static void
test_exceptions (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) standing = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(MskRecordingException) exception = make_exception ();

  store_test_begin (test, &transaction);
  g_assert_true (msk_agenda_store_grant (&transaction, exception, &error));
  g_assert_no_error (error);
  g_assert_false (msk_agenda_store_grant (&transaction, exception, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (msk_agenda_store_withdraw (&transaction, 1, &error));
  g_assert_false (msk_agenda_store_withdraw (&transaction, 1, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  store_test_commit (&transaction);

  standing = msk_agenda_store_list_exceptions (test->database, TRUE, &error);
  g_assert_cmpuint (standing->len, ==, 0);
  all = msk_agenda_store_list_exceptions (test->database, FALSE, &error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (MSK_RECORDING_EXCEPTION (g_ptr_array_index (all, 0))->authority, ==, "李四");
  g_assert_no_error (error);
}

static void
test_rules_hold_against_sql (StoreTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "UPDATE text_version SET chinese = 'x'", "a version never changes" },
    { "DELETE FROM text_version", "a version never changes" },
    { "INSERT INTO text_version VALUES (99, 'pledge', 'none', 1, 'x', 'x', 1, 'x')",
      "versions follow each other" },
    { "INSERT INTO text_version VALUES (99, 'pledge', 'none', 4, 'x', 'x', 1, 'x')",
      "versions follow each other" },
    { "INSERT INTO text_version VALUES (99, 'pledge', 'driver', 1, 'x', 'x', 1, 'x')", "CHECK" },
    { "UPDATE acknowledgement SET attendee_id = 2", "acknowledgements do not change" },
    { "DELETE FROM acknowledgement", "acknowledgements do not change" },
    { "INSERT INTO acknowledgement VALUES (9, 1, 1, 'in-the-room', '', 1, 'x')",
      "took note of it already" },
    { "INSERT INTO acknowledgement VALUES (9, 2, 2, 'in-the-room', '', 1, 'x')",
      "a newer version is in force" },
    { "INSERT INTO acknowledgement VALUES (9, 2, 1, 'on-paper', '', 1, 'x')", "CHECK" },
    { "INSERT INTO acknowledgement VALUES (9, 99, 1, 'in-the-room', '', 1, 'x')", "FOREIGN KEY" },
    { "UPDATE acknowledgement_annulment SET reason = 'x'", "acknowledgements do not change" },
    { "DELETE FROM acknowledgement_annulment", "acknowledgements do not change" },
    { "UPDATE agenda_move SET position = 2", "the history of the agenda" },
    { "DELETE FROM agenda_move", "the history of the agenda" },
    { "INSERT INTO agenda_move VALUES (9, 'item', 7, 1, 'x')", "FOREIGN KEY" },
    { "INSERT INTO agenda_move VALUES (9, 'break', 1, 1, 'x')", "CHECK" },
    { "UPDATE agenda_item SET title = 'x'", "an agenda item stays" },
    { "DELETE FROM agenda_item", "registers are not deleted" },
    { "UPDATE agenda_item SET capacities = 0", "CHECK" },
    { "DELETE FROM agenda_person", "registers are not deleted" },
    { "UPDATE agenda_person SET attendee_id = 3", "stays on record" },
    { "INSERT INTO agenda_person VALUES (9, 1, 2, 1, 'x', 0, '')", "UNIQUE" },
    { "DELETE FROM recording_exception", "registers are not deleted" },
    { "UPDATE recording_exception SET position = 2", "exceptions stay" },
    { "INSERT INTO recording_exception VALUES (9, 3, 'recorder', 1, '', 'x', 1, 'x', 0, '')",
      "CHECK" },
    { "DELETE FROM duty", "registers are not deleted" },
    { "UPDATE duty SET post = 'leader'", "stays on record" },
  };
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskRecordingException) exception = make_exception ();

  acknowledge (test, 1, MSK_TEXT_PLEDGE, MSK_POST_NONE, TRUE);
  acknowledge (test, 1, MSK_TEXT_BRIEFING, MSK_POST_NONE, TRUE);
  set_text (test, MSK_TEXT_PLEDGE, "题\n新");
  move (test, MSK_ROOM_ITEM, 1);
  store_test_begin (test, &transaction);
  g_assert_true (msk_pledge_store_annul (&transaction, 1, "x", &error));
  g_assert_true (msk_agenda_store_bind (&transaction, 1, 2, &error));
  g_assert_true (msk_agenda_store_grant (&transaction, exception, &error));
  g_assert_true (msk_pledge_store_assign_post (&transaction, 2, MSK_POST_DRIVER, &error));
  store_test_commit (&transaction);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      store_test_assert_refused (test, cases[i].sql, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/store/pledges/" path, StoreTest, NULL, set_up, test, store_test_tear_down)
  ADD ("first-versions", test_first_versions);
  ADD ("a-new-version-voids-the-old-acknowledgement",
       test_a_new_version_voids_the_old_acknowledgement);
  ADD ("an-annulled-entry-stays-and-does-not-count",
       test_an_annulled_entry_stays_and_does_not_count);
  ADD ("posts", test_posts);
  ADD ("agenda", test_agenda);
  ADD ("exceptions", test_exceptions);
  ADD ("rules-hold-against-sql", test_rules_hold_against_sql);
#undef ADD

  return g_test_run ();
}
