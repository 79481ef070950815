/* The pages of a paper, stamped as a specimen or as they were handed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_PREVIEW_VIEW (msk_preview_view_get_type ())
G_DECLARE_FINAL_TYPE (MskPreviewView, msk_preview_view, MSK, PREVIEW_VIEW, MskPage)

/* Opens a paper at its first page, with the stamp; that somebody looks at it stands in the ledger.
 * Fails as msk_preview_desk_open(). */
gboolean msk_preview_view_open (MskPreviewView *self, gint64 paper_id, GError **error);

/* Lets go of the paper and its pictures. It does so by itself when it is no longer shown. */
void msk_preview_view_close (MskPreviewView *self);

gboolean msk_preview_view_is_open (MskPreviewView *self);

G_END_DECLS
