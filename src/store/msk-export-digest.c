/* Whether an export that was verified is still there, as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-export-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-error.h"

#define PIECE_SIZE 65536

static gboolean
fail_unverified (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_EXPORT_NOT_VERIFIED,
                       _ ("This file cannot be read, or is not the newest export as it was "
                          "verified, and nothing was changed: put the medium with the export in, "
                          "or export again."));
  return FALSE;
}

/* Bytes beyond the size are read too, and make another digest. */
static gboolean
read_digest (int fd, gint64 size, guchar *digest, const MskExportWatch *watch, GError **error)
{
  g_autofree guchar *piece = g_malloc (PIECE_SIZE);
  crypto_generichash_state state;
  gint64 done = 0;

  crypto_generichash_init (&state, NULL, 0, MSK_EXPORT_FILE_DIGEST_SIZE);
  for (;;)
    {
      const gssize got = read (fd, piece, PIECE_SIZE);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return fail_unverified (error);
      if (got == 0)
        break;
      done += got;
      crypto_generichash_update (&state, piece, (gsize) got);
      if (watch != NULL && watch->progress != NULL)
        watch->progress (MIN (done, size), size, watch->data);
      if (watch != NULL && g_cancellable_set_error_if_cancelled (watch->cancellable, error))
        return FALSE;
    }

  crypto_generichash_final (&state, digest, MSK_EXPORT_FILE_DIGEST_SIZE);
  return done == size || fail_unverified (error);
}

gboolean
msk_export_digest_check (const char *path,
                         gint64 size,
                         const char *digest,
                         const MskExportWatch *watch,
                         GError **error)
{
  guchar found[MSK_EXPORT_FILE_DIGEST_SIZE];
  g_autofree char *hex = NULL;
  struct stat facts;
  gboolean done;
  int fd;

  g_return_val_if_fail (path != NULL && digest != NULL, FALSE);

  if (!msk_key_init_library (error))
    return FALSE;

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    return fail_unverified (error);
  if (fstat (fd, &facts) != 0 || !S_ISREG (facts.st_mode) || facts.st_size != size)
    {
      close (fd);
      return fail_unverified (error);
    }

  /* From the medium, and not from what memory has of it. */
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  done = read_digest (fd, size, found, watch, error);
  close (fd);
  if (!done)
    return FALSE;

  hex = msk_ledger_dup_hex (found);
  return g_str_equal (hex, digest) || fail_unverified (error);
}
