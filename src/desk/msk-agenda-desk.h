/* The agenda while the meeting is held (M4, M5): who may be inside, where the room stands, who is
 * asked out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Where the room stands, and who has to act on it: people who are inside by the door's register. */
typedef struct
{
  MskRoomState room;
  MskAgendaItem *item;  /* that is dealt with, or NULL */
  GPtrArray *asked_out; /* of MskAttendee: bound to items that are all over by now */
  GPtrArray *outside; /* of MskAttendee: others who may not be inside for this item, or any more */
} MskAgendaCall;

void msk_agenda_call_free (MskAgendaCall *self);

/* An item as a form has it. */
typedef struct
{
  const char *title; /* of a new item, like its level: neither changes later */
  MskLevel level;
  MskRecording recording;
  guint capacities;     /* who may be inside: a set of 1 << MskCapacity */
  const GArray *people; /* of gint64 ids: who is bound to it; NULL leaves that as it is */
} MskAgendaDraft;

/* Adds an item at the end (position 0), or changes one, with who is bound to it, in one
 * transaction. Only what differs is written, and needs the role for it. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE (the title), MSK_INPUT_ERROR_NOT_FOUND, or
 * MSK_RULE_ERROR_OUTSIDE_SCOPE: somebody of another capacity is bound. */
gboolean msk_agenda_desk_save (MskSession *session,
                               guint position,
                               const MskAgendaDraft *draft,
                               GError **error);

/* Changes what may be noted down and who may be inside. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_agenda_desk_change (MskSession *session,
                                 guint position,
                                 MskRecording recording,
                                 guint capacities,
                                 GError **error);

/* Binds people (of gint64 ids) to an item: from then on they are let in for the items that they are
 * bound to, and no others. All of them or nobody. Fails with MSK_INPUT_ERROR_NOT_FOUND, or
 * MSK_RULE_ERROR_OUTSIDE_SCOPE: the item is not for their capacity. */
gboolean msk_agenda_desk_bind (MskSession *session,
                               guint position,
                               const GArray *people,
                               GError **error);

/* Takes people from an item. Whoever is bound to none is let in by their capacity alone, so this is
 * for the responsible leader. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_agenda_desk_free (MskSession *session,
                               guint position,
                               const GArray *people,
                               GError **error);

/* The items of everybody who is bound: gint64 id to a sorted GArray of gint64 positions. */
GHashTable *msk_agenda_desk_load_bound (MskSession *session,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Moves the room: to an item (position 0: the first that has not begun), to a break, or to the end.
 * Says who has to go. Fails with MSK_RULE_ERROR_AGENDA_OVER, MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_INPUT_ERROR_BAD_VALUE (it stands there already). The caller owns it. */
MskAgendaCall *msk_agenda_desk_move (MskSession *session,
                                     MskRoomPhase phase,
                                     guint position,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the room as it stands. */
MskAgendaCall *msk_agenda_desk_get (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The history: of MskAgendaMove, in order. */
GPtrArray *msk_agenda_desk_list_moves (MskSession *session,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskAgendaCall, msk_agenda_call_free)

G_END_DECLS
