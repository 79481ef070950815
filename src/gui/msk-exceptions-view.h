/* The recorders and note-takers who were approved, by name and item, beside the agenda (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_EXCEPTIONS_VIEW (msk_exceptions_view_get_type ())
G_DECLARE_FINAL_TYPE (MskExceptionsView,
                      msk_exceptions_view,
                      MSK,
                      EXCEPTIONS_VIEW,
                      AdwPreferencesGroup)

/* Reads again what is shown, for the items of the agenda (of MskAgendaItem). page is lent and
 * outlives the view. */
gboolean msk_exceptions_view_read (MskExceptionsView *self,
                                   MskPage *page,
                                   GPtrArray *items,
                                   GError **error);

G_END_DECLS
