/* msk report: registers and findings as PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-report-print.h"
#include "msk-waiting.h"

/* path NULL: nothing was written. */
static gboolean
say_path (MskCli *cli, const char *path)
{
  if (path == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "path", path);
  msk_cli_say (cli, _ ("The report lies in %s."), path);
  return TRUE;
}

/* On paper: request_id is 0 for what is no approval sheet. */
static gboolean
print_report (MskCli *cli, MskReportKind kind, gint64 request_id, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  MskWaiting *waiting;

  if (cli->options.output != NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A report goes into a file or to a printer: give --output or "
                              "--printer, not both."));
      return FALSE;
    }

  waiting = msk_waiting_new ();
  msk_report_print_async (cli->session, kind, request_id, cli->options.printer,
                          msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  answer = msk_waiting_end (waiting);
  if (!msk_report_print_finish (cli->session, answer, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "printer", cli->options.printer);
  msk_cli_say (cli, _ ("The report is printed: take it from the printer."));
  return TRUE;
}

static gboolean
write_report (MskCli *cli, MskReportKind kind, GError **error)
{
  g_autofree char *path = NULL;

  if (cli->options.printer != NULL)
    return print_report (cli, kind, 0, error);

  path = msk_report_desk_write (cli->session, kind, cli->options.output, error);
  return say_path (cli, path);
}

static gboolean
write_list (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_LIST, error);
}

static gboolean
write_copies (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_COPIES, error);
}

static gboolean
write_sweep (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_SWEEP, error);
}

static gboolean
write_carriers (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_CARRIERS, error);
}

static gboolean
write_plan (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_PLAN, error);
}

static gboolean
write_packs (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_PACKS, error);
}

static gboolean
write_runs (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_RUNS, error);
}

static gboolean
write_spoiled (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_SPOILED, error);
}

static gboolean
write_room (MskCli *cli, GError **error)
{
  return write_report (cli, MSK_REPORT_ROOM, error);
}

static gboolean
write_approval (MskCli *cli, GError **error)
{
  gint64 id;
  g_autofree char *path = NULL;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;
  if (cli->options.printer != NULL)
    return print_report (cli, MSK_REPORT_APPROVAL, id, error);

  path = msk_report_desk_write_approval (cli->session, id, cli->options.output, error);
  return say_path (cli, path);
}

static const MskVerb verbs[] = {
  {
      .name = "list",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the sealed list of people, for a signature by hand"),
      .run = write_list,
  },
  {
      .name = "copies",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of copies with the balance of each paper"),
      .run = write_copies,
  },
  {
      .name = "sweep",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the result of the sweep"),
      .run = write_sweep,
  },
  {
      .name = "carriers",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of notebooks and other carriers with their balance"),
      .run = write_carriers,
  },
  {
      .name = "plan",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the issue plan, person by person, against what happened"),
      .run = write_plan,
  },
  {
      .name = "packs",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("what is to lie in each person’s pack, in the order of seats"),
      .run = write_packs,
  },
  {
      .name = "runs",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the runs of the printers and the counts of their sheets"),
      .run = write_runs,
  },
  {
      .name = "spoiled",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the register of spoiled and surplus sheets"),
      .run = write_spoiled,
  },
  {
      .name = "room",
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("who came into the print room and left it"),
      .run = write_room,
  },
  {
      .name = "approval",
      .arguments = N_ ("REQUEST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the sheet of a request to copy, for the authority's signature by hand"),
      .run = write_approval,
  },
  { NULL },
};

const MskCommand msk_report_command = {
  .name = "report",
  .summary = N_ ("reports, as PDF or on paper"),
  .verbs = verbs,
};
