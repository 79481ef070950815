/* Asks where a report is to go, and has it written or printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-print-desk.h"
#include "msk-report-print.h"

typedef struct
{
  MskPage *page;
  MskReportKind kind;
  gint64 request_id;   /* of an approval sheet; 0 for a report */
  AdwComboRow *row;    /* of the question: the printer */
  GtkWidget *printing; /* what tells that it is being printed */
} Wish;

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->page);
  g_free (wish);
}

static void
write_file (const Wish *wish)
{
  MskSession *session = msk_page_get_session (wish->page);
  g_autoptr(GError) error = NULL;
  g_autofree char *path =
      wish->request_id != 0
          ? msk_report_desk_write_approval (session, wish->request_id, NULL, &error)
          : msk_report_desk_write (session, wish->kind, NULL, &error);

  if (path != NULL)
    msk_ask_tell_path (GTK_WIDGET (wish->page), _ ("Report Written"), path);
  else
    msk_ask_tell_error (GTK_WIDGET (wish->page), _ ("No Report"), error);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean done = msk_report_print_finish (MSK_SESSION (source), answer, &error);

  if (wish->printing != NULL)
    gtk_window_destroy (GTK_WINDOW (wish->printing));
  if (msk_page_is_alive (wish->page) && done)
    msk_ask_tell (GTK_WIDGET (wish->page), _ ("Report Printed"),
                  _ ("Take it from the printer; it is a secret paper like any other."));
  else if (msk_page_is_alive (wish->page))
    msk_ask_tell_error (GTK_WIDGET (wish->page), _ ("No Report"), error);
  msk_page_end_work (wish->page);
  free_wish (wish);
}

static void
stop_cb (AdwMessageDialog *dialog, const char *response, MskPage *page)
{
  msk_page_cancel_work (page);
}

/* There while the printer is at it, since that may take a while and wants to be stopped. */
static void
show_printing (Wish *wish)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (wish->page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Printing the Report"),
                                              _ ("If nothing comes, look at the printer."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stop", _ ("_Stop"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stop");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_cb), wish->page, 0);
  g_set_weak_pointer (&wish->printing, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes the wish. */
static void
print (Wish *wish, const char *printer)
{
  if (msk_page_is_busy (wish->page))
    {
      msk_ask_tell (GTK_WIDGET (wish->page), _ ("No Report"),
                    _ ("Other work is still going on: wait for it to end."));
      free_wish (wish);
      return;
    }

  show_printing (wish);
  msk_report_print_async (msk_page_get_session (wish->page), wish->kind, wish->request_id, printer,
                          msk_page_begin_work (wish->page), printed_cb, wish);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Wish *wish = user_data;
  g_autofree char *printer = NULL;

  if (!msk_page_is_alive (wish->page) || g_str_equal (response, "cancel"))
    {
      free_wish (wish);
      return;
    }
  if (g_str_equal (response, "print"))
    {
      printer = g_strdup (msk_choice_get_text (wish->row));
      print (wish, printer);
      return;
    }

  write_file (wish);
  free_wish (wish);
}

/* Of MskDesignatedPrinter: those that put out paper. */
static GPtrArray *
list_printers (MskSession *session)
{
  g_autoptr(GPtrArray) all = msk_print_desk_list_printers (session, NULL);
  GPtrArray *printers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) msk_designated_printer_free);

  while (all != NULL && all->len > 0)
    {
      MskDesignatedPrinter *printer = g_ptr_array_steal_index (all, 0);

      if (printer->kind == MSK_PRINTER_CUPS)
        g_ptr_array_add (printers, printer);
      else
        msk_designated_printer_free (printer);
    }

  return printers;
}

static void
ask (Wish *wish, GPtrArray *printers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (wish->page));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (root), _ ("Make a Report"),
                              _ ("A report is a secret paper like any other. A file of it lies "
                                 "unencrypted in the folder of papers."));
  GtkWidget *group = adw_preferences_group_new ();

  wish->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (wish->row), _ ("P_rinter"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (wish->row), TRUE);
  msk_choice_fill_printers (wish->row, printers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (wish->row));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Write a File"), "print", _ ("_Print"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "print",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "print");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), wish);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where there is no printer for paper there is nothing to ask. */
static void
begin (MskPage *page, MskReportKind kind, gint64 request_id)
{
  g_autoptr(GPtrArray) printers = list_printers (msk_page_get_session (page));
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->kind = kind;
  wish->request_id = request_id;
  if (printers->len > 0)
    {
      ask (wish, printers);
      return;
    }

  write_file (wish);
  free_wish (wish);
}

void
msk_report_ask_open (MskPage *page, MskReportKind kind)
{
  begin (page, kind, 0);
}

void
msk_report_ask_open_approval (MskPage *page, gint64 request_id)
{
  begin (page, MSK_REPORT_APPROVAL, request_id);
}
