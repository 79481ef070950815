/* msk attendee: the list of people from import to seal (M4), and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "msk-cli.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-table.h"
#include "msk-vetting-desk.h"

#define LIST_MAX (64 * 1024 * 1024)

static const MskDraftKey person_keys[] = {
  { "name", MSK_DRAFT_TEXT, TRUE, N_ ("full name") },
  { "unit", MSK_DRAFT_TEXT, TRUE, N_ ("unit") },
  { "post", MSK_DRAFT_TEXT, TRUE, N_ ("post") },
  { "capacity", MSK_DRAFT_CAPACITY, TRUE, N_ ("in what capacity they come") },
  { "clearance", MSK_DRAFT_LEVEL, TRUE, N_ ("up to which level they are cleared") },
  { NULL },
};

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("the reason of the decision") },
  { NULL },
};

static gboolean
import (MskCli *cli, GError **error)
{
  g_autoptr(GBytes) csv = msk_input_read (cli->arguments[0], LIST_MAX, error);
  g_autoptr(GPtrArray) problems = NULL;
  guint count;

  if (csv == NULL)
    return FALSE;

  count = msk_vetting_desk_import (cli->session, csv, &problems, error);
  if (count == 0)
    {
      if (problems != NULL && problems->len > 0)
        msk_json_set_texts (cli->answer, "problems", problems);
      for (guint i = 0; problems != NULL && i < problems->len && !cli->options.json; i++)
        fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (problems, i));
      return FALSE;
    }

  json_object_set_int_member (cli->answer, "imported", count);
  msk_cli_say (cli,
               g_dngettext (GETTEXT_PACKAGE, "%u person is on the list.",
                            "%u people are on the list.", count),
               count);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Id"), _ ("Name"), _ ("Unit"), _ ("Post"), _ ("Capacity"),
                                _ ("Clearance"), _ ("Decision"), _ ("List"), "", NULL);
  g_autofree char *text = NULL;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);
      g_autofree char *number = g_strdup_printf ("%u", person->list_number);

      msk_table_add (table, id, person->name, person->unit, person->post,
                     msk_capacity_get_label (person->capacity),
                     msk_level_get_label (person->clearance),
                     msk_vetting_get_label (person->vetting), number,
                     person->sealed ? _ ("sealed") : "", NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "attendees", people, (MskJsonMake) msk_json_from_attendee);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
add (MskCli *cli, GError **error)
{
  const MskAttendeeDraft person = {
    .name = msk_draft_get_text (cli->draft, "name", ""),
    .unit = msk_draft_get_text (cli->draft, "unit", ""),
    .post = msk_draft_get_text (cli->draft, "post", ""),
    .capacity = msk_draft_get_capacity (cli->draft, "capacity", MSK_CAPACITY_DELEGATE),
    .clearance = msk_draft_get_level (cli->draft, "clearance", MSK_LEVEL_CONFIDENTIAL),
  };

  if (!msk_vetting_desk_add (cli->session, &person, error))
    return FALSE;

  msk_cli_say (cli, _ ("The person is on the open list and waits for the decision."));
  return TRUE;
}

static gboolean
approve_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_approve (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                   error);
}

static gboolean
approve (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "approved", msk_cli_get_id, approve_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Approved: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
approve_rest (MskCli *cli, GError **error)
{
  int count = msk_vetting_desk_approve_rest (cli->session,
                                             msk_draft_get_text (cli->draft, "reason", ""), error);

  if (count < 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "approved", count);
  msk_cli_say (cli, _ ("Approved: %d."), count);
  return TRUE;
}

static gboolean
reject_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_reject (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                                  error);
}

static gboolean
reject (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "rejected", msk_cli_get_id, reject_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Rejected: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
seal (MskCli *cli, GError **error)
{
  g_autofree char *code = msk_vetting_desk_seal (cli->session, error);

  if (code == NULL)
    return FALSE;

  json_object_set_string_member (cli->answer, "code", code);
  msk_cli_say (cli, _ ("The list is sealed. Its code is %s."), code);
  return TRUE;
}

static gboolean
print_badge (MskCli *cli, gint64 id, GError **error)
{
  return msk_vetting_desk_print_badge (cli->session, id, cli->options.printer, NULL, error);
}

static gboolean
print_badges (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "printed", msk_cli_get_id, print_badge, error))
    return FALSE;

  msk_cli_say (cli, _ ("Badges printed: %u."), cli->n_arguments);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "import",
      .arguments = N_ ("FILE"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("put the people of a CSV file (- for standard input) on the open list"),
      .description = N_ ("Columns, in any order: 姓名 name, 单位 unit, 职务 post, 身份 capacity, "
                         "涉密等级 clearance; UTF-8 or GB18030. All of the people or nobody."),
      .run = import,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the people"),
      .run = list,
  },
  {
      .name = "add",
      .keys = person_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("put one person on the open list"),
      .run = add,
  },
  {
      .name = "approve",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that people may come"),
      .run = approve,
  },
  {
      .name = "approve-rest",
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that everybody not yet decided may come"),
      .run = approve_rest,
  },
  {
      .name = "reject",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("decide that people may not come"),
      .run = reject,
  },
  {
      .name = "seal",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("seal the open list; later names go on the next one"),
      .run = seal,
  },
  {
      .name = "badge",
      .arguments = N_ ("ID…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print badges; earlier ones of these people become void"),
      .run = print_badges,
  },
  { NULL },
};

const MskCommand msk_attendee_command = {
  .name = "attendee",
  .summary = N_ ("the list of people: import, decision, seal, badges"),
  .verbs = verbs,
};
