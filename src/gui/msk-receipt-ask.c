/* The forms about receipts: entering one that was signed by hand, and designating who signs for
 * whom. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-fields-form.h"
#include "msk-find-person.h"
#include "msk-receipt-desk.h"
#include "msk-signature-pad.h"
#include "msk-time-text.h"

static gboolean
enter (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  gint64 signer = 0;
  guint number;

  if (!msk_fields_form_parse_count (values[0], &number, error))
    return FALSE;
  if (*values[1] != '\0')
    signer = msk_find_person (session, values[1], error);

  return (*values[1] == '\0' || signer != 0) &&
         msk_receipt_desk_enter (session, number, signer, error);
}

void
msk_receipt_ask_enter (MskPage *page, gint64 number)
{
  const char *const fields[] = { _ ("_Number of the receipt"),
                                 _ ("_Signed by, if not by the addressee"), NULL };
  g_autofree char *text =
      number == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *const initial[] = { text, NULL };
  const MskFieldsWords words = {
    _ ("Signed Receipt"),
    _ ("Look that both signatures stand on the receipt, and keep it with the others."),
    _ ("_Enter"), fields, enter
  };

  msk_fields_form_open (page, &words, initial, NULL, NULL);
}

static gboolean
designate (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  const gint64 person = msk_find_person (session, values[0], error);
  const gint64 collector = person == 0 ? 0 : msk_find_person (session, values[1], error);

  return collector != 0 &&
         msk_receipt_desk_designate (session, person, collector, values[2], error) != 0;
}

void
msk_receipt_ask_designate (MskPage *page)
{
  const char *const fields[] = { _ ("_Addressee: name, and unit if needed"),
                                 _ ("_Who signs for them: name, and unit if needed"),
                                 _ ("Re_ference of the decision"), NULL };
  const MskFieldsWords words = {
    _ ("Who Signs for Whom"),
    _ ("Nobody signs or collects for another, unless the responsible leader designates them."),
    _ ("_Designate"), fields, designate
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

void
msk_receipt_ask_show (MskPage *page, const MskReceipt *receipt)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *pad = g_object_new (MSK_TYPE_SIGNATURE_PAD, NULL);
  g_autofree char *at = msk_time_text_format (receipt->signed_at);
  g_autofree char *heading =
      g_strdup_printf (_ ("Signature on Receipt %u"), (guint) receipt->number);
  g_autofree char *body = g_strdup_printf ("%s · %s", receipt->signer, at);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);

  g_return_if_fail (receipt->signature != NULL);

  msk_signature_pad_show (MSK_SIGNATURE_PAD (pad), receipt->signature);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), pad);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
