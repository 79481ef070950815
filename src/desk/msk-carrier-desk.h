/* Carriers that are no copy of a paper (C4): registered, labelled, given up. They are issued,
 * returned and seen through MskScanDesk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-carrier.h"
#include "msk-print-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Registers count carriers of one description under the next numbers. Returns the first, or 0 with
 * MSK_INPUT_ERROR_BAD_VALUE. */
guint msk_carrier_desk_add (MskSession *session,
                            const MskCarrierDraft *draft,
                            guint count,
                            GError **error);

/* Of MskCarrier, by number. */
GPtrArray *msk_carrier_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskCarrier *msk_carrier_desk_get (MskSession *session,
                                  guint number,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The balance of the series; all nought while nothing is registered. */
gboolean msk_carrier_desk_get_balance (MskSession *session, MskBalance *balance, GError **error);

/* Prints a label for each carrier, several on a sheet, one job a sheet; stops at the first trouble.
 * An earlier label of theirs is void before the new one is sent, and a label counts only when it
 * was scanned (MSK_SCAN_CHECK). Blocks. result counts labels, also on failure: left are those whose
 * sheet did not come out for certain not, and whose carriers have no label now. Fails as
 * msk_printer_check() and msk_printer_print() do, or with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED,
 * MSK_RULE_ERROR_CARRIER_VOID, _CARRIER_MISSING or _CARRIER_DESTROYED. */
gboolean msk_carrier_desk_print_labels (MskSession *session,
                                        GArray *numbers, /* of guint, none twice */
                                        const char *printer,
                                        MskPrintResult *result,
                                        GCancellable *cancellable,
                                        GError **error);

/* It is here and is no longer wanted, or is damaged: it waits for destruction (C4). Needs a reason.
 */
gboolean msk_carrier_desk_spoil (MskSession *session,
                                 guint number,
                                 const char *reason,
                                 GError **error);

/* It was registered by mistake. Needs a reason; refused once a label of it was scanned. */
gboolean msk_carrier_desk_void (MskSession *session,
                                guint number,
                                const char *reason,
                                GError **error);

/* The code on the newest label. For the demonstration and the tests, which have no scanner, as
 * msk_print_desk_dup_code() is. Fails with MSK_INPUT_ERROR_NOT_FOUND while there is no label. */
char *msk_carrier_desk_dup_code (MskSession *session,
                                 guint number,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
