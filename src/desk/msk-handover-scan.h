/* The count of a handover with the scanner: every code that is read gets one verdict, which never
 * tells whether the thing was expected. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_HANDOVER_SCAN (msk_handover_scan_get_type ())
G_DECLARE_FINAL_TYPE (MskHandoverScan, msk_handover_scan, MSK, HANDOVER_SCAN, GObject)

MskHandoverScan *msk_handover_scan_new (MskSession *session,
                                        gint64 handover_id) G_GNUC_WARN_UNUSED_RESULT;
gint64 msk_handover_scan_get_handover (MskHandoverScan *self);

/* The verdicts, newest first, at most a few hundred: a GListModel of MskVerdict. Lent. */
GListModel *msk_handover_scan_get_verdicts (MskHandoverScan *self);

/* Takes a code as the scanner gave it: verdicts "counted", "already-counted" (another page, or the
 * same thing again), or the name of a refusal. A strange code is kept and compared with the rest;
 * one that was cut is to be scanned again. Changes no custody. Fails as msk_scan_desk_scan(). */
MskVerdict *msk_handover_scan_take (MskHandoverScan *self,
                                    const char *code,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a thing whose number was typed, for a torn tag and for spoiled sets. */
MskVerdict *msk_handover_scan_choose (MskHandoverScan *self,
                                      MskStockKind kind,
                                      gint64 number,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
