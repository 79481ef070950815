/* The certificate of closing (M9): what the security officer signs for when a meeting is over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report.h"
#include "msk-seal-desk.h"

G_BEGIN_DECLS

/* Every figure as the register has it now: made again later it says the same, but for what may go
 * on in a closed meeting (destruction, receipts for permits, incidents). given: the seal to show,
 * or NULL to take one. Fails with MSK_RULE_ERROR_MEETING_NOT_CLOSED. */
gboolean msk_certificate_report_add (MskReport *report,
                                     MskSession *session,
                                     MskDatabase *database,
                                     const MskSealPair *given,
                                     GError **error);

G_END_DECLS
