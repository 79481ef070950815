/* Asks where a report is to go, and has it written or printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-report-desk.h"

G_BEGIN_DECLS

/* Into a file or onto paper; tells where it lies. */
void msk_report_ask_open (MskPage *page, MskReportKind kind);

/* The approval sheet of a request. */
void msk_report_ask_open_approval (MskPage *page, gint64 request_id);

G_END_DECLS
