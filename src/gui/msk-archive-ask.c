/* The forms about a record that leaves: export, leave to erase, erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-archive-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-erasure-desk.h"
#include "msk-export-desk.h"
#include "msk-fields-form.h"
#include "msk-filing-desk.h"
#include "msk-report-ask.h"
#include "msk-user-desk.h"

/* Of one form: the work that it began. */
typedef struct
{
  MskForm *form; /* lent; owns this */
  GCancellable *cancellable;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->cancellable);
  g_free (export);
}

static void
tell_exported (MskPage *page, MskMeetingExport *sealed)
{
  g_autofree char *body = g_strdup_printf (_ ("It was read back and verified up to entry %d of the "
                                              "ledger. BLAKE2b-256 of the file: %s"),
                                           (int) sealed->head_sequence, sealed->digest);

  msk_ask_tell (GTK_WIDGET (page), _ ("Record Exported"), body);
}

static void
exported_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(MskForm) form = MSK_FORM (user_data);
  MskPage *page = msk_form_get_page (form);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskMeetingExport) sealed =
                 msk_export_desk_export_finish (MSK_SESSION (source), answer, &error);

  msk_form_finish (form, error);
  if (sealed != NULL && msk_page_is_alive (page))
    tell_exported (page, sealed);
  msk_page_end_work (page);
}

static void
export_progress_cb (double share, gpointer user_data)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Sealing and reading back: %u %%"), (guint) (100 * share));

  msk_form_set_progress (MSK_FORM (user_data), share, text);
}

static gboolean
export_as (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  Export *export = data;

  if (!msk_user_desk_check_repeated (values[2], values[3], error))
    return FALSE;
  if (msk_page_is_busy (page))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }

  msk_form_begin_work (export->form);
  g_set_object (&export->cancellable, msk_page_begin_work (page));
  msk_export_desk_export_async (msk_page_get_session (page), values[1], values[0], values[2],
                                export_progress_cb, export->form, export->cancellable, exported_cb,
                                g_object_ref (export->form));
  return FALSE;
}

/* Cancelling the form stops it. Its disposal would come too late: the work holds the form. */
static gboolean
close_export_cb (GtkWindow *form, Export *export)
{
  if (export->cancellable != NULL)
    g_cancellable_cancel (export->cancellable);
  return FALSE;
}

void
msk_archive_ask_export (MskPage *page)
{
  const char *const fields[] = { _ ("_Recipient, such as the archive"),
                                 _ ("_New file, on the medium that goes there"),
                                 _ ("_Passphrase of the recipient"), _ ("The _same once more"),
                                 NULL };
  const MskFieldsWords words = {
    _ ("Seal and Export"),
    _ ("The file holds the whole record, papers too, and opens with the recipient’s passphrase "
       "alone. It counts once it was read back."),
    _ ("_Export"),
    fields,
    export_as,
    1u << 2 | 1u << 3
  };

  Export *export = g_new0 (Export, 1);
  GtkWidget *form = msk_fields_form_open (page, &words, NULL, export, free_export);

  export->form = MSK_FORM (form);
  g_signal_connect (form, "close-request", G_CALLBACK (close_export_cb), export);
}

static gboolean
approve (MskPage *page, gpointer data, const char *const *values, GError **error)
{
  return msk_erasure_desk_approve (msk_page_get_session (page), values[0], values[1], error);
}

void
msk_archive_ask_approve (MskPage *page)
{
  const char *const fields[] = { _ ("_Reference of the decision"),
                                 _ ("_Where what still exists is kept"), NULL };
  const MskFieldsWords words = {
    _ ("Approve the Erasure"),
    _ ("The meeting may be erased here, as long as nothing more is written in it. Be sure that the "
       "export has reached its recipient. Copies, carriers and spoiled sheets that are neither "
       "destroyed nor sent back have to be somewhere: say where, or deal with them first."),
    _ ("_Approve"), fields, approve
  };

  msk_fields_form_open (page, &words, NULL, NULL, NULL);
}

/* The meeting may be gone also when something is still to be removed: the certificate says so. */
static void
erased_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(MskForm) form = MSK_FORM (user_data);
  MskPage *page = msk_form_get_page (form);
  g_autoptr(GError) error = NULL;
  gint64 meeting_id;
  const gboolean done =
      msk_erasure_desk_erase_finish (MSK_SESSION (source), answer, &meeting_id, &error);

  msk_form_finish (form, error);
  msk_page_end_work (page);
  if (done && msk_page_is_alive (page))
    msk_report_ask_open_archive (page, MSK_ARCHIVE_SHEET_ERASURE, meeting_id);
}

static void
erase_progress_cb (MskErasureStage stage, double share, gpointer user_data)
{
  const guint percent = (guint) (100 * share);
  g_autofree char *text = stage == MSK_ERASURE_READING
                              ? g_strdup_printf (_ ("Reading the export back: %u %%"), percent)
                              : g_strdup_printf (_ ("Removing prints and reports: %u %%"), percent);

  /* From here on nobody stops it. */
  if (stage == MSK_ERASURE_REMOVING && share <= 0)
    msk_form_begin_final_work (MSK_FORM (user_data));
  msk_form_set_progress (MSK_FORM (user_data), share, text);
}

/* Cancelling the form stops it, as long as the form may be cancelled. */
static gboolean
close_erasure_cb (MskForm *form, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
  return FALSE;
}

static gboolean
begin_erasing (MskForm *form,
               gpointer data,
               const char *const *values,
               const MskCosigner *cosigner,
               GError **error)
{
  MskPage *page = msk_form_get_page (form);
  GCancellable *cancellable;

  if (msk_page_is_busy (page))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }

  cancellable = msk_page_begin_work (page);
  g_signal_connect_object (form, "close-request", G_CALLBACK (close_erasure_cb), cancellable,
                           G_CONNECT_AFTER);
  msk_erasure_desk_erase_async (msk_form_get_session (form), values[0], cosigner, erase_progress_cb,
                                form, cancellable, erased_cb, g_object_ref (form));
  return FALSE;
}

/* Where the newest export was written to, when a file is still there. */
static char *
dup_export_path (MskPage *page)
{
  g_autoptr(MskMeetingExport) sealed = NULL;
  gboolean current;

  if (!msk_export_desk_find (msk_page_get_session (page), &sealed, &current, NULL) ||
      sealed == NULL || !g_file_test (sealed->path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  return g_strdup (sealed->path);
}

void
msk_archive_ask_erase (MskPage *page)
{
  g_autofree char *path = dup_export_path (page);
  const char *const fields[] = { _ ("_File of the export, on its medium"), _ ("_User name"),
                                 _ ("_Passphrase"), NULL };
  const char *const initial[] = { path, NULL };
  const MskFieldsWords words = {
    .title = _ ("Erase the Meeting"),
    .explanation =
        _ ("The export is read back first. Then the key is thrown away, and files, prints and "
           "reports are removed: here nobody can bring the meeting back. A witness signs in, who "
           "did not approve it."),
    .verb = _ ("_Erase"),
    .fields = fields,
    .sign = begin_erasing,
    .act = MSK_ACT_ERASURE_WITNESS,
  };

  msk_fields_form_open (page, &words, initial, NULL, NULL);
}

char *
msk_archive_ask_dup_standing (MskPage *page)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(MskMeetingExport) sealed = NULL;
  g_autoptr(MskFiling) filing = NULL;
  g_autofree char *text = NULL;
  gboolean current;

  if (!msk_export_desk_find (session, &sealed, &current, NULL))
    return g_strdup ("");
  if (sealed == NULL)
    return g_strdup (_ ("not exported"));

  text = g_strdup_printf (current ? _ ("exported for %s")
                                  : _ ("exported for %s, but something was written since"),
                          sealed->recipient);
  filing = msk_filing_desk_get (session, msk_session_get_meeting (session)->id, NULL);
  return filing == NULL ? g_steal_pointer (&text)
                        : g_strdup_printf (_ ("%s · filed under %s"), text, filing->number);
}
