/* msk desk: issue, return, check and sweep with a scanner, or by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-json.h"
#include "msk-override-verbs.h"
#include "msk-receipt-verbs.h"
#include "msk-return-verbs.h"
#include "msk-scan-loop.h"
#include "msk-sweep-verbs.h"
#include "msk-verdict-error.h"

static gboolean
scan (MskCli *cli, GError **error)
{
  MskScanMode mode = MSK_SCAN_ISSUE;
  MskMeasureArea zone;

  if (cli->options.mode != NULL && !msk_scan_mode_parse (cli->options.mode, &mode, error))
    return FALSE;

  if (!msk_sweep_read_zone (cli, &zone, error))
    return FALSE;

  cli->answered = TRUE;
  return msk_scan_loop_run (cli->session, mode, zone, cli->options.commands, STDIN_FILENO, error);
}

static gboolean
issue (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_ISSUE);
  g_autoptr(MskVerdict) thing = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_read_copy (cli->options.copy, &number, error))
    return FALSE;

  /* What it is comes first: who may decide otherwise about the person depends on it. */
  thing = msk_scan_desk_choose_copy (desk, number, error);
  if (thing == NULL || thing->tone != MSK_TONE_WAITING)
    return msk_verdict_answer (cli, thing, error);

  verdict = msk_scan_desk_choose_person (desk, cli->options.person, error);
  return msk_verdict_answer (cli, verdict, error);
}

static const MskVerb verbs[] = {
  {
      .name = "scan",
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_MODE | MSK_OPTION_COMMANDS | MSK_OPTION_ZONE,
      .words = MSK_WORDS_MODE (
          N_ ("issue (the default), return, check, sweep, spoil, twice or circulate")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take codes from a scanner, one a line, and answer each with one JSON line"),
      .description = N_ (
          "Modes: issue takes a person and a copy in either order, return a copy, check a copy at "
          "the printer, sweep a copy that was found, "
          "circulate as “msk circulate scan”. A tag is secret and never stands on a command "
          "line, so codes come through standard input alone. Each line is answered after the "
          "commit, with tone (done, waiting, refused, alarm), code, headline, text, number, page, "
          "paper, person, balance and sequence.\n"
          "With --commands these lines are obeyed: “mode issue” (or another mode), “clear” forgets "
          "the half that waits, “undo” takes back the last issue or return, and “reason TEXT” says "
          "why what is scanned next is spoiled or came twice. In the mode return “count 14 12 "
          "whole” takes copy 14 back with twelve pages counted; a remark follows what is damaged, "
          "torn, written-on or tag-unreadable. “counting on” has every return counted, “counting "
          "off” those alone that have to be. In the mode sweep “zone seats” says which zone of the "
          "venue is walked from now on; a sweep begins in storage. “damaged TEXT” notes what is "
          "wrong "
          "with what was just seen, and “incomplete 2 TEXT” that two pages of it are missing."),
      .run = scan,
  },
  {
      .name = "issue",
      .required = MSK_OPTION_PERSON | MSK_OPTION_COPY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("issue a copy by hand, for a torn tag or a forgotten badge"),
      .run = issue,
  },
  {
      .name = "override",
      .required = MSK_OPTION_PERSON | MSK_OPTION_COPY | MSK_OPTION_COSIGNER,
      .options = MSK_OVERRIDE_OPTIONS,
      .keys = msk_override_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("issue a copy all the same: --cosigner decides so, with their own passphrase"),
      .description = N_ ("Only the role that the refusal names may decide; about most refusals "
                         "nobody may. Where two roles have to, the other signs in with "
                         "--second-cosigner. It stands in the register and in every report of "
                         "issues."),
      .run = msk_override_verb_copy,
  },
  {
      .name = "overrides",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what was issued all the same, by whose decision and why"),
      .run = msk_override_verb_list,
  },
  {
      .name = "return",
      .required = MSK_OPTION_COPY,
      .need = MSK_NEED_MEETING,
      .options = MSK_OPTIONS_COUNT | MSK_OPTION_FROM,
      .keys = msk_return_count_keys,
      .summary = N_ ("take a copy back by hand"),
      .description =
          N_ ("A copy whose pages have to be counted is taken back with --pages alone: count them "
              "without looking up how many there should be. Another number than is due is answered "
              "with count-again; the same one again opens an incident, and the copy stays with its "
              "holder until the rest is brought and counted in the same way."),
      .run = msk_return_verb_take_back,
  },
  {
      .name = "parts",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the copies that came back in part, and who answers for the rest"),
      .run = msk_return_verb_list_parts,
  },
  {
      .name = "unsigned",
      .options = MSK_OPTION_PERSON,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list what was issued or returned and nobody has signed for"),
      .run = msk_receipt_verb_unsigned,
  },
  {
      .name = "sign",
      .arguments = N_ ("KIND PERSON [SIGNER]"),
      .min_arguments = 2,
      .max_arguments = 3,
      .keys = msk_receipt_sign_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record a signature from a pad for all that a person has not signed for"),
      .description = N_ ("Kinds: issue, return. The addressee signs, or a signer whom the "
                         "responsible leader designated for them."),
      .run = msk_receipt_verb_sign,
  },
  {
      .name = "receipts",
      .arguments = N_ ("KIND [PERSON]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("receipts to be signed by hand, two to a sheet, one a person"),
      .description = N_ ("Kinds: issue, return. What a receipt was made for already keeps its "
                         "number."),
      .run = msk_receipt_verb_print,
  },
  {
      .name = "receipt",
      .arguments = N_ ("RECEIPT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("one receipt again, with the signature that was written on the screen"),
      .run = msk_receipt_verb_print_one,
  },
  {
      .name = "signed",
      .arguments = N_ ("RECEIPT [SIGNER]"),
      .min_arguments = 1,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("enter that a printed receipt was signed by hand"),
      .run = msk_receipt_verb_signed,
  },
  {
      .name = "register",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the receipts"),
      .run = msk_receipt_verb_register,
  },
  {
      .name = "signing",
      .arguments = N_ ("[none|screen|printed]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show or lay down how receipts are asked for in this meeting"),
      .run = msk_receipt_verb_signing,
  },
  {
      .name = "designate",
      .arguments = N_ ("PERSON SIGNER"),
      .min_arguments = 2,
      .max_arguments = 2,
      .keys = msk_receipt_designate_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("let somebody sign and collect for a person, as responsible leader"),
      .run = msk_receipt_verb_designate,
  },
  {
      .name = "designate-end",
      .arguments = N_ ("DESIGNATION"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("end a designation; it stays on record"),
      .run = msk_receipt_verb_end_designation,
  },
  {
      .name = "designations",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list those that ended too")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who may sign for whom; with --all those that ended too"),
      .run = msk_receipt_verb_designations,
  },
  { NULL },
};

const MskCommand msk_desk_command = {
  .name = "desk",
  .summary = N_ ("issue and return with a scanner, and receipts"),
  .verbs = verbs,
};
