/* The register's things as JSON, with one spelling wherever they show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-agenda-item.h"
#include "msk-attendee.h"
#include "msk-balance.h"
#include "msk-carrier.h"
#include "msk-copy-request.h"
#include "msk-copy.h"
#include "msk-device.h"
#include "msk-ledger-desk.h"
#include "msk-measure.h"
#include "msk-meeting.h"
#include "msk-paper.h"
#include "msk-plan.h"
#include "msk-print-desk.h"
#include "msk-print-run.h"
#include "msk-room-visit.h"
#include "msk-scan-desk.h"
#include "msk-seal-sheet.h"
#include "msk-seal.h"
#include "msk-sweep-desk.h"
#include "msk-user-desk.h"

G_BEGIN_DECLS

/* Times are ISO 8601 in UTC, or null; numbers that stand for nothing are null; enums have their
 * stable names. The caller owns each object. */
JsonObject *msk_json_from_agenda_item (const MskAgendaItem *item) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_attendee (const MskAttendee *attendee) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_balance (const MskBalance *balance) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_carrier (const MskCarrier *carrier) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_copy (const MskCopy *copy) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_copy_request (const MskCopyRequest *request) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_device (const MskDevice *device) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_ledger_line (const MskLedgerLine *line) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_ledger_verdict (const MskLedgerVerdict *verdict)
    G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_liaison (const MskLiaison *liaison) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_measure (const MskMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_meeting (const MskMeeting *meeting) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_paper (const MskPaper *paper) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_plan_line (const MskPlanLine *line) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_printer (const MskDesignatedPrinter *printer) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_scheme (MskScheme *scheme) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_print_run (MskPrintRun *run) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_room_visit (const MskRoomVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_seal (const MskSeal *seal) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_seal_sheet (const MskSealSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_signature (const MskSweepSignature *signature) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_spoilage (MskSpoilage *spoilage) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_sweep_line (const MskSweepLine *line) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_sweep_summary (const MskSweepSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_user (const MskUser *user) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_verdict (const MskVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/* Adds an array of objects, each made from an element of things by one of the functions above. */
typedef JsonObject *(*MskJsonMake) (gconstpointer thing);
void msk_json_set_list (JsonObject *object,
                        const char *member,
                        GPtrArray *things,
                        MskJsonMake make);

/* Adds an array of texts; texts may be NULL. */
void msk_json_set_texts (JsonObject *object, const char *member, GPtrArray *texts);

/* Writes the object to standard output as one line, at once. */
void msk_json_print (JsonObject *object);

G_END_DECLS
