/* The register of badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-badge-entry.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* A new badge as sent to a printer. The person has no other that is not void. */
gboolean msk_badge_store_put (MskTransaction *transaction,
                              gint64 attendee_id,
                              gint64 serial,
                              const char *printer,
                              const char *place,
                              GError **error);

/* What became of it: act is BADGE_PRINT for the printer's outcome, or BADGE_CONFIRM. */
gboolean msk_badge_store_set_state (MskTransaction *transaction,
                                    MskAct act,
                                    gint64 serial,
                                    MskBadgeState state,
                                    GError **error);

/* The person's badge that is not void becomes so; nothing when they have none. act: BADGE_VOID or
 * BADGE_LOST. */
gboolean msk_badge_store_void (MskTransaction *transaction,
                               MskAct act,
                               gint64 attendee_id,
                               const char *reason,
                               GError **error);

/* *entry is NULL for a serial of no badge, and for somebody whose badges are all void. */
gboolean msk_badge_store_find (MskDatabase *database,
                               gint64 serial,
                               MskBadgeEntry **entry,
                               GError **error);
gboolean msk_badge_store_find_live (MskDatabase *database,
                                    gint64 attendee_id,
                                    MskBadgeEntry **entry,
                                    GError **error);

/* Of MskBadgeEntry, in the order in which they were printed. */
GPtrArray *msk_badge_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* After a stop nobody knows what came out. */
gboolean msk_badge_store_count_sent (MskDatabase *database, guint *number, GError **error);
gboolean msk_badge_store_recover_sent (MskTransaction *transaction, GError **error);

G_END_DECLS
