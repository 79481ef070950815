/* Asks as what the list of attendees is to be written, and has it written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee.h"
#include "msk-roster-export.h"

/* In the order of the choices: a workbook keeps more of what cells are. */
static const MskRosterFormat formats[] = { MSK_ROSTER_XLSX, MSK_ROSTER_CSV };

typedef struct
{
  MskPage *page;
  GArray *ids; /* of gint64: who was shown when it was asked */
  AdwComboRow *row;
} Wish;

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->page);
  g_array_unref (wish->ids);
  g_free (wish);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Wish *wish = user_data;
  const guint chosen = MIN (adw_combo_row_get_selected (wish->row), G_N_ELEMENTS (formats) - 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  if (msk_page_is_alive (wish->page) && g_str_equal (response, "write"))
    {
      path = msk_roster_export_write (msk_page_get_session (wish->page), wish->ids, formats[chosen],
                                      NULL, &error);
      if (path != NULL)
        msk_ask_tell_path (GTK_WIDGET (wish->page), _ ("List Exported"), path);
      else
        msk_ask_tell_error (GTK_WIDGET (wish->page), _ ("List Not Exported"), error);
    }
  free_wish (wish);
}

static GArray *
collect_ids (GListModel *people)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(MskAttendee) attendee = g_list_model_get_item (people, i);

      g_array_append_val (ids, attendee->id);
    }

  return ids;
}

static AdwComboRow *
make_row (void)
{
  const char *const words[] = { _ ("Workbook (xlsx)"), _ ("CSV"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (words);
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Format"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));

  return row;
}

void
msk_export_ask_open (MskPage *page, GListModel *people)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  Wish *wish;

  g_return_if_fail (MSK_IS_PAGE (page) && G_IS_LIST_MODEL (people));

  wish = g_new0 (Wish, 1);
  wish->page = g_object_ref (page);
  wish->ids = collect_ids (people);
  wish->row = make_row ();
  body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u person, who is shown, goes into a file for a "
                                       "spreadsheet. It lies unencrypted in the folder of papers.",
                                       "%u people, as they are shown, go into a file for a "
                                       "spreadsheet. It lies unencrypted in the folder of papers.",
                                       wish->ids->len),
                          wish->ids->len);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                   _ ("Export the List"), body);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (wish->row));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "write",
                                    _ ("_Write a File"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "write");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), wish);
  gtk_window_present (GTK_WINDOW (dialog));
}
