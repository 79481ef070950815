/* The register of things without a code that were left at the venue (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-left-item.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* incident: that was opened for it, or 0. */
gboolean msk_left_item_store_add (MskTransaction *transaction,
                                  const MskLeftDraft *draft,
                                  gint64 incident,
                                  gint64 *id,
                                  GError **error);

/* The id that the next one gets. */
gboolean msk_left_item_store_get_next (MskDatabase *database, gint64 *id, GError **error);

/* What was done with it, once. Fails with MSK_INPUT_ERROR_NOT_FOUND or
 * MSK_RULE_ERROR_ALREADY_DECIDED. */
gboolean msk_left_item_store_handle (MskTransaction *transaction,
                                     gint64 id,
                                     const char *handling,
                                     GError **error);

/* Of MskLeftItem, in the order in which they were registered. */
GPtrArray *msk_left_item_store_list (MskDatabase *database,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
