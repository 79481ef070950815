/* The incidents that the desk's own files open, each in the transaction of what brought it to
 * light. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-destruction.h"
#include "msk-handover.h"
#include "msk-incident.h"
#include "msk-print-run.h"
#include "msk-spoilage.h"
#include "msk-sweep.h"
#include "msk-tag-reader.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Something was reported missing in the sweep (M9, I1), and the secrecy department was told: one
 * incident a thing, however often it is reported while that is open, and the one that says that
 * pages of it are missing stands for the rest too. */
gboolean msk_incident_open_missing (MskTransaction *transaction,
                                    MskSweepLine *line,
                                    const char *text,
                                    const char *told,
                                    GError **error);
gboolean msk_incident_open_missing_set (MskTransaction *transaction,
                                        MskSpoilage *set,
                                        const char *text,
                                        const char *told,
                                        GError **error);

/* The same page of a copy, or the same carrier, was seen in two zones of the sweep: there are two
 * of it, or it was carried. One incident a thing while it is open. */
gboolean msk_incident_open_elsewhere (MskTransaction *transaction,
                                      MskSweepKind kind,
                                      guint number,
                                      MskMeasureArea first_zone,
                                      MskMeasureArea zone,
                                      GError **error);

/* Pages of it are missing, as it was seen in the sweep: one incident a thing, as above. */
gboolean msk_incident_open_damage (MskTransaction *transaction,
                                   MskSweepLine *line,
                                   const char *text,
                                   gint64 *id,
                                   GError **error);

/* What was missing came back in the sweep. */
gboolean msk_incident_recover_line (MskTransaction *transaction,
                                    MskSweepLine *line,
                                    const char *text,
                                    GError **error);

/* A refusal that is more than one, by its name: a second sighting, or a tag on what was destroyed
 * or went back to its originator (one incident a thing), a forged
 * code or one of another meeting (one incident a serial), each while none is open about it. Any
 * other name opens none. place says where it was shown. */
gboolean msk_incident_open_refusal (MskTransaction *transaction,
                                    const MskTagReading *reading,
                                    const char *subject,
                                    const char *code,
                                    const char *place,
                                    GError **error);

/* The same for a thing that was counted at a handover: an incident if the register has it as
 * destroyed or sent back. */
gboolean msk_incident_open_gone (MskTransaction *transaction,
                                 MskStockKind kind,
                                 gint64 number,
                                 const char *place,
                                 GError **error);

/* A second set of a copy turned up after the first had left the print room: there are two of one
 * thing, as when a scan says so. One incident a copy while it is open. */
gboolean msk_incident_open_twice (MskTransaction *transaction,
                                  MskCopy *copy,
                                  const char *reason,
                                  GError **error);

/* A place was handed over though its stock differs (K1, I1): text names what differs. found: of
 * MskDiscrepancy, what it names. One incident a handover. */
gboolean msk_incident_open_handover (MskTransaction *transaction,
                                     gint64 handover_id,
                                     GPtrArray *found,
                                     const char *text,
                                     gint64 *id,
                                     GError **error);

/* The blind counts of the sweep do not agree with each other, or not with the register (M9): text
 * says which papers differ. One incident while it is open. */
gboolean msk_incident_open_counts (MskTransaction *transaction, const char *text, GError **error);

/* The sheets of a print run were counted three times and still differ (C3): one incident a run. */
gboolean msk_incident_open_run (MskTransaction *transaction, MskPrintRun *run, GError **error);

/* Things of a batch were in hand when it was made up, and not at the machine (D1): one incident a
 * batch. items: of MskDestructionItem, all of the batch; left: those that were not there, as text.
 */
gboolean msk_incident_open_not_destroyed (MskTransaction *transaction,
                                          gint64 batch_id,
                                          GPtrArray *items,
                                          const char *left,
                                          const char *remark,
                                          GError **error);

G_END_DECLS
