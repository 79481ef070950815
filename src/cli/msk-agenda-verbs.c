/* The verbs of msk meeting that change the agenda and move the room (M4, M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-error.h"
#include "msk-json-notice.h"
#include "msk-json.h"
#include "msk-meeting-desk.h"
#include "msk-people-words.h"
#include "msk-table.h"

const MskDraftKey msk_agenda_change_keys[] = {
  { "recording", MSK_DRAFT_RECORDING, FALSE, N_ ("what may be noted down while it is dealt with") },
  { "admits", MSK_DRAFT_SCOPE, FALSE, N_ ("who may be inside") },
  { NULL },
};

/* What the draft leaves out stays as it is. */
gboolean
msk_agenda_verb_change (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) items = NULL;
  const MskAgendaItem *item;
  guint position;

  if (!msk_cli_get_number (cli, 0, &position, error))
    return FALSE;
  items = msk_meeting_desk_list_agenda (cli->session, error);
  if (items == NULL)
    return FALSE;

  item = msk_agenda_get_item (items, position);
  if (!msk_agenda_desk_change (cli->session, position,
                               msk_draft_get_recording (cli->draft, "recording",
                                                        item == NULL ? MSK_RECORDING_NONE
                                                                     : item->recording),
                               msk_draft_get_scope (cli->draft, "admits",
                                                    item == NULL ? MSK_CAPACITY_ALL
                                                                 : item->capacities),
                               error))
    return FALSE;

  msk_cli_say (cli, _ ("The item was changed."));
  return TRUE;
}

typedef gboolean (*ChangeBinding) (MskSession *session,
                                   guint position,
                                   const GArray *people,
                                   GError **error);

static gboolean
change_bindings (MskCli *cli, ChangeBinding change, GError **error)
{
  g_autoptr(GArray) people = NULL;
  guint position;

  if (!msk_cli_get_number (cli, 0, &position, error) ||
      !msk_cli_read_people (cli, 1, &people, error) ||
      !change (cli->session, position, people, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "people", people->len);
  return TRUE;
}

gboolean
msk_agenda_verb_bind (MskCli *cli, GError **error)
{
  if (!change_bindings (cli, msk_agenda_desk_bind, error))
    return FALSE;

  msk_cli_say (cli, _ ("These people are let in for the items that they are bound to alone."));
  return TRUE;
}

gboolean
msk_agenda_verb_free (MskCli *cli, GError **error)
{
  if (!change_bindings (cli, msk_agenda_desk_free, error))
    return FALSE;

  msk_cli_say (cli, _ ("These people are not bound to this item."));
  return TRUE;
}

static void
say_call (MskCli *cli, const MskAgendaCall *call)
{
  msk_json_set_agenda_call (cli->answer, call);
  if (call->item == NULL)
    msk_cli_say (cli, _ ("The room: %s. Notes: %s."), msk_room_phase_get_label (call->room.phase),
                 msk_recording_get_label (MSK_RECORDING_NONE));
  else
    msk_cli_say (cli, _ ("The room: item %u, “%s”. Notes: %s."), call->item->position,
                 call->item->title, msk_recording_get_label (call->item->recording));
  msk_cli_say_people (cli, _ ("To be asked out, since their items are over:"), call->asked_out);
  msk_cli_say_people (cli, _ ("Not to be inside for this item:"), call->outside);
}

static gboolean
move (MskCli *cli, MskRoomPhase phase, guint position, GError **error)
{
  g_autoptr(MskAgendaCall) call = msk_agenda_desk_move (cli->session, phase, position, error);

  if (call == NULL)
    return FALSE;

  say_call (cli, call);
  return TRUE;
}

gboolean
msk_agenda_verb_next (MskCli *cli, GError **error)
{
  guint position = 0;

  return (cli->n_arguments == 0 || msk_cli_get_number (cli, 0, &position, error)) &&
         move (cli, MSK_ROOM_ITEM, position, error);
}

gboolean
msk_agenda_verb_break (MskCli *cli, GError **error)
{
  return move (cli, MSK_ROOM_BREAK, 0, error);
}

gboolean
msk_agenda_verb_end (MskCli *cli, GError **error)
{
  return move (cli, MSK_ROOM_ENDED, 0, error);
}

gboolean
msk_agenda_verb_room (MskCli *cli, GError **error)
{
  g_autoptr(MskAgendaCall) call = msk_agenda_desk_get (cli->session, error);

  if (call == NULL)
    return FALSE;

  say_call (cli, call);
  return TRUE;
}

gboolean
msk_agenda_verb_history (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) moves = msk_agenda_desk_list_moves (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Time"), _ ("Room"), _ ("Item"), _ ("By"), NULL);
  g_autofree char *text = NULL;

  if (moves == NULL)
    return FALSE;

  for (guint i = 0; i < moves->len; i++)
    {
      const MskAgendaMove *each = g_ptr_array_index (moves, i);
      g_autofree char *at = msk_table_dup_time (each->at);
      g_autofree char *position =
          each->position == 0 ? g_strdup ("") : g_strdup_printf ("%u", each->position);

      msk_table_add (table, at, msk_room_phase_get_label (each->phase), position, each->user, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "moves", moves, (MskJsonMake) msk_json_from_agenda_move);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}
