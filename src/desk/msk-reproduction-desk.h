/* Copies of a copy (C2): numbered under their parent, with an approval of their own. Leave for them
 * is asked for and decided as any other, see MskCopyRequestDraft.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Reserves the next count numbers under a copy: 000014/1, 000014/2, … Each belongs to one approval
 * for this very copy, the oldest with room. Returns the first, or 0 with
 * MSK_RULE_ERROR_REPRODUCTION_NOT_APPROVED, _BEYOND_APPROVAL, _NOT_COPIED_FURTHER, or as
 * msk_copy_check_reproducible() and msk_paper_check_current() do. */
guint msk_reproduction_desk_reserve (MskSession *session,
                                     guint parent,
                                     guint count,
                                     GError **error);

/* How many copies of a copy its approvals allow together, and how many further numbers they leave
 * room for; both 0 without one. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_reproduction_desk_get_leave (MskSession *session,
                                          guint number,
                                          guint *granted,
                                          guint *room,
                                          GError **error);

/* Of MskCopy: a copy and everything that was made from it, each before its own. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND. */
GPtrArray *msk_reproduction_desk_list_tree (MskSession *session,
                                            guint number,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
