/* Receipts and who signed them (R1): what was signed for, and what was not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-receipt.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* How a receipt is signed. Texts are lent. */
typedef struct
{
  gint64 number;
  MskReceiptWay way;
  gint64 signer_id;
  gint64 designation_id; /* 0 for the addressee themselves */
  const char *strokes;   /* "" for paper */
} MskReceiptSigning;

gboolean msk_receipt_store_get_signing (MskDatabase *database, MskSigning *signing, GError **error);
gboolean msk_receipt_store_set_signing (MskTransaction *transaction,
                                        MskSigning signing,
                                        GError **error);

/* Of MskReceiptLine: the changes of custody that nobody signed for, of one person or of all for 0,
 * those of a person and kind together. Costs for one person what their own history is long, and for
 * all that of the meeting. */
GPtrArray *msk_receipt_store_list_unsigned (MskDatabase *database,
                                            gint64 attendee_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new receipt of a person with these lines, of MskReceiptLine. */
gboolean msk_receipt_store_make (MskTransaction *transaction,
                                 MskReceiptKind kind,
                                 gint64 attendee_id,
                                 GPtrArray *lines,
                                 gint64 *number,
                                 GError **error);

gboolean msk_receipt_store_sign (MskTransaction *transaction,
                                 const MskReceiptSigning *signing,
                                 GError **error);

/* With its lines. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskReceipt *msk_receipt_store_get (MskDatabase *database,
                                   gint64 number,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskReceipt, by number, with their lines. */
GPtrArray *msk_receipt_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The receipt by which a movement of a copy, or of a carrier, was signed for; 0 for none. */
gboolean msk_receipt_store_find_signed (MskDatabase *database,
                                        gint64 movement_id,
                                        gboolean is_carrier,
                                        gint64 *number,
                                        GError **error);

G_END_DECLS
