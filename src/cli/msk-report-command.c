/* msk report: registers and findings as PDF or workbook.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-archive-verbs.h"
#include "msk-cli.h"
#include "msk-dossier-output.h"
#include "msk-report-output.h"

static gboolean
write_list (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_LIST, 0, error);
}

static gboolean
write_badges (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_BADGES, 0, error);
}

static gboolean
write_copies (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_COPIES, 0, error);
}

static gboolean
write_sweep (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_SWEEP, 0, error);
}

static gboolean
write_carriers (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_CARRIERS, 0, error);
}

static gboolean
write_plan (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_PLAN, 0, error);
}

static gboolean
write_packs (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_PACKS, 0, error);
}

static gboolean
write_runs (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_RUNS, 0, error);
}

static gboolean
write_spoiled (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_SPOILED, 0, error);
}

static gboolean
write_room (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_ROOM, 0, error);
}

static gboolean
write_devices (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_DEVICES, 0, error);
}

static gboolean
write_unclaimed (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_UNCLAIMED, 0, error);
}

static gboolean
write_measures (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_MEASURES, 0, error);
}

static gboolean
write_venue_check (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_VENUE_CHECK, 0, error);
}

static gboolean
write_liaison (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_LIAISON, 0, error);
}

static gboolean
write_circulation (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_CIRCULATION, 0, error);
}

static gboolean
write_chase (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_CHASE, 0, error);
}

static gboolean
write_permits (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_PERMITS, 0, error);
}

static gboolean
write_slip (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_LOAN_SLIP, id, error);
}

static gboolean
write_permit (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_PERMIT, id, error);
}

static gboolean
write_door (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_DOOR, 0, error);
}

static gboolean
write_refusals (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_REFUSALS, 0, error);
}

static gboolean
write_inside (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_INSIDE, 0, error);
}

static gboolean
write_approval (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_APPROVAL, id, error);
}

static gboolean
write_seals (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_SEALS, 0, error);
}

static gboolean
write_briefings (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_BRIEFINGS, 0, error);
}

static gboolean
write_pledges (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_PLEDGES, 0, error);
}

static gboolean
write_notices (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_NOTICES, 0, error);
}

static gboolean
write_exceptions (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_EXCEPTIONS, 0, error);
}

static gboolean
write_agenda (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_AGENDA, 0, error);
}

static gboolean
write_issues (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_ISSUES, 0, error);
}

static gboolean
write_returns (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_RETURNS, 0, error);
}

static gboolean
write_handovers (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_HANDOVERS, 0, error);
}

static gboolean
write_handover (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_HANDOVER, id, error);
}

static gboolean
write_destruction (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_DESTRUCTION, id, error);
}

static gboolean
write_destructions (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_DESTRUCTIONS, 0, error);
}

static gboolean
write_originator (MskCli *cli, GError **error)
{
  gint64 id;

  return msk_cli_get_id (cli, 0, &id, error) &&
         msk_report_output (cli, MSK_REPORT_ORIGINATOR, id, error);
}

static gboolean
write_receipts (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_RECEIPTS, 0, error);
}

static gboolean
write_certificate (MskCli *cli, GError **error)
{
  return msk_report_output (cli, MSK_REPORT_CERTIFICATE, 0, error);
}

static gboolean
write_dossier (MskCli *cli, GError **error)
{
  return msk_report_output_dossier (cli, error);
}

#define REPORT_OPTIONS (MSK_OPTION_OUTPUT | MSK_OPTION_XLSX | MSK_OPTION_PRINTER)

static const MskVerb verbs[] = {
  {
      .name = "list",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the numbered lists of people, for a signature by hand"),
      .run = write_list,
  },
  {
      .name = "badges",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of badges"),
      .run = write_badges,
  },
  {
      .name = "copies",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of copies with the balance of each paper"),
      .run = write_copies,
  },
  {
      .name = "sweep",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the result of the sweep"),
      .run = write_sweep,
  },
  {
      .name = "carriers",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of notebooks and other carriers with their balance"),
      .run = write_carriers,
  },
  {
      .name = "plan",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the issue plan, person by person, against what happened"),
      .run = write_plan,
  },
  {
      .name = "packs",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("what is to lie in each person’s pack, in the order of seats"),
      .run = write_packs,
  },
  {
      .name = "runs",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the runs of the printers and the counts of their sheets"),
      .run = write_runs,
  },
  {
      .name = "spoiled",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of spoiled and surplus sheets"),
      .run = write_spoiled,
  },
  {
      .name = "room",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who came into the print room and left it"),
      .run = write_room,
  },
  {
      .name = "devices",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of devices in deposit"),
      .run = write_devices,
  },
  {
      .name = "unclaimed",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("devices in deposit whose owner went out or is unknown"),
      .run = write_unclaimed,
  },
  {
      .name = "measures",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary =
          N_ ("the measures before the meeting, with lines to fill in by hand where one is open"),
      .run = write_measures,
  },
  {
      .name = "venue-check",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the check of the venue when everybody has left, as a sheet to walk it with"),
      .run = write_venue_check,
  },
  {
      .name = "liaison",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the contacts with the guard and secrecy departments"),
      .run = write_liaison,
  },
  {
      .name = "door",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who came in and went out at the door"),
      .run = write_door,
  },
  {
      .name = "refusals",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who was refused at the door"),
      .run = write_refusals,
  },
  {
      .name = "inside",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who is inside now"),
      .run = write_inside,
  },
  {
      .name = "circulation",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of circulation with its loan slips"),
      .run = write_circulation,
  },
  {
      .name = "chase",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the turns that are overdue, or due within half an hour"),
      .run = write_chase,
  },
  {
      .name = "permits",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of permits to take copies away"),
      .run = write_permits,
  },
  {
      .name = "permit",
      .arguments = N_ ("PERMIT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("a permit, to go with its copy, and the receipt to be sent back"),
      .run = write_permit,
  },
  {
      .name = "loan-slip",
      .arguments = N_ ("SLIP"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("a loan slip, to lie in the folder in place of what is out"),
      .run = write_slip,
  },
  {
      .name = "approval",
      .arguments = N_ ("REQUEST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the sheet of a request to copy, for the authority's signature by hand"),
      .run = write_approval,
  },
  {
      .name = "seals",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the seals of the ledger that stand on paper"),
      .run = write_seals,
  },
  {
      .name = "briefings",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who was briefed on which version, and who was not"),
      .run = write_briefings,
  },
  {
      .name = "pledges",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who gave the pledge or the undertaking, and who did not"),
      .run = write_pledges,
  },
  {
      .name = "notices",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who took note of the no-recording notice, and who did not"),
      .run = write_notices,
  },
  {
      .name = "exceptions",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the recorders and note-takers who were approved"),
      .run = write_exceptions,
  },
  {
      .name = "agenda",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("how the room went through the agenda"),
      .run = write_agenda,
  },
  {
      .name = "issues",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of issues: what was given to whom"),
      .run = write_issues,
  },
  {
      .name = "returns",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of returns, and what is still out"),
      .run = write_returns,
  },
  {
      .name = "handovers",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the handovers of desk, print room and custody"),
      .run = write_handovers,
  },
  {
      .name = "handover-slip",
      .arguments = N_ ("HANDOVER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the slip of a handover, with the heads of the ledgers, for signatures"),
      .run = write_handover,
  },
  {
      .name = "destruction",
      .arguments = N_ ("BATCH"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the list of a batch for destruction, for signatures"),
      .run = write_destruction,
  },
  {
      .name = "destructions",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of destruction, and what went back to originators"),
      .run = write_destructions,
  },
  {
      .name = "originator",
      .arguments = N_ ("RETURN"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("what went back in one return to an originator, for signatures"),
      .run = write_originator,
  },
  {
      .name = "receipts",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of receipts, with what is not signed for"),
      .run = write_receipts,
  },
  {
      .name = "certificate",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the certificate of closing, for signatures"),
      .run = write_certificate,
  },
  {
      .name = "dossier",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER | MSK_OPTIONS_DOSSIER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("every register of a closed meeting in one document, with a cover and a list "
                     "of contents"),
      .run = write_dossier,
  },
  {
      .name = "archive",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("the register of dossiers and of their loans"),
      .run = msk_archive_verb_register,
  },
  {
      .name = "archive-card",
      .required = MSK_OPTION_MEETING,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("the card of a dossier"),
      .run = msk_archive_verb_card,
  },
  {
      .name = "archive-receipt",
      .required = MSK_OPTION_MEETING,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("the receipt of the archive for a dossier, for signatures"),
      .run = msk_archive_verb_receipt,
  },
  {
      .name = "outstanding",
      .options = REPORT_OPTIONS,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("what is still out over all meetings, by unit and person"),
      .run = msk_archive_verb_outstanding,
  },
  {
      .name = "chase-letters",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("a letter to each who owes something of any meeting"),
      .run = msk_archive_verb_letters,
  },
  {
      .name = "open",
      .arguments = N_ ("EXPORT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_XLSX | MSK_OPTIONS_DOSSIER,
      .words = MSK_WORDS_OUTPUT (N_ ("write all reports into this folder")),
      .need = MSK_NEED_NOTHING,
      .summary = N_ ("verify a sealed export and say what it holds; write its reports"),
      .description = N_ ("Needs no vault: --passphrase-file or --passphrase-fd give the "
                         "recipient’s passphrase. Nothing is shown before every byte was "
                         "verified."),
      .run = msk_archive_verb_open,
  },
  { NULL },
};

const MskCommand msk_report_command = {
  .name = "report",
  .summary = N_ ("reports, as PDF or workbook, or on paper"),
  .verbs = verbs,
};
