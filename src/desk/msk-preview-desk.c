/* Looking at a paper's pages, with the stamp and without it, and nothing of it on a disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-preview-desk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "msk-copy-stamper.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-store.h"
#include "msk-picture.h"
#include "msk-private-file.h"
#include "msk-session-private.h"
#include "msk-worker.h"

/* Across every page of a specimen. */
#define SPECIMEN "样张 SPECIMEN"

struct _MskPreview
{
  GObject parent_instance;

  MskSession *session;
  gint64 meeting_id;
  MskScheme *scheme;
  MskPaper *paper;
  GPtrArray *warnings;

  GMutex lock; /* of what follows, which threads fetch when it is first wanted */
  GBytes *original;
  GBytes *specimen; /* stamped */
};

G_DEFINE_FINAL_TYPE (MskPreview, msk_preview, G_TYPE_OBJECT)

static void
msk_preview_finalize (GObject *object)
{
  MskPreview *self = MSK_PREVIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->scheme);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_pointer (&self->specimen, g_bytes_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (msk_preview_parent_class)->finalize (object);
}

static void
msk_preview_class_init (MskPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_preview_finalize;
}

static void
msk_preview_init (MskPreview *self)
{
  g_mutex_init (&self->lock);
}

void
msk_preview_page_free (MskPreviewPage *self)
{
  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

static gboolean
record (MskSession *session, gint64 paper_id, const char *how, guint page, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper_id);
  g_autofree char *number = g_strdup_printf ("%u", page);

  return msk_session_begin (session, MSK_ACT_PAPER_PREVIEW, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_PAPER_PREVIEW, subject, error, "how", how, "page",
                            number, NULL) &&
         msk_session_commit (session, &transaction, error);
}

MskPreview *
msk_preview_desk_open (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_PAPER_PREVIEW, error);
  g_autoptr(MskPreview) self = g_object_new (MSK_TYPE_PREVIEW, NULL);

  if (database == NULL)
    return NULL;

  self->session = g_object_ref (session);
  self->meeting_id = msk_session_get_meeting (session)->id;
  self->scheme = g_object_ref (msk_session_get_meeting (session)->scheme);
  self->paper = msk_paper_store_get (database, paper_id, error);
  self->warnings =
      self->paper == NULL ? NULL : msk_paper_store_list_warnings (database, paper_id, error);
  if (self->warnings == NULL || !record (session, paper_id, "screen", 0, error))
    return NULL;

  return g_steal_pointer (&self);
}

MskPaper *
msk_preview_get_paper (MskPreview *self)
{
  g_return_val_if_fail (MSK_IS_PREVIEW (self), NULL);

  return self->paper;
}

GPtrArray *
msk_preview_get_warnings (MskPreview *self)
{
  g_return_val_if_fail (MSK_IS_PREVIEW (self), NULL);

  return self->warnings;
}

/* A locked screen shows nothing more, and another meeting's session nothing of this one. */
static MskDatabase *
require_register (MskPreview *self, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, MSK_ACT_PAPER_PREVIEW, error);

  if (database == NULL || msk_session_get_meeting (self->session)->id == self->meeting_id)
    return database;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                       _ ("Another meeting was opened in the meantime: open the paper's meeting, "
                          "and look at it again."));
  return NULL;
}

/* No MAC: whoever scans a specimen is told that its tag is forged. */
static void
leave_unsigned (MskTag *tag, gpointer user_data)
{
  tag->mac = 0;
}

static GBytes *
stamp (MskPreview *self, MskDatabase *database, GError **error)
{
  const MskStampCopy copy = { .specimen = TRUE, .serial = MSK_TAG_SERIAL_MAX, .holder = SPECIMEN };
  g_autoptr(MskPreparedPdf) prepared =
                 msk_paper_store_load_prepared (database, self->paper->id, error);
  g_autoptr(MskStamper) stamper =
                 prepared == NULL
                     ? NULL
                     : msk_copy_stamper_new (self->scheme, prepared, self->paper, NULL, error);

  return stamper == NULL ? NULL : msk_stamper_stamp (stamper, &copy, leave_unsigned, NULL, error);
}

/* A paper can be large: it is fetched when it is first wanted, and once. The caller owns it. */
static GBytes *
fetch_pdf (MskPreview *self, MskDatabase *database, gboolean stamped, GError **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (stamped && self->specimen == NULL)
    self->specimen = stamp (self, database, error);
  else if (!stamped && self->original == NULL)
    self->original = msk_paper_store_load_original (database, self->paper->id, error);
  if ((stamped ? self->specimen : self->original) == NULL)
    return NULL;

  return g_bytes_ref (stamped ? self->specimen : self->original);
}

typedef struct
{
  guint page;
  guint side;
  gboolean stamped;
  MskDatabase *beside; /* a connection for the thread alone; NULL without a thread */
} DrawRequest;

static void
free_draw_request (gpointer data)
{
  DrawRequest *request = data;

  g_clear_pointer (&request->beside, msk_database_close);
  g_free (request);
}

static gboolean
check_request (MskPreview *self, const DrawRequest *request, GError **error)
{
  if (request->page >= 1 && request->page <= self->paper->pages && request->side >= 1 &&
      request->side <= MSK_PREVIEW_SIDE_MAX)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("The paper has the pages 1 to %u: choose one of them."), self->paper->pages);
  return FALSE;
}

/* What the worker's job reads: the page and the side as little-endian numbers, and the PDF. */
static GBytes *
make_input (const DrawRequest *request, GBytes *pdf)
{
  const guint32 head[] = { GUINT32_TO_LE (request->page), GUINT32_TO_LE (request->side) };
  GByteArray *input = g_byte_array_sized_new ((guint) (sizeof head + g_bytes_get_size (pdf)));

  g_byte_array_append (input, (const guint8 *) head, sizeof head);
  g_byte_array_append (input, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  return g_byte_array_free_to_bytes (input);
}

static void
add_notes (GVariant *answer, GPtrArray *notes)
{
  g_autofree const char **substitutes = NULL;
  g_autofree const char **missing = NULL;

  g_variant_lookup (answer, "substitutes", "^a&s", &substitutes);
  g_variant_lookup (answer, "missing", "^a&s", &missing);
  for (guint i = 0; substitutes != NULL && substitutes[i] != NULL; i++)
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("Some text has a font that is not in the file and is "
                                         "shown in “%s”: the printer may use another."),
                                      substitutes[i]));
  if (missing != NULL && missing[0] != NULL)
    g_ptr_array_add (notes,
                     g_strdup (_ ("Some text could not be shown, for want of its font or its "
                                  "encoding: compare the page with the office's own.")));
}

/* The picture, if there are as many pixels as it says. */
static MskPreviewPage *
read_answer (GVariant *answer, GError **error)
{
  g_autoptr(MskPreviewPage) page = g_new0 (MskPreviewPage, 1);
  g_autoptr(GVariant) pixels =
                 g_variant_lookup_value (answer, "pixels", G_VARIANT_TYPE_BYTESTRING);

  g_variant_lookup (answer, "width", "u", &page->width);
  g_variant_lookup (answer, "height", "u", &page->height);
  page->pixels = g_variant_get_data_as_bytes (pixels);
  page->notes = g_ptr_array_new_with_free_func (g_free);
  if (page->width < 1 || page->height < 1 || page->width > MSK_PREVIEW_SIDE_MAX ||
      page->height > MSK_PREVIEW_SIDE_MAX ||
      g_bytes_get_size (page->pixels) != (gsize) page->width * page->height * 4)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                           _ ("The page could not be drawn: try again, and tell the system "
                              "administrator if it stays."));
      return NULL;
    }

  add_notes (answer, page->notes);
  return g_steal_pointer (&page);
}

/* All that takes its time. */
static MskPreviewPage *
draw (MskPreview *self,
      const DrawRequest *request,
      MskDatabase *database,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr(GBytes) pdf = fetch_pdf (self, database, request->stamped, error);
  g_autoptr(GBytes) input = NULL;
  g_autoptr(GVariant) answer = NULL;

  if (pdf == NULL || msk_worker_check_cancelled (cancellable, error))
    return NULL;

  input = make_input (request, pdf);
  answer = msk_worker_run (MSK_WORKER_JOB_PREVIEW, input, cancellable, error);
  return answer == NULL ? NULL : read_answer (answer, error);
}

MskPreviewPage *
msk_preview_draw (MskPreview *self, guint page, guint side, gboolean stamped, GError **error)
{
  const DrawRequest request = { page, side, stamped, NULL };
  MskDatabase *database;

  g_return_val_if_fail (MSK_IS_PREVIEW (self), NULL);

  database = require_register (self, error);
  return database == NULL || !check_request (self, &request, error)
             ? NULL
             : draw (self, &request, database, NULL, error);
}

static void
draw_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const DrawRequest *request = task_data;
  GError *error = NULL;
  MskPreviewPage *page = draw (source, request, request->beside, cancellable, &error);

  if (page == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, page, (GDestroyNotify) msk_preview_page_free);
}

void
msk_preview_draw_async (MskPreview *self,
                        guint page,
                        guint side,
                        gboolean stamped,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  DrawRequest *request = g_new0 (DrawRequest, 1);
  MskDatabase *database;
  GError *error = NULL;

  g_return_if_fail (MSK_IS_PREVIEW (self));

  *request = (DrawRequest){ page, side, stamped, NULL };
  g_task_set_source_tag (task, msk_preview_draw_async);
  g_task_set_task_data (task, request, free_draw_request);
  /* What was cancelled has a sentence of its own. */
  g_task_set_check_cancellable (task, FALSE);

  database = require_register (self, &error);
  if (database != NULL && check_request (self, request, &error))
    request->beside = msk_database_open_beside (database, &error);
  if (request->beside == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, draw_thread);
}

MskPreviewPage *
msk_preview_draw_finish (MskPreview *self, GAsyncResult *result, GError **error)
{
  g_autoptr(MskPreviewPage) page = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  page = g_task_propagate_pointer (G_TASK (result), error);
  if (page == NULL || require_register (self, error) == NULL)
    return NULL;

  return g_steal_pointer (&page);
}

GPtrArray *
msk_preview_write (MskPreview *self, guint page, gboolean stamped, const char *path, GError **error)
{
  g_autoptr(MskPreviewPage) drawn = NULL;
  g_autoptr(GBytes) png = NULL;

  g_return_val_if_fail (MSK_IS_PREVIEW (self) && path != NULL, NULL);

  drawn = msk_preview_draw (self, page, MSK_PREVIEW_SIDE_PLAIN, stamped, error);
  png = drawn == NULL ? NULL
                      : msk_picture_make_png (drawn->pixels, drawn->width, drawn->height, error);
  /* A picture on a disk is a carrier: the ledger has it before it is there. */
  if (png == NULL || !record (self->session, self->paper->id, "file", page, error) ||
      !msk_private_file_write (path, png, FALSE, error))
    return NULL;

  return g_steal_pointer (&drawn->notes);
}
