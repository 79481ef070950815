/* Roles: the whole table of who may do what, spelled out a second time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-role.h"

#include "msk-enum-types.h"
#include "msk-error.h"

#include "test-start.h"

#define N_ROLES 6

typedef struct
{
  MskAct act;
  const char *who; /* organiser, leader, clerk, security officer, administrator, auditor */
} Row;

static const Row rows[] = {
  { MSK_ACT_VAULT_CREATE, "---S--" },
  { MSK_ACT_USER_ADD, "---S--" },
  { MSK_ACT_USER_REMOVE, "---S--" },
  { MSK_ACT_USER_PASSPHRASE, "OLCSAU" },
  { MSK_ACT_USER_BADGE, "---S--" },
  { MSK_ACT_PRINTER_DESIGNATE, "---S--" },
  { MSK_ACT_PRINTER_WITHDRAW, "---S--" },
  { MSK_ACT_MEETING_CREATE, "O-----" },
  { MSK_ACT_MEETING_CHANGE, "O-----" },
  { MSK_ACT_MEETING_READ, "OLCS-U" },
  { MSK_ACT_AGENDA_ADD, "O-----" },
  { MSK_ACT_ATTENDEE_IMPORT, "O-----" },
  { MSK_ACT_ATTENDEE_ADD, "O-----" },
  { MSK_ACT_ATTENDEE_APPROVE, "-L----" },
  { MSK_ACT_ATTENDEE_REJECT, "-L----" },
  { MSK_ACT_LIST_SEAL, "-L----" },
  { MSK_ACT_BADGE_PRINT, "--C---" },
  { MSK_ACT_PAPER_ADD, "O-----" },
  { MSK_ACT_PAPER_APPROVE, "-L----" },
  { MSK_ACT_COPY_RESERVE, "--C---" },
  { MSK_ACT_COPY_PRINT, "--C---" },
  { MSK_ACT_COPY_CONFIRM, "--C---" },
  { MSK_ACT_COPY_SPOIL, "--C---" },
  { MSK_ACT_COPY_VOID, "--C---" },
  { MSK_ACT_COPY_REPRINT, "--C---" },
  { MSK_ACT_COPY_ISSUE, "--C---" },
  { MSK_ACT_COPY_RETURN, "--C---" },
  { MSK_ACT_COPY_ISSUE_UNDO, "--C---" },
  { MSK_ACT_COPY_RETURN_UNDO, "--C---" },
  { MSK_ACT_SCAN_REFUSED, "--CS--" },
  { MSK_ACT_SWEEP_START, "---S--" },
  { MSK_ACT_SWEEP_SCAN, "--CS--" },
  { MSK_ACT_SWEEP_RECOVER, "--CS--" },
  { MSK_ACT_SWEEP_MISSING, "---S--" },
  { MSK_ACT_SWEEP_SIGN, "OLCS--" },
  { MSK_ACT_SWEEP_CLOSE, "---S--" },
  { MSK_ACT_CLOCK_BACK, "OLCSAU" },
  { MSK_ACT_LEDGER_READ, "---S-U" },
  { MSK_ACT_REPORT_MAKE, "OL-S-U" },
  { MSK_ACT_SERIALS_GIVE, "--C---" },
  { MSK_ACT_PRINT_RECOVER, "OLCS-U" },
  { MSK_ACT_MEETING_ANCHOR, "OLCS-U" },
  { MSK_ACT_PAPER_NARROW, "OL----" },
  { MSK_ACT_PAPER_REVISE, "O-----" },
  { MSK_ACT_PAPER_PREVIEW, "OLC---" },
  { MSK_ACT_COPY_RECALL, "OL----" },
  { MSK_ACT_SCHEME_CHANGE, "---S--" },
  { MSK_ACT_ACTIVE_CONTENT_CHANGE, "---S--" },
  { MSK_ACT_CARRIER_ADD, "--C---" },
  { MSK_ACT_CARRIER_LABEL, "--C---" },
  { MSK_ACT_CARRIER_CONFIRM, "--C---" },
  { MSK_ACT_CARRIER_SPOIL, "--C---" },
  { MSK_ACT_CARRIER_VOID, "--C---" },
  { MSK_ACT_CARRIER_ISSUE, "--C---" },
  { MSK_ACT_CARRIER_RETURN, "--C---" },
  { MSK_ACT_CARRIER_ISSUE_UNDO, "--C---" },
  { MSK_ACT_CARRIER_RETURN_UNDO, "--C---" },
  { MSK_ACT_SEAT_SET, "O-C---" },
  { MSK_ACT_PLAN_SET, "O-C---" },
  { MSK_ACT_COPY_TWICE, "--C---" },
  { MSK_ACT_COPY_ABSENT, "--C---" },
  { MSK_ACT_COPY_ABSENT_AGREE, "---S--" },
  { MSK_ACT_COPY_SPOIL_PART, "---S--" },
  { MSK_ACT_SWEEP_SPOILED, "--CS--" },
  { MSK_ACT_PRINT_RUN, "--C---" },
  { MSK_ACT_SHEET_COUNT, "--C---" },
  { MSK_ACT_COUNT_EXPLAIN, "---S--" },
  { MSK_ACT_ROOM_ENTER, "--CS--" },
  { MSK_ACT_ROOM_LEAVE, "--CS--" },
  { MSK_ACT_PAPER_REQUEST, "O-----" },
  { MSK_ACT_PAPER_REFUSE, "-L----" },
  { MSK_ACT_INCIDENT_OPEN, "-LCS--" },
  { MSK_ACT_DOOR_IN, "--CS--" },
  { MSK_ACT_DOOR_OUT, "--CS--" },
  { MSK_ACT_DOOR_OUT_HOLDING, "---S--" },
  { MSK_ACT_DOOR_REFUSE, "--CS--" },
  { MSK_ACT_DOOR_ANNUL, "--CS--" },
  { MSK_ACT_DOOR_ANNUL_BARRED, "---S--" },
  { MSK_ACT_DOOR_READ, "-L-S--" },
  { MSK_ACT_LIST_SUBMIT, "O-----" },
  { MSK_ACT_ATTENDEE_RETURN, "-L----" },
  { MSK_ACT_ATTENDEE_CHANGE, "O-----" },
  { MSK_ACT_ATTENDEE_WITHDRAW, "OL-S--" },
  { MSK_ACT_DEVICE_ANSWER, "--C---" },
  { MSK_ACT_DEVICE_DEPOSIT, "--C---" },
  { MSK_ACT_DEVICE_TAG, "--C---" },
  { MSK_ACT_DEVICE_CONFIRM, "--C---" },
  { MSK_ACT_DEVICE_RETURN, "--C---" },
  { MSK_ACT_DEVICE_VOID, "--CS--" },
  { MSK_ACT_DEVICE_FOUND, "--CS--" },
  { MSK_ACT_DEVICE_CLAIM, "---S--" },
  { MSK_ACT_MEASURE_RECORD, "OLCS--" },
  { MSK_ACT_LIAISON_RECORD, "OL-S--" },
  { MSK_ACT_MEETING_OPEN, "-L----" },
  { MSK_ACT_CIRCULATE_START, "--C---" },
  { MSK_ACT_CIRCULATE_END, "--C---" },
  { MSK_ACT_CIRCULATE_UNDO, "--C---" },
  { MSK_ACT_LOAN_GIVE, "--C---" },
  { MSK_ACT_LOAN_BACK, "--C---" },
  { MSK_ACT_PERMIT_GRANT, "-L----" },
  { MSK_ACT_PERMIT_WITHDRAW, "-L----" },
  { MSK_ACT_PERMIT_TAKE, "--C---" },
  { MSK_ACT_PERMIT_RECEIPT, "O-C---" },
  { MSK_ACT_TEXT_SET, "O-----" },
  { MSK_ACT_ACKNOWLEDGE, "O-C---" },
  { MSK_ACT_ACKNOWLEDGE_ANNUL, "O-----" },
  { MSK_ACT_DUTY_ASSIGN, "O-----" },
  { MSK_ACT_DUTY_END, "O-----" },
  { MSK_ACT_AGENDA_CHANGE, "O-----" },
  { MSK_ACT_AGENDA_BIND, "OL----" },
  { MSK_ACT_AGENDA_FREE, "-L----" },
  { MSK_ACT_AGENDA_MOVE, "O-C---" },
  { MSK_ACT_EXCEPTION_GRANT, "-L----" },
  { MSK_ACT_EXCEPTION_WITHDRAW, "-L----" },
  { MSK_ACT_BADGE_CONFIRM, "--C---" },
  { MSK_ACT_BADGE_VOID, "--C---" },
  { MSK_ACT_BADGE_LOST, "--CS--" },
  { MSK_ACT_LEDGER_SEAL, "OLCS-U" },
  { MSK_ACT_SEAL_CHECK, "OLCS-U" },
  { MSK_ACT_LIST_EXPORT, "OL-S-U" },
  { MSK_ACT_POSTER_MAKE, "O-CS--" },
  { MSK_ACT_HANDOVER_START, "--C---" },
  { MSK_ACT_HANDOVER_COUNT, "--C---" },
  { MSK_ACT_HANDOVER_COMPARE, "--C---" },
  { MSK_ACT_HANDOVER_EXPLAIN, "--CS--" },
  { MSK_ACT_HANDOVER_END, "--C---" },
  { MSK_ACT_HANDOVER_CANCEL, "--CS--" },
  { MSK_ACT_HANDOVER_CANCEL_DIFFERING, "---S--" },
  { MSK_ACT_CUSTODY_MOVE, "--C---" },
  { MSK_ACT_RECEIPT_POLICY, "-L-S--" },
  { MSK_ACT_COLLECTOR_DESIGNATE, "-L----" },
  { MSK_ACT_COLLECTOR_END, "-L----" },
  { MSK_ACT_RECEIPT_MAKE, "--C---" },
  { MSK_ACT_RECEIPT_SIGN, "--C---" },
  { MSK_ACT_RECEIPT_ENTER, "--C---" },
  { MSK_ACT_ISSUE_OVERRIDE, "-L-S--" },
  { MSK_ACT_COPY_RETURN_PART, "--C---" },
  { MSK_ACT_RETURN_COUNT, "--CS--" },
  { MSK_ACT_COUNT_RULE, "O-----" },
  { MSK_ACT_DESTROY_START, "O-C---" },
  { MSK_ACT_DESTROY_ADD, "O-C---" },
  { MSK_ACT_DESTROY_TAKE_OUT, "O-C---" },
  { MSK_ACT_DESTROY_PROPOSE, "O-C---" },
  { MSK_ACT_DESTROY_APPROVE, "-L----" },
  { MSK_ACT_DESTROY_REFUSE, "-L----" },
  { MSK_ACT_DESTROY_CANCEL, "OLC---" },
  { MSK_ACT_DESTROY_BEGIN, "--CS--" },
  { MSK_ACT_DESTROY_WITNESS, "O-CS--" },
  { MSK_ACT_DESTROY_SCAN, "--CS--" },
  { MSK_ACT_DESTROY_END, "--CS--" },
  { MSK_ACT_ORIGINATOR_RETURN, "--C---" },
  { MSK_ACT_ORIGINATOR_WITNESS, "O-CS--" },
  { MSK_ACT_MEETING_EXPORT, "O-----" },
  { MSK_ACT_ERASURE_APPROVE, "-L----" },
  { MSK_ACT_MEETING_ERASE, "---S--" },
  { MSK_ACT_ERASURE_WITNESS, "OLCS--" },
  { MSK_ACT_ERASURE_FINISH, "OLCSAU" },
  { MSK_ACT_INCIDENT_WRITE, "-L-S--" },
  { MSK_ACT_INCIDENT_FOUND, "-LCS--" },
  { MSK_ACT_INCIDENT_REPORT, "-L-S--" },
  { MSK_ACT_INCIDENT_CLOSE, "---S--" },
  { MSK_ACT_INCIDENT_SIGN, "-L----" },
  { MSK_ACT_ARCHIVE_FILE, "O-----" },
  { MSK_ACT_ARCHIVE_HAND_OVER, "O-----" },
  { MSK_ACT_ARCHIVE_COSIGN, "OLCS--" },
  { MSK_ACT_ARCHIVE_REQUEST, "OLC---" },
  { MSK_ACT_ARCHIVE_APPROVE, "-L----" },
  { MSK_ACT_ARCHIVE_REFUSE, "-L----" },
  { MSK_ACT_ARCHIVE_LEND, "O-C---" },
  { MSK_ACT_ARCHIVE_RETURN, "O-C---" },
  { MSK_ACT_SWEEP_COUNT, "OLCS--" },
  { MSK_ACT_SWEEP_DAMAGE, "--CS--" },
  { MSK_ACT_LEFT_ITEM_ADD, "--CS--" },
  { MSK_ACT_LEFT_ITEM_HANDLE, "--CS--" },
  { MSK_ACT_ARCHIVE_SETTLE, "-L----" },
  { MSK_ACT_SWEEP_FOUND_LATE, "---S--" },
  { MSK_ACT_TEXT_SHEET_MAKE, "O-C---" },
};

static const char *const labels[N_ROLES] = {
  "organiser",        "responsible leader",   "desk clerk",
  "security officer", "system administrator", "auditor",
};

/* A3: what changes a paper, makes a copy of it or gives one away. Taking one back (M9) is not among
 * them: the security officer leads the sweep. */
static const MskAct changes_papers[] = {
  MSK_ACT_PAPER_ADD,    MSK_ACT_PAPER_APPROVE,   MSK_ACT_COPY_RESERVE, MSK_ACT_COPY_PRINT,
  MSK_ACT_COPY_CONFIRM, MSK_ACT_COPY_SPOIL,      MSK_ACT_COPY_VOID,    MSK_ACT_COPY_REPRINT,
  MSK_ACT_COPY_ISSUE,   MSK_ACT_COPY_ISSUE_UNDO, MSK_ACT_SERIALS_GIVE, MSK_ACT_PAPER_REQUEST,
  MSK_ACT_PAPER_REFUSE,
};

static void
test_table_is_complete (void)
{
  g_autoptr(GTypeClass) acts = g_type_class_ref (MSK_TYPE_ACT);
  g_autoptr(GTypeClass) roles = g_type_class_ref (MSK_TYPE_ROLE);

  g_assert_cmpuint (G_ENUM_CLASS (acts)->n_values, ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (G_ENUM_CLASS (roles)->n_values, ==, N_ROLES);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (rows[i].act, ==, i);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint role = 0; role < N_ROLES; role++)
      {
        g_test_message ("act %u, role %u", i, role);
        g_assert_cmpint (msk_role_may ((MskRole) role, rows[i].act), ==,
                         rows[i].who[role] == "OLCSAU"[role]);
      }
}

static void
test_refusal_names_who_may (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint role = 0; role < N_ROLES; role++)
      {
        g_autoptr(GError) error = NULL;
        gboolean may = msk_role_check ((MskRole) role, rows[i].act, &error);

        g_assert_cmpint (may, ==, rows[i].who[role] != '-');
        if (may)
          {
            g_assert_no_error (error);
            continue;
          }

        g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
        for (guint other = 0; other < N_ROLES; other++)
          g_assert_cmpint (strstr (error->message, labels[other]) != NULL, ==,
                           other == role || rows[i].who[other] != '-');
      }
}

static void
test_three_officers_never_change_papers (void)
{
  static const MskRole officers[] = { MSK_ROLE_SECURITY_OFFICER, MSK_ROLE_SYSTEM_ADMINISTRATOR,
                                      MSK_ROLE_AUDITOR };

  for (guint i = 0; i < G_N_ELEMENTS (officers); i++)
    for (guint each = 0; each < G_N_ELEMENTS (changes_papers); each++)
      g_assert_false (msk_role_may (officers[i], changes_papers[each]));
}

/* The administrator cannot open a meeting, and the auditor changes nothing but their own
 * passphrase. What the program finds by itself when a vault or a meeting is opened (the clock went
 * back, a print run was cut off) is written down whoever opens it. */
static void
test_administrator_and_auditor_stay_outside (void)
{
  for (guint act = 0; act < G_N_ELEMENTS (rows); act++)
    {
      gboolean own = act == MSK_ACT_USER_PASSPHRASE || act == MSK_ACT_CLOCK_BACK ||
                     act == MSK_ACT_ERASURE_FINISH;
      gboolean reads = act == MSK_ACT_MEETING_READ || act == MSK_ACT_LEDGER_READ ||
                       act == MSK_ACT_REPORT_MAKE || act == MSK_ACT_PRINT_RECOVER ||
                       act == MSK_ACT_MEETING_ANCHOR || act == MSK_ACT_LEDGER_SEAL ||
                       act == MSK_ACT_SEAL_CHECK || act == MSK_ACT_LIST_EXPORT;

      g_assert_cmpint (msk_role_may (MSK_ROLE_SYSTEM_ADMINISTRATOR, (MskAct) act), ==, own);
      g_assert_cmpint (msk_role_may (MSK_ROLE_AUDITOR, (MskAct) act), ==, own || reads);
    }
}

/* M4, C1: who proposes does not decide, and who decides does not hand out. */
static void
test_proposing_deciding_and_handing_out_are_apart (void)
{
  for (guint role = 0; role < N_ROLES; role++)
    {
      guint parts = 0;

      parts += msk_role_may ((MskRole) role, MSK_ACT_ATTENDEE_IMPORT) ||
               msk_role_may ((MskRole) role, MSK_ACT_PAPER_ADD) ||
               msk_role_may ((MskRole) role, MSK_ACT_PAPER_REQUEST);
      parts += msk_role_may ((MskRole) role, MSK_ACT_LIST_SEAL) ||
               msk_role_may ((MskRole) role, MSK_ACT_PAPER_APPROVE) ||
               msk_role_may ((MskRole) role, MSK_ACT_PAPER_REFUSE);
      parts += msk_role_may ((MskRole) role, MSK_ACT_COPY_ISSUE) ||
               msk_role_may ((MskRole) role, MSK_ACT_COPY_PRINT);
      g_assert_cmpuint (parts, <=, 1);
    }
}

static void
test_labels (void)
{
  for (guint role = 0; role < N_ROLES; role++)
    g_assert_cmpstr (msk_role_get_label ((MskRole) role), ==, labels[role]);
}

static void
test_values_outside_may_nothing (void)
{
  expect_critical ();
  g_assert_false (msk_role_may ((MskRole) N_ROLES, MSK_ACT_USER_PASSPHRASE));
  g_test_assert_expected_messages ();

  expect_critical ();
  g_assert_false (msk_role_may (MSK_ROLE_ORGANISER, (MskAct) G_N_ELEMENTS (rows)));
  g_test_assert_expected_messages ();

  expect_critical ();
  g_assert_cmpstr (msk_role_get_label ((MskRole) N_ROLES), ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/role/table-is-complete", test_table_is_complete);
  g_test_add_func ("/core/role/table", test_table);
  g_test_add_func ("/core/role/refusal-names-who-may", test_refusal_names_who_may);
  g_test_add_func ("/core/role/three-officers-never-change-papers",
                   test_three_officers_never_change_papers);
  g_test_add_func ("/core/role/administrator-and-auditor-stay-outside",
                   test_administrator_and_auditor_stay_outside);
  g_test_add_func ("/core/role/proposing-deciding-and-handing-out-are-apart",
                   test_proposing_deciding_and_handing_out_are_apart);
  g_test_add_func ("/core/role/labels", test_labels);
  g_test_add_func ("/core/role/values-outside-may-nothing", test_values_outside_may_nothing);

  return g_test_run ();
}
