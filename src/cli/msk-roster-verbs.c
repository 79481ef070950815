/* msk attendee list and export: the people on the lists, seen or written for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-roster-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-desk-enum-types.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-roster-export.h"
#include "msk-roster.h"
#include "msk-table.h"

/* What is looked for is a name, and stands in no command line. */
const MskDraftKey msk_roster_verbs_keys[] = {
  { "find", MSK_DRAFT_TEXT, FALSE,
    N_ ("words of the name, unit or post, or their pinyin or its initials") },
  { "capacity", MSK_DRAFT_SCOPE, FALSE, N_ ("in what capacity they come") },
  { "decision", MSK_DRAFT_VETTING, FALSE, N_ ("what was decided of them") },
  { "list", MSK_DRAFT_COUNT, FALSE, N_ ("the numbered list they are on") },
  { NULL },
};

static gboolean
fail_usage (GError **error, const char *text)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE, text);
  return FALSE;
}

/* Lends from cli. */
static gboolean
read_choice (MskCli *cli, MskRosterChoice *choice, GError **error)
{
  int order = MSK_ROSTER_BY_NUMBER;

  if (cli->options.sort != NULL &&
      !msk_enum_parse (MSK_TYPE_ROSTER_ORDER, cli->options.sort, &order))
    return fail_usage (error, _ ("The order is one of number, pinyin, name, unit."));

  *choice = msk_roster_everybody;
  choice->find = msk_draft_get_text (cli->draft, "find", NULL);
  choice->capacities = msk_draft_get_scope (cli->draft, "capacity", MSK_CAPACITY_ALL);
  choice->vetting = msk_draft_get_enum (cli->draft, "decision", MSK_TYPE_VETTING, MSK_ROSTER_ANY);
  choice->list = msk_draft_get_count (cli->draft, "list", 0);
  choice->order = (MskRosterOrder) order;

  return TRUE;
}

/* Of MskAttendee. The caller owns it. */
static GPtrArray *
find_people (MskCli *cli, GError **error)
{
  MskRosterChoice choice;

  return read_choice (cli, &choice, error) ? msk_roster_list (cli->session, &choice, error) : NULL;
}

gboolean
msk_roster_verbs_list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) people = find_people (cli, error);
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
read_format (MskCli *cli, MskRosterFormat *format, GError **error)
{
  g_autofree char *name = g_ascii_strdown (cli->arguments[0], -1);
  int value = g_str_has_suffix (name, ".xlsx") ? MSK_ROSTER_XLSX : MSK_ROSTER_CSV;

  if (cli->options.format != NULL &&
      !msk_enum_parse (MSK_TYPE_ROSTER_FORMAT, cli->options.format, &value))
    return fail_usage (error, _ ("The format is csv or xlsx."));

  *format = (MskRosterFormat) value;
  return TRUE;
}

gboolean
msk_roster_verbs_export (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *path = NULL;
  MskRosterFormat format;

  if (!read_format (cli, &format, error))
    return FALSE;
  people = find_people (cli, error);
  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    g_array_append_val (ids, MSK_ATTENDEE (g_ptr_array_index (people, i))->id);
  path = msk_roster_export_write (cli->session, ids, format, cli->arguments[0], error);
  if (path == NULL)
    return FALSE;

  json_object_set_int_member (cli->answer, "exported", ids->len);
  json_object_set_string_member (cli->answer, "path", path);
  msk_cli_say (cli, _ ("The list is written, unencrypted: %s"), path);
  return TRUE;
}
