/* The form in which the role that may decides that something is issued all the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-fields-form.h"
#include "msk-override-desk.h"

typedef struct
{
  MskScanDesk *desk;
  MskVerdict *refusal;
  MskOverrideAskAnswer answer;
} Ask;

static void
free_ask (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->desk);
  g_object_unref (ask->refusal);
  g_free (ask);
}

/* What was decided is over when it was refused for another reason: that is for the desk to show. */
static gboolean
decide (MskForm *form,
        gpointer data,
        const char *const *values,
        const MskCosigner *cosigner,
        GError **error)
{
  Ask *ask = data;
  g_autoptr(MskVerdict) verdict =
                 msk_scan_desk_override (ask->desk, ask->refusal, cosigner, values[0], error);

  if (verdict == NULL)
    return FALSE;

  ask->answer (msk_form_get_page (form), verdict, NULL);
  return TRUE;
}

gboolean
msk_override_ask_may (const MskVerdict *verdict)
{
  return verdict != NULL && verdict->decidable && verdict->attendee_id != 0 &&
         (verdict->number != 0 || verdict->carrier != 0);
}

GtkWidget *
msk_override_ask_open (MskPage *page,
                       MskScanDesk *desk,
                       MskVerdict *refusal,
                       MskOverrideAskAnswer answer)
{
  const char *const fields[] = { _ ("_Reason"), _ ("_Name"), _ ("_Passphrase"), NULL };
  g_autofree char *explanation =
      g_strdup_printf (_ ("%s\nWhoever decides signs in here for this alone. It stands in the "
                          "register and in every report of issues."),
                       refusal->text);
  const MskFieldsWords words = {
    .title = _ ("Issue All the Same"),
    .explanation = explanation,
    .verb = _ ("_Issue"),
    .fields = fields,
    .sign = decide,
    .act = MSK_ACT_ISSUE_OVERRIDE,
  };
  Ask *ask = g_new0 (Ask, 1);

  ask->desk = g_object_ref (desk);
  ask->refusal = g_object_ref (refusal);
  ask->answer = answer;
  return msk_fields_form_open (page, &words, NULL, ask, free_ask);
}
