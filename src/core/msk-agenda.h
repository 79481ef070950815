/* The agenda while the meeting is held: where it stands, who may be inside, who is asked out (M4,
 * M5). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda-item.h"
#include "msk-attendee.h"

G_BEGIN_DECLS

/* What a move of the room leads to. */
typedef enum
{
  MSK_ROOM_BEFORE, /* nothing has begun; no move leads here */
  MSK_ROOM_ITEM,
  MSK_ROOM_BREAK,
  MSK_ROOM_ENDED,
} MskRoomPhase;

/* position is the item that is dealt with or, in a break and at the end, was dealt with last; 0
 * before the first. */
typedef struct
{
  MskRoomPhase phase;
  guint position;
} MskRoomState;

#define MSK_TYPE_AGENDA_MOVE (msk_agenda_move_get_type ())
G_DECLARE_FINAL_TYPE (MskAgendaMove, msk_agenda_move, MSK, AGENDA_MOVE, GObject)

/* One line of the history. */
struct _MskAgendaMove
{
  GObject parent_instance;

  gint64 id;
  MskRoomPhase phase;
  guint position; /* of an item, else 0 */
  gint64 at;
  char *user;
};

MskAgendaMove *msk_agenda_move_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Plays the history (of MskAgendaMove, in order) over the items (of MskAgendaItem, in order): sets
 * the state of each and says where the room stands. An item is over once another was begun after
 * it, and all are at the end; who goes back to one makes it the current one again. */
MskRoomState msk_agenda_play (GPtrArray *items, GPtrArray *moves);

/* The item of a position, or NULL. Lent. */
MskAgendaItem *msk_agenda_get_item (GPtrArray *items, guint position);

/* What must not be noted down now: that of the item, and nothing at all while there is none. */
MskRecording msk_agenda_get_recording (GPtrArray *items, const MskRoomState *room);

/* The first item that has not begun, in the order of the agenda. Fails with
 * MSK_RULE_ERROR_AGENDA_OVER. */
gboolean msk_agenda_find_next (GPtrArray *items, guint *position, GError **error);

/* Whether the room may go there. From the end it goes back to an item only. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND or MSK_INPUT_ERROR_BAD_VALUE (it is there already, or nothing was
 * begun). */
gboolean msk_agenda_check_move (GPtrArray *items,
                                const MskRoomState *room,
                                MskRoomPhase phase,
                                guint position,
                                GError **error);

/* Whether a person is let in while the room stands at position (0: at no item). bound has the
 * positions (of gint64, sorted) that the person is bound to; none means that only their capacity
 * counts. Nobody is let in to what is above their clearance. At position 0 whoever is bound is let
 * in while any of their items is not over. */
gboolean msk_agenda_admits (GPtrArray *items,
                            guint position,
                            const MskAttendee *attendee,
                            const GArray *bound);

/* Whether a person is bound and every item of theirs is over: they are asked out. */
gboolean msk_agenda_is_over_for (GPtrArray *items, const GArray *bound);

const char *msk_room_phase_get_label (MskRoomPhase phase);

G_END_DECLS
