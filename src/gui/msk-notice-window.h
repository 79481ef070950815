/* The no-recording notice on the second display (M5). It shows nothing secret, so it stays while
 * the kit is locked; nothing but msk_notice_window_end() closes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "msk-session.h"

G_BEGIN_DECLS

#define MSK_TYPE_NOTICE_WINDOW (msk_notice_window_get_type ())
G_DECLARE_FINAL_TYPE (MskNoticeWindow, msk_notice_window, MSK, NOTICE_WINDOW, GtkWindow)

/* Whether there is a display besides the one that the staff's window is on. */
gboolean msk_notice_window_has_display (GtkWindow *staff);

/* Shows the notice of the session's meeting. Without a second display it waits for one, or stands
 * in a window when windowed is wanted. The staff's window keeps the keyboard. NULL with the desk's
 * error. The window belongs to GTK until it is ended. */
MskNoticeWindow *msk_notice_window_show (GtkWindow *staff,
                                         MskSession *session,
                                         gboolean windowed,
                                         GError **error);

/* Follows another session, after somebody has signed in anew. */
void msk_notice_window_follow (MskNoticeWindow *self, MskSession *session);
void msk_notice_window_end (MskNoticeWindow *self);

G_END_DECLS
