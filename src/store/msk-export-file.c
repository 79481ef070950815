/* The sealed export: a meeting's register and its key, sealed for a passphrase, in one file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-private-file.h"

#define MAGIC "MSK sealed exp.\n"
#define MAGIC_SIZE 16
#define VERSION 1
#define AT_VERSION 16
#define AT_OPERATIONS 20
#define AT_MEMORY 24
#define AT_SALT 32
#define AT_SEALED 48
#define AT_STREAM 152
#define AT_CHECKSUM 176
#define CHECKSUM_SIZE 32
#define SEALED_KEYS_SIZE 104

#define PREFACE_SIZE (8 + MSK_LEDGER_HASH_SIZE + 8)
#define PIECE_SIZE (64 * 1024)
#define OVERHEAD crypto_secretstream_xchacha20poly1305_ABYTES
/* A changed file does not get the disk filled: far more than any meeting has. */
#define REGISTER_MAX (G_GINT64_CONSTANT (1) << 40)

G_STATIC_ASSERT (sizeof MAGIC - 1 == MAGIC_SIZE);
G_STATIC_ASSERT (AT_STREAM + crypto_secretstream_xchacha20poly1305_HEADERBYTES == AT_CHECKSUM);
G_STATIC_ASSERT (AT_CHECKSUM + CHECKSUM_SIZE == MSK_EXPORT_FILE_HEAD_SIZE);

typedef struct
{
  MskKeyWork work;
  guchar salt[MSK_KEY_WORK_SALT_SIZE];
  guchar bytes[MSK_EXPORT_FILE_HEAD_SIZE];
} Head;

/* One direction at a time: what goes through is counted in the digest. */
typedef struct
{
  int fd;
  const MskExportWatch *watch;
  crypto_generichash_state digest;
  crypto_secretstream_xchacha20poly1305_state stream;
  guchar plain[PIECE_SIZE];
  guchar sealed[PIECE_SIZE + OVERHEAD];
} Pipe;

void
msk_export_contents_clear (MskExportContents *self)
{
  g_clear_pointer (&self->key, msk_key_free);
}

static Pipe *
pipe_new (int fd, const MskExportWatch *watch)
{
  static const MskExportWatch nobody = { NULL };
  Pipe *self = sodium_malloc (sizeof (Pipe));

  if (self == NULL)
    g_error ("No memory for an export.");

  self->fd = fd;
  self->watch = watch != NULL ? watch : &nobody;
  crypto_generichash_init (&self->digest, NULL, 0, MSK_EXPORT_FILE_DIGEST_SIZE);
  return self;
}

static void
pipe_free (Pipe *self)
{
  sodium_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pipe, pipe_free)

/* Says how far it is; FALSE when it is to stop. */
static gboolean
go_on (Pipe *pipe, gint64 done, gint64 size, GError **error)
{
  if (pipe->watch->progress != NULL)
    pipe->watch->progress (done, size, pipe->watch->data);
  return !g_cancellable_set_error_if_cancelled (pipe->watch->cancellable, error);
}

static gboolean
fail_input (GError **error, MskInputError code)
{
  static const char *const messages[] = {
    [MSK_INPUT_ERROR_EXPORT_FOREIGN] =
        N_ ("This file is no sealed export of a meeting: choose the file that was exported."),
    [MSK_INPUT_ERROR_EXPORT_NEWER] =
        N_ ("This export was written by a newer version of the kit: install that version, and open "
            "it there."),
    [MSK_INPUT_ERROR_EXPORT_CUT] =
        N_ ("This export was cut short, and nothing of it is used: take another copy of it, or "
            "have it exported again."),
    [MSK_INPUT_ERROR_EXPORT_DAMAGED] =
        N_ ("This export was changed or is damaged, and nothing of it is used: take another copy "
            "of it, or have it exported again."),
  };

  g_set_error_literal (error, MSK_INPUT_ERROR, (int) code, _ (messages[code]));
  return FALSE;
}

static gboolean
fail_write (GError **error, int number)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL,
                         _ ("There is no room left, and nothing of it was kept: make room on the "
                            "medium and on the disk, then do it again."));
  else
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                 _ ("It could not be written, and nothing of it was kept (%s): put the medium "
                    "right, then do it again."),
                 g_strerror (number));
  return FALSE;
}

static gboolean
fail_read (GError **error, int number)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The export could not be read (%s): put the medium right, then do it again."),
               g_strerror (number));
  return FALSE;
}

static gboolean
fail_exists (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("There is a file of this name already, and it was left as it is: choose "
                          "another name."));
  return FALSE;
}

/* Up to length bytes, fewer only at the end of the file; -1 with errno. */
static gssize
read_all (int fd, guchar *bytes, gsize length)
{
  gsize got = 0;

  while (got < length)
    {
      gssize more = read (fd, bytes + got, length - got);

      if (more < 0 && errno == EINTR)
        continue;
      if (more < 0)
        return -1;
      if (more == 0)
        break;
      got += (gsize) more;
    }

  return (gssize) got;
}

static void
put_number (guchar *at, guint64 value, guint bytes)
{
  for (guint i = 0; i < bytes; i++)
    at[i] = (guchar) (value >> (8 * i));
}

static guint64
get_number (const guchar *at, guint bytes)
{
  guint64 value = 0;

  for (guint i = 0; i < bytes; i++)
    value |= (guint64) at[i] << (8 * i);
  return value;
}

/* What the sealed keys are bound to: nobody can lower their cost. */
static char *
dup_context (const Head *head)
{
  char salt[2 * MSK_KEY_WORK_SALT_SIZE + 1];

  sodium_bin2hex (salt, sizeof salt, head->salt, sizeof head->salt);
  return g_strdup_printf ("export %d %s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, VERSION, salt,
                          head->work.operations, head->work.memory);
}

static void
sum_head (const guchar *bytes, guchar sum[CHECKSUM_SIZE])
{
  crypto_generichash (sum, CHECKSUM_SIZE, bytes, AT_CHECKSUM, NULL, 0);
}

/* The size that an export of so large a register has. */
static gint64
get_whole_size (gint64 register_size)
{
  const gint64 pieces = (register_size + PIECE_SIZE - 1) / PIECE_SIZE;

  return MSK_EXPORT_FILE_HEAD_SIZE + PREFACE_SIZE + OVERHEAD + register_size + pieces * OVERHEAD;
}

/* Makes the head of a new export and begins its stream. */
static gboolean
make_head (Head *head,
           const MskKeyWork *work,
           const char *passphrase,
           const MskKey *register_key,
           Pipe *out,
           GError **error)
{
  g_autoptr(MskKey) passphrase_key = NULL;
  g_autoptr(MskKey) stream_key = msk_key_new_random ();
  g_autoptr(GBytes) sealed = NULL;
  g_autofree char *context = NULL;
  guchar keys[2 * MSK_KEY_SIZE];

  head->work = *work;
  randombytes_buf (head->salt, sizeof head->salt);
  passphrase_key = msk_key_work_derive (work, head->salt, passphrase, error);
  if (passphrase_key == NULL)
    return FALSE;

  context = dup_context (head);
  memcpy (keys, stream_key->bytes, MSK_KEY_SIZE);
  memcpy (keys + MSK_KEY_SIZE, register_key->bytes, MSK_KEY_SIZE);
  sealed = msk_key_seal (passphrase_key, keys, sizeof keys, context);
  sodium_memzero (keys, sizeof keys);
  g_return_val_if_fail (g_bytes_get_size (sealed) == SEALED_KEYS_SIZE, FALSE);

  memcpy (head->bytes, MAGIC, MAGIC_SIZE);
  put_number (head->bytes + AT_VERSION, VERSION, 4);
  put_number (head->bytes + AT_OPERATIONS, work->operations, 4);
  put_number (head->bytes + AT_MEMORY, work->memory, 8);
  memcpy (head->bytes + AT_SALT, head->salt, sizeof head->salt);
  memcpy (head->bytes + AT_SEALED, g_bytes_get_data (sealed, NULL), SEALED_KEYS_SIZE);
  crypto_secretstream_xchacha20poly1305_init_push (&out->stream, head->bytes + AT_STREAM,
                                                   stream_key->bytes);
  sum_head (head->bytes, head->bytes + AT_CHECKSUM);
  return TRUE;
}

static gboolean
send_bytes (Pipe *out, const guchar *bytes, gsize length, GError **error)
{
  crypto_generichash_update (&out->digest, bytes, length);
  return msk_private_file_write_all (out->fd, bytes, length) || fail_write (error, errno);
}

static gboolean
send_message (Pipe *out, gsize length, const Head *bound_to, gboolean last, GError **error)
{
  crypto_secretstream_xchacha20poly1305_push (
      &out->stream, out->sealed, NULL, out->plain, length,
      bound_to == NULL ? NULL : bound_to->bytes, bound_to == NULL ? 0 : MSK_EXPORT_FILE_HEAD_SIZE,
      last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
           : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  return send_bytes (out, out->sealed, length + OVERHEAD, error);
}

static gboolean
send_register (Pipe *out, int register_fd, gint64 whole, GError **error)
{
  gint64 size = whole;

  while (size > 0)
    {
      const gsize wanted = (gsize) MIN (size, PIECE_SIZE);
      const gssize got = read_all (register_fd, out->plain, wanted);

      if (got != (gssize) wanted)
        return fail_read (error, got < 0 ? errno : EIO);
      size -= got;
      if (!send_message (out, wanted, NULL, size == 0, error) ||
          !go_on (out, whole - size, whole, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
send_export (int fd,
             int register_fd,
             gint64 size,
             const char *passphrase,
             const MskKeyWork *work,
             MskExportContents *contents,
             const MskExportWatch *watch,
             GError **error)
{
  g_autoptr(Pipe) out = pipe_new (fd, watch);
  Head head;

  if (!go_on (out, 0, size, error) ||
      !make_head (&head, work, passphrase, contents->key, out, error) ||
      !go_on (out, 0, size, error) || !send_bytes (out, head.bytes, sizeof head.bytes, error))
    return FALSE;

  put_number (out->plain, (guint64) contents->sequence, 8);
  memcpy (out->plain + 8, contents->hash, MSK_LEDGER_HASH_SIZE);
  put_number (out->plain + 8 + MSK_LEDGER_HASH_SIZE, (guint64) size, 8);
  if (!send_message (out, PREFACE_SIZE, &head, FALSE, error) ||
      !send_register (out, register_fd, size, error))
    return FALSE;

  crypto_generichash_final (&out->digest, contents->digest, sizeof contents->digest);
  contents->size = get_whole_size (size);
  return TRUE;
}

struct _MskExportDraft
{
  char *path;
  char *folder;
  char *part;
  int fd; /* which is locked, as what was left by a program that was killed is not */
  gboolean named;
};

void
msk_export_draft_free (MskExportDraft *self)
{
  if (!self->named)
    g_unlink (self->part);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->part);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
msk_export_draft_get_part (MskExportDraft *self)
{
  return self->part;
}

void
msk_export_draft_withdraw (MskExportDraft *self, GError **error)
{
  if (g_unlink (self->path) == 0 || errno == ENOENT)
    return;

  g_clear_error (error);
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The medium went while the export got its name (%s), and nothing was entered: "
                  "remove the file there before you export again."),
               g_strerror (errno));
}

gboolean
msk_export_draft_take_name (MskExportDraft *self, GError **error)
{
  g_return_val_if_fail (!self->named, FALSE);

  if (!msk_private_file_take_name (self->part, self->path))
    return errno == EEXIST ? fail_exists (error) : fail_write (error, errno);

  self->named = TRUE;
  if (msk_private_file_sync_folder (self->folder, error))
    return TRUE;

  msk_export_draft_withdraw (self, error);
  return FALSE;
}

static gboolean
write_draft (MskExportDraft *self,
             int register_fd,
             gint64 size,
             const char *passphrase,
             const MskKeyWork *work,
             MskExportContents *contents,
             const MskExportWatch *watch,
             GError **error)
{
  self->fd = msk_private_file_open_part (self->part);
  if (self->fd < 0)
    return fail_write (error, errno);

  return send_export (self->fd, register_fd, size, passphrase, work, contents, watch, error) &&
         (fsync (self->fd) == 0 || fail_write (error, errno));
}

static MskExportDraft *
draft_new (const char *path)
{
  MskExportDraft *self = g_new0 (MskExportDraft, 1);

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->part = msk_private_file_dup_part (self->folder);
  self->fd = -1;
  msk_private_file_remove_leftovers (self->folder);
  return self;
}

MskExportDraft *
msk_export_draft_new (const char *path,
                      const char *register_path,
                      const char *passphrase,
                      const MskKeyWork *work,
                      MskExportContents *contents,
                      const MskExportWatch *watch,
                      GError **error)
{
  g_autoptr(MskExportDraft) self = NULL;
  struct stat facts;
  int register_fd;
  gboolean done;

  g_return_val_if_fail (path != NULL && register_path != NULL && passphrase != NULL, NULL);
  g_return_val_if_fail (work != NULL && contents != NULL && contents->key != NULL, NULL);

  if (!msk_key_init_library (error) || !msk_key_work_check_passphrase (passphrase, error))
    return NULL;
  if (lstat (path, &facts) == 0)
    {
      fail_exists (error);
      return NULL;
    }

  register_fd = g_open (register_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (register_fd < 0 || fstat (register_fd, &facts) != 0 || facts.st_size == 0)
    {
      fail_read (error, errno);
      if (register_fd >= 0)
        close (register_fd);
      return NULL;
    }

  self = draft_new (path);
  done = write_draft (self, register_fd, facts.st_size, passphrase, work, contents, watch, error);
  close (register_fd);
  return done ? g_steal_pointer (&self) : NULL;
}

/* Exactly so many bytes; fewer is a cut file. */
static gboolean
receive_bytes (Pipe *in, guchar *bytes, gsize length, GError **error)
{
  const gssize got = read_all (in->fd, bytes, length);

  if (got < 0)
    return fail_read (error, errno);
  if (got < (gssize) length)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_CUT);

  crypto_generichash_update (&in->digest, bytes, length);
  return TRUE;
}

static gboolean
receive_message (Pipe *in, gsize length, const Head *bound_to, gboolean last, GError **error)
{
  guchar tag;

  if (!receive_bytes (in, in->sealed, length + OVERHEAD, error))
    return FALSE;

  return (crypto_secretstream_xchacha20poly1305_pull (&in->stream, in->plain, NULL, &tag,
                                                      in->sealed, length + OVERHEAD,
                                                      bound_to == NULL ? NULL : bound_to->bytes,
                                                      bound_to == NULL
                                                          ? 0
                                                          : MSK_EXPORT_FILE_HEAD_SIZE) == 0 &&
          tag == (last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)) ||
         fail_input (error, MSK_INPUT_ERROR_EXPORT_DAMAGED);
}

/* The head as it stands there, whoever wrote it: nothing of it is used before its sum is right and
 * its figures are bounded. */
static gboolean
receive_head (Pipe *in, Head *head, GError **error)
{
  guchar sum[CHECKSUM_SIZE];
  const gssize got = read_all (in->fd, head->bytes, sizeof head->bytes);
  guint64 version;

  if (got < 0)
    return fail_read (error, errno);
  if (got == 0 || memcmp (head->bytes, MAGIC, MIN ((gsize) got, MAGIC_SIZE)) != 0)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_FOREIGN);
  if (got < AT_VERSION + 4)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_CUT);

  version = get_number (head->bytes + AT_VERSION, 4);
  if (version > VERSION)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_NEWER);
  if (got < (gssize) sizeof head->bytes)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_CUT);

  sum_head (head->bytes, sum);
  head->work.operations = get_number (head->bytes + AT_OPERATIONS, 4);
  head->work.memory = get_number (head->bytes + AT_MEMORY, 8);
  memcpy (head->salt, head->bytes + AT_SALT, sizeof head->salt);
  crypto_generichash_update (&in->digest, head->bytes, sizeof head->bytes);
  return (version == VERSION && memcmp (sum, head->bytes + AT_CHECKSUM, sizeof sum) == 0 &&
          msk_key_work_is_bounded (&head->work)) ||
         fail_input (error, MSK_INPUT_ERROR_EXPORT_DAMAGED);
}

/* Opens the keys with the passphrase and begins the stream. The caller owns the register's. */
static MskKey *
open_keys (Pipe *in, const Head *head, const char *passphrase, GError **error)
{
  g_autoptr(MskKey) passphrase_key =
                 msk_key_work_derive (&head->work, head->salt, passphrase, error);
  g_autoptr(MskKey) key = NULL;
  g_autoptr(GBytes) sealed = NULL;
  g_autofree char *context = dup_context (head);
  guchar keys[2 * MSK_KEY_SIZE];

  if (passphrase_key == NULL)
    return NULL;

  sealed = g_bytes_new_static (head->bytes + AT_SEALED, SEALED_KEYS_SIZE);
  if (!msk_key_open (passphrase_key, sealed, context, keys, sizeof keys))
    {
      g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE,
                           _ ("This is not the passphrase that the export was sealed for: check "
                              "caps lock and the keyboard, then try again."));
      return NULL;
    }

  key = msk_key_new_from_bytes (keys + MSK_KEY_SIZE);
  if (crypto_secretstream_xchacha20poly1305_init_pull (&in->stream, head->bytes + AT_STREAM,
                                                       keys) != 0)
    {
      sodium_memzero (keys, sizeof keys);
      fail_input (error, MSK_INPUT_ERROR_EXPORT_DAMAGED);
      return NULL;
    }

  sodium_memzero (keys, sizeof keys);
  return g_steal_pointer (&key);
}

/* The preface says how long the file has to be. */
static gboolean
receive_preface (Pipe *in, const Head *head, gint64 *size, MskExportContents *found, GError **error)
{
  struct stat facts;
  guint64 register_size;

  if (!receive_message (in, PREFACE_SIZE, head, FALSE, error))
    return FALSE;

  found->sequence = (gint64) get_number (in->plain, 8);
  memcpy (found->hash, in->plain + 8, MSK_LEDGER_HASH_SIZE);
  register_size = get_number (in->plain + 8 + MSK_LEDGER_HASH_SIZE, 8);
  if (register_size == 0 || register_size > (guint64) REGISTER_MAX)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_DAMAGED);

  *size = (gint64) register_size;
  found->size = get_whole_size (*size);
  if (fstat (in->fd, &facts) != 0)
    return fail_read (error, errno);
  if (facts.st_size < found->size)
    return fail_input (error, MSK_INPUT_ERROR_EXPORT_CUT);

  return facts.st_size == found->size || fail_input (error, MSK_INPUT_ERROR_EXPORT_DAMAGED);
}

static gboolean
receive_register (Pipe *in, int register_fd, gint64 whole, GError **error)
{
  gint64 size = whole;

  while (size > 0)
    {
      const gsize wanted = (gsize) MIN (size, PIECE_SIZE);

      size -= (gint64) wanted;
      if (!receive_message (in, wanted, NULL, size == 0, error))
        return FALSE;
      if (!msk_private_file_write_all (register_fd, in->plain, wanted))
        return fail_write (error, errno);
      if (!go_on (in, whole - size, whole, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
receive_export (int fd,
                const char *passphrase,
                int register_fd,
                MskExportContents *contents,
                const MskExportWatch *watch,
                GError **error)
{
  g_autoptr(Pipe) in = pipe_new (fd, watch);
  g_auto(MskExportContents) found = { NULL };
  Head head;
  gint64 size;

  if (!receive_head (in, &head, error))
    return FALSE;

  found.key = open_keys (in, &head, passphrase, error);
  if (found.key == NULL || !receive_preface (in, &head, &size, &found, error) ||
      !receive_register (in, register_fd, size, error))
    return FALSE;

  crypto_generichash_final (&in->digest, found.digest, sizeof found.digest);
  *contents = found;
  found.key = NULL;
  return TRUE;
}

static int
open_export (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  struct stat facts;

  if (fd < 0 && errno == ENOENT)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no such file: check its name and that the medium is in."));
      return -1;
    }
  if (fd < 0 || fstat (fd, &facts) != 0)
    {
      fail_read (error, errno);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (!S_ISREG (facts.st_mode))
    {
      close (fd);
      fail_input (error, MSK_INPUT_ERROR_EXPORT_FOREIGN);
      return -1;
    }

  /* What was just written is read from the medium and not from memory. */
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  return fd;
}

gboolean
msk_export_file_read (const char *path,
                      const char *passphrase,
                      const char *register_path,
                      MskExportContents *contents,
                      const MskExportWatch *watch,
                      GError **error)
{
  int fd, register_fd;
  gboolean done;

  g_return_val_if_fail (path != NULL && passphrase != NULL && register_path != NULL, FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);

  if (!msk_key_init_library (error))
    return FALSE;
  fd = open_export (path, error);
  if (fd < 0)
    return FALSE;

  register_fd = g_open (register_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (register_fd < 0)
    {
      close (fd);
      return fail_write (error, errno);
    }

  done = receive_export (fd, passphrase, register_fd, contents, watch, error);
  close (fd);
  if (close (register_fd) != 0 && done)
    {
      msk_export_contents_clear (contents);
      done = fail_write (error, errno);
    }
  if (!done)
    g_unlink (register_path);
  return done;
}
