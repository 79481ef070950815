/* Receipts: what is issued, and what is signed for; by whom, and by nobody else (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-error.h"
#include "msk-receipt-desk.h"
#include "msk-sheet-desk.h"

#include "desk-test.h"

#define STROKES "1:400;100,200,0 300,-50,40 10,60,60;500,100,900 0,200,100"

static MskSignature *
make_signature (void)
{
  g_autoptr(GError) error = NULL;
  MskSignature *signature = msk_signature_parse (STROKES, &error);

  g_assert_no_error (error);
  return signature;
}

static GPtrArray *
list_unsigned (DeskTest *test, gint64 person)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *groups = msk_receipt_desk_list_unsigned (test->session, person, &error);

  g_assert_no_error (error);
  return groups;
}

/* The one group of a person. */
static MskUnsigned *
get_unsigned (DeskTest *test, gint64 person)
{
  g_autoptr(GPtrArray) groups = list_unsigned (test, person);

  g_assert_cmpuint (groups->len, ==, 1);
  return g_object_ref (g_ptr_array_index (groups, 0));
}

/* "2 issue 000001, 000011; …" of everybody. */
static char *
describe_unsigned (DeskTest *test)
{
  g_autoptr(GPtrArray) groups = list_unsigned (test, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      MskUnsigned *group = g_ptr_array_index (groups, i);
      g_autofree char *numbers = msk_receipt_lines_dup_numbers (group->lines);

      g_string_append_printf (text, "%s%d %s %s", i > 0 ? "; " : "", (int) group->attendee_id,
                              msk_receipt_kind_get_label (group->kind), numbers);
    }
  return g_string_free (text, FALSE);
}

static void
expect_unsigned (DeskTest *test, const char *wanted)
{
  g_autofree char *found = describe_unsigned (test);

  g_assert_cmpstr (found, ==, wanted);
}

static gint64
sign (DeskTest *test, gint64 person, gint64 signer, GError **error)
{
  g_autoptr(MskUnsigned) group = get_unsigned (test, person);
  g_autoptr(MskSignature) signature = make_signature ();

  return msk_receipt_desk_sign (test->session, group, signer, signature, error);
}

static void
take_back (DeskTest *test, guint number)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
}

static gint64
designate (DeskTest *test, gint64 person, gint64 collector, GError **error)
{
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_receipt_desk_designate (test->session, person, collector, "领批 3", error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  return id;
}

static void
print (DeskTest *test, MskReceiptKind kind, gint64 person)
{
  g_autoptr(GError) error = NULL;
  MskSheetOrder order = { .kind = MSK_SHEET_RECEIPTS, .receipt_kind = kind, .attendee_id = person };
  g_autoptr(GBytes) sheet = msk_sheet_desk_make (test->session, &order, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheet);
}

/* Issued is one thing, and signed for another; one signature covers a pack. */
static void
test_screen (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReceipt) receipt = NULL;
  g_autofree char *strokes = NULL;
  gint64 number;

  expect_unsigned (test, "");
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, OTHER_COPY_GOOD);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD + 1);
  expect_unsigned (test, "1 issue 000002; 2 issue 000001, 000011");

  number = sign (test, PERSON_SECOND, 0, &error);
  g_assert_no_error (error);
  expect_unsigned (test, "1 issue 000002");
  receipt = msk_receipt_desk_get (test->session, number, &error);
  g_assert_no_error (error);
  g_assert_true (receipt->is_signed);
  g_assert_cmpint (receipt->way, ==, MSK_RECEIPT_WAY_SCREEN);
  g_assert_cmpint (receipt->signer_id, ==, PERSON_SECOND);
  g_assert_cmpuint (receipt->lines->len, ==, 2);
  strokes = msk_signature_dup_text (receipt->signature);
  g_assert_cmpstr (strokes, ==, STROKES);

  /* The return is signed for by itself. */
  take_back (test, COPY_GOOD);
  expect_unsigned (test, "1 issue 000002; 2 return 000001");
  g_assert_cmpint (sign (test, PERSON_SECOND, 0, &error), ==, number + 1);
  expect_unsigned (test, "1 issue 000002");
  desk_test_assert_balance (test);
}

/* What was a mistake is not signed for, and what was signed for is no mistake any more. */
static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskVerdict) refused = NULL;

  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  expect_unsigned (test, "1 issue 000001");
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_cmpstr (undone->code, ==, "undone");
  expect_unsigned (test, "");

  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  again = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  g_assert_cmpint (sign (test, PERSON_FIRST, 0, &error), >, 0);
  refused = msk_scan_desk_undo (test->desk, again, &error);
  g_assert_cmpstr (refused->code, ==, "already-signed");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
}

static void
test_refused (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 signer;
    int code;
  } rows[] = {
    /* Nobody signs for another, … */
    { PERSON_SECOND, MSK_RULE_ERROR_NOT_DESIGNATED },
    { PERSON_REJECTED, MSK_RULE_ERROR_NOT_DESIGNATED },
    { PERSON_UNSEALED, MSK_RULE_ERROR_NOT_DESIGNATED },
    /* … and who is designated carries only what they are cleared for. */
    { PERSON_UNCLEARED, MSK_RULE_ERROR_CLEARANCE_TOO_LOW },
  };
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);

  g_assert_cmpint (designate (test, PERSON_FIRST, PERSON_UNCLEARED, &error), >, 0);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpint (desk_test_count_entries (test), >, entries);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 before = desk_test_count_entries (test);

      g_test_message ("row %u", i);
      desk_test_assert_rule (sign (test, PERSON_FIRST, rows[i].signer, &error) != 0, &error,
                             rows[i].code);
      expect_unsigned (test, "1 issue 000001");
      g_assert_cmpint (desk_test_count_entries (test), ==, before);
    }
  g_assert_cmpint (sign (test, PERSON_FIRST, 999, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

/* What was shown is what is signed: nothing more, and nothing that is over. */
static void
test_shown (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskSignature) signature = make_signature ();
  g_autoptr(MskSignature) scrawl = msk_signature_new (400);
  g_autoptr(MskUnsigned) shown = NULL;
  g_autoptr(MskUnsigned) nothing = g_object_new (MSK_TYPE_UNSIGNED, NULL);

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  shown = get_unsigned (test, PERSON_FIRST);
  g_assert_cmpint (msk_receipt_desk_sign (test->session, shown, 0, scrawl, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_SIGNATURE);
  g_clear_error (&error);
  nothing->attendee_id = PERSON_FIRST;
  desk_test_assert_rule (msk_receipt_desk_sign (test->session, nothing, 0, signature, &error) != 0,
                         &error, MSK_RULE_ERROR_NOTHING_TO_SIGN);

  /* What came after it was shown is not covered. */
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  g_assert_cmpint (msk_receipt_desk_sign (test->session, shown, 0, signature, &error), >, 0);
  expect_unsigned (test, "1 issue 000011");
  desk_test_assert_rule (msk_receipt_desk_sign (test->session, shown, 0, signature, &error) != 0,
                         &error, MSK_RULE_ERROR_NOTHING_TO_SIGN);
}

static void
test_designated (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskReceipt) receipt = NULL;
  g_autoptr(GPtrArray) standing = NULL;
  gint64 id, number;

  id = designate (test, PERSON_FIRST, PERSON_SECOND, &error);
  g_assert_no_error (error);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  number = sign (test, PERSON_FIRST, PERSON_SECOND, &error);
  g_assert_no_error (error);
  receipt = msk_receipt_desk_get (test->session, number, &error);
  g_assert_cmpint (receipt->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (receipt->signer_id, ==, PERSON_SECOND);
  g_assert_cmpstr (receipt->reference, ==, "领批 3");

  /* It goes one way, and ends. */
  desk_test_assert_rule (sign (test, PERSON_SECOND, PERSON_FIRST, &error) != 0, &error,
                         MSK_RULE_ERROR_NOT_DESIGNATED);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_receipt_desk_end_designation (test->session, id, &error));
  desk_test_assert_rule (msk_receipt_desk_end_designation (test->session, id, &error), &error,
                         MSK_RULE_ERROR_NOTHING_CHANGED);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  take_back (test, COPY_GOOD);
  desk_test_assert_rule (sign (test, PERSON_FIRST, PERSON_SECOND, &error) != 0, &error,
                         MSK_RULE_ERROR_NOT_DESIGNATED);
  standing = msk_receipt_desk_list_designations (test->session, TRUE, &error);
  g_assert_cmpuint (standing->len, ==, 0);
}

/* Whoever was withdrawn signs for nobody, though no decision ended it. */
static void
test_designee_withdrawn (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  designate (test, PERSON_FIRST, PERSON_SECOND, &error);
  g_assert_no_error (error);
  before = msk_receipt_desk_list_designations (test->session, TRUE, &error);
  g_assert_false (((MskDesignation *) g_ptr_array_index (before, 0))->without_force);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_withdraw (test->session, PERSON_SECOND, "调离", NULL, &error));
  g_assert_no_error (error);
  after = msk_receipt_desk_list_designations (test->session, TRUE, &error);
  g_assert_true (((MskDesignation *) g_ptr_array_index (after, 0))->without_force);
}

/* M3: who collects a paper is among those whom it is for; what came back anybody designated signs.
 */
static void
test_designated_outside_scope (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  designate (test, PERSON_FIRST, PERSON_OUTSIDE_SCOPE, &error);
  g_assert_no_error (error);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_assert_rule (sign (test, PERSON_FIRST, PERSON_OUTSIDE_SCOPE, &error) != 0, &error,
                         MSK_RULE_ERROR_OUTSIDE_SCOPE);
  g_assert_cmpint (sign (test, PERSON_FIRST, PERSON_FIRST, &error), >, 0);
  take_back (test, COPY_GOOD);
  g_assert_cmpint (sign (test, PERSON_FIRST, PERSON_OUTSIDE_SCOPE, &error), >, 0);
  g_assert_no_error (error);
}

static void
test_refused_designations (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 person;
    gint64 collector;
    const char *reference;
    gboolean is_rule;
    int code;
  } rows[] = {
    { PERSON_FIRST, PERSON_FIRST, "x", FALSE, MSK_INPUT_ERROR_BAD_VALUE },
    { PERSON_FIRST, PERSON_SECOND, " ", FALSE, MSK_INPUT_ERROR_BAD_VALUE },
    { PERSON_FIRST, PERSON_SECOND, "两\n行", FALSE, MSK_INPUT_ERROR_BAD_VALUE },
    { PERSON_FIRST, 999, "x", FALSE, MSK_INPUT_ERROR_NOT_FOUND },
    { PERSON_FIRST, PERSON_REJECTED, "x", TRUE, MSK_RULE_ERROR_REJECTED },
    { PERSON_FIRST, PERSON_UNSEALED, "x", TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { PERSON_UNSEALED, PERSON_FIRST, "x", TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { PERSON_SECOND, PERSON_THIRD, "x", TRUE, MSK_RULE_ERROR_NOTHING_CHANGED },
  };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (designate (test, PERSON_SECOND, PERSON_THIRD, &error), >, 0);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 before = desk_test_count_entries (test);

      g_test_message ("row %u", i);
      g_assert_cmpint (msk_receipt_desk_designate (test->session, rows[i].person, rows[i].collector,
                                                   rows[i].reference, &error),
                       ==, 0);
      g_assert_true (g_error_matches (error, rows[i].is_rule ? MSK_RULE_ERROR : MSK_INPUT_ERROR,
                                      rows[i].code));
      g_clear_error (&error);
      g_assert_cmpint (desk_test_count_entries (test), ==, before);
    }
}

/* A receipt is printed, signed by hand, and entered by its number. */
static void
test_paper (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) receipts = NULL;
  g_autoptr(GPtrArray) after = NULL;
  MskReceipt *first;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_FIRST, OTHER_COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  print (test, MSK_RECEIPT_ISSUE, 0);
  receipts = msk_receipt_desk_list (test->session, &error);
  g_assert_cmpuint (receipts->len, ==, 2);
  first = g_ptr_array_index (receipts, 0);
  g_assert_false (first->is_signed);
  g_assert_cmpuint (first->lines->len, ==, 2);

  /* Printed once more it is the same receipt, and another when something was added. */
  print (test, MSK_RECEIPT_ISSUE, PERSON_FIRST);
  desk_test_issue (test, PERSON_SECOND, OTHER_COPY_GOOD + 1);
  print (test, MSK_RECEIPT_ISSUE, PERSON_SECOND);
  after = msk_receipt_desk_list (test->session, &error);
  g_assert_cmpuint (after->len, ==, 3);

  /* Signed on the screen after all, it keeps its number. */
  g_assert_cmpint (sign (test, PERSON_FIRST, 0, &error), ==, 1);
  g_assert_no_error (error);
  expect_unsigned (test, "2 issue 000002, 000012");
  desk_test_assert_rule (msk_receipt_desk_enter (test->session, 1, 0, &error), &error,
                         MSK_RULE_ERROR_ALREADY_SIGNED);
  desk_test_assert_rule (msk_receipt_desk_enter (test->session, 3, PERSON_FIRST, &error), &error,
                         MSK_RULE_ERROR_NOT_DESIGNATED);
  g_assert_true (msk_receipt_desk_enter (test->session, 3, PERSON_SECOND, &error));
  expect_unsigned (test, "");
  /* The older one lists what is signed for by now. */
  {
    g_autoptr(MskReceipt) older = msk_receipt_desk_get (test->session, 2, &error);
    g_autoptr(MskReceipt) newer = msk_receipt_desk_get (test->session, 3, &error);

    g_assert_true (msk_receipt_is_outdated (older));
    g_assert_false (msk_receipt_is_outdated (newer));
  }
  desk_test_assert_rule (msk_receipt_desk_enter (test->session, 2, 0, &error), &error,
                         MSK_RULE_ERROR_RECEIPT_OUTDATED);
  g_assert_false (msk_receipt_desk_enter (test->session, 99, 0, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

static void
test_outdated (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(GBytes) sheet = NULL;
  MskSheetOrder order = { .kind = MSK_SHEET_RECEIPTS, .receipt_kind = MSK_RECEIPT_RETURN };

  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  print (test, MSK_RECEIPT_ISSUE, PERSON_FIRST);
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  desk_test_assert_rule (msk_receipt_desk_enter (test->session, 1, 0, &error), &error,
                         MSK_RULE_ERROR_RECEIPT_OUTDATED);

  /* There is no return to sign for, and nothing is made. */
  sheet = msk_sheet_desk_make (test->session, &order, &error);
  desk_test_assert_rule (sheet != NULL, &error, MSK_RULE_ERROR_NOTHING_TO_SIGN);
}

static void
test_policy (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskSigning signing = MSK_SIGNING_NONE;

  g_assert_true (msk_receipt_desk_get_signing (test->session, &signing, &error));
  g_assert_cmpint (signing, ==, MSK_SIGNING_PRINTED);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_receipt_desk_set_signing (test->session, MSK_SIGNING_NONE, &error));
  expect_unsigned (test, "");
  g_assert_true (msk_receipt_desk_set_signing (test->session, MSK_SIGNING_SCREEN, &error));
  expect_unsigned (test, "1 issue 000001");
  g_assert_true (msk_receipt_desk_get_signing (test->session, &signing, &error));
  g_assert_cmpint (signing, ==, MSK_SIGNING_SCREEN);
}

/* A carrier is signed for like a copy, and with the copies. */
static void
test_carriers (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "会议保密本",
                                            50, "会务组" };
  g_autoptr(GError) error = NULL;
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *code = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) refused = NULL;
  MskPrintResult result;
  guint number = 1;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 1);
  g_array_append_val (numbers, number);
  g_assert_true (msk_carrier_desk_print_labels (test->session, numbers, DESK_TEST_PRINTER, &result,
                                                NULL, &error));
  code = msk_carrier_desk_dup_code (test->session, 1, &error);
  desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  g_assert_cmpstr (issued->code, ==, "issued");
  expect_unsigned (test, "1 issue 000001, carrier 0001");
  print (test, MSK_RECEIPT_ISSUE, 0);
  g_assert_true (msk_receipt_desk_enter (test->session, 1, 0, &error));
  expect_unsigned (test, "");
  refused = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_cmpstr (refused->code, ==, "already-signed");
  desk_test_expect (test, MSK_SCAN_RETURN, code, "returned");
  expect_unsigned (test, "1 return carrier 0001");
}

/* Whoever has the key and SQL gets no further. */
static void
test_triggers (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  print (test, MSK_RECEIPT_ISSUE, 0);
  g_assert_true (msk_receipt_desk_enter (test->session, 1, 0, &error));
  desk_test_sql_refused (test, "UPDATE receipt_signature SET signer_id = 2");
  desk_test_sql_refused (test, "DELETE FROM receipt_signature");
  desk_test_sql_refused (test, "DELETE FROM receipt_line");
  desk_test_sql_refused (test, "UPDATE receipt SET attendee_id = 2");
  desk_test_sql_refused (test, "INSERT INTO receipt_signature VALUES (2, 'paper', 1, NULL, '', 1, "
                               "'x')");
  desk_test_sql_refused (test, "INSERT INTO receipt_signature VALUES (2, 'screen', 2, NULL, '', 1, "
                               "'x')");
  desk_test_sql_refused (test, "INSERT INTO receipt_signature VALUES (2, 'paper', 2, NULL, '1:', "
                               "1, 'x')");
  desk_test_sql_refused (test, "INSERT INTO receipt_line (receipt_number, movement_id) SELECT 1, "
                               "MAX (id) FROM movement");
  desk_test_sql_refused (test, "INSERT INTO receipt VALUES (9, 'issue', 1, 1, 'x'); INSERT INTO "
                               "receipt_signature VALUES (9, 'paper', 1, NULL, '', 1, 'x')");
  desk_test_sql_refused (test, "DELETE FROM receipt_policy; UPDATE designation SET collector_id = "
                               "1; INSERT INTO designation VALUES (1, 1, 1, 'x', 1, 'x')");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/desk/receipt/" path, DeskTest, NULL, desk_test_set_up_inside, function,            \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  ADD ("one-signature-on-the-screen-covers-a-pack", test_screen);
  ADD ("what-is-signed-for-is-not-undone", test_undo);
  ADD ("nobody-signs-for-another", test_refused);
  ADD ("what-was-shown-is-what-is-signed", test_shown);
  ADD ("whom-the-leader-designated-signs", test_designated);
  ADD ("designated-outside-the-scope", test_designated_outside_scope);
  ADD ("a-designee-who-was-withdrawn", test_designee_withdrawn);
  ADD ("refused-designations", test_refused_designations);
  ADD ("a-printed-receipt-is-entered-by-its-number", test_paper);
  ADD ("a-receipt-of-what-was-undone-is-not-entered", test_outdated);
  ADD ("the-meeting-says-whether-signatures-are-asked-for", test_policy);
  ADD ("carriers-are-signed-for-like-copies", test_carriers);
  ADD ("the-register-refuses-what-the-code-must-not-do", test_triggers);
  return desk_test_run ();
}
