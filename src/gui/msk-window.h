/* The window: locked until somebody signs in. It never shows a meeting's title in its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSK_TYPE_WINDOW (msk_window_get_type ())
G_DECLARE_FINAL_TYPE (MskWindow, msk_window, MSK, WINDOW, AdwApplicationWindow)

/* station may be NULL; idle_seconds is how long nobody may touch the machine before it locks. */
GtkWidget *msk_window_new (GtkApplication *application,
                           const char *directory,
                           const char *station,
                           guint idle_seconds);

G_END_DECLS
