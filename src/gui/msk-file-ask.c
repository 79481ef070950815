/* Asks for a file and reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-file-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-error.h"

/* Far more than any paper; a wrong choice must not fill the memory. */
#define MAX_SIZE (G_GOFFSET_CONSTANT (512) << 20)

typedef struct
{
  GWeakRef asker;
  MskFileFunc done;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->asker);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(Question) question = user_data;
  g_autoptr(GtkWidget) asker = g_weak_ref_get (&question->asker);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (asker == NULL || gtk_widget_get_root (asker) == NULL)
    return;

  if (file == NULL)
    msk_ask_tell_error (asker, _ ("File Not Read"), error);
  else
    question->done (asker, file);
}

static gboolean
check_size (GFile *file, GError **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MAX_SIZE)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE,
                       _ ("The file is larger than 512 MiB: choose a smaller one."));
  return FALSE;
}

static void
response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr(Question) owned = question;
  g_autoptr(GtkWidget) asker = g_weak_ref_get (&question->asker);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && asker != NULL && gtk_widget_get_root (asker) != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (check_size (file, &error))
        g_file_load_bytes_async (file, NULL, loaded_cb, g_steal_pointer (&owned));
      else
        msk_ask_tell_error (asker, _ ("File Not Read"), error);
    }

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
msk_file_ask_open (GtkWidget *asker,
                   const char *title,
                   const char *kind,
                   const char *pattern,
                   MskFileFunc done)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto(GStrv) each = g_strsplit (pattern, " ", -1);
  GtkFileChooserNative *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (asker) && done != NULL);

  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (asker)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, each[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);

  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->asker, asker);
  question->done = done;
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
