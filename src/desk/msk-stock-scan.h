/* What the scanners of stock share: which thing a number means, what a verdict says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-handover.h"
#include "msk-scan-desk.h"
#include "msk-tag-reader.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The thing of a number, with its paper. Fail with MSK_INPUT_ERROR_NOT_FOUND for a copy or a set
 * that there is not; carriers and devices are looked for when they are described. */
gboolean msk_stock_scan_name_copy (MskDatabase *database,
                                   guint number,
                                   MskStockItem *item,
                                   GError **error);
gboolean msk_stock_scan_name (MskDatabase *database,
                              MskStockKind kind,
                              gint64 number,
                              MskStockItem *item,
                              GError **error);

/* What was seen, as the words and the numbers of a verdict: of the thing, and of nothing else. */
gboolean msk_stock_scan_describe (MskDatabase *database,
                                  const MskStockItem *item,
                                  guint page,
                                  MskVerdict *verdict,
                                  GError **error);

/* What the ledger calls the thing that a tag speaks for: "code" for one that is none of ours. */
char *msk_stock_scan_dup_subject (const MskTagReading *reading) G_GNUC_WARN_UNUSED_RESULT;

/* The incident of a code that is more than refused, by the name of its refusal, as the desk and the
 * sweep open it. place says where it was scanned. */
gboolean msk_stock_scan_open_incident (MskTransaction *transaction,
                                       const MskTagReading *reading,
                                       const char *code,
                                       const char *place,
                                       GError **error);

/* The verdict of a rule or input error. Takes refusal. NULL with error set when the register can't
 * be used. */
MskVerdict *msk_stock_scan_refuse (MskSession *session,
                                   GError *refusal,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
