/* What the notice shows: both languages at once, as large as the display lets it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-notice-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_NOTICE_VIEW (msk_notice_view_get_type ())
G_DECLARE_FINAL_TYPE (MskNoticeView, msk_notice_view, MSK, NOTICE_VIEW, GtkWidget)

/* Shows it, and keeps it: nothing of the session is needed afterwards. */
void msk_notice_view_take (MskNoticeView *self, MskNotice *notice);

G_END_DECLS
