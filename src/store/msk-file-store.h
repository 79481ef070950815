/* Files in a register, in pieces: a large one is written beside the window's work.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "msk-database.h"

G_BEGIN_DECLS

/* Called in the thread that writes: bytes of the content that are in the register so far. FALSE,
 * with an error, gives the file up. */
typedef gboolean (*MskFileProgress) (gsize done, gpointer user_data, GError **error);

/* Writes a file that belongs to nothing yet, each piece in a transaction of its own (or all in that
 * of the caller), so that others wait for one piece at most. What nothing comes to belong to is
 * removed by msk_file_store_remove() or, after a crash, when the meeting is next opened; it is no
 * part of the register's state and has no entry in the ledger. progress may be NULL. On failure
 * nothing of the file is left, as far as the disk allows. */
gboolean msk_file_store_write (MskDatabase *database,
                               GBytes *content,
                               MskFileProgress progress,
                               gpointer user_data,
                               gint64 *file,
                               GError **error);

/* Takes back a file that nothing belongs to. */
void msk_file_store_remove (MskDatabase *database, gint64 file);

/* Removes whatever files nothing belongs to. */
gboolean msk_file_store_remove_strays (MskDatabase *database, GError **error);

/* Whether all of it is there: this looks at no byte of it. Fails with
 * MSK_SYSTEM_ERROR_VAULT_DAMAGED. */
gboolean msk_file_store_is_whole (MskDatabase *database, gint64 file, gsize size, GError **error);

/* Fails with MSK_SYSTEM_ERROR_VAULT_DAMAGED when a piece is not what was written. */
GBytes *msk_file_store_load (MskDatabase *database,
                             gint64 file,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
