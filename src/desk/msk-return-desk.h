/* The rule by which pages are counted when a copy comes back (清退), and what came back in part.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page-count.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Lays down, as organiser, whether the copies of a paper are counted. Fails with
 * MSK_RULE_ERROR_NOTHING_CHANGED, or MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_return_desk_set_rule (MskSession *session,
                                   gint64 paper_id,
                                   MskCountRule rule,
                                   GError **error);

/* Whether a copy has to be counted when it is taken back now. */
gboolean msk_return_desk_must_count (MskSession *session,
                                     guint number,
                                     gboolean *must,
                                     GError **error);

/* Of MskCopy, by number: those of which pages are missing, with who answers for them. */
GPtrArray *msk_return_desk_list_parts (MskSession *session,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
