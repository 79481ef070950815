/* What the files of the desk with the scanner share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scan-desk.h"
#include "msk-tag-reader.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Begins a transaction of a sweep that is under way. Fails with MSK_RULE_ERROR_SWEEP_NOT_STARTED or
 * _SWEEP_CLOSED. */
gboolean msk_scan_begin_sighting (MskSession *session, MskTransaction *transaction, GError **error);

/* The movement that a verdict would take back is no longer the newest of its thing. */
gboolean msk_scan_check_newest (gboolean found,
                                gint64 newest,
                                const MskVerdict *verdict,
                                GError **error);

/* Withdrawing somebody voids their badge, but what the clerk must know is that they are barred:
 * then *refusal, of a void badge, becomes MSK_RULE_ERROR_WITHDRAWN. Whoever was only changed has
 * another badge. */
void msk_scan_explain_void_badge (MskSession *session,
                                  const MskTagReading *reading,
                                  GError **refusal);

/* Refusals that somebody may have to explain later go into the ledger; a shop's barcode does not.
 */
gboolean msk_scan_record_refusal (MskSession *session,
                                  MskScanMode mode,
                                  MskMeasureArea zone,
                                  const MskTagReading *reading,
                                  gint64 waiting_person,
                                  const char *code,
                                  GError **error);

G_END_DECLS
