/* Destruction under supervision (D1): a batch is made up by scanning, proposed, approved, and
 * destroyed in front of two other people. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-cosigner-private.h"
#include "msk-destruction-private.h"
#include "msk-destruction-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-print-desk-private.h"
#include "msk-spoilage-store.h"
#include "msk-vetting-private.h"

/* More than these would make no sentence. */
#define MAX_NAMED 5

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

gboolean
msk_destruction_begin (MskSession *session, MskAct act, MskTransaction *transaction, GError **error)
{
  if (msk_session_require_meeting (session, act, error) == NULL)
    return FALSE;
  if (msk_session_get_meeting (session)->state == MSK_MEETING_STATE_SWEEPING)
    return msk_meeting_check_open (msk_session_get_meeting (session), error);

  return msk_session_begin (session, act, transaction, error);
}

MskDestruction *
msk_destruction_begin_batch (MskSession *session,
                             MskAct act,
                             gint64 id,
                             MskTransaction *transaction,
                             GError **error)
{
  return msk_destruction_begin (session, act, transaction, error)
             ? msk_destruction_store_get (transaction->database, id, error)
             : NULL;
}

static MskDestructionItem *
make_item (MskStockKind kind, gint64 number, MskCopyState from)
{
  MskDestructionItem *item = msk_destruction_item_new ();

  item->kind = kind;
  item->number = number;
  item->from = from;
  item->state = from;
  item->added_by = g_strdup ("");
  item->scanned_by = g_strdup ("");
  return item;
}

static gboolean
fill_paper (MskDatabase *database, MskDestructionItem *item, gint64 paper_id, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, paper_id, error);

  if (paper == NULL)
    return FALSE;

  item->document_number = g_strdup (paper->document_number);
  item->what = g_strdup (paper->title);
  item->level = paper->level;
  if (item->kind == MSK_STOCK_COPY)
    item->sheets = paper->pages;
  return TRUE;
}

static MskDestructionItem *
find_set (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskSpoilage) set = msk_spoilage_store_get (database, id, error);
  g_autoptr(MskDestructionItem) item = NULL;

  if (set == NULL || !msk_destruction_check_set (set, error))
    return NULL;

  item = make_item (MSK_STOCK_SET, id, MSK_COPY_SPOILED);
  item->copy = set->number;
  item->sheets = set->sheets;
  item->serial = set->serial;
  return fill_paper (database, item, set->paper_id, error) ? g_steal_pointer (&item) : NULL;
}

static MskDestructionItem *
find_copy (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, number, error);
  g_autoptr(MskDestructionItem) item = NULL;
  gint64 set = 0;

  if (copy == NULL || (copy->state == MSK_COPY_SPOILED &&
                       !msk_spoilage_store_find (database, copy->serial, &set, error)))
    return NULL;
  if (set != 0)
    return find_set (database, set, error);
  if (!msk_destruction_check_copy (copy, error))
    return NULL;

  item = make_item (MSK_STOCK_COPY, number, copy->state);
  item->copy = number;
  item->serial = copy->serial;
  return fill_paper (database, item, copy->paper_id, error) ? g_steal_pointer (&item) : NULL;
}

static MskDestructionItem *
find_carrier (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskCarrier) carrier = msk_carrier_store_get (database, number, error);
  MskDestructionItem *item;

  if (carrier == NULL || !msk_destruction_check_carrier (carrier, error))
    return NULL;

  item = make_item (MSK_STOCK_CARRIER, number, carrier->state);
  item->document_number = g_strdup ("");
  item->what = g_strdup (carrier->description);
  item->carrier_kind = carrier->kind;
  item->level = carrier->level;
  item->sheets = carrier->sheets;
  item->serial = carrier->serial;
  return item;
}

MskDestructionItem *
msk_destruction_find_thing (MskDatabase *database, MskStockKind kind, gint64 number, GError **error)
{
  switch (kind)
    {
    case MSK_STOCK_COPY:
      return find_copy (database, (guint) number, error);
    case MSK_STOCK_SET:
      return find_set (database, number, error);
    case MSK_STOCK_CARRIER:
      return find_carrier (database, (guint) number, error);
    case MSK_STOCK_DEVICE:
    default:
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Devices belong to their owners: only copies, spoiled sets and "
                              "carriers are destroyed or sent back."));
      return NULL;
    }
}

gboolean
msk_destruction_check_thing_free (MskDatabase *database,
                                  MskStockKind kind,
                                  guint number,
                                  GError **error)
{
  g_autoptr(MskCopy) copy =
                 kind == MSK_STOCK_COPY ? msk_copy_store_get (database, number, error) : NULL;
  g_autoptr(MskCarrier) carrier =
                 kind == MSK_STOCK_COPY ? NULL : msk_carrier_store_get (database, number, error);

  return (copy != NULL || carrier != NULL) &&
         msk_destruction_check_free (copy != NULL ? copy->destruction_id : carrier->destruction_id,
                                     error);
}

gboolean
msk_destruction_desk_start (MskSession *session, const char *reason, gint64 *id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;

  g_return_val_if_fail (id != NULL, FALSE);

  if (!msk_destruction_begin (session, MSK_ACT_DESTROY_START, &transaction, error))
    return FALSE;

  clean = msk_print_desk_dup_reason (reason, error);
  return clean != NULL && msk_destruction_store_start (&transaction, clean, id, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_destruction_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_destruction_store_list (database, error);
}

MskDestruction *
msk_destruction_desk_get (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_destruction_store_get (database, id, error);
}

MskDestruction *
msk_destruction_desk_find_open (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_desk_list (session, error);

  if (batches == NULL)
    return NULL;

  for (guint i = batches->len; i > 0; i--)
    {
      MskDestruction *batch = g_ptr_array_index (batches, i - 1);

      if (batch->stage < MSK_DESTRUCTION_DONE)
        return g_object_ref (batch);
    }

  refuse (error, MSK_RULE_ERROR_BATCH_OVER,
          _ ("No batch for destruction is open: begin one first."));
  return NULL;
}

GPtrArray *
msk_destruction_desk_list_items (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskDestruction) batch =
                 database == NULL ? NULL : msk_destruction_store_get (database, id, error);

  return batch == NULL ? NULL : msk_destruction_store_list_items (database, id, error);
}

GPtrArray *
msk_destruction_desk_list_attendances (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_destruction_store_list_attendances (database, id, error);
}

char *
msk_destruction_desk_dup_left (GPtrArray *items)
{
  GString *text;
  guint left = 0;

  g_return_val_if_fail (items != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);
      g_autofree char *number = msk_destruction_item_dup_number (item);

      if (item->scanned_at != 0)
        continue;
      if (left++ < MAX_NAMED)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", number);
    }
  if (left > MAX_NAMED)
    g_string_append_printf (text, _ (" and %u more"), left - MAX_NAMED);

  return g_string_free (text, FALSE);
}

static MskDestructionItem *
find_item (MskDatabase *database, gint64 id, MskStockKind kind, gint64 number, GError **error)
{
  g_autoptr(GPtrArray) items = msk_destruction_store_list_items (database, id, error);

  if (items == NULL)
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      if (item->kind == kind && item->number == number)
        return g_object_ref (item);
    }

  refuse (error, MSK_RULE_ERROR_NOT_IN_BATCH,
          _ ("This is not in the batch: look at the list of the batch."));
  return NULL;
}

gboolean
msk_destruction_desk_take_out (MskSession *session,
                               gint64 id,
                               MskStockKind kind,
                               gint64 number,
                               GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_TAKE_OUT,
                                                                  id, &transaction, error);
  g_autoptr(MskDestructionItem) item = NULL;

  if (batch == NULL || !msk_destruction_check_draft (batch, error))
    return FALSE;

  item = find_item (transaction.database, id, kind, number, error);
  return item != NULL && msk_destruction_store_take_out (&transaction, item, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_destruction_desk_propose (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_PROPOSE,
                                                                  id, &transaction, error);

  return batch != NULL && msk_destruction_check_proposable (batch, error) &&
         msk_destruction_store_propose (&transaction, batch, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_destruction_desk_approve (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_APPROVE,
                                                                  id, &transaction, error);

  return batch != NULL &&
         msk_destruction_check_decidable (batch, msk_session_get_user (session), error) &&
         msk_destruction_store_approve (&transaction, batch, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Refused or given up: what was in it is free for another. */
static gboolean
drop (MskSession *session,
      MskTransaction *transaction,
      MskAct act,
      MskDestruction *batch,
      MskDestructionStage stage,
      const char *reason,
      GError **error)
{
  g_autofree char *clean = msk_print_desk_dup_reason (reason, error);

  return clean != NULL &&
         msk_destruction_store_end (transaction, act, batch, stage, "", clean, error) &&
         msk_session_commit (session, transaction, error);
}

gboolean
msk_destruction_desk_refuse (MskSession *session, gint64 id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_REFUSE,
                                                                  id, &transaction, error);

  return batch != NULL &&
         msk_destruction_check_decidable (batch, msk_session_get_user (session), error) &&
         drop (session, &transaction, MSK_ACT_DESTROY_REFUSE, batch, MSK_DESTRUCTION_REFUSED,
               reason, error);
}

gboolean
msk_destruction_desk_cancel (MskSession *session, gint64 id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = NULL;

  /* Nothing is moved, and the sweep can't be closed while a batch is open. */
  if (msk_session_begin (session, MSK_ACT_DESTROY_CANCEL, &transaction, error))
    batch = msk_destruction_store_get (transaction.database, id, error);

  return batch != NULL && msk_destruction_check_cancellable (batch, error) &&
         drop (session, &transaction, MSK_ACT_DESTROY_CANCEL, batch, MSK_DESTRUCTION_CANCELLED,
               reason, error);
}

static char *
dup_place (const char *place, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (place);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Write down where the machine stands, in one line."));
  return NULL;
}

gboolean
msk_destruction_desk_begin (MskSession *session,
                            gint64 id,
                            MskDestructionMethod method,
                            const char *place,
                            const MskCosigner *witness,
                            GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (witness != NULL && method < MSK_DESTRUCTION_N_METHODS, FALSE);

  batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_BEGIN, id, &transaction, error);
  if (batch == NULL || !msk_destruction_check_approved (batch, error) ||
      !msk_destruction_check_two (batch, msk_session_get_user (session), witness->user, error) ||
      !msk_role_check (witness->role, MSK_ACT_DESTROY_WITNESS, error))
    return FALSE;

  clean = dup_place (place, error);
  return clean != NULL &&
         msk_destruction_store_attend (&transaction, id, witness->user, method, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
check_left (MskDestruction *batch, GPtrArray *items, const char *remark, GError **error)
{
  g_autofree char *left = NULL;

  if (batch->scanned == batch->items || *remark != '\0')
    return TRUE;

  left = msk_destruction_desk_dup_left (items);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_AT_THE_MACHINE,
               _ ("Not scanned at the machine: %s. Scan what is there, or write down why the rest "
                  "is not destroyed; it stays as it is."),
               left);
  return FALSE;
}

/* What was in hand once and is not there now may be anywhere, until somebody looked. */
static gboolean
report_left (MskTransaction *transaction,
             MskDestruction *batch,
             GPtrArray *items,
             const char *remark,
             GError **error)
{
  g_autofree char *left = msk_destruction_desk_dup_left (items);

  return batch->scanned == batch->items ||
         msk_incident_open_not_destroyed (transaction, batch->id, items, left, remark, error);
}

static gboolean
destroy (MskTransaction *transaction, MskDestruction *batch, GPtrArray *items, GError **error)
{
  g_autofree char *remark = g_strdup_printf (_ ("batch %u"), (guint) batch->id);

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      if (item->scanned_at != 0 &&
          !msk_destruction_store_remove (transaction, MSK_ACT_DESTROY_END, item, MSK_COPY_DESTROYED,
                                         remark, error))
        return FALSE;
    }

  return TRUE;
}

/* The witness says so under their own name. */
static gboolean
bear_witness (MskTransaction *transaction,
              MskDestruction *batch,
              const MskCosigner *witness,
              GError **error)
{
  g_autofree char *subject = g_strdup_printf ("destruction %" G_GINT64_FORMAT, batch->id);
  g_autofree char *destroyed = g_strdup_printf ("%u", batch->scanned);

  msk_cosigner_act_in (witness, transaction);
  return msk_ledger_append (transaction, MSK_ACT_DESTROY_WITNESS, subject, error, "destroyed",
                            destroyed, NULL);
}

gboolean
msk_destruction_desk_end (MskSession *session,
                          gint64 id,
                          const char *remark,
                          const MskCosigner *witness,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (witness != NULL && remark != NULL, FALSE);

  batch = msk_destruction_begin_batch (session, MSK_ACT_DESTROY_END, id, &transaction, error);
  if (batch == NULL ||
      !msk_destruction_check_endable (batch, msk_session_get_user (session), witness->user,
                                      error) ||
      !msk_role_check (witness->role, MSK_ACT_DESTROY_WITNESS, error))
    return FALSE;

  clean = msk_vetting_dup_field (remark);
  items = msk_destruction_store_list_items (transaction.database, id, error);
  return items != NULL && check_left (batch, items, clean != NULL ? clean : "", error) &&
         msk_destruction_store_end (&transaction, MSK_ACT_DESTROY_END, batch, MSK_DESTRUCTION_DONE,
                                    witness->user, clean != NULL ? clean : "", error) &&
         destroy (&transaction, batch, items, error) &&
         report_left (&transaction, batch, items, clean != NULL ? clean : "", error) &&
         bear_witness (&transaction, batch, witness, error) &&
         msk_session_commit (session, &transaction, error);
}
