/* Asks how many sheets lie at the printer after a run, and why a count differs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-count-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-count-desk.h"
#include "msk-error.h"
#include "msk-room-state.h"
#include "msk-text-form.h"

/* More than any run has. */
#define SHEETS_MAX 1000000

static gboolean
is_due (MskPrintRun *run, gboolean explain)
{
  const MskCountStanding standing = msk_print_run_get_standing (run);

  return explain ? standing == MSK_COUNT_OPEN
                 : standing == MSK_COUNT_WAITING || standing == MSK_COUNT_AGAIN ||
                       standing == MSK_COUNT_OPEN;
}

MskPrintRun *
msk_count_ask_dup_due (MskSession *session, gboolean explain)
{
  g_autoptr(GPtrArray) runs = msk_count_desk_list_runs (session, NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (is_due (g_ptr_array_index (runs, i), explain))
      return g_object_ref (g_ptr_array_index (runs, i));

  return NULL;
}

/* What was counted is on record; the form stays open and says what comes next. */
static gboolean
tell_difference (MskPrintRun *run, GError **error)
{
  if (msk_print_run_may_tell (run))
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SHEETS_NOT_COUNTED,
                 _ ("This is on record: %u sheets counted, %u expected. Look for what is missing "
                    "or "
                    "too many and count again, or have the security officer explain it."),
                 run->counted, run->expected);
  else
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SHEETS_NOT_COUNTED,
                         _ ("This is on record, and it is not the number that the register "
                            "expects: "
                            "count every sheet again."));
  return FALSE;
}

static gboolean
count_sheets (MskPage *page,
              GPtrArray *subjects,
              const char *first,
              const char *second,
              GError **error)
{
  MskPrintRun *run = g_ptr_array_index (subjects, 0);
  g_autofree char *digits = g_strstrip (g_strdup (first));
  g_autoptr(MskPrintRun) counted = NULL;
  guint64 sheets;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, SHEETS_MAX, &sheets, NULL))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("This is no number of sheets: enter it in digits."));
      return FALSE;
    }

  counted = msk_count_desk_count (msk_page_get_session (page), run->id, (guint) sheets, error);
  if (counted == NULL)
    return FALSE;

  return msk_print_run_is_settled (counted) || tell_difference (counted, error);
}

static gboolean
explain_count (MskPage *page,
               GPtrArray *subjects,
               const char *first,
               const char *second,
               GError **error)
{
  MskPrintRun *run = g_ptr_array_index (subjects, 0);

  return msk_count_desk_explain (msk_page_get_session (page), run->id, first, error);
}

static char *
dup_explanation (MskPrintRun *run, gboolean explain)
{
  return explain ? g_strdup_printf (_ ("Print run %u, paper %s, at %s: %u sheets counted, %u "
                                       "expected."),
                                    (guint) run->id, msk_room_state_get_paper (run), run->place,
                                    run->counted, run->expected)
                 : g_strdup_printf (_ ("Print run %u, paper %s, at %s: count every sheet that came "
                                       "out, "
                                       "good, spoiled and surplus ones together."),
                                    (guint) run->id, msk_room_state_get_paper (run), run->place);
}

void
msk_count_ask_open (MskPage *page, MskPrintRun *run, gboolean explain)
{
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *explanation = NULL;
  MskTextFormWords words = { 0 };

  g_return_if_fail (MSK_IS_PRINT_RUN (run));

  explanation = dup_explanation (run, explain);
  words.title = explain ? _ ("Explain a Count") : _ ("Count Sheets");
  words.explanation = explanation;
  words.verb = explain ? _ ("_Explain") : _ ("_Record");
  words.first = explain ? _ ("Why the count differs") : _ ("Sheets counted");
  words.apply = explain ? explain_count : count_sheets;
  g_ptr_array_add (subjects, g_object_ref (run));
  msk_text_form_open (page, &words, subjects);
}
