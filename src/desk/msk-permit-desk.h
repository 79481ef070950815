/* Permits to take copies away (R3, R2): granted, used, closed by the home registry's receipt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-permit.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What the leader permits. */
typedef struct
{
  gint64 keeper_id;      /* attendee who will answer for the copy */
  const char *registry;  /* their home registry */
  const char *authority; /* full name of the leader who permits */
  const char *reference; /* of the written permit */
  gint64 deadline_at;    /* for the receipt, or the copy, to be here */
  const char *bearer;    /* full name of who is to carry it; NULL or "": the keeper */
  const char *second;    /* and of who is to go with them (R2); NULL or "": nobody */
} MskPermitDraft;

/* Gives the permit's number, or 0. The keeper could be issued the copy, or holds it. Fails as
 * msk_permit_check_copy() and the issue of a copy do, with MSK_RULE_ERROR_COPY_IN_TURN,
 * MSK_RULE_ERROR_SECOND_PERMIT, MSK_RULE_ERROR_TWO_PERSONS_MISSING for a top-secret paper that one
 * person would carry, MSK_ACCESS_ERROR_SAME_PERSON when the authority keeps or carries it,
 * MSK_RULE_ERROR_WITHDRAWN or _REJECTED for a bearer whom the meeting has barred,
 * MSK_INPUT_ERROR_BAD_TIME or MSK_INPUT_ERROR_BAD_VALUE. */
gint64 msk_permit_desk_grant (MskSession *session,
                              guint number,
                              const MskPermitDraft *draft,
                              GError **error);

/* Before anybody used it. Fails with MSK_RULE_ERROR_NO_PERMIT or MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_permit_desk_withdraw (MskSession *session, gint64 permit_id, GError **error);

/* The copy leaves. bearer NULL or "": as the permit names them; second likewise (R2). Asks again
 * what was asked when the permit was granted. Fails with MSK_RULE_ERROR_NO_PERMIT, or as
 * msk_permit_check_take(), and MSK_RULE_ERROR_WITHDRAWN or _REJECTED for a bearer. */
gboolean msk_permit_desk_take (MskSession *session,
                               gint64 permit_id,
                               const char *bearer,
                               const char *second,
                               GError **error);

/* The home registry's return receipt; in a meeting that is closed, too. Fails with
 * MSK_RULE_ERROR_NO_PERMIT for a permit that nobody used or that is closed, with
 * MSK_RULE_ERROR_OWN_RECEIPT when who signed it keeps or carried the copy, or with
 * MSK_INPUT_ERROR_BAD_VALUE. A copy that comes back instead is scanned at the returns. */
gboolean msk_permit_desk_enter_receipt (MskSession *session,
                                        gint64 permit_id,
                                        const char *receipt,
                                        const char *received_by,
                                        GError **error);

/* Of MskPermit, in the order in which they were granted: all, or those that are open. */
GPtrArray *msk_permit_desk_list (MskSession *session,
                                 gboolean only_open,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskPermit *msk_permit_desk_get (MskSession *session,
                                gint64 permit_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
