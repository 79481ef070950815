/* Papers: taking a PDF in through the worker, and the balances of their copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-stamper.h"
#include "msk-error.h"
#include "msk-file-store.h"
#include "msk-ids.h"
#include "msk-meeting-store.h"
#include "msk-paper-private.h"
#include "msk-paper-store.h"
#include "msk-period.h"
#include "msk-policy-desk.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"
#include "msk-worker.h"

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
check_new (MskDatabase *database, const MskPaper *paper, GError **error)
{
  gboolean has;

  if (!msk_paper_store_has_number (database, paper->document_number, &has, error))
    return FALSE;
  if (!has || paper->replaces != 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("A paper with this document number is in the meeting already: look at "
                          "the list of papers."));
  return FALSE;
}

static MskAct
get_act (gint64 replaces)
{
  return replaces != 0 ? MSK_ACT_PAPER_REVISE : MSK_ACT_PAPER_ADD;
}

/* Everything that can be said without the file. */
static MskPaper *
read_draft (MskSession *session, const MskPaperDraft *draft, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_new ();
  MskDatabase *database = msk_session_require_meeting (session, get_act (draft->replaces), error);
  MskScheme *scheme;

  if (database == NULL || !msk_meeting_check_open (msk_session_get_meeting (session), error))
    return NULL;

  scheme = msk_session_get_meeting (session)->scheme;
  paper->document_number = msk_vetting_dup_field (draft->document_number);
  paper->title = msk_vetting_dup_field (draft->title);
  paper->originator = msk_vetting_dup_field (draft->originator);
  if (paper->document_number == NULL ||
      (*paper->document_number == '\0' && draft->parent_id == 0 && draft->replaces == 0) ||
      !is_filled (paper->title) || !is_filled (paper->originator) || draft->scope == 0 ||
      (draft->scope & ~MSK_CAPACITY_ALL) != 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A paper has a document number, a title, an originator and a "
                              "distribution scope: fill in all four."));
      return NULL;
    }

  paper->level = draft->level;
  paper->scope = draft->scope;
  paper->urgency = draft->urgency;
  paper->clearance = draft->clearance;
  paper->readers = msk_ids_dup_sorted (draft->readers);
  paper->parts = msk_ids_dup_sorted (draft->parts);
  paper->replaces = draft->replaces;
  paper->parent_id = draft->parent_id;
  paper->attachment = draft->parent_id != 0 ? draft->attachment : 0;
  paper->period = msk_period_normalise (scheme, draft->level,
                                        draft->period == NULL ? "" : draft->period, error);
  if (paper->period == NULL ||
      !msk_period_check_date (scheme, paper->level, paper->period, msk_session_get_now (session),
                              error) ||
      !msk_paper_check_links (database, scheme, paper, msk_session_get_now (session), error) ||
      !check_new (database, paper, error))
    return NULL;

  return g_steal_pointer (&paper);
}

/* What the library that reads the file says of it means nothing to whoever adds a paper. */
static void
note_repair (GVariant *answer, GPtrArray *texts)
{
  g_autofree const char **lines = NULL;

  if (g_variant_lookup (answer, "warnings", "^a&s", &lines) && lines[0] != NULL)
    g_ptr_array_add (texts, g_strdup (_ ("The file was damaged and was mended: look through its "
                                         "pages in the preview, and compare them with the "
                                         "original.")));
}

/* Whether the security officer lets a file in that does what this one did. */
static gboolean
judge_removed (MskSession *session, const MskPaper *paper, GError **error)
{
  MskActiveContent policy;

  return msk_policy_desk_get_active_content (session, &policy, error) &&
         msk_active_content_check (policy, paper->removed, error);
}

/* The paper keeps what was removed. */
static gboolean
read_removed (MskPaper *paper, GVariant *answer, GError **error)
{
  g_autofree const char **names = NULL;

  return !g_variant_lookup (answer, "removed", "^a&s", &names) ||
         msk_removal_set_parse (names, &paper->removed, error);
}

static void
collect_removed (guint set, GPtrArray *texts)
{
  g_autofree char *label = set == 0 ? NULL : msk_removal_set_dup_label (set);

  if (label != NULL)
    g_ptr_array_add (texts, g_strdup_printf (_ ("Removed from the file: %s."), label));
}

static gboolean
keep_warnings (MskTransaction *transaction, gint64 paper_id, GPtrArray *texts, GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    if (!msk_paper_store_add_warning (transaction, paper_id, g_ptr_array_index (texts, i), error))
      return FALSE;

  return TRUE;
}

static MskPreparedPdf *
read_answer (GVariant *answer, GError **error)
{
  g_autoptr(GVariant) layout =
                 g_variant_lookup_value (answer, "layout",
                                         G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE));
  g_autoptr(GVariant) data = g_variant_lookup_value (answer, "bytes", G_VARIANT_TYPE_BYTESTRING);
  g_autoptr(GBytes) bytes = NULL;

  if (layout == NULL || data == NULL)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                           _ ("The file could not be prepared: try again, and tell the system "
                              "administrator if it stays."));
      return NULL;
    }

  bytes = g_variant_get_data_as_bytes (data);
  return msk_prepared_pdf_new (bytes, layout, error);
}

/* A paper on its way into the register. */
typedef struct
{
  gint64 meeting_id; /* that was open at the start */
  MskPaper *paper;
  MskScheme *scheme;
  MskActiveContent policy; /* at the start */
  GBytes *file;
  MskDatabase *beside; /* a connection for the thread alone; NULL without a thread */
  MskPaperProgress progress;
  gpointer progress_data;
  GTask *task; /* lent: that the progress belongs to */
  gsize done;  /* bytes kept in files before the one that is being written */
  MskPreparedPdf *prepared;
  MskPaperFiles files; /* 0 for what is not, or no longer, in need of removal */
  GPtrArray *warnings;
} AddRequest;

static void
clear_add_request (AddRequest *request)
{
  g_clear_object (&request->paper);
  g_clear_object (&request->scheme);
  g_clear_pointer (&request->file, g_bytes_unref);
  g_clear_pointer (&request->beside, msk_database_close);
  g_clear_pointer (&request->prepared, msk_prepared_pdf_free);
  g_clear_pointer (&request->warnings, g_ptr_array_unref);
}

static void
free_add_request (gpointer data)
{
  clear_add_request (data);
  g_free (data);
}

typedef struct
{
  GTask *task;
  double share;
} Progress;

static void
free_progress (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  const Progress *progress = user_data;
  const AddRequest *request = g_task_get_task_data (progress->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (progress->task)) &&
      !g_task_get_completed (progress->task))
    request->progress (progress->share, request->progress_data);
  return G_SOURCE_REMOVE;
}

/* From the thread to the window. */
static gboolean
progress_cb (gsize done, gpointer user_data, GError **error)
{
  AddRequest *request = user_data;
  gsize total = g_bytes_get_size (request->file) + g_bytes_get_size (request->prepared->bytes);
  Progress *progress;

  if (request->task == NULL)
    return TRUE;
  if (msk_worker_check_cancelled (g_task_get_cancellable (request->task), error))
    return FALSE;
  if (request->progress == NULL)
    return TRUE;

  progress = g_new0 (Progress, 1);
  progress->task = g_object_ref (request->task);
  progress->share = (double) (request->done + done) / (double) total;
  g_main_context_invoke_full (g_task_get_context (request->task), G_PRIORITY_DEFAULT,
                              tell_progress_cb, progress, free_progress);
  return TRUE;
}

/* A file that nothing belongs to must not stay. */
static void
remove_files (MskDatabase *database, MskPaperFiles *files)
{
  if (files->original != 0)
    msk_file_store_remove (database, files->original);
  if (files->prepared != 0)
    msk_file_store_remove (database, files->prepared);
  files->original = files->prepared = 0;
}

static gboolean
write_files (AddRequest *request, MskDatabase *database, GError **error)
{
  MskPaperFiles *files = &request->files;

  files->original_size = g_bytes_get_size (request->file);
  if (!msk_file_store_write (database, request->file, progress_cb, request, &files->original,
                             error))
    return FALSE;

  request->done = files->original_size;
  if (msk_file_store_write (database, request->prepared->bytes, progress_cb, request,
                            &files->prepared, error))
    return TRUE;

  remove_files (database, files);
  return FALSE;
}

/* All that takes its time: has the worker judge and prepare the file, sees whether it can be
 * stamped, and writes it into the register, where nothing belongs to it yet. */
static gboolean
take_in (AddRequest *request, MskDatabase *database, GCancellable *cancellable, GError **error)
{
  g_autoptr(GVariant) answer =
                 msk_worker_run (MSK_WORKER_JOB_PDF, request->file, cancellable, error);
  g_autoptr(MskStamper) stamper = NULL;

  request->prepared = answer == NULL ? NULL : read_answer (answer, error);
  stamper = request->prepared == NULL ? NULL
                                      : msk_copy_stamper_new (request->scheme, request->prepared,
                                                              request->paper, NULL, error);
  if (stamper == NULL || !read_removed (request->paper, answer, error) ||
      !msk_active_content_check (request->policy, request->paper->removed, error))
    return FALSE;

  request->warnings = g_ptr_array_new_with_free_func (g_free);
  note_repair (answer, request->warnings);
  collect_removed (request->paper->removed, request->warnings);
  request->paper->pages = msk_prepared_pdf_get_page_count (request->prepared);
  request->paper->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, request->file);
  return write_files (request, database, error);
}

static gint64
keep_paper (MskSession *session, AddRequest *request, GPtrArray **warnings, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskPaper *paper = request->paper;

  /* The number and the officer's choice again: all that took its time. */
  if (!judge_removed (session, paper, error) ||
      !msk_session_begin_moving (session, get_act (paper->replaces), &transaction, error) ||
      !msk_paper_check_links (transaction.database, msk_session_get_meeting (session)->scheme,
                              paper, transaction.actor.now, error) ||
      !check_new (transaction.database, paper, error) ||
      !msk_paper_store_insert (&transaction, paper, &request->files, request->prepared, error) ||
      !keep_warnings (&transaction, paper->id, request->warnings, error) ||
      (paper->replaces != 0 && !msk_paper_retire (&transaction, paper->replaces, error)) ||
      /* C4: a meeting's level is the highest of its topics and papers. */
      (paper->level > msk_session_get_meeting (session)->level &&
       !msk_meeting_store_set_level (&transaction, paper->level, error)) ||
      !msk_session_commit (session, &transaction, error))
    return 0;

  request->files.original = request->files.prepared = 0;
  if (warnings != NULL)
    *warnings = g_steal_pointer (&request->warnings);
  return paper->id;
}

/* Everything that the thread may not ask of the session. Returns the register. */
static MskDatabase *
begin_request (AddRequest *request,
               MskSession *session,
               const MskPaperDraft *draft,
               GBytes *file,
               GError **error)
{
  request->file = g_bytes_ref (file);
  request->paper = read_draft (session, draft, error);
  if (request->paper == NULL ||
      !msk_policy_desk_get_active_content (session, &request->policy, error))
    return NULL;

  request->scheme = g_object_ref (msk_session_get_meeting (session)->scheme);
  request->meeting_id = msk_session_get_meeting (session)->id;
  return msk_session_require_meeting (session, get_act (draft->replaces), error);
}

gint64
msk_paper_desk_add (MskSession *session,
                    const MskPaperDraft *draft,
                    GBytes *file,
                    GPtrArray **warnings,
                    GError **error)
{
  AddRequest request = { 0 };
  MskDatabase *database;
  gint64 id = 0;

  g_return_val_if_fail (draft != NULL && file != NULL, 0);

  database = begin_request (&request, session, draft, file, error);
  if (database != NULL && take_in (&request, database, NULL, error))
    {
      id = keep_paper (session, &request, warnings, error);
      remove_files (database, &request.files);
    }
  clear_add_request (&request);
  return id;
}

static void
take_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AddRequest *request = task_data;
  GError *error = NULL;

  if (take_in (request, request->beside, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
msk_paper_desk_add_async (MskSession *session,
                          const MskPaperDraft *draft,
                          GBytes *file,
                          MskPaperProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  AddRequest *request = g_new0 (AddRequest, 1);
  MskDatabase *database;
  GError *error = NULL;

  g_return_if_fail (draft != NULL && file != NULL);

  request->progress = progress;
  request->progress_data = progress_data;
  request->task = task;
  g_task_set_source_tag (task, msk_paper_desk_add_async);
  g_task_set_task_data (task, request, free_add_request);
  /* What was cancelled has a sentence of its own. */
  g_task_set_check_cancellable (task, FALSE);

  database = begin_request (request, session, draft, file, &error);
  request->beside = database == NULL ? NULL : msk_database_open_beside (database, &error);
  if (request->beside == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_run_in_thread (task, take_in_thread);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AddRequest *request = g_task_get_task_data (task_data);

  remove_files (request->beside, &request->files);
  g_task_return_boolean (task, TRUE);
}

/* Takes its time too. */
static void
remove_beside (GTask *added)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_object_ref (added), g_object_unref);
  g_task_run_in_thread (task, remove_in_thread);
}

/* A locked session, or one without a meeting, is refused in the words of every other act. */
static gboolean
check_same_meeting (MskSession *session, const AddRequest *request, GError **error)
{
  if (msk_session_require_meeting (session, MSK_ACT_PAPER_ADD, error) == NULL)
    return FALSE;
  if (msk_session_get_meeting (session)->id == request->meeting_id)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                       _ ("Another meeting was opened while the paper was being read, so it was "
                          "not taken in: open its meeting, and add it again."));
  return FALSE;
}

gint64
msk_paper_desk_add_finish (MskSession *session,
                           GAsyncResult *result,
                           GPtrArray **warnings,
                           GError **error)
{
  AddRequest *request;
  gint64 id = 0;

  g_return_val_if_fail (g_task_is_valid (result, session), 0);

  request = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return 0;
  /* Whoever cancelled when the last piece was written has cancelled all the same. */
  if (!msk_worker_check_cancelled (g_task_get_cancellable (G_TASK (result)), error) &&
      check_same_meeting (session, request, error))
    id = keep_paper (session, request, warnings, error);
  if (request->files.original != 0)
    remove_beside (G_TASK (result));

  return id;
}

GPtrArray *
msk_paper_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_paper_store_list (database, error);
}

MskPaper *
msk_paper_desk_get (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_paper_store_get (database, paper_id, error);
}

static int
compare_attachments (gconstpointer a, gconstpointer b)
{
  const MskPaper *first = *(MskPaper *const *) a;
  const MskPaper *second = *(MskPaper *const *) b;

  return (int) first->attachment - (int) second->attachment;
}

static gboolean
is_revision_of (GPtrArray *papers, gint64 id, const char *document_number)
{
  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);

      if (paper->id == id)
        return g_str_equal (paper->document_number, document_number);
    }

  return FALSE;
}

GPtrArray *
msk_paper_desk_list_attachments (MskSession *session, gint64 paper_id, GError **error)
{
  g_autoptr(MskPaper) parent = msk_paper_desk_get (session, paper_id, error);
  g_autoptr(GPtrArray) papers = parent == NULL ? NULL : msk_paper_desk_list (session, error);
  GPtrArray *attachments;

  if (papers == NULL)
    return NULL;

  attachments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);

      if (paper->parent_id != 0 && paper->replaced_by == 0 &&
          is_revision_of (papers, paper->parent_id, parent->document_number))
        g_ptr_array_add (attachments, g_object_ref (paper));
    }

  g_ptr_array_sort (attachments, compare_attachments);
  return attachments;
}

static gboolean
add_up (MskDatabase *database, MskBalance *balance, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);

  if (papers == NULL)
    return FALSE;

  *balance = (MskBalance){ 0 };
  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);
      MskBalance one;

      if (!msk_paper_store_get_balance (database, paper->id, &one, error))
        return FALSE;
      msk_balance_add (balance, &one);
    }

  return TRUE;
}

gboolean
msk_paper_desk_get_balance (MskSession *session,
                            gint64 paper_id,
                            MskBalance *balance,
                            GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_return_val_if_fail (balance != NULL, FALSE);

  if (database == NULL)
    return FALSE;

  return paper_id == 0 ? add_up (database, balance, error)
                       : msk_paper_store_get_balance (database, paper_id, balance, error);
}
