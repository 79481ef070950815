/* Requests to copy and the decisions on them, and the rules that hold even against SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-store.h"
#include "msk-error.h"

#include "store-test.h"

#define COPIES 10
#define APPROVED 20

/* A meeting with serials, ten people and a paper with ten copies in store, under request 1. */
static void
set_up (StoreTest *test, gconstpointer unused)
{
  store_test_set_up (test, NULL);
  store_test_add_meeting (test);
  store_test_add_serials (test, 1001, 100);
  store_test_add_people (test, 10);
  store_test_add_copies (test, store_test_add_paper (test, "办发 1", APPROVED), COPIES);
}

static MskCopyRequest *
get_request (StoreTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  MskCopyRequest *request = msk_request_store_get (test->database, id, &error);

  g_assert_no_error (error);
  return request;
}

static void
test_kept_as_given (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  const gint64 id = store_test_add_request (test, 1, 4);
  g_autoptr(MskCopyRequest) open = get_request (test, id);
  g_autoptr(MskCopyRequest) refused = NULL;
  g_autoptr(MskCopyRequest) approved = get_request (test, 1);
  g_autoptr(GPtrArray) list = NULL;

  g_assert_cmpint (open->state, ==, MSK_REQUEST_OPEN);
  g_assert_cmpint (open->paper_id, ==, 1);
  g_assert_cmpuint (open->copies, ==, 4);
  g_assert_cmpstr (open->purpose, ==, "会议用");
  g_assert_cmpstr (open->applicant, ==, "王五");
  g_assert_cmpstr (open->document_number, ==, "办发 1");
  g_assert_cmpstr (open->requested_by, ==, "organiser");
  g_assert_cmpuint (open->granted, ==, 0);

  store_test_begin (test, &transaction);
  g_assert_true (msk_request_store_refuse (&transaction, open, "无此必要", &error));
  store_test_commit (&transaction);
  refused = get_request (test, id);
  g_assert_cmpint (refused->state, ==, MSK_REQUEST_REFUSED);
  g_assert_cmpstr (refused->reason, ==, "无此必要");
  g_assert_cmpstr (refused->recorded_by, ==, "clerk");
  g_assert_cmpuint (refused->granted, ==, 0);

  g_assert_cmpint (approved->state, ==, MSK_REQUEST_APPROVED);
  g_assert_cmpuint (approved->granted, ==, APPROVED);
  g_assert_cmpuint (approved->live, ==, COPIES);
  g_assert_cmpstr (approved->authority, ==, "李四");
  g_assert_cmpstr (approved->post, ==, "主任");
  g_assert_cmpstr (approved->organ, ==, "办公室");
  g_assert_cmpstr (approved->reference, ==, "批 1");
  g_assert_cmpint (approved->decided_at, ==, STORE_TEST_NOW);

  list = msk_request_store_list (test->database, 1, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = msk_request_store_list (test->database, 2, &error);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_no_error (error);
  g_assert_null (msk_request_store_get (test->database, 99, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

/* M6, C1: whoever has the key and writes SQL meets the same rules. */
static void
test_rules_hold_against_sql (StoreTest *test, gconstpointer unused)
{
  const gint64 id = store_test_add_request (test, 1, 4);
  const gint64 other = store_test_add_paper (test, "办发 2", 0);

#define DECIDE(request, outcome, copies, authority, reason, user)                                  \
  "INSERT INTO copy_decision VALUES (" #request ", '" outcome "', " #copies ", '', '" authority    \
  "', '主任', '办公室', 'county', '批', '" reason "', 1, 1, '" user "')"
  g_assert_cmpint (id, ==, 2);
  g_assert_cmpint (other, ==, 2);
  store_test_assert_refused (test, "UPDATE copy_request SET copies = 1000", "requests do not");
  store_test_assert_refused (test, "DELETE FROM copy_request", "requests do not change");
  store_test_assert_refused (test, "UPDATE copy_decision SET copies = 1", "decisions do not");
  store_test_assert_refused (test, "DELETE FROM copy_decision", "decisions do not change");
  store_test_assert_refused (test, DECIDE (2, "approved", 4, "李四", "", "organiser"),
                             "nobody decides on their own request");
  store_test_assert_refused (test, DECIDE (2, "approved", 4, "王五", "", "leader"),
                             "nobody decides on their own request");
  store_test_assert_refused (test, DECIDE (2, "approved", 5, "李四", "", "leader"),
                             "no more is approved than was asked for");
  store_test_assert_refused (test, DECIDE (2, "approved", 0, "李四", "", "leader"), "CHECK");
  store_test_assert_refused (test, DECIDE (2, "approved", 4, "", "", "leader"), "CHECK");
  store_test_assert_refused (test, DECIDE (2, "refused", 4, "李四", "x", "leader"), "CHECK");
  store_test_assert_refused (test, DECIDE (2, "refused", 0, "", "", "leader"), "CHECK");
  store_test_assert_refused (test, DECIDE (9, "refused", 0, "", "x", "leader"), "FOREIGN KEY");
  store_test_assert_refused (test, DECIDE (1, "refused", 0, "", "x", "leader"), "UNIQUE");
  store_test_assert_refused (test, "INSERT INTO number_block VALUES (11, 12, 1, 2, NULL, 0)",
                             "under an approval of their paper");
  store_test_sql (test, DECIDE (2, "refused", 0, "", "x", "leader"));
  store_test_assert_refused (test, "INSERT INTO number_block VALUES (11, 12, 1, 2, NULL, 0)",
                             "under an approval of their paper");
  store_test_assert_refused (test, "INSERT INTO number_block VALUES (11, 12, 2, 1, NULL, 0)",
                             "under an approval of their paper");
#undef DECIDE
}

/* The limit counts what is, or may still become, a good copy: all states but these two. */
static void
test_counts_every_state (StoreTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *state;
    guint counted;
  } cases[] = {
    { "printing", 1 }, { "in-store", 1 }, { "held", 1 },      { "away", 1 },    { "returned", 1 },
    { "spoiled", 0 },  { "void", 0 },     { "destroyed", 1 }, { "missing", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO spoilage SELECT NULL, serial, number, 'spoiled', 1, "
          "'纸卡', '', 0, 'clerk'"
          " FROM copy WHERE number = %u AND '%s' = 'spoiled';"
          "INSERT INTO permit SELECT 1, number, 1, '机要室', '周同', '批 1', 1, '张三', '李四', 0, "
          "'leader'"
          " FROM copy WHERE number = %u AND '%s' = 'away';"
          "INSERT INTO permit_take SELECT id, '张三', '李四', 0, 'clerk' FROM permit "
          "WHERE copy_number = %u;"
          "UPDATE copy SET state = '%s', holder_id = 1 WHERE number = %u",
          i + 1, cases[i].state, i + 1, cases[i].state, i + 1, cases[i].state, i + 1);
      g_autoptr(MskCopyRequest) before = get_request (test, 1);
      g_autoptr(MskCopyRequest) after = NULL;

      g_test_message ("%s", cases[i].state);
      store_test_sql (test, sql);
      after = get_request (test, 1);
      g_assert_cmpuint (before->live - after->live, ==, 1 - cases[i].counted);
    }
}

static MskCopy *
get_next (StoreTest *test, const char *place, guint *left)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_copy_store_list_reserved (test->database, 1, place, &error);

  g_assert_no_error (error);
  *left = copies->len;
  return g_object_ref (g_ptr_array_index (copies, 0));
}

static void
test_waits_for_its_place (StoreTest *test, gconstpointer unused)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  const gint64 upstairs = store_test_approve (test, 1, 2, "三楼");
  g_autoptr(MskCopy) anywhere = NULL;
  g_autoptr(MskCopy) there = NULL;
  g_autoptr(MskCopy) here = NULL;
  g_autoptr(MskCopyRequest) request = NULL;
  guint first, left;

  store_test_begin (test, &transaction);
  g_assert_true (msk_copy_store_reserve (&transaction, 1, upstairs, 2, &first, &error));
  g_assert_true (msk_copy_store_reserve (&transaction, 1, 1, 3, &first, &error));
  store_test_commit (&transaction);
  g_assert_cmpuint (first, ==, 13);

  anywhere = get_next (test, NULL, &left);
  g_assert_cmpuint (anywhere->number, ==, 11);
  g_assert_cmpuint (left, ==, 5);
  there = get_next (test, "三楼", &left);
  g_assert_cmpuint (there->number, ==, 11);
  g_assert_cmpuint (left, ==, 5);
  here = get_next (test, "一楼", &left);
  g_assert_cmpuint (here->number, ==, 13);
  g_assert_cmpuint (left, ==, 3);

  request = msk_request_store_get_of_number (test->database, 12, &error);
  g_assert_cmpint (request->id, ==, upstairs);
  g_assert_cmpuint (request->live, ==, 2);
  g_assert_null (msk_request_store_get_of_number (test->database, 99, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/store/requests/" name, StoreTest, NULL, set_up, function, store_test_tear_down)
  ADD ("are-kept-as-given-and-decided-once", test_kept_as_given);
  ADD ("their-rules-hold-against-sql", test_rules_hold_against_sql);
  ADD ("an-approval-counts-every-state", test_counts_every_state);
  ADD ("a-number-waits-for-its-place", test_waits_for_its_place);
#undef ADD
  return g_test_run ();
}
