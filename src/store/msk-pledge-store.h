/* Who took note of which text, and who has which post.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-pledge.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What one person has and lacks, for the versions in force. Fails with MSK_INPUT_ERROR_NOT_FOUND.
 */
gboolean msk_pledge_store_load (MskDatabase *database,
                                gint64 attendee_id,
                                MskPledgeState *state,
                                GError **error);

/* The same of everybody who may still come (of MskPledgeLine), in the order of the list. */
GPtrArray *msk_pledge_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Records that a person took note of a version; *done is FALSE, and nothing is written, when they
 * had already. */
gboolean msk_pledge_store_acknowledge (MskTransaction *transaction,
                                       gint64 attendee_id,
                                       MskTextVersion *text,
                                       MskManner manner,
                                       const char *reference,
                                       gboolean *done,
                                       GError **error);

/* Takes one record back, which stays. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_pledge_store_annul (MskTransaction *transaction,
                                 gint64 id,
                                 const char *reason,
                                 GError **error);

/* The register: of MskAcknowledgement, in order; of one person, or of all for 0. */
GPtrArray *msk_pledge_store_list_register (MskDatabase *database,
                                           gint64 attendee_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The posts of a person as a set of 1 << MskPost. */
gboolean msk_pledge_store_get_posts (MskDatabase *database,
                                     gint64 attendee_id,
                                     guint *posts,
                                     GError **error);

/* Gives a post, or ends it. Nothing is written when it is so already. */
gboolean msk_pledge_store_assign_post (MskTransaction *transaction,
                                       gint64 attendee_id,
                                       MskPost post,
                                       GError **error);
gboolean msk_pledge_store_end_post (MskTransaction *transaction,
                                    gint64 attendee_id,
                                    MskPost post,
                                    GError **error);

G_END_DECLS
