/* What msk attendee does with badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-badge-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-table.h"
#include "msk-waiting.h"

/* Every person once: a second badge would void the first at once. */
static GArray *
collect_ids (MskCli *cli, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < cli->n_arguments; i++)
    {
      gboolean known = FALSE;
      gint64 id;

      if (!msk_cli_get_id (cli, i, &id, error))
        return NULL;
      for (guint each = 0; each < ids->len; each++)
        known = known || g_array_index (ids, gint64, each) == id;
      if (!known)
        g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

static GArray *
collect_lacking (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) lacking = msk_badge_desk_list_lacking (cli->session, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (lacking == NULL || !msk_badge_desk_check_somebody (cli->session, error))
    return NULL;

  for (guint i = 0; i < lacking->len; i++)
    g_array_append_val (ids, MSK_ATTENDEE (g_ptr_array_index (lacking, i))->id);
  return g_steal_pointer (&ids);
}

/* Waits for the run, which Ctrl+C stops between two badges. */
static gboolean
print (MskCli *cli, GArray *ids, const char *reason, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  MskPrintResult result = { 0 };
  MskWaiting *waiting;
  gboolean done;

  if (ids == NULL)
    return FALSE;

  waiting = msk_waiting_new ();
  msk_badge_desk_print_async (cli->session, ids, cli->options.printer, reason, NULL, NULL,
                              msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  answer = msk_waiting_end (waiting);
  done = msk_badge_desk_print_finish (cli->session, answer, &result, error);
  json_object_set_int_member (cli->answer, "printed", result.printed);
  json_object_set_int_member (cli->answer, "uncertain", result.uncertain);
  json_object_set_int_member (cli->answer, "left", result.left);
  msk_cli_say (cli, _ ("Badges printed: %u. Uncertain: %u. Not sent: %u. Scan or confirm each."),
               result.printed, result.uncertain, result.left);
  return done;
}

gboolean
msk_badge_verbs_print (MskCli *cli, GError **error)
{
  g_autoptr(GArray) ids =
                 cli->n_arguments > 0 ? collect_ids (cli, error) : collect_lacking (cli, error);

  return print (cli, ids, "", error);
}

gboolean
msk_badge_verbs_reissue (MskCli *cli, GError **error)
{
  g_autoptr(GArray) ids = collect_ids (cli, error);

  return print (cli, ids, msk_draft_get_text (cli->draft, "reason", ""), error);
}

static gboolean
confirm_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_badge_desk_confirm (cli->session, id, error);
}

gboolean
msk_badge_verbs_confirm (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "confirmed", msk_cli_get_id, confirm_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Badges confirmed: %u."), cli->n_arguments);
  return TRUE;
}

static gboolean
void_one (MskCli *cli, gint64 id, GError **error)
{
  return msk_badge_desk_void (cli->session, id, msk_draft_get_text (cli->draft, "reason", ""),
                              error);
}

gboolean
msk_badge_verbs_void (MskCli *cli, GError **error)
{
  if (!msk_cli_for_each (cli, "void", msk_cli_get_id, void_one, error))
    return FALSE;

  msk_cli_say (cli, _ ("Badges given up: %u."), cli->n_arguments);
  return TRUE;
}

gboolean
msk_badge_verbs_lose (MskCli *cli, GError **error)
{
  gint64 id, incident;

  if (!msk_cli_get_id (cli, 0, &id, error))
    return FALSE;
  incident =
      msk_badge_desk_lose (cli->session, id, msk_draft_get_text (cli->draft, "text", ""), error);
  if (incident == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "incident", incident);
  msk_cli_say (cli, _ ("The badge is void, and incident %d is open."), (int) incident);
  return TRUE;
}

static JsonObject *
make_badge (const MskBadgeEntry *entry)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "attendee", entry->attendee_id);
  json_object_set_string_member (object, "name", entry->name);
  json_object_set_string_member (object, "unit", entry->unit);
  json_object_set_string_member (object, "badge",
                                 msk_enum_get_name (MSK_TYPE_BADGE_STATE, (int) entry->state));
  json_object_set_string_member (object, "printer", entry->printer);
  json_object_set_string_member (object, "place", entry->place);
  json_object_set_string_member (object, "reason", entry->reason);
  json_object_set_boolean_member (object, "lost", entry->lost);
  msk_json_set_time (object, "printed_at", entry->printed_at);
  msk_json_set_time (object, "changed_at", entry->changed_at);

  return object;
}

gboolean
msk_badge_verbs_list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) badges = msk_badge_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Name"), _ ("Unit"), _ ("Badge"),
                                              _ ("Printed"), _ ("Reason"), NULL);
  g_autofree char *text = NULL;

  if (badges == NULL)
    return FALSE;

  for (guint i = 0; i < badges->len; i++)
    {
      const MskBadgeEntry *entry = g_ptr_array_index (badges, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->attendee_id);
      g_autofree char *printed = msk_table_dup_time (entry->printed_at);

      msk_table_add (table, id, entry->name, entry->unit,
                     entry->lost ? _ ("lost") : msk_badge_state_get_label (entry->state), printed,
                     entry->reason, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "badges", badges, (MskJsonMake) make_badge);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}
