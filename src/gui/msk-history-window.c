/* What happened to one copy, in order, with the signatures that were written for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-history-window.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-copy-history-desk.h"
#include "msk-copy-number.h"
#include "msk-ledger-words.h"
#include "msk-signature-pad.h"
#include "msk-time-text.h"

#define HEIGHT 420

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
add_signed (GtkWidget *box, MskCustody *custody)
{
  g_autofree char *by = msk_custody_dup_signed (custody);
  g_autofree char *text = g_strdup_printf (_ ("Signed for by %s."), by);
  GtkWidget *pad;

  gtk_box_append (GTK_BOX (box), make_label (text));
  if (custody->receipt->signature == NULL)
    return;

  pad = g_object_new (MSK_TYPE_SIGNATURE_PAD, NULL);
  msk_signature_pad_show (MSK_SIGNATURE_PAD (pad), custody->receipt->signature);
  gtk_box_append (GTK_BOX (box), pad);
}

/* A line for what happened, and below it who signed. */
static GtkWidget *
make_row (MskCustody *custody)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *at = msk_time_text_format (custody->at);
  g_autoptr(GString) text = g_string_new (at);

  g_string_append_printf (text, " · %s", msk_ledger_words_get_act (custody->act));
  if (*custody->person != '\0')
    g_string_append_printf (text, " · %s", custody->person);
  g_string_append_printf (text, " · %s", custody->user);
  if (*custody->remark != '\0')
    g_string_append_printf (text, " · %s", custody->remark);
  if (custody->count != NULL)
    {
      g_autofree char *count = msk_return_count_dup_text (custody->count);

      g_string_append_printf (text, " · %s", count);
    }

  gtk_box_append (GTK_BOX (box), make_label (text->str));
  if (custody->receipt != NULL)
    add_signed (box, custody);
  return box;
}

static GtkWidget *
make_list (GPtrArray *history)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < history->len; i++)
    gtk_box_append (GTK_BOX (list), make_row (g_ptr_array_index (history, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

void
msk_history_window_open (MskPage *page, guint number)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history =
                 msk_copy_history_desk_list (msk_page_get_session (page), number, &error);
  g_autofree char *shown = msk_copy_number_dup_text (number);
  g_autofree char *heading = g_strdup_printf (_ ("History of Copy %s"), shown);
  GtkWidget *dialog;

  if (history == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (history));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
