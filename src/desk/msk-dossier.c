/* A sealed export that is opened elsewhere: verified, read, and made into reports (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-dossier.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-carrier-store.h"
#include "msk-desk-enum-types.h"
#include "msk-dossier-desk.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-export-private.h"
#include "msk-incident-desk.h"
#include "msk-paper-store.h"
#include "msk-private-file.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"

#define READER "reader"
#define STATION "dossier"
#define FOLDER_PREFIX "msk-dossier-"
#define FOLDER_ATTEMPTS 8

struct _MskDossier
{
  char *folder; /* of what lies encrypted while it is open */
  int lock_fd;  /* of the folder */
  MskSession *session;
  MskDossierFacts facts;
};

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Holds the folder as long as this program lives, however it ends; -1 when it is held, or is none
 * of this user's. */
static int
lock_folder (const char *folder)
{
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0);
  struct stat held, named;

  if (fd < 0)
    return -1;
  if (fstat (fd, &held) == 0 && held.st_uid == geteuid () && flock (fd, LOCK_EX | LOCK_NB) == 0 &&
      lstat (folder, &named) == 0 && named.st_ino == held.st_ino && named.st_dev == held.st_dev)
    return fd;

  close (fd);
  return -1;
}

/* What programs that were killed left there. */
static void
remove_dead (void)
{
  g_autoptr(GDir) entries = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = NULL;
      int fd;

      if (!g_str_has_prefix (name, FOLDER_PREFIX))
        continue;
      path = g_build_filename (g_get_tmp_dir (), name, NULL);
      fd = lock_folder (path);
      if (fd < 0)
        continue;
      remove_folder (path);
      close (fd);
    }
}

void
msk_dossier_close (MskDossier *self)
{
  if (self->session != NULL)
    msk_session_lock (self->session);
  g_clear_object (&self->session);
  if (self->folder != NULL)
    {
      remove_folder (self->folder);
      close (self->lock_fd);
    }
  g_free (self->folder);
  g_free (self->facts.head);
  g_free (self->facts.digest);
  g_free (self);
}

static gboolean
read_balances (MskDatabase *database, MskDossierFacts *facts, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);
  MskBalance balance;

  if (papers == NULL)
    return FALSE;

  facts->papers = papers->len;
  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);

      if (!msk_paper_store_recount (database, paper->id, &balance, error))
        return FALSE;
      facts->broken += !msk_balance_holds (&balance);
    }
  if (!msk_carrier_store_get_balance (database, &balance, error))
    return FALSE;

  facts->broken += !msk_balance_holds (&balance);
  return TRUE;
}

static gboolean
make_folder (MskDossier *self, GError **error)
{
  remove_dead ();
  for (guint i = 0; i < FOLDER_ATTEMPTS; i++)
    {
      self->folder = g_dir_make_tmp (FOLDER_PREFIX "XXXXXX", NULL);
      if (self->folder == NULL)
        break;
      self->lock_fd = lock_folder (self->folder);
      if (self->lock_fd >= 0)
        return TRUE;

      /* Another that is being opened took it for a dead one before it was locked. */
      g_rmdir (self->folder);
      g_clear_pointer (&self->folder, g_free);
    }

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("No temporary folder could be made (%s): mend that, then do it again."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
begin_reading (MskDossier *self, MskDatabase *database, GError **error)
{
  const MskActor actor = { READER, MSK_ROLE_RESPONSIBLE_LEADER, STATION,
                           g_get_real_time () / G_USEC_PER_SEC };
  MskVault *vault = msk_vault_new_for_reading (self->folder, &actor, error);

  if (vault == NULL)
    {
      msk_database_close (database);
      return FALSE;
    }

  self->session = msk_session_new_reading (vault, database, &actor, error);
  return self->session != NULL;
}

static gboolean
open_and_verify (MskDossier *self, const char *path, const char *passphrase, GError **error)
{
  g_autofree char *register_path = g_build_filename (self->folder, "meeting.db", NULL);
  g_auto(MskExportContents) contents = { NULL };
  g_autoptr(MskDatabase) database = NULL;

  if (!msk_export_file_read (path, passphrase, register_path, &contents, NULL, error))
    return FALSE;

  database =
      msk_export_desk_open_register (register_path, &contents, NULL, &self->facts.entries, error);
  if (database == NULL || !read_balances (database, &self->facts, error))
    return FALSE;

  self->facts.head = msk_ledger_dup_hex (contents.hash);
  self->facts.digest = msk_ledger_dup_hex (contents.digest);
  self->facts.size = contents.size;
  return begin_reading (self, g_steal_pointer (&database), error);
}

MskDossier *
msk_dossier_open (const char *path, const char *passphrase, GError **error)
{
  g_autoptr(MskDossier) self = g_new0 (MskDossier, 1);

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  return make_folder (self, error) && open_and_verify (self, path, passphrase, error)
             ? g_steal_pointer (&self)
             : NULL;
}

MskSession *
msk_dossier_get_session (MskDossier *self)
{
  return self->session;
}

const MskDossierFacts *
msk_dossier_get_facts (MskDossier *self)
{
  return &self->facts;
}

/* What lies in the folder afterwards is of this meeting alone. */
static gboolean
check_empty (const char *folder, GError **error)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);

  if (entries == NULL || g_dir_read_name (entries) == NULL)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("There is something in this folder already: give an empty one for the "
                          "reports."));
  return FALSE;
}

/* A meeting that was closed was swept, so there is a report of that; an older way of closing would
 * show here as a refusal. */
static gboolean
write_report (MskDossier *self,
              MskReportKind kind,
              gint64 id, /* of the one thing that it is about, or 0 */
              const char *folder,
              MskReportFormat format,
              GPtrArray *paths,
              GError **error)
{
  const char *ending = msk_enum_get_name (MSK_TYPE_REPORT_FORMAT, (int) format);
  const char *name = msk_enum_get_name (MSK_TYPE_REPORT_KIND, (int) kind);
  g_autofree char *path =
      id == 0 ? g_strdup_printf ("%s/report-%s.%s", folder, name, ending)
              : g_strdup_printf ("%s/report-%s-%" G_GINT64_FORMAT ".%s", folder, name, id, ending);
  char *written = msk_report_desk_write_as (self->session, kind, id, format, path, error);

  if (written == NULL)
    return FALSE;

  g_ptr_array_add (paths, written);
  return TRUE;
}

static gboolean
write_incidents (MskDossier *self,
                 const char *folder,
                 MskReportFormat format,
                 GPtrArray *paths,
                 GError **error)
{
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (self->session, error);

  if (incidents == NULL)
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    {
      const MskIncident *incident = g_ptr_array_index (incidents, i);

      if (!write_report (self, MSK_REPORT_INCIDENT, incident->id, folder, format, paths, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
msk_dossier_write_reports (MskDossier *self,
                           const char *folder,
                           MskReportFormat format,
                           GError **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = NULL;
  const MskReportKind *kinds;
  guint count;

  g_return_val_if_fail (self != NULL && folder != NULL, NULL);

  place = g_canonicalize_filename (folder, NULL);
  if (!msk_private_file_make_folder (place, error) || !check_empty (place, error))
    return NULL;

  kinds = msk_dossier_desk_get_kinds (&count);
  for (guint i = 0; i < count; i++)
    if (!write_report (self, kinds[i], 0, place, format, paths, error))
      return NULL;

  return write_incidents (self, place, format, paths, error) ? g_steal_pointer (&paths) : NULL;
}
