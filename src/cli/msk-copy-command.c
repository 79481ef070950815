/* msk copy: numbers, printing, and what became of each copy (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-copy-history.h"
#include "msk-copy-runs.h"
#include "msk-copy-tree.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-print-desk.h"
#include "msk-printing.h"
#include "msk-room-desk.h"
#include "msk-table.h"

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("what happened to it") },
  { NULL },
};

static const MskDraftKey set_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("what happened to it") },
  { "sheets", MSK_DRAFT_COUNT, FALSE, N_ ("how many sheets there are, when not a whole copy") },
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

  msk_copy_tree_say_reserved (cli, first, first + count - 1);
  return TRUE;
}

/* Nobody lingers where papers are printed (C3). */
static void
name_who_is_inside (MskCli *cli)
{
  g_autoptr(GPtrArray) inside = msk_room_desk_list (cli->session, TRUE, NULL, NULL);

  if (inside == NULL || inside->len == 0)
    return;

  msk_json_set_list (cli->answer, "inside", inside, (MskJsonMake) msk_json_from_room_visit);
  for (guint i = 0; i < inside->len; i++)
    {
      const MskRoomVisit *visit = g_ptr_array_index (inside, i);

      msk_cli_say (cli, _ ("Still in the print room: %s (entry %u)."), visit->name,
                   (guint) visit->id);
    }
}

static gboolean
print (MskCli *cli, GError **error)
{
  MskPrintResult result = { 0 };
  gboolean done;
  gint64 paper = 0;

  if (cli->n_arguments > 0 && !msk_cli_get_id (cli, 0, &paper, error))
    return FALSE;

  done = msk_printing_run (cli, cli->session, paper, cli->options.printer, &result, error);
  json_object_set_int_member (cli->answer, "printed", result.printed);
  json_object_set_int_member (cli->answer, "uncertain", result.uncertain);
  json_object_set_int_member (cli->answer, "left", result.left);
  if (result.run_id != 0)
    {
      json_object_set_int_member (cli->answer, "run", result.run_id);
      json_object_set_string_member (cli->answer, "spool",
                                     msk_enum_get_name (MSK_TYPE_SPOOL, (int) result.spool));
    }
  msk_cli_say (cli, _ ("Printed: %u. Uncertain: %u. Not sent: %u."), result.printed,
               result.uncertain, result.left);
  name_who_is_inside (cli);

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
      g_autofree char *number = msk_copy_number_dup_text (copy->number);
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

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;
  copy = msk_print_desk_get_copy (cli->session, number, error);
  if (copy == NULL)
    return FALSE;

  number_text = msk_copy_number_dup_text (copy->number);
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
read_copy (MskCli *cli, guint index, gint64 *value, GError **error)
{
  guint number;

  if (!msk_cli_get_copy (cli, index, &number, error))
    return FALSE;

  *value = number;
  return TRUE;
}

static gboolean
confirm_one (MskCli *cli, gint64 number, GError **error)
{
  return msk_print_desk_confirm (cli->session, (guint) number, error);
}

static gboolean
confirm (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "confirmed", read_copy, confirm_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Confirmed as good and in store: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
spoil (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_print_desk_spoil (cli->session, number, msk_draft_get_count (cli->draft, "sheets", 0),
                             msk_draft_get_text (cli->draft, "reason", ""), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "spoiled", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli,
               _ ("The sheets of number %s are registered as spoiled: keep them for "
                  "destruction."),
               shown);
  return TRUE;
}

static gboolean
twice (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;
  gint64 set;

  if (!msk_cli_get_copy (cli, 0, &number, error))
    return FALSE;

  set = msk_print_desk_twice (cli->session, number, msk_draft_get_count (cli->draft, "sheets", 0),
                              msk_draft_get_text (cli->draft, "reason", ""), error);
  if (set == 0)
    return FALSE;

  json_object_set_string_member (cli->answer, "alarm", "came-twice");
  json_object_set_int_member (cli->answer, "set", set);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli,
               _ ("ALARM: there is a set too many of number %s. Write %u on it, keep it for "
                  "destruction, and tell the security officer."),
               shown, (guint) set);
  return TRUE;
}

static gboolean
never (MskCli *cli, GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_print_desk_never (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                             error))
    return FALSE;

  copy = msk_print_desk_get_copy (cli->session, number, error);
  if (copy == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "copy", msk_json_from_copy (copy));
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli,
               _ ("Number %s waits for a second word: the security officer looks too, then “msk "
                  "copy "
                  "never-agree”."),
               shown);
  return TRUE;
}

static gboolean
agree_never (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_print_desk_agree_never (cli->session, number, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "void", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli, _ ("Number %s is given up."), shown);
  return TRUE;
}

static gboolean
list_spoiled (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Set"), _ ("Number"), _ ("Kind"), _ ("Sheets"), _ ("Reason"),
                                _ ("Place"), _ ("When"), _ ("Who"), _ ("State"), NULL);
  g_autoptr(GPtrArray) sets = msk_print_desk_list_spoiled (cli->session, error);
  g_autofree char *text = NULL;
  guint sheets = 0;

  if (sets == NULL)
    return FALSE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, set->id);
      g_autofree char *number = msk_copy_number_dup_text (set->number);
      g_autofree char *count = g_strdup_printf ("%u", set->sheets);
      g_autofree char *at = msk_table_dup_time (set->registered_at);

      sheets += set->gone_at == 0 ? set->sheets : 0;
      msk_table_add (table, id, number, msk_spoilage_kind_get_label (set->kind), count, set->reason,
                     set->place, at, set->registered_by, msk_copy_state_get_label (set->state),
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "spoiled", sets, (MskJsonMake) msk_json_from_spoilage);
  json_object_set_int_member (cli->answer, "sheets", sheets);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
void_number (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_print_desk_void (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                            error))
    return FALSE;

  json_object_set_int_member (cli->answer, "void", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli, _ ("Number %s is given up."), shown);
  return TRUE;
}

static gboolean
reprint (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_print_desk_reprint (cli->session, number, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "reserved", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli, _ ("Number %s waits to be printed anew, with a new tag."), shown);
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
      .name = "request",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_copy_tree_request_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("ask for leave to make copies of a copy"),
      .description = N_ ("It is decided with “msk paper approve” or “refuse”. Leave to copy the "
                         "paper does not cover it."),
      .run = msk_copy_tree_request,
  },
  {
      .name = "reproduce",
      .arguments = N_ ("NUMBER COUNT"),
      .min_arguments = 2,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("reserve numbers for copies of a copy, such as 000014/1"),
      .description = N_ ("“msk copy print” prints them with the paper's other copies that wait."),
      .run = msk_copy_tree_reproduce,
  },
  {
      .name = "tree",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show a copy and everything that was made from it"),
      .run = msk_copy_tree_show,
  },
  {
      .name = "recall",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_copy_tree_recall_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("call a copy back, with everything that was made from it"),
      .run = msk_copy_tree_recall,
  },
  {
      .name = "print",
      .arguments = N_ ("[PAPER]"),
      .max_arguments = 1,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print every reserved copy of a paper, or of all, one job a copy"),
      .description =
          N_ ("Without a paper every paper's copies are printed person by person, in the order of "
              "seats as “msk plan show” has it, so that packs come out ready; those planned for "
              "nobody come last. Ctrl+C stops between two copies; what is left stays reserved. The "
              "signals "
              "USR1 and USR2 pause between two copies, and go on."),
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
      .name = "history",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show what happened to a copy, and who signed for it"),
      .run = msk_copy_history_show,
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
      .keys = set_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that the sheets came out wrong and wait for destruction"),
      .run = spoil,
  },
  {
      .name = "twice",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = set_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a set too many, which waits for destruction; an alarm"),
      .run = twice,
  },
  {
      .name = "never",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that nothing came out of the printer"),
      .description = N_ ("What went to the printer is given up only when the security "
                         "officer agrees."),
      .run = never,
  },
  {
      .name = "never-agree",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("agree that nothing came out, as the second person"),
      .run = agree_never,
  },
  {
      .name = "spoiled",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the register of spoiled sheets"),
      .run = list_spoiled,
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
  {
      .name = "runs",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the runs of the printer, and how the counts of their sheets stand"),
      .run = msk_copy_runs_list,
  },
  {
      .name = "clear",
      .arguments = N_ ("RUN"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("remove what the printing system still has of a run"),
      .description =
          N_ ("After a run whose end nobody saw, as when the program was killed: nothing "
              "of it prints any more then. The next run of the printer does it first."),
      .run = msk_copy_runs_clear,
  },
  {
      .name = "count",
      .arguments = N_ ("RUN SHEETS"),
      .min_arguments = 2,
      .max_arguments = 2,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record how many sheets of a run lie at the printer"),
      .description =
          N_ ("Count everything: good, spoiled and surplus sheets. How many there should "
              "be is told at the third count at the earliest."),
      .run = msk_copy_runs_count,
  },
  {
      .name = "explain",
      .arguments = N_ ("RUN"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("explain why the count of a run differs, as the security officer"),
      .run = msk_copy_runs_explain,
  },
  { NULL },
};

const MskCommand msk_copy_command = {
  .name = "copy",
  .summary = N_ ("numbered copies: reserve, print, confirm"),
  .verbs = verbs,
};
