/* Files that nobody else may read: made private from the first moment, and replaced whole or not at
 * all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE, renameat2 */
#include "msk-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
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

/* How a file in the making is called. */
#define PART_PREFIX ".msk-"
#define PART_SUFFIX ".part"

static gboolean
fail (GError **error, int saved_errno)
{
  if (saved_errno == EEXIST)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                           _ ("There is a file of this name already, and it was left as it is: "
                              "choose another name."));
      return FALSE;
    }
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

gboolean
msk_private_file_write_all (int fd, gconstpointer data, gsize size)
{
  const char *at = data;

  while (size > 0)
    {
      gssize written = write (fd, at, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      at += written;
      size -= (gsize) written;
    }

  return TRUE;
}

char *
msk_private_file_dup_part (const char *folder)
{
  return g_strdup_printf ("%s/" PART_PREFIX "%08x%08x" PART_SUFFIX, folder, g_random_int (),
                          g_random_int ());
}

gboolean
msk_private_file_is_part (const char *name)
{
  return g_str_has_prefix (name, PART_PREFIX) && g_str_has_suffix (name, PART_SUFFIX);
}

int
msk_private_file_open_part (const char *part)
{
  int fd = g_open (part, NEW_FILE, 0600);

  if (fd >= 0)
    flock (fd, LOCK_EX | LOCK_NB);
  return fd;
}

void
msk_private_file_remove_leftovers (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = NULL;
      int fd;

      if (!msk_private_file_is_part (name))
        continue;
      path = g_build_filename (folder, name, NULL);
      fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
      if (fd < 0)
        continue;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        g_unlink (path);
      close (fd);
    }
}

gboolean
msk_private_file_take_name (const char *part, const char *path)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if ((errno != EINVAL && errno != ENOSYS) || link (part, path) != 0)
    return FALSE;

  g_unlink (part);
  return TRUE;
}

/* What has its name is flushed already, so closing has nothing more to say. */
static gboolean
write_as (const char *part, const char *path, GBytes *contents, gboolean replace, GError **error)
{
  int fd = msk_private_file_open_part (part);
  gsize size;
  const char *data = g_bytes_get_data (contents, &size);
  int saved_errno;

  if (fd < 0)
    return fail (error, errno);
  if (msk_private_file_write_all (fd, data, size) && fsync (fd) == 0 &&
      (replace ? g_rename (part, path) == 0 : msk_private_file_take_name (part, path)))
    {
      close (fd);
      return TRUE;
    }

  saved_errno = errno;
  g_unlink (part);
  close (fd);
  return fail (error, saved_errno);
}

gboolean
msk_private_file_write (const char *path, GBytes *contents, gboolean replace, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (path != NULL && contents != NULL, FALSE);

  folder = g_path_get_dirname (path);
  part = msk_private_file_dup_part (folder);
  msk_private_file_remove_leftovers (folder);
  if (!write_as (part, path, contents, replace, error))
    return FALSE;
  if (msk_private_file_sync_folder (folder, error))
    return TRUE;

  /* A name that may not last is none. */
  if (!replace)
    g_unlink (path);
  return FALSE;
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

static gboolean
is_private (const struct stat *facts)
{
  return facts->st_uid == geteuid () && (facts->st_mode & OTHERS) == 0 && !S_ISLNK (facts->st_mode);
}

/* A place that may be anybody's: to take it from others is not always right, and never for the
 * kit to say. */
static gboolean
check_folder (const char *path, GError **error)
{
  struct stat facts;

  if (lstat (path, &facts) != 0)
    return fail (error, errno);
  if (is_private (&facts) && S_ISDIR (facts.st_mode))
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                       S_ISDIR (facts.st_mode)
                           ? _ ("Others may read this folder, or it is not yours: choose one of "
                                "your own that nobody else may enter, or a new name.")
                           : _ ("This is no folder: choose another name for one."));
  return FALSE;
}

gboolean
msk_private_file_make_folder (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir (path, 0700) == 0)
    return TRUE;
  if (errno != EEXIST)
    return fail (error, errno);

  return check_folder (path, error);
}

gboolean
msk_private_file_check (const char *path, GError **error)
{
  g_autofree char *quoted = NULL;
  struct stat facts;

  g_return_val_if_fail (path != NULL, FALSE);

  if (lstat (path, &facts) != 0)
    return fail (error, errno);
  if (is_private (&facts))
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

  msk_private_file_remove_leftovers (self->folder);
  self->fd = g_open (self->folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
  if (self->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      self->temporary = msk_private_file_dup_part (self->folder);
      self->fd = msk_private_file_open_part (self->temporary);
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

  return msk_private_file_write_all (self->fd, data, size) || fail (error, errno);
}

static gboolean
take_stream_name (MskPrivateStream *self)
{
  g_autofree char *open_file = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  return self->temporary != NULL
             ? msk_private_file_take_name (self->temporary, self->path)
             : linkat (AT_FDCWD, open_file, AT_FDCWD, self->path, AT_SYMLINK_FOLLOW) == 0;
}

gboolean
msk_private_stream_finish (MskPrivateStream *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (fsync (self->fd) != 0 || !take_stream_name (self))
    return fail (error, errno);
  if (msk_private_file_sync_folder (self->folder, error))
    return TRUE;

  g_unlink (self->path);
  return FALSE;
}
