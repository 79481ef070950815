/* Papers: taking a PDF in through the worker, and the balances of their copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-paper.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *document_number;
  const char *title;
  MskLevel level;
  const char *period; /* as written; see msk_period_normalise() */
  const char *originator;
  guint scope;        /* set of 1 << MskCapacity */
  MskLevel clearance; /* the least that a reader has; 0 for the paper's level */
  GArray *readers;    /* nullable: gint64, the only attendees who may get it */
  MskUrgency urgency;
  gint64 replaces;  /* the paper that this is a revision of, or 0 */
  gint64 parent_id; /* the paper that this is an attachment of, or 0; its document number may then
                     * be left out */
  guint attachment; /* its number there; 0 for the next */
  GArray *parts;    /* nullable: gint64, the papers that this is a compilation of */
} MskPaperDraft;

/* Has the worker judge and prepare the file, then keeps it inside the encrypted meeting file; the
 * meeting's level rises to the paper's. Blocks. Returns the paper's id, or 0 with
 * MSK_INPUT_ERROR_PDF_…, MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_MARK_FORBIDDEN,
 * MSK_RULE_ERROR_EXISTS (same document number or attachment), _BELOW_ITS_PARTS (C4).
 *
 * A revision keeps the document number, has copies and approvals of its own, and may not have a
 * wider scope (MSK_RULE_ERROR_SCOPE_WIDENED; _PAPER_REPLACED when there is a newer one already). In
 * the same transaction the numbers of the old one that were never printed are given up, and all its
 * other copies are recalled. A printed copy in store is not void, which would mean that no sheet of
 * it exists: it stays counted in store, and is issued to nobody.
 *
 * warnings, when not NULL, gets what was mended or
 * removed in the file (of char *; the caller owns it). */
gint64 msk_paper_desk_add (MskSession *session,
                           const MskPaperDraft *draft,
                           GBytes *file,
                           GPtrArray **warnings,
                           GError **error);

/* How much of a paper's file is in the register, 0 … 1. Not called while the worker still reads. */
typedef void (*MskPaperProgress) (double share, gpointer user_data);

/* The same with everything that takes its time beside the window, which stands still for the last,
 * short transaction alone. progress may be NULL; it is called in the context of the caller, until
 * the work has ended or was cancelled. Cancelling changes nothing in the register. Fails also with
 * MSK_SYSTEM_ERROR_CANCELLED and MSK_RULE_ERROR_OTHER_MEETING. */
void msk_paper_desk_add_async (MskSession *session,
                               const MskPaperDraft *draft,
                               GBytes *file,
                               MskPaperProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gint64 msk_paper_desk_add_finish (MskSession *session,
                                  GAsyncResult *result,
                                  GPtrArray **warnings,
                                  GError **error);

/* Of MskPaper, in the order of msk_paper_order_sort(): attachments stand beneath their paper. */
GPtrArray *msk_paper_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskPaper *msk_paper_desk_get (MskSession *session,
                              gint64 paper_id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskPaper: the newest revision of each attachment of the document, by number. */
GPtrArray *msk_paper_desk_list_attachments (MskSession *session,
                                            gint64 paper_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The balance of one paper, or of the whole meeting for paper_id 0. */
gboolean msk_paper_desk_get_balance (MskSession *session,
                                     gint64 paper_id,
                                     MskBalance *balance,
                                     GError **error);

G_END_DECLS
