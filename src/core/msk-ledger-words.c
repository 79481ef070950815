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
  [MSK_ACT_USER_BADGE] = N_ ("badge of an account changed"),
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
  [MSK_ACT_INCIDENT_OPEN] = N_ ("incident opened"),
  [MSK_ACT_DOOR_IN] = N_ ("let in at the door"),
  [MSK_ACT_DOOR_OUT] = N_ ("let out at the door"),
  [MSK_ACT_DOOR_OUT_HOLDING] = N_ ("let out with papers"),
  [MSK_ACT_DOOR_REFUSE] = N_ ("refused at the door"),
  [MSK_ACT_DOOR_ANNUL] = N_ ("passing of the door annulled"),
  [MSK_ACT_DOOR_ANNUL_BARRED] = N_ ("passing of the door annulled against its verdict"),
  [MSK_ACT_DOOR_READ] = N_ ("door’s register read"),
  [MSK_ACT_LIST_SUBMIT] = N_ ("list submitted"),
  [MSK_ACT_ATTENDEE_RETURN] = N_ ("attendee returned for more"),
  [MSK_ACT_ATTENDEE_CHANGE] = N_ ("attendee changed"),
  [MSK_ACT_ATTENDEE_WITHDRAW] = N_ ("attendee withdrawn"),
  [MSK_ACT_DEVICE_ANSWER] = N_ ("answered about devices"),
  [MSK_ACT_DEVICE_DEPOSIT] = N_ ("device handed in"),
  [MSK_ACT_DEVICE_TAG] = N_ ("device’s tag sent to print"),
  [MSK_ACT_DEVICE_CONFIRM] = N_ ("device’s tag found good"),
  [MSK_ACT_DEVICE_RETURN] = N_ ("device given back"),
  [MSK_ACT_DEVICE_VOID] = N_ ("device’s number given up"),
  [MSK_ACT_DEVICE_FOUND] = N_ ("device found in the room"),
  [MSK_ACT_DEVICE_CLAIM] = N_ ("device’s owner registered"),
  [MSK_ACT_MEASURE_RECORD] = N_ ("measure recorded"),
  [MSK_ACT_LIAISON_RECORD] = N_ ("liaison recorded"),
  [MSK_ACT_MEETING_OPEN] = N_ ("meeting opened"),
  [MSK_ACT_CIRCULATE_START] = N_ ("turn of a reader begun"),
  [MSK_ACT_CIRCULATE_END] = N_ ("turn of a reader ended"),
  [MSK_ACT_CIRCULATE_UNDO] = N_ ("turn of a reader undone"),
  [MSK_ACT_LOAN_GIVE] = N_ ("loan slip given"),
  [MSK_ACT_LOAN_BACK] = N_ ("loan given back"),
  [MSK_ACT_PERMIT_GRANT] = N_ ("permit granted"),
  [MSK_ACT_PERMIT_WITHDRAW] = N_ ("permit withdrawn"),
  [MSK_ACT_PERMIT_TAKE] = N_ ("copy taken away by permit"),
  [MSK_ACT_PERMIT_RECEIPT] = N_ ("return receipt entered"),
  [MSK_ACT_TEXT_SET] = N_ ("text set"),
  [MSK_ACT_ACKNOWLEDGE] = N_ ("text acknowledged"),
  [MSK_ACT_ACKNOWLEDGE_ANNUL] = N_ ("acknowledgement annulled"),
  [MSK_ACT_DUTY_ASSIGN] = N_ ("post given"),
  [MSK_ACT_DUTY_END] = N_ ("post ended"),
  [MSK_ACT_AGENDA_CHANGE] = N_ ("agenda item changed"),
  [MSK_ACT_AGENDA_BIND] = N_ ("person bound to an item"),
  [MSK_ACT_AGENDA_FREE] = N_ ("person freed from an item"),
  [MSK_ACT_AGENDA_MOVE] = N_ ("agenda moved"),
  [MSK_ACT_EXCEPTION_GRANT] = N_ ("recorder or note-taker approved"),
  [MSK_ACT_EXCEPTION_WITHDRAW] = N_ ("recorder or note-taker withdrawn"),
  [MSK_ACT_BADGE_CONFIRM] = N_ ("badge found good"),
  [MSK_ACT_BADGE_VOID] = N_ ("badge given up"),
  [MSK_ACT_BADGE_LOST] = N_ ("badge lost"),
  [MSK_ACT_LEDGER_SEAL] = N_ ("ledger sealed on paper"),
  [MSK_ACT_SEAL_CHECK] = N_ ("seal checked"),
  [MSK_ACT_LIST_EXPORT] = N_ ("list exported"),
  [MSK_ACT_POSTER_MAKE] = N_ ("poster of the notice made"),
  [MSK_ACT_HANDOVER_START] = N_ ("handover begun"),
  [MSK_ACT_HANDOVER_COUNT] = N_ ("counted in a handover"),
  [MSK_ACT_HANDOVER_COMPARE] = N_ ("count of a handover closed"),
  [MSK_ACT_HANDOVER_EXPLAIN] = N_ ("discrepancy of a handover explained"),
  [MSK_ACT_HANDOVER_END] = N_ ("handover ended"),
  [MSK_ACT_HANDOVER_CANCEL] = N_ ("handover cancelled"),
  [MSK_ACT_HANDOVER_CANCEL_DIFFERING] = N_ ("handover cancelled that differed from the register"),
  [MSK_ACT_CUSTODY_MOVE] = N_ ("custody passed to a successor"),
  [MSK_ACT_RECEIPT_POLICY] = N_ ("receipts’ rule set"),
  [MSK_ACT_COLLECTOR_DESIGNATE] = N_ ("designated to sign for somebody"),
  [MSK_ACT_COLLECTOR_END] = N_ ("designation ended"),
  [MSK_ACT_RECEIPT_MAKE] = N_ ("receipt made"),
  [MSK_ACT_RECEIPT_SIGN] = N_ ("signed for on the screen"),
  [MSK_ACT_RECEIPT_ENTER] = N_ ("signed receipt entered"),
  [MSK_ACT_ISSUE_OVERRIDE] = N_ ("issued all the same by decision"),
  [MSK_ACT_COPY_RETURN_PART] = N_ ("part of a copy returned"),
  [MSK_ACT_RETURN_COUNT] = N_ ("returned pages counted"),
  [MSK_ACT_COUNT_RULE] = N_ ("rule for counting pages changed"),
  [MSK_ACT_DESTROY_START] = N_ ("batch for destruction begun"),
  [MSK_ACT_DESTROY_ADD] = N_ ("put into a batch for destruction"),
  [MSK_ACT_DESTROY_TAKE_OUT] = N_ ("taken out of a batch for destruction"),
  [MSK_ACT_DESTROY_PROPOSE] = N_ ("destruction proposed"),
  [MSK_ACT_DESTROY_APPROVE] = N_ ("destruction approved"),
  [MSK_ACT_DESTROY_REFUSE] = N_ ("destruction refused"),
  [MSK_ACT_DESTROY_CANCEL] = N_ ("batch for destruction given up"),
  [MSK_ACT_DESTROY_BEGIN] = N_ ("destruction begun at the machine"),
  [MSK_ACT_DESTROY_WITNESS] = N_ ("destruction witnessed"),
  [MSK_ACT_DESTROY_SCAN] = N_ ("scanned at the machine"),
  [MSK_ACT_DESTROY_END] = N_ ("destroyed"),
  [MSK_ACT_ORIGINATOR_RETURN] = N_ ("sent back to its originator"),
  [MSK_ACT_ORIGINATOR_WITNESS] = N_ ("sending back witnessed"),
  [MSK_ACT_MEETING_EXPORT] = N_ ("meeting exported"),
  [MSK_ACT_ERASURE_APPROVE] = N_ ("erasure approved"),
  [MSK_ACT_MEETING_ERASE] = N_ ("meeting erased"),
  [MSK_ACT_ERASURE_WITNESS] = N_ ("erasure witnessed"),
  [MSK_ACT_ERASURE_FINISH] = N_ ("rest of an erased meeting removed"),
  [MSK_ACT_INCIDENT_WRITE] = N_ ("incident: text written"),
  [MSK_ACT_INCIDENT_FOUND] = N_ ("incident: thing found again"),
  [MSK_ACT_INCIDENT_REPORT] = N_ ("incident reported"),
  [MSK_ACT_INCIDENT_CLOSE] = N_ ("incident closed"),
  [MSK_ACT_INCIDENT_SIGN] = N_ ("closing of an incident signed"),
  [MSK_ACT_ARCHIVE_FILE] = N_ ("dossier filed"),
  [MSK_ACT_ARCHIVE_HAND_OVER] = N_ ("dossier handed over to the archive"),
  [MSK_ACT_ARCHIVE_COSIGN] = N_ ("handing over of a dossier signed"),
  [MSK_ACT_ARCHIVE_REQUEST] = N_ ("loan of a dossier asked for"),
  [MSK_ACT_ARCHIVE_APPROVE] = N_ ("loan of a dossier approved"),
  [MSK_ACT_ARCHIVE_REFUSE] = N_ ("loan of a dossier refused"),
  [MSK_ACT_ARCHIVE_LEND] = N_ ("dossier lent"),
  [MSK_ACT_ARCHIVE_RETURN] = N_ ("dossier given back"),
  [MSK_ACT_ARCHIVE_SETTLE] = N_ ("difference in the pages of a dossier settled"),
  [MSK_ACT_SWEEP_COUNT] = N_ ("counted blind in the sweep"),
  [MSK_ACT_SWEEP_DAMAGE] = N_ ("seen damaged in the sweep"),
  [MSK_ACT_LEFT_ITEM_ADD] = N_ ("registered as left behind"),
  [MSK_ACT_LEFT_ITEM_HANDLE] = N_ ("what was done with it"),
  [MSK_ACT_SWEEP_FOUND_LATE] = N_ ("found after the closing and taken back"),
  [MSK_ACT_TEXT_SHEET_MAKE] = N_ ("text put on paper for signatures"),
};

/* The first word of a subject; what follows is a number or nothing. */
static const struct
{
  const char *kind;
  const char *label;
} subjects[] = {
  { "acknowledgement", N_ ("acknowledgement") },
  { "agenda", N_ ("agenda") },
  { "archive loan", N_ ("loan of a dossier") },
  { "attendee", N_ ("attendee") },
  { "badge", N_ ("badge") },
  { "carrier", N_ ("carrier") },
  { "clock", N_ ("clock") },
  { "code", N_ ("code") },
  { "copy", N_ ("copy") },
  { "incident", N_ ("incident") },
  { "destruction", N_ ("batch for destruction") },
  { "device", N_ ("device") },
  { "discrepancy", N_ ("discrepancy") },
  { "dossier", N_ ("dossier") },
  { "liaison", N_ ("liaison") },
  { "handover", N_ ("handover") },
  { "exception", N_ ("exception") },
  { "list", N_ ("list") },
  { "measure", N_ ("measure") },
  { "loan slip", N_ ("loan slip") },
  { "meeting", N_ ("meeting") },
  { "originator return", N_ ("return to the originator") },
  { "override", N_ ("decision to issue all the same") },
  { "paper", N_ ("paper") },
  { "permit", N_ ("permit") },
  { "policy", N_ ("policy") },
  { "print run", N_ ("print run") },
  { "printer", N_ ("printer") },
  { "designation", N_ ("designation") },
  { "receipt", N_ ("receipt") },
  { "report", N_ ("report") },
  { "request", N_ ("request") },
  { "scheme", N_ ("scheme of marks") },
  { "seal", N_ ("seal") },
  { "spoiled set", N_ ("set of spoiled sheets") },
  { "strange code", N_ ("strange code") },
  { "sweep", N_ ("sweep") },
  { "turn", N_ ("turn") },
  { "text", N_ ("text") },
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
