/* What people read and sign on paper: posters, receipts, texts for a signature.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sheet-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-briefing-private.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-notice-desk.h"
#include "msk-poster.h"
#include "msk-receipt-private.h"
#include "msk-receipt-report.h"
#include "msk-receipt-store.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"
#include "msk-sheet-private.h"
#include "msk-text-sheet.h"
#include "msk-text-store.h"

MskAct
msk_sheet_desk_get_act (const MskSheetOrder *order)
{
  switch (order->kind)
    {
    case MSK_SHEET_RECEIPTS:
      return MSK_ACT_RECEIPT_MAKE;
    case MSK_SHEET_TEXT:
      return MSK_ACT_TEXT_SHEET_MAKE;
    case MSK_SHEET_POSTER:
    default:
      return MSK_ACT_POSTER_MAKE;
    }
}

/* What a ledger entry says of the printer; the details end where there is none. */
#define PRINTER_DETAILS(designated, outcome)                                                       \
  designated != NULL ? "printer" : NULL, designated != NULL ? designated->name : NULL, "place",    \
      designated != NULL ? designated->place : NULL, "outcome",                                    \
      msk_enum_get_name (MSK_TYPE_PRINT_OUTCOME, (int) outcome), NULL

static gboolean
append_receipts (MskTransaction *transaction,
                 const char *reference,
                 const MskDesignatedPrinter *designated,
                 MskPrintOutcome outcome,
                 GError **error)
{
  return msk_ledger_append (transaction, MSK_ACT_RECEIPT_MAKE,
                            reference != NULL ? reference : "receipt", error,
                            PRINTER_DETAILS (designated, outcome));
}

static gboolean
append_poster (MskTransaction *transaction,
               const MskSheetOrder *order,
               const char *reference,
               const MskDesignatedPrinter *designated,
               MskPrintOutcome outcome,
               GError **error)
{
  g_autofree char *version = g_strdup_printf ("%u", order->version);

  return msk_ledger_append (transaction, MSK_ACT_POSTER_MAKE,
                            reference != NULL ? reference : "notice", error, "rule",
                            msk_enum_get_name (MSK_TYPE_RECORDING, (int) order->rule), "size",
                            msk_enum_get_name (MSK_TYPE_MEDIA, (int) order->media), "version",
                            version, PRINTER_DETAILS (designated, outcome));
}

/* How many there are, and never whose. */
static gboolean
append_text (MskTransaction *transaction,
             const MskSheetOrder *order,
             const char *reference,
             const MskDesignatedPrinter *designated,
             MskPrintOutcome outcome,
             GError **error)
{
  g_autofree char *version = g_strdup_printf ("%u", order->version);
  g_autofree char *sheets = g_strdup_printf ("%u", order->sheets);

  return msk_ledger_append (transaction, MSK_ACT_TEXT_SHEET_MAKE,
                            reference != NULL ? reference : "text", error, "kind",
                            msk_enum_get_name (MSK_TYPE_TEXT_KIND, (int) order->text), "post",
                            msk_enum_get_name (MSK_TYPE_POST, (int) order->post), "version",
                            version, "sheets", sheets, PRINTER_DETAILS (designated, outcome));
}

static gboolean
append (MskTransaction *transaction,
        const MskSheetOrder *order,
        const char *reference,
        const MskDesignatedPrinter *designated,
        MskPrintOutcome outcome,
        GError **error)
{
  switch (order->kind)
    {
    case MSK_SHEET_RECEIPTS:
      return append_receipts (transaction, reference, designated, outcome, error);
    case MSK_SHEET_TEXT:
      return append_text (transaction, order, reference, designated, outcome, error);
    case MSK_SHEET_POSTER:
    default:
      return append_poster (transaction, order, reference, designated, outcome, error);
    }
}

gboolean
msk_sheet_desk_record (MskSession *session,
                       const MskSheetOrder *order,
                       const char *reference,
                       const MskDesignatedPrinter *designated,
                       MskPrintOutcome outcome,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin (session, msk_sheet_desk_get_act (order), &transaction, error) &&
         append (&transaction, order, reference, designated, outcome, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Whoever looked at one version does not get another. */
static gboolean
check_version (MskSheetOrder *order, guint in_force, GError **error)
{
  if (order->version == 0 || order->version == in_force)
    {
      order->version = in_force;
      return TRUE;
    }

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TEXT_NOT_IN_FORCE,
               _ ("Version %u of this text is not in force: look at version %u, and print that."),
               order->version, in_force);
  return FALSE;
}

static GBytes *
draw_poster (MskSession *session, MskSheetOrder *order, GError **error)
{
  g_autoptr(MskNotice) notice = msk_notice_desk_get_rule (session, order->rule, error);
  MskPoster poster = { .rule = order->rule, .media = order->media };

  if (notice == NULL || !check_version (order, notice->version, error))
    return NULL;

  poster.chinese = notice->chinese;
  poster.english = notice->english;
  poster.version = notice->version;
  return msk_poster_draw (&poster, error);
}

static GPtrArray *
find_receipts (MskTransaction *transaction, const MskSheetOrder *order, GError **error)
{
  g_autoptr(GPtrArray) receipts = NULL;
  MskReceipt *receipt;

  if (order->receipt == 0)
    return msk_receipt_desk_make_all (transaction, order->receipt_kind, order->attendee_id, error);

  receipt = msk_receipt_store_get (transaction->database, order->receipt, error);
  if (receipt == NULL)
    return NULL;
  receipts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (receipts, receipt);
  return g_steal_pointer (&receipts);
}

/* A number is given only to what could be drawn. */
static GBytes *
make_receipts (MskSession *session, const MskSheetOrder *order, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) receipts = NULL;
  g_autoptr(GBytes) document = NULL;

  if (!msk_session_begin_present (session, MSK_ACT_RECEIPT_MAKE, &transaction, error))
    return NULL;

  receipts = find_receipts (&transaction, order, error);
  document = receipts == NULL
                 ? NULL
                 : msk_receipt_report_draw (msk_session_get_meeting (session), receipts, error);
  return document != NULL &&
                 append_receipts (&transaction, NULL, NULL, MSK_PRINT_OUTCOME_NOT_SENT, error) &&
                 msk_session_commit (session, &transaction, error)
             ? g_steal_pointer (&document)
             : NULL;
}

/* Those who sign, in the order in which they are wanted; at least one. */
static GPtrArray *
find_people (MskDatabase *database, const MskSheetOrder *order, GError **error)
{
  const MskAcknowledgeDraft draft = { .kind = order->text,
                                      .post = order->post,
                                      .inside = order->inside };
  g_autoptr(GArray) ids = msk_briefing_desk_dup_people (database, &draft, order->people, error);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN,
                           _ ("Nobody owes this text who may take note of it: choose people, or "
                              "another text."));
      return NULL;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      MskAttendee *person =
          msk_attendee_store_get (database, g_array_index (ids, gint64, i), error);

      if (person == NULL)
        return NULL;
      g_ptr_array_add (people, person);
    }
  return g_steal_pointer (&people);
}

static GBytes *
draw_text (MskSession *session, MskDatabase *database, MskSheetOrder *order, GError **error)
{
  g_autoptr(MskTextVersion) text = msk_text_store_get (database, order->text, order->post, error);
  g_autoptr(GPtrArray) people = NULL;

  if (text == NULL || !check_version (order, text->number, error))
    return NULL;
  if (!order->unnamed)
    {
      people = find_people (database, order, error);
      if (people == NULL)
        return NULL;
    }

  order->sheets = people == NULL ? 1 : people->len;
  return msk_text_sheet_draw (msk_session_get_meeting (session), text, people, error);
}

static GBytes *
make_text (MskSession *session, MskSheetOrder *order, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_TEXT_SHEET_MAKE, error);
  g_autoptr(GBytes) document = NULL;

  g_return_val_if_fail ((order->text == MSK_TEXT_DUTY) == (order->post != MSK_POST_NONE), NULL);
  g_return_val_if_fail (!order->unnamed || order->text == MSK_TEXT_DUTY, NULL);

  document = database == NULL ? NULL : draw_text (session, database, order, error);
  return document != NULL && msk_sheet_desk_record (session, order, NULL, NULL,
                                                    MSK_PRINT_OUTCOME_NOT_SENT, error)
             ? g_steal_pointer (&document)
             : NULL;
}

static GBytes *
make_poster (MskSession *session, MskSheetOrder *order, GError **error)
{
  g_autoptr(GBytes) document = NULL;

  if (msk_session_require_meeting (session, MSK_ACT_POSTER_MAKE, error) == NULL)
    return NULL;

  document = draw_poster (session, order, error);
  return document != NULL && msk_sheet_desk_record (session, order, NULL, NULL,
                                                    MSK_PRINT_OUTCOME_NOT_SENT, error)
             ? g_steal_pointer (&document)
             : NULL;
}

GBytes *
msk_sheet_desk_make (MskSession *session, MskSheetOrder *order, GError **error)
{
  g_return_val_if_fail (MSK_IS_SESSION (session) && order != NULL, NULL);

  switch (order->kind)
    {
    case MSK_SHEET_RECEIPTS:
      return make_receipts (session, order, error);
    case MSK_SHEET_TEXT:
      return make_text (session, order, error);
    case MSK_SHEET_POSTER:
    default:
      return make_poster (session, order, error);
    }
}

char *
msk_sheet_desk_write (MskSession *session, MskSheetOrder *order, const char *path, GError **error)
{
  static const char *const stems[] = {
    [MSK_SHEET_POSTER] = "poster",
    [MSK_SHEET_RECEIPTS] = "receipts",
    [MSK_SHEET_TEXT] = "sheets",
  };
  g_autoptr(GBytes) document = msk_sheet_desk_make (session, order, error);

  return msk_report_desk_write_document (session, stems[order->kind], document, path, error);
}
