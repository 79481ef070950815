/* Receipts (R1): who signed for what was given out or taken back, and what nobody signed for yet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-designation-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-receipt-private.h"
#include "msk-receipt-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

gboolean
msk_receipt_desk_get_signing (MskSession *session, MskSigning *signing, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database != NULL && msk_receipt_store_get_signing (database, signing, error);
}

gboolean
msk_receipt_desk_set_signing (MskSession *session, MskSigning signing, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_present (session, MSK_ACT_RECEIPT_POLICY, &transaction, error) &&
         msk_receipt_store_set_signing (&transaction, signing, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_receipt_desk_list_unsigned (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) lines = NULL;
  MskSigning signing;

  if (database == NULL || !msk_receipt_store_get_signing (database, &signing, error))
    return NULL;
  if (signing == MSK_SIGNING_NONE)
    return g_ptr_array_new_with_free_func (g_object_unref);

  lines = msk_receipt_store_list_unsigned (database, attendee_id, error);
  return lines == NULL ? NULL : msk_unsigned_collect (lines);
}

static gboolean
is_same_line (MskReceiptLine *one, MskReceiptLine *other)
{
  return one->movement_id == other->movement_id && (one->carrier != 0) == (other->carrier != 0);
}

/* Whether every line of the first is among those of the second. */
static gboolean
are_among (GPtrArray *lines, GPtrArray *others)
{
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < others->len && !found; j++)
        found = is_same_line (g_ptr_array_index (lines, i), g_ptr_array_index (others, j));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* M3: whoever collects a paper has it in their hands, so they are among those whom it is for. */
static gboolean
check_scope (MskDatabase *database, MskAttendee *signer, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MskReceiptLine *line = g_ptr_array_index (lines, i);
      g_autoptr(MskCopy) copy = NULL;
      g_autoptr(MskPaper) paper = NULL;

      if (line->kind != MSK_RECEIPT_ISSUE || line->number == 0)
        continue;

      copy = msk_copy_store_get (database, line->number, error);
      paper = copy == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);
      if (paper == NULL || !msk_paper_check_reader (paper, signer, error))
        return FALSE;
    }

  return TRUE;
}

/* R1. *designation gets 0 for the addressee themselves. */
static gboolean
check_signer (MskDatabase *database,
              gint64 attendee_id,
              gint64 signer_id,
              GPtrArray *lines,
              gint64 *designation,
              GError **error)
{
  g_autoptr(MskAttendee) addressee = msk_attendee_store_get (database, attendee_id, error);
  g_autoptr(MskAttendee) signer = NULL;

  *designation = 0;
  if (addressee == NULL || signer_id == attendee_id)
    return addressee != NULL;

  signer = msk_attendee_store_get (database, signer_id, error);
  return signer != NULL &&
         msk_designation_store_find (database, attendee_id, signer_id, designation, error) &&
         msk_receipt_check_signer (addressee, signer, *designation != 0, error) &&
         msk_attendee_check_admissible (signer, error) &&
         msk_receipt_check_collector (signer, lines, error) &&
         check_scope (database, signer, lines, error);
}

static gboolean
check_still_unsigned (MskDatabase *database, MskUnsigned *what, GError **error)
{
  g_autoptr(GPtrArray) lines =
                 msk_receipt_store_list_unsigned (database, what->attendee_id, error);

  if (lines == NULL)
    return FALSE;
  if (what->lines->len > 0 && are_among (what->lines, lines))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN,
                       _ ("What was shown is signed for already, or was undone meanwhile: look at "
                          "the list of what is not signed for, and have that signed."));
  return FALSE;
}

/* The receipt that was printed for just these lines, or a new one. */
static MskReceipt *
make_one (MskTransaction *transaction, MskUnsigned *group, GError **error)
{
  g_autoptr(MskReceipt) receipt = NULL;
  gint64 number = group->printed_on;

  if (number != 0)
    {
      receipt = msk_receipt_store_get (transaction->database, number, error);
      if (receipt == NULL)
        return NULL;
      if (receipt->kind == group->kind && receipt->lines->len == group->lines->len &&
          are_among (receipt->lines, group->lines))
        return g_steal_pointer (&receipt);
    }

  return msk_receipt_store_make (transaction, group->kind, group->attendee_id, group->lines,
                                 &number, error)
             ? msk_receipt_store_get (transaction->database, number, error)
             : NULL;
}

gint64
msk_receipt_desk_sign (MskSession *session,
                       MskUnsigned *what,
                       gint64 signer_id,
                       MskSignature *signature,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskReceipt) receipt = NULL;
  g_autofree char *strokes = NULL;
  MskReceiptSigning signing = { .way = MSK_RECEIPT_WAY_SCREEN };

  g_return_val_if_fail (MSK_IS_UNSIGNED (what) && MSK_IS_SIGNATURE (signature), 0);

  if (!msk_session_begin_present (session, MSK_ACT_RECEIPT_SIGN, &transaction, error) ||
      !msk_signature_check (signature, error))
    return 0;

  strokes = msk_signature_dup_text (signature);
  signing.strokes = strokes;
  signing.signer_id = signer_id == 0 ? what->attendee_id : signer_id;
  if (!check_still_unsigned (transaction.database, what, error) ||
      !check_signer (transaction.database, what->attendee_id, signing.signer_id, what->lines,
                     &signing.designation_id, error))
    return 0;

  receipt = make_one (&transaction, what, error);
  if (receipt == NULL)
    return 0;

  signing.number = receipt->number;
  return msk_receipt_store_sign (&transaction, &signing, error) &&
                 msk_session_commit (session, &transaction, error)
             ? signing.number
             : 0;
}

/* Every line of it is still to be signed for. */
static gboolean
check_enterable (MskDatabase *database, MskReceipt *receipt, GError **error)
{
  g_autoptr(GPtrArray) lines = NULL;

  if (receipt->is_signed)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_SIGNED,
                           _ ("This receipt is signed already: look at its number again."));
      return FALSE;
    }

  lines = msk_receipt_store_list_unsigned (database, receipt->attendee_id, error);
  if (lines == NULL)
    return FALSE;
  if (are_among (receipt->lines, lines))
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_RECEIPT_OUTDATED,
                       _ ("Something that this receipt lists was undone or signed for otherwise: "
                          "print a new receipt, have that signed, and destroy this one."));
  return FALSE;
}

gboolean
msk_receipt_desk_enter (MskSession *session, gint64 number, gint64 signer_id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskReceipt) receipt = NULL;
  MskReceiptSigning signing = { .number = number, .way = MSK_RECEIPT_WAY_PAPER, .strokes = "" };

  if (!msk_session_begin_present (session, MSK_ACT_RECEIPT_ENTER, &transaction, error))
    return FALSE;

  receipt = msk_receipt_store_get (transaction.database, number, error);
  if (receipt == NULL || !check_enterable (transaction.database, receipt, error))
    return FALSE;

  signing.signer_id = signer_id == 0 ? receipt->attendee_id : signer_id;
  return check_signer (transaction.database, receipt->attendee_id, signing.signer_id,
                       receipt->lines, &signing.designation_id, error) &&
         msk_receipt_store_sign (&transaction, &signing, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_receipt_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_receipt_store_list (database, error);
}

MskReceipt *
msk_receipt_desk_get (MskSession *session, gint64 number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_receipt_store_get (database, number, error);
}

gboolean
msk_receipt_desk_check_unsigned (MskDatabase *database,
                                 gint64 movement_id,
                                 gboolean is_carrier,
                                 GError **error)
{
  gint64 number;

  if (!msk_receipt_store_find_signed (database, movement_id, is_carrier, &number, error))
    return FALSE;
  if (number == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_SIGNED,
               _ ("Receipt %u is signed for this, so it is not undone: take it back, or give it "
                  "out again, and have that signed."),
               (guint) number);
  return FALSE;
}

GPtrArray *
msk_receipt_desk_make_all (MskTransaction *transaction,
                           MskReceiptKind kind,
                           gint64 attendee_id,
                           GError **error)
{
  g_autoptr(GPtrArray) receipts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lines =
                 msk_receipt_store_list_unsigned (transaction->database, attendee_id, error);
  g_autoptr(GPtrArray) groups = lines == NULL ? NULL : msk_unsigned_collect (lines);

  if (groups == NULL)
    return NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      MskUnsigned *group = g_ptr_array_index (groups, i);
      MskReceipt *receipt;

      if (group->kind != kind)
        continue;
      receipt = make_one (transaction, group, error);
      if (receipt == NULL)
        return NULL;
      g_ptr_array_add (receipts, receipt);
    }
  if (receipts->len > 0)
    return g_steal_pointer (&receipts);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN,
                       _ ("There is nothing of this kind that is not signed for."));
  return NULL;
}

static char *
dup_reference (const char *reference, GError **error)
{
  g_autofree char *clean = reference == NULL ? NULL : msk_vetting_dup_field (reference);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A designation needs the reference of the decision, in one line: write "
                          "it down."));
  return NULL;
}

static gboolean
check_designation (MskDatabase *database, gint64 attendee_id, gint64 collector_id, GError **error)
{
  g_autoptr(MskAttendee) addressee = msk_attendee_store_get (database, attendee_id, error);
  g_autoptr(MskAttendee) collector =
                 addressee == NULL ? NULL : msk_attendee_store_get (database, collector_id, error);
  gint64 standing;

  if (collector == NULL || !msk_attendee_check_admissible (addressee, error) ||
      !msk_attendee_check_admissible (collector, error) ||
      !msk_designation_store_find (database, attendee_id, collector_id, &standing, error))
    return FALSE;
  if (attendee_id == collector_id)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("Everybody signs for themselves without a designation: choose somebody "
                            "else."));
  else if (standing != 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_CHANGED,
                         _ ("This person is designated already: look at the list of "
                            "designations."));
  else
    return TRUE;

  return FALSE;
}

gint64
msk_receipt_desk_designate (MskSession *session,
                            gint64 attendee_id,
                            gint64 collector_id,
                            const char *reference,
                            GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;
  gint64 id;

  if (!msk_session_begin_present (session, MSK_ACT_COLLECTOR_DESIGNATE, &transaction, error))
    return 0;

  clean = dup_reference (reference, error);
  return clean != NULL &&
                 check_designation (transaction.database, attendee_id, collector_id, error) &&
                 msk_designation_store_add (&transaction, attendee_id, collector_id, clean, &id,
                                            error) &&
                 msk_session_commit (session, &transaction, error)
             ? id
             : 0;
}

gboolean
msk_receipt_desk_end_designation (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDesignation) designation = NULL;

  if (!msk_session_begin_present (session, MSK_ACT_COLLECTOR_END, &transaction, error))
    return FALSE;

  designation = msk_designation_store_get (transaction.database, id, error);
  if (designation == NULL)
    return FALSE;
  if (designation->ended_at != 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_CHANGED,
                           _ ("This designation has ended already: look at the list of "
                              "designations."));
      return FALSE;
    }

  return msk_designation_store_end (&transaction, id, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_receipt_desk_list_designations (MskSession *session, gboolean only_standing, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_designation_store_list (database, only_standing, error);
}
