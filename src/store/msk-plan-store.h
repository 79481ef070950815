/* Seats, and the issue plan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-plan.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Gives a person a seat, or none for "". Fails with MSK_RULE_ERROR_EXISTS when somebody else has
 * it. */
gboolean msk_plan_store_set_seat (MskTransaction *transaction,
                                  gint64 attendee_id,
                                  const char *seat,
                                  GError **error);

/* Plans a copy for a person, in place of whatever was planned for either of the two before; nobody
 * for attendee_id 0. */
gboolean msk_plan_store_put (MskTransaction *transaction,
                             guint number,
                             gint64 attendee_id,
                             GError **error);

/* Whether the copies of a paper are printed with the names of whom they are planned for. Setting it
 * to what it is writes nothing but its ledger entry. */
gboolean msk_plan_store_set_named (MskTransaction *transaction,
                                   gint64 paper_id,
                                   gboolean named,
                                   GError **error);
gboolean msk_plan_store_get_named (MskDatabase *database,
                                   gint64 paper_id,
                                   gboolean *named,
                                   GError **error);

/* Of MskPlanLine, by number: all copies of a paper, or of all papers for paper_id 0. */
GPtrArray *msk_plan_store_list (MskDatabase *database,
                                gint64 paper_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For whom the copy is planned; 0 for nobody. */
gboolean msk_plan_store_find_planned (MskDatabase *database,
                                      guint number,
                                      gint64 *planned_id,
                                      GError **error);

/* The numbers (guint) that are planned for a person and can be given to them now, in order. The
 * caller owns it. */
GArray *msk_plan_store_list_pack (MskDatabase *database,
                                  gint64 attendee_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For whom the copy is planned, and which number of the paper that may still be issued is planned
 * for the person; 0 for none. */
gboolean msk_plan_store_find (MskDatabase *database,
                              guint number,
                              gint64 paper_id,
                              gint64 attendee_id,
                              gint64 *planned_id,
                              guint *own,
                              GError **error);

G_END_DECLS
