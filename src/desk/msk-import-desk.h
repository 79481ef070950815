/* A list of attendees out of a foreign file (M4): looked at first, then put on the open list, all
 * of it or nothing. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee-list.h"
#include "msk-list-encoding.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* How the file is to be read. */
typedef struct
{
  MskListEncoding encoding; /* of a CSV */
  guint sheet;              /* of a workbook, from 1; 0: the first that is shown */
  const char *columns; /* as msk_list_columns_parse() reads them; NULL: those that are remembered
                          for the header, or else by its names */
} MskImportChoice;

#define MSK_TYPE_IMPORT_PREVIEW (msk_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MskImportPreview, msk_import_preview, MSK, IMPORT_PREVIEW, GObject)

/* What would become of a file. Nothing of it is in the register. */
struct _MskImportPreview
{
  GObject parent_instance;

  gboolean is_workbook;
  MskListEncoding encoding; /* that it was read in */
  GStrv sheets;
  guint sheet;         /* from 1; 0 when there are none */
  gboolean by_hand;    /* the columns were chosen */
  gboolean remembered; /* they were chosen an earlier time */
  MskAttendeeList *list;

  gint64 meeting_id;
  GVariant *rows;
  GVariant *lines;
};

/* Has the file read by the worker and judges it. Fails as the worker does (MSK_INPUT_ERROR_CSV_…,
 * LIST_…, XLSX_…), or with MSK_INPUT_ERROR_BAD_VALUE for columns that there are not; what is wrong
 * with columns and rows is in the preview, and no failure. Blocks. The caller owns it. */
MskImportPreview *msk_import_desk_read (MskSession *session,
                                        GBytes *file,
                                        const MskImportChoice *choice,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same without blocking while the worker reads. */
void msk_import_desk_read_async (MskSession *session,
                                 GBytes *file,
                                 const MskImportChoice *choice,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
MskImportPreview *msk_import_desk_read_finish (GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Judges the same file anew with columns chosen by hand (as msk_list_columns_parse() reads them),
 * or, for NULL, with those that are remembered or named. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_import_desk_choose (MskSession *session,
                                 MskImportPreview *preview,
                                 const char *columns,
                                 GError **error);

/* Puts all of its people on the open list, in one transaction, and remembers columns that were
 * chosen by hand. accepted says that somebody looked at the warnings. How many people, or 0 with
 * the errors of msk_attendee_list_check(). When the lists have changed since the preview was made
 * so that it would say something else, it says that now, and fails with
 * MSK_RULE_ERROR_LIST_DOUBTFUL. */
guint msk_import_desk_confirm (MskSession *session,
                               MskImportPreview *preview,
                               gboolean accepted,
                               GError **error);

G_END_DECLS
