/* Making a paper's scope narrower (M3), and the copies that were recalled until they are back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* What the scope becomes. What is 0 or NULL stays as it is. */
typedef struct
{
  guint scope;        /* set of 1 << MskCapacity */
  MskLevel clearance; /* the least that a reader has */
  GArray *readers;    /* gint64, the only attendees */
  const char *reason;
} MskScopeDraft;

/* Makes the scope narrower; never wider (M3). Copies whose holders are outside it now are recalled,
 * with what was made from them; *recalled, when not NULL, is how many. Fails with
 * MSK_RULE_ERROR_SCOPE_WIDENED, MSK_RULE_ERROR_PAPER_REPLACED, or MSK_INPUT_ERROR_BAD_VALUE without
 * a reason or a change. */
gboolean msk_recall_desk_narrow (MskSession *session,
                                 gint64 paper_id,
                                 const MskScopeDraft *draft,
                                 guint *recalled,
                                 GError **error);

/* Calls a copy back, with everything that was made from it (C2), in one transaction; numbers of
 * theirs that were never printed are given up. *recalled, when not NULL, is how many are recalled
 * now that were not. A recall is never taken back. Fails with MSK_RULE_ERROR_COPY_RECALLED for one
 * that is recalled already, as msk_copy_check_exists() does, or with MSK_INPUT_ERROR_BAD_VALUE
 * without a reason. */
gboolean msk_recall_desk_recall (MskSession *session,
                                 guint number,
                                 const char *reason,
                                 guint *recalled,
                                 GError **error);

/* What a recall would do now. */
typedef struct
{
  guint given_up; /* numbers of which nothing was printed */
  guint recalled; /* that are not recalled yet */
  guint out;      /* of these: in somebody's hands */
} MskRecallForecast;

/* Of all copies of a paper, as a revision of it recalls them; and of a copy with everything that
 * was made from it. */
gboolean msk_recall_desk_foresee_revision (MskSession *session,
                                           gint64 paper_id,
                                           MskRecallForecast *forecast,
                                           GError **error);
gboolean msk_recall_desk_foresee_recall (MskSession *session,
                                         guint number,
                                         MskRecallForecast *forecast,
                                         GError **error);

/* Of MskCopy: copies that are recalled and still out, by number; of all revisions of one paper, or
 * of the whole meeting for paper_id 0. */
GPtrArray *msk_recall_desk_list (MskSession *session,
                                 gint64 paper_id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
