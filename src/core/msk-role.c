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
