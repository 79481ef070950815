/* The count of a handover with the scanner: every code that is read gets one verdict, which never
 * tells whether the thing was expected. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-handover-private.h"
#include "msk-handover-store.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-stock-scan.h"
#include "msk-tag-reader.h"
#include "msk-verdict-private.h"

struct _MskHandoverScan
{
  GObject parent_instance;

  MskSession *session;
  gint64 handover_id;
  GListStore *verdicts;
};

G_DEFINE_FINAL_TYPE (MskHandoverScan, msk_handover_scan, G_TYPE_OBJECT)

static void
msk_handover_scan_finalize (GObject *object)
{
  MskHandoverScan *self = MSK_HANDOVER_SCAN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);

  G_OBJECT_CLASS (msk_handover_scan_parent_class)->finalize (object);
}

static void
msk_handover_scan_class_init (MskHandoverScanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_handover_scan_finalize;
}

static void
msk_handover_scan_init (MskHandoverScan *self)
{
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
}

/* The set of spoiled sheets that carries this tag: one that was not seen yet, or else the first. */
static gboolean
find_set (MskDatabase *database, gint64 id, gint64 serial, MskStockItem *item, GError **error)
{
  g_autoptr(GPtrArray) sets = msk_spoilage_store_list (database, error);
  g_autoptr(GArray) seen =
                 sets == NULL ? NULL : msk_handover_store_list_seen (database, id, error);

  if (seen == NULL)
    return FALSE;

  for (guint i = 0; i < sets->len; i++)
    {
      MskSpoilage *set = g_ptr_array_index (sets, i);
      gboolean again = FALSE;

      if (set->serial != serial)
        continue;
      for (guint each = 0; each < seen->len; each++)
        {
          const MskStockItem *other = &g_array_index (seen, MskStockItem, each);

          again |= !other->strange && other->kind == MSK_STOCK_SET && other->number == set->id;
        }
      if (again && item->number != 0)
        continue;
      *item = (MskStockItem){ .kind = MSK_STOCK_SET, .number = set->id, .paper_id = set->paper_id };
      if (!again)
        return TRUE;
    }

  return TRUE;
}

/* What a code that was read stands for in this count. */
static gboolean
name_reading (MskDatabase *database,
              MskHandover *handover,
              const MskTagReading *reading,
              MskStockItem *item,
              GError **error)
{
  if (reading->carrier != 0)
    {
      *item = (MskStockItem){ .kind = MSK_STOCK_CARRIER, .number = reading->carrier };
      return TRUE;
    }
  if (reading->device != 0)
    {
      *item = (MskStockItem){ .kind = MSK_STOCK_DEVICE, .number = reading->device };
      return TRUE;
    }
  if (handover->place == MSK_HANDOVER_PRINT_ROOM &&
      !find_set (database, handover->id, reading->tag.serial, item, error))
    return FALSE;

  return item->number != 0 || msk_stock_scan_name_copy (database, reading->number, item, error);
}

static MskVerdict *
make_verdict (MskHandoverScan *self, gboolean again)
{
  return again ? msk_verdict_new (MSK_TONE_WAITING, "already-counted", _ ("Counted before"),
                                  _ ("This was counted already, or is another page of it: scan the "
                                     "next."),
                                  msk_session_get_now (self->session))
               : msk_verdict_new (MSK_TONE_DONE, "counted", _ ("Counted"),
                                  _ ("Put it with what was counted, and scan the next."),
                                  msk_session_get_now (self->session));
}

/* Notes a thing in a transaction that was begun, and commits. */
static MskVerdict *
see (MskHandoverScan *self,
     MskTransaction *transaction,
     const MskStockItem *item,
     guint page,
     gboolean by_hand,
     GError **error)
{
  g_autoptr(MskVerdict) verdict = NULL;
  gboolean again;

  if (!msk_handover_store_see (transaction, self->handover_id, item, "", by_hand, &again, error))
    return NULL;

  verdict = make_verdict (self, again);
  return msk_stock_scan_describe (transaction->database, item, page, verdict, error) &&
                 msk_session_commit (self->session, transaction, error)
             ? g_steal_pointer (&verdict)
             : NULL;
}

/* A code that stands for nothing here is part of what was found, and is kept. */
static gboolean
is_kept (const GError *refusal, const MskTagReading *reading)
{
  return refusal->domain == MSK_RULE_ERROR && refusal->code != MSK_RULE_ERROR_CUT_CODE &&
         reading->attendee_id == 0;
}

static gboolean
keep_strange (MskHandoverScan *self,
              MskTransaction *transaction,
              const MskTagReading *reading,
              const GError *refusal,
              GError **error)
{
  const MskStockItem item = { .strange = TRUE, .serial = reading->tag.serial };
  const char *code = msk_error_get_name (refusal);
  gboolean again;

  return msk_handover_store_see (transaction, self->handover_id, &item, code, FALSE, &again,
                                 error) &&
         msk_stock_scan_open_incident (transaction, reading, code, _ ("Scanned at a handover."),
                                       error) &&
         msk_session_commit (self->session, transaction, error);
}

static MskVerdict *
take_reading (MskHandoverScan *self,
              MskTransaction *transaction,
              MskHandover *handover,
              const MskTagReading *reading,
              GError **refusal,
              GError **error)
{
  MskStockItem item = { 0 };

  if (reading->attendee_id != 0)
    {
      g_clear_error (refusal);
      g_set_error_literal (refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a badge: scan copies, carriers and devices."));
      return NULL;
    }
  /* An earlier printing of a number may be one of the sets that lie here. */
  if (*refusal != NULL && handover->place == MSK_HANDOVER_PRINT_ROOM && reading->number != 0 &&
      !find_set (transaction->database, handover->id, reading->tag.serial, &item, error))
    return NULL;
  if (*refusal != NULL && item.number == 0)
    {
      if (is_kept (*refusal, reading))
        keep_strange (self, transaction, reading, *refusal, error);
      return NULL;
    }

  g_clear_error (refusal);
  return name_reading (transaction->database, handover, reading, &item, error)
             ? see (self, transaction, &item, reading->tag.page, FALSE, error)
             : NULL;
}

static MskVerdict *
conclude (MskHandoverScan *self,
          MskVerdict *verdict,
          GError *refusal,
          GError *lower,
          GError **error)
{
  if (lower != NULL)
    {
      g_clear_error (&refusal);
      refusal = lower;
    }
  if (verdict == NULL)
    verdict = msk_stock_scan_refuse (self->session, refusal, error);
  if (verdict != NULL)
    msk_verdict_put_first (self->verdicts, verdict);
  return verdict;
}

MskHandoverScan *
msk_handover_scan_new (MskSession *session, gint64 handover_id)
{
  MskHandoverScan *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_HANDOVER_SCAN, NULL);
  self->session = g_object_ref (session);
  self->handover_id = handover_id;
  return self;
}

gint64
msk_handover_scan_get_handover (MskHandoverScan *self)
{
  g_return_val_if_fail (MSK_IS_HANDOVER_SCAN (self), 0);

  return self->handover_id;
}

GListModel *
msk_handover_scan_get_verdicts (MskHandoverScan *self)
{
  g_return_val_if_fail (MSK_IS_HANDOVER_SCAN (self), NULL);

  return G_LIST_MODEL (self->verdicts);
}

MskVerdict *
msk_handover_scan_take (MskHandoverScan *self, const char *code, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover = NULL;
  MskTagReading reading;
  GError *refusal = NULL;
  GError *lower = NULL;
  MskVerdict *verdict = NULL;

  g_return_val_if_fail (MSK_IS_HANDOVER_SCAN (self) && code != NULL, NULL);

  if (msk_session_require_meeting (self->session, MSK_ACT_HANDOVER_COUNT, error) == NULL)
    return NULL;

  msk_tag_reader_read (self->session, code, &reading, &refusal);
  if (refusal != NULL && refusal->domain != MSK_RULE_ERROR && refusal->domain != MSK_INPUT_ERROR)
    return conclude (self, NULL, refusal, NULL, error);

  handover = msk_handover_begin (self->session, MSK_ACT_HANDOVER_COUNT, self->handover_id,
                                 &transaction, &lower);
  if (handover != NULL && msk_handover_check_counting (handover, &lower))
    verdict = take_reading (self, &transaction, handover, &reading, &refusal, &lower);
  return conclude (self, verdict, refusal, lower, error);
}

MskVerdict *
msk_handover_scan_choose (MskHandoverScan *self, MskStockKind kind, gint64 number, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover = NULL;
  MskStockItem item;
  GError *lower = NULL;
  MskVerdict *verdict = NULL;

  g_return_val_if_fail (MSK_IS_HANDOVER_SCAN (self), NULL);

  if (msk_session_require_meeting (self->session, MSK_ACT_HANDOVER_COUNT, error) == NULL)
    return NULL;

  handover = msk_handover_begin (self->session, MSK_ACT_HANDOVER_COUNT, self->handover_id,
                                 &transaction, &lower);
  if (handover != NULL && msk_handover_check_counting (handover, &lower) &&
      msk_stock_scan_name (transaction.database, kind, number, &item, &lower))
    verdict = see (self, &transaction, &item, 0, TRUE, &lower);
  return conclude (self, verdict, NULL, lower, error);
}
