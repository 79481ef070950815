/* The agenda while the meeting is held: where it stands, who may be inside, who is asked out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-ids.h"

G_DEFINE_FINAL_TYPE (MskAgendaMove, msk_agenda_move, G_TYPE_OBJECT)

static const char *const phase_labels[] = {
  [MSK_ROOM_BEFORE] = N_ ("not begun"),
  [MSK_ROOM_ITEM] = N_ ("an item is dealt with"),
  [MSK_ROOM_BREAK] = N_ ("break"),
  [MSK_ROOM_ENDED] = N_ ("the agenda has ended"),
};

static void
msk_agenda_move_finalize (GObject *object)
{
  g_free (MSK_AGENDA_MOVE (object)->user);

  G_OBJECT_CLASS (msk_agenda_move_parent_class)->finalize (object);
}

static void
msk_agenda_move_class_init (MskAgendaMoveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_agenda_move_finalize;
}

static void
msk_agenda_move_init (MskAgendaMove *self)
{
}

MskAgendaMove *
msk_agenda_move_new (void)
{
  return g_object_new (MSK_TYPE_AGENDA_MOVE, NULL);
}

MskAgendaItem *
msk_agenda_get_item (GPtrArray *items, guint position)
{
  g_return_val_if_fail (items != NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      MskAgendaItem *item = g_ptr_array_index (items, i);

      if (item->position == position)
        return item;
    }

  return NULL;
}

/* Whatever was begun before becomes over. */
static void
leave_items (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      MskAgendaItem *item = g_ptr_array_index (items, i);

      if (item->state != MSK_ITEM_WAITING)
        item->state = MSK_ITEM_OVER;
    }
}

static void
play_move (GPtrArray *items, const MskAgendaMove *move, MskRoomState *room)
{
  MskAgendaItem *item;

  room->phase = move->phase;
  if (move->phase == MSK_ROOM_ITEM)
    {
      leave_items (items);
      room->position = move->position;
    }

  item = msk_agenda_get_item (items, room->position);
  if (item != NULL)
    item->state = move->phase == MSK_ROOM_ITEM ? MSK_ITEM_CURRENT : MSK_ITEM_INTERRUPTED;
}

MskRoomState
msk_agenda_play (GPtrArray *items, GPtrArray *moves)
{
  MskRoomState room = { MSK_ROOM_BEFORE, 0 };

  g_return_val_if_fail (items != NULL && moves != NULL, room);

  for (guint i = 0; i < items->len; i++)
    MSK_AGENDA_ITEM (g_ptr_array_index (items, i))->state = MSK_ITEM_WAITING;
  for (guint i = 0; i < moves->len; i++)
    play_move (items, g_ptr_array_index (moves, i), &room);
  for (guint i = 0; i < items->len && room.phase == MSK_ROOM_ENDED; i++)
    MSK_AGENDA_ITEM (g_ptr_array_index (items, i))->state = MSK_ITEM_OVER;

  return room;
}

MskRecording
msk_agenda_get_recording (GPtrArray *items, const MskRoomState *room)
{
  MskAgendaItem *item;

  g_return_val_if_fail (items != NULL && room != NULL, MSK_RECORDING_NONE);

  item = room->phase == MSK_ROOM_ITEM ? msk_agenda_get_item (items, room->position) : NULL;
  return item == NULL ? MSK_RECORDING_NONE : item->recording;
}

gboolean
msk_agenda_find_next (GPtrArray *items, guint *position, GError **error)
{
  g_return_val_if_fail (items != NULL && position != NULL, FALSE);

  for (guint i = 0; i < items->len; i++)
    {
      const MskAgendaItem *item = g_ptr_array_index (items, i);

      if (item->state != MSK_ITEM_WAITING)
        continue;

      *position = item->position;
      return TRUE;
    }

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_AGENDA_OVER,
                       _ ("No item of the agenda is left: end the agenda, or name the item to go "
                          "back to."));
  return FALSE;
}

gboolean
msk_agenda_check_move (GPtrArray *items,
                       const MskRoomState *room,
                       MskRoomPhase phase,
                       guint position,
                       GError **error)
{
  g_return_val_if_fail (items != NULL && room != NULL, FALSE);

  if (phase == MSK_ROOM_ITEM && msk_agenda_get_item (items, position) == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("The agenda has no such item: look at the agenda."));
      return FALSE;
    }
  if (phase == MSK_ROOM_ITEM ? room->phase != MSK_ROOM_ITEM || room->position != position
                             : phase != MSK_ROOM_BEFORE && phase != room->phase &&
                                   room->position != 0 && room->phase != MSK_ROOM_ENDED)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("The room stands there already, or no item is under way: look at the "
                          "agenda."));
  return FALSE;
}

gboolean
msk_agenda_is_over_for (GPtrArray *items, const GArray *bound)
{
  g_return_val_if_fail (items != NULL, FALSE);

  for (guint i = 0; bound != NULL && i < bound->len; i++)
    {
      const MskAgendaItem *item =
          msk_agenda_get_item (items, (guint) g_array_index (bound, gint64, i));

      if (item != NULL && item->state != MSK_ITEM_OVER)
        return FALSE;
    }

  return bound != NULL && bound->len > 0;
}

gboolean
msk_agenda_admits (GPtrArray *items,
                   guint position,
                   const MskAttendee *attendee,
                   const GArray *bound)
{
  const MskAgendaItem *item;

  g_return_val_if_fail (items != NULL && attendee != NULL, FALSE);

  if (position == 0)
    return !msk_agenda_is_over_for (items, bound);

  item = msk_agenda_get_item (items, position);
  return item != NULL && (item->capacities & (1u << attendee->capacity)) != 0 &&
         item->level <= attendee->clearance &&
         (bound == NULL || bound->len == 0 || msk_ids_contain (bound, position));
}

const char *
msk_room_phase_get_label (MskRoomPhase phase)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phase_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, phase_labels[phase]);
}
