/* Handovers on paper: the slip of one, and the register (K1, F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The slip of one handover: what was counted, what differed, who gave and who took, and the heads
 * of the ledgers. Fails with MSK_INPUT_ERROR_NOT_FOUND, or MSK_RULE_ERROR_COUNT_NOT_CLOSED while it
 * is under way. */
gboolean msk_handover_report_add_slip (MskReport *report,
                                       MskSession *session,
                                       gint64 id,
                                       GError **error);

gboolean msk_handover_report_add_register (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
