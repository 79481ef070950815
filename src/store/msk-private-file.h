/* Files that nobody else may read: made private from the first moment, and replaced whole or not at
 * all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes contents to a file of mode 0600 through a temporary file beside it, flushed to the disk
 * before it takes the name. With replace FALSE an existing file is not touched. Fails with
 * MSK_SYSTEM_ERROR_DISK_FULL or MSK_SYSTEM_ERROR_FILE, leaving what was there. */
gboolean msk_private_file_write (const char *path,
                                 GBytes *contents,
                                 gboolean replace,
                                 GError **error);

/* What the two ways of writing whole files share, with the sealed export. A file in the making lies
 * beside its name as “.msk-….part” and is locked as long as somebody writes it: so what a program
 * left that was killed, or whose medium was pulled out, is told from it. That is removed when
 * something is next written into the folder, and with an erased meeting. dup_part's answer is the
 * caller's; open_part gives a file descriptor or -1 with errno, write_all and take_name (never in
 * place of another) FALSE with errno. */
char *msk_private_file_dup_part (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_private_file_is_part (const char *name);
int msk_private_file_open_part (const char *part);
gboolean msk_private_file_write_all (int fd, gconstpointer data, gsize size);
gboolean msk_private_file_take_name (const char *part, const char *path);
void msk_private_file_remove_leftovers (const char *folder);

/* Makes an empty file of mode 0600 whose name survives a power cut. Fails when it exists. */
gboolean msk_private_file_create (const char *path, GError **error);

/* Makes a folder of mode 0700, or takes one that is private already. */
gboolean msk_private_file_make_folder (const char *path, GError **error);

/* Fails with MSK_SYSTEM_ERROR_VAULT_EXPOSED when the file or folder belongs to somebody else or
 * others may read it; the message has the command that mends it. */
gboolean msk_private_file_check (const char *path, GError **error);

/* Flushes a folder, so that a name just made or changed in it survives a power cut. */
gboolean msk_private_file_sync_folder (const char *path, GError **error);

/* A file of mode 0600 that is written piece by piece and gets its name when it is whole, never in
 * place of another. Whoever dies in the middle leaves nothing; only where the file system has no
 * files without a name, one that begins with a dot. Fail with MSK_SYSTEM_ERROR_DISK_FULL or _FILE;
 * what is freed before it was finished is gone. */
typedef struct _MskPrivateStream MskPrivateStream;

MskPrivateStream *msk_private_stream_new (const char *path,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_private_stream_free (MskPrivateStream *self);
gboolean msk_private_stream_write (MskPrivateStream *self,
                                   gconstpointer data,
                                   gsize size,
                                   GError **error);
gboolean msk_private_stream_finish (MskPrivateStream *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPrivateStream, msk_private_stream_free)

G_END_DECLS
