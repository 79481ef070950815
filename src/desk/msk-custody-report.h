/* The registers of issues and of returns on paper (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-session.h"

G_BEGIN_DECLS

gboolean msk_custody_report_add_issues (MskReport *report, MskSession *session, GError **error);

/* What came back, and what is still out. */
gboolean msk_custody_report_add_returns (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
