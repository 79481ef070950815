/* The closing sweep: its frozen set, sightings and signatures.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-sweep.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 started_at; /* 0: not begun */
  gint64 revision;
  gint64 closed_at; /* 0: not closed */
} MskSweepFacts;

typedef void (*MskSignatureFunc) (const char *user, MskRole role, gint64 at, gpointer user_data);

gboolean msk_sweep_store_load (MskDatabase *database, MskSweepFacts *facts, GError **error);

/* Copies every copy and carrier as it stands into the frozen set. */
gboolean msk_sweep_store_start (MskTransaction *transaction, GError **error);

/* What is known of a thing once it was seen. */
typedef struct
{
  guint count;     /* of sightings by now; 0: it is nothing of the set */
  gint64 first_at; /* and where it was seen first: */
  MskMeasureArea first_zone;
  gboolean is_elsewhere;    /* this page of it, or this label, was seen in another zone before: */
  MskMeasureArea page_zone; /* first in that one */
} MskSighting;

/* Notes that something of the set was seen in a zone, by the code of a page: 0 for the label of a
 * carrier, and for a number that was typed. */
gboolean msk_sweep_store_see (MskTransaction *transaction,
                              MskSweepKind kind,
                              guint number,
                              guint page,
                              MskMeasureArea zone,
                              MskSighting *sighting,
                              GError **error);

/* The same for a set of spoiled sheets, whose own register says that it was seen: where that was.
 * No entry in the ledger. */
gboolean msk_sweep_store_note_set (MskTransaction *transaction,
                                   gint64 id,
                                   MskMeasureArea zone,
                                   gboolean is_first,
                                   GError **error);

/* Of MskSweepZone, those of the checklist that were walked or have something: what was seen there,
 * without the checklist's own lines. */
GPtrArray *msk_sweep_store_list_zones (MskDatabase *database,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes a code that is nothing of the set. serial and number are 0 when unknown. */
gboolean msk_sweep_store_add_strange (MskTransaction *transaction,
                                      MskMeasureArea zone,
                                      const char *verdict,
                                      gint64 serial,
                                      MskSweepKind kind,
                                      guint number,
                                      GError **error);
gboolean msk_sweep_store_count_strange (MskDatabase *database, guint *count, GError **error);
gboolean msk_sweep_store_set_remark (MskTransaction *transaction,
                                     MskSweepKind kind,
                                     guint number,
                                     const char *remark,
                                     GError **error);

/* Of MskSweepLine: copies, then carriers, by number. */
GPtrArray *msk_sweep_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskSweepLine, in no order: those that changed after a revision of the sweep. One that changed
 * with that revision may be among them. */
GPtrArray *msk_sweep_store_list_changed (MskDatabase *database,
                                         gint64 since,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskSweepTally: the running count by papers, in the order they were entered, then of all
 * carriers. It costs the same however large the set is. */
GPtrArray *msk_sweep_store_list_tallies (MskDatabase *database,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
MskSweepLine *msk_sweep_store_get (MskDatabase *database,
                                   MskSweepKind kind,
                                   guint number,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Every scan, remark, count and thing found makes the signatures given before it count no more. */
gboolean msk_sweep_store_bump (MskTransaction *transaction, GError **error);

gboolean msk_sweep_store_sign (MskTransaction *transaction, GError **error);

/* Calls func for each signature of the present revision. */
gboolean msk_sweep_store_foreach_signature (MskDatabase *database,
                                            MskSignatureFunc func,
                                            gpointer user_data,
                                            GError **error);
gboolean msk_sweep_store_close (MskTransaction *transaction, GError **error);

/* How everything of the meeting stands: copies, carriers, and the sets of spoiled sheets that no
 * copy stands for (one reported missing as MISSING). counts: MSK_COPY_N_STATES of them, by state.
 */
gboolean msk_sweep_store_count_states (MskDatabase *database, guint *counts, GError **error);

G_END_DECLS
