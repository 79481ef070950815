/* Destruction under supervision (D1): made up by scanning, approved by another, destroyed in front
 * of two more. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-copy-history-desk.h"
#include "msk-destruction-scan.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"
#include "msk-originator-desk.h"

#include "destruction-test.h"
#include "incident-test.h"
#include "ledger-replay.h"

static void
test_whole_way (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDestruction) batch = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autoptr(MskCarrier) carrier = NULL;
  const gint64 id = destruction_test_destroy_all (test);

  batch = msk_destruction_desk_get (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (batch->stage, ==, MSK_DESTRUCTION_DONE);
  g_assert_cmpuint (batch->scanned, ==, 5);
  g_assert_cmpuint (batch->sheets, ==,
                    3 * PAPER_PAGES + PAPER_PAGES + 50 - 1 + 1 - PAPER_PAGES + 3);
  g_assert_cmpstr (batch->proposed_by, ==, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  g_assert_cmpstr (batch->decided_by, ==, desk_test_get_user (MSK_ROLE_RESPONSIBLE_LEADER));
  g_assert_cmpstr (batch->destroyer, ==, desk_test_get_user (MSK_ROLE_SECURITY_OFFICER));
  g_assert_cmpstr (batch->witness, ==, desk_test_get_user (MSK_ROLE_ORGANISER));
  g_assert_cmpstr (batch->place, ==, PLACE);

  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_DESTROYED);
  g_assert_cmpint (desk_test_get_state (test, SPOILED), ==, MSK_COPY_DESTROYED);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD + 2), ==, MSK_COPY_DESTROYED);
  /* The surplus set is gone, and the copy whose tag it carried is not. */
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD + 5), ==, MSK_COPY_IN_STORE);
  sets = msk_print_desk_list_spoiled (test->session, &error);
  for (guint i = 0; i < sets->len; i++)
    g_assert_cmpint (((MskSpoilage *) g_ptr_array_index (sets, i))->state, ==, MSK_COPY_DESTROYED);
  carrier = msk_carrier_desk_get (test->session, 1, &error);
  g_assert_cmpint (carrier->state, ==, MSK_COPY_DESTROYED);
  desk_test_assert_balance (test);
  ledger_replay_compare (test);
}

/* A number that came out wrong was no good print, and its destruction does not make it one. */
static void
test_spoiled_counts_for_nothing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskBalance before, after;

  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &before, &error));
  destruction_test_destroy_all (test);
  g_assert_true (msk_paper_desk_get_balance (test->session, PAPER_SECRET, &after, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (after.good, ==, before.good);
  g_assert_cmpuint (after.counts[MSK_COPY_DESTROYED], ==, 3);
  g_assert_cmpuint (before.spoiled_sets, ==, 2);
  g_assert_cmpuint (after.spoiled_sets, ==, 0);
  g_assert_true (msk_balance_holds (&after));
}

/* Issued, returned, printed, confirmed, spoiled, copied, labelled: each is refused by its code. */
static void
test_never_again (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *badge = NULL;

  destruction_test_destroy_all (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  code = desk_test_dup_copy_code (test, RETURNED, 1);
  badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "copy-destroyed");
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, code, "copy-destroyed");
  desk_test_assert_rule (msk_print_desk_reprint (test->session, SPOILED, &error), &error,
                         MSK_RULE_ERROR_COPY_DESTROYED);
  desk_test_assert_rule (msk_print_desk_confirm (test->session, RETURNED, &error), &error,
                         MSK_RULE_ERROR_COPY_DESTROYED);
  desk_test_assert_rule (msk_print_desk_spoil (test->session, RETURNED, 0, "x", &error), &error,
                         MSK_RULE_ERROR_COPY_DESTROYED);
  desk_test_assert_rule (msk_carrier_desk_spoil (test->session, 1, "x", &error), &error,
                         MSK_RULE_ERROR_CARRIER_DESTROYED);
  desk_test_sql_refused (test, "UPDATE copy SET state = 'in-store' WHERE number = 1");
  desk_test_sql_refused (test, "UPDATE carrier SET state = 'in-store' WHERE number = 1");
  desk_test_sql_refused (test, "DELETE FROM spoilage_gone");

  destruction_test_type (test, destruction_test_start (test), FALSE, MSK_STOCK_COPY, RETURNED,
                         "copy-destroyed");
  desk_test_assert_balance (test);
}

/* Sheets of what the register has as destroyed: there were two, or they never went in. A number
 * that somebody types is no sheet. */
static void
test_what_turns_up_again_is_an_incident (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = NULL;
  gint64 id;

  destruction_test_destroy_all (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  incident_test_assert (test, "");
  id = destruction_test_start (test);
  destruction_test_type (test, id, FALSE, MSK_STOCK_COPY, RETURNED, "copy-destroyed");
  incident_test_assert (test, "");
  destruction_test_take_copy (test, id, FALSE, RETURNED, "copy-destroyed");
  destruction_test_take_copy (test, id, FALSE, RETURNED, "copy-destroyed");
  incident_test_assert (test, "second-sighting copy 000001\n");

  /* The desk opens none beside it. */
  code = desk_test_dup_copy_code (test, RETURNED, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, code, "copy-destroyed");
  incident_test_assert (test, "second-sighting copy 000001\n");
  code[34] = code[34] == '0' ? '1' : '0';
  destruction_test_take (test, id, FALSE, code, "forged-tag");
  incident_test_assert (test, "second-sighting copy 000001\nforged-tag code\n");
}

/* The count tells nothing; its comparison opens the incident, and the discrepancy is the same. */
static void
test_destroyed_and_counted_at_a_handover (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  gint64 id, incident = 0;
  g_autoptr(MskHandoverScan) scan = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  g_autofree char *code = NULL;

  destruction_test_destroy_all (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  code = desk_test_dup_copy_code (test, RETURNED, 1);
  g_assert_true (msk_handover_desk_start (test->session, MSK_HANDOVER_DESK, &id, &error));
  scan = msk_handover_scan_new (test->session, id);
  verdict = msk_handover_scan_take (scan, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "counted");
  incident_test_assert (test, "");
  g_assert_true (msk_handover_desk_compare (test->session, id, &error));
  incident_test_assert (test, "second-sighting copy 000001\n");

  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *found = g_ptr_array_index (all, i);

      if (found->kind != MSK_DISCREPANCY_SURPLUS)
        continue;
      g_assert_true (msk_handover_desk_explain (test->session, id, found->id, "应已销毁", TRUE,
                                                &incident, &error));
    }
  g_assert_no_error (error);
  g_assert_cmpint (incident, ==, 1);
  incident_test_assert (test, "second-sighting copy 000001\n");
}

/* A scan that can't be kept, since the sweep has begun, says so and not that it was refused. */
static void
test_forged_in_the_sweep (DeskTest *test, gconstpointer unused)
{
  const gint64 id = destruction_test_start (test);
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 3, 1);

  desk_test_sql (test, "UPDATE meeting SET state = 'sweeping'");
  code[34] = code[34] == '0' ? '1' : '0';
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  destruction_test_take (test, id, FALSE, code, "sweep-started");
}

static void
test_what_may_not_go_in (DeskTest *test, gconstpointer unused)
{
  const gint64 id = destruction_test_start (test);
  const gint64 other = destruction_test_start (test);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 3, 1);
  gint64 entries;

  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 1, "already-issued");
  destruction_test_take_copy (test, id, FALSE, COPY_UNCHECKED + 1, "copy-not-good");
  destruction_test_type (test, id, FALSE, MSK_STOCK_CARRIER, 2, "to-originator");
  destruction_test_type (test, id, FALSE, MSK_STOCK_CARRIER, 99, "not-found");
  destruction_test_type (test, id, FALSE, MSK_STOCK_SET, 99, "not-found");
  destruction_test_type (test, id, FALSE, MSK_STOCK_DEVICE, 1, "bad-value");
  destruction_test_take (test, id, FALSE, badge, "no-copy-selected");
  destruction_test_take (test, id, FALSE, "6901234567892", "foreign-code");
  destruction_test_take (test, id, FALSE, "11000", "cut-code");

  /* A forged tag stands in the ledger, with its incident; a shop’s barcode does not. */
  entries = desk_test_count_entries (test);
  code[34] = code[34] == '0' ? '1' : '0';
  destruction_test_take (test, id, FALSE, code, "forged-tag");
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  destruction_test_take (test, id, FALSE, "6901234567892", "foreign-code");
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);

  destruction_test_take_copy (test, id, FALSE, RETURNED, "put-in-batch");
  destruction_test_take_copy (test, id, FALSE, RETURNED, "already-scanned");
  destruction_test_take_copy (test, other, FALSE, RETURNED, "in-destruction");
  destruction_test_type (test, id, FALSE, MSK_STOCK_COPY, SPOILED, "put-in-batch");
  destruction_test_type (test, id, FALSE, MSK_STOCK_SET, 1, "already-scanned");
  destruction_test_take_copy (test, id, FALSE, SPOILED, "already-scanned");
  destruction_test_assert_stage (test, id, MSK_DESTRUCTION_DRAFT, 2, 0);
  destruction_test_assert_stage (test, other, MSK_DESTRUCTION_DRAFT, 0, 0);
}

/* An earlier printing of a number is a void tag, and a spoiled set: destroying it leaves the number
 * alone. */
static void
test_set_of_a_number_printed_anew (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *old = desk_test_dup_copy_code (test, SPOILED, 1);
  gint64 id;

  g_assert_true (msk_print_desk_reprint (test->session, SPOILED, &error));
  g_assert_no_error (error);
  id = destruction_test_start (test);
  destruction_test_take (test, id, FALSE, old, "put-in-batch");
  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  destruction_test_take (test, id, TRUE, old, "into-the-machine");
  g_assert_true (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, SPOILED), ==, MSK_COPY_PRINTING);
  desk_test_assert_balance (test);
}

static void
undo_refused (DeskTest *test)
{
  g_autoptr(MskDestructionScan) batch = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) returned = NULL;
  g_autoptr(MskVerdict) put_in = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  const gint64 id = destruction_test_start (test);

  desk_test_issue (test, PERSON_THIRD, COPY_GOOD + 4);
  returned = desk_test_scan (test, MSK_SCAN_RETURN, destruction_test_codes[COPY_GOOD + 4]);
  g_assert_cmpstr (returned->code, ==, "returned");
  batch = msk_destruction_scan_new (test->session, id, FALSE);
  put_in = msk_destruction_scan_choose (batch, MSK_STOCK_COPY, COPY_GOOD + 4, &error);
  g_assert_cmpstr (put_in->code, ==, "put-in-batch");
  undone = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD + 4), ==, MSK_COPY_RETURNED);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "in-destruction");
}

static void
test_stays_where_it_is (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 2, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  const gint64 id = destruction_test_start (test);

  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 2, "put-in-batch");
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, code, "in-destruction");
  desk_test_assert_rule (msk_print_desk_spoil (test->session, COPY_GOOD + 2, 0, "x", &error),
                         &error, MSK_RULE_ERROR_IN_DESTRUCTION);
  desk_test_sql_refused (test, "INSERT INTO movement (copy_number, at, act, from_state, to_state, "
                               "issued_at, user, station, remark) VALUES (3, 1, 'copy-issue', "
                               "'in-store', 'held', 0, 'x', 'x', '')");

  /* Nor is a return taken back. */
  undo_refused (test);

  /* Taken out again, or the batch given up: it is free. */
  g_assert_true (
      msk_destruction_desk_take_out (test->session, id, MSK_STOCK_COPY, COPY_GOOD + 2, &error));
  desk_test_assert_rule (msk_destruction_desk_take_out (test->session, id, MSK_STOCK_COPY,
                                                        COPY_GOOD + 2, &error),
                         &error, MSK_RULE_ERROR_NOT_IN_BATCH);
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 2, "put-in-batch");
  g_assert_true (msk_destruction_desk_cancel (test->session, id, "另行处理", &error));
  g_assert_no_error (error);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 2);
}

static void
test_steps_in_order (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) witness = destruction_test_sign (test, MSK_ROLE_SECURITY_OFFICER);
  const gint64 id = destruction_test_start (test);
  gint64 nothing;

  desk_test_assert_rule (msk_destruction_desk_propose (test->session, id, &error), &error,
                         MSK_RULE_ERROR_BATCH_EMPTY);
  destruction_test_take_copy (test, id, FALSE, RETURNED, "put-in-batch");
  destruction_test_take_copy (test, id, TRUE, RETURNED, "batch-not-approved");
  desk_test_assert_rule (msk_destruction_desk_begin (test->session, id, MSK_DESTRUCTION_BURN, PLACE,
                                                     witness, &error),
                         &error, MSK_RULE_ERROR_BATCH_NOT_APPROVED);
  destruction_test_propose (test, id);
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 2, "batch-proposed");
  desk_test_assert_rule (msk_destruction_desk_take_out (test->session, id, MSK_STOCK_COPY, RETURNED,
                                                        &error),
                         &error, MSK_RULE_ERROR_BATCH_PROPOSED);
  destruction_test_approve (test, id);
  desk_test_assert_rule (msk_destruction_desk_refuse (test->session, id, "x", &error), &error,
                         MSK_RULE_ERROR_BATCH_APPROVED);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  destruction_test_take_copy (test, id, TRUE, RETURNED, "destruction-not-begun");

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_false (msk_destruction_desk_start (test->session, " ", &nothing, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_refused (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDestruction) batch = NULL;
  const gint64 id = destruction_test_start (test);

  destruction_test_take_copy (test, id, FALSE, RETURNED, "put-in-batch");
  destruction_test_propose (test, id);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_false (msk_destruction_desk_refuse (test->session, id, "", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_destruction_desk_refuse (test->session, id, "须留存备查", &error));
  g_assert_no_error (error);
  batch = msk_destruction_desk_get (test->session, id, &error);
  g_assert_cmpint (batch->stage, ==, MSK_DESTRUCTION_REFUSED);
  g_assert_cmpstr (batch->remark, ==, "须留存备查");

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  destruction_test_take_copy (test, destruction_test_start (test), FALSE, RETURNED, "put-in-batch");
}

/* D1: who proposed or approved neither destroys nor watches; and two are two. */
static void
test_four_people (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = destruction_test_start (test);
  static const struct
  {
    MskRole destroyer;
    MskRole witness;
  } rows[] = { { MSK_ROLE_DESK_CLERK, MSK_ROLE_SECURITY_OFFICER },
               { MSK_ROLE_SECURITY_OFFICER, MSK_ROLE_DESK_CLERK } };

  destruction_test_take_copy (test, id, FALSE, RETURNED, "put-in-batch");
  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskCosigner) witness = NULL;

      desk_test_sign_in (test, rows[i].destroyer);
      witness = destruction_test_sign (test, rows[i].witness);
      desk_test_assert_rule (msk_destruction_desk_begin (test->session, id, MSK_DESTRUCTION_BURN,
                                                         PLACE, witness, &error),
                             &error, MSK_RULE_ERROR_TOOK_PART);
    }

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  {
    g_autoptr(MskCosigner) same = destruction_test_sign (test, MSK_ROLE_SECURITY_OFFICER);
    const MskCosigner leader = { (char *) "somebody", MSK_ROLE_RESPONSIBLE_LEADER };

    g_assert_false (
        msk_destruction_desk_begin (test->session, id, MSK_DESTRUCTION_BURN, PLACE, same, &error));
    g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
    g_clear_error (&error);
    g_assert_false (msk_destruction_desk_begin (test->session, id, MSK_DESTRUCTION_BURN, PLACE,
                                                &leader, &error));
    g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  }
  destruction_test_assert_stage (test, id, MSK_DESTRUCTION_APPROVED, 1, 0);
}

/* What is not scanned at the machine stays as it is and is named; nothing else goes in. */
static void
test_what_is_left (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = destruction_test_make_up (test);

  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  g_assert_false (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_COUNTED);
  g_clear_error (&error);

  destruction_test_take_copy (test, id, TRUE, RETURNED, "into-the-machine");
  destruction_test_take_copy (test, id, TRUE, RETURNED, "already-scanned");
  destruction_test_take_copy (test, id, TRUE, COPY_GOOD + 3, "not-in-batch");
  /* The surplus set is in the batch, its copy is not: the tag speaks for the copy. */
  destruction_test_take_copy (test, id, TRUE, COPY_GOOD + 5, "not-in-batch");
  destruction_test_take (test, id, TRUE, "6901234567892", "foreign-code");
  destruction_test_type (test, id, TRUE, MSK_STOCK_COPY, SPOILED, "into-the-machine");

  g_assert_false (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_AT_THE_MACHINE);
  g_assert_nonnull (strstr (error->message, "000003"));
  g_assert_nonnull (strstr (error->message, "0001"));
  g_clear_error (&error);
  destruction_test_assert_stage (test, id, MSK_DESTRUCTION_UNDER_WAY, 5, 2);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_RETURNED);

  g_assert_true (destruction_test_end (test, id, "其余三件未带到现场", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_DESTROYED);
  g_assert_cmpint (desk_test_get_state (test, SPOILED), ==, MSK_COPY_DESTROYED);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD + 2), ==, MSK_COPY_IN_STORE);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  destruction_test_take_copy (test, destruction_test_start (test), FALSE, COPY_GOOD + 2,
                              "put-in-batch");
  desk_test_assert_balance (test);
}

/* Each two answer for what they put in. */
static void
assert_attendances (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) attendances =
                 msk_destruction_desk_list_attendances (test->session, id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (attendances->len, ==, 2);
  for (guint i = 0; i < attendances->len; i++)
    g_assert_cmpuint (((MskDestructionAttendance *) attendances->pdata[i])->items, ==, 1);
}

/* Walked away, locked out, killed: nothing is half destroyed, and two people go on where it stood.
 */
static void
test_goes_on_where_it_stood (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) watcher = NULL;
  const gint64 id = destruction_test_make_up (test);

  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  destruction_test_take_copy (test, id, TRUE, RETURNED, "into-the-machine");
  desk_test_sign_out (test);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  destruction_test_assert_stage (test, id, MSK_DESTRUCTION_UNDER_WAY, 5, 1);
  g_assert_cmpint (desk_test_get_state (test, RETURNED), ==, MSK_COPY_RETURNED);
  destruction_test_take_copy (test, id, TRUE, RETURNED, "already-scanned");
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  destruction_test_take_copy (test, id, TRUE, SPOILED, "not-present");
  desk_test_assert_rule (msk_destruction_desk_cancel (test->session, id, "x", &error), &error,
                         MSK_RULE_ERROR_DESTRUCTION_BEGUN);

  /* Neither the sweep nor a handover counts what may exist no more. */
  desk_test_assert_rule (msk_handover_desk_start (test->session, MSK_HANDOVER_DESK, &(gint64){ 0 },
                                                  &error),
                         &error, MSK_RULE_ERROR_DESTRUCTION_BEGUN);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (destruction_test_end (test, id, "x", MSK_ROLE_SECURITY_OFFICER, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_PRESENT);
  g_clear_error (&error);
  destruction_test_begin (test, id);
  destruction_test_take_copy (test, id, TRUE, SPOILED, "into-the-machine");
  g_assert_true (destruction_test_end (test, id, "其余另批销毁", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
  destruction_test_assert_stage (test, id, MSK_DESTRUCTION_DONE, 5, 2);
  assert_attendances (test, id);
}

static void
test_handover_stands_before_it (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = destruction_test_make_up (test);
  gint64 handover;

  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (
      msk_handover_desk_start (test->session, MSK_HANDOVER_PRINT_ROOM, &handover, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  destruction_test_take_copy (test, id, TRUE, RETURNED, "handover-open");
}

/* The history of a copy shows what became of it. */
static void
test_history (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  destruction_test_destroy_all (test);
  lines = msk_copy_history_desk_list (test->session, RETURNED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((MskCustody *) lines->pdata[lines->len - 1])->to, ==, MSK_COPY_DESTROYED);
}

static void
test_papers (DeskTest *test, gconstpointer unused)
{
  static const MskReportKind kinds[] = { MSK_REPORT_DESTRUCTION, MSK_REPORT_DESTRUCTIONS };
  g_autoptr(GError) error = NULL;
  const gint64 id = destruction_test_destroy_all (test);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint format = 0; format <= MSK_REPORT_XLSX; format++)
      {
        g_autoptr(GBytes) sheet =
                       msk_report_desk_make_as (test->session, kinds[i], i == 0 ? id : 0,
                                                (MskReportFormat) format, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (sheet), >, 1000);
      }

  g_assert_null (
      msk_report_desk_make_as (test->session, MSK_REPORT_DESTRUCTION, 99, MSK_REPORT_PDF, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

static void
sweep (DeskTest *test, guint number)
{
  desk_test_expect (test, MSK_SCAN_SWEEP, destruction_test_codes[number], "seen");
}

static void
send_draft_back (DeskTest *test)
{
  const MskOriginatorDraft draft = { "秘书组", "收字009", "赵一", "钱二" };
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  g_autoptr(MskCosigner) witness = destruction_test_sign (test, MSK_ROLE_SECURITY_OFFICER);
  g_autoptr(GError) error = NULL;
  gint64 id;

  destruction_test_hold (test, things, MSK_STOCK_CARRIER, 2);
  g_assert_true (msk_originator_desk_send_back (test->session, &draft, G_LIST_MODEL (things),
                                                witness, &id, &error));
  g_assert_no_error (error);
}

/* Before the sweep, what is destroyed is not looked for; a batch that lies open then is given up,
 * and after the meeting is closed the rest is destroyed, and the sweep’s lines stay as they were
 * signed. */
static void
test_before_and_after_the_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  MskSweepSummary before, after;
  gint64 id;

  destruction_test_destroy_all (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED);
  desk_test_give_up (test, OTHER_COPY_UNCHECKED + 1);
  send_draft_back (test);
  id = destruction_test_start (test);
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 1, "sweep-started");
  g_assert_true (msk_destruction_desk_cancel (test->session, id, "会后再销毁", &error));
  sweep (test, COPY_GOOD + 1);
  for (guint number = COPY_GOOD + 3; number < COPY_UNCHECKED; number++)
    sweep (test, number);
  for (guint number = OTHER_COPY_GOOD; number < OTHER_COPY_UNCHECKED; number++)
    sweep (test, number);
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);
  g_assert_true (msk_sweep_desk_get_summary (test->session, &before, &error));

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  id = destruction_test_start (test);
  destruction_test_take_copy (test, id, FALSE, COPY_GOOD + 1, "put-in-batch");
  destruction_test_propose (test, id);
  destruction_test_approve (test, id);
  destruction_test_begin (test, id);
  destruction_test_take_copy (test, id, TRUE, COPY_GOOD + 1, "into-the-machine");
  g_assert_true (destruction_test_end (test, id, "", MSK_ROLE_ORGANISER, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD + 1), ==, MSK_COPY_DESTROYED);
  desk_test_assert_balance (test);

  g_assert_true (msk_sweep_desk_get_summary (test->session, &after, &error));
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  lines = msk_sweep_desk_list (test->session, FALSE, &error);
  g_assert_cmpint (((MskSweepLine *) lines->pdata[RETURNED - 1])->sweep_class, ==,
                   MSK_SWEEP_DESTROYED);
  g_assert_cmpint (((MskSweepLine *) lines->pdata[COPY_GOOD])->sweep_class, ==, MSK_SWEEP_IN_STORE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/destruction/" name, DeskTest, NULL, destruction_test_set_up, function,        \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("whole-way", test_whole_way);
  ADD ("spoiled-counts-for-nothing", test_spoiled_counts_for_nothing);
  ADD ("never-again", test_never_again);
  ADD ("what-turns-up-again-is-an-incident", test_what_turns_up_again_is_an_incident);
  ADD ("destroyed-and-counted-at-a-handover", test_destroyed_and_counted_at_a_handover);
  ADD ("forged-in-the-sweep", test_forged_in_the_sweep);
  ADD ("what-may-not-go-in", test_what_may_not_go_in);
  ADD ("set-of-a-number-printed-anew", test_set_of_a_number_printed_anew);
  ADD ("stays-where-it-is", test_stays_where_it_is);
  ADD ("steps-in-order", test_steps_in_order);
  ADD ("refused", test_refused);
  ADD ("four-people", test_four_people);
  ADD ("what-is-left", test_what_is_left);
  ADD ("goes-on-where-it-stood", test_goes_on_where_it_stood);
  ADD ("handover-stands-before-it", test_handover_stands_before_it);
  ADD ("history", test_history);
  ADD ("papers", test_papers);
  ADD ("before-and-after-the-sweep", test_before_and_after_the_sweep);

  return desk_test_run ();
}
