/* Who was designated to sign and collect for somebody (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-receipt.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

gboolean msk_designation_store_add (MskTransaction *transaction,
                                    gint64 attendee_id,
                                    gint64 collector_id,
                                    const char *reference,
                                    gint64 *id,
                                    GError **error);

gboolean msk_designation_store_end (MskTransaction *transaction, gint64 id, GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskDesignation *msk_designation_store_get (MskDatabase *database,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDesignation, in the order in which they were made: all, or those that stand. */
GPtrArray *msk_designation_store_list (MskDatabase *database,
                                       gboolean only_standing,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The designation that stands of a collector for an addressee, under whichever entries of theirs;
 * 0 for none. */
gboolean msk_designation_store_find (MskDatabase *database,
                                     gint64 attendee_id,
                                     gint64 collector_id,
                                     gint64 *id,
                                     GError **error);

G_END_DECLS
