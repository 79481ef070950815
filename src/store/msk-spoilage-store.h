/* The register of spoiled and surplus sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-measure.h"
#include "msk-spoilage.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* A set that a spoiled number of the expected set stands for, since both have one tag. Of
 * spoilage as s. */
#define MSK_SPOILAGE_STORE_IS_STOOD_FOR                                                            \
  "s.kind <> 'surplus' AND EXISTS (SELECT 1 FROM copy AS c WHERE c.serial = s.serial AND c.state " \
  "IN ('spoiled', 'destroyed', 'missing', 'with-originator'))"

/* What goes into the register. */
typedef struct
{
  gint64 serial; /* of the attempt */
  guint number;  /* of its copy */
  MskSpoilageKind kind;
  guint sheets;
  const char *reason;
  const char *place; /* NULL: where the attempt was printed */
} MskSpoilageEntry;

/* Writes one row, with no ledger entry: the act that it belongs to writes one. *id may be NULL. */
gboolean msk_spoilage_store_add (MskTransaction *transaction,
                                 const MskSpoilageEntry *entry,
                                 gint64 *id,
                                 GError **error);

/* Whether sheets of the attempt are in the register, surplus ones left aside. */
gboolean msk_spoilage_store_has (MskDatabase *database,
                                 gint64 serial,
                                 gboolean *has,
                                 GError **error);

/* The set whose sheets the tag of the attempt speaks for, surplus ones left aside; 0 for none. */
gboolean msk_spoilage_store_find (MskDatabase *database, gint64 serial, gint64 *id, GError **error);

/* The set is there no more: DESTROYED or WITH_ORIGINATOR. Writes no ledger entry. */
gboolean msk_spoilage_store_go (MskTransaction *transaction,
                                gint64 id,
                                MskCopyState state,
                                GError **error);

/* How many sheets a whole copy takes on the printer of the attempt. */
gboolean msk_spoilage_store_count_whole (MskDatabase *database,
                                         gint64 serial,
                                         guint *sheets,
                                         GError **error);

/* Of MskSpoilage, in the order they were registered. */
GPtrArray *msk_spoilage_store_list (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
MskSpoilage *msk_spoilage_store_get (MskDatabase *database,
                                     gint64 id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets that wait for destruction, over all papers. */
gboolean msk_spoilage_store_count (MskDatabase *database, guint *count, GError **error);

/* Whether every printing that came out wrong is in the register, and every spoiled number: the
 * triggers see to it, and the sweep looks nevertheless. */
gboolean msk_spoilage_store_is_whole (MskDatabase *database, gboolean *whole, GError **error);

/* Sweep: puts the sets that no copy of the expected set stands for into the frozen set. */
gboolean msk_spoilage_store_freeze (MskTransaction *transaction, GError **error);

/* Sweep: the set of an attempt that is expected by itself and carries no tag in use; 0 for none. */
gboolean msk_spoilage_store_find_expected (MskDatabase *database,
                                           gint64 serial,
                                           gint64 *id,
                                           GError **error);

/* Sweep: notes that the set was seen, scanned or by its number. *sightings is how often by now. */
gboolean msk_spoilage_store_see (MskTransaction *transaction,
                                 gint64 id,
                                 MskMeasureArea zone,
                                 gboolean by_hand,
                                 guint *sightings,
                                 GError **error);

/* Sweep: notes that the set is missing, and what is known of it. */
gboolean msk_spoilage_store_miss (MskTransaction *transaction,
                                  gint64 id,
                                  const char *remark,
                                  GError **error);

G_END_DECLS
