/* The ledger's stored names in the user's language, for those who read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger-words.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-role.h"

static const char *const acts[] = {
  [MSK_ACT_VAULT_CREATE] = N_ ("vault created"),
  [MSK_ACT_USER_ADD] = N_ ("account added"),
  [MSK_ACT_USER_REMOVE] = N_ ("account removed"),
  [MSK_ACT_USER_PASSPHRASE] = N_ ("passphrase changed"),
  [MSK_ACT_PRINTER_DESIGNATE] = N_ ("printer designated"),
  [MSK_ACT_PRINTER_WITHDRAW] = N_ ("printer withdrawn"),
  [MSK_ACT_MEETING_CREATE] = N_ ("meeting created"),
  [MSK_ACT_MEETING_CHANGE] = N_ ("meeting changed"),
  [MSK_ACT_MEETING_READ] = N_ ("meeting read"),
  [MSK_ACT_AGENDA_ADD] = N_ ("agenda item added"),
  [MSK_ACT_ATTENDEE_IMPORT] = N_ ("attendees imported"),
  [MSK_ACT_ATTENDEE_ADD] = N_ ("attendee added"),
  [MSK_ACT_ATTENDEE_APPROVE] = N_ ("attendee approved"),
  [MSK_ACT_ATTENDEE_REJECT] = N_ ("attendee rejected"),
  [MSK_ACT_LIST_SEAL] = N_ ("list sealed"),
  [MSK_ACT_BADGE_PRINT] = N_ ("badge printed"),
  [MSK_ACT_PAPER_ADD] = N_ ("paper added"),
  [MSK_ACT_PAPER_APPROVE] = N_ ("copying approved"),
  [MSK_ACT_COPY_RESERVE] = N_ ("numbers reserved"),
  [MSK_ACT_COPY_PRINT] = N_ ("copy sent to print"),
  [MSK_ACT_COPY_CONFIRM] = N_ ("copy found good"),
  [MSK_ACT_COPY_SPOIL] = N_ ("copy spoiled"),
  [MSK_ACT_COPY_VOID] = N_ ("copy given up"),
  [MSK_ACT_COPY_REPRINT] = N_ ("copy to be printed anew"),
  [MSK_ACT_COPY_ISSUE] = N_ ("copy issued"),
  [MSK_ACT_COPY_RETURN] = N_ ("copy returned"),
  [MSK_ACT_COPY_ISSUE_UNDO] = N_ ("issue undone"),
  [MSK_ACT_COPY_RETURN_UNDO] = N_ ("return undone"),
  [MSK_ACT_SCAN_REFUSED] = N_ ("scan refused"),
  [MSK_ACT_SWEEP_START] = N_ ("sweep started"),
  [MSK_ACT_SWEEP_SCAN] = N_ ("scanned in the sweep"),
  [MSK_ACT_SWEEP_RECOVER] = N_ ("found and taken back"),
  [MSK_ACT_SWEEP_MISSING] = N_ ("reported missing"),
  [MSK_ACT_SWEEP_SIGN] = N_ ("sweep signed"),
  [MSK_ACT_SWEEP_CLOSE] = N_ ("meeting closed"),
  [MSK_ACT_CLOCK_BACK] = N_ ("clock stepped back"),
  [MSK_ACT_LEDGER_READ] = N_ ("ledger read"),
  [MSK_ACT_REPORT_MAKE] = N_ ("report made"),
  [MSK_ACT_SERIALS_GIVE] = N_ ("serials of tags given"),
  [MSK_ACT_PRINT_RECOVER] = N_ ("printing taken up after a stop"),
  [MSK_ACT_MEETING_ANCHOR] = N_ ("ledger’s head noted"),
  [MSK_ACT_PAPER_NARROW] = N_ ("scope narrowed"),
  [MSK_ACT_PAPER_REVISE] = N_ ("paper revised"),
  [MSK_ACT_PAPER_PREVIEW] = N_ ("paper looked at"),
  [MSK_ACT_COPY_RECALL] = N_ ("copy recalled"),
  [MSK_ACT_SCHEME_CHANGE] = N_ ("scheme of marks changed"),
  [MSK_ACT_ACTIVE_CONTENT_CHANGE] = N_ ("rule for active content changed"),
  [MSK_ACT_CARRIER_ADD] = N_ ("carrier registered"),
  [MSK_ACT_CARRIER_LABEL] = N_ ("label sent to print"),
  [MSK_ACT_CARRIER_CONFIRM] = N_ ("label found good"),
  [MSK_ACT_CARRIER_SPOIL] = N_ ("carrier spoiled"),
  [MSK_ACT_CARRIER_VOID] = N_ ("carrier given up"),
  [MSK_ACT_CARRIER_ISSUE] = N_ ("carrier issued"),
  [MSK_ACT_CARRIER_RETURN] = N_ ("carrier returned"),
  [MSK_ACT_CARRIER_ISSUE_UNDO] = N_ ("issue of a carrier undone"),
  [MSK_ACT_CARRIER_RETURN_UNDO] = N_ ("return of a carrier undone"),
  [MSK_ACT_SEAT_SET] = N_ ("seat given"),
  [MSK_ACT_PLAN_SET] = N_ ("copy planned"),
  [MSK_ACT_COPY_TWICE] = N_ ("a set too many registered"),
  [MSK_ACT_COPY_ABSENT] = N_ ("copy said never to have come"),
  [MSK_ACT_COPY_ABSENT_AGREE] = N_ ("agreed that the copy never came"),
  [MSK_ACT_COPY_SPOIL_PART] = N_ ("part of a copy spoiled"),
  [MSK_ACT_SWEEP_SPOILED] = N_ ("spoiled sheets seen in the sweep"),
  [MSK_ACT_PRINT_RUN] = N_ ("run of the printer"),
  [MSK_ACT_SHEET_COUNT] = N_ ("sheets counted"),
  [MSK_ACT_COUNT_EXPLAIN] = N_ ("difference explained"),
  [MSK_ACT_ROOM_ENTER] = N_ ("print room entered"),
  [MSK_ACT_ROOM_LEAVE] = N_ ("print room left"),
  [MSK_ACT_PAPER_REQUEST] = N_ ("leave to copy asked for"),
  [MSK_ACT_PAPER_REFUSE] = N_ ("copying refused"),
};

/* The first word of a subject; what follows is a number or nothing. */
static const struct
{
  const char *kind;
  const char *label;
} subjects[] = {
  { "agenda", N_ ("agenda") },
  { "attendee", N_ ("attendee") },
  { "carrier", N_ ("carrier") },
  { "clock", N_ ("clock") },
  { "code", N_ ("code") },
  { "copy", N_ ("copy") },
  { "list", N_ ("list") },
  { "meeting", N_ ("meeting") },
  { "paper", N_ ("paper") },
  { "policy", N_ ("policy") },
  { "print run", N_ ("print run") },
  { "printer", N_ ("printer") },
  { "report", N_ ("report") },
  { "request", N_ ("request") },
  { "scheme", N_ ("scheme of marks") },
  { "spoiled set", N_ ("set of spoiled sheets") },
  { "strange code", N_ ("strange code") },
  { "sweep", N_ ("sweep") },
  { "user", N_ ("account") },
  { "vault", N_ ("vault") },
  { "visit", N_ ("entry of the print room") },
};

const char *
msk_ledger_words_get_act (const char *name)
{
  int act;

  g_return_val_if_fail (name != NULL, "");

  return msk_enum_parse (MSK_TYPE_ACT, name, &act) && (gsize) act < G_N_ELEMENTS (acts) &&
                 acts[act] != NULL
             ? g_dgettext (GETTEXT_PACKAGE, acts[act])
             : name;
}

const char *
msk_ledger_words_get_role (const char *name)
{
  int role;

  g_return_val_if_fail (name != NULL, "");

  return msk_enum_parse (MSK_TYPE_ROLE, name, &role) ? msk_role_get_label ((MskRole) role) : name;
}

char *
msk_ledger_words_dup_subject (const char *subject)
{
  g_return_val_if_fail (subject != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      const gsize length = strlen (subjects[i].kind);

      if (g_str_has_prefix (subject, subjects[i].kind) &&
          (subject[length] == '\0' || subject[length] == ' '))
        return g_strconcat (g_dgettext (GETTEXT_PACKAGE, subjects[i].label), subject + length,
                            NULL);
    }

  return g_strdup (subject);
}
