/* What the files of the register of handovers share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover-store.h"

G_BEGIN_DECLS

/* "handover 3", for the ledger. The caller owns it. */
char *msk_handover_store_dup_subject (gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* An id, or NULL for 0. */
void msk_handover_store_bind_id (MskStatement *statement, const char *name, gint64 id);

G_END_DECLS
