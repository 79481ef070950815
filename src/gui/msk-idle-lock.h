/* Notices that nobody touches the machine any more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MSK_IDLE_LOCK_DEFAULT_SECONDS (5 * 60)

/* Signal "idle": nobody has pressed a key or moved the mouse for so long; once until it is started
 * again. */
#define MSK_TYPE_IDLE_LOCK (msk_idle_lock_get_type ())
G_DECLARE_FINAL_TYPE (MskIdleLock, msk_idle_lock, MSK, IDLE_LOCK, GObject)

MskIdleLock *msk_idle_lock_new (guint seconds) G_GNUC_WARN_UNUSED_RESULT;

/* Watches one more window, or a menu that keeps the keys from its window. */
void msk_idle_lock_attach (MskIdleLock *self, GtkWidget *widget);

void msk_idle_lock_start (MskIdleLock *self);
void msk_idle_lock_stop (MskIdleLock *self);

/* Somebody is there, or the program is busy for somebody. */
void msk_idle_lock_touch (MskIdleLock *self);

G_END_DECLS
