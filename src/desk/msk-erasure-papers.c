/* Prints and reports of an erased meeting that lie in the clear in folders of the kit's own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-erasure-papers.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-folder-printer.h"
#include "msk-printer.h"
#include "msk-private-file.h"
#include "msk-session-private.h"

#define BLOCK_SIZE (64 * 1024)

typedef struct
{
  MskDatabase *appliance;
  gint64 meeting_id;
  GRegex *print;  /* the serial of a copy, badge or label */
  GRegex *report; /* the id of a meeting before a number, or before that of an entry */
} Search;

static gboolean
fail_remove (GError **error, int number)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The meeting is gone, but a print or report of it could not be removed (%s): put "
                  "that right and sign in again."),
               g_strerror (number));
  return FALSE;
}

static gboolean
is_of_meeting (Search *search, const char *name, gboolean *is, GError **error)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *digits = NULL;
  gint64 owner;

  /* What a program that was killed left half written says nothing of whose it is. */
  *is = g_str_equal (name, MSK_FOLDER_PRINTER_PART) || msk_private_file_is_part (name) ||
        g_str_has_prefix (name, MSK_ERASURE_OVER_MEETINGS) ||
        g_str_has_prefix (name, MSK_PRINTER_REPORT_PREFIX MSK_ERASURE_OVER_MEETINGS);
  if (*is)
    return TRUE;
  if (g_regex_match (search->print, name, 0, &match))
    {
      digits = g_match_info_fetch (match, 1);
      if (!msk_appliance_find_serial (search->appliance, g_ascii_strtoll (digits, NULL, 10), &owner,
                                      error))
        return FALSE;
      *is = owner == search->meeting_id;
      return TRUE;
    }

  g_clear_pointer (&match, g_match_info_unref);
  if (g_regex_match (search->report, name, 0, &match))
    {
      digits = g_match_info_fetch (match, 1);
      *is = g_ascii_strtoll (digits, NULL, 10) == search->meeting_id;
    }
  return TRUE;
}

/* As far as a file system writes where it wrote before; what it keeps otherwise is for the
 * encryption of the disk. */
static void
overwrite (const char *path)
{
  static const char noughts[BLOCK_SIZE];
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  struct stat facts;

  if (fd < 0)
    return;

  if (fstat (fd, &facts) == 0 && S_ISREG (facts.st_mode) && facts.st_nlink == 1)
    {
      for (gint64 left = facts.st_size; left > 0;)
        {
          gssize written = write (fd, noughts, (gsize) MIN (left, BLOCK_SIZE));

          if (written <= 0)
            break;
          left -= written;
        }
      fsync (fd);
    }
  close (fd);
}

static gboolean
list_in (Search *search, const char *folder, GPtrArray *paths, GError **error)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      gboolean is;

      if (!is_of_meeting (search, name, &is, error))
        return FALSE;
      if (is)
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }

  return TRUE;
}

gboolean
msk_erasure_papers_remove (const char *path, GError **error)
{
  overwrite (path);
  return g_unlink (path) == 0 || errno == ENOENT || fail_remove (error, errno);
}

static void
add_folder (const char *name,
            const char *kind,
            const char *target,
            const char *place,
            gpointer user_data)
{
  GHashTable *folders = user_data;

  if (g_str_equal (kind, "folder"))
    g_hash_table_add (folders, g_canonicalize_filename (target, NULL));
}

GPtrArray *
msk_erasure_papers_list (MskSession *session, gint64 meeting_id, GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GRegex) print = g_regex_new ("^([0-9]{9})\\.pdf$", 0, 0, NULL);
  g_autoptr(GRegex) report = g_regex_new ("^(?!" MSK_ERASURE_CERTIFICATE "|" MSK_ERASURE_FILING
                                           ")[a-z][a-z0-9-]*-([0-9]+)-[0-9]+\\.(?:pdf|xlsx|csv)$",
                                           0, 0, NULL);
  g_autoptr(GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { msk_vault_get_appliance (msk_session_get_vault (session)), meeting_id, print,
                    report };
  GHashTableIter iter;
  gpointer folder;

  g_hash_table_add (folders, msk_session_dup_papers_directory (session));
  if (!msk_appliance_foreach_printer (search.appliance, add_folder, folders, error))
    return NULL;

  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    if (!list_in (&search, folder, paths, error))
      return NULL;

  return g_steal_pointer (&paths);
}
