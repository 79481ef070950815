/* What each role may call of the devices' deposit, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-measure-desk.h"

#include "role-rows.h"

static const MskDeviceDraft device_draft = { 99, MSK_DEVICE_PHONE, "", "甲柜" };
static const MskDeviceFinding finding = { 0, "陈", "门厅", "手机" };

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
call_device_none (MskSession *session, GError **error)
{
  msk_device_desk_answer_none (session, 99, error);
}

static void
call_device_settled (MskSession *session, GError **error)
{
  gboolean settled;

  msk_device_desk_is_settled (session, 99, &settled, error);
}

static void
call_device_declare (MskSession *session, GError **error)
{
  msk_device_desk_declare (session, &device_draft, error);
}

static void
call_device_list (MskSession *session, GError **error)
{
  unref_array (msk_device_desk_list (session, error));
}

static void
call_device_get (MskSession *session, GError **error)
{
  unref_object (msk_device_desk_get (session, 99, error));
}

static void
call_device_list_of (MskSession *session, GError **error)
{
  unref_array (msk_device_desk_list_of (session, 99, error));
}

static void
call_device_unclaimed (MskSession *session, GError **error)
{
  unref_array (msk_device_desk_list_unclaimed (session, error));
}

static void
call_device_give_back (MskSession *session, GError **error)
{
  msk_device_desk_give_back (session, 99, 99, "陈", "遗失", error);
}

static void
call_device_void (MskSession *session, GError **error)
{
  msk_device_desk_void (session, 99, "误", error);
}

static void
call_device_claim (MskSession *session, GError **error)
{
  msk_device_desk_claim (session, 99, 99, "承认", error);
}

static void
call_device_found (MskSession *session, GError **error)
{
  gint64 incident;
  guint number;

  msk_device_desk_found (session, &finding, NULL, &incident, &number, error);
}

static void
call_device_tag (MskSession *session, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  MskPrintResult result;

  msk_device_tags_print (session, numbers, "nothing", &result, NULL, error);
}

static void
call_device_confirm (MskSession *session, GError **error)
{
  msk_device_tags_confirm (session, 99, error);
}

static void
call_device_code (MskSession *session, GError **error)
{
  g_free (msk_device_tags_dup_code (session, 99, error));
}

static void
scan_device (MskSession *session, MskDeviceScanMode mode, GError **error)
{
  g_autoptr(MskDeviceScan) scan = msk_device_scan_new (session, mode);

  unref_object (msk_device_scan_take (scan, "barcode", error));
}

static void
call_device_scan_in (MskSession *session, GError **error)
{
  scan_device (session, MSK_DEVICE_SCAN_DEPOSIT, error);
}

static void
call_device_scan_out (MskSession *session, GError **error)
{
  scan_device (session, MSK_DEVICE_SCAN_RETURN, error);
}

static void
call_checklist (MskSession *session, GError **error)
{
  unref_object (msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_BEFORE, error));
}

static void
call_records (MskSession *session, GError **error)
{
  unref_array (msk_measure_desk_list_records (session, "windows-closed", error));
}

static void
call_record (MskSession *session, GError **error)
{
  const MskMeasureDraft draft = { "nothing", MSK_MEASURE_DONE, "陈", 1, "看过" };

  msk_measure_desk_record (session, &draft, error);
}

static void
call_add_liaison (MskSession *session, GError **error)
{
  const MskLiaisonDraft draft = { MSK_DEPARTMENT_GUARD, "", "", 1, "", "" };

  msk_measure_desk_add_liaison (session, &draft, error);
}

static void
call_liaisons (MskSession *session, GError **error)
{
  unref_array (msk_measure_desk_list_liaisons (session, error));
}

static void
call_check_opening (MskSession *session, GError **error)
{
  msk_measure_desk_check_opening (session, error);
}

static void
call_get_opening (MskSession *session, GError **error)
{
  gint64 opened_at;

  msk_measure_desk_get_opening (session, &opened_at, NULL, error);
}

static void
call_open (MskSession *session, GError **error)
{
  msk_measure_desk_open_meeting (session, error);
}

const RoleRow role_rows_devices[] = {
  { "device-none", call_device_none, C },
  { "device-settled", call_device_settled, READERS },
  { "device-declare", call_device_declare, C },
  { "device-list", call_device_list, READERS },
  { "device-get", call_device_get, READERS },
  { "device-list-of", call_device_list_of, READERS },
  { "device-unclaimed", call_device_unclaimed, READERS },
  { "device-give-back", call_device_give_back, C },
  { "device-void", call_device_void, C | S },
  { "device-claim", call_device_claim, S },
  { "device-found", call_device_found, C | S },
  { "device-tag", call_device_tag, C },
  { "device-confirm", call_device_confirm, C },
  { "device-code", call_device_code, C },
  { "device-scan-in", call_device_scan_in, C },
  { "device-scan-out", call_device_scan_out, C },
  { "measure-checklist", call_checklist, READERS },
  { "measure-records", call_records, READERS },
  { "measure-record", call_record, O | L | C | S },
  { "liaison-add", call_add_liaison, O | L | S },
  { "liaison-list", call_liaisons, READERS },
  { "opening-check", call_check_opening, READERS },
  { "opening-get", call_get_opening, READERS },
  { "opening", call_open, L },
  { NULL },
};
