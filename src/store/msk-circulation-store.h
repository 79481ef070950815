/* The register of circulation (L1): turns, and how they ended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* A turn of who got the copy by this movement. */
gboolean msk_circulation_store_begin (MskTransaction *transaction,
                                      const MskMovement *movement,
                                      gint64 due_at,
                                      GError **error);

/* Ends a turn; the copy is moved after that. pages and signature count for MSK_TURN_OUTCOME_READ
 * alone. */
gboolean msk_circulation_store_end (MskTransaction *transaction,
                                    gint64 turn_id,
                                    MskTurnOutcome outcome,
                                    guint pages,
                                    const char *signature,
                                    GError **error);

/* Of a copy that the turn has left: when it was issued before the turn, and nobody holds it. */
gboolean msk_circulation_store_restore_issue (MskTransaction *transaction,
                                              const MskTurn *turn,
                                              GError **error);

/* A copy that leaves its holder otherwise breaks its turn off, if it is in one. For
 * msk_copy_store_move(). */
gboolean msk_circulation_store_break (MskTransaction *transaction,
                                      const MskMovement *movement,
                                      GError **error);

/* The turn that the copy is in, or NULL for none. The caller owns it. */
gboolean msk_circulation_store_find (MskDatabase *database,
                                     guint number,
                                     MskTurn **turn,
                                     GError **error);

/* Of MskTurn: those that go on, what is due first leading; or all, in the order in which they
 * began. */
GPtrArray *msk_circulation_store_list (MskDatabase *database,
                                       gboolean only_open,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
