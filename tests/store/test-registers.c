/* What the registers keep of meetings, people, papers and the appliance, and the rules that hold
 * even against SQL. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-store.h"
#include "msk-appliance.h"
#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-paper-store.h"
#include "msk-policy-store.h"

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

static void
test_meeting (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskMeeting) meeting = msk_meeting_store_load (test->database, &error);
  g_autoptr(MskMeeting) changed = NULL;
  g_autoptr(GPtrArray) agenda = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (meeting->id, ==, 7);
  g_assert_cmpstr (meeting->title, ==, "年度工作会议");
  g_assert_cmpint (meeting->level, ==, MSK_LEVEL_SECRET);
  g_assert_cmpint (meeting->state, ==, MSK_MEETING_STATE_OPEN);
  g_assert_cmpint (meeting->ends_at - meeting->starts_at, ==, 3600);

  store_test_begin (test, &transaction);
  g_free (meeting->title);
  meeting->title = g_strdup ("𠮷㐀");
  g_assert_true (msk_meeting_store_update (&transaction, meeting, &error));
  g_assert_true (msk_meeting_store_set_level (&transaction, MSK_LEVEL_TOP_SECRET, &error));
  g_assert_true (msk_meeting_store_set_state (&transaction, MSK_MEETING_STATE_SWEEPING, &error));
  for (guint i = 0; i < 3; i++)
    g_assert_true (msk_agenda_store_add (&transaction, "议题", MSK_LEVEL_CONFIDENTIAL,
                                         MSK_RECORDING_NOTEBOOK, MSK_CAPACITY_ALL, &error));
  store_test_commit (&transaction);

  changed = msk_meeting_store_load (test->database, &error);
  g_assert_cmpstr (changed->title, ==, "𠮷㐀");
  g_assert_cmpint (changed->level, ==, MSK_LEVEL_TOP_SECRET);
  g_assert_cmpint (changed->state, ==, MSK_MEETING_STATE_SWEEPING);
  agenda = msk_agenda_store_list (test->database, NULL, &error);
  g_assert_cmpuint (agenda->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      MskAgendaItem *item = agenda->pdata[i];

      g_assert_cmpuint (item->position, ==, i + 1);
      g_assert_cmpint (item->recording, ==, MSK_RECORDING_NOTEBOOK);
    }
}

static void
test_no_meeting (void)
{
  StoreTest test;
  g_autoptr(GError) error = NULL;

  store_test_set_up (&test, NULL);
  g_assert_null (msk_meeting_store_load (test.database, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
  store_test_tear_down (&test, NULL);
}

static void
test_serials_run_once (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;
  gint64 previous = 0;
  guint left;

  store_test_add_serials (test, 5000, 7);
  g_assert_true (msk_meeting_store_count_serials (test->database, &left, &error));
  g_assert_cmpuint (left, ==, 97);

  for (guint i = 0; i < 97; i++)
    {
      g_auto(MskTransaction) transaction = { NULL };
      gint64 serial;

      store_test_begin (test, &transaction);
      g_assert_true (msk_meeting_store_take_serial (&transaction, &serial, &error));
      g_assert_cmpint (serial, >, previous);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&serial, sizeof serial)));
      previous = serial;
      g_assert_true (msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, "x", &error, NULL));
      store_test_commit (&transaction);
    }

  g_assert_cmpint (previous, ==, 5006);
  g_assert_true (msk_meeting_store_count_serials (test->database, &left, &error));
  g_assert_cmpuint (left, ==, 0);
  {
    g_auto(MskTransaction) transaction = { NULL };
    gint64 serial;

    store_test_begin (test, &transaction);
    g_assert_false (msk_meeting_store_take_serial (&transaction, &serial, &error));
    g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
  }
  store_test_assert_refused (test, "UPDATE serial_block SET next = next - 1",
                             "serials are used once");
}

static void
test_papers (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = msk_paper_store_get (test->database, 1, &error);
  g_autoptr(MskPreparedPdf) expected = store_test_make_pdf (2);
  g_autoptr(MskPreparedPdf) loaded = msk_paper_store_load_prepared (test->database, 1, &error);
  g_autoptr(GVariant) layout = NULL;
  g_autoptr(GVariant) expected_layout = NULL;
  gboolean has;

  g_assert_no_error (error);
  g_assert_cmpstr (paper->document_number, ==, "办发 1");
  g_assert_cmpstr (paper->period, ==, "10年");
  g_assert_cmpuint (paper->scope, ==, MSK_CAPACITY_ALL);
  g_assert_cmpuint (paper->approved, ==, 20);
  g_assert_cmpuint (paper->allocated, ==, 10);

  layout = msk_prepared_pdf_dup_layout (loaded);
  expected_layout = msk_prepared_pdf_dup_layout (expected);
  g_assert_true (g_variant_equal (layout, expected_layout));
  g_assert_true (g_bytes_equal (loaded->bytes, expected->bytes));

  g_assert_true (msk_paper_store_has_number (test->database, "办发 1", &has, &error));
  g_assert_true (has);
  g_assert_true (msk_paper_store_has_number (test->database, "办发 2", &has, &error));
  g_assert_false (has);
  g_assert_null (msk_paper_store_get (test->database, 2, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (msk_paper_store_load_prepared (test->database, 2, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);

  store_test_assert_refused (test, "UPDATE paper SET level = 'confidential'",
                             "papers do not change");
  store_test_assert_refused (test, "DELETE FROM paper", "registers are not deleted");
}

static void
set_up_appliance (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  test->folder = store_test_make_folder ();
  test->path = g_build_filename (test->folder, "appliance.db", NULL);
  test->key = msk_key_new_random ();
  test->actor = (MskActor){ "officer", MSK_ROLE_SECURITY_OFFICER, "desk 1", STORE_TEST_NOW };
  test->database = msk_database_open (test->path, test->key, MSK_DATABASE_APPLIANCE, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (msk_appliance_fill (test->database, &test->actor, &error));
}

static void
test_accounts (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  MskRole role;
  gboolean has;
  guint count;

  store_test_begin (test, &transaction);
  g_assert_true (msk_appliance_add_user (&transaction, "clerk", MSK_ROLE_DESK_CLERK, &error));
  store_test_commit (&transaction);
  g_assert_true (msk_appliance_get_role (test->database, "clerk", &role, &error));
  g_assert_cmpint (role, ==, MSK_ROLE_DESK_CLERK);
  g_assert_true (
      msk_appliance_count_role (test->database, MSK_ROLE_SECURITY_OFFICER, &count, &error));
  g_assert_cmpuint (count, ==, 1);

  store_test_begin (test, &transaction);
  g_assert_true (msk_appliance_remove_user (&transaction, "clerk", &error));
  store_test_commit (&transaction);
  g_assert_false (msk_appliance_get_role (test->database, "clerk", &role, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (msk_appliance_has_user (test->database, "clerk", &has, &error));
  g_assert_true (has);

  store_test_begin (test, &transaction);
  g_assert_false (msk_appliance_remove_user (&transaction, "clerk", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  msk_transaction_clear (&transaction);
  store_test_assert_refused (test, "DELETE FROM user WHERE name = 'clerk'", "not deleted");
  store_test_assert_refused (test, "INSERT INTO user VALUES ('clerk', 'organiser', 0, NULL)",
                             "UNIQUE");
}

static void
test_appliance_serials (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GBytes) key = g_bytes_new_static ("wrapped", 7);
  g_autoptr(GBytes) found_key = NULL;
  g_autofree char *file = NULL;
  g_autoptr(GError) error = NULL;
  gint64 meetings[2], first[3], meeting_id;

  store_test_begin (test, &transaction);
  g_assert_true (msk_appliance_add_meeting (&transaction, "1", "f1", key, &meetings[0], &error));
  g_assert_true (msk_appliance_add_meeting (&transaction, "2", "f2", key, &meetings[1], &error));
  g_assert_true (msk_appliance_give_serials (&transaction, meetings[0], 10, &first[0], &error));
  g_assert_true (msk_appliance_give_serials (&transaction, meetings[1], 5, &first[1], &error));
  g_assert_true (msk_appliance_give_serials (&transaction, meetings[0], 1, &first[2], &error));
  store_test_commit (&transaction);
  g_assert_cmpint (first[0], ==, 1);
  g_assert_cmpint (first[1], ==, 11);
  g_assert_cmpint (first[2], ==, 16);

  for (gint64 serial = 0; serial <= 17; serial++)
    {
      g_assert_true (msk_appliance_find_serial (test->database, serial, &meeting_id, &error));
      g_assert_cmpint (meeting_id, ==,
                       serial == 0 || serial > 16     ? 0
                       : serial <= 10 || serial == 16 ? meetings[0]
                                                      : meetings[1]);
    }

  g_assert_true (
      msk_appliance_find_meeting (test->database, meetings[1], &file, &found_key, &error));
  g_assert_cmpstr (file, ==, "f2");
  g_assert_true (g_bytes_equal (key, found_key));
  store_test_assert_refused (test, "UPDATE serial_block SET meeting_id = 2",
                             "serials are given once");
  store_test_assert_refused (test, "DELETE FROM serial_block", "serials are given once");

  /* The last serial is 999999999. */
  store_test_sql (test, "INSERT INTO serial_block VALUES (17, 999999990, 1)");
  store_test_begin (test, &transaction);
  g_assert_false (msk_appliance_give_serials (&transaction, meetings[0], 10, &first[0], &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE);
  g_clear_error (&error);
  g_assert_true (msk_appliance_give_serials (&transaction, meetings[0], 9, &first[0], &error));
  g_assert_cmpint (first[0], ==, 999999991);
}

static void
test_scheme_is_kept (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskMeeting) meeting = msk_meeting_store_load (test->database, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (meeting->scheme->name, ==, "chinese");
  store_test_assert_refused (test, "UPDATE meeting SET scheme = scheme || ' '",
                             "a meeting keeps the scheme");
}

/* A scheme that was tampered with marks nothing. */
static void
test_damaged_scheme (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  store_test_sql (test, "DROP TRIGGER meeting_keeps_scheme");
  store_test_sql (test, "UPDATE meeting SET scheme = replace (scheme, 'years=20', 'years=40')");
  g_assert_null (msk_meeting_store_load (test->database, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
}

static void
test_removals (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;

  store_test_sql (test, "INSERT INTO paper_removal VALUES (1, 'javascript'), (1, 'form')");
  paper = msk_paper_store_get (test->database, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paper->removed, ==, 1u << MSK_REMOVAL_JAVASCRIPT | 1u << MSK_REMOVAL_FORM);
  store_test_assert_refused (test, "INSERT INTO paper_removal VALUES (1, 'form')", "UNIQUE");
  store_test_assert_refused (test, "INSERT INTO paper_removal VALUES (1, 'teleport')", "CHECK");
  store_test_assert_refused (test, "UPDATE paper_removal SET kind = 'media'", "do not change");
  store_test_assert_refused (test, "DELETE FROM paper_removal", "not deleted");
}

/* The 14 of "Copy 14 of 30", over the blocks of numbers that a paper was given. */
static void
test_ordinals (StoreTest *test, gconstpointer unused)
{
  static const guint numbers[][2] = { { 1, 1 }, { 10, 10 }, { 14, 11 }, { 16, 13 } };
  g_autoptr(GError) error = NULL;
  gint64 other = store_test_add_paper (test, "办发 2", 20);
  guint ordinal;

  store_test_add_copies (test, other, 3);
  store_test_add_copies (test, 1, 3);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_true (
          msk_paper_store_get_ordinal (test->database, 1, numbers[i][0], &ordinal, &error));
      g_assert_cmpuint (ordinal, ==, numbers[i][1]);
    }
  g_assert_true (msk_paper_store_get_ordinal (test->database, other, 12, &ordinal, &error));
  g_assert_cmpuint (ordinal, ==, 2);
}

static void
test_policy (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScheme) scheme = NULL;
  g_autoptr(MskScheme) shorter = NULL;
  MskActiveContent content;

  g_assert_true (msk_policy_store_load (test->database, &scheme, &content, &error));
  g_assert_cmpstr (scheme->name, ==, "chinese");
  g_assert_cmpint (content, ==, MSK_ACTIVE_CONTENT_REMOVE);

  shorter = msk_scheme_adjust (scheme, MSK_LEVEL_SECRET, 3, MSK_AUTHORITY_ORIGINATOR, &error);
  store_test_begin (test, &transaction);
  g_assert_true (msk_policy_store_set_scheme (&transaction, shorter, &error));
  g_assert_true (
      msk_policy_store_set_active_content (&transaction, MSK_ACTIVE_CONTENT_REFUSE, &error));
  store_test_commit (&transaction);

  g_clear_object (&scheme);
  g_assert_true (msk_policy_store_load (test->database, &scheme, &content, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (scheme->levels[MSK_LEVEL_SECRET].years, ==, 3);
  g_assert_cmpint (content, ==, MSK_ACTIVE_CONTENT_REFUSE);
  store_test_assert_refused (test, "DELETE FROM policy", "not deleted");
  store_test_assert_refused (test, "INSERT INTO policy VALUES (2, 'x', 'remove')", "CHECK");
}

static void
test_incidents (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  const MskIncidentDraft lost = { MSK_INCIDENT_LOST_BADGE, 3, "badge 1204", "落在车上" };
  const MskIncidentDraft inside = { MSK_INCIDENT_DEVICE_INSIDE, 0, "", "录音笔" };
  const MskIncident *first, *second;
  gint64 id;

  store_test_begin (test, &transaction);
  g_assert_true (msk_incident_store_open (&transaction, &lost, &id, &error));
  g_assert_cmpint (id, ==, 1);
  g_assert_true (msk_incident_store_open (&transaction, &inside, &id, &error));
  store_test_commit (&transaction);

  incidents = msk_incident_store_list (test->database, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (incidents->len, ==, 2);
  first = incidents->pdata[0];
  second = incidents->pdata[1];
  g_assert_cmpint (first->kind, ==, MSK_INCIDENT_LOST_BADGE);
  g_assert_cmpint (first->attendee_id, ==, 3);
  g_assert_cmpstr (first->subject, ==, "badge 1204");
  g_assert_cmpstr (first->text, ==, "落在车上");
  g_assert_cmpint (second->attendee_id, ==, 0);
  g_assert_cmpint (store_test_read_number (test, "SELECT COUNT (*) FROM ledger WHERE act = "
                                                 "'incident-open' AND subject = 'incident 2'"),
                   ==, 1);
  store_test_assert_refused (test, "UPDATE incident SET text = ''", "do not change");
  store_test_assert_refused (test, "DELETE FROM incident", "not deleted");
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, begin, function)                                                                 \
  g_test_add ("/store/" name, StoreTest, NULL, begin, function, store_test_tear_down)
  ADD ("meeting/is-read-as-it-was-written", set_up, test_meeting);
  g_test_add_func ("/store/meeting/without-its-row-is-damage", test_no_meeting);
  ADD ("meeting/serials-run-once", set_up, test_serials_run_once);
  ADD ("paper/is-read-as-it-was-written", set_up, test_papers);
  ADD ("meeting/keeps-the-scheme-it-was-made-with", set_up, test_scheme_is_kept);
  ADD ("meeting/a-damaged-scheme-marks-nothing", set_up, test_damaged_scheme);
  ADD ("paper/what-was-removed-stays-on-record", set_up, test_removals);
  ADD ("paper/each-number-has-its-place-among-its-papers", set_up, test_ordinals);
  ADD ("incident/is-read-as-it-was-opened-and-stays", set_up, test_incidents);
  ADD ("appliance/policy-is-read-as-it-was-written", set_up_appliance, test_policy);
  ADD ("appliance/accounts-stay-known", set_up_appliance, test_accounts);
  ADD ("appliance/serials-are-given-once", set_up_appliance, test_appliance_serials);
#undef ADD
  return g_test_run ();
}
