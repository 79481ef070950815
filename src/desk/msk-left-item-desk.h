/* Things without a code that were left at the venue: found in the sweep, and dealt with (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-left-item.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Registers it; what can hold the content opens an incident in the same entry (I1). Fails with
 * MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_SWEEP_NOT_STARTED, _SWEEP_CLOSED. */
gboolean msk_left_item_desk_add (MskSession *session,
                                 const MskLeftDraft *draft,
                                 gint64 *id,
                                 GError **error);

/* What was done with it. Fails also with MSK_INPUT_ERROR_NOT_FOUND or
 * MSK_RULE_ERROR_ALREADY_DECIDED. */
gboolean msk_left_item_desk_handle (MskSession *session,
                                    gint64 id,
                                    const char *handling,
                                    GError **error);

/* Of MskLeftItem. */
GPtrArray *msk_left_item_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
