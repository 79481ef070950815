/* Circulation in the reading room (L1–L3): the register, the chase list, and loan slips.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-store.h"
#include "msk-error.h"
#include "msk-loan-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

GPtrArray *
msk_circulation_desk_list (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_circulation_store_list (database, only_open, error);
}

GPtrArray *
msk_circulation_desk_list_due (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) turns = msk_circulation_desk_list (session, TRUE, error);
  gint64 now;

  if (turns == NULL)
    return NULL;

  now = msk_session_get_now (session);
  for (guint i = turns->len; i > 0; i--)
    if (msk_turn_classify (g_ptr_array_index (turns, i - 1), now) == MSK_TURN_READING)
      g_ptr_array_remove_index (turns, i - 1);

  return g_steal_pointer (&turns);
}

static MskTurn *
require_turn (MskDatabase *database, guint number, GError **error)
{
  MskTurn *turn;

  if (!msk_circulation_store_find (database, number, &turn, error))
    return NULL;
  if (turn == NULL)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_IN_TURN,
                         _ ("This copy is in nobody’s turn: a loan is made within one."));
  return turn;
}

MskTurn *
msk_circulation_desk_get (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : require_turn (database, number, error);
}

/* How many sheets of the copy are out by the slips of this turn. */
static gboolean
count_lent (MskDatabase *database, const MskTurn *turn, guint *sheets, GError **error)
{
  g_autoptr(GPtrArray) slips = msk_loan_store_list (database, TRUE, error);

  if (slips == NULL)
    return FALSE;

  *sheets = 0;
  for (guint i = 0; i < slips->len; i++)
    {
      const MskLoanSlip *slip = g_ptr_array_index (slips, i);

      if (slip->turn_id == turn->id)
        *sheets += slip->sheets;
    }
  return TRUE;
}

gint64
msk_circulation_desk_give_slip (MskSession *session,
                                guint number,
                                const MskLoanDraft *draft,
                                GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskTurn) turn = NULL;
  g_autofree char *what = msk_vetting_dup_field (draft->what);
  g_autofree char *purpose = msk_vetting_dup_field (draft->purpose);
  guint out;
  gint64 id;

  if (!msk_session_begin_moving (session, MSK_ACT_LOAN_GIVE, &transaction, error))
    return 0;

  turn = require_turn (transaction.database, number, error);
  if (turn == NULL)
    return 0;
  if (what == NULL || *what == '\0' || purpose == NULL || *purpose == '\0' || draft->sheets == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A loan slip says what is taken out, how many sheets of the copy, "
                              "and what for: give all three, in one line each."));
      return 0;
    }

  return count_lent (transaction.database, turn, &out, error) &&
                 msk_turn_check_loan (turn, out, draft->sheets, error) &&
                 msk_loan_store_give (&transaction, turn->id, what, draft->sheets, purpose, &id,
                                      error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

static gboolean
check_slip_back (const MskLoanSlip *slip, guint sheets, GError **error)
{
  if (!slip->is_open)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_RETURNED,
                         _ ("This loan is over already: look at the list of loan slips."));
  else if (sheets != slip->sheets)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_DIFFER,
                         _ ("This is not the number of sheets on the slip, so the loan goes on: "
                            "count again, and look for what is missing."));
  else
    return TRUE;

  return FALSE;
}

gboolean
msk_circulation_desk_take_slip_back (MskSession *session,
                                     gint64 slip_id,
                                     guint sheets,
                                     GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskLoanSlip) slip = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_LOAN_BACK, &transaction, error))
    return FALSE;

  slip = msk_loan_store_get (transaction.database, slip_id, error);
  return slip != NULL && check_slip_back (slip, sheets, error) &&
         msk_loan_store_take_back (&transaction, slip, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_circulation_desk_list_slips (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_loan_store_list (database, only_open, error);
}
