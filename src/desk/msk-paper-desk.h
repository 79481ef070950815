/* Papers: taking a PDF in through the worker, and the approval to copy it (C1).
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
  guint scope; /* set of 1 << MskCapacity */
} MskPaperDraft;

/* Has the worker judge and prepare the file, then keeps it inside the encrypted meeting file; the
 * meeting's level rises to the paper's. Blocks. Returns the paper's id, or 0 with
 * MSK_INPUT_ERROR_PDF_…, MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_MARK_FORBIDDEN,
 * MSK_RULE_ERROR_EXISTS (same document number). warnings, when not NULL, gets what was mended or
 * removed in the file (of char *; the caller owns it). */
gint64 msk_paper_desk_add (MskSession *session,
                           const MskPaperDraft *draft,
                           GBytes *file,
                           GPtrArray **warnings,
                           GError **error);

/* The same with the worker running beside the window. */
void msk_paper_desk_add_async (MskSession *session,
                               const MskPaperDraft *draft,
                               GBytes *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gint64 msk_paper_desk_add_finish (MskSession *session,
                                  GAsyncResult *result,
                                  GPtrArray **warnings,
                                  GError **error);

/* Records an approval to copy; it adds to earlier ones. decided_at of 0 means now. Fails as
 * msk_paper_check_approval(). */
gboolean msk_paper_desk_approve (MskSession *session,
                                 gint64 paper_id,
                                 const MskApproval *approval,
                                 GError **error);

/* Of MskPaper, in the order they came. */
GPtrArray *msk_paper_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskPaper *msk_paper_desk_get (MskSession *session,
                              gint64 paper_id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The balance of one paper, or of the whole meeting for paper_id 0. */
gboolean msk_paper_desk_get_balance (MskSession *session,
                                     gint64 paper_id,
                                     MskBalance *balance,
                                     GError **error);

G_END_DECLS
