/* What the files of the handover share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover-desk.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Begins a transaction of a handover, and gives it as it stands. */
MskHandover *msk_handover_begin (MskSession *session,
                                 MskAct act,
                                 gint64 id,
                                 MskTransaction *transaction,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
