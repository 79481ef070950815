/* What copies of a copy (C2) need inside the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-request.h"
#include "msk-database.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The copy that copies are to be made of, as it stands; NULL with msk_copy_check_reproducible()'s
 * or msk_paper_check_current()'s errors, or with MSK_INPUT_ERROR_BAD_VALUE when it is a copy of
 * another paper. The caller owns it. */
MskCopy *msk_reproduction_get_parent (MskDatabase *database,
                                      gint64 paper_id,
                                      guint number,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many copies the request's parent has or may have: the "2" of "Copy 14/1 of 2". */
gboolean msk_reproduction_count_made (MskDatabase *database,
                                      MskCopyRequest *request,
                                      guint *made,
                                      GError **error);

/* Whether the paper's pages have room for what a copy of the request's parent bears. Reads the
 * paper. Fails as msk_stamper_new(). */
gboolean msk_reproduction_try_stamp (MskSession *session,
                                     MskDatabase *database,
                                     MskCopyRequest *request,
                                     GError **error);

/* The day of a moment, where this machine stands. */
void msk_reproduction_get_day (gint64 at, GDate *day);

G_END_DECLS
