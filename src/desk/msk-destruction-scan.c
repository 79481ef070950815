/* A batch for destruction with the scanner (D1): each thing is scanned into it, and once more at
 * the machine; every code that is read gets one verdict. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "msk-destruction-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-destruction-private.h"
#include "msk-destruction-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-spoilage-store.h"
#include "msk-stock-scan.h"
#include "msk-verdict-private.h"

struct _MskDestructionScan
{
  GObject parent_instance;

  MskSession *session;
  gint64 batch_id;
  gboolean at_machine;
  GListStore *verdicts;
};

G_DEFINE_FINAL_TYPE (MskDestructionScan, msk_destruction_scan, G_TYPE_OBJECT)

/* What was read or typed. */
typedef struct
{
  MskStockItem thing; /* number is 0 for nothing of ours */
  guint page;
  gboolean by_hand;
  gboolean on_record; /* a refusal of it goes into the ledger */
  MskTagReading tag;
} Reading;

static void
msk_destruction_scan_finalize (GObject *object)
{
  MskDestructionScan *self = MSK_DESTRUCTION_SCAN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);

  G_OBJECT_CLASS (msk_destruction_scan_parent_class)->finalize (object);
}

static void
msk_destruction_scan_class_init (MskDestructionScanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_destruction_scan_finalize;
}

static void
msk_destruction_scan_init (MskDestructionScan *self)
{
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
}

static MskAct
get_act (MskDestructionScan *self)
{
  return self->at_machine ? MSK_ACT_DESTROY_SCAN : MSK_ACT_DESTROY_ADD;
}

static gboolean
is_refusal (const GError *error)
{
  return error->domain == MSK_RULE_ERROR || error->domain == MSK_INPUT_ERROR;
}

static gboolean
name_set (MskDatabase *database, gint64 serial, MskStockItem *thing, GError **error)
{
  gint64 set;

  if (!msk_spoilage_store_find (database, serial, &set, error))
    return FALSE;
  if (set != 0)
    *thing = (MskStockItem){ .kind = MSK_STOCK_SET, .number = set };
  return TRUE;
}

/* The thing that a tag speaks for: its sheets are those of a copy, or of a spoiled set when they
 * are of a printing that came out wrong, whatever became of the number. */
static gboolean
name_tag (MskDatabase *database, const MskTagReading *tag, MskStockItem *thing, GError **error)
{
  if (tag->carrier != 0)
    {
      *thing = (MskStockItem){ .kind = MSK_STOCK_CARRIER, .number = tag->carrier };
      return TRUE;
    }
  if (tag->device != 0)
    {
      *thing = (MskStockItem){ .kind = MSK_STOCK_DEVICE, .number = tag->device };
      return TRUE;
    }

  return tag->number == 0 ||
         (name_set (database, tag->tag.serial, thing, error) &&
          (thing->number != 0 || msk_stock_scan_name_copy (database, tag->number, thing, error)));
}

gboolean
msk_destruction_read_code (MskSession *session,
                           MskAct act,
                           const char *code,
                           MskStockItem *thing,
                           MskTagReading *tag,
                           GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, act, error);
  g_autoptr(GError) bad_tag = NULL;

  *thing = (MskStockItem){ 0 };
  *tag = (MskTagReading){ 0 };
  if (database == NULL)
    return FALSE;

  msk_tag_reader_read (session, code, tag, &bad_tag);
  if (bad_tag == NULL && tag->attendee_id != 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a badge: scan copies, spoiled sheets and carriers."));
      return FALSE;
    }
  if (bad_tag == NULL)
    return name_tag (database, tag, thing, error);

  /* An earlier printing of a number is void as a copy, and may be a spoiled set. */
  if (is_refusal (bad_tag) && tag->number != 0 &&
      !name_set (database, tag->tag.serial, thing, error))
    return FALSE;
  if (thing->number != 0)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&bad_tag));
  return FALSE;
}

/* Reads the code. FALSE with refusal set for one that stands for nothing that could be here. */
static gboolean
read_code (MskDestructionScan *self, const char *code, Reading *reading, GError **refusal)
{
  g_autoptr(GError) bad = NULL;
  const gboolean read = msk_destruction_read_code (self->session, get_act (self), code,
                                                   &reading->thing, &reading->tag, &bad);

  reading->page = reading->tag.tag.page;
  reading->on_record =
      reading->tag.genuine || g_error_matches (bad, MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG);
  if (!read)
    g_propagate_error (refusal, g_steal_pointer (&bad));
  return read;
}

static MskDestructionItem *
find_item (MskDatabase *database, gint64 id, const MskStockItem *thing, GError **error)
{
  g_autoptr(GPtrArray) items = msk_destruction_store_list_items (database, id, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      if (item->kind == thing->kind && item->number == thing->number)
        return g_object_ref (item);
    }

  return NULL;
}

static MskVerdict *
say_again (MskDestructionScan *self)
{
  return msk_verdict_new (MSK_TONE_WAITING, "already-scanned", _ ("Scanned before"),
                          _ ("This was scanned already, or is another page of it: scan the next."),
                          msk_session_get_now (self->session));
}

/* A typed spoiled copy stands for its set. */
static void
follow (MskDestructionItem *found, Reading *reading)
{
  reading->thing.kind = found->kind;
  reading->thing.number = found->number;
}

static MskVerdict *
put_in (MskDestructionScan *self, MskTransaction *transaction, Reading *reading, GError **error)
{
  g_autoptr(GError) refusal = NULL;
  g_autoptr(MskDestructionItem) found =
                 msk_destruction_find_thing (transaction->database, reading->thing.kind,
                                             reading->thing.number, &refusal);
  g_autoptr(MskDestructionItem) item = NULL;

  if (g_error_matches (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION))
    item = find_item (transaction->database, self->batch_id, &reading->thing, NULL);
  if (item != NULL)
    return say_again (self);
  if (found == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  follow (found, reading);
  return msk_destruction_check_level (found->level, error) &&
                 msk_destruction_store_add (transaction, self->batch_id, found->kind, found->number,
                                            found->from, reading->by_hand, error)
             ? msk_verdict_new (MSK_TONE_DONE, "put-in-batch", _ ("In the batch"),
                                _ ("Put it with the batch, and scan the next."),
                                msk_session_get_now (self->session))
             : NULL;
}

static gboolean
refuse_stranger (MskDatabase *database, const MskStockItem *thing, GError **error)
{
  g_autoptr(MskDestructionItem) found = NULL;
  g_autoptr(GError) refusal = NULL;

  /* What is wrong with the thing itself is told first. */
  found = msk_destruction_find_thing (database, thing->kind, thing->number, &refusal);
  if (found == NULL && !g_error_matches (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_IN_BATCH,
                       thing->kind == MSK_STOCK_COPY
                           ? _ ("This is not in the batch that was approved: keep it out of the "
                                "machine. If these are surplus sheets, type the number of their "
                                "set.")
                           : _ ("This is not in the batch that was approved: keep it out of the "
                                "machine."));
  return FALSE;
}

static MskVerdict *
feed (MskDestructionScan *self, MskTransaction *transaction, Reading *reading, GError **error)
{
  g_autoptr(MskDestructionItem) item = NULL;
  gint64 set = 0;

  /* A copy that was typed may be spoiled, and in the batch as its set. */
  item = find_item (transaction->database, self->batch_id, &reading->thing, NULL);
  if (item == NULL && reading->by_hand && reading->thing.kind == MSK_STOCK_COPY)
    {
      g_autoptr(MskCopy) copy = msk_copy_store_get (transaction->database,
                                                     (guint) reading->thing.number, NULL);

      if (copy != NULL && copy->state == MSK_COPY_SPOILED &&
          msk_spoilage_store_find (transaction->database, copy->serial, &set, NULL) && set != 0)
        reading->thing = (MskStockItem){ .kind = MSK_STOCK_SET, .number = set };
      item = find_item (transaction->database, self->batch_id, &reading->thing, NULL);
    }
  if (item == NULL)
    {
      refuse_stranger (transaction->database, &reading->thing, error);
      return NULL;
    }
  if (item->scanned_at != 0)
    return say_again (self);
  /* What was reported missing since, or changed otherwise, is not destroyed unseen. */
  if (item->state != item->from && !refuse_stranger (transaction->database, &reading->thing, error))
    return NULL;

  return msk_destruction_store_see (transaction, item, reading->by_hand, error)
             ? msk_verdict_new (MSK_TONE_DONE, "into-the-machine", _ ("Into the machine"),
                                _ ("Put it into the machine, in front of the witness, and scan the "
                                   "next."),
                                msk_session_get_now (self->session))
             : NULL;
}

static gboolean
check_stage (MskDestructionScan *self, MskDestruction *batch, GError **error)
{
  if (!self->at_machine)
    return msk_destruction_check_draft (batch, error);
  if (!msk_destruction_check_under_way (batch, error))
    return FALSE;
  if (g_strcmp0 (batch->destroyer, msk_session_get_user (self->session)) == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_PRESENT,
                       _ ("Somebody else began at the machine: have two people begin there anew, "
                          "then go on."));
  return FALSE;
}

/* Whether a verdict changes the register; one that does not leaves the transaction alone. */
static gboolean
is_change (MskVerdict *verdict)
{
  return verdict->tone == MSK_TONE_DONE;
}

static MskVerdict *
take_thing (MskDestructionScan *self, Reading *reading, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDestruction) batch =
                 msk_destruction_begin_batch (self->session, get_act (self), self->batch_id,
                                              &transaction, error);
  g_autoptr(MskVerdict) verdict = NULL;

  if (batch == NULL || !check_stage (self, batch, error))
    return NULL;

  verdict = self->at_machine ? feed (self, &transaction, reading, error)
                             : put_in (self, &transaction, reading, error);
  return verdict != NULL &&
                 msk_stock_scan_describe (transaction.database, &reading->thing, reading->page,
                                          verdict, error) &&
                 (!is_change (verdict) || msk_session_commit (self->session, &transaction, error))
             ? g_steal_pointer (&verdict)
             : NULL;
}

/* That it was refused stands in the ledger, when something of ours, or made to look so, is behind
 * it; and what is more than a refusal is an incident. */
static gboolean
note_refusal (MskDestructionScan *self,
              const Reading *reading,
              const GError *refusal,
              GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const char *code = msk_error_get_name (refusal);

  return msk_destruction_begin (self->session, get_act (self), &transaction, error) &&
         msk_destruction_store_note_refusal (&transaction, get_act (self), self->batch_id, code,
                                             reading->tag.tag.serial, error) &&
         msk_stock_scan_open_incident (&transaction, &reading->tag, code,
                                       self->at_machine
                                           ? _ ("Scanned at the machine of a destruction.")
                                           : _ ("Scanned for a batch for destruction."),
                                       error) &&
         msk_session_commit (self->session, &transaction, error);
}

/* As after every scan; a verdict that is about nothing of ours has none. */
static gboolean
add_balance (MskDatabase *database, MskVerdict *verdict, GError **error)
{
  if (verdict->carrier != 0)
    return msk_carrier_store_get_balance (database, &verdict->balance, error);

  return verdict->paper_id == 0 ||
         msk_paper_store_get_balance (database, verdict->paper_id, &verdict->balance, error);
}

/* Takes refusal. */
static MskVerdict *
conclude (MskDestructionScan *self,
          MskVerdict *verdict,
          const Reading *reading,
          GError *refusal,
          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, MSK_ACT_MEETING_READ, NULL);

  if (verdict == NULL)
    {
      GError *trouble = NULL;

      /* What could not be kept is told instead: a forged code that nobody hears of is worse. */
      if (is_refusal (refusal) && reading->on_record &&
          !note_refusal (self, reading, refusal, &trouble))
        {
          g_error_free (refusal);
          refusal = trouble;
        }
      verdict = msk_stock_scan_refuse (self->session, refusal, error);
      if (verdict != NULL && database != NULL && reading->thing.number != 0)
        msk_stock_scan_describe (database, &reading->thing, reading->page, verdict, NULL);
    }
  if (verdict != NULL && database != NULL && !add_balance (database, verdict, error))
    g_clear_object (&verdict);
  if (verdict != NULL)
    msk_verdict_put_first (self->verdicts, verdict);
  return verdict;
}

MskDestructionScan *
msk_destruction_scan_new (MskSession *session, gint64 batch_id, gboolean at_machine)
{
  MskDestructionScan *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_DESTRUCTION_SCAN, NULL);
  self->session = g_object_ref (session);
  self->batch_id = batch_id;
  self->at_machine = at_machine;
  return self;
}

gint64
msk_destruction_scan_get_batch (MskDestructionScan *self)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION_SCAN (self), 0);

  return self->batch_id;
}

gboolean
msk_destruction_scan_is_at_machine (MskDestructionScan *self)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION_SCAN (self), FALSE);

  return self->at_machine;
}

GListModel *
msk_destruction_scan_get_verdicts (MskDestructionScan *self)
{
  g_return_val_if_fail (MSK_IS_DESTRUCTION_SCAN (self), NULL);

  return G_LIST_MODEL (self->verdicts);
}

MskVerdict *
msk_destruction_scan_take (MskDestructionScan *self, const char *code, GError **error)
{
  Reading reading = { 0 };
  GError *refusal = NULL;
  MskVerdict *verdict = NULL;

  g_return_val_if_fail (MSK_IS_DESTRUCTION_SCAN (self) && code != NULL, NULL);

  if (msk_session_require_meeting (self->session, get_act (self), error) == NULL)
    return NULL;
  if (read_code (self, code, &reading, &refusal))
    verdict = take_thing (self, &reading, &refusal);
  return conclude (self, verdict, &reading, refusal, error);
}

MskVerdict *
msk_destruction_scan_choose (MskDestructionScan *self,
                             MskStockKind kind,
                             gint64 number,
                             GError **error)
{
  Reading reading = { .by_hand = TRUE, .on_record = TRUE };
  GError *refusal = NULL;
  MskDatabase *database;
  MskVerdict *verdict = NULL;

  g_return_val_if_fail (MSK_IS_DESTRUCTION_SCAN (self), NULL);

  database = msk_session_require_meeting (self->session, get_act (self), error);
  if (database == NULL)
    return NULL;
  if (msk_stock_scan_name (database, kind, number, &reading.thing, &refusal))
    verdict = take_thing (self, &reading, &refusal);
  return conclude (self, verdict, &reading, refusal, error);
}
