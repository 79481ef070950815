/* One run of a printer over sheets of labels with tags (C4, M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-label-run.h"

#include <glib/gi18n-lib.h>

#include "msk-designated-printer.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-print-desk-private.h"

typedef struct
{
  MskSession *session;
  const MskLabelling *labelling;
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

static GBytes *
draw_sheet (Run *run, guint begin, GPtrArray *things, GArray *serials, GError **error)
{
  const guint parts = run->labelling->n_parts;
  g_autofree MskLabel *labels = g_new0 (MskLabel, things->len * parts);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < things->len; i++)
    {
      const guint number = g_array_index (run->numbers, guint, begin + i);
      char *code = msk_session_dup_code (run->session, run->labelling->tag,
                                         g_array_index (serials, gint64, i), 1);
      MskLabelWords words = { NULL };

      run->labelling->tell (g_ptr_array_index (things, i), &words);
      g_ptr_array_add (texts, words.kind);
      g_ptr_array_add (texts, code);
      for (guint part = 0; part < parts; part++)
        labels[i * parts + part] = (MskLabel){ number, words.kind, words.parts[part], code };
    }

  return msk_label_sheet_draw (run->labelling->use, labels, things->len * parts, error);
}

/* One thing's new label in the register; the one before is void from here on. */
static gboolean
put_label (Run *run,
           MskTransaction *transaction,
           guint number,
           gpointer thing,
           Sheet *sheet,
           GError **error)
{
  gint64 serial;

  if (!run->labelling->check (thing, error) ||
      !msk_meeting_store_take_serial (transaction, &serial, error))
    return FALSE;

  g_array_append_val (sheet->serials, serial);
  return run->labelling->put (transaction, number, serial, run->designated->name,
                              run->designated->place, error);
}

/* The labels are in the register as sent before the printer hears of them. */
static gboolean
register_sheet (Run *run, guint begin, guint end, Sheet *sheet, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

  if (!run->labelling->begin (run->session, run->labelling->act, &transaction, error) ||
      !msk_session_ensure_serials (run->session, &transaction, end - begin, error))
    return FALSE;

  sheet->serials = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = begin; i < end; i++)
    {
      const guint number = g_array_index (run->numbers, guint, i);
      gpointer thing = run->labelling->get (transaction.database, number, error);

      if (thing == NULL)
        return FALSE;
      g_ptr_array_add (things, thing);
      if (!put_label (run, &transaction, number, thing, sheet, error))
        return FALSE;
    }

  sheet->document = draw_sheet (run, begin, things, sheet->serials, error);
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
  const MskLabelling *labelling = run->labelling;
  const MskAttempt state = get_label_state (outcome);

  if (!msk_session_begin (run->session, labelling->act, &transaction, error))
    return FALSE;

  for (guint i = 0; i < sheet->serials->len; i++)
    {
      const gint64 serial = g_array_index (sheet->serials, gint64, i);
      g_autofree char *subject =
          labelling->dup_subject (g_array_index (run->numbers, guint, begin + i));
      g_autofree char *serial_text = g_strdup_printf ("%" G_GINT64_FORMAT, serial);

      if (!labelling->set (&transaction, serial, state, error) ||
          !msk_ledger_append (&transaction, labelling->act, subject, error, labelling->word,
                              msk_enum_get_name (MSK_TYPE_ATTEMPT, (int) state), "serial",
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

  g_prefix_error (&trouble,
                  run->labelling->use == MSK_LABEL_DEVICE ? _ ("The device tags from number %05u: ")
                                                          : _ ("The labels from number %04u: "),
                  g_array_index (run->numbers, guint, begin));
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

gboolean
msk_label_run (MskSession *session,
               const MskLabelling *labelling,
               GArray *numbers,
               const char *printer,
               MskPrintResult *result,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr(MskDesignatedPrinter) designated = NULL;
  g_autoptr(MskPrinter) object = NULL;
  const guint capacity = msk_label_sheet_get_capacity (labelling->use, error) / labelling->n_parts;
  Run run;

  g_return_val_if_fail (labelling != NULL && numbers != NULL && printer != NULL && result != NULL,
                        FALSE);

  *result = (MskPrintResult){ .left = numbers->len };
  if (capacity == 0 || msk_session_require_meeting (session, labelling->act, error) == NULL)
    return FALSE;

  designated = msk_designated_printer_find (session, printer, error);
  if (designated == NULL)
    return FALSE;

  object = msk_designated_printer_make (designated);
  if (!msk_printer_check (object, cancellable, error))
    return FALSE;

  run = (Run){ session, labelling, designated, numbers };
  for (guint begin = 0; begin < numbers->len; begin += capacity)
    if (!print_sheet (&run, object, begin, MIN (begin + capacity, numbers->len), result,
                      cancellable, error))
      return FALSE;

  return TRUE;
}
