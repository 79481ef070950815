/* People on the command line: by their ids, which say nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-people-words.h"

#include <glib/gi18n-lib.h>

#include "msk-enum.h"
#include "msk-error.h"
#include "msk-table.h"

gboolean
msk_cli_read_people (MskCli *cli, guint first, GArray **people, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < cli->n_arguments; i++)
    {
      gint64 id;

      if (!msk_cli_get_id (cli, i, &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  if ((ids->len > 0) + (cli->options.all ? 1 : 0) + (cli->options.inside ? 1 : 0) != 1)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Say for whom: give the ids of people, --all or --inside, and only "
                              "one of "
                              "them."));
      return FALSE;
    }

  *people = ids->len == 0 ? NULL : g_steal_pointer (&ids);
  return TRUE;
}

static char *
dup_names (GType type)
{
  g_autoptr(GEnumClass) names = g_type_class_ref (type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->n_values; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", names->values[i].value_nick);

  return g_string_free (text, FALSE);
}

gboolean
msk_cli_get_enum (MskCli *cli, guint index, GType type, int *value, GError **error)
{
  g_autofree char *names = NULL;

  if (msk_enum_parse (type, cli->arguments[index], value))
    return TRUE;

  names = dup_names (type);
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
               _ ("This is none of the words that can stand here: give one of %s."), names);
  return FALSE;
}

void
msk_cli_say_people (MskCli *cli, const char *heading, GPtrArray *people)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Id"), _ ("Name"), _ ("Unit"), _ ("Capacity"), NULL);
  g_autofree char *text = NULL;

  if (people->len == 0)
    return;

  for (guint i = 0; i < people->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);

      msk_table_add (table, id, person->name, person->unit,
                     msk_capacity_get_label (person->capacity), NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s\n%s", heading, text);
}
