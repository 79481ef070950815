/* The vault: the folder, its lock, the appliance's register, and the files of the meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vault.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-private-file.h"

#define FILE_NAME_BYTES 16
#define PART_SUFFIX ".part"

/* What SQLite keeps beside a file. */
static const char *const companions[] = { "", "-wal", "-shm", "-journal" };

struct _MskVault
{
  char *directory;
  char *user; /* as it was given until the register is open: a badge may stand for it */
  int lock;
  MskKeySlots *slots;
  MskKeyring *keyring;
  MskKey *tag_key;
  MskDatabase *appliance;
};

static char *
dup_path (const char *directory, const char *name)
{
  return g_build_filename (directory, name, NULL);
}

/* The folder itself is locked: it goes with the process, however that ends, and nobody can remove
 * it as they could a file within. */
static int
take_lock (const char *directory, GError **error)
{
  int fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW, 0);

  if (fd < 0 || faccessat (fd, ".", W_OK, 0) != 0)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                   _ ("The vault can't be used (%s): check that you may write to its folder."),
                   g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return -1;
    }

  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  close (fd);
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_IN_USE,
                       _ ("The vault is in use by another window or command: lock that one, then "
                          "try again."));
  return -1;
}

static gboolean
check_place (const char *directory, GError **error)
{
  g_autofree char *keys = dup_path (directory, "keys");
  g_autofree char *appliance = dup_path (directory, "appliance.db");
  g_autofree char *meetings = dup_path (directory, "meetings");

  if (!g_file_test (directory, G_FILE_TEST_IS_DIR) || !g_file_test (keys, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_NO_VAULT,
                           _ ("There is no vault here: give its folder, or make one with “msk "
                              "vault create”."));
      return FALSE;
    }
  if (!g_file_test (appliance, G_FILE_TEST_EXISTS) || !g_file_test (meetings, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                           _ ("A part of the vault is gone: change nothing, and bring back the "
                              "last backup."));
      return FALSE;
    }

  return msk_private_file_check (directory, error) && msk_private_file_check (keys, error) &&
         msk_private_file_check (appliance, error) && msk_private_file_check (meetings, error);
}

static gboolean
fill (const char *directory,
      const MskActor *actor,
      const char *passphrase,
      const MskKeyWork *work,
      GError **error)
{
  g_autofree char *keys_path = dup_path (directory, "keys");
  g_autofree char *meetings = dup_path (directory, "meetings");
  g_autofree char *appliance_path = dup_path (directory, "appliance.db");
  g_autoptr(MskKeySlots) slots = msk_key_slots_new (work);
  g_autoptr(MskKeyring) keyring = msk_keyring_new_random ();
  g_autoptr(MskDatabase) appliance = NULL;

  if (!msk_key_slots_put (slots, actor->user, actor->role, passphrase, keyring, error) ||
      !msk_key_slots_save (slots, keys_path, error) ||
      !msk_private_file_make_folder (meetings, error))
    return FALSE;

  appliance = msk_database_open (appliance_path, keyring->keys[MSK_KEY_NAME_APPLIANCE],
                                 MSK_DATABASE_APPLIANCE, TRUE, error);
  return appliance != NULL && msk_appliance_fill (appliance, actor, error);
}

static void
remove_half_made (const char *directory)
{
  static const char *const names[] = { "keys", "appliance.db", "appliance.db-wal",
                                       "appliance.db-shm", "meetings" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = dup_path (directory, names[i]);

      g_remove (path);
    }
  g_rmdir (directory);
}

static gboolean
fail_exists (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXISTS,
                       _ ("There is something in this folder already: open that vault, or choose "
                          "an empty folder."));
  return FALSE;
}

static gboolean
move_into_place (const char *half_made, const char *directory, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (directory);

  if (g_rename (half_made, directory) == 0)
    return msk_private_file_sync_folder (parent, error);
  if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
    return fail_exists (error);

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The vault could not be made (%s): choose another folder."), g_strerror (errno));
  return FALSE;
}

gboolean
msk_vault_exists (const char *directory)
{
  g_autofree char *keys = dup_path (directory, "keys");

  return g_file_test (keys, G_FILE_TEST_EXISTS);
}

/* The folder without links in the way to it: SQLite follows none, so as not to be led elsewhere.
 * NULL when it is not there. */
static char *
dup_resolved (const char *folder)
{
  char *resolved = realpath (folder, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  return copy;
}

/* Where the vault will lie, and the folder beside it in which it is made. */
static gboolean
prepare_place (const char *directory, char **place, char **half_made, GError **error)
{
  g_autofree char *canonical = g_canonicalize_filename (directory, NULL);
  g_autofree char *name = g_path_get_basename (canonical);
  g_autofree char *parent = g_path_get_dirname (canonical);
  g_autofree char *resolved =
      g_mkdir_with_parents (parent, 0700) == 0 ? dup_resolved (parent) : NULL;

  if (resolved != NULL)
    {
      *place = g_build_filename (resolved, name, NULL);
      *half_made = g_strdup_printf ("%s.new-%08x", *place, g_random_int ());
      if (g_mkdir (*half_made, 0700) == 0)
        return TRUE;
    }

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The vault could not be made (%s): choose another folder."), g_strerror (errno));
  return FALSE;
}

gboolean
msk_vault_create (const char *directory,
                  const MskActor *actor,
                  const char *passphrase,
                  const MskKeyWork *work,
                  GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *half_made = NULL;

  g_return_val_if_fail (directory != NULL && actor != NULL && passphrase != NULL && work != NULL,
                        FALSE);

  if (!msk_key_init_library (error))
    return FALSE;
  if (msk_vault_exists (directory))
    return fail_exists (error);
  if (!prepare_place (directory, &place, &half_made, error))
    return FALSE;

  if (fill (half_made, actor, passphrase, work, error) && move_into_place (half_made, place, error))
    return TRUE;

  remove_half_made (half_made);
  return FALSE;
}

MskVault *
msk_vault_unlock (const char *directory, const char *who, const char *passphrase, GError **error)
{
  g_autoptr(MskVault) self = NULL;
  g_autofree char *place = NULL;
  g_autofree char *keys = NULL;

  g_return_val_if_fail (directory != NULL && who != NULL && passphrase != NULL, NULL);

  /* A slash at the end would have the folder of a link checked instead of the link. */
  place = g_canonicalize_filename (directory, NULL);
  if (!msk_key_init_library (error) || !check_place (place, error))
    return NULL;

  self = g_new0 (MskVault, 1);
  self->lock = take_lock (place, error);
  if (self->lock < 0)
    return NULL;

  self->directory = dup_resolved (place);
  if (self->directory == NULL)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                   _ ("The vault can't be used (%s): check that you may write to its folder."),
                   g_strerror (errno));
      return NULL;
    }

  self->user = g_strdup (who);
  keys = dup_path (self->directory, "keys");
  self->slots = msk_key_slots_load (keys, error);
  if (self->slots == NULL)
    return NULL;

  self->keyring = msk_key_slots_open (self->slots, who, passphrase, error);
  return self->keyring == NULL ? NULL : g_steal_pointer (&self);
}

typedef struct
{
  MskVault *vault;
  char *name;
} NameSearch;

static void
search_name (const char *name, MskRole role, gint64 added_at, gboolean removed, gpointer user_data)
{
  NameSearch *search = user_data;

  if (search->name == NULL &&
      msk_key_slots_stands_for (search->vault->slots, search->vault->user, name))
    search->name = g_strdup (name);
}

/* Who it is whose badge was given for the name. One that is nobody's stays what it was, and then
 * the register knows no such account. */
static gboolean
learn_name (MskVault *self, GError **error)
{
  NameSearch search = { self, NULL };

  if (!msk_appliance_foreach_user (self->appliance, search_name, &search, error))
    return FALSE;
  if (search.name != NULL)
    {
      g_free (self->user);
      self->user = search.name;
    }

  return TRUE;
}

/* Of a program that was killed; nothing is in the making before the vault is open. */
static void
remove_leftovers (MskVault *self)
{
  g_autofree char *folder = dup_path (self->directory, "meetings");
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strstr (name, PART_SUFFIX) != NULL)
        g_unlink (path);
    }
}

gboolean
msk_vault_open (MskVault *self, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && self->appliance == NULL, FALSE);

  remove_leftovers (self);
  path = dup_path (self->directory, "appliance.db");
  self->appliance = msk_database_open (path, self->keyring->keys[MSK_KEY_NAME_APPLIANCE],
                                       MSK_DATABASE_APPLIANCE, FALSE, error);
  if (self->appliance == NULL || !learn_name (self, error))
    return FALSE;

  self->tag_key = msk_appliance_load_tag_key (self->appliance, error);
  return self->tag_key != NULL;
}

void
msk_vault_close (MskVault *self)
{
  g_clear_pointer (&self->appliance, msk_database_close);
  g_clear_pointer (&self->tag_key, msk_key_free);
  g_clear_pointer (&self->keyring, msk_keyring_free);
  g_clear_pointer (&self->slots, msk_key_slots_free);
  if (self->lock > 0)
    close (self->lock);
  g_free (self->directory);
  g_free (self->user);
  g_free (self);
}

MskDatabase *
msk_vault_get_appliance (MskVault *self)
{
  return self->appliance;
}

const char *
msk_vault_get_user (MskVault *self)
{
  return self->user;
}

const MskKey *
msk_vault_get_tag_key (MskVault *self)
{
  return self->tag_key;
}

gboolean
msk_vault_put_slot (MskVault *self,
                    const char *user,
                    MskRole role,
                    const char *passphrase,
                    GError **error)
{
  g_autofree char *keys = dup_path (self->directory, "keys");

  return msk_key_slots_put (self->slots, user, role, passphrase, self->keyring, error) &&
         msk_key_slots_save (self->slots, keys, error);
}

gboolean
msk_vault_remove_slot (MskVault *self, const char *user, GError **error)
{
  g_autofree char *keys = dup_path (self->directory, "keys");

  msk_key_slots_remove (self->slots, user);
  return msk_key_slots_save (self->slots, keys, error);
}

gboolean
msk_vault_set_badge (MskVault *self, const char *user, const char *code, GError **error)
{
  g_autofree char *keys = dup_path (self->directory, "keys");

  msk_key_slots_set_badge (self->slots, user, code);
  return msk_key_slots_save (self->slots, keys, error);
}

gboolean
msk_vault_has_badge (MskVault *self, const char *user)
{
  return msk_key_slots_has_badge (self->slots, user);
}

gboolean
msk_vault_check_passphrase (MskVault *self,
                            const char *user,
                            const char *passphrase,
                            GError **error)
{
  g_autoptr(MskKeyring) keyring = msk_key_slots_open (self->slots, user, passphrase, error);

  return keyring != NULL;
}

gboolean
msk_vault_check_passphrase_in (const char *directory,
                               const char *user,
                               const char *passphrase,
                               GError **error)
{
  g_autofree char *path = dup_path (directory, "keys");
  g_autoptr(MskKeySlots) slots = msk_key_slots_load (path, error);
  g_autoptr(MskKeyring) keyring =
                 slots == NULL ? NULL : msk_key_slots_open (slots, user, passphrase, error);

  return keyring != NULL;
}

static const MskKey *
get_meetings_key (MskVault *self, GError **error)
{
  const MskKey *key = self->keyring->keys[MSK_KEY_NAME_MEETINGS];

  if (key == NULL)
    g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
                         _ ("This account can't open meetings: sign in with another role."));
  return key;
}

static char *
dup_random_name (void)
{
  guchar random[FILE_NAME_BYTES];
  char name[2 * FILE_NAME_BYTES + 1];

  randombytes_buf (random, sizeof random);
  sodium_bin2hex (name, sizeof name, random, sizeof random);
  return g_strdup (name);
}

MskDatabase *
msk_vault_create_meeting (MskVault *self, char **file, GBytes **wrapped, GError **error)
{
  g_autoptr(MskKey) key = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  const MskKey *meetings = get_meetings_key (self, error);
  MskDatabase *database;

  if (meetings == NULL)
    return NULL;

  name = dup_random_name ();
  path = g_strdup_printf ("%s/meetings/%s.db", self->directory, name);
  key = msk_key_new_random ();
  database = msk_database_open (path, key, MSK_DATABASE_MEETING, TRUE, error);
  if (database == NULL)
    {
      g_unlink (path);
      return NULL;
    }

  *wrapped = msk_key_seal (meetings, key->bytes, MSK_KEY_SIZE, name);
  *file = g_steal_pointer (&name);
  return database;
}

MskDatabase *
msk_vault_open_meeting (MskVault *self, const char *file, GBytes *wrapped, GError **error)
{
  g_autoptr(MskKey) key = msk_key_new ();
  g_autofree char *path = g_strdup_printf ("%s/meetings/%s.db", self->directory, file);
  const MskKey *meetings = get_meetings_key (self, error);

  if (meetings == NULL)
    return NULL;

  if (!msk_key_open (meetings, wrapped, file, key->bytes, MSK_KEY_SIZE))
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                           _ ("The key of this meeting is damaged: change nothing, and bring back "
                              "the last backup."));
      return NULL;
    }

  return msk_database_open (path, key, MSK_DATABASE_MEETING, FALSE, error);
}

MskVault *
msk_vault_new_for_reading (const char *directory, const MskActor *actor, GError **error)
{
  g_autoptr(MskVault) self = NULL;
  g_autofree char *path = NULL;
  g_autofree char *meetings = NULL;

  g_return_val_if_fail (directory != NULL && actor != NULL, NULL);

  if (!msk_key_init_library (error))
    return NULL;

  self = g_new0 (MskVault, 1);
  self->directory = dup_resolved (directory);
  if (self->directory == NULL)
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                   _ ("The vault can't be used (%s): check that you may write to its folder."),
                   g_strerror (errno));
      return NULL;
    }

  self->user = g_strdup (actor->user);
  self->keyring = msk_keyring_new_random ();
  path = dup_path (self->directory, "appliance.db");
  meetings = dup_path (self->directory, "meetings");
  if (!msk_private_file_make_folder (meetings, error))
    return NULL;

  self->appliance = msk_database_open (path, self->keyring->keys[MSK_KEY_NAME_APPLIANCE],
                                       MSK_DATABASE_APPLIANCE, TRUE, error);
  if (self->appliance == NULL || !msk_appliance_fill (self->appliance, actor, error))
    return NULL;

  self->tag_key = msk_appliance_load_tag_key (self->appliance, error);
  return self->tag_key == NULL ? NULL : g_steal_pointer (&self);
}

char *
msk_vault_dup_part (MskVault *self)
{
  g_autofree char *name = dup_random_name ();

  return g_strdup_printf ("%s/meetings/%s" PART_SUFFIX, self->directory, name);
}

/* Removes a file and what lies beside it; FALSE with errno. */
static gboolean
remove_with_companions (const char *path, guint *removed)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *each = g_strconcat (path, companions[i], NULL);

      if (g_unlink (each) == 0)
        (*removed)++;
      else if (errno != ENOENT)
        return FALSE;
    }

  return TRUE;
}

void
msk_vault_remove_part (const char *part)
{
  guint removed = 0;

  if (part != NULL)
    remove_with_companions (part, &removed);
}

gboolean
msk_vault_remove_meeting (MskVault *self, const char *file, guint *removed, GError **error)
{
  g_autofree char *folder = dup_path (self->directory, "meetings");
  g_autofree char *path = g_strdup_printf ("%s/%s.db", folder, file);
  guint found = 0;

  if (!remove_with_companions (path, &found))
    {
      g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                   _ ("A file of the erased meeting could not be removed (%s): nobody can open it "
                      "any more, but put that right and sign in again."),
                   g_strerror (errno));
      return FALSE;
    }

  *removed = found;
  return msk_private_file_sync_folder (folder, error);
}
