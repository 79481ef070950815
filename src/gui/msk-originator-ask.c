/* Asks for the receipt of what goes back to its originator.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-originator-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-fields-form.h"
#include "msk-originator-desk.h"

typedef struct
{
  GListModel *things;
  MskAskFunc done;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->things);
  g_free (wish);
}

static gboolean
enter (MskForm *form,
       gpointer data,
       const char *const *values,
       const MskCosigner *witness,
       GError **error)
{
  Wish *wish = data;
  const MskOriginatorDraft draft = { values[0], values[1], values[2], values[3] };
  gint64 id;

  if (!msk_originator_desk_send_back (msk_form_get_session (form), &draft, wish->things, witness,
                                      &id, error))
    return FALSE;

  wish->done (GTK_WIDGET (msk_form_get_page (form)));
  return TRUE;
}

/* The organ that the papers came from stands there already. */
static char *
dup_organ (MskPage *page, GListModel *things)
{
  g_autoptr(MskDestructionItem) first = g_list_model_get_item (things, 0);

  return first == NULL ? NULL
                       : msk_originator_desk_dup_organ (msk_page_get_session (page), first->copy);
}

void
msk_originator_ask_open (MskPage *page, GListModel *things, MskAskFunc done)
{
  const char *const fields[] = { _ ("_Originator"),
                                 _ ("_Number of its receipt"),
                                 _ ("_Taken by: full name"),
                                 _ ("_And by: full name"),
                                 _ ("Witness: _user name"),
                                 _ ("Witness: _passphrase"),
                                 NULL };
  const MskFieldsWords words = {
    .title = _ ("Enter the Receipt"),
    .explanation = _ (
        "The organ has taken what was scanned. Top secret is carried by two people together. The "
        "witness saw it leave, and signs in beside you."),
    .verb = _ ("_Enter"),
    .fields = fields,
    .sign = enter,
    .act = MSK_ACT_ORIGINATOR_WITNESS,
  };
  g_autofree char *organ = NULL;
  const char *initial[] = { NULL, NULL };
  Wish *wish;

  g_return_if_fail (MSK_IS_PAGE (page) && G_IS_LIST_MODEL (things) && done != NULL);

  organ = dup_organ (page, things);
  initial[0] = organ;
  wish = g_new0 (Wish, 1);
  wish->things = g_object_ref (things);
  wish->done = done;
  msk_fields_form_open (page, &words, initial, wish, free_wish);
}
