/* Writes a report and tells where it lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-report-desk.h"

G_BEGIN_DECLS

void msk_report_ask_write (MskPage *page, MskReportKind kind);

G_END_DECLS
