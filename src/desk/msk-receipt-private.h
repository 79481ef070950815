/* Receipts inside a transaction of the desk's own files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-receipt.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What somebody signed for is not taken back by an undo: their signature would stand for what never
 * happened. Fails with MSK_RULE_ERROR_ALREADY_SIGNED. */
gboolean msk_receipt_desk_check_unsigned (MskDatabase *database,
                                          gint64 movement_id,
                                          gboolean is_carrier,
                                          GError **error);

/* A receipt for each person and kind of what is not signed for, of one person and kind or of all;
 * the same one again where there is one that lists just that. Of MskReceipt, of which there is at
 * least one. Fails with MSK_RULE_ERROR_NOTHING_TO_SIGN. */
GPtrArray *msk_receipt_desk_make_all (MskTransaction *transaction,
                                      MskReceiptKind kind,
                                      gint64 attendee_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
