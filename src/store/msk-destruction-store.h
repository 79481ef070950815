/* The register of batches for destruction (D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The columns of one thing as read_item has them, of something that has kind and number as i. */
#define MSK_DESTRUCTION_STORE_ITEM                                                                 \
  " i.kind, i.number, COALESCE (c.number, 0), COALESCE (p.document_number, ''), COALESCE "         \
  "(p.title, r.description, ''), COALESCE (r.kind, 'other'), COALESCE (p.level, r.level), CASE "   \
  "i.kind WHEN 'copy' THEN p.pages WHEN 'set' THEN s.sheets ELSE r.sheets END, i.from_state,"      \
  " CASE i.kind WHEN 'copy' THEN c.state WHEN 'set' THEN COALESCE (g.state, 'spoiled') ELSE "      \
  "r.state END, CASE i.kind WHEN 'copy' THEN c.serial WHEN 'set' THEN s.serial ELSE COALESCE "     \
  "(r.serial, 0) END"
#define MSK_DESTRUCTION_STORE_JOINS                                                                \
  " LEFT JOIN spoilage AS s ON i.kind = 'set' AND s.id = i.number"                                 \
  " LEFT JOIN spoilage_gone AS g ON g.spoilage_id = s.id"                                          \
  " LEFT JOIN copy AS c ON c.number = CASE i.kind WHEN 'copy' THEN i.number ELSE s.copy_number "   \
  "END"                                                                                            \
  " LEFT JOIN paper AS p ON p.id = c.paper_id"                                                     \
  " LEFT JOIN carrier AS r ON i.kind = 'carrier' AND r.number = i.number"

/* Fills in those columns, of which the first is at column. */
gboolean msk_destruction_store_read_thing (MskStatement *statement,
                                           int column,
                                           MskDestructionItem *item,
                                           GError **error);

/* Begins a batch. */
gboolean msk_destruction_store_start (MskTransaction *transaction,
                                      const char *reason,
                                      gint64 *id,
                                      GError **error);

/* Of MskDestruction, in the order they were begun. */
GPtrArray *msk_destruction_store_list (MskDatabase *database,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskDestruction *msk_destruction_store_get (MskDatabase *database,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskDestructionItem, in the order they were put in, without those taken out again. */
GPtrArray *msk_destruction_store_list_items (MskDatabase *database,
                                             gint64 id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts a thing into a batch, or takes one out that is in it. */
gboolean msk_destruction_store_add (MskTransaction *transaction,
                                    gint64 id,
                                    MskStockKind kind,
                                    gint64 number,
                                    MskCopyState from,
                                    gboolean by_hand,
                                    GError **error);
gboolean msk_destruction_store_take_out (MskTransaction *transaction,
                                         MskDestructionItem *item,
                                         GError **error);

/* What was read and refused, for the ledger alone. */
gboolean msk_destruction_store_note_refusal (MskTransaction *transaction,
                                             MskAct act,
                                             gint64 id,
                                             const char *code,
                                             gint64 serial,
                                             GError **error);

gboolean msk_destruction_store_propose (MskTransaction *transaction,
                                        MskDestruction *batch,
                                        GError **error);
gboolean msk_destruction_store_approve (MskTransaction *transaction,
                                        MskDestruction *batch,
                                        GError **error);

/* Two people are at the machine. */
gboolean msk_destruction_store_attend (MskTransaction *transaction,
                                       gint64 id,
                                       const char *witness,
                                       MskDestructionMethod method,
                                       const char *place,
                                       GError **error);

/* Of MskDestructionAttendance: all who were there, in order. */
GPtrArray *msk_destruction_store_list_attendances (MskDatabase *database,
                                                   gint64 id,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A thing of the batch goes into the machine. */
gboolean msk_destruction_store_see (MskTransaction *transaction,
                                    MskDestructionItem *item,
                                    gboolean by_hand,
                                    GError **error);

/* The batch is done, refused or given up: stage says which, act how the ledger calls it. What was
 * scanned at the machine is destroyed by the caller, in the same transaction. */
gboolean msk_destruction_store_end (MskTransaction *transaction,
                                    MskAct act,
                                    MskDestruction *batch,
                                    MskDestructionStage stage,
                                    const char *witness,
                                    const char *remark,
                                    GError **error);

/* Batches of which something went through the machine and which are not over. */
gboolean msk_destruction_store_count_begun (MskDatabase *database, guint *count, GError **error);

/* Moves a thing to DESTROYED or WITH_ORIGINATOR, with its ledger entry. A set takes its copy with
 * it when the number was not printed anew since. */
gboolean msk_destruction_store_remove (MskTransaction *transaction,
                                       MskAct act,
                                       MskDestructionItem *item,
                                       MskCopyState to,
                                       const char *remark,
                                       GError **error);

G_END_DECLS
