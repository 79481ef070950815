/* msk appliance: what belongs to the laptop and not to one meeting, such as the designated printers
 * (M6). SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-print-desk.h"
#include "msk-table.h"

static gboolean
parse_kind (const char *name, MskPrinterKind *kind, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_PRINTER_KIND, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such kind of printer: give folder or cups."));
      return FALSE;
    }

  *kind = (MskPrinterKind) value;
  return TRUE;
}

static gboolean
add_printer (MskCli *cli, GError **error)
{
  const MskOptions *options = &cli->options;
  const char *name = cli->arguments[0];
  MskPrinterKind kind;

  if (!parse_kind (options->kind, &kind, error))
    return FALSE;
  if (kind == MSK_PRINTER_CUPS && options->target == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A CUPS printer needs its queue: give it with --target."));
      return FALSE;
    }
  if (!msk_print_desk_designate (cli->session, name, kind, options->target, options->place, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "printer", name);
  msk_cli_say (cli, _ ("%s is a designated printer now."), name);
  return TRUE;
}

static gboolean
remove_printer (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];

  if (!msk_print_desk_withdraw (cli->session, name, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "removed", name);
  msk_cli_say (cli, _ ("%s is no designated printer any more."), name);
  return TRUE;
}

static gboolean
list_printers (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Name"), _ ("Kind"), _ ("Place"), _ ("Target"), NULL);
  g_autofree char *text = NULL;

  if (printers == NULL)
    return FALSE;

  for (guint i = 0; i < printers->len; i++)
    {
      const MskDesignatedPrinter *printer = g_ptr_array_index (printers, i);

      msk_table_add (table, printer->name,
                     msk_enum_get_name (MSK_TYPE_PRINTER_KIND, (int) printer->kind), printer->place,
                     printer->target, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "printers", printers, (MskJsonMake) msk_json_from_printer);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "printer-add",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_KIND | MSK_OPTION_PLACE,
      .options = MSK_OPTION_TARGET,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("designate a printer"),
      .description =
          N_ ("Only designated printers print secret papers. A folder printer writes the same PDFs "
              "into a private folder, for a demonstration or a venue without a printer."),
      .run = add_printer,
  },
  {
      .name = "printer-list",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the designated printers"),
      .run = list_printers,
  },
  {
      .name = "printer-remove",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("withdraw a printer"),
      .run = remove_printer,
  },
  { NULL },
};

const MskCommand msk_appliance_command = {
  .name = "appliance",
  .summary = N_ ("the laptop and its designated printers"),
  .verbs = verbs,
};
