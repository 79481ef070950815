/* The door's register (M4): who passed, who was refused, who is inside.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-door-line.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Whether somebody is inside, and since when they are inside or outside (0: they never passed).
 * movement_id is the newest of theirs that counts, or 0. */
typedef struct
{
  gboolean inside;
  gint64 since;
  gint64 movement_id;
} MskPresence;

gboolean msk_door_store_get_presence (MskDatabase *database,
                                      gint64 attendee_id,
                                      MskPresence *presence,
                                      GError **error);

/* By which of these entries (of gint64) of one person they are inside; 0 for none. */
gboolean msk_door_store_find_inside (MskDatabase *database,
                                     const GArray *entries,
                                     gint64 *entry,
                                     GError **error);

/* Whether this person, under whichever entry, went out at since or later, by a passing that counts
 * or one that was annulled. */
gboolean msk_door_store_went_out (MskDatabase *database,
                                  gint64 attendee_id,
                                  gint64 since,
                                  gboolean *went_out,
                                  GError **error);

gboolean msk_door_store_count (MskDatabase *database, MskHeadCount *count, GError **error);

/* Somebody passes. reason: why they leave with papers, or "". The register refuses whoever is on no
 * sealed list, is inside already, or is not. */
typedef struct
{
  gint64 attendee_id;
  MskDirection direction;
  MskIdentity identity;
  gboolean by_hand;
  const char *reason;
} MskDoorPassing;

gboolean msk_door_store_pass (MskTransaction *transaction,
                              const MskDoorPassing *passing,
                              gint64 *movement_id,
                              GError **error);

/* Somebody is refused: attendee_id and serial are 0 where they are not known: both for
 * a code that is none of the kit's, or was cut short. */
typedef struct
{
  gint64 attendee_id;
  gint64 serial;
  MskDirection direction;
  MskDoorVerdict verdict;
  gboolean by_hand;
} MskDoorRefusal;

gboolean msk_door_store_refuse (MskTransaction *transaction,
                                const MskDoorRefusal *refusal,
                                GError **error);

/* A movement was a mistake, as act says. The register refuses all but the newest that counts of its
 * person. */
gboolean msk_door_store_annul (MskTransaction *transaction,
                               gint64 movement_id,
                               MskAct act,
                               const char *reason,
                               GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskDoorLine *msk_door_store_get (MskDatabase *database,
                                 gint64 movement_id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDoorLine: all movements in their order; the movements by which those came in who are inside
 * now; all refusals in their order. */
GPtrArray *msk_door_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_door_store_list_inside (MskDatabase *database,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *msk_door_store_list_refusals (MskDatabase *database,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of everybody who is inside now, sorted, of gint64. */
GArray *msk_door_store_dup_inside (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
