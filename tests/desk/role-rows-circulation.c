/* What each role may call of circulation, permits and overrides, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-desk.h"
#include "msk-override-desk.h"
#include "msk-permit-desk.h"

#include "role-rows.h"

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
call_scan_circulate (MskSession *session, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (session, MSK_SCAN_CIRCULATE);

  unref_object (msk_scan_desk_scan (desk, "x", error));
}

static void
call_end_turn (MskSession *session, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (session, MSK_SCAN_CIRCULATE);

  unref_object (msk_scan_desk_end_turn (desk, 99, 1, "x", error));
}

static void
call_turns (MskSession *session, GError **error)
{
  unref_array (msk_circulation_desk_list (session, TRUE, error));
}

static void
call_turns_due (MskSession *session, GError **error)
{
  unref_array (msk_circulation_desk_list_due (session, error));
}

static void
call_turn (MskSession *session, GError **error)
{
  unref_object (msk_circulation_desk_get (session, 1, error));
}

static void
call_give_slip (MskSession *session, GError **error)
{
  const MskLoanDraft draft = { "x", 1, "x" };

  msk_circulation_desk_give_slip (session, 99, &draft, error);
}

static void
call_take_slip_back (MskSession *session, GError **error)
{
  msk_circulation_desk_take_slip_back (session, 99, 1, error);
}

static void
call_slips (MskSession *session, GError **error)
{
  unref_array (msk_circulation_desk_list_slips (session, TRUE, error));
}

static void
call_slip_sheet (MskSession *session, GError **error)
{
  g_autoptr(GBytes) sheet =
                 msk_report_desk_make_as (session, MSK_REPORT_LOAN_SLIP, 99, MSK_REPORT_PDF, error);
}

static void
call_permit_grant (MskSession *session, GError **error)
{
  const MskPermitDraft draft = { 99, "", "", "", 0 };

  msk_permit_desk_grant (session, 99, &draft, error);
}

static void
call_permit_withdraw (MskSession *session, GError **error)
{
  msk_permit_desk_withdraw (session, 99, error);
}

static void
call_permit_take (MskSession *session, GError **error)
{
  msk_permit_desk_take (session, 99, NULL, NULL, error);
}

static void
call_permit_sheet (MskSession *session, GError **error)
{
  g_autoptr(GBytes) sheet =
                 msk_report_desk_make_as (session, MSK_REPORT_PERMIT, 99, MSK_REPORT_PDF, error);
}

static void
call_permit_receipt (MskSession *session, GError **error)
{
  msk_permit_desk_enter_receipt (session, 99, "x", "x", error);
}

static void
call_permits (MskSession *session, GError **error)
{
  unref_array (msk_permit_desk_list (session, TRUE, error));
}

static void
call_permit (MskSession *session, GError **error)
{
  unref_object (msk_permit_desk_get (session, 99, error));
}

static void
call_overrides (MskSession *session, GError **error)
{
  unref_array (msk_override_desk_list (session, error));
}

const RoleRow role_rows_circulation[] = {
  { "scan-circulate", call_scan_circulate, C },
  { "turn-end", call_end_turn, C },
  { "turn-list", call_turns, READERS },
  { "turn-due", call_turns_due, READERS },
  { "turn-get", call_turn, READERS },
  { "slip-give", call_give_slip, C },
  { "slip-back", call_take_slip_back, C },
  { "slip-list", call_slips, READERS },
  { "slip-sheet", call_slip_sheet, C },
  { "permit-grant", call_permit_grant, L },
  { "permit-withdraw", call_permit_withdraw, L },
  { "permit-take", call_permit_take, C },
  { "permit-sheet", call_permit_sheet, C },
  { "permit-receipt", call_permit_receipt, O | C },
  { "permit-list", call_permits, READERS },
  { "permit-get", call_permit, READERS },
  { "override-list", call_overrides, READERS },
  { NULL },
};
