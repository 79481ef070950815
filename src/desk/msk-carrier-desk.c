/* Carriers that are no copy of a paper (C4): registered, labelled, given up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-designated-printer.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-label-sheet.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"
#include "msk-tag-key.h"
#include "msk-vetting-private.h"

/* Who registers more at once has mistyped. */
#define ADD_MAX 1000

/* One run of the printer over the labels of several carriers. */
typedef struct
{
  MskSession *session;
  MskDesignatedPrinter *designated;
  GArray *numbers;
} Run;

/* The labels of one sheet. */
typedef struct
{
  GArray *serials; /* of gint64 */
  GBytes *document;
} Sheet;

static void
clear_sheet (Sheet *sheet)
{
  g_clear_pointer (&sheet->serials, g_array_unref);
  g_clear_pointer (&sheet->document, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

static gboolean
check_count (guint count, GError **error)
{
  if (count >= 1 && count <= ADD_MAX)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("From 1 to %d carriers are registered at a time: correct the number."), ADD_MAX);
  return FALSE;
}

guint
msk_carrier_desk_add (MskSession *session,
                      const MskCarrierDraft *draft,
                      guint count,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *description = NULL;
  g_autofree char *source = NULL;
  MskCarrierDraft clean;
  guint first = 0;

  g_return_val_if_fail (draft != NULL && draft->description != NULL && draft->source != NULL, 0);

  description = msk_vetting_dup_field (draft->description);
  source = msk_vetting_dup_field (draft->source);
  clean = *draft;
  clean.description = description;
  clean.source = source;
  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_ADD, &transaction, error) ||
      !check_count (count, error) || !msk_carrier_check_draft (&clean, error))
    return 0;

  for (guint i = 0; i < count; i++)
    {
      guint number;

      if (!msk_carrier_store_add (&transaction, &clean, &number, error))
        return 0;
      first = first == 0 ? number : first;
    }

  return msk_session_commit (session, &transaction, error) ? first : 0;
}

GPtrArray *
msk_carrier_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_carrier_store_list (database, error);
}

MskCarrier *
msk_carrier_desk_get (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_carrier_store_get (database, number, error);
}

gboolean
msk_carrier_desk_get_balance (MskSession *session, MskBalance *balance, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (balance != NULL, FALSE);

  return database != NULL && msk_carrier_store_get_balance (database, balance, error);
}

static void
write_code (MskSession *session, gint64 serial, char code[MSK_TAG_LENGTH + 1])
{
  MskTag tag = { MSK_TAG_KIND_CARRIER, serial, 1, 0 };

  msk_tag_key_sign (msk_vault_get_tag_key (msk_session_get_vault (session)), &tag);
  msk_tag_write (&tag, code);
}

static GBytes *
draw_sheet (MskSession *session, GPtrArray *carriers, GArray *serials, GError **error)
{
  g_autofree MskLabel *labels = g_new0 (MskLabel, carriers->len);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < carriers->len; i++)
    {
      const MskCarrier *carrier = g_ptr_array_index (carriers, i);
      char *kind = msk_carrier_kind_dup_words (carrier->kind);
      char *code = g_new0 (char, MSK_TAG_LENGTH + 1);

      write_code (session, g_array_index (serials, gint64, i), code);
      g_ptr_array_add (texts, kind);
      g_ptr_array_add (texts, code);
      labels[i] = (MskLabel){ carrier->number, kind, msk_level_get_label (carrier->level), code };
    }

  return msk_label_sheet_draw (labels, carriers->len, error);
}

/* One carrier's new label in the register; the one before is void from here on. */
static gboolean
put_label (Run *run, MskTransaction *transaction, MskCarrier *carrier, Sheet *sheet, GError **error)
{
  gint64 serial;

  if (!msk_carrier_check_labellable (carrier, error) ||
      !msk_meeting_store_take_serial (transaction, &serial, error))
    return FALSE;

  g_array_append_val (sheet->serials, serial);
  return msk_carrier_store_put_label (transaction, carrier->number, serial, run->designated->name,
                                      run->designated->place, error);
}

/* The labels are in the register as sent before the printer hears of them. */
static gboolean
register_sheet (Run *run, guint begin, guint end, Sheet *sheet, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) carriers = g_ptr_array_new_with_free_func (g_object_unref);

  if (!msk_session_begin_moving (run->session, MSK_ACT_CARRIER_LABEL, &transaction, error) ||
      !msk_session_ensure_serials (run->session, &transaction, end - begin, error))
    return FALSE;

  sheet->serials = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = begin; i < end; i++)
    {
      MskCarrier *carrier = msk_carrier_store_get (transaction.database,
                                                   g_array_index (run->numbers, guint, i), error);

      if (carrier == NULL)
        return FALSE;
      g_ptr_array_add (carriers, carrier);
      if (!put_label (run, &transaction, carrier, sheet, error))
        return FALSE;
    }

  sheet->document = draw_sheet (run->session, carriers, sheet->serials, error);
  return sheet->document != NULL && msk_session_commit (run->session, &transaction, error);
}

/* A label that was certainly not printed is void: a new one has another tag. */
static MskAttempt
get_label_state (MskPrintOutcome outcome)
{
  switch (outcome)
    {
    case MSK_PRINT_OUTCOME_PRINTED:
      return MSK_ATTEMPT_PRINTED;
    case MSK_PRINT_OUTCOME_NOT_SENT:
      return MSK_ATTEMPT_VOID;
    case MSK_PRINT_OUTCOME_UNCERTAIN:
    default:
      return MSK_ATTEMPT_UNCERTAIN;
    }
}

static gboolean
record_sheet (Run *run, guint begin, Sheet *sheet, MskPrintOutcome outcome, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const MskAttempt label = get_label_state (outcome);

  if (!msk_session_begin (run->session, MSK_ACT_CARRIER_LABEL, &transaction, error))
    return FALSE;

  for (guint i = 0; i < sheet->serials->len; i++)
    {
      const gint64 serial = g_array_index (sheet->serials, gint64, i);
      g_autofree char *subject =
          g_strdup_printf ("carrier %04u", g_array_index (run->numbers, guint, begin + i));
      g_autofree char *serial_text = g_strdup_printf ("%" G_GINT64_FORMAT, serial);

      if (!msk_carrier_store_set_label (&transaction, serial, label, error) ||
          !msk_ledger_append (&transaction, MSK_ACT_CARRIER_LABEL, subject, error, "label",
                              msk_enum_get_name (MSK_TYPE_ATTEMPT, (int) label), "serial",
                              serial_text, NULL))
        return FALSE;
    }

  return msk_session_commit (run->session, &transaction, error);
}

static gboolean
print_sheet (Run *run,
             MskPrinter *printer,
             guint begin,
             guint end,
             MskPrintResult *result,
             GCancellable *cancellable,
             GError **error)
{
  g_auto(Sheet) sheet = { NULL };
  g_autofree char *reference = NULL;
  g_autoptr(GError) trouble = NULL;
  MskPrintOutcome outcome;

  if (!register_sheet (run, begin, end, &sheet, error))
    return FALSE;

  reference = g_strdup_printf ("%09" G_GINT64_FORMAT, g_array_index (sheet.serials, gint64, 0));
  outcome = msk_printer_print (printer, sheet.document, reference, cancellable, &trouble);
  if (!record_sheet (run, begin, &sheet, outcome, error))
    return FALSE;

  result->printed += outcome == MSK_PRINT_OUTCOME_PRINTED ? end - begin : 0;
  result->uncertain += outcome == MSK_PRINT_OUTCOME_UNCERTAIN ? end - begin : 0;
  result->left -= outcome == MSK_PRINT_OUTCOME_NOT_SENT ? 0 : end - begin;
  if (trouble == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

gboolean
msk_carrier_desk_print_labels (MskSession *session,
                               GArray *numbers,
                               const char *printer,
                               MskPrintResult *result,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr(MskDesignatedPrinter) designated = NULL;
  g_autoptr(MskPrinter) object = NULL;
  const guint capacity = msk_label_sheet_get_capacity (error);
  Run run;

  g_return_val_if_fail (numbers != NULL && printer != NULL && result != NULL, FALSE);

  *result = (MskPrintResult){ .left = numbers->len };
  if (capacity == 0 || msk_session_require_meeting (session, MSK_ACT_CARRIER_LABEL, error) == NULL)
    return FALSE;

  designated = msk_designated_printer_find (session, printer, error);
  if (designated == NULL)
    return FALSE;

  object = msk_designated_printer_make (designated);
  if (!msk_printer_check (object, cancellable, error))
    return FALSE;

  run = (Run){ session, designated, numbers };
  for (guint begin = 0; begin < numbers->len; begin += capacity)
    if (!print_sheet (&run, object, begin, MIN (begin + capacity, numbers->len), result,
                      cancellable, error))
      return FALSE;

  return TRUE;
}

static gboolean
move (MskTransaction *transaction,
      MskCarrier *carrier,
      MskAct act,
      MskCopyState to,
      const char *reason,
      GError **error)
{
  MskMovement movement = { .number = carrier->number,
                           .act = act,
                           .from = carrier->state,
                           .to = to,
                           .remark = reason };

  return msk_carrier_store_move (transaction, &movement, error);
}

gboolean
msk_carrier_desk_spoil (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) carrier = NULL;
  g_autofree char *clean = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_SPOIL, &transaction, error))
    return FALSE;

  carrier = msk_carrier_store_get (transaction.database, number, error);
  clean = carrier == NULL || !msk_carrier_check_spoilable (carrier, error)
              ? NULL
              : msk_print_desk_dup_reason (reason, error);
  return clean != NULL &&
         move (&transaction, carrier, MSK_ACT_CARRIER_SPOIL, MSK_COPY_SPOILED, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_carrier_desk_void (MskSession *session, guint number, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) carrier = NULL;
  g_autofree char *clean = NULL;
  gboolean labelled;

  if (!msk_session_begin_moving (session, MSK_ACT_CARRIER_VOID, &transaction, error))
    return FALSE;

  carrier = msk_carrier_store_get (transaction.database, number, error);
  if (carrier == NULL ||
      !msk_carrier_store_was_labelled (transaction.database, number, &labelled, error))
    return FALSE;

  clean = msk_carrier_check_voidable (carrier, labelled, error)
              ? msk_print_desk_dup_reason (reason, error)
              : NULL;
  return clean != NULL &&
         (carrier->serial == 0 || carrier->label == MSK_ATTEMPT_VOID ||
          msk_carrier_store_set_label (&transaction, carrier->serial, MSK_ATTEMPT_VOID, error)) &&
         move (&transaction, carrier, MSK_ACT_CARRIER_VOID, MSK_COPY_VOID, clean, error) &&
         msk_session_commit (session, &transaction, error);
}

char *
msk_carrier_desk_dup_code (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_CARRIER_CONFIRM, error);
  g_autoptr(MskCarrier) carrier =
                 database == NULL ? NULL : msk_carrier_store_get (database, number, error);
  char code[MSK_TAG_LENGTH + 1];

  if (carrier == NULL)
    return NULL;
  if (carrier->serial == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("This carrier has no label: print one first."));
      return NULL;
    }

  write_code (session, carrier->serial, code);
  return g_strdup (code);
}
