/* The print room's entry log (K1, C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-room-visit.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Who comes in. */
typedef struct
{
  const char *place;
  const char *name;
  const char *unit;
  const char *reason;
  const char *leave; /* who let them in */
} MskRoomEntry;

/* Fails with MSK_RULE_ERROR_ALREADY_INSIDE. */
gboolean msk_room_store_enter (MskTransaction *transaction,
                               const MskRoomEntry *entry,
                               gint64 *id,
                               GError **error);

/* Fails with MSK_RULE_ERROR_NOT_INSIDE for somebody who has left, or MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_room_store_leave (MskTransaction *transaction, gint64 id, GError **error);

/* Of MskRoomVisit, in the order in which they came; only_inside: those who have not left; place:
 * of one place, or NULL for all. */
GPtrArray *msk_room_store_list (MskDatabase *database,
                                gboolean only_inside,
                                const char *place,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
