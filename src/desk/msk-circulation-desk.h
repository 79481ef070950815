/* Circulation in the reading room (L1–L3): the register, the chase list, and loan slips.
 * Turns begin through the desk with the scanner, in MSK_SCAN_CIRCULATE.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* Of MskTurn: those that go on, what is due first leading; or all, in the order in which they
 * began. */
GPtrArray *msk_circulation_desk_list (MskSession *session,
                                      gboolean only_open,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskTurn: what is to be chased (催阅), overdue or due within half an hour, what is due first
 * leading. */
GPtrArray *msk_circulation_desk_list_due (MskSession *session,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The turn that a copy is in. Fails with MSK_RULE_ERROR_NOT_IN_TURN. */
MskTurn *msk_circulation_desk_get (MskSession *session,
                                   guint number,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is taken out of the folder. */
typedef struct
{
  const char *what; /* pages 3 to 5 */
  guint sheets;
  const char *purpose; /* and where it goes */
} MskLoanDraft;

/* The custodian consents that the reader, in the turn, takes something out (L3). Gives the slip's
 * number, or 0 with MSK_RULE_ERROR_NOT_IN_TURN or MSK_INPUT_ERROR_BAD_VALUE. */
gint64 msk_circulation_desk_give_slip (MskSession *session,
                                       guint number,
                                       const MskLoanDraft *draft,
                                       GError **error);

/* It is back, so many sheets counted. Fails with MSK_RULE_ERROR_PAGES_DIFFER,
 * MSK_RULE_ERROR_ALREADY_RETURNED or MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_circulation_desk_take_slip_back (MskSession *session,
                                              gint64 slip_id,
                                              guint sheets,
                                              GError **error);

/* Of MskLoanSlip, by number: all, or those that are open. */
GPtrArray *msk_circulation_desk_list_slips (MskSession *session,
                                            gboolean only_open,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
