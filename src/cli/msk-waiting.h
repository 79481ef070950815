/* Waiting for the end of what a verb began, and stopping it when asked to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MskWaiting MskWaiting;

/* From here until its end SIGINT and SIGTERM cancel what is waited for, and do not end the program.
 */
MskWaiting *msk_waiting_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What to begin the work with, and to name as its callback with self as data. Lent. */
GCancellable *msk_waiting_get_cancellable (MskWaiting *self);
void msk_waiting_cb (GObject *source, GAsyncResult *answer, gpointer user_data);

/* Comes back when the work is finished, with its answer, which the caller owns. self is gone then.
 */
GAsyncResult *msk_waiting_end (MskWaiting *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
