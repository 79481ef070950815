/* What one person holds, to a named successor (F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-carrier-store.h"
#include "msk-circulation-scan.h"
#include "msk-copy-store.h"
#include "msk-door-facts.h"
#include "msk-error.h"
#include "msk-handover-private.h"
#include "msk-handover-store.h"
#include "msk-holding-store.h"
#include "msk-paper-store.h"
#include "msk-plan-store.h"
#include "msk-session-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_not_recalled (MskCopy *copy, GError **error)
{
  return copy->recall == MSK_RECALL_NONE ||
         refuse (error, MSK_RULE_ERROR_COPY_RECALLED,
                 _ ("A copy that was recalled passes to nobody: take it back first."));
}

/* M7: the plan was kept by the issue to who holds it; the successor may have one of their own. */
static gboolean
check_plan (MskDatabase *database, MskCopy *copy, MskAttendee *successor, GError **error)
{
  gint64 planned_id;
  guint own;

  return msk_plan_store_find (database, copy->number, copy->paper_id, successor->id, &planned_id,
                              &own, error) &&
         msk_plan_check_named (copy, successor->id, error) &&
         msk_plan_check_issue (copy->number, planned_id == copy->holder_id ? 0 : planned_id, own,
                               successor, error);
}

static gboolean
check_holds_none (MskDatabase *database, MskAttendee *successor, gint64 paper_id, GError **error)
{
  g_autofree char *text = NULL;
  guint held;

  if (!msk_copy_store_find_held (database, successor->id, paper_id, &held, error))
    return FALSE;
  if (held == 0)
    return TRUE;

  text = msk_copy_number_dup_text (held);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_HOLDS_PAPER,
               _ ("The successor holds copy %s of the same paper: take one of the two back first."),
               text);
  return FALSE;
}

static gboolean
check_copy (MskDatabase *database, MskCopy *copy, MskAttendee *successor, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, copy->paper_id, error);

  return paper != NULL && check_not_recalled (copy, error) &&
         msk_circulation_scan_check_free (database, copy->number, error) &&
         msk_paper_check_reader (paper, successor, error) &&
         check_holds_none (database, successor, paper->id, error) &&
         check_plan (database, copy, successor, error);
}

/* The successor signs for what was counted: it is still with who gives it, or the slip would lie.
 */
static gboolean
check_still_there (MskCopyState state, gint64 holder_id, gint64 giver_id, GError **error)
{
  return (state == MSK_COPY_HELD && holder_id == giver_id) ||
         refuse (error, MSK_RULE_ERROR_CUSTODY_CHANGED,
                 _ ("Something that was counted has left this person since: cancel the handover, "
                    "and begin another with what they hold now."));
}

/* One piece: checked, and moved when move is TRUE. What came back before the count is left alone,
 * and so is what came back in part. */
static gboolean
pass_copy (MskTransaction *transaction,
           guint number,
           gint64 giver_id,
           MskAttendee *successor,
           const char *remark,
           gboolean move,
           GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (transaction->database, number, error);
  MskMovement movement = { .number = number,
                           .act = MSK_ACT_CUSTODY_MOVE,
                           .from = MSK_COPY_HELD,
                           .to = MSK_COPY_HELD,
                           .attendee_id = successor->id,
                           .remark = remark };

  if (copy == NULL)
    return FALSE;

  if (move && !check_still_there (copy->state, copy->holder_id, giver_id, error))
    return FALSE;

  return copy->state != MSK_COPY_HELD || copy->pages_back > 0 ||
         (check_copy (transaction->database, copy, successor, error) &&
          (!move || msk_copy_store_move (transaction, &movement, error)));
}

static gboolean
pass_carrier (MskTransaction *transaction,
              guint number,
              gint64 giver_id,
              MskAttendee *successor,
              const char *remark,
              gboolean move,
              GError **error)
{
  g_autoptr(MskCarrier) carrier = msk_carrier_store_get (transaction->database, number, error);
  MskMovement movement = { .number = number,
                           .act = MSK_ACT_CUSTODY_MOVE,
                           .from = MSK_COPY_HELD,
                           .to = MSK_COPY_HELD,
                           .attendee_id = successor->id,
                           .remark = remark };

  if (carrier == NULL)
    return FALSE;

  if (move && !check_still_there (carrier->state, carrier->holder_id, giver_id, error))
    return FALSE;

  return carrier->state != MSK_COPY_HELD ||
         (msk_carrier_check_receiver (carrier, successor, error) &&
          (!move || msk_carrier_store_move (transaction, &movement, error)));
}

static gboolean
was_seen (const GArray *seen, const MskStockItem *item)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const MskStockItem *other = &g_array_index (seen, MskStockItem, i);

      if (!other->strange && other->kind == item->kind && other->number == item->number)
        return TRUE;
    }

  return FALSE;
}

/* Adds what one entry of somebody holds; away by permit it is no more with them. */
static gboolean
add_held (MskDatabase *database, gint64 attendee_id, GString *text, GError **error)
{
  g_autoptr(GPtrArray) holdings = msk_holding_store_list (database, attendee_id, error);

  if (holdings == NULL)
    return FALSE;

  for (guint i = 0; i < holdings->len; i++)
    {
      const MskHolding *holding = g_ptr_array_index (holdings, i);
      g_autofree char *item = msk_holding_dup_text (holding);

      if (holding->kind != MSK_HOLDING_DEVICE && !holding->away)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", item);
    }

  return TRUE;
}

/* What came back in part is held, and the exit gate says so: it is not to be called nothing. */
static gboolean
refuse_nothing (MskDatabase *database, gint64 giver_id, GError **error)
{
  g_autoptr(GArray) entries = msk_attendee_store_list_entries (database, giver_id, error);
  g_autoptr(GString) held = g_string_new (NULL);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!add_held (database, g_array_index (entries, gint64, i), held, error))
      return FALSE;
  if (held->len == 0)
    return refuse (error, MSK_RULE_ERROR_NOTHING_HELD,
                   _ ("This person holds nothing: there is nothing to hand over."));

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_HELD,
               _ ("What this person still holds came back in part, and passes to nobody: take back "
                  "the rest first. It is %s."),
               held->str);
  return FALSE;
}

/* Every expected piece, or those that were seen (seen not NULL) and then with their movement. */
static gboolean
pass_all (MskTransaction *transaction,
          gint64 id,
          gint64 giver_id,
          MskAttendee *successor,
          const GArray *seen,
          GError **error)
{
  g_autoptr(GArray) expected = msk_handover_store_list_expected (transaction->database, id, error);
  g_autofree char *remark = g_strdup_printf ("handover %" G_GINT64_FORMAT, id);

  if (expected == NULL)
    return FALSE;
  if (expected->len == 0)
    return refuse_nothing (transaction->database, giver_id, error);
  if (!msk_door_facts_check_issue (transaction->database, successor, error))
    return FALSE;

  for (guint i = 0; i < expected->len; i++)
    {
      const MskStockItem *item = &g_array_index (expected, MskStockItem, i);

      if (seen != NULL && !was_seen (seen, item))
        continue;
      if (!(item->kind == MSK_STOCK_COPY ? pass_copy : pass_carrier) (transaction,
                                                                      (guint) item->number,
                                                                      giver_id, successor, remark,
                                                                      seen != NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_persons (MskAttendee *attendee, MskAttendee *successor, GError **error)
{
  if (attendee->id != successor->id)
    return msk_attendee_check_admissible (successor, error);

  g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON,
                       _ ("A handover is to somebody else: choose the successor."));
  return FALSE;
}

static gboolean
check_none_open (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GPtrArray) handovers = msk_handover_store_list (database, error);

  if (handovers == NULL)
    return FALSE;

  for (guint i = 0; i < handovers->len; i++)
    {
      MskHandover *handover = g_ptr_array_index (handovers, i);

      if (handover->stage < MSK_HANDOVER_DONE && handover->attendee_id == attendee_id)
        return refuse (error, MSK_RULE_ERROR_HANDOVER_OPEN,
                       _ ("What this person holds is being handed over already: go on with that, "
                          "or cancel it with a reason."));
    }

  return TRUE;
}

gboolean
msk_custody_desk_start (MskSession *session,
                        gint64 attendee_id,
                        gint64 successor_id,
                        gint64 *id,
                        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;
  g_autoptr(MskAttendee) successor = NULL;

  g_return_val_if_fail (id != NULL, FALSE);

  if (!msk_session_begin_moving (session, MSK_ACT_HANDOVER_START, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  successor =
      attendee == NULL ? NULL : msk_attendee_store_get (transaction.database, successor_id, error);
  return successor != NULL && check_persons (attendee, successor, error) &&
         check_none_open (transaction.database, attendee_id, error) &&
         msk_handover_store_start (&transaction, MSK_HANDOVER_CUSTODY, attendee_id, successor_id,
                                   id, error) &&
         pass_all (&transaction, *id, attendee_id, successor, NULL, error) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
check_is_custody (MskHandover *handover, GError **error)
{
  if (handover->place == MSK_HANDOVER_CUSTODY)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("This is the handover of a place: the one who takes over signs in."));
  return FALSE;
}

static gboolean
check_nothing_new (MskDatabase *database, MskHandover *handover, GError **error)
{
  guint count;

  return msk_handover_store_count_new (database, handover, &count, error) &&
         (count == 0 || refuse (error, MSK_RULE_ERROR_CUSTODY_CHANGED,
                                _ ("This person was given something since the handover began: "
                                   "cancel it, and begin another with everything they hold.")));
}

gboolean
msk_custody_desk_end (MskSession *session,
                      gint64 id,
                      const char *giver,
                      const char *taker,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover =
                 msk_handover_begin (session, MSK_ACT_CUSTODY_MOVE, id, &transaction, error);
  g_autoptr(MskAttendee) successor = NULL;
  g_autoptr(GArray) seen = NULL;

  g_return_val_if_fail (giver != NULL && taker != NULL, FALSE);

  if (handover == NULL || !check_is_custody (handover, error) ||
      !msk_handover_check_endable (handover, msk_session_get_user (session), error) ||
      !msk_handover_check_signatures (handover, giver, taker, error) ||
      !check_nothing_new (transaction.database, handover, error))
    return FALSE;

  successor = msk_attendee_store_get (transaction.database, handover->successor_id, error);
  seen = successor == NULL ? NULL : msk_handover_store_list_seen (transaction.database, id, error);
  return seen != NULL && msk_attendee_check_admissible (successor, error) &&
         pass_all (&transaction, id, handover->attendee_id, successor, seen, error) &&
         msk_handover_store_end (&transaction, id, MSK_ACT_HANDOVER_END, "", NULL, error) &&
         msk_session_commit (session, &transaction, error);
}
