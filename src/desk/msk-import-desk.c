/* A list of attendees out of a foreign file (M4): looked at first, then put on the open list, all
 * of it or nothing. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-import-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-import-store.h"
#include "msk-look-alike.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"
#include "msk-worker.h"

G_DEFINE_FINAL_TYPE (MskImportPreview, msk_import_preview, G_TYPE_OBJECT)

static void
msk_import_preview_finalize (GObject *object)
{
  MskImportPreview *self = MSK_IMPORT_PREVIEW (object);

  g_strfreev (self->sheets);
  g_clear_object (&self->list);
  g_clear_pointer (&self->rows, g_variant_unref);
  g_clear_pointer (&self->lines, g_variant_unref);

  G_OBJECT_CLASS (msk_import_preview_parent_class)->finalize (object);
}

static void
msk_import_preview_class_init (MskImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_import_preview_finalize;
}

static void
msk_import_preview_init (MskImportPreview *self)
{
}

/* What the worker reads: the wishes, then the file. */
static GBytes *
make_input (GBytes *file, const MskImportChoice *choice)
{
  const guint32 wishes[] = { GUINT32_TO_LE ((guint32) choice->encoding),
                             GUINT32_TO_LE (choice->sheet) };
  GByteArray *input = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  g_byte_array_append (input, (const guint8 *) wishes, sizeof wishes);
  if (length > 0)
    g_byte_array_append (input, data, (guint) MIN (length, G_MAXUINT / 2));

  return g_byte_array_free_to_bytes (input);
}

/* The register of the meeting that the file was read for; another may have been opened since. */
static MskDatabase *
require_same_meeting (MskSession *session, gint64 meeting_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_ATTENDEE_IMPORT, error);

  if (database == NULL || msk_session_get_meeting (session)->id == meeting_id)
    return database;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING,
                       _ ("Another meeting was opened while the list was looked at, and nobody was "
                          "put on its list: import the file again in its own meeting."));
  return NULL;
}

static MskImportPreview *
take_answer (GVariant *answer, gint64 meeting_id)
{
  MskImportPreview *preview = g_object_new (MSK_TYPE_IMPORT_PREVIEW, NULL);
  const char *format = "";
  const char *encoding = "";
  int value = MSK_LIST_ENCODING_AUTOMATIC;

  g_variant_lookup (answer, "format", "&s", &format);
  g_variant_lookup (answer, "encoding", "&s", &encoding);
  g_variant_lookup (answer, "sheets", "^as", &preview->sheets);
  g_variant_lookup (answer, "sheet", "u", &preview->sheet);
  msk_enum_parse (MSK_TYPE_LIST_ENCODING, encoding, &value);
  preview->meeting_id = meeting_id;
  preview->is_workbook = g_str_equal (format, "xlsx");
  preview->encoding = (MskListEncoding) value;
  preview->rows = g_variant_lookup_value (answer, "rows", G_VARIANT_TYPE ("aas"));
  preview->lines = g_variant_lookup_value (answer, "lines", G_VARIANT_TYPE ("au"));

  return preview;
}

/* The columns to read by: chosen, remembered, or NULL for those that the header names. */
static gboolean
settle_columns (MskDatabase *database,
                MskImportPreview *preview,
                const char *const *header,
                const char *chosen,
                MskListColumns *columns,
                GError **error)
{
  preview->by_hand = chosen != NULL;
  preview->remembered = FALSE;
  if (chosen == NULL)
    return msk_import_store_find (database, header, &preview->remembered, columns, error);
  if (msk_list_columns_parse (chosen, g_strv_length ((GStrv) header), columns))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Columns are chosen like this: name=1,unit=2,post=3,capacity=4,"
                          "clearance=5; each once, and among those that the file has."));
  return FALSE;
}

/* Who would be put on the list, and what stands against it, as the register is now. */
static MskAttendeeList *
judge (MskSession *session,
       MskDatabase *database,
       MskImportPreview *preview,
       const MskListColumns *columns,
       GError **error)
{
  g_autoptr(GPtrArray) known = msk_vetting_desk_list (session, error);

  return known == NULL ? NULL
                       : msk_attendee_list_new (preview->rows, preview->lines, columns, known,
                                                msk_session_get_meeting (session)->level,
                                                msk_look_alike_dup_all);
}

gboolean
msk_import_desk_choose (MskSession *session,
                        MskImportPreview *preview,
                        const char *columns,
                        GError **error)
{
  MskDatabase *database = NULL;
  g_autoptr(GVariant) header_row = NULL;
  g_autofree const char **header = NULL;
  MskListColumns settled;
  MskAttendeeList *list;

  g_return_val_if_fail (MSK_IS_IMPORT_PREVIEW (preview), FALSE);

  database = require_same_meeting (session, preview->meeting_id, error);
  if (database == NULL)
    return FALSE;
  header_row = g_variant_get_child_value (preview->rows, 0);
  header = g_variant_get_strv (header_row, NULL);
  if (!settle_columns (database, preview, header, columns, &settled, error))
    return FALSE;

  list = judge (session, database, preview,
                preview->by_hand || preview->remembered ? &settled : NULL, error);
  if (list == NULL)
    return FALSE;
  g_clear_object (&preview->list);
  preview->list = list;

  return TRUE;
}

static MskImportPreview *
judge_answer (MskSession *session,
              GVariant *answer,
              gint64 meeting_id,
              const char *columns,
              GError **error)
{
  g_autoptr(MskImportPreview) preview = take_answer (answer, meeting_id);

  return msk_import_desk_choose (session, preview, columns, error) ? g_steal_pointer (&preview)
                                                                   : NULL;
}

MskImportPreview *
msk_import_desk_read (MskSession *session,
                      GBytes *file,
                      const MskImportChoice *choice,
                      GError **error)
{
  g_autoptr(GBytes) input = NULL;
  g_autoptr(GVariant) answer = NULL;
  gint64 meeting_id;

  g_return_val_if_fail (file != NULL && choice != NULL, NULL);

  if (msk_session_require_meeting (session, MSK_ACT_ATTENDEE_IMPORT, error) == NULL)
    return NULL;
  meeting_id = msk_session_get_meeting (session)->id;
  input = make_input (file, choice);
  answer = msk_worker_run (MSK_WORKER_JOB_LIST, input, NULL, error);

  return answer == NULL ? NULL : judge_answer (session, answer, meeting_id, choice->columns, error);
}

/* What is remembered while the worker reads. */
typedef struct
{
  gint64 meeting_id;
  char *columns;
} ReadTask;

static void
read_task_free (ReadTask *task)
{
  g_free (task->columns);
  g_free (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  MskSession *session = g_task_get_source_object (task);
  const ReadTask *read = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run_finish (result, &error);
  MskImportPreview *preview =
      answer == NULL ? NULL
                     : judge_answer (session, answer, read->meeting_id, read->columns, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
msk_import_desk_read_async (MskSession *session,
                            GBytes *file,
                            const MskImportChoice *choice,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  g_autoptr(GBytes) input = NULL;
  GError *error = NULL;
  ReadTask *read;

  g_task_set_source_tag (task, msk_import_desk_read_async);
  g_task_set_check_cancellable (task, FALSE);
  if (msk_session_require_meeting (session, MSK_ACT_ATTENDEE_IMPORT, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  read = g_new0 (ReadTask, 1);
  read->meeting_id = msk_session_get_meeting (session)->id;
  read->columns = g_strdup (choice->columns);
  g_task_set_task_data (task, read, (GDestroyNotify) read_task_free);
  input = make_input (file, choice);
  msk_worker_run_async (MSK_WORKER_JOB_LIST, input, cancellable, read_cb, g_steal_pointer (&task));
}

MskImportPreview *
msk_import_desk_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Somebody may have been added since the preview was made. */
static gboolean
check_unchanged (MskSession *session,
                 MskDatabase *database,
                 MskImportPreview *preview,
                 GError **error)
{
  g_autoptr(MskAttendeeList) now =
                 judge (session, database, preview, &preview->list->columns, error);

  if (now == NULL)
    return FALSE;
  if (msk_attendee_list_equal (now, preview->list))
    return TRUE;

  g_set_object (&preview->list, now);
  if (msk_attendee_list_check (now, TRUE, error))
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL,
                         _ ("The lists have changed since this file was looked at: look at its "
                            "warnings again."));

  return FALSE;
}

guint
msk_import_desk_confirm (MskSession *session,
                         MskImportPreview *preview,
                         gboolean accepted,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (MSK_IS_IMPORT_PREVIEW (preview) && preview->list != NULL, 0);

  if (require_same_meeting (session, preview->meeting_id, error) == NULL ||
      !msk_session_begin_moving (session, MSK_ACT_ATTENDEE_IMPORT, &transaction, error) ||
      !msk_attendee_list_check (preview->list, accepted, error) ||
      !check_unchanged (session, transaction.database, preview, error) ||
      !msk_vetting_put_people (session, &transaction, preview->list->people,
                               MSK_ACT_ATTENDEE_IMPORT, preview->list->n_warnings, error))
    return 0;
  if (preview->by_hand &&
      !msk_import_store_put (&transaction, (const char *const *) preview->list->header,
                             &preview->list->columns, error))
    return 0;

  return msk_session_commit (session, &transaction, error) ? preview->list->people->len : 0;
}
