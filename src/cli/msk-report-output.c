/* Where a report goes: into a file, or onto paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-output.h"

#include <glib/gi18n-lib.h>

#include "msk-dossier-output.h"
#include "msk-error.h"
#include "msk-report-print.h"
#include "msk-waiting.h"

/* Into a file or onto paper, and not both. */
static gboolean
check_one (MskCli *cli, GError **error)
{
  if (cli->options.printer == NULL || (cli->options.output == NULL && !cli->options.xlsx))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A report goes into a file or to a printer: give --output or "
                          "--xlsx, or --printer, not both."));
  return FALSE;
}

static gboolean
end_printing (MskCli *cli, MskWaiting *waiting, const char *said, GError **error)
{
  g_autoptr(GAsyncResult) answer = msk_waiting_end (waiting);

  if (!msk_report_print_finish (cli->session, answer, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "printer", cli->options.printer);
  msk_cli_say (cli, "%s", said);
  return TRUE;
}

static gboolean
print (MskCli *cli, MskReportKind kind, gint64 id, GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();

  msk_report_print_async (cli->session, kind, id, cli->options.printer,
                          msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  return end_printing (cli, waiting, _ ("The report is printed: take it from the printer."), error);
}

gboolean
msk_report_output (MskCli *cli, MskReportKind kind, gint64 id, GError **error)
{
  g_autofree char *path = NULL;

  if (!check_one (cli, error))
    return FALSE;
  if (cli->options.printer != NULL)
    return print (cli, kind, id, error);

  path = msk_report_desk_write_as (cli->session, kind, id,
                                   cli->options.xlsx ? MSK_REPORT_XLSX : MSK_REPORT_PDF,
                                   cli->options.output, error);
  if (path == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "path", path);
  msk_cli_say (cli, _ ("The report lies in %s."), path);
  return TRUE;
}

static gboolean
print_archive (MskCli *cli, MskArchiveSheet sheet, gint64 meeting_id, GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();

  msk_report_print_archive_async (cli->session, sheet, meeting_id, cli->options.printer,
                                  msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  return end_printing (cli, waiting, _ ("The report is printed: take it from the printer."), error);
}

gboolean
msk_report_output_archive (MskCli *cli, MskArchiveSheet sheet, gint64 meeting_id, GError **error)
{
  g_autofree char *path = NULL;

  if (!check_one (cli, error))
    return FALSE;
  if (cli->options.printer != NULL)
    return print_archive (cli, sheet, meeting_id, error);

  path = msk_archive_report_write (cli->session, sheet, meeting_id,
                                   cli->options.xlsx ? MSK_REPORT_XLSX : MSK_REPORT_PDF,
                                   cli->options.output, error);
  if (path == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "path", path);
  msk_cli_say (cli, _ ("The report lies in %s."), path);
  return TRUE;
}

/* Nothing of it lies in a file. */
static gboolean
print_dossier (MskCli *cli, GError **error)
{
  g_autoptr(GBytes) document = msk_dossier_output_make (cli, error);
  MskWaiting *waiting;

  if (document == NULL)
    return FALSE;

  waiting = msk_waiting_new ();
  msk_report_print_dossier_async (cli->session, document, cli->options.printer,
                                  msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  return end_printing (cli, waiting, _ ("The dossier is printed: take it from the printer."),
                       error);
}

gboolean
msk_report_output_dossier (MskCli *cli, GError **error)
{
  if (!check_one (cli, error))
    return FALSE;

  return cli->options.printer != NULL
             ? print_dossier (cli, error)
             : msk_dossier_output (cli, cli->session, cli->options.output, cli->answer, error);
}

static gboolean
print_sheet (MskCli *cli, const MskSheetOrder *order, GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();

  msk_report_print_sheet_async (cli->session, order, cli->options.printer,
                                msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  return end_printing (cli, waiting, _ ("It is printed: take it from the printer."), error);
}

gboolean
msk_report_output_sheet (MskCli *cli, MskSheetOrder *order, GError **error)
{
  g_autofree char *path = NULL;

  if (!check_one (cli, error))
    return FALSE;
  if (cli->options.text_version != MSK_OPTION_UNSET)
    order->version = (guint) CLAMP (cli->options.text_version, 1, G_MAXUINT32);
  if (cli->options.printer != NULL)
    return print_sheet (cli, order, error);

  path = msk_sheet_desk_write (cli->session, order, cli->options.output, error);
  if (path == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "path", path);
  if (order->kind != MSK_SHEET_RECEIPTS)
    json_object_set_int_member (cli->answer, "version", order->version);
  if (order->kind == MSK_SHEET_TEXT)
    json_object_set_int_member (cli->answer, "sheets", order->sheets);
  msk_cli_say (cli, _ ("It lies in %s."), path);
  return TRUE;
}
