/* Requests to copy papers, and the decisions on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-request.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Inserts what is asked for, and sets the id. */
gboolean msk_request_store_insert (MskTransaction *transaction,
                                   MskCopyRequest *request,
                                   GError **error);

/* Keeps the decision. The first wants every text of the approval, place included. */
gboolean msk_request_store_approve (MskTransaction *transaction,
                                    MskCopyRequest *request,
                                    const MskApproval *approval,
                                    GError **error);
gboolean msk_request_store_refuse (MskTransaction *transaction,
                                   MskCopyRequest *request,
                                   const char *reason,
                                   GError **error);

/* Of MskCopyRequest, in the order they came; of one paper, or of all for paper_id 0. */
GPtrArray *msk_request_store_list (MskDatabase *database,
                                   gint64 paper_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskCopyRequest *msk_request_store_get (MskDatabase *database,
                                       gint64 id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The approval that a number was reserved under. */
MskCopyRequest *msk_request_store_get_of_number (MskDatabase *database,
                                                 guint number,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
