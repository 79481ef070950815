/* The vault: made whole or not at all, opened by one process at a time, refused when it is not as
 * it should be. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-vault.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "msk-appliance.h"
#include "msk-error.h"

#include "store-test.h"

#define PASSPHRASE "correct horse battery"

typedef struct
{
  char *folder;
  char *vault;
} Fixture;

static const MskActor officer = { "officer", MSK_ROLE_SECURITY_OFFICER, "set-up", STORE_TEST_NOW };

static void
set_up_empty (Fixture *self, gconstpointer unused)
{
  self->folder = store_test_make_folder ();
  self->vault = g_build_filename (self->folder, "vault", NULL);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  set_up_empty (self, NULL);
  msk_vault_create (self->vault, &officer, PASSPHRASE, &msk_key_work_interactive, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  store_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->vault);
}

static MskVault *
open_vault (const char *directory, const char *user, const char *passphrase)
{
  g_autoptr(GError) error = NULL;
  MskVault *vault = msk_vault_unlock (directory, user, passphrase, &error);

  g_assert_no_error (error);
  msk_vault_open (vault, &error);
  g_assert_no_error (error);
  return vault;
}

static void
assert_unlock_fails (const char *directory, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVault) vault = msk_vault_unlock (directory, "officer", PASSPHRASE, &error);

  g_assert_error (error, domain, code);
  g_assert_null (vault);
}

static void
assert_create_fails (const char *directory, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (
      msk_vault_create (directory, &officer, PASSPHRASE, &msk_key_work_interactive, &error));
  g_assert_error (error, domain, code);
}

static guint
count_entries (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (entries) != NULL)
    count++;
  return count;
}

static void
assert_private (const char *directory, const char *name, mode_t mode)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  struct stat facts;

  g_assert_cmpint (stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 07777, ==, mode);
}

static void
test_create (Fixture *self, gconstpointer unused)
{
  g_autoptr(MskVault) vault = NULL;

  g_assert_true (msk_vault_exists (self->vault));
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
  assert_private (self->vault, "", 0700);
  assert_private (self->vault, "keys", 0600);
  assert_private (self->vault, "appliance.db", 0600);
  assert_private (self->vault, "meetings", 0700);

  vault = open_vault (self->vault, "officer", PASSPHRASE);
  assert_private (self->vault, "appliance.db-wal", 0600);
  assert_private (self->vault, "appliance.db-shm", 0600);
  g_assert_nonnull (msk_vault_get_tag_key (vault));
  g_assert_cmpstr (msk_vault_get_user (vault), ==, "officer");
}

static void
test_never_twice (Fixture *self, gconstpointer unused)
{
  g_autofree char *keys = g_build_filename (self->vault, "keys", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (keys, &before, NULL, NULL));
  assert_create_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXISTS);
  g_assert_true (g_file_get_contents (keys, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

static void
test_occupied_place (Fixture *self, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (self->vault, "letter.txt", NULL);

  g_assert_true (g_file_set_contents (self->vault, "a file", -1, NULL));
  assert_create_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXISTS);

  g_assert_cmpint (g_unlink (self->vault), ==, 0);
  g_assert_cmpint (g_mkdir (self->vault, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, "a letter", -1, NULL));
  assert_create_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXISTS);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

static void
test_weak_passphrase (Fixture *self, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (
      msk_vault_create (self->vault, &officer, "short", &msk_key_work_interactive, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE);
  g_assert_cmpuint (count_entries (self->folder), ==, 0);
}

/* The ways in which people write a folder: with a slash behind it, empty and there already, below
 * folders that are not there, through a link. */
static void
test_spellings (Fixture *self, gconstpointer unused)
{
  g_autofree char *with_slash = g_strconcat (self->vault, "/", NULL);
  g_autofree char *below = g_build_filename (self->folder, "a", "b", "vault", NULL);
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *target = g_build_filename (self->folder, "target", NULL);
  g_autofree char *through = g_build_filename (link, "vault", NULL);
  const char *const places[] = { with_slash, below, through };

  g_assert_cmpint (g_mkdir (self->vault, 0755), ==, 0);
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  g_assert_cmpint (symlink (target, link), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskVault) vault = NULL;
      g_autoptr(MskDatabase) meeting = NULL;
      g_autoptr(GBytes) wrapped = NULL;
      g_autofree char *file = NULL;

      msk_vault_create (places[i], &officer, PASSPHRASE, &msk_key_work_interactive, &error);
      g_assert_no_error (error);
      vault = open_vault (places[i], "officer", PASSPHRASE);
      meeting = msk_vault_create_meeting (vault, &file, &wrapped, &error);
      g_assert_no_error (error);
    }
  assert_private (self->vault, "", 0700);
}

static void
test_nowhere (Fixture *self, gconstpointer unused)
{
  g_autofree char *below_file = g_build_filename (self->folder, "file", "vault", NULL);
  g_autofree char *file = g_path_get_dirname (below_file);

  assert_unlock_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_NO_VAULT);
  g_assert_cmpint (g_mkdir (self->vault, 0700), ==, 0);
  assert_unlock_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_NO_VAULT);
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  assert_create_fails (below_file, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
  assert_unlock_fails (below_file, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_NO_VAULT);
}

static void
test_wrong_passphrase (Fixture *self, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_vault_unlock (self->vault, "officer", "wrong horse", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (msk_vault_unlock (self->vault, "nobody", PASSPHRASE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);

  /* Neither leaves the vault locked. */
  msk_vault_close (open_vault (self->vault, "officer", PASSPHRASE));
}

/* The exit status of another process that tries to open the vault: the code of its error, or 100.
 */
static int
open_elsewhere (const char *directory)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      GError *error = NULL;
      MskVault *vault = msk_vault_unlock (directory, "officer", PASSPHRASE, &error);

      _exit (vault != NULL ? 100 : error->domain == MSK_SYSTEM_ERROR ? error->code : 101);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_lock (Fixture *self, gconstpointer unused)
{
  MskVault *vault = open_vault (self->vault, "officer", PASSPHRASE);
  const guint entries = count_entries (self->vault);

  g_assert_cmpint (open_elsewhere (self->vault), ==, MSK_SYSTEM_ERROR_VAULT_IN_USE);
  /* Nothing lies there that somebody could remove to get in. */
  g_assert_cmpuint (count_entries (self->vault), ==, entries);
  g_assert_cmpuint (entries, ==, 5);
  assert_unlock_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_IN_USE);
  msk_vault_close (vault);
  g_assert_cmpint (open_elsewhere (self->vault), ==, 100);

  /* That process is gone, and its lock with it. */
  msk_vault_close (open_vault (self->vault, "officer", PASSPHRASE));
}

static void
test_exposed (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "", "keys", "appliance.db", "meetings" };
  static const mode_t extra[] = { 0040, 0010, 0004, 0002 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint n = 0; n < G_N_ELEMENTS (extra); n++)
      {
        g_autofree char *path = g_build_filename (self->vault, names[i], NULL);
        g_autoptr(GError) error = NULL;
        struct stat facts;

        g_assert_cmpint (stat (path, &facts), ==, 0);
        g_assert_cmpint (g_chmod (path, (int) ((facts.st_mode & 0777) | extra[n])), ==, 0);
        g_assert_null (msk_vault_unlock (self->vault, "officer", PASSPHRASE, &error));
        g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_EXPOSED);
        g_assert_nonnull (strstr (error->message, "chmod -R go-rwx '"));
        g_assert_cmpint (g_chmod (path, (int) (facts.st_mode & 0777)), ==, 0);
      }
}

static void
test_missing_parts (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "appliance.db", "meetings", "keys" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->vault, names[i], NULL);
      g_autofree char *away = g_build_filename (self->folder, "away", NULL);

      g_assert_cmpint (g_rename (path, away), ==, 0);
      assert_unlock_fails (self->vault, MSK_SYSTEM_ERROR,
                           g_str_equal (names[i], "keys") ? MSK_SYSTEM_ERROR_NO_VAULT
                                                          : MSK_SYSTEM_ERROR_VAULT_DAMAGED);
      g_assert_cmpint (g_rename (away, path), ==, 0);
    }
  msk_vault_close (open_vault (self->vault, "officer", PASSPHRASE));
}

/* A crash while the vault is made leaves something beside the place, and nothing in it: making it
 * again works. */
static void
test_half_made (Fixture *self, gconstpointer unused)
{
  g_autofree char *half_made = g_strconcat (self->vault, ".new-00000001", NULL);
  g_autofree char *keys = g_build_filename (half_made, "keys", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (half_made, 0700), ==, 0);
  g_assert_true (g_file_set_contents (keys, "{", -1, NULL));
  assert_unlock_fails (self->vault, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_NO_VAULT);
  msk_vault_create (self->vault, &officer, PASSPHRASE, &msk_key_work_interactive, &error);
  g_assert_no_error (error);
  msk_vault_close (open_vault (self->vault, "officer", PASSPHRASE));
}

/* An empty register in the place of the real one has no key for tags, and is no register at all. */
static void
test_empty_register (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->vault, "appliance.db", NULL);
  g_autoptr(MskVault) vault = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  vault = msk_vault_unlock (self->vault, "officer", PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_false (msk_vault_open (vault, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_meetings (Fixture *self, gconstpointer unused)
{
  g_autoptr(MskVault) vault = open_vault (self->vault, "officer", PASSPHRASE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(GBytes) other_wrapped = NULL;
  g_autofree char *file = NULL;
  g_autofree char *other_file = NULL;
  g_autofree char *name = NULL;
  MskDatabase *meeting = msk_vault_create_meeting (vault, &file, &wrapped, &error);

  g_assert_no_error (error);
  msk_database_close (meeting);
  name = g_strdup_printf ("meetings/%s.db", file);
  assert_private (self->vault, name, 0600);

  meeting = msk_vault_open_meeting (vault, file, wrapped, &error);
  g_assert_no_error (error);
  msk_database_close (meeting);

  /* Each has its own key, wrapped for its own file. */
  msk_database_close (msk_vault_create_meeting (vault, &other_file, &other_wrapped, &error));
  g_assert_cmpstr (file, !=, other_file);
  g_assert_false (g_bytes_equal (wrapped, other_wrapped));
  g_assert_null (msk_vault_open_meeting (vault, file, other_wrapped, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_administrator (Fixture *self, gconstpointer unused)
{
  MskVault *vault = open_vault (self->vault, "officer", PASSPHRASE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autofree char *file = NULL;

  msk_database_close (msk_vault_create_meeting (vault, &file, &wrapped, &error));
  g_assert_true (
      msk_vault_put_slot (vault, "admin", MSK_ROLE_SYSTEM_ADMINISTRATOR, PASSPHRASE " 2", &error));
  g_assert_no_error (error);
  msk_vault_close (vault);

  vault = open_vault (self->vault, "admin", PASSPHRASE " 2");
  g_assert_null (msk_vault_open_meeting (vault, file, wrapped, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_null (msk_vault_create_meeting (vault, &file, &wrapped, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  msk_vault_close (vault);
}

/* What an administrator could do with their own slot: copy it under another name. It holds no more
 * keys for that. */
static void
test_slot_of_administrator_gives_no_meetings (Fixture *self, gconstpointer unused)
{
  MskVault *vault = open_vault (self->vault, "officer", PASSPHRASE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autofree char *file = NULL;

  g_assert_true (
      msk_vault_put_slot (vault, "admin", MSK_ROLE_SYSTEM_ADMINISTRATOR, PASSPHRASE " 2", &error));
  msk_vault_close (vault);

  vault = open_vault (self->vault, "admin", PASSPHRASE " 2");
  g_assert_true (
      msk_vault_put_slot (vault, "second", MSK_ROLE_SECURITY_OFFICER, PASSPHRASE " 3", &error));
  g_assert_no_error (error);
  msk_vault_close (vault);

  vault = open_vault (self->vault, "second", PASSPHRASE " 3");
  g_assert_null (msk_vault_create_meeting (vault, &file, &wrapped, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  msk_vault_close (vault);
}

static void
test_slots (Fixture *self, gconstpointer unused)
{
  MskVault *vault = open_vault (self->vault, "officer", PASSPHRASE);
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_vault_put_slot (vault, "clerk", MSK_ROLE_DESK_CLERK, PASSPHRASE " 2", &error));
  g_assert_true (msk_vault_check_passphrase (vault, "clerk", PASSPHRASE " 2", &error));
  g_assert_no_error (error);
  g_assert_false (msk_vault_check_passphrase (vault, "clerk", PASSPHRASE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (msk_vault_remove_slot (vault, "clerk", &error));
  g_assert_no_error (error);
  msk_vault_close (vault);

  g_assert_null (msk_vault_unlock (self->vault, "clerk", PASSPHRASE " 2", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, begin, function)                                                                 \
  g_test_add ("/store/vault/" name, Fixture, NULL, begin, function, tear_down)
  ADD ("a-new-one-is-whole-and-private", set_up, test_create);
  ADD ("is-never-made-twice", set_up, test_never_twice);
  ADD ("is-not-made-over-something-else", set_up_empty, test_occupied_place);
  ADD ("is-not-made-with-a-weak-passphrase", set_up_empty, test_weak_passphrase);
  ADD ("its-folder-may-be-written-in-any-way", set_up_empty, test_spellings);
  ADD ("where-none-is-none-is-opened", set_up_empty, test_nowhere);
  ADD ("a-wrong-passphrase-opens-nothing", set_up, test_wrong_passphrase);
  ADD ("one-process-at-a-time", set_up, test_lock);
  ADD ("readable-by-others-is-exposed", set_up, test_exposed);
  ADD ("a-missing-part-is-damage", set_up, test_missing_parts);
  ADD ("a-half-made-one-is-in-nobodys-way", set_up_empty, test_half_made);
  ADD ("an-empty-register-is-damage", set_up, test_empty_register);
  ADD ("each-meeting-has-its-own-key", set_up, test_meetings);
  ADD ("an-administrator-opens-no-meeting", set_up, test_administrator);
  ADD ("an-administrator-gives-nobody-the-meetings", set_up,
       test_slot_of_administrator_gives_no_meetings);
  ADD ("slots-come-and-go", set_up, test_slots);
#undef ADD
  return g_test_run ();
}
