/* What is top secret goes back to its originator, and is not destroyed (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-error.h"
#include "msk-originator-desk.h"

#include "destruction-test.h"
#include "ledger-replay.h"

static void
send (DeskTest *test,
      const MskOriginatorDraft *draft,
      MskStockKind kind,
      gint64 number,
      GQuark domain,
      int code)
{
  const MskStockItem thing = { .kind = kind, .number = number };
  g_autoptr(GArray) things = g_array_new (FALSE, FALSE, sizeof (MskStockItem));
  g_autoptr(GError) error = NULL;
  gint64 id = 0;
  gboolean done;

  g_array_append_val (things, thing);
  done = msk_originator_desk_send_back (test->session, draft, things, &id, &error);
  if (domain == 0)
    {
      g_assert_no_error (error);
      g_assert_true (done);
      return;
    }

  g_assert_error (error, domain, code);
  g_assert_false (done);
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
  draft.receipt = "收字003";
  send (test, &draft, MSK_STOCK_COPY, RETURNED, MSK_RULE_ERROR,
        MSK_RULE_ERROR_COPY_WITH_ORIGINATOR);
  send (test, &draft, MSK_STOCK_SET, 1, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_WITH_ORIGINATOR);
  send (test, &draft, MSK_STOCK_CARRIER, 2, MSK_RULE_ERROR, MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR);

  returns = msk_originator_desk_list (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (returns->len, ==, 3);
  items = msk_originator_desk_list_items (test->session, 3, &error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (((MskDestructionItem *) items->pdata[0])->kind, ==, MSK_STOCK_SET);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_WITH_ORIGINATOR);
  g_assert_cmpint (desk_test_get_state (test, SPOILED), ==, MSK_COPY_WITH_ORIGINATOR);
  carrier = msk_carrier_desk_get (test->session, 2, &error);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_WITH_ORIGINATOR);

  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &balance, &error));
  g_assert_cmpuint (balance.counts[MSK_COPY_WITH_ORIGINATOR], ==, 2);
  desk_test_assert_balance (test);
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
  send (test, &draft, MSK_STOCK_COPY, COPY_GOOD + 2, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION);
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

/* What is scanned to go back is on no record until it is sent. */
static void
test_scanned_to_go_back (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    MskStockKind kind;
    gint64 number;
    const char *code;
  } rows[] = { { MSK_STOCK_CARRIER, 2, "going-back" },
               { MSK_STOCK_CARRIER, 2, "already-scanned" },
               { MSK_STOCK_COPY, SPOILED, "going-back" },
               { MSK_STOCK_SET, 1, "already-scanned" },
               { MSK_STOCK_COPY, COPY_UNCHECKED + 1, "copy-not-good" },
               { MSK_STOCK_CARRIER, 77, "not-found" } };
  g_autoptr(GListStore) items = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) scanned = NULL;
  const gint64 entries = desk_test_count_entries (test);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskVerdict) verdict =
                     msk_originator_desk_choose (test->session, items, rows[i].kind, rows[i].number,
                                                 &error);

      g_assert_no_error (error);
      g_assert_cmpstr (verdict->code, ==, rows[i].code);
    }
  scanned =
      msk_originator_desk_take (test->session, items, destruction_test_codes[RETURNED], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scanned->code, ==, "going-back");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* All are sent or none. */
static void
test_send_back_is_whole (DeskTest *test, gconstpointer unused)
{
  const MskOriginatorDraft draft = { "", "收字001", "赵一", "钱二" };
  const MskStockItem things[] = { { .kind = MSK_STOCK_COPY, .number = RETURNED },
                                  { .kind = MSK_STOCK_COPY, .number = COPY_UNCHECKED + 1 } };
  g_autoptr(GArray) both = g_array_new (FALSE, FALSE, sizeof (MskStockItem));
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);
  gint64 id;

  g_array_append_vals (both, things, G_N_ELEMENTS (things));
  desk_test_assert_rule (msk_originator_desk_send_back (test->session, &draft, both, &id, &error),
                         &error, MSK_RULE_ERROR_COPY_NOT_GOOD);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_RETURNED);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/originator/" name, DeskTest, NULL, destruction_test_set_up, function,         \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("back-to-the-originator", test_back_to_the_originator);
  ADD ("with-originator-never-again", test_with_originator_never_again);
  ADD ("scanned-to-go-back", test_scanned_to_go_back);
  ADD ("send-back-is-whole", test_send_back_is_whole);

  return desk_test_run ();
}
