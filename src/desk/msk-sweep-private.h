/* What the files of the closing sweep share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-role.h"
#include "msk-session.h"
#include "msk-sweep-desk.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Begins a transaction of a sweep that is under way. Fails with MSK_RULE_ERROR_SWEEP_NOT_STARTED or
 * _SWEEP_CLOSED. */
gboolean msk_sweep_begin (MskSession *session,
                          MskAct act,
                          MskTransaction *transaction,
                          GError **error);

/* A text that must be there, as it is kept. Fails with MSK_INPUT_ERROR_BAD_VALUE. The caller owns
 * it. */
char *msk_sweep_dup_needed (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Moves what a line is about, writes the remark and commits. */
gboolean msk_sweep_move (MskSession *session,
                         MskTransaction *transaction,
                         MskSweepLine *line,
                         MskAct act,
                         MskCopyState to,
                         const char *remark,
                         GError **error);

/* What is decided upon is counted anew; what is only shown, after each scan, goes by the running
 * counts, which cost the same however large the register is. */
typedef enum
{
  MSK_SWEEP_RUNNING,
  MSK_SWEEP_ANEW,
} MskSweepCounting;

/* Fails with MSK_RULE_ERROR_BALANCE_BROKEN, counted anew also when the running counts are wrong. */
gboolean msk_sweep_desk_check_balance (MskDatabase *database,
                                       MskSweepCounting counting,
                                       GError **error);

/* Adds the running counts of the set, and its spoiled sheets, to a summary. */
gboolean msk_sweep_count_all (MskDatabase *database, MskSweepSummary *summary, GError **error);

/* The zone is one that the meeting's checklist has walked. Fails with MSK_INPUT_ERROR_BAD_VALUE,
 * naming those that are. */
gboolean msk_sweep_zone_check (MskDatabase *database, MskMeasureArea zone, GError **error);

/* For msk_sweep_store_foreach_signature(): user_data is two of guint, all signatures and those of
 * security officers. */
void msk_sweep_count_signature (const char *user, MskRole role, gint64 at, gpointer user_data);

/* Nothing of the set is unexplained. Fails with MSK_RULE_ERROR_SWEEP_UNEXPLAINED; counted anew,
 * with _BALANCE_BROKEN when the running count is wrong. */
gboolean msk_sweep_check_explained (MskDatabase *database,
                                    MskSweepCounting counting,
                                    GError **error);

/* Two who counted blind agree with each other and with the register. Fails with
 * MSK_RULE_ERROR_COUNTS_OPEN. */
gboolean msk_sweep_check_counts (MskDatabase *database, MskSweepCounting counting, GError **error);

G_END_DECLS
