/* Looking at a paper's pages, with the stamp and without it, and nothing of it on a disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The longer side of a picture, in pixels. */
#define MSK_PREVIEW_SIDE_MAX 4096u
#define MSK_PREVIEW_SIDE_PLAIN 1754u /* A4 at 150 dpi */

/* A page as it was drawn. */
typedef struct
{
  guint width;
  guint height;
  GBytes *pixels;   /* rows of B, G, R and a byte that means nothing */
  GPtrArray *notes; /* of char *: what the picture may not show as a printer would */
} MskPreviewPage;

void msk_preview_page_free (MskPreviewPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPreviewPage, msk_preview_page_free)

/* One paper that somebody looks at. */
#define MSK_TYPE_PREVIEW (msk_preview_get_type ())
G_DECLARE_FINAL_TYPE (MskPreview, msk_preview, MSK, PREVIEW, GObject)

/* Opens the paper for looking at; that somebody did stands in the ledger, once, however many of its
 * pages are turned. Its file is fetched when a page is first drawn. Fails with
 * MSK_ACCESS_ERROR_ROLE for who may not see papers (三员). The caller owns it. */
MskPreview *msk_preview_desk_open (MskSession *session,
                                   gint64 paper_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lent. */
MskPaper *msk_preview_get_paper (MskPreview *self);

/* What was mended in the file or removed from it when it came, of char *: then the pages are to be
 * looked at. Lent. */
GPtrArray *msk_preview_get_warnings (MskPreview *self);

/* Has the worker draw a page (from 1) with its longer side of so many pixels: stamped with a
 * specimen's number 000000 and tags that no desk takes for genuine, or as the file was handed in.
 * Blocks. Fails with MSK_ACCESS_ERROR_LOCKED, MSK_INPUT_ERROR_BAD_VALUE for a page that there
 * isn't, and as msk_worker_run(). The caller owns it. */
MskPreviewPage *msk_preview_draw (MskPreview *self,
                                  guint page,
                                  guint side,
                                  gboolean stamped,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with everything that takes its time beside the window. Fails also with
 * MSK_SYSTEM_ERROR_CANCELLED; what was drawn for a screen that was locked since, or for another
 * meeting, is refused by finish. */
void msk_preview_draw_async (MskPreview *self,
                             guint page,
                             guint side,
                             gboolean stamped,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
MskPreviewPage *msk_preview_draw_finish (MskPreview *self,
                                         GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a page as a PNG that nobody else may read; path must be new. Returns the notes of
 * MskPreviewPage, which the caller owns. */
GPtrArray *msk_preview_write (MskPreview *self,
                              guint page,
                              gboolean stamped,
                              const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
