/* Who may do what: the roles, the acts, and the one table that joins them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-role.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define O (1u << MSK_ROLE_ORGANISER)
#define L (1u << MSK_ROLE_RESPONSIBLE_LEADER)
#define C (1u << MSK_ROLE_DESK_CLERK)
#define S (1u << MSK_ROLE_SECURITY_OFFICER)
#define A (1u << MSK_ROLE_SYSTEM_ADMINISTRATOR)
#define U (1u << MSK_ROLE_AUDITOR)

static const guint allowed[] = {
  [MSK_ACT_VAULT_CREATE] = S,
  [MSK_ACT_USER_ADD] = S,
  [MSK_ACT_USER_REMOVE] = S,
  [MSK_ACT_USER_PASSPHRASE] = O | L | C | S | A | U,
  [MSK_ACT_USER_BADGE] = S,
  [MSK_ACT_PRINTER_DESIGNATE] = S,
  [MSK_ACT_PRINTER_WITHDRAW] = S,
  [MSK_ACT_MEETING_CREATE] = O,
  [MSK_ACT_MEETING_CHANGE] = O,
  [MSK_ACT_MEETING_READ] = O | L | C | S | U,
  [MSK_ACT_AGENDA_ADD] = O,
  [MSK_ACT_ATTENDEE_IMPORT] = O,
  [MSK_ACT_ATTENDEE_ADD] = O,
  [MSK_ACT_ATTENDEE_APPROVE] = L,
  [MSK_ACT_ATTENDEE_REJECT] = L,
  [MSK_ACT_LIST_SEAL] = L,
  [MSK_ACT_BADGE_PRINT] = C,
  [MSK_ACT_PAPER_ADD] = O,
  [MSK_ACT_PAPER_APPROVE] = L,
  [MSK_ACT_COPY_RESERVE] = C,
  [MSK_ACT_COPY_PRINT] = C,
  [MSK_ACT_COPY_CONFIRM] = C,
  [MSK_ACT_COPY_SPOIL] = C,
  [MSK_ACT_COPY_VOID] = C,
  [MSK_ACT_COPY_REPRINT] = C,
  [MSK_ACT_COPY_ISSUE] = C,
  [MSK_ACT_COPY_RETURN] = C,
  [MSK_ACT_COPY_ISSUE_UNDO] = C,
  [MSK_ACT_COPY_RETURN_UNDO] = C,
  [MSK_ACT_SCAN_REFUSED] = C | S,
  [MSK_ACT_SWEEP_START] = S,
  [MSK_ACT_SWEEP_SCAN] = C | S,
  [MSK_ACT_SWEEP_RECOVER] = C | S,
  [MSK_ACT_SWEEP_MISSING] = S,
  [MSK_ACT_SWEEP_SIGN] = O | L | C | S,
  [MSK_ACT_SWEEP_CLOSE] = S,
  [MSK_ACT_CLOCK_BACK] = O | L | C | S | A | U,
  [MSK_ACT_LEDGER_READ] = S | U,
  [MSK_ACT_REPORT_MAKE] = O | L | S | U,
  [MSK_ACT_SERIALS_GIVE] = C,
  [MSK_ACT_PRINT_RECOVER] = O | L | C | S | U,
  [MSK_ACT_MEETING_ANCHOR] = O | L | C | S | U,
  [MSK_ACT_PAPER_NARROW] = O | L,
  [MSK_ACT_PAPER_REVISE] = O,
  [MSK_ACT_PAPER_PREVIEW] = O | L | C,
  [MSK_ACT_COPY_RECALL] = O | L,
  [MSK_ACT_SCHEME_CHANGE] = S,
  [MSK_ACT_ACTIVE_CONTENT_CHANGE] = S,
  [MSK_ACT_CARRIER_ADD] = C,
  [MSK_ACT_CARRIER_LABEL] = C,
  [MSK_ACT_CARRIER_CONFIRM] = C,
  [MSK_ACT_CARRIER_SPOIL] = C,
  [MSK_ACT_CARRIER_VOID] = C,
  [MSK_ACT_CARRIER_ISSUE] = C,
  [MSK_ACT_CARRIER_RETURN] = C,
  [MSK_ACT_CARRIER_ISSUE_UNDO] = C,
  [MSK_ACT_CARRIER_RETURN_UNDO] = C,
  [MSK_ACT_SEAT_SET] = O | C,
  [MSK_ACT_PLAN_SET] = O | C,
  [MSK_ACT_COPY_TWICE] = C,
  [MSK_ACT_COPY_ABSENT] = C,
  [MSK_ACT_COPY_ABSENT_AGREE] = S,
  [MSK_ACT_COPY_SPOIL_PART] = S,
  [MSK_ACT_SWEEP_SPOILED] = C | S,
  [MSK_ACT_PRINT_RUN] = C,
  [MSK_ACT_SHEET_COUNT] = C,
  [MSK_ACT_COUNT_EXPLAIN] = S,
  [MSK_ACT_ROOM_ENTER] = C | S,
  [MSK_ACT_ROOM_LEAVE] = C | S,
  [MSK_ACT_PAPER_REQUEST] = O,
  [MSK_ACT_PAPER_REFUSE] = L,
  [MSK_ACT_INCIDENT_OPEN] = L | C | S,
  [MSK_ACT_DOOR_IN] = C | S,
  [MSK_ACT_DOOR_OUT] = C | S,
  [MSK_ACT_DOOR_OUT_HOLDING] = S,
  [MSK_ACT_DOOR_REFUSE] = C | S,
  [MSK_ACT_DOOR_ANNUL] = C | S,
  [MSK_ACT_DOOR_ANNUL_BARRED] = S,
  [MSK_ACT_DOOR_READ] = L | S,
  [MSK_ACT_LIST_SUBMIT] = O,
  [MSK_ACT_ATTENDEE_RETURN] = L,
  [MSK_ACT_ATTENDEE_CHANGE] = O,
  [MSK_ACT_ATTENDEE_WITHDRAW] = O | L | S,
  [MSK_ACT_DEVICE_ANSWER] = C,
  [MSK_ACT_DEVICE_DEPOSIT] = C,
  [MSK_ACT_DEVICE_TAG] = C,
  [MSK_ACT_DEVICE_CONFIRM] = C,
  [MSK_ACT_DEVICE_RETURN] = C,
  [MSK_ACT_DEVICE_VOID] = C | S,
  [MSK_ACT_DEVICE_FOUND] = C | S,
  [MSK_ACT_DEVICE_CLAIM] = S,
  [MSK_ACT_MEASURE_RECORD] = O | L | C | S,
  [MSK_ACT_LIAISON_RECORD] = O | L | S,
  [MSK_ACT_MEETING_OPEN] = L,
  [MSK_ACT_CIRCULATE_START] = C,
  [MSK_ACT_CIRCULATE_END] = C,
  [MSK_ACT_CIRCULATE_UNDO] = C,
  [MSK_ACT_LOAN_GIVE] = C,
  [MSK_ACT_LOAN_BACK] = C,
  [MSK_ACT_PERMIT_GRANT] = L,
  [MSK_ACT_PERMIT_WITHDRAW] = L,
  [MSK_ACT_PERMIT_TAKE] = C,
  [MSK_ACT_PERMIT_RECEIPT] = O | C,
  [MSK_ACT_TEXT_SET] = O,
  [MSK_ACT_ACKNOWLEDGE] = O | C,
  [MSK_ACT_ACKNOWLEDGE_ANNUL] = O,
  [MSK_ACT_DUTY_ASSIGN] = O,
  [MSK_ACT_DUTY_END] = O,
  [MSK_ACT_AGENDA_CHANGE] = O,
  [MSK_ACT_AGENDA_BIND] = O | L,
  [MSK_ACT_AGENDA_FREE] = L,
  [MSK_ACT_AGENDA_MOVE] = O | C,
  [MSK_ACT_EXCEPTION_GRANT] = L,
  [MSK_ACT_EXCEPTION_WITHDRAW] = L,
  [MSK_ACT_BADGE_CONFIRM] = C,
  [MSK_ACT_BADGE_VOID] = C,
  [MSK_ACT_BADGE_LOST] = C | S,
  [MSK_ACT_LEDGER_SEAL] = O | L | C | S | U,
  [MSK_ACT_SEAL_CHECK] = O | L | C | S | U,
  [MSK_ACT_LIST_EXPORT] = O | L | S | U,
  [MSK_ACT_POSTER_MAKE] = O | C | S,
  [MSK_ACT_HANDOVER_START] = C,
  [MSK_ACT_HANDOVER_COUNT] = C,
  [MSK_ACT_HANDOVER_COMPARE] = C,
  [MSK_ACT_HANDOVER_EXPLAIN] = C | S,
  [MSK_ACT_HANDOVER_END] = C,
  [MSK_ACT_HANDOVER_CANCEL] = C | S,
  [MSK_ACT_HANDOVER_CANCEL_DIFFERING] = S,
  [MSK_ACT_CUSTODY_MOVE] = C,
  [MSK_ACT_RECEIPT_POLICY] = L | S,
  [MSK_ACT_COLLECTOR_DESIGNATE] = L,
  [MSK_ACT_COLLECTOR_END] = L,
  [MSK_ACT_RECEIPT_MAKE] = C,
  [MSK_ACT_RECEIPT_SIGN] = C,
  [MSK_ACT_RECEIPT_ENTER] = C,
  [MSK_ACT_ISSUE_OVERRIDE] = L | S,
  [MSK_ACT_COPY_RETURN_PART] = C,
  [MSK_ACT_RETURN_COUNT] = C | S,
  [MSK_ACT_COUNT_RULE] = O,
  [MSK_ACT_DESTROY_START] = O | C,
  [MSK_ACT_DESTROY_ADD] = O | C,
  [MSK_ACT_DESTROY_TAKE_OUT] = O | C,
  [MSK_ACT_DESTROY_PROPOSE] = O | C,
  [MSK_ACT_DESTROY_APPROVE] = L,
  [MSK_ACT_DESTROY_REFUSE] = L,
  [MSK_ACT_DESTROY_CANCEL] = O | L | C,
  [MSK_ACT_DESTROY_BEGIN] = C | S,
  [MSK_ACT_DESTROY_WITNESS] = O | C | S,
  [MSK_ACT_DESTROY_SCAN] = C | S,
  [MSK_ACT_DESTROY_END] = C | S,
  [MSK_ACT_ORIGINATOR_RETURN] = C,
  [MSK_ACT_ORIGINATOR_WITNESS] = O | C | S,
  [MSK_ACT_MEETING_EXPORT] = O,
  [MSK_ACT_ERASURE_APPROVE] = L,
  [MSK_ACT_MEETING_ERASE] = S,
  [MSK_ACT_ERASURE_WITNESS] = O | L | C | S,
  [MSK_ACT_ERASURE_FINISH] = O | L | C | S | A | U,
  [MSK_ACT_INCIDENT_WRITE] = L | S,
  [MSK_ACT_INCIDENT_FOUND] = L | C | S,
  [MSK_ACT_INCIDENT_REPORT] = L | S,
  [MSK_ACT_INCIDENT_CLOSE] = S,
  [MSK_ACT_INCIDENT_SIGN] = L,
  [MSK_ACT_ARCHIVE_FILE] = O,
  [MSK_ACT_ARCHIVE_HAND_OVER] = O,
  [MSK_ACT_ARCHIVE_COSIGN] = O | L | C | S,
  [MSK_ACT_ARCHIVE_REQUEST] = O | L | C,
  [MSK_ACT_ARCHIVE_APPROVE] = L,
  [MSK_ACT_ARCHIVE_REFUSE] = L,
  [MSK_ACT_ARCHIVE_LEND] = O | C,
  [MSK_ACT_ARCHIVE_RETURN] = O | C,
  [MSK_ACT_ARCHIVE_SETTLE] = L,
  [MSK_ACT_SWEEP_COUNT] = O | L | C | S,
  [MSK_ACT_SWEEP_DAMAGE] = C | S,
  [MSK_ACT_LEFT_ITEM_ADD] = C | S,
  [MSK_ACT_LEFT_ITEM_HANDLE] = C | S,
  [MSK_ACT_SWEEP_FOUND_LATE] = S,
  [MSK_ACT_TEXT_SHEET_MAKE] = O | C,
};

static const char *const labels[] = {
  [MSK_ROLE_ORGANISER] = N_ ("organiser"),
  [MSK_ROLE_RESPONSIBLE_LEADER] = N_ ("responsible leader"),
  [MSK_ROLE_DESK_CLERK] = N_ ("desk clerk"),
  [MSK_ROLE_SECURITY_OFFICER] = N_ ("security officer"),
  [MSK_ROLE_SYSTEM_ADMINISTRATOR] = N_ ("system administrator"),
  [MSK_ROLE_AUDITOR] = N_ ("auditor"),
};

static char *
dup_allowed_roles (MskAct act)
{
  GString *names = g_string_new (NULL);

  for (guint role = 0; role < G_N_ELEMENTS (labels); role++)
    if (msk_role_may ((MskRole) role, act))
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                              msk_role_get_label ((MskRole) role));

  return g_string_free (names, FALSE);
}

gboolean
msk_role_may (MskRole role, MskAct act)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (labels), FALSE);
  g_return_val_if_fail (act < G_N_ELEMENTS (allowed), FALSE);

  return (allowed[act] & (1u << role)) != 0;
}

gboolean
msk_role_check (MskRole role, MskAct act, GError **error)
{
  g_autofree char *roles = NULL;

  if (msk_role_may (role, act))
    return TRUE;

  roles = dup_allowed_roles (act);
  g_set_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
               _ ("The role “%s” may not do this: ask somebody whose role is %s."),
               msk_role_get_label (role), roles);
  return FALSE;
}

const char *
msk_role_get_label (MskRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[role]);
}
