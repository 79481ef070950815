/* Who may do what: the roles, the acts, and the one table that joins them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_ROLE_ORGANISER,
  MSK_ROLE_RESPONSIBLE_LEADER,
  MSK_ROLE_DESK_CLERK,
  MSK_ROLE_SECURITY_OFFICER,
  MSK_ROLE_SYSTEM_ADMINISTRATOR,
  MSK_ROLE_AUDITOR,
} MskRole;

/* Everything that is written to a ledger is one of these; the name of the value is what the entry
 * says. */
typedef enum
{
  MSK_ACT_VAULT_CREATE,
  MSK_ACT_USER_ADD,
  MSK_ACT_USER_REMOVE,
  MSK_ACT_USER_PASSPHRASE,
  MSK_ACT_PRINTER_DESIGNATE,
  MSK_ACT_PRINTER_WITHDRAW,
  MSK_ACT_MEETING_CREATE,
  MSK_ACT_MEETING_CHANGE,
  MSK_ACT_MEETING_READ,
  MSK_ACT_AGENDA_ADD,
  MSK_ACT_ATTENDEE_IMPORT,
  MSK_ACT_ATTENDEE_ADD,
  MSK_ACT_ATTENDEE_APPROVE,
  MSK_ACT_ATTENDEE_REJECT,
  MSK_ACT_LIST_SEAL,
  MSK_ACT_BADGE_PRINT,
  MSK_ACT_PAPER_ADD,
  MSK_ACT_PAPER_APPROVE,
  MSK_ACT_COPY_RESERVE,
  MSK_ACT_COPY_PRINT,
  MSK_ACT_COPY_CONFIRM,
  MSK_ACT_COPY_SPOIL,
  MSK_ACT_COPY_VOID,
  MSK_ACT_COPY_REPRINT,
  MSK_ACT_COPY_ISSUE,
  MSK_ACT_COPY_RETURN,
  MSK_ACT_COPY_ISSUE_UNDO,
  MSK_ACT_COPY_RETURN_UNDO,
  MSK_ACT_SCAN_REFUSED,
  MSK_ACT_SWEEP_START,
  MSK_ACT_SWEEP_SCAN,
  MSK_ACT_SWEEP_RECOVER,
  MSK_ACT_SWEEP_MISSING,
  MSK_ACT_SWEEP_SIGN,
  MSK_ACT_SWEEP_CLOSE,
  MSK_ACT_CLOCK_BACK,
  MSK_ACT_LEDGER_READ,
  MSK_ACT_REPORT_MAKE,
  MSK_ACT_SERIALS_GIVE,
  MSK_ACT_PRINT_RECOVER,
  MSK_ACT_MEETING_ANCHOR,
  MSK_ACT_PAPER_NARROW,
  MSK_ACT_PAPER_REVISE,
  MSK_ACT_PAPER_PREVIEW,
  MSK_ACT_COPY_RECALL,
  MSK_ACT_SCHEME_CHANGE,
  MSK_ACT_ACTIVE_CONTENT_CHANGE,
} MskAct;

/* Whether the role may do the act (三员 are exclusive; none of the three changes papers through
 * that role). */
gboolean msk_role_may (MskRole role, MskAct act);

/* Fails with MSK_ACCESS_ERROR_ROLE, naming who may. */
gboolean msk_role_check (MskRole role, MskAct act, GError **error);

/* The role in the user's language. Static text. */
const char *msk_role_get_label (MskRole role);

G_END_DECLS
