/* Asks where a report is to go, and has it written or printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-archive-report.h"
#include "msk-page.h"
#include "msk-report-desk.h"
#include "msk-sheet-desk.h"

G_BEGIN_DECLS

/* Into a file or onto paper; tells where it lies. */
void msk_report_ask_open (MskPage *page, MskReportKind kind);

/* A report of one thing, by its id: a handover’s slip. */
void msk_report_ask_open_one (MskPage *page, MskReportKind kind, gint64 id);

/* What is over the meetings, or of a dossier or an erased meeting by its id. */
void msk_report_ask_open_archive (MskPage *page, MskArchiveSheet sheet, gint64 meeting_id);

/* A dossier that was made goes to this printer. */
void msk_report_ask_print_dossier (MskPage *page, GBytes *document, const char *printer);

/* Of MskDesignatedPrinter: those that put out paper. The caller owns it. */
GPtrArray *msk_report_ask_list_printers (MskSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The approval sheet of a request. */
void msk_report_ask_open_approval (MskPage *page, gint64 request_id);

/* A loan slip. */
void msk_report_ask_open_slip (MskPage *page, gint64 slip_id);

/* A permit, to go with its copy. */
void msk_report_ask_open_permit (MskPage *page, gint64 permit_id);

/* Receipts to be signed by hand, of what a person has not signed for; attendee_id 0: everybody's,
 * and asks for the kind too. */
void msk_report_ask_open_receipts (MskPage *page, MskReceiptKind kind, gint64 attendee_id);

/* One receipt again. */
void msk_report_ask_open_receipt (MskPage *page, gint64 number);

/* Sheets of a text to be signed by hand, or a duty card by itself: asks which of texts (of
 * MskTextVersion), and whether for those people (of gint64 ids; may be NULL), for everybody who
 * owes it, or for nobody by name. */
void msk_report_ask_open_text (MskPage *page, GPtrArray *texts, GArray *people);

/* Posters of the notice: asks for the rule and the size too. */
void msk_report_ask_open_poster (MskPage *page);

G_END_DECLS
