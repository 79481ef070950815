/* Receipts on paper: to be signed by hand, or as they were signed; and their register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-receipt.h"
#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Receipts (of MskReceipt) as a PDF, two to a sheet. The caller owns it. Fails with
 * MSK_INPUT_ERROR_MISSING_GLYPH. */
GBytes *msk_receipt_report_draw (MskMeeting *meeting,
                                 GPtrArray *receipts,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The register: every receipt, what is not signed for, and who may sign for whom. */
gboolean msk_receipt_report_add_register (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
