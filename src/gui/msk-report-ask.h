/* Writes a report and tells where it lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-report-desk.h"

G_BEGIN_DECLS

void msk_report_ask_write (MskPage *page, MskReportKind kind);

/* The approval sheet of a request. */
void msk_report_ask_write_approval (MskPage *page, gint64 request_id);

G_END_DECLS
