/* The forms about a turn: its end, and what is taken out of the folder in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-turn-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-desk.h"
#include "msk-error.h"
#include "msk-fields-form.h"

typedef struct
{
  MskScanDesk *desk;
  guint number;
  MskTurnAskAnswer answer;
} End;

static void
free_end (gpointer data)
{
  End *end = data;

  g_object_unref (end->desk);
  g_free (end);
}

/* A refusal is shown in the form, which stays, and where verdicts are. */
static gboolean
end_turn (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  End *end = data;
  g_autoptr(GError) lower = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint pages;

  if (!msk_fields_form_parse_count (values[0], &pages, error))
    return FALSE;

  verdict = msk_scan_desk_end_turn (end->desk, end->number, pages, values[1], &lower);
  if (end->answer != NULL)
    end->answer (page, verdict, lower);
  if (verdict != NULL && verdict->tone == MSK_TONE_DONE)
    return TRUE;

  if (verdict != NULL)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_IN_TURN, verdict->text);
  else
    g_propagate_error (error, g_steal_pointer (&lower));
  return FALSE;
}

GtkWidget *
msk_turn_ask_end (MskPage *page, MskScanDesk *desk, const MskTurn *turn, MskTurnAskAnswer answer)
{
  const char *const fields[] = { _ ("_Pages counted"), _ ("Reader’s _signature: full name"), NULL };
  g_autofree char *number = msk_copy_number_dup_text (turn->number);
  g_autofree char *explanation =
      g_strdup_printf (_ ("Copy %s, which %s has read. Count every page of it, and let the reader "
                          "write the full name: whoever signs for it was the reader."),
                       number, turn->reader);
  const MskFieldsWords words = { _ ("End the Turn"), explanation, _ ("_End"), fields, end_turn };
  End *end = g_new0 (End, 1);

  end->desk = g_object_ref (desk);
  end->number = turn->number;
  end->answer = answer;
  return msk_fields_form_open (page, &words, NULL, end, free_end);
}

static gboolean
give_slip (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskLoanDraft draft = { .what = values[0], .purpose = values[2] };

  return msk_fields_form_parse_count (values[1], &draft.sheets, error) &&
         msk_circulation_desk_give_slip (msk_page_get_session (page), GPOINTER_TO_UINT (data),
                                         &draft, error) != 0;
}

void
msk_turn_ask_slip (MskPage *page, const MskTurn *turn)
{
  const char *const fields[] = { _ ("_What is taken out"), _ ("_Sheets"),
                                 _ ("_Purpose, and where it goes"), NULL };
  g_autofree char *number = msk_copy_number_dup_text (turn->number);
  g_autofree char *explanation =
      g_strdup_printf (_ ("You consent that %s takes something of copy %s out of the folder. The "
                          "slip lies in its place until it is back."),
                       turn->reader, number);
  const MskFieldsWords words = { _ ("Loan Slip"), explanation, _ ("_Consent"), fields, give_slip };

  msk_fields_form_open (page, &words, NULL, GUINT_TO_POINTER (turn->number), NULL);
}

static gboolean
take_slip_back (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  guint sheets;

  return msk_fields_form_parse_count (values[0], &sheets, error) &&
         msk_circulation_desk_take_slip_back (msk_page_get_session (page), MSK_LOAN_SLIP (data)->id,
                                              sheets, error);
}

void
msk_turn_ask_slip_back (MskPage *page, const MskLoanSlip *slip)
{
  const char *const fields[] = { _ ("_Sheets counted"), NULL };
  g_autofree char *number = msk_copy_number_dup_text (slip->number);
  g_autofree char *explanation = g_strdup_printf (_ ("What slip %u is for, of copy %s: count it, "
                                                     "and put it back into the folder."),
                                                  (guint) slip->id, number);
  const MskFieldsWords words = { _ ("Given Back"), explanation, _ ("_Close Slip"), fields,
                                 take_slip_back };

  msk_fields_form_open (page, &words, NULL, g_object_ref ((gpointer) slip), g_object_unref);
}
