/* msk plan: seats, and who is to get which copy (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-plan-desk.h"
#include "msk-table.h"

static const MskDraftKey seat_keys[] = {
  { "seat", MSK_DRAFT_TEXT, TRUE, N_ ("row and seat as they are written; “-” for none") },
  { NULL },
};

/* The paper of the first argument, 0 for none: all papers. */
static gboolean
get_paper (MskCli *cli, gint64 *paper, GError **error)
{
  *paper = 0;
  return cli->n_arguments == 0 || msk_cli_get_id (cli, 0, paper, error);
}

static gboolean
make (MskCli *cli, GError **error)
{
  guint planned, without;
  gint64 paper;

  if (!get_paper (cli, &paper, error) ||
      !msk_plan_desk_make (cli->session, paper, &planned, &without, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "planned", planned);
  json_object_set_int_member (cli->answer, "without", without);
  msk_cli_say (cli, _ ("Planned now: %u. Readers without a number: %u."), planned, without);
  return TRUE;
}

static void
say_differences (MskCli *cli, GPtrArray *lines)
{
  guint differences = 0;

  for (guint i = 0; i < lines->len; i++)
    differences += msk_plan_standing_is_difference (
        ((const MskPlanLine *) g_ptr_array_index (lines, i))->standing);
  json_object_set_int_member (cli->answer, "differences", differences);
  msk_cli_say (cli, _ ("Not as planned, or not yet: %u."), differences);
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Seat"), _ ("Planned for"), _ ("Unit"), _ ("Number"),
                                _ ("Document number"), _ ("Standing"), _ ("Holder"), NULL);
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  gint64 paper;

  if (!get_paper (cli, &paper, error))
    return FALSE;
  lines = msk_plan_desk_list (cli->session, paper, error);
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskPlanLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = msk_copy_number_dup_text (line->number);

      msk_table_add (table, line->seat, line->planned, line->unit, number, line->document_number,
                     msk_plan_standing_get_label (line->standing), line->holder, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "plan", lines, (MskJsonMake) msk_json_from_plan_line);
  msk_cli_say (cli, "%s", text);
  say_differences (cli, lines);
  return TRUE;
}

static gboolean
set (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_plan_desk_set (cli->session, number, cli->options.person, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "planned", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli, _ ("Copy %s is planned for this person."), shown);
  return TRUE;
}

static gboolean
clear (MskCli *cli, GError **error)
{
  g_autofree char *shown = NULL;
  guint number;

  if (!msk_cli_get_copy (cli, 0, &number, error) ||
      !msk_plan_desk_set (cli->session, number, 0, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "cleared", number);
  shown = msk_copy_number_dup_text (number);
  msk_cli_say (cli, _ ("Copy %s is planned for nobody."), shown);
  return TRUE;
}

static gboolean
set_seat (MskCli *cli, GError **error)
{
  const char *seat = msk_draft_get_text (cli->draft, "seat", "");

  if (!msk_plan_desk_set_seat (cli->session, cli->options.person,
                               g_str_equal (seat, "-") ? "" : seat, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "person", cli->options.person);
  msk_cli_say (cli, _ ("The seat is recorded."));
  return TRUE;
}

static gboolean
set_named (MskCli *cli, gboolean named, GError **error)
{
  gint64 paper;

  if (!msk_cli_get_id (cli, 0, &paper, error) ||
      !msk_plan_desk_set_named (cli->session, paper, named, error))
    return FALSE;

  json_object_set_boolean_member (cli->answer, "named", named);
  msk_cli_say (cli, named ? _ ("Copies of this paper are printed with the name of whom they are "
                               "planned for.")
                          : _ ("Copies of this paper are printed without a name."));
  return TRUE;
}

static gboolean
name_copies (MskCli *cli, GError **error)
{
  return set_named (cli, TRUE, error);
}

static gboolean
leave_names_out (MskCli *cli, GError **error)
{
  return set_named (cli, FALSE, error);
}

static const MskVerb verbs[] = {
  {
      .name = "seat",
      .required = MSK_OPTION_PERSON,
      .keys = seat_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("say where a person sits; the sealed list stays as it is"),
      .run = set_seat,
  },
  {
      .name = "make",
      .arguments = N_ ("[PAPER]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("plan reserved numbers for the readers who have none, in the order of seats"),
      .description = N_ ("Only who is on a sealed list, within the paper's scope and cleared for "
                         "it is planned for. What is planned already stays."),
      .run = make,
  },
  {
      .name = "show",
      .arguments = N_ ("[PAPER]"),
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show the plan person by person, against what happened"),
      .run = show,
  },
  {
      .name = "set",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_PERSON,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("plan one copy for a person, in place of what was planned for either"),
      .run = set,
  },
  {
      .name = "clear",
      .arguments = N_ ("NUMBER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("plan one copy for nobody"),
      .run = clear,
  },
  {
      .name = "names",
      .arguments = N_ ("PAPER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print the copies of a paper with the name of whom they are planned for"),
      .description = N_ ("The name stands faintly across each page. A copy that was printed with "
                         "a name can't be planned for, or given to, anybody else."),
      .run = name_copies,
  },
  {
      .name = "no-names",
      .arguments = N_ ("PAPER"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print the copies of a paper without a name"),
      .run = leave_names_out,
  },
  { NULL },
};

const MskCommand msk_plan_command = {
  .name = "plan",
  .summary = N_ ("the issue plan: seats, who is to get which copy"),
  .verbs = verbs,
};
