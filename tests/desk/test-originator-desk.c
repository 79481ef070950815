/* What is top secret goes back to its originator, and is not destroyed (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-error.h"
#include "msk-originator-desk.h"

#include "destruction-test.h"
#include "incident-test.h"
#include "ledger-replay.h"

static void
check (gboolean done, GError *error, GQuark domain, int code)
{
  g_autoptr(GError) refusal = error;

  if (domain == 0)
    {
      g_assert_no_error (refusal);
      g_assert_true (done);
      return;
    }

  g_assert_error (refusal, domain, code);
  g_assert_false (done);
}

/* With the security officer beside the clerk. */
static void
send_held (DeskTest *test,
           const MskOriginatorDraft *draft,
           GListStore *things,
           GQuark domain,
           int code)
{
  g_autoptr(MskCosigner) witness = destruction_test_sign (test, MSK_ROLE_SECURITY_OFFICER);
  GError *error = NULL;
  gint64 id = 0;
  const gboolean done = msk_originator_desk_send_back (test->session, draft, G_LIST_MODEL (things),
                                                       witness, &id, &error);

  check (done, error, domain, code);
}

static void
send (DeskTest *test,
      const MskOriginatorDraft *draft,
      MskStockKind kind,
      gint64 number,
      GQuark domain,
      int code)
{
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);

  destruction_test_hold (test, things, kind, number);
  send_held (test, draft, things, domain, code);
}

/* It is not even taken up. */
static void
take (DeskTest *test, MskStockKind kind, gint64 number, const char *code, const char *wanted)
{
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict =
                 code == NULL
                     ? msk_originator_desk_choose (test->session, things, kind, number, &error)
                     : msk_originator_desk_take (test->session, things, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (things)), ==, 0);
}

static void
test_back_to_the_originator (DeskTest *test, gconstpointer unused)
{
  MskOriginatorDraft draft = { NULL, "收字001", "赵一", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) returns = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(MskCarrier) carrier = NULL;
  MskBalance balance;

  /* Two carry what is top secret (R2); a carrier has no organ of its own. */
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  draft.second = "赵一";
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  draft.second = "赵-一";
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  draft.second = "-";
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  draft.second = "王-6"; /* who was rejected */
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED);
  draft.second = "钱二";
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  draft.organ = "秘书组";
  draft.receipt = "";
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  draft.receipt = "收字001";
  send (test, &draft, MSK_STOCK_CARRIER, 2, 0, 0);

  /* A paper goes to its own originator and nowhere else; a receipt is entered once. */
  send (test, &draft, MSK_STOCK_COPY, RETURNED, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_ORIGINATOR);
  send (test, &draft, MSK_STOCK_CARRIER, 1, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  draft.organ = "";
  send (test, &draft, MSK_STOCK_COPY, RETURNED, 0, 0);
  draft.receipt = "收字002";
  send (test, &draft, MSK_STOCK_COPY, SPOILED, 0, 0);
  take (test, 0, 0, destruction_test_codes[RETURNED], "copy-with-originator");
  take (test, MSK_STOCK_SET, 1, NULL, "copy-with-originator");
  take (test, MSK_STOCK_CARRIER, 2, NULL, "carrier-with-originator");

  returns = msk_originator_desk_list (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (returns->len, ==, 3);
  g_assert_cmpstr (((MskOriginatorReturn *) returns->pdata[0])->witness, ==,
                   desk_test_get_user (MSK_ROLE_SECURITY_OFFICER));
  items = msk_originator_desk_list_items (test->session, 3, &error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (((MskDestructionItem *) items->pdata[0])->kind, ==, MSK_STOCK_SET);
  g_assert_false (((MskDestructionItem *) items->pdata[0])->scanned_by_hand);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_WITH_ORIGINATOR);
  g_assert_cmpint (desk_test_get_state (test, SPOILED), ==, MSK_COPY_WITH_ORIGINATOR);
  carrier = msk_carrier_desk_get (test->session, 2, &error);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_WITH_ORIGINATOR);

  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &balance, &error));
  g_assert_cmpuint (balance.counts[MSK_COPY_WITH_ORIGINATOR], ==, 2);
  desk_test_assert_balance (test);
}

/* Nobody says alone that something left, nor of what was not in hand. */
static void
test_two_sign_and_the_tag_is_scanned (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(GListStore) claimed = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(MskDestructionItem) claim = msk_destruction_item_new ();
  MskCosigner self = { (char *) desk_test_get_user (MSK_ROLE_DESK_CLERK), MSK_ROLE_DESK_CLERK };
  MskCosigner leader = { (char *) desk_test_get_user (MSK_ROLE_RESPONSIBLE_LEADER),
                         MSK_ROLE_RESPONSIBLE_LEADER };
  GError *error = NULL;
  gint64 entries, id;
  gboolean done;

  take (test, MSK_STOCK_COPY, RETURNED, NULL, "scan-its-code");
  take (test, MSK_STOCK_CARRIER, 2, NULL, "scan-its-code");
  take (test, MSK_STOCK_SET, 1, NULL, "scan-its-code");
  destruction_test_hold (test, things, MSK_STOCK_COPY, RETURNED);

  entries = desk_test_count_entries (test);
  done = msk_originator_desk_send_back (test->session, &draft, G_LIST_MODEL (things), &self, &id,
                                        &error);
  check (done, g_steal_pointer (&error), MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  done = msk_originator_desk_send_back (test->session, &draft, G_LIST_MODEL (things), &leader, &id,
                                        &error);
  check (done, g_steal_pointer (&error), MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);

  /* Of what nobody scanned, or which got another tag since. */
  claim->kind = MSK_STOCK_COPY;
  claim->number = RETURNED;
  g_list_store_append (claimed, claim);
  send_held (test, &draft, claimed, MSK_RULE_ERROR, MSK_RULE_ERROR_SCAN_ITS_CODE);
  claim->scanned_by_hand = TRUE;
  send_held (test, &draft, claimed, MSK_RULE_ERROR, MSK_RULE_ERROR_SCAN_ITS_CODE);
  claim->scanned_by_hand = FALSE;
  claim->scanned_at = 1;
  claim->serial = 99;
  send_held (test, &draft, claimed, MSK_RULE_ERROR, MSK_RULE_ERROR_SCAN_ITS_CODE);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_RETURNED);

  send_held (test, &draft, things, 0, 0);
  desk_test_sql_refused (test, "INSERT INTO originator_return (organ, receipt, bearer, second, at, "
                               "user, witness, station) VALUES ('a', 'b', 'c', '', 1, 'x', 'x', "
                               "'s')");
  desk_test_sql_refused (test, "INSERT INTO originator_return_item (return_id, kind, number, "
                               "from_state, by_hand) VALUES (1, 'set', 1, 'spoiled', 1)");
}

/* A surplus set has the tag of a copy that is in use, and is marked as typed. */
static void
test_surplus_sheets_go_by_hand (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GError) error = NULL;

  send (test, &draft, MSK_STOCK_SET, 2, 0, 0);
  items = msk_originator_desk_list_items (test->session, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_true (((MskDestructionItem *) items->pdata[0])->scanned_by_hand);
}

/* Each is refused for its own reason afterwards, and what waits in a batch is not sent away. */
static void
test_with_originator_never_again (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, RETURNED, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  const gint64 id = destruction_test_start (test);

  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 2, "put-in-batch");
  take (test, 0, 0, destruction_test_codes[COPY_GOOD + 2], "in-destruction");
  send (test, &draft, MSK_STOCK_COPY, RETURNED, 0, 0);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "copy-with-originator");
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, code, "copy-with-originator");
  destruction_test_take_copy (test, id, FALSE, RETURNED, "copy-with-originator");
  desk_test_assert_rule (msk_print_desk_reprint (test->session, RETURNED, &error), &error,
                         MSK_RULE_ERROR_COPY_WITH_ORIGINATOR);
  desk_test_sql_refused (test, "UPDATE copy SET state = 'in-store' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE originator_return SET receipt = 'x'");
  ledger_replay_compare (test);
}

/* What is scanned to go back is on no record until it is sent; that a tag of ours was refused is,
 * as everywhere. */
static void
test_scanned_to_go_back (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    MskStockKind kind;
    gint64 number; /* typed, or of the copy that is scanned */
    const char *code;
  } rows[] = { { MSK_STOCK_SET, 2, "going-back" },
               { MSK_STOCK_SET, 2, "already-scanned" },
               { MSK_STOCK_COPY, SPOILED, "going-back" },
               { MSK_STOCK_COPY, SPOILED, "already-scanned" },
               { MSK_STOCK_COPY, COPY_UNCHECKED + 1, "copy-not-good" },
               { MSK_STOCK_COPY, RETURNED, "going-back" },
               { MSK_STOCK_CARRIER, 77, "not-found" } };
  g_autoptr(GListStore) items = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskVerdict) verdict =
                     rows[i].kind == MSK_STOCK_COPY
                         ? msk_originator_desk_take (test->session, items,
                                                     destruction_test_codes[rows[i].number], &error)
                         : msk_originator_desk_choose (test->session, items, rows[i].kind,
                                                       rows[i].number, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (verdict->code, ==, rows[i].code);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);
}

/* All are sent or none. */
static void
test_send_back_is_whole (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  g_autoptr(GListStore) both = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  gint64 entries;

  destruction_test_hold (test, both, MSK_STOCK_COPY, RETURNED);
  destruction_test_hold (test, both, MSK_STOCK_COPY, COPY_GOOD + 2);
  destruction_test_take_copy (test, destruction_test_start (test), FALSE, COPY_GOOD + 2,
                              "put-in-batch");
  entries = desk_test_count_entries (test);
  send_held (test, &draft, both, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_RETURNED);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* What went back is in hand again, and a code that was never given: each an incident. */
static void
test_refusals_are_incidents (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  g_autofree char *code = desk_test_dup_copy_code (test, RETURNED, 1);
  gint64 entries;

  send (test, &draft, MSK_STOCK_COPY, RETURNED, 0, 0);
  entries = desk_test_count_entries (test);
  take (test, MSK_STOCK_COPY, RETURNED, NULL, "copy-with-originator");
  incident_test_assert (test, "");
  take (test, 0, 0, code, "copy-with-originator");
  take (test, 0, 0, code, "copy-with-originator");
  incident_test_assert (test, "second-sighting copy 000001\n");
  code[34] = code[34] == '0' ? '1' : '0';
  take (test, 0, 0, code, "forged-tag");
  take (test, 0, 0, "6901234567892", "foreign-code");
  incident_test_assert (test, "second-sighting copy 000001\nforged-tag code\n");
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 5);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/originator/" name, DeskTest, NULL, destruction_test_set_up, function,         \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("back-to-the-originator", test_back_to_the_originator);
  ADD ("two-sign-and-the-tag-is-scanned", test_two_sign_and_the_tag_is_scanned);
  ADD ("surplus-sheets-go-by-hand", test_surplus_sheets_go_by_hand);
  ADD ("with-originator-never-again", test_with_originator_never_again);
  ADD ("scanned-to-go-back", test_scanned_to_go_back);
  ADD ("refusals-are-incidents", test_refusals_are_incidents);
  ADD ("send-back-is-whole", test_send_back_is_whole);

  return desk_test_run ();
}
