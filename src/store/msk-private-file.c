/* Files that nobody else may read: made private from the first moment, and replaced whole or not at
 * all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE */
#include "msk-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"

struct _MskPrivateStream
{
  char *path;
  char *folder;
  char *temporary; /* NULL: it has no name before it is whole */
  int fd;
};

#define OTHERS (S_IRWXG | S_IRWXO)
#define NEW_FILE (O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW)

static gboolean
fail (GError **error, int saved_errno)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL,
                         _ ("The disk is full and nothing was written: make room, then do it "
                            "again."));
  else
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                 _ ("A file could not be written (%s): mend that, then do it again."),
                 g_strerror (saved_errno));
  return FALSE;
}

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }

  return TRUE;
}

static gboolean
write_temporary (const char *path, GBytes *contents, GError **error)
{
  int fd = g_open (path, NEW_FILE, 0600);
  int saved_errno = 0;
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);

  if (fd < 0)
    return fail (error, errno);

  if (!write_all (fd, data, size) || fsync (fd) != 0)
    saved_errno = errno;
  if (close (fd) != 0 && saved_errno == 0)
    saved_errno = errno;
  if (saved_errno == 0)
    return TRUE;

  g_unlink (path);
  return fail (error, saved_errno);
}

static gboolean
take_name (const char *temporary, const char *path, gboolean replace, GError **error)
{
  int saved_errno;

  if (replace ? g_rename (temporary, path) == 0 : link (temporary, path) == 0)
    {
      if (!replace)
        g_unlink (temporary);
      return TRUE;
    }

  saved_errno = errno;
  g_unlink (temporary);
  return fail (error, saved_errno);
}

static char *
dup_temporary (const char *folder)
{
  return g_strdup_printf ("%s/.new-%08x%08x", folder, g_random_int (), g_random_int ());
}

gboolean
msk_private_file_write (const char *path, GBytes *contents, gboolean replace, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL && contents != NULL, FALSE);

  folder = g_path_get_dirname (path);
  temporary = dup_temporary (folder);

  return write_temporary (temporary, contents, error) &&
         take_name (temporary, path, replace, error) &&
         msk_private_file_sync_folder (folder, error);
}

gboolean
msk_private_file_create (const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  fd = g_open (path, NEW_FILE, 0600);
  if (fd < 0)
    return fail (error, errno);

  close (fd);
  folder = g_path_get_dirname (path);
  return msk_private_file_sync_folder (folder, error);
}

gboolean
msk_private_file_make_folder (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir (path, 0700) == 0)
    return TRUE;
  if (errno != EEXIST)
    return fail (error, errno);

  return msk_private_file_check (path, error);
}

gboolean
msk_private_file_check (const char *path, GError **error)
{
  g_autofree char *quoted = NULL;
  struct stat facts;

  g_return_val_if_fail (path != NULL, FALSE);

  if (lstat (path, &facts) != 0)
    return fail (error, errno);
  if (facts.st_uid == geteuid () && (facts.st_mode & OTHERS) == 0 && !S_ISLNK (facts.st_mode))
    return TRUE;

  quoted = g_shell_quote (path);
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXPOSED,
               _ ("Others can read the vault, or it is not yours: check who did, then run “chmod "
                  "-R go-rwx %s” as its owner."),
               quoted);
  return FALSE;
}

gboolean
msk_private_file_sync_folder (const char *path, GError **error)
{
  int fd, result, saved_errno;

  g_return_val_if_fail (path != NULL, FALSE);

  fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail (error, errno);

  result = fsync (fd);
  saved_errno = errno;
  close (fd);
  return result == 0 || fail (error, saved_errno);
}

MskPrivateStream *
msk_private_stream_new (const char *path, GError **error)
{
  g_autoptr(MskPrivateStream) self = g_new0 (MskPrivateStream, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->fd = -1;
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      fail (error, EEXIST);
      return NULL;
    }

  self->fd = g_open (self->folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
  if (self->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      self->temporary = dup_temporary (self->folder);
      self->fd = g_open (self->temporary, NEW_FILE, 0600);
    }
  if (self->fd >= 0)
    return g_steal_pointer (&self);

  fail (error, errno);
  return NULL;
}

void
msk_private_stream_free (MskPrivateStream *self)
{
  if (self == NULL)
    return;

  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

gboolean
msk_private_stream_write (MskPrivateStream *self, gconstpointer data, gsize size, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return write_all (self->fd, data, size) || fail (error, errno);
}

gboolean
msk_private_stream_finish (MskPrivateStream *self, GError **error)
{
  g_autofree char *open_file = NULL;
  const char *source;

  g_return_val_if_fail (self != NULL, FALSE);

  open_file = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  source = self->temporary != NULL ? self->temporary : open_file;
  if (fsync (self->fd) != 0 ||
      linkat (AT_FDCWD, source, AT_FDCWD, self->path, AT_SYMLINK_FOLLOW) != 0)
    return fail (error, errno);

  return msk_private_file_sync_folder (self->folder, error);
}
