/* What the two files of the copy register share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"

G_BEGIN_DECLS

/* An attempt that is reserved, under a serial that the meeting took. No ledger entry. */
gboolean msk_copy_store_insert_attempt (MskTransaction *transaction,
                                        guint number,
                                        gint64 serial,
                                        GError **error);

G_END_DECLS
