/* What the scanners of stock share: which thing a number means, what a verdict says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-handover.h"
#include "msk-scan-desk.h"

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

/* The verdict of a rule or input error. Takes refusal. NULL with error set when the register can't
 * be used. */
MskVerdict *msk_stock_scan_refuse (MskSession *session,
                                   GError *refusal,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
