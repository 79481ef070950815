/* Asks at the returns how many pages were brought back, and in which condition.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-return-form.h"

typedef struct
{
  MskScanDesk *desk;
  guint number;
  MskReturnAskAnswer answer;
} Ask;

static void
free_ask (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->desk);
  g_free (ask);
}

/* A copy that is back, in full or in part, needs no further count now. */
static gboolean
count_pages (MskPage *page, gpointer data, const MskPageCount *count, GError **error)
{
  Ask *ask = data;
  g_autoptr(GError) lower = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_count (ask->desk, ask->number, count, &lower);

  ask->answer (page, verdict, lower);
  if (verdict != NULL && verdict->movement_id != 0)
    return TRUE;

  if (verdict != NULL)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNT_AGAIN, verdict->text);
  else
    g_propagate_error (error, g_steal_pointer (&lower));
  return FALSE;
}

GtkWidget *
msk_return_ask_open (MskPage *page,
                     MskScanDesk *desk,
                     const MskVerdict *waiting,
                     MskReturnAskAnswer answer)
{
  g_autofree char *number = msk_copy_number_dup_text (waiting->number);
  g_autofree char *explanation =
      g_strdup_printf (_ ("Copy %s, which %s brings back. Count every page without looking up how "
                          "many there should be."),
                       number, waiting->person);
  const MskReturnFormWords words = { _ ("Count the Pages"), explanation, _ ("_Take Back"),
                                     _ ("_Remark, if it is not whole"), count_pages };
  Ask *ask = g_new0 (Ask, 1);

  ask->desk = g_object_ref (desk);
  ask->number = waiting->number;
  ask->answer = answer;
  return msk_return_form_open (page, &words, ask, free_ask);
}
