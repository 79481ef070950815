/* msk desk: issue, return, check and sweep with a scanner, or by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-scan-loop.h"
#include "msk-verdict-error.h"

static gboolean
scan (MskCli *cli, GError **error)
{
  MskScanMode mode = MSK_SCAN_ISSUE;

  if (cli->options.mode != NULL && !msk_scan_mode_parse (cli->options.mode, &mode, error))
    return FALSE;

  cli->answered = TRUE;
  return msk_scan_loop_run (cli->session, mode, cli->options.commands, STDIN_FILENO, error);
}

static gboolean
finish (MskCli *cli, const MskVerdict *verdict, GError **error)
{
  if (verdict == NULL || !msk_verdict_check (verdict, error))
    return FALSE;

  json_object_set_object_member (cli->answer, "verdict", msk_json_from_verdict (verdict));
  msk_cli_say (cli, "%s", verdict->headline);
  msk_cli_say (cli, "%s", verdict->text);
  return TRUE;
}

static gboolean
issue (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_ISSUE);
  g_autoptr(MskVerdict) person = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_read_copy (cli->options.copy, &number, error))
    return FALSE;

  person = msk_scan_desk_choose_person (desk, cli->options.person, error);
  if (person == NULL || !msk_verdict_check (person, error))
    return FALSE;

  verdict = msk_scan_desk_choose_copy (desk, number, error);
  return finish (cli, verdict, error);
}

static gboolean
take_back (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_RETURN);
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_read_copy (cli->options.copy, &number, error))
    return FALSE;

  verdict = msk_scan_desk_choose_copy (desk, number, error);
  return finish (cli, verdict, error);
}

static const MskVerb verbs[] = {
  {
      .name = "scan",
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_MODE | MSK_OPTION_COMMANDS,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take codes from a scanner, one a line, and answer each with one JSON line"),
      .description = N_ (
          "Modes: issue takes a person and a copy in either order, return a copy, check a copy at "
          "the printer, sweep a copy that was found. A tag is secret and never stands on a command "
          "line, so codes come through standard input alone. Each line is answered after the "
          "commit, with tone (done, waiting, refused, alarm), code, headline, text, number, page, "
          "paper, person, balance and sequence.\n"
          "With --commands these lines are obeyed: “mode issue” (or another mode), “clear” forgets "
          "the half that waits, “undo” takes back the last issue or return, and “reason TEXT” says "
          "why what is scanned next is spoiled or came twice."),
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
      .name = "return",
      .required = MSK_OPTION_COPY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a copy back by hand"),
      .run = take_back,
  },
  { NULL },
};

const MskCommand msk_desk_command = {
  .name = "desk",
  .summary = N_ ("issue and return with a scanner"),
  .verbs = verbs,
};
