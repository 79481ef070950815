/* What lies there after the sweep, counted blind by two people, and by a third where they differ
 * (M9). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"
#include "msk-sweep-count.h"

G_BEGIN_DECLS

/* What has to be counted, with nothing said of how many there are: of MskSweepFigure. */
GArray *msk_sweep_count_desk_list_wanted (MskSession *session,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What one of them is called: the paper's document number, the carriers, the spoiled sets. The
 * caller owns it. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
char *msk_sweep_count_desk_dup_what (MskSession *session,
                                     gint64 paper_id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The count of whoever is signed in: figures is of MskSweepFigure, expected is not looked at.
 * *standing says what is due next. A round that ends in discord opens an incident. Fails with
 * MSK_RULE_ERROR_COUNTED_ALREADY, MSK_RULE_ERROR_COUNTER_NOT_NEW,
 * MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_SWEEP_NOT_STARTED, _SWEEP_CLOSED. */
gboolean msk_sweep_count_desk_add (MskSession *session,
                                   const GArray *figures,
                                   MskSweepCountStanding *standing,
                                   GError **error);

/* The counts of every round, of MskSweepCount, oldest first, as msk_sweep_count_label() leaves
 * them: with what may be told. *standing is that of the newest round. */
GPtrArray *msk_sweep_count_desk_list (MskSession *session,
                                      MskSweepCountStanding *standing,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
