/* msk incident: what was registered as having gone wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-incident-desk.h"
#include "msk-json.h"
#include "msk-table.h"

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Incident"), _ ("Time"), _ ("Kind"), _ ("Person"), _ ("Of"),
                                _ ("What happened"), _ ("Registered by"), NULL);
  g_autofree char *text = NULL;

  if (incidents == NULL)
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    {
      const MskIncident *incident = g_ptr_array_index (incidents, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, incident->id);
      g_autofree char *at = msk_table_dup_time (incident->at);
      g_autofree char *person = incident->attendee_id == 0
                                    ? g_strdup ("")
                                    : g_strdup_printf ("%" G_GINT64_FORMAT, incident->attendee_id);

      msk_table_add (table, id, at, msk_incident_kind_get_label (incident->kind), person,
                     incident->subject, incident->text, incident->user, NULL);
    }

  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "incidents", incidents, (MskJsonMake) msk_json_from_incident);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the incidents of the meeting"),
      .run = list,
  },
  { NULL },
};

const MskCommand msk_incident_command = {
  .name = "incident",
  .summary = N_ ("what went wrong"),
  .verbs = verbs,
};
