/* The sweep on paper: its result, what is missing, the balances, the signatures, the whole set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Adds what stands in the report below its head. Fails with MSK_RULE_ERROR_SWEEP_NOT_STARTED, and
 * as the register does. */
gboolean msk_sweep_report_add (MskReport *report,
                               MskSession *session,
                               MskDatabase *database,
                               GError **error);

/* Who signed on the screen, and lines for the ink. */
gboolean msk_sweep_report_add_signatures (MskReport *report, MskSession *session, GError **error);

/* What two or three counted without knowing what should lie there, beside the register. */
gboolean msk_sweep_report_add_counts (MskReport *report, MskSession *session, GError **error);

/* What was seen damaged, and what has no code. */
gboolean msk_sweep_report_add_damages (MskReport *report, MskSession *session, GError **error);
gboolean msk_sweep_report_add_left_items (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
