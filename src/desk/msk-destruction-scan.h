/* A batch for destruction with the scanner (D1): each thing is scanned into it, and once more at
 * the machine; every code that is read gets one verdict. SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "msk-destruction.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_DESTRUCTION_SCAN (msk_destruction_scan_get_type ())
G_DECLARE_FINAL_TYPE (MskDestructionScan, msk_destruction_scan, MSK, DESTRUCTION_SCAN, GObject)

/* at_machine: what is read goes into the machine; otherwise into the batch. */
MskDestructionScan *msk_destruction_scan_new (MskSession *session,
                                              gint64 batch_id,
                                              gboolean at_machine) G_GNUC_WARN_UNUSED_RESULT;
gint64 msk_destruction_scan_get_batch (MskDestructionScan *self);
gboolean msk_destruction_scan_is_at_machine (MskDestructionScan *self);

/* The verdicts, newest first, at most a few hundred: a GListModel of MskVerdict. Lent. */
GListModel *msk_destruction_scan_get_verdicts (MskDestructionScan *self);

/* Takes a code as the scanner gave it: verdicts "put-in-batch" or "into-the-machine",
 * "already-scanned" (another page, or the same thing again), or the name of a refusal: of the tag
 * (foreign-code, forged-tag …), of the thing (already-issued, copy-missing, to-originator …), or
 * not-in-batch. What our own or a forged tag is behind goes into the ledger. Fails as
 * msk_scan_desk_scan(). */
MskVerdict *msk_destruction_scan_take (MskDestructionScan *self,
                                       const char *code,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a thing whose number was typed: for a torn tag, and for surplus sets, which carry
 * the tag of a copy that is in use. */
MskVerdict *msk_destruction_scan_choose (MskDestructionScan *self,
                                         MskStockKind kind,
                                         gint64 number,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
