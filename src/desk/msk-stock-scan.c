/* What the scanners of stock share: which thing a number means, what a verdict says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-stock-scan.h"

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-device-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-spoilage-store.h"
#include "msk-verdict-private.h"

gboolean
msk_stock_scan_name_copy (MskDatabase *database, guint number, MskStockItem *item, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, number, error);

  if (copy == NULL)
    return FALSE;

  *item = (MskStockItem){ .kind = MSK_STOCK_COPY, .number = number, .paper_id = copy->paper_id };
  return TRUE;
}

gboolean
msk_stock_scan_name (MskDatabase *database,
                     MskStockKind kind,
                     gint64 number,
                     MskStockItem *item,
                     GError **error)
{
  g_autoptr(MskSpoilage) set = NULL;

  if (kind == MSK_STOCK_COPY)
    return msk_stock_scan_name_copy (database, (guint) number, item, error);

  *item = (MskStockItem){ .kind = kind, .number = number };
  if (kind != MSK_STOCK_SET)
    return TRUE;

  set = msk_spoilage_store_get (database, number, error);
  item->paper_id = set == NULL ? 0 : set->paper_id;
  return set != NULL;
}

gboolean
msk_stock_scan_describe (MskDatabase *database,
                         const MskStockItem *item,
                         guint page,
                         MskVerdict *verdict,
                         GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCarrier) carrier = NULL;
  g_autoptr(MskDevice) device = NULL;
  g_autoptr(MskSpoilage) set = NULL;

  switch (item->kind)
    {
    case MSK_STOCK_CARRIER:
      carrier = msk_carrier_store_get (database, (guint) item->number, error);
      if (carrier != NULL)
        msk_verdict_set_carrier (verdict, carrier);
      return carrier != NULL;
    case MSK_STOCK_DEVICE:
      device = msk_device_store_get (database, (guint) item->number, error);
      if (device != NULL)
        msk_verdict_set_device (verdict, device);
      return device != NULL;
    case MSK_STOCK_SET:
      set = msk_spoilage_store_get (database, item->number, error);
      copy = set == NULL ? NULL : msk_copy_store_get (database, set->number, error);
      break;
    case MSK_STOCK_COPY:
    default:
      copy = msk_copy_store_get (database, (guint) item->number, error);
      break;
    }

  if (copy != NULL)
    msk_verdict_set_copy (verdict, copy, page);
  return copy != NULL;
}

char *
msk_stock_scan_dup_subject (const MskTagReading *reading)
{
  if (reading->number != 0)
    return msk_stock_dup_subject (MSK_STOCK_COPY, reading->number);
  if (reading->carrier != 0)
    return msk_stock_dup_subject (MSK_STOCK_CARRIER, reading->carrier);

  return reading->device != 0 ? msk_stock_dup_subject (MSK_STOCK_DEVICE, reading->device)
                              : g_strdup ("code");
}

gboolean
msk_stock_scan_open_incident (MskTransaction *transaction,
                              const MskTagReading *reading,
                              const char *code,
                              const char *place,
                              GError **error)
{
  g_autofree char *subject = msk_stock_scan_dup_subject (reading);

  return msk_incident_open_refusal (transaction, reading, subject, code, place, error);
}

MskVerdict *
msk_stock_scan_refuse (MskSession *session, GError *refusal, GError **error)
{
  MskVerdict *verdict;

  if (refusal->domain != MSK_RULE_ERROR && refusal->domain != MSK_INPUT_ERROR)
    {
      g_propagate_error (error, refusal);
      return NULL;
    }

  verdict = msk_verdict_new_refusal (refusal, msk_session_get_now (session));
  g_error_free (refusal);
  return verdict;
}
