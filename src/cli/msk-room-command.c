/* msk room: the print room's entry log (K1, C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-json.h"
#include "msk-room-desk.h"
#include "msk-table.h"

static const MskDraftKey enter_keys[] = {
  { "name", MSK_DRAFT_TEXT, TRUE, N_ ("who comes in") },
  { "unit", MSK_DRAFT_TEXT, FALSE, N_ ("their unit") },
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why") },
  { "leave", MSK_DRAFT_TEXT, TRUE, N_ ("who let them in") },
  { "place", MSK_DRAFT_TEXT, FALSE, N_ ("where, when printers stand at several places") },
  { NULL },
};

static gboolean
enter (MskCli *cli, GError **error)
{
  const MskRoomDraft draft = { .place = msk_draft_get_text (cli->draft, "place", NULL),
                               .name = msk_draft_get_text (cli->draft, "name", ""),
                               .unit = msk_draft_get_text (cli->draft, "unit", ""),
                               .reason = msk_draft_get_text (cli->draft, "reason", ""),
                               .leave = msk_draft_get_text (cli->draft, "leave", "") };
  const gint64 id = msk_room_desk_enter (cli->session, &draft, error);

  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "visit", id);
  msk_cli_say (cli, _ ("Entry %u is written down."), (guint) id);
  return TRUE;
}

static gboolean
leave (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) || !msk_room_desk_leave (cli->session, id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "left", id);
  msk_cli_say (cli, _ ("That they left is written down."));
  return TRUE;
}

static gboolean
show_log (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) visits = msk_room_desk_list (cli->session, !cli->options.all, NULL, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Entry"), _ ("Place"), _ ("Name"), _ ("Unit"), _ ("Reason"),
                                _ ("By whose leave"), _ ("In"), _ ("Out"), NULL);
  g_autofree char *text = NULL;

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < visits->len; i++)
    {
      const MskRoomVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, visit->id);
      g_autofree char *in = msk_table_dup_time (visit->entered_at);
      g_autofree char *out = msk_table_dup_time (visit->left_at);

      msk_table_add (table, id, visit->place, visit->name, visit->unit, visit->reason, visit->leave,
                     in, out, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "visits", visits, (MskJsonMake) msk_json_from_room_visit);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "enter",
      .keys = enter_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("write down that somebody enters the print room"),
      .run = enter,
  },
  {
      .name = "leave",
      .arguments = N_ ("ENTRY"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("write down that they left"),
      .run = leave,
  },
  {
      .name = "log",
      .options = MSK_OPTION_ALL,
      .words = MSK_WORDS_ALL (N_ ("list everybody who was inside")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who is inside; with --all everybody who was"),
      .run = show_log,
  },
  { NULL },
};

const MskCommand msk_room_command = {
  .name = "room",
  .summary = N_ ("the print room's entry log"),
  .verbs = verbs,
};
