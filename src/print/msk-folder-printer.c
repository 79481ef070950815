/* A printer that is a private folder: one PDF a job, for demonstrations and for want of a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */

#include "msk-folder-printer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-print-reference.h"

/* Small enough that cancelling is felt, large enough that it costs nothing. */
#define WRITE_CHUNK (256 * 1024)

struct _MskFolderPrinter
{
  GObject parent_instance;

  char *directory;
};

enum
{
  PROP_DIRECTORY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void msk_folder_printer_iface_init (MskPrinterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MskFolderPrinter,
                               msk_folder_printer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MSK_TYPE_PRINTER,
                                                      msk_folder_printer_iface_init))

static void
set_file_error (GError **error, int number)
{
  if (number == ENOSPC || number == EDQUOT)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL,
                         _ ("The disk of the print folder is full; make room on it and print it "
                            "again."));
  else
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                 _ ("The print folder could not be written (%s); put it right and print it again."),
                 g_strerror (number));
}

static gboolean
check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                       _ ("Printing was cancelled before this print job was made; print it again "
                          "when it is wanted."));
  return FALSE;
}

static gboolean
flush_descriptor (int folder)
{
  int result;

  do
    result = fsync (folder);
  while (result != 0 && errno == EINTR);

  return result == 0;
}

/* A new folder is only there after a power cut when its parent has been flushed too. */
static gboolean
make_directory (const char *directory, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (directory);
  int fd;
  gboolean flushed;

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      set_file_error (error, errno);
      return FALSE;
    }

  fd = open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  flushed = fd >= 0 && flush_descriptor (fd);
  if (!flushed)
    set_file_error (error, errno);
  if (fd >= 0)
    close (fd);

  return flushed;
}

static gboolean
check_private (const char *directory, const struct stat *status, GError **error)
{
  g_autofree char *quoted = g_shell_quote (directory);

  if (status->st_uid != geteuid ())
    {
      g_autofree char *user = g_shell_quote (g_get_user_name ());

      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
                   _ ("The print folder belongs to another user; run: sudo chown %s %s"), user,
                   quoted);
      return FALSE;
    }
  if ((status->st_mode & 07777) != 0700)
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
                   _ ("The print folder must be open to its owner alone; run: chmod 0700 %s"),
                   quoted);
      return FALSE;
    }

  return TRUE;
}

static void
set_not_a_folder_error (const char *directory, GError **error)
{
  g_autofree char *quoted = g_shell_quote (directory);
  g_autofree char *aside = g_strconcat (directory, ".old", NULL);
  g_autofree char *quoted_aside = g_shell_quote (aside);

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
               _ ("The print folder is a link or a file, not a folder; run: mv -nT %s %s && mkdir "
                  "-m 0700 %s"),
               quoted, quoted_aside, quoted);
}

/* A descriptor of the folder, known to be ours and private, or -1. All later work goes through it,
 * so the folder cannot be exchanged for another in between. */
static int
open_folder (MskFolderPrinter *self, GError **error)
{
  const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  struct stat status;
  int fd = open (self->directory, flags);

  if (fd < 0 && errno == ENOENT)
    {
      if (!make_directory (self->directory, error))
        return -1;
      fd = open (self->directory, flags);
    }

  if (fd < 0)
    {
      if (errno == ELOOP || errno == ENOTDIR)
        set_not_a_folder_error (self->directory, error);
      else
        set_file_error (error, errno);
      return -1;
    }

  if (fstat (fd, &status) != 0)
    set_file_error (error, errno);
  else if (check_private (self->directory, &status, error))
    return fd;

  close (fd);
  return -1;
}

/* Waits for another process that prints into the same folder: both would use the one temporary
 * name. */
static gboolean
lock_folder (int folder, GError **error)
{
  int result;

  do
    result = flock (folder, LOCK_EX);
  while (result != 0 && errno == EINTR);

  if (result != 0)
    set_file_error (error, errno);

  return result == 0;
}

static gboolean
write_bytes (int fd, GBytes *document, GCancellable *cancellable, GError **error)
{
  gsize left;
  const char *data = g_bytes_get_data (document, &left);

  while (left > 0)
    {
      gssize written;

      if (!check_cancelled (cancellable, error))
        return FALSE;

      written = write (fd, data, MIN (left, WRITE_CHUNK));
      if (written < 0 && errno != EINTR)
        {
          set_file_error (error, errno);
          return FALSE;
        }
      if (written > 0)
        {
          data += written;
          left -= (gsize) written;
        }
    }

  return TRUE;
}

static gboolean
write_temporary (int folder, GBytes *document, GCancellable *cancellable, GError **error)
{
  int fd;

  if (unlinkat (folder, MSK_FOLDER_PRINTER_PART, 0) != 0 && errno != ENOENT)
    {
      set_file_error (error, errno);
      return FALSE;
    }

  fd = openat (folder, MSK_FOLDER_PRINTER_PART,
               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_file_error (error, errno);
      return FALSE;
    }

  if (!write_bytes (fd, document, cancellable, error))
    {
      close (fd);
      return FALSE;
    }
  /* The umask can only have taken rights away from 0600; fchmod gives the owner's back. */
  if (fchmod (fd, 0600) != 0 || !flush_descriptor (fd))
    {
      set_file_error (error, errno);
      close (fd);
      return FALSE;
    }
  if (close (fd) != 0)
    {
      set_file_error (error, errno);
      return FALSE;
    }

  return TRUE;
}

static void
set_exists_error (const char *reference, GError **error)
{
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
               _ ("The print folder already holds a file of job %s, which is never overwritten; "
                  "print it once more, as a new attempt."),
               reference);
}

/* From the rename on the copy exists, so a failure after it is UNCERTAIN and not NOT_SENT. */
static MskPrintOutcome
publish (int folder, const char *reference, GError **error)
{
  g_autofree char *name = g_strconcat (reference, ".pdf", NULL);

  if (renameat2 (folder, MSK_FOLDER_PRINTER_PART, folder, name, RENAME_NOREPLACE) != 0)
    {
      if (errno == EEXIST)
        set_exists_error (reference, error);
      else
        set_file_error (error, errno);
      return MSK_PRINT_OUTCOME_NOT_SENT;
    }

  if (!flush_descriptor (folder))
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                   _ ("The print folder could not be flushed to the disk (%s); look whether %s is "
                      "there and confirm it by hand."),
                   g_strerror (errno), name);
      return MSK_PRINT_OUTCOME_UNCERTAIN;
    }

  return MSK_PRINT_OUTCOME_PRINTED;
}

static MskPrintOutcome
print_into (int folder,
            GBytes *document,
            const char *reference,
            GCancellable *cancellable,
            GError **error)
{
  MskPrintOutcome outcome = MSK_PRINT_OUTCOME_NOT_SENT;

  if (!lock_folder (folder, error))
    return outcome;

  if (write_temporary (folder, document, cancellable, error))
    outcome = publish (folder, reference, error);
  if (outcome == MSK_PRINT_OUTCOME_NOT_SENT)
    unlinkat (folder, MSK_FOLDER_PRINTER_PART, 0);

  return outcome;
}

static gboolean
msk_folder_printer_check (MskPrinter *printer, GCancellable *cancellable, GError **error)
{
  int folder = open_folder (MSK_FOLDER_PRINTER (printer), error);

  if (folder < 0)
    return FALSE;

  close (folder);
  return TRUE;
}

static MskPrintOutcome
msk_folder_printer_print (MskPrinter *printer,
                          GBytes *document,
                          const char *reference,
                          GCancellable *cancellable,
                          GError **error)
{
  MskPrintOutcome outcome;
  int folder;

  if (!msk_print_reference_check (reference, error) || !check_cancelled (cancellable, error))
    return MSK_PRINT_OUTCOME_NOT_SENT;

  folder = open_folder (MSK_FOLDER_PRINTER (printer), error);
  if (folder < 0)
    return MSK_PRINT_OUTCOME_NOT_SENT;

  outcome = print_into (folder, document, reference, cancellable, error);
  close (folder);

  return outcome;
}

static void
msk_folder_printer_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  MskFolderPrinter *self = MSK_FOLDER_PRINTER (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      self->directory = g_canonicalize_filename (g_value_get_string (value), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
msk_folder_printer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MskFolderPrinter *self = MSK_FOLDER_PRINTER (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      g_value_set_string (value, self->directory);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
msk_folder_printer_finalize (GObject *object)
{
  MskFolderPrinter *self = MSK_FOLDER_PRINTER (object);

  g_clear_pointer (&self->directory, g_free);

  G_OBJECT_CLASS (msk_folder_printer_parent_class)->finalize (object);
}

static void
msk_folder_printer_class_init (MskFolderPrinterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = msk_folder_printer_set_property;
  object_class->get_property = msk_folder_printer_get_property;
  object_class->finalize = msk_folder_printer_finalize;

  properties[PROP_DIRECTORY] =
      g_param_spec_string ("directory", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
msk_folder_printer_init (MskFolderPrinter *self)
{
}

static void
msk_folder_printer_iface_init (MskPrinterInterface *iface)
{
  iface->check = msk_folder_printer_check;
  iface->print = msk_folder_printer_print;
}

MskPrinter *
msk_folder_printer_new (const char *directory)
{
  g_return_val_if_fail (directory != NULL && directory[0] != '\0', NULL);

  return g_object_new (MSK_TYPE_FOLDER_PRINTER, "directory", directory, NULL);
}

const char *
msk_folder_printer_get_directory (MskFolderPrinter *self)
{
  g_return_val_if_fail (MSK_IS_FOLDER_PRINTER (self), NULL);

  return self->directory;
}

char *
msk_folder_printer_dup_path (MskFolderPrinter *self, const char *reference)
{
  g_autofree char *name = g_strconcat (reference, ".pdf", NULL);

  g_return_val_if_fail (MSK_IS_FOLDER_PRINTER (self), NULL);

  return g_build_filename (self->directory, name, NULL);
}
