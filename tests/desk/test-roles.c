/* Every role at every function of the desk: allowed, or refused by role, and by nothing else first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-sweep-zone-desk.h"

#include "role-rows.h"

static const MskMeetingDraft meeting_draft = { "会 9", "题", MSK_LEVEL_SECRET, 1, 2, "", "", "" };
static const MskPaperDraft paper_draft = { "办发 9", "题",     MSK_LEVEL_SECRET,
                                           "",       "办公室", MSK_CAPACITY_ALL };
static const MskCopyRequestDraft request_draft = { 1, "会议用", "赵六", NULL };
static const MskApproval approval = { 1, "李四", "主任", "办公室", "批 9", 0, MSK_STANDING_COUNTY };

static void
unref_array (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
unref_object (gpointer object)
{
  g_clear_object (&object);
}

static void
call_user_add (MskSession *session, GError **error)
{
  msk_user_desk_add (session, "officer", MSK_ROLE_DESK_CLERK, DESK_TEST_PASSPHRASE, error);
}

static void
call_user_remove (MskSession *session, GError **error)
{
  msk_user_desk_remove (session, "nobody", error);
}

static void
call_user_list (MskSession *session, GError **error)
{
  unref_array (msk_user_desk_list (session, error));
}

static void
call_passphrase (MskSession *session, GError **error)
{
  msk_user_desk_change_passphrase (session, "wrong passphrase", DESK_TEST_PASSPHRASE, error);
}

static void
call_designate (MskSession *session, GError **error)
{
  msk_print_desk_designate (session, "", MSK_PRINTER_FOLDER, NULL, "", error);
}

static void
call_withdraw (MskSession *session, GError **error)
{
  msk_print_desk_withdraw (session, "nothing", error);
}

static void
call_printers (MskSession *session, GError **error)
{
  unref_array (msk_print_desk_list_printers (session, error));
}

static void
call_meeting_create (MskSession *session, GError **error)
{
  MskMeetingDraft draft = meeting_draft;

  draft.ends_at = 0;
  msk_meeting_desk_create (session, &draft, error);
}

static void
call_meeting_change (MskSession *session, GError **error)
{
  msk_meeting_desk_change (session, &meeting_draft, error);
}

static void
call_meeting_list (MskSession *session, GError **error)
{
  unref_array (msk_meeting_desk_list (session, error));
}

static void
call_meeting_open (MskSession *session, GError **error)
{
  msk_session_open_meeting (session, 1, error);
}

static void
call_agenda_add (MskSession *session, GError **error)
{
  msk_meeting_desk_add_agenda_item (session, "议题", MSK_LEVEL_SECRET, MSK_RECORDING_NONE,
                                    MSK_CAPACITY_ALL, error);
}

static void
call_agenda_list (MskSession *session, GError **error)
{
  unref_array (msk_meeting_desk_list_agenda (session, error));
}

static void
call_paper_add (MskSession *session, GError **error)
{
  g_autoptr(GBytes) file = g_bytes_new_static ("x", 1);

  msk_paper_desk_add (session, &paper_draft, file, NULL, error);
}

static void
call_paper_approve (MskSession *session, GError **error)
{
  msk_approval_desk_approve (session, 99, &approval, error);
}

static void
call_paper_request (MskSession *session, GError **error)
{
  msk_approval_desk_request (session, 99, &request_draft, error);
}

static void
call_paper_refuse (MskSession *session, GError **error)
{
  msk_approval_desk_refuse (session, 99, "不", error);
}

static void
call_requests (MskSession *session, GError **error)
{
  unref_array (msk_approval_desk_list (session, 0, error));
}

static void
call_request (MskSession *session, GError **error)
{
  unref_object (msk_approval_desk_get (session, 1, error));
}

static void
call_places (MskSession *session, GError **error)
{
  unref_array (msk_approval_desk_list_places (session, error));
}

static void
call_approval_sheet (MskSession *session, GError **error)
{
  g_autoptr(GBytes) sheet =
                 msk_report_desk_make_as (session, MSK_REPORT_APPROVAL, 99, MSK_REPORT_PDF, error);
}

static void
call_papers (MskSession *session, GError **error)
{
  unref_array (msk_paper_desk_list (session, error));
}

static void
call_paper (MskSession *session, GError **error)
{
  unref_object (msk_paper_desk_get (session, PAPER_SECRET, error));
}

static void
call_balance (MskSession *session, GError **error)
{
  MskBalance balance;

  msk_paper_desk_get_balance (session, 0, &balance, error);
}

static void
call_reserve (MskSession *session, GError **error)
{
  msk_print_desk_reserve (session, 99, 1, error);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
call_print (MskSession *session, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;

  msk_print_desk_print_async (session, PAPER_SECRET, "nothing", NULL, NULL, take_result_cb,
                              &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  msk_print_desk_print_finish (session, answer, NULL, error);
}

static void
call_confirm (MskSession *session, GError **error)
{
  msk_print_desk_confirm (session, 99, error);
}

static void
call_spoil (MskSession *session, GError **error)
{
  msk_print_desk_spoil (session, 99, 0, "x", error);
}

static void
call_spoil_part (MskSession *session, GError **error)
{
  msk_print_desk_spoil (session, 99, 1, "x", error);
}

static void
call_twice (MskSession *session, GError **error)
{
  msk_print_desk_twice (session, 99, 0, "x", error);
}

static void
call_never (MskSession *session, GError **error)
{
  msk_print_desk_never (session, 99, "x", error);
}

static void
call_agree_never (MskSession *session, GError **error)
{
  msk_print_desk_agree_never (session, 99, error);
}

static void
call_spoiled (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) sets = msk_print_desk_list_spoiled (session, error);
}

static void
call_runs (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (session, error);
}

static void
call_count (MskSession *session, GError **error)
{
  g_autoptr(MskPrintRun) run = msk_count_desk_count (session, 99, 1, error);
}

static void
call_explain (MskSession *session, GError **error)
{
  msk_count_desk_explain (session, 99, "x", error);
}

static void
call_enter (MskSession *session, GError **error)
{
  const MskRoomDraft draft = { "nowhere", "x", "", "x", "x" };

  msk_room_desk_enter (session, &draft, error);
}

static void
call_leave (MskSession *session, GError **error)
{
  msk_room_desk_leave (session, 99, error);
}

static void
call_visits (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) visits = msk_room_desk_list (session, FALSE, NULL, error);
}

static void
call_sweep_spoiled (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) sets = msk_sweep_desk_list_spoiled (session, FALSE, error);
}

static void
call_see_spoiled (MskSession *session, GError **error)
{
  msk_sweep_desk_see_spoiled (session, 99, MSK_SWEEP_ZONE_FIRST, error);
}

static void
call_spoiled_missing (MskSession *session, GError **error)
{
  msk_sweep_desk_report_spoiled_missing (session, 99, "x", "x", error);
}

static void
call_void (MskSession *session, GError **error)
{
  msk_print_desk_void (session, 99, "x", error);
}

static void
call_reprint (MskSession *session, GError **error)
{
  msk_print_desk_reprint (session, 99, error);
}

static void
call_copies (MskSession *session, GError **error)
{
  unref_array (msk_print_desk_list_copies (session, 0, error));
}

static void
call_copy (MskSession *session, GError **error)
{
  unref_object (msk_print_desk_get_copy (session, 1, error));
}

static void
call_copy_code (MskSession *session, GError **error)
{
  g_autofree char *code = msk_print_desk_dup_code (session, 1, 1, error);
}

static void
scan (MskSession *session, MskScanMode mode, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (session, mode);

  unref_object (msk_scan_desk_scan (desk, "x", error));
}

static void
call_scan_issue (MskSession *session, GError **error)
{
  scan (session, MSK_SCAN_ISSUE, error);
}

static void
call_scan_return (MskSession *session, GError **error)
{
  scan (session, MSK_SCAN_RETURN, error);
}

static void
call_scan_check (MskSession *session, GError **error)
{
  scan (session, MSK_SCAN_CHECK, error);
}

static void
call_scan_sweep (MskSession *session, GError **error)
{
  scan (session, MSK_SCAN_SWEEP, error);
}

static void
call_sweep_summary (MskSession *session, GError **error)
{
  MskSweepSummary summary;

  msk_sweep_desk_get_summary (session, &summary, error);
}

static void
call_sweep_list (MskSession *session, GError **error)
{
  unref_array (msk_sweep_desk_list (session, FALSE, error));
}

static void
call_signatures (MskSession *session, GError **error)
{
  unref_array (msk_sweep_desk_list_signatures (session, error));
}

static void
call_recover (MskSession *session, GError **error)
{
  msk_sweep_desk_recover (session, MSK_SWEEP_COPY, 1, "x", error);
}

static void
call_missing (MskSession *session, GError **error)
{
  msk_sweep_desk_report_missing (session, MSK_SWEEP_COPY, 1, "x", "x", error);
}

static void
call_sign (MskSession *session, GError **error)
{
  msk_sweep_desk_sign (session, error);
}

static void
call_close (MskSession *session, GError **error)
{
  msk_sweep_desk_close (session, error);
}

static void
call_sweep_start (MskSession *session, GError **error)
{
  msk_sweep_desk_start (session, error);
}

static void
call_verify (MskSession *session, GError **error)
{
  g_autoptr(MskLedgerVerdict) verdict = msk_ledger_desk_verify (session, TRUE, error);
}

static void
call_verify_appliance (MskSession *session, GError **error)
{
  g_autoptr(MskLedgerVerdict) verdict = msk_ledger_desk_verify (session, FALSE, error);
}

static void
call_ledger (MskSession *session, GError **error)
{
  unref_array (msk_ledger_desk_list (session, TRUE, 0, 1, error));
}

static void
call_report (MskSession *session, GError **error)
{
  g_autoptr(GBytes) report = msk_report_desk_make (session, MSK_REPORT_COPIES, error);
}

static void
call_seal_sheet (MskSession *session, GError **error)
{
  g_autoptr(GBytes) sheet = msk_report_desk_make (session, MSK_REPORT_SEAL, error);
}

static void
call_seal_check (MskSession *session, GError **error)
{
  msk_seal_desk_check (session, "1", NULL, error);
}

static void
call_seals (MskSession *session, GError **error)
{
  unref_array (msk_seal_desk_list (session, error));
}

/* The last row changes what the meeting is. */
static const RoleRow rows[] = {
  { "user-add", call_user_add, S, TRUE },
  { "user-remove", call_user_remove, S, TRUE },
  { "user-list", call_user_list, O | L | C | S | A | U, TRUE },
  { "change-passphrase", call_passphrase, O | L | C | S | A | U, TRUE },
  { "printer-designate", call_designate, S, TRUE },
  { "printer-withdraw", call_withdraw, S, TRUE },
  { "printer-list", call_printers, O | L | C | S | A | U, TRUE },
  { "meeting-create", call_meeting_create, O, TRUE },
  { "meeting-list", call_meeting_list, READERS, TRUE },
  { "meeting-open", call_meeting_open, READERS, TRUE },
  { "verify-appliance", call_verify_appliance, S | U, TRUE },
  { "meeting-change", call_meeting_change, O, FALSE },
  { "agenda-add", call_agenda_add, O, FALSE },
  { "agenda-list", call_agenda_list, READERS, FALSE },
  { "paper-add", call_paper_add, O, FALSE },
  { "paper-request", call_paper_request, O, FALSE },
  { "paper-approve", call_paper_approve, L, FALSE },
  { "paper-refuse", call_paper_refuse, L, FALSE },
  { "request-list", call_requests, READERS, FALSE },
  { "request-get", call_request, READERS, FALSE },
  { "place-list", call_places, O | L | C | S | A | U, TRUE },
  { "approval-sheet", call_approval_sheet, O | L | S | U, FALSE },
  { "paper-list", call_papers, READERS, FALSE },
  { "paper-get", call_paper, READERS, FALSE },
  { "balance", call_balance, READERS, FALSE },
  { "copy-reserve", call_reserve, C, FALSE },
  { "copy-print", call_print, C, FALSE },
  { "copy-confirm", call_confirm, C, FALSE },
  { "copy-spoil", call_spoil, C, FALSE },
  { "copy-spoil-part", call_spoil_part, C | S, FALSE },
  { "copy-twice", call_twice, C, FALSE },
  { "copy-never", call_never, C, FALSE },
  { "copy-never-agree", call_agree_never, S, FALSE },
  { "copy-spoiled", call_spoiled, READERS, FALSE },
  { "copy-runs", call_runs, READERS, FALSE },
  { "copy-count", call_count, C, FALSE },
  { "copy-explain", call_explain, S, FALSE },
  { "room-enter", call_enter, C | S, FALSE },
  { "room-leave", call_leave, C | S, FALSE },
  { "room-log", call_visits, READERS, FALSE },
  { "sweep-spoiled", call_sweep_spoiled, READERS, FALSE },
  { "sweep-spoiled-seen", call_see_spoiled, C | S, FALSE },
  { "sweep-spoiled-missing", call_spoiled_missing, S, FALSE },
  { "copy-void", call_void, C, FALSE },
  { "copy-reprint", call_reprint, C, FALSE },
  { "copy-list", call_copies, READERS, FALSE },
  { "copy-get", call_copy, READERS, FALSE },
  { "copy-code", call_copy_code, C, FALSE },
  { "scan-issue", call_scan_issue, C, FALSE },
  { "scan-return", call_scan_return, C, FALSE },
  { "scan-check", call_scan_check, C, FALSE },
  { "scan-sweep", call_scan_sweep, C | S, FALSE },
  { "sweep-summary", call_sweep_summary, READERS, FALSE },
  { "sweep-list", call_sweep_list, READERS, FALSE },
  { "sweep-signatures", call_signatures, READERS, FALSE },
  { "sweep-recover", call_recover, C | S, FALSE },
  { "sweep-missing", call_missing, S, FALSE },
  { "sweep-sign", call_sign, O | L | C | S, FALSE },
  { "sweep-close", call_close, S, FALSE },
  { "ledger-verify", call_verify, S | U, FALSE },
  { "ledger-list", call_ledger, S | U, FALSE },
  { "report", call_report, O | L | S | U, FALSE },
  { "seal-sheet", call_seal_sheet, READERS, FALSE },
  { "seal-check", call_seal_check, READERS, TRUE },
  { "seal-list", call_seals, READERS, FALSE },
  { "sweep-start", call_sweep_start, S, FALSE },
  { NULL },
};

static void
assert_allowed (const char *name, MskRole role, const GError *error)
{
  if (g_error_matches (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE))
    g_error ("“%s” may not %s, and should.", desk_test_get_user (role), name);
}

static void
assert_refused (const char *name, MskRole role, const GError *error)
{
  if (!g_error_matches (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE))
    g_error ("“%s” may %s, and should not (%s).", desk_test_get_user (role), name,
             error == NULL ? "no error" : error->message);
}

/* Each ends with a nameless row. Those of the other files come first. */
static const RoleRow *const tables[] = { role_rows_people,
                                         role_rows_devices,
                                         role_rows_door,
                                         role_rows_circulation,
                                         role_rows_receipts,
                                         role_rows_return,
                                         role_rows_notice,
                                         role_rows_handover,
                                         role_rows_destruction,
                                         role_rows_archive,
                                         role_rows_incidents,
                                         role_rows_sweep,
                                         rows };

/* NULL behind the last. */
static const RoleRow *
get_row (guint index)
{
  for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
    for (const RoleRow *row = tables[table]; row->name != NULL; row++)
      if (index-- == 0)
        return row;

  return NULL;
}

static void
test_role (DeskTest *test, gconstpointer data)
{
  const MskRole role = (MskRole) GPOINTER_TO_INT (data);
  const gboolean reads = (READERS & (1u << role)) != 0;

  /* Without a meeting first: a role is refused as such whether or not one is open. */
  desk_test_sign_in_only (test, role);
  for (guint i = 0; get_row (i) != NULL; i++)
    {
      const RoleRow *row = get_row (i);
      const gboolean allowed = (row->roles & (1u << role)) != 0;
      g_autoptr(GError) error = NULL;

      if (row->call == call_meeting_open)
        continue;
      row->call (test->session, &error);
      if (!allowed)
        assert_refused (row->name, role, error);
      else if (!row->without_meeting)
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEETING_NOT_OPEN);
    }

  if (!reads)
    return;

  desk_test_sign_in (test, role);
  for (guint i = 0; get_row (i) != NULL; i++)
    {
      const RoleRow *row = get_row (i);
      g_autofree char *before = desk_test_describe_register (test);
      const gint64 entries = desk_test_count_entries (test);
      g_autoptr(GError) error = NULL;

      row->call (test->session, &error);
      if ((row->roles & (1u << role)) != 0)
        {
          assert_allowed (row->name, role, error);
        }
      else
        {
          g_autofree char *after = desk_test_describe_register (test);

          assert_refused (row->name, role, error);
          g_assert_cmpstr (before, ==, after);
          g_assert_cmpint (desk_test_count_entries (test), ==, entries);
        }
    }
}

static void
test_locked (DeskTest *test, gconstpointer unused)
{
  for (guint role = 0; role <= MSK_ROLE_AUDITOR; role++)
    {
      desk_test_sign_in_only (test, (MskRole) role);
      msk_session_lock (test->session);
      g_assert_true (msk_session_is_locked (test->session));
      for (guint i = 0; get_row (i) != NULL; i++)
        {
          const RoleRow *row = get_row (i);
          g_autoptr(GError) error = NULL;

          g_test_message ("%s", row->name);
          row->call (test->session, &error);
          g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
        }
    }
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  for (int role = 0; role <= MSK_ROLE_AUDITOR; role++)
    {
      g_autofree char *path = g_strconcat ("/desk/roles/", desk_test_get_user ((MskRole) role),
                                           "-may-what-was-promised", NULL);

      g_test_add (path, DeskTest, GINT_TO_POINTER (role), desk_test_set_up_signed_out, test_role,
                  desk_test_tear_down);
    }
  g_test_add ("/desk/roles/nobody-may-anything-when-locked", DeskTest, NULL,
              desk_test_set_up_signed_out, test_locked, desk_test_tear_down);
  return desk_test_run ();
}
