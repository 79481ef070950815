/* What the two files of the copy register share with each other, and with that of carriers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"

G_BEGIN_DECLS

/* An attempt that is reserved, under a serial that the meeting took. No ledger entry. */
gboolean msk_copy_store_insert_attempt (MskTransaction *transaction,
                                        guint number,
                                        gint64 serial,
                                        GError **error);

/* The movement of a copy or carrier that a statement gives: id, act, state before and after,
 * counterpart, time of the issue, its own time. Its remark is not filled in. *found is FALSE
 * without a row. */
gboolean msk_copy_store_read_movement (MskStatement *statement,
                                       guint number,
                                       MskMovement *movement,
                                       gboolean *found,
                                       GError **error);

G_END_DECLS
