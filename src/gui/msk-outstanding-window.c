/* What is still out over all meetings (F2), and the letters about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-outstanding-window.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-outstanding-desk.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

#define WIDTH 560
#define HEIGHT 420
#define MIN_HEIGHT 160 /* what wraps is not reckoned with when the dialog chooses its height */

static GtkWidget *
make_label (const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (heading)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_line (const MskOutstanding *line, gint64 now)
{
  g_autofree char *since = msk_time_text_format (line->since_at);
  g_autoptr(GString) text = g_string_new (line->meeting_number);

  g_string_append_printf (text, " · %s · %s · %s", line->what,
                          msk_outstanding_kind_get_label (line->kind), since);
  if (line->due_at != 0)
    {
      g_autofree char *due = msk_time_text_format (line->due_at);

      g_string_append_printf (text, " · %s",
                              msk_outstanding_is_overdue (line, now) ? _ ("overdue") : _ ("due"));
      g_string_append_printf (text, " %s", due);
    }
  return make_label (text->str, FALSE);
}

static GtkWidget *
make_list (GPtrArray *lines, gint64 now)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const MskOutstanding *line = g_ptr_array_index (lines, i);

      if (i == 0 || !msk_outstanding_is_same_owner (line, g_ptr_array_index (lines, i - 1)))
        {
          g_autofree char *owner = msk_outstanding_dup_owner (line);

          gtk_box_append (GTK_BOX (list), make_label (owner, TRUE));
        }
      gtk_box_append (GTK_BOX (list), make_line (line, now));
    }
  if (lines->len == 0)
    gtk_box_append (GTK_BOX (list), make_label (_ ("Nothing is out."), FALSE));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), WIDTH);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, MskPage *page)
{
  if (g_str_equal (response, "list"))
    msk_report_ask_open_archive (page, MSK_ARCHIVE_SHEET_OUTSTANDING, 0);
  else if (g_str_equal (response, "letters"))
    msk_report_ask_open_archive (page, MSK_ARCHIVE_SHEET_LETTERS, 0);
}

void
msk_outstanding_window_open (MskPage *page)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (session, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *dialog;

  if (lines == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Still Out over All Meetings"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_list (lines, msk_session_get_now (session)));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (msk_page_may (page, MSK_ACT_REPORT_MAKE))
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "list", _ ("_Write the List"),
                                      "letters", _ ("Write Chase _Letters"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
