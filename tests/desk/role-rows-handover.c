/* What each role may call of handovers, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-custody-desk.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"

#include "role-rows.h"

static void
unref_array (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
unref_object (gpointer object)
{
  g_clear_object (&object);
}

static void
call_start (MskSession *session, GError **error)
{
  gint64 id;

  /* The print room's: the rows that come after still move what lies at the desk. */
  if (msk_handover_desk_start (session, MSK_HANDOVER_PRINT_ROOM, &id, error))
    msk_handover_desk_cancel (session, id, "x", error);
}

static void
call_list (MskSession *session, GError **error)
{
  unref_array (msk_handover_desk_list (session, error));
}

static void
call_get (MskSession *session, GError **error)
{
  unref_object (msk_handover_desk_get (session, 99, error));
}

static void
call_stock (MskSession *session, GError **error)
{
  unref_array (msk_handover_desk_list_stock (session, 99, error));
}

static void
call_scan (MskSession *session, GError **error)
{
  g_autoptr(MskHandoverScan) scan = msk_handover_scan_new (session, 99);

  unref_object (msk_handover_scan_take (scan, "x", error));
}

static void
call_type (MskSession *session, GError **error)
{
  g_autoptr(MskHandoverScan) scan = msk_handover_scan_new (session, 99);

  unref_object (msk_handover_scan_choose (scan, MSK_STOCK_COPY, 1, error));
}

static void
call_figure (MskSession *session, GError **error)
{
  const MskStockFigure figure = { MSK_STOCK_DEVICE, 0, 1 };

  msk_handover_desk_set_figure (session, 99, &figure, error);
}

static void
call_compare (MskSession *session, GError **error)
{
  msk_handover_desk_compare (session, 99, error);
}

static void
call_discrepancies (MskSession *session, GError **error)
{
  unref_array (msk_handover_desk_list_discrepancies (session, 99, error));
}

static void
call_explain (MskSession *session, GError **error)
{
  msk_handover_desk_explain (session, 99, 1, "x", FALSE, NULL, error);
}

static void
call_end (MskSession *session, GError **error)
{
  const MskCosigner incoming = { (char *) "nobody", MSK_ROLE_DESK_CLERK };

  msk_handover_desk_end (session, 99, &incoming, NULL, error);
}

static void
call_cancel (MskSession *session, GError **error)
{
  msk_handover_desk_cancel (session, 99, "x", error);
}

static void
call_custody (MskSession *session, GError **error)
{
  gint64 id;

  msk_custody_desk_start (session, 99, 98, &id, error);
}

static void
call_custody_end (MskSession *session, GError **error)
{
  msk_custody_desk_end (session, 99, "x", "x", error);
}

static void
call_slip (MskSession *session, GError **error)
{
  g_autoptr(GBytes) slip =
                 msk_report_desk_make_as (session, MSK_REPORT_HANDOVER, 99, MSK_REPORT_PDF, error);
}

const RoleRow role_rows_handover[] = {
  { "handover-start", call_start, C },
  { "handover-list", call_list, READERS },
  { "handover-get", call_get, READERS },
  { "handover-stock", call_stock, READERS },
  { "handover-scan", call_scan, C },
  { "handover-type", call_type, C },
  { "handover-figure", call_figure, C },
  { "handover-compare", call_compare, C },
  { "handover-discrepancies", call_discrepancies, READERS },
  { "handover-explain", call_explain, C | S },
  { "handover-end", call_end, C },
  { "handover-cancel", call_cancel, C | S },
  { "custody-start", call_custody, C },
  { "custody-end", call_custody_end, C },
  { "handover-slip", call_slip, C },
  { NULL },
};
