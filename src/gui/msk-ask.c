/* Short questions and notices over a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ask.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 280
#define LIST_WIDTH 480

static GtkWidget *
make_dialog (GtkWidget *asker, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (asker);

  return adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, GtkWidget *asker)
{
  MskAskFunc yes = g_object_get_data (G_OBJECT (dialog), "msk-yes");

  if (g_str_equal (response, "yes") && gtk_widget_get_root (asker) != NULL)
    yes (asker);
}

void
msk_ask_confirm (GtkWidget *asker,
                 const char *heading,
                 const char *body,
                 const char *verb,
                 MskAskFunc yes)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (asker));
  g_return_if_fail (yes != NULL);

  dialog = make_dialog (asker, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _ ("_Cancel"), "yes", verb,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "no");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_object_set_data (G_OBJECT (dialog), "msk-yes", (gpointer) yes);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answer_cb), asker, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
present_notice (GtkWidget *dialog)
{
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
msk_ask_tell (GtkWidget *asker, const char *heading, const char *body)
{
  g_return_if_fail (GTK_IS_WIDGET (asker));

  present_notice (make_dialog (asker, heading, body));
}

void
msk_ask_tell_error (GtkWidget *asker, const char *heading, const GError *error)
{
  g_return_if_fail (error != NULL);

  msk_ask_tell (asker, heading, error->message);
}

void
msk_ask_tell_path (GtkWidget *asker, const char *heading, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *body = g_strdup_printf (_ ("It lies in %s"), shown);

  msk_ask_tell (asker, heading, body);
}

void
msk_ask_tell_list (GtkWidget *asker, const char *heading, const char *body, GPtrArray *sentences)
{
  GtkWidget *dialog = make_dialog (asker, heading, body);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_list_box_new ();

  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (sentences, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (box), label);
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "msk-sentences");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  present_notice (dialog);
}
