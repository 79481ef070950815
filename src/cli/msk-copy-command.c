/* msk copy: numbers, printing, and what became of each copy (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-print-desk.h"
#include "msk-printing.h"
#include "msk-table.h"

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("what happened to it") },
  { NULL },
};

static gboolean
reserve (MskCli *cli, GError **error)
{
  gint64 paper;
  guint count, first;

  if (!msk_cli_get_id (cli, 0, &paper, error) || !msk_cli_get_number (cli, 1, &count, error))
    return FALSE;

  first = msk_print_desk_reserve (cli->session, paper, count, error);
  if (first == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "first", first);
  json_object_set_int_member (cli->answer, "last", first + count - 1);
  msk_cli_say (cli, _ ("Numbers %06u to %06u are reserved for this paper."), first,
               first + count - 1);
  return TRUE;
}

static gboolean
print (MskCli *cli, GError **error)
{
  MskPrintResult result = { 0 };
  gboolean done;
  gint64 paper;

  if (!msk_cli_get_id (cli, 0, &paper, error))
    return FALSE;

  done = msk_printing_run (cli, cli->session, paper, cli->options.printer, &result, error);
  json_object_set_int_member (cli->answer, "printed", result.printed);
  json_object_set_int_member (cli->answer, "uncertain", result.uncertain);
  json_object_set_int_member (cli->answer, "left", result.left);
  msk_cli_say (cli, _ ("Printed: %u. Uncertain: %u. Not sent: %u."), result.printed,
               result.uncertain, result.left);

  return done;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Number"), _ ("Document number"), _ ("State"),
                                              _ ("Print"), _ ("Holder"), _ ("Issued"), NULL);
  g_autoptr(GPtrArray) copies = NULL;
  g_autofree char *text = NULL;
  gint64 paper = 0;

  if (cli->n_arguments > 0 && !msk_cli_get_id (cli, 0, &paper, error))
    return FALSE;
  copies = msk_print_desk_list_copies (cli->session, paper, error);
  if (copies == NULL)
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *number = g_strdup_printf ("%06u", copy->number);
      g_autofree char *issued = msk_table_dup_time (copy->issued_at);

      msk_table_add (table, number, copy->document_number, msk_copy_state_get_label (copy->state),
                     msk_attempt_get_label (copy->attempt), copy->holder, issued, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "copies", copies, (MskJsonMake) msk_json_from_copy);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskTable) table = NULL;
  g_autofree char *number_text = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *text = NULL;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error))
    return FALSE;
  copy = msk_print_desk_get_copy (cli->session, number, error);
  if (copy == NULL)
    return FALSE;

  number_text = g_strdup_printf ("%06u", copy->number);
  issued = msk_table_dup_time (copy->issued_at);
  table = msk_table_new (_ ("Number"), number_text, NULL);
  msk_table_add (table, _ ("Document number"), copy->document_number, NULL);
  msk_table_add (table, _ ("State"), msk_copy_state_get_label (copy->state), NULL);
  msk_table_add (table, _ ("Print"), msk_attempt_get_label (copy->attempt), NULL);
  msk_table_add (table, _ ("Printer"), copy->printer, NULL);
  msk_table_add (table, _ ("Holder"), copy->holder, NULL);
  msk_table_add (table, _ ("Issued"), issued, NULL);
  text = msk_table_dup_text (table);

  json_object_set_object_member (cli->answer, "copy", msk_json_from_copy (copy));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
check_number (gint64 id, GError **error)
{
  if (id <= G_MAXINT32)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("There is no copy with this number: see “msk copy list”."));
  return FALSE;
}

static gboolean
confirm_one (MskCli *cli, gint64 id, GError **error)
{
  return check_number (id, error) && msk_print_desk_confirm (cli->session, (guint) id, error);
}

static gboolean
confirm (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "confirmed", confirm_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Confirmed as good and in store: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
spoil (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_print_desk_spoil (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                             error))
    return FALSE;

  json_object_set_int_member (cli->answer, "spoiled", number);
  msk_cli_say (cli,
               _ ("The sheets of number %06u are registered as spoiled: keep them for "
                  "destruction."),
               number);
  return TRUE;
}

static gboolean
void_number (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_print_desk_void (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                            error))
    return FALSE;

  json_object_set_int_member (cli->answer, "void", number);
  msk_cli_say (cli, _ ("Number %06u is given up."), number);
  return TRUE;
}

static gboolean
reprint (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_print_desk_reprint (cli->session, number, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "reserved", number);
  msk_cli_say (cli, _ ("Number %06u waits to be printed anew, with a new tag."), number);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "reserve",
      .arguments = N_ ("PAPER COUNT"),
      .min_arguments = 2,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("reserve the next numbers for a paper, before anything is printed"),
      .run = reserve,
  },
  {
      .name = "print",
      .arguments = N_ ("PAPER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print every reserved copy of a paper, one job a copy"),
      .description = N_ ("Ctrl+C stops between two copies; what is left stays reserved."),
      .run = print,
  },
  {
      .name = "list",
      .arguments = N_ ("[PAPER]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the copies"),
      .run = list,
  },
  {
      .name = "show",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show one copy"),
      .run = show,
  },
  {
      .name = "confirm",
      .arguments = N_ ("NUMBER…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that the sheets were looked at and are good"),
      .run = confirm,
  },
  {
      .name = "spoil",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that the sheets came out wrong and wait for destruction"),
      .run = spoil,
  },
  {
      .name = "void",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("give up a number of which nothing came out"),
      .run = void_number,
  },
  {
      .name = "reprint",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("have a spoiled or void number printed anew, with a new tag"),
      .run = reprint,
  },
  { NULL },
};

const MskCommand msk_copy_command = {
  .name = "copy",
  .summary = N_ ("numbered copies: reserve, print, confirm"),
  .verbs = verbs,
};
