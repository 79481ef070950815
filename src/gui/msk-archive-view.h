/* Dossiers and their loans, and what is still out over all meetings (F1, F2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_ARCHIVE_VIEW (msk_archive_view_get_type ())
G_DECLARE_FINAL_TYPE (MskArchiveView, msk_archive_view, MSK, ARCHIVE_VIEW, AdwPreferencesGroup)

/* Reads anew for a page, which is lent. */
gboolean msk_archive_view_read (MskArchiveView *self, MskPage *page, GError **error);

/* Whether the record of this meeting was filed, as it was read. */
gboolean msk_archive_view_has (MskArchiveView *self, gint64 meeting_id);

G_END_DECLS
