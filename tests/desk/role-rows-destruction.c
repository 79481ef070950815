/* What each role may call of destruction, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-desk.h"
#include "msk-destruction-scan.h"
#include "msk-originator-desk.h"

#include "role-rows.h"

static const MskCosigner nobody = { (char *) "nobody", MSK_ROLE_DESK_CLERK };

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

  if (msk_destruction_desk_start (session, "x", &id, error))
    msk_destruction_desk_cancel (session, id, "x", error);
}

static void
call_list (MskSession *session, GError **error)
{
  unref_array (msk_destruction_desk_list (session, error));
}

static void
call_get (MskSession *session, GError **error)
{
  unref_object (msk_destruction_desk_get (session, 99, error));
}

static void
call_items (MskSession *session, GError **error)
{
  unref_array (msk_destruction_desk_list_items (session, 99, error));
}

static void
call_add (MskSession *session, GError **error)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (session, 99, FALSE);

  unref_object (msk_destruction_scan_take (scan, "x", error));
}

static void
call_add_typed (MskSession *session, GError **error)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (session, 99, FALSE);

  unref_object (msk_destruction_scan_choose (scan, MSK_STOCK_COPY, 1, error));
}

static void
call_scan (MskSession *session, GError **error)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (session, 99, TRUE);

  unref_object (msk_destruction_scan_take (scan, "x", error));
}

static void
call_scan_typed (MskSession *session, GError **error)
{
  g_autoptr(MskDestructionScan) scan = msk_destruction_scan_new (session, 99, TRUE);

  unref_object (msk_destruction_scan_choose (scan, MSK_STOCK_COPY, 1, error));
}

static void
call_take_out (MskSession *session, GError **error)
{
  msk_destruction_desk_take_out (session, 99, MSK_STOCK_COPY, 1, error);
}

static void
call_propose (MskSession *session, GError **error)
{
  msk_destruction_desk_propose (session, 99, error);
}

static void
call_approve (MskSession *session, GError **error)
{
  msk_destruction_desk_approve (session, 99, error);
}

static void
call_refuse (MskSession *session, GError **error)
{
  msk_destruction_desk_refuse (session, 99, "x", error);
}

static void
call_cancel (MskSession *session, GError **error)
{
  msk_destruction_desk_cancel (session, 99, "x", error);
}

static void
call_begin (MskSession *session, GError **error)
{
  msk_destruction_desk_begin (session, 99, MSK_DESTRUCTION_SHRED, "x", &nobody, error);
}

static void
call_end (MskSession *session, GError **error)
{
  msk_destruction_desk_end (session, 99, "", &nobody, error);
}

static void
call_sheet (MskSession *session, GError **error)
{
  g_autoptr(GBytes) sheet = msk_report_desk_make_as (session, MSK_REPORT_DESTRUCTION, 99,
                                                      MSK_REPORT_PDF, error);
}

static void
call_send_back (MskSession *session, GError **error)
{
  const MskOriginatorDraft draft = { 0 };
  g_autoptr(GListStore) things = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);
  gint64 id;

  msk_originator_desk_send_back (session, &draft, G_LIST_MODEL (things), &nobody, &id, error);
}

static void
call_take (MskSession *session, GError **error)
{
  g_autoptr(GListStore) items = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);

  unref_object (msk_originator_desk_take (session, items, "x", error));
}

static void
call_choose (MskSession *session, GError **error)
{
  g_autoptr(GListStore) items = g_list_store_new (MSK_TYPE_DESTRUCTION_ITEM);

  unref_object (msk_originator_desk_choose (session, items, MSK_STOCK_COPY, 1, error));
}

static void
call_returns (MskSession *session, GError **error)
{
  unref_array (msk_originator_desk_list (session, error));
}

static void
call_return_items (MskSession *session, GError **error)
{
  unref_array (msk_originator_desk_list_items (session, 99, error));
}

static void
call_slip (MskSession *session, GError **error)
{
  g_autoptr(GBytes) slip = msk_report_desk_make_as (session, MSK_REPORT_ORIGINATOR, 99,
                                                     MSK_REPORT_PDF, error);
}

const RoleRow role_rows_destruction[] = {
  { "destroy-start", call_start, O | C },
  { "destroy-list", call_list, READERS },
  { "destroy-get", call_get, READERS },
  { "destroy-items", call_items, READERS },
  { "destroy-add", call_add, O | C },
  { "destroy-add-typed", call_add_typed, O | C },
  { "destroy-take-out", call_take_out, O | C },
  { "destroy-propose", call_propose, O | C },
  { "destroy-approve", call_approve, L },
  { "destroy-refuse", call_refuse, L },
  { "destroy-cancel", call_cancel, O | L | C },
  { "destroy-begin", call_begin, C | S },
  { "destroy-scan", call_scan, C | S },
  { "destroy-scan-typed", call_scan_typed, C | S },
  { "destroy-end", call_end, C | S },
  { "destroy-sheet", call_sheet, READERS },
  { "originator-send-back", call_send_back, C },
  { "originator-take", call_take, C },
  { "originator-choose", call_choose, C },
  { "originator-list", call_returns, READERS },
  { "originator-items", call_return_items, READERS },
  { "originator-slip", call_slip, C },
  { NULL },
};
