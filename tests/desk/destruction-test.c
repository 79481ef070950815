/* What the tests of destruction share: things to destroy, and the way to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "destruction-test.h"

#include "msk-carrier-desk.h"
#include "msk-destruction-scan.h"
#include "msk-originator-desk.h"

static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "会议保密本", 50,
                                          "会务组" };
static const MskCarrierDraft top_draft = { MSK_CARRIER_DRAFT, MSK_LEVEL_TOP_SECRET, "讲话草稿", 8,
                                           "秘书组" };

char *destruction_test_codes[2 * RESERVED + 1];

/* One copy came back, one came out wrong, one printing too many came; a notebook and a top-secret
 * draft are in store. The clerk is signed in. */
void
destruction_test_set_up (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;

  desk_test_set_up_inside (test, NULL);
  desk_test_issue (test, PERSON_FIRST, RETURNED);
  code = desk_test_dup_copy_code (test, RETURNED, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  g_assert_true (msk_print_desk_spoil (test->session, SPOILED, 0, "卡纸", &error));
  g_assert_cmpint (msk_print_desk_twice (test->session, COPY_GOOD + 5, 0, "重复出纸", &error), ==,
                   2);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 1);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &top_draft, 1, &error), ==, 2);
  g_assert_no_error (error);
  for (guint number = 1; number < G_N_ELEMENTS (destruction_test_codes); number++)
    {
      g_free (destruction_test_codes[number]);
      destruction_test_codes[number] = desk_test_dup_copy_code (test, number, 2);
    }
}

char *
destruction_test_dup_label_code (DeskTest *test, gint64 number)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  char *code = msk_carrier_desk_dup_code (test->session, (guint) number, NULL);
  const guint carrier = (guint) number;
  MskPrintResult result;

  if (code != NULL)
    return code;

  g_array_append_val (numbers, carrier);
  g_assert_true (msk_carrier_desk_print_labels (test->session, numbers, DESK_TEST_PRINTER, &result,
                                                NULL, &error));
  code = msk_carrier_desk_dup_code (test->session, carrier, &error);
  g_assert_no_error (error);
  desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
  return code;
}

void
destruction_test_hold (DeskTest *test, GListStore *things, MskStockKind kind, gint64 number)
{
  g_autofree char *label =
      kind == MSK_STOCK_CARRIER ? destruction_test_dup_label_code (test, number) : NULL;
  const char *code = kind == MSK_STOCK_COPY ? destruction_test_codes[number] : label;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict =
                 code == NULL
                     ? msk_originator_desk_choose (test->session, things, kind, number, &error)
                     : msk_originator_desk_take (test->session, things, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "going-back");
}

gint64
destruction_test_start (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (msk_destruction_desk_start (test->session, "会后清退", &id, &error));
  g_assert_no_error (error);
  return id;
}

void
destruction_test_take (DeskTest *test,
                       gint64 id,
                       gboolean at_machine,
                       const char *code,
                       const char *wanted)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (test->session, id, at_machine);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_destruction_scan_take (scan, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
}

void
destruction_test_take_copy (DeskTest *test,
                            gint64 id,
                            gboolean at_machine,
                            guint number,
                            const char *wanted)
{
  destruction_test_take (test, id, at_machine, destruction_test_codes[number], wanted);
}

void
destruction_test_type (DeskTest *test,
                       gint64 id,
                       gboolean at_machine,
                       MskStockKind kind,
                       gint64 number,
                       const char *wanted)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (test->session, id, at_machine);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_destruction_scan_choose (scan, kind, number, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
}

MskCosigner *
destruction_test_sign (DeskTest *test, MskRole role)
{
  g_autoptr(GError) error = NULL;
  MskCosigner *witness =
      msk_cosigner_sign_in (test->session, desk_test_get_user (role), DESK_TEST_PASSPHRASE,
                            MSK_ACT_DESTROY_WITNESS, &error);

  g_assert_no_error (error);
  return witness;
}

void
destruction_test_propose (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_destruction_desk_propose (test->session, id, &error));
  g_assert_no_error (error);
}

void
destruction_test_approve (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_destruction_desk_approve (test->session, id, &error));
  g_assert_no_error (error);
}

/* The officer destroys and the organiser watches: the clerk proposed. */
void
destruction_test_begin (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) witness = NULL;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  witness = destruction_test_sign (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_destruction_desk_begin (test->session, id, MSK_DESTRUCTION_SHRED, PLACE,
                                             witness, &error));
  g_assert_no_error (error);
}

gboolean
destruction_test_end (DeskTest *test,
                      gint64 id,
                      const char *remark,
                      MskRole witness_role,
                      GError **error)
{
  g_autoptr(MskCosigner) witness = destruction_test_sign (test, witness_role);

  return msk_destruction_desk_end (test->session, id, remark, witness, error);
}

void
destruction_test_assert_stage (DeskTest *test,
                               gint64 id,
                               MskDestructionStage stage,
                               guint items,
                               guint scanned)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDestruction) batch = msk_destruction_desk_get (test->session, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (batch->stage, ==, stage);
  g_assert_cmpuint (batch->items, ==, items);
  g_assert_cmpuint (batch->scanned, ==, scanned);
}

/* Returned, spoiled, surplus, an unwanted copy in store, and a notebook. */
gint64
destruction_test_make_up (DeskTest *test)
{
  const gint64 id = destruction_test_start (test);

  destruction_test_take_copy (test, id, FALSE, RETURNED, "put-in-batch");
  destruction_test_take_copy (test, id, FALSE, SPOILED, "put-in-batch");
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 2, "put-in-batch");
  destruction_test_type (test, id, FALSE, MSK_STOCK_SET, 2, "put-in-batch");
  destruction_test_type (test, id, FALSE, MSK_STOCK_CARRIER, 1, "put-in-batch");
  return id;
}

void
destruction_test_feed_all (DeskTest *test, gint64 id)
{
  destruction_test_take_copy (test, id, TRUE, RETURNED, "into-the-machine");
  destruction_test_take_copy (test, id, TRUE, SPOILED, "into-the-machine");
  destruction_test_take_copy (test, id, TRUE, COPY_GOOD + 2, "into-the-machine");
  destruction_test_type (test, id, TRUE, MSK_STOCK_SET, 2, "into-the-machine");
  destruction_test_type (test, id, TRUE, MSK_STOCK_CARRIER, 1, "into-the-machine");
}

gint64
destruction_test_destroy_all (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = destruction_test_make_up (test);

  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  destruction_test_feed_all (test, id);
  g_assert_true (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
  return id;
}
