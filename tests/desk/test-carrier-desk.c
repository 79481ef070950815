/* Notebooks and other carriers: registered, labelled, issued, returned, swept; and no other way
 * round. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-door-desk.h"
#include "msk-error.h"

#include "desk-test.h"

static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "会议保密本", 50,
                                          "会务组" };

static void
print_label (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  g_array_append_val (numbers, number);
  g_assert_true (msk_carrier_desk_print_labels (test->session, numbers, DESK_TEST_PRINTER, &result,
                                                NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 1);
  g_assert_cmpuint (result.left, ==, 0);
}

static char *
dup_code (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  char *code = msk_carrier_desk_dup_code (test->session, number, &error);

  g_assert_no_error (error);
  return code;
}

static void
scan (DeskTest *test, MskScanMode mode, guint number, const char *expected)
{
  g_autofree char *code = dup_code (test, number);
  g_autoptr(MskVerdict) verdict = desk_test_scan (test, mode, code);

  g_assert_cmpstr (verdict->code, ==, expected);
  g_assert_cmpuint (verdict->carrier, ==, number);
  g_assert_cmpuint (verdict->number, ==, 0);
  g_assert_true (msk_balance_holds (&verdict->balance));
}

static void
scan_badge (DeskTest *test, gint64 person, const char *expected)
{
  g_autofree char *code = desk_test_dup_badge_code (test, person);

  desk_test_expect (test, MSK_SCAN_ISSUE, code, expected);
}

/* Three Secret notebooks whose labels count. */
static void
set_up_labelled (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_set_up_inside (test, NULL);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 3, &error), ==, 1);
  g_assert_no_error (error);
  for (guint number = 1; number <= 3; number++)
    {
      print_label (test, number);
      scan (test, MSK_SCAN_CHECK, number, "confirmed");
    }
}

static MskCopyState
get_state (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCarrier) carrier = msk_carrier_desk_get (test->session, number, &error);

  g_assert_no_error (error);
  return carrier->state;
}

static void
test_register (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCarrier) carrier = NULL;
  MskCarrierDraft draft = notebook;
  MskBalance balance;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 2, &error), ==, 1);
  draft.kind = MSK_CARRIER_DISK;
  draft.sheets = 0;
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &draft, 1, &error), ==, 3);
  g_assert_no_error (error);

  carrier = msk_carrier_desk_get (test->session, 3, &error);
  g_assert_cmpint (carrier->kind, ==, MSK_CARRIER_DISK);
  g_assert_cmpint (carrier->level, ==, MSK_LEVEL_SECRET);
  g_assert_cmpstr (carrier->description, ==, "会议保密本");
  g_assert_cmpstr (carrier->source, ==, "会务组");
  g_assert_cmpint (carrier->state, ==, MSK_COPY_IN_STORE);
  g_assert_cmpint (carrier->label, ==, MSK_ATTEMPT_RESERVED);
  g_assert_true (msk_carrier_desk_get_balance (test->session, &balance, &error));
  g_assert_cmpuint (balance.allocated, ==, 3);
  g_assert_true (msk_balance_holds (&balance));
  g_assert_null (msk_carrier_desk_get (test->session, 4, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

static void
test_register_needs_words (DeskTest *test, gconstpointer unused)
{
  static const char *const bad[] = { "", " ", "two\nlines" };
  const gint64 entries = desk_test_count_entries (test);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (gboolean source = FALSE; source <= TRUE; source++)
      {
        g_autoptr(GError) error = NULL;
        MskCarrierDraft draft = notebook;

        *(source ? &draft.source : &draft.description) = bad[i];
        g_assert_cmpuint (msk_carrier_desk_add (test->session, &draft, 1, &error), ==, 0);
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* A row that is gone shows, since the left side is counted from what was given. */
static void
test_a_lost_row_breaks_the_balance (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskBalance balance;

  desk_test_sql (test, "PRAGMA foreign_keys = OFF; DROP TRIGGER carrier_no_delete;"
                       "DELETE FROM carrier WHERE number = 3");
  g_assert_true (msk_carrier_desk_get_balance (test->session, &balance, &error));
  g_assert_no_error (error);
  g_assert_false (msk_balance_holds (&balance));
  desk_test_give_up (test, COPY_UNCHECKED);
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_BALANCE_BROKEN);
}

static void
test_a_label_counts_when_it_was_scanned (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 1);
  g_assert_null (msk_carrier_desk_dup_code (test->session, 1, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  print_label (test, 1);
  scan (test, MSK_SCAN_ISSUE, 1, "label-not-confirmed");
  scan (test, MSK_SCAN_CHECK, 1, "confirmed");
  scan (test, MSK_SCAN_CHECK, 1, "already-good");
  scan (test, MSK_SCAN_ISSUE, 1, "carrier-selected");
}

static void
test_a_new_label_voids_the_old_one (DeskTest *test, gconstpointer unused)
{
  g_autofree char *old = dup_code (test, 1);

  print_label (test, 1);
  desk_test_refuse (test, MSK_SCAN_CHECK, old, "void-tag", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, old, "void-tag", 1);
  scan (test, MSK_SCAN_ISSUE, 1, "label-not-confirmed");
  scan (test, MSK_SCAN_CHECK, 1, "confirmed");
  desk_test_refuse (test, MSK_SCAN_RETURN, old, "void-tag", 1);
  scan (test, MSK_SCAN_ISSUE, 1, "carrier-selected");
}

/* A new label on something else would bring back what is still out. */
static void
test_no_label_for_what_is_out (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;
  guint number = 1;

  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  g_array_append_val (numbers, number);
  desk_test_assert_rule (msk_carrier_desk_print_labels (test->session, numbers, DESK_TEST_PRINTER,
                                                        &result, NULL, &error),
                         &error, MSK_RULE_ERROR_ALREADY_ISSUED);
  scan (test, MSK_SCAN_RETURN, 1, "returned");
}

/* Nothing is printed on a printer that is not on the list, and the label that counts stays. */
static void
test_labels_need_a_designated_printer (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;
  guint number = 1;

  g_array_append_val (numbers, number);
  desk_test_assert_rule (msk_carrier_desk_print_labels (test->session, numbers, "隔壁", &result,
                                                        NULL, &error),
                         &error, MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED);
  g_assert_cmpuint (result.left, ==, 1);
  scan (test, MSK_SCAN_ISSUE, 1, "carrier-selected");
}

static void
test_more_labels_than_a_sheet (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 30, &error), ==, 1);
  for (guint number = 1; number <= 30; number++)
    g_array_append_val (numbers, number);
  g_assert_true (msk_carrier_desk_print_labels (test->session, numbers, DESK_TEST_PRINTER, &result,
                                                NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 30);
  scan (test, MSK_SCAN_CHECK, 1, "confirmed");
  scan (test, MSK_SCAN_CHECK, 30, "confirmed");
}

static void
test_issue_and_return (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskCarrier) carrier = NULL;

  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  scan (test, MSK_SCAN_ISSUE, 2, "carrier-selected");
  scan_badge (test, PERSON_SECOND, "issued");
  carrier = msk_carrier_desk_get (test->session, 1, NULL);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (carrier->holder_id, ==, PERSON_FIRST);
  g_assert_cmpint (carrier->issued_at, ==, desk_test_now);

  scan (test, MSK_SCAN_ISSUE, 1, "already-issued");
  scan (test, MSK_SCAN_RETURN, 3, "second-sighting");
  scan (test, MSK_SCAN_RETURN, 1, "returned");
  scan (test, MSK_SCAN_RETURN, 1, "already-returned");
  /* In a pile it is no echo of the scanner. */
  scan (test, MSK_SCAN_RETURN, 3, "second-sighting");
  scan (test, MSK_SCAN_RETURN, 1, "second-sighting");
  g_assert_cmpint (get_state (test, 1), ==, MSK_COPY_RETURNED);
  g_assert_cmpint (get_state (test, 2), ==, MSK_COPY_HELD);
}

/* What somebody has written in a notebook is nobody else's to read. */
static void
test_what_came_back_goes_only_to_who_had_it (DeskTest *test, gconstpointer unused)
{
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  scan (test, MSK_SCAN_RETURN, 1, "returned");
  scan_badge (test, PERSON_SECOND, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "already-returned");
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
}

static void
test_who_may_not_have_it (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 person;
    const char *code;
  } cases[] = {
    { PERSON_UNCLEARED, "clearance-too-low" },
    { PERSON_REJECTED, "rejected" },
    { PERSON_UNSEALED, "not-on-sealed-list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
      g_autoptr(MskVerdict) carrier = msk_scan_desk_choose_carrier (desk, 1, &error);
      g_autoptr(MskVerdict) person = msk_scan_desk_choose_person (desk, cases[i].person, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (carrier->code, ==, "carrier-selected");
      g_assert_cmpstr (person->code, ==, cases[i].code);
      g_assert_cmpint (get_state (test, 1), ==, MSK_COPY_IN_STORE);
    }
}

static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = dup_code (test, 1);
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(MskCarrier) carrier = NULL;

  scan_badge (test, PERSON_FIRST, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  carrier = msk_carrier_desk_get (test->session, 1, &error);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_IN_STORE);
  g_assert_cmpint (carrier->holder_id, ==, 0);
  g_assert_cmpint (carrier->issued_at, ==, 0);
  again = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_cmpstr (again->code, ==, "already-decided");
}

static void
test_undo_of_a_return (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = dup_code (test, 1);
  g_autoptr(MskVerdict) returned = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskCarrier) carrier = NULL;
  const gint64 then = desk_test_now;

  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  desk_test_now += 60;
  returned = desk_test_scan (test, MSK_SCAN_RETURN, code);
  undone = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  carrier = msk_carrier_desk_get (test->session, 1, &error);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (carrier->holder_id, ==, PERSON_FIRST);
  g_assert_cmpint (carrier->issued_at, ==, then);
}

static void
test_spoil_and_void (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_assert_rule (msk_carrier_desk_void (test->session, 1, "误登记", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  /* Nor after another label, which nobody has scanned yet. */
  print_label (test, 1);
  desk_test_assert_rule (msk_carrier_desk_void (test->session, 1, "误登记", &error), &error,
                         MSK_RULE_ERROR_ALREADY_GOOD);
  g_assert_false (msk_carrier_desk_spoil (test->session, 2, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_carrier_desk_spoil (test->session, 2, "受潮", &error));
  scan (test, MSK_SCAN_ISSUE, 2, "carrier-spoiled");
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 3, "issued");
  desk_test_assert_rule (msk_carrier_desk_spoil (test->session, 3, "受潮", &error), &error,
                         MSK_RULE_ERROR_ALREADY_ISSUED);

  /* One that waits for destruction gets a new label, or the sweep could never begin. */
  print_label (test, 2);
  scan (test, MSK_SCAN_CHECK, 2, "confirmed");

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 4);
  print_label (test, 4);
  g_assert_true (msk_carrier_desk_void (test->session, 4, "误登记", &error));
  g_assert_no_error (error);
  scan (test, MSK_SCAN_ISSUE, 4, "carrier-void");
  scan (test, MSK_SCAN_CHECK, 4, "label-not-confirmed");
}

static void
test_forged_and_foreign_labels (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = dup_code (test, 1);
  g_autofree char *forged = g_strdup (code);

  forged[34] = forged[34] == '0' ? '1' : '0';
  desk_test_refuse (test, MSK_SCAN_ISSUE, forged, "forged-tag", 2); /* and the incident */
  code[20] = '\0';
  desk_test_refuse (test, MSK_SCAN_ISSUE, code, "cut-code", 0);
}

static void
settle_copies (DeskTest *test)
{
  desk_test_give_up (test, COPY_UNCHECKED);
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
}

static void
see_copies (DeskTest *test)
{
  for (guint i = 0; i < GOOD; i++)
    {
      g_autofree char *first = desk_test_dup_copy_code (test, COPY_GOOD + i, 1);
      g_autofree char *second = desk_test_dup_copy_code (test, OTHER_COPY_GOOD + i, 1);

      desk_test_expect (test, MSK_SCAN_SWEEP, first, "seen");
      desk_test_expect (test, MSK_SCAN_SWEEP, second, "seen");
    }
}

static void
test_sweep_wants_labels (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  settle_copies (test);
  print_label (test, 2);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_LABEL_NOT_CONFIRMED);
}

/* One is in store, one left behind in the room, one nowhere: the meeting closes only when all three
 * are explained. */
static void
test_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GBytes) report = NULL;
  MskSweepSummary summary;
  MskSweepLine *line;

  settle_copies (test);
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  scan_badge (test, PERSON_SECOND, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 2, "issued");
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  see_copies (test);
  scan (test, MSK_SCAN_SWEEP, 3, "seen");
  scan (test, MSK_SCAN_SWEEP, 3, "already-scanned");
  scan (test, MSK_SCAN_SWEEP, 1, "second-sighting");

  open = msk_sweep_desk_list (test->session, TRUE, &error);
  g_assert_cmpuint (open->len, ==, 2);
  line = g_ptr_array_index (open, 1);
  g_assert_cmpint (line->kind, ==, MSK_SWEEP_CARRIER);
  g_assert_cmpuint (line->number, ==, 2);
  g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_OUT);
  g_assert_cmpstr (line->holder, !=, "");

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_sign (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_CARRIER, 1, "x",
                                                        "x", &error),
                         &error, MSK_RULE_ERROR_ALREADY_SCANNED);
  g_assert_true (msk_sweep_desk_recover (test->session, MSK_SWEEP_CARRIER, 1, "讲台下", &error));
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_CARRIER, 2, "保密处",
                                                "全场找遍", &error));
  desk_test_assert_rule (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_CARRIER, 2, "x",
                                                        "x", &error),
                         &error, MSK_RULE_ERROR_CARRIER_MISSING);
  g_assert_cmpint (get_state (test, 1), ==, MSK_COPY_RETURNED);
  g_assert_cmpint (get_state (test, 2), ==, MSK_COPY_MISSING);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.expected, ==, 2 * RESERVED + 3);
  g_assert_cmpuint (summary.carriers, ==, 3);
  g_assert_cmpuint (summary.missing, ==, 1);
  g_assert_cmpuint (summary.recovered, ==, 1);
  desk_test_count_blind (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  report = msk_report_desk_make (test->session, MSK_REPORT_SWEEP, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

static void
test_only_the_clerk (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) report = NULL;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 1, &error), ==, 0);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (msk_carrier_desk_spoil (test->session, 1, "x", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  report = msk_report_desk_make (test->session, MSK_REPORT_CARRIERS, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

static void
test_out_of_the_room (DeskTest *test, gconstpointer unused)
{
  desk_test_let_out (test, PERSON_FIRST);
  scan (test, MSK_SCAN_ISSUE, 1, "carrier-selected");
  scan_badge (test, PERSON_FIRST, "not-admitted");
  g_assert_cmpint (get_state (test, 1), ==, MSK_COPY_IN_STORE);
}

#define ADD(name, set_up, test)                                                                    \
  g_test_add ("/desk/carrier/" name, DeskTest, NULL, set_up, test, desk_test_tear_down)

/* R3: permits are for copies; what the refusal names has to exist. */
static void
test_exit_gate (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDoorDesk) out = NULL;

  desk_test_sql (test, "DROP TRIGGER carrier_stays; UPDATE carrier SET level = 'top-secret'");
  scan_badge (test, PERSON_FIRST, "person-selected");
  scan (test, MSK_SCAN_ISSUE, 1, "issued");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  out = msk_door_desk_new (test->session, MSK_DIRECTION_OUT);
  g_object_unref (msk_door_desk_choose (out, PERSON_FIRST, &error));
  g_assert_no_error (error);
  g_assert_null (msk_door_desk_let_out_holding (out, "去医院", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  g_assert_null (strstr (error->message, "grant a permit"));
  g_assert_nonnull (strstr (error->message, "take back"));
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("are-registered-in-a-series-of-their-own", desk_test_set_up_inside, test_register);
  ADD ("registering-needs-what-and-who", desk_test_set_up_inside, test_register_needs_words);
  ADD ("a-lost-row-breaks-the-balance", set_up_labelled, test_a_lost_row_breaks_the_balance);
  ADD ("a-label-counts-when-it-was-scanned", desk_test_set_up_inside,
       test_a_label_counts_when_it_was_scanned);
  ADD ("a-new-label-voids-the-old-one", set_up_labelled, test_a_new_label_voids_the_old_one);
  ADD ("no-label-for-what-is-out", set_up_labelled, test_no_label_for_what_is_out);
  ADD ("labels-need-a-designated-printer", set_up_labelled, test_labels_need_a_designated_printer);
  ADD ("more-labels-than-a-sheet", desk_test_set_up_inside, test_more_labels_than_a_sheet);
  ADD ("issue-and-return", set_up_labelled, test_issue_and_return);
  ADD ("what-came-back-goes-only-to-who-had-it", set_up_labelled,
       test_what_came_back_goes_only_to_who_had_it);
  ADD ("who-may-not-have-it", set_up_labelled, test_who_may_not_have_it);
  ADD ("who-is-out-gets-none", set_up_labelled, test_out_of_the_room);
  ADD ("undo-of-an-issue", set_up_labelled, test_undo);
  ADD ("undo-of-a-return", set_up_labelled, test_undo_of_a_return);
  ADD ("spoiled-and-void", set_up_labelled, test_spoil_and_void);
  ADD ("forged-and-cut-labels", set_up_labelled, test_forged_and_foreign_labels);
  ADD ("the-sweep-wants-labels", set_up_labelled, test_sweep_wants_labels);
  ADD ("the-sweep-finds-and-misses-them", set_up_labelled, test_sweep);
  ADD ("the-exit-gate-names-no-permit", set_up_labelled, test_exit_gate);
  ADD ("only-the-clerk-changes-them", set_up_labelled, test_only_the_clerk);

  return desk_test_run ();
}
