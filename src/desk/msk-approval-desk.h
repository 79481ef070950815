/* Leave to copy a paper (M6, C1): asked for by one person, decided by another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-request.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint copies;
  const char *purpose;
  const char *applicant; /* full name of the person who asks */
  const char *place;     /* of a designated printer; NULL or "" for any */
  guint parent;          /* number of the copy that is to be copied (C2), 0 for the paper itself */
  const char *copier;    /* the copying organ; not used without a parent */
} MskCopyRequestDraft;

/* Asks for leave to copy a paper, or one of its copies: the one is never leave for the other. A
 * copy is looked at as msk_copy_check_reproducible() does, and so are its paper's pages: whether
 * they have room for the copying organ, as msk_stamper_new() fails. Returns the request's id, or 0
 * with MSK_INPUT_ERROR_NOT_FOUND, MSK_INPUT_ERROR_BAD_VALUE (also for a place where no designated
 * printer stands) or MSK_RULE_ERROR_PAPER_REPLACED. */
gint64 msk_approval_desk_request (MskSession *session,
                                  gint64 paper_id,
                                  const MskCopyRequestDraft *draft,
                                  GError **error);

/* Records that a request was approved; what it allows adds to what was allowed before. decided_at
 * of 0 means now, no place that of the request. Fails as msk_paper_check_approval(),
 * msk_paper_check_current(), msk_copy_request_check_decider() and msk_copy_request_check_limit(),
 * or with MSK_INPUT_ERROR_BAD_TIME for a decision in the future. */
gboolean msk_approval_desk_approve (MskSession *session,
                                    gint64 request_id,
                                    const MskApproval *approval,
                                    GError **error);

/* Records that it was refused. Needs a reason. */
gboolean msk_approval_desk_refuse (MskSession *session,
                                   gint64 request_id,
                                   const char *reason,
                                   GError **error);

/* Of MskCopyRequest, in the order they came; of one paper, or of all for paper_id 0. */
GPtrArray *msk_approval_desk_list (MskSession *session,
                                   gint64 paper_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskCopyRequest *msk_approval_desk_get (MskSession *session,
                                       gint64 request_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The places where designated printers stand, each once (of char *). */
GPtrArray *msk_approval_desk_list_places (MskSession *session,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
