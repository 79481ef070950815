/* The agenda while the meeting is held: items, who is bound to them, where the room stands, and the
 * recorders and note-takers who were approved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda.h"
#include "msk-recording-exception.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Adds an item at the end. */
gboolean msk_agenda_store_add (MskTransaction *transaction,
                               const char *title,
                               MskLevel level,
                               MskRecording recording,
                               guint capacities,
                               GError **error);
gboolean msk_agenda_store_change (MskTransaction *transaction,
                                  guint position,
                                  MskRecording recording,
                                  guint capacities,
                                  GError **error);

/* Of MskAgendaItem, in order, each with its state; where the room stands, unless room is NULL. */
GPtrArray *msk_agenda_store_list (MskDatabase *database,
                                  MskRoomState *room,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The history: of MskAgendaMove, in order. */
GPtrArray *msk_agenda_store_list_moves (MskDatabase *database,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_agenda_store_move (MskTransaction *transaction,
                                MskRoomPhase phase,
                                guint position,
                                GError **error);

/* The item that is dealt with: 0 before the first, in a break and after the last. */
gboolean msk_agenda_store_get_current (MskDatabase *database, guint *position, GError **error);

/* Whether the person is let in while the room stands at position, as msk_agenda_admits() says. */
gboolean msk_agenda_store_admits (MskDatabase *database,
                                  guint position,
                                  MskAttendee *attendee,
                                  gboolean *admits,
                                  GError **error);

/* Binds a person to an item, or frees them. Nothing is written when it is so already. */
gboolean msk_agenda_store_bind (MskTransaction *transaction,
                                guint position,
                                gint64 attendee_id,
                                GError **error);
gboolean msk_agenda_store_free (MskTransaction *transaction,
                                guint position,
                                gint64 attendee_id,
                                GError **error);

/* The items of everybody who is bound: gint64 id of the person to a sorted GArray of gint64
 * positions. The caller owns it. */
GHashTable *msk_agenda_store_load_bound (MskDatabase *database,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Recorders and note-takers. To grant fails with MSK_RULE_ERROR_EXISTS, to withdraw with
 * MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_agenda_store_grant (MskTransaction *transaction,
                                 MskRecordingException *exception,
                                 GError **error);
gboolean msk_agenda_store_withdraw (MskTransaction *transaction, gint64 id, GError **error);

/* Of MskRecordingException, in order; those that nobody ended, or all. Their state is not settled.
 */
GPtrArray *msk_agenda_store_list_exceptions (MskDatabase *database,
                                             gboolean only_not_ended,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
