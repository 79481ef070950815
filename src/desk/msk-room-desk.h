/* The print room's entry log (K1, C3): who came in and out, when, why, and by whose leave.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-room-visit.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *place; /* the place of a designated printer; NULL when there is only one such place */
  const char *name;  /* of who comes in */
  const char *unit;  /* may be NULL */
  const char *reason; /* why */
  const char *leave;  /* who let them in */
} MskRoomDraft;

/* Somebody comes in. Returns the entry's number, or 0 with MSK_INPUT_ERROR_BAD_VALUE,
 * MSK_INPUT_ERROR_NOT_FOUND (no designated printer stands there) or MSK_RULE_ERROR_ALREADY_INSIDE.
 */
gint64 msk_room_desk_enter (MskSession *session, const MskRoomDraft *draft, GError **error);

/* They leave. Fails with MSK_RULE_ERROR_NOT_INSIDE or MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_room_desk_leave (MskSession *session, gint64 id, GError **error);

/* Of MskRoomVisit, in the order in which they came: all, or those who are inside; of one place, or
 * of all for NULL. */
GPtrArray *msk_room_desk_list (MskSession *session,
                               gboolean only_inside,
                               const char *place,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The places of the designated printers, each once, in the order of their names. The caller owns
 * it. */
GStrv msk_room_desk_list_places (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
