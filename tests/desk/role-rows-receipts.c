/* What each role may call of receipts, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-desk.h"
#include "msk-sheet-desk.h"

#include "role-rows.h"

static void
unref_array (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
call_unsigned (MskSession *session, GError **error)
{
  unref_array (msk_receipt_desk_list_unsigned (session, 0, error));
}

static void
call_list (MskSession *session, GError **error)
{
  unref_array (msk_receipt_desk_list (session, error));
}

static void
call_get (MskSession *session, GError **error)
{
  g_autoptr(MskReceipt) receipt = msk_receipt_desk_get (session, 99, error);
}

static void
call_sign (MskSession *session, GError **error)
{
  g_autoptr(MskUnsigned) what = g_object_new (MSK_TYPE_UNSIGNED, NULL);
  g_autoptr(MskSignature) signature = msk_signature_new (400);

  msk_receipt_desk_sign (session, what, 0, signature, error);
}

static void
call_enter (MskSession *session, GError **error)
{
  msk_receipt_desk_enter (session, 99, 0, error);
}

static void
call_sheets (MskSession *session, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_RECEIPTS, .receipt = 99 };
  g_autoptr(GBytes) sheet = msk_sheet_desk_make (session, &order, error);
}

static void
call_get_signing (MskSession *session, GError **error)
{
  MskSigning signing;

  msk_receipt_desk_get_signing (session, &signing, error);
}

static void
call_set_signing (MskSession *session, GError **error)
{
  msk_receipt_desk_set_signing (session, MSK_SIGNING_SCREEN, error);
}

static void
call_designate (MskSession *session, GError **error)
{
  msk_receipt_desk_designate (session, 99, 98, "", error);
}

static void
call_end_designation (MskSession *session, GError **error)
{
  msk_receipt_desk_end_designation (session, 99, error);
}

static void
call_designations (MskSession *session, GError **error)
{
  unref_array (msk_receipt_desk_list_designations (session, TRUE, error));
}

const RoleRow role_rows_receipts[] = {
  { "receipt-unsigned", call_unsigned, READERS },
  { "receipt-list", call_list, READERS },
  { "receipt-get", call_get, READERS },
  { "receipt-sign", call_sign, C },
  { "receipt-enter", call_enter, C },
  { "receipt-sheets", call_sheets, C },
  { "receipt-get-signing", call_get_signing, READERS },
  { "receipt-set-signing", call_set_signing, L | S },
  { "receipt-designate", call_designate, L },
  { "receipt-end-designation", call_end_designation, L },
  { "receipt-designations", call_designations, READERS },
  { NULL },
};
