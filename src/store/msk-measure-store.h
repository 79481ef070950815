/* The measures before the meeting (M1) and after it (M9): its checklists, what was recorded, whom
 * was spoken to. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-checklist.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* A checklist that a new meeting takes, word for word: one of each phase. Writes no ledger entry of
 * its own. */
gboolean msk_measure_store_take_checklist (MskTransaction *transaction,
                                           MskChecklist *checklist,
                                           GError **error);

/* The meeting's checklist of a phase, each measure with its newest record. */
MskChecklist *msk_measure_store_load (MskDatabase *database,
                                      MskMeasurePhase phase,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new line; those before stay. With its ledger entry. */
gboolean msk_measure_store_record (MskTransaction *transaction,
                                   const MskMeasureDraft *draft,
                                   GError **error);

/* All that was recorded of one measure, or with NULL of every one, oldest first: of MskMeasure with
 * the members of the record and the id. */
GPtrArray *msk_measure_store_list_records (MskDatabase *database,
                                           const char *id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* With its ledger entry, which names no person. */
gboolean msk_measure_store_add_liaison (MskTransaction *transaction,
                                        const MskLiaisonDraft *draft,
                                        gint64 *id,
                                        GError **error);

/* Of MskLiaison, in the order in which they were recorded. */
GPtrArray *msk_measure_store_list_liaisons (MskDatabase *database,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean msk_measure_store_has_liaison (MskDatabase *database,
                                        MskDepartment department,
                                        gboolean *found,
                                        GError **error);

G_END_DECLS
