/* The file of keys: who gets which, and everything that can be wrong with the file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-key-slots.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-private-file.h"

#include "store-test.h"

#define PASSPHRASE "correct horse battery"
#define BADGE "12000000017000112345678901234567890"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* One file for all cases, since making a slot takes time on purpose: of an officer and an
 * administrator. */
static char *good_file;
static MskKeyring *all_keys;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->folder = store_test_make_folder ();
  self->path = g_build_filename (self->folder, "keys", NULL);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  store_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
write_file (Fixture *self, const char *text, gssize length)
{
  g_autoptr(GError) error = NULL;

  g_unlink (self->path);
  g_file_set_contents_full (self->path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
make_good_file (void)
{
  Fixture place;
  g_autoptr(MskKeySlots) slots = msk_key_slots_new (&msk_key_work_interactive);
  g_autoptr(GError) error = NULL;

  set_up (&place, NULL);
  all_keys = msk_keyring_new_random ();
  msk_key_slots_put (slots, "officer", MSK_ROLE_SECURITY_OFFICER, PASSPHRASE, all_keys, &error);
  g_assert_no_error (error);
  msk_key_slots_put (slots, "admin", MSK_ROLE_SYSTEM_ADMINISTRATOR, PASSPHRASE " 2", all_keys,
                     &error);
  g_assert_no_error (error);
  msk_key_slots_save (slots, place.path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (place.path, &good_file, NULL, NULL));
  tear_down (&place, NULL);
}

static void
assert_load_fails (Fixture *self, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskKeySlots) slots = msk_key_slots_load (self->path, &error);

  g_assert_error (error, MSK_SYSTEM_ERROR, code);
  g_assert_null (slots);
}

static MskKeySlots *
load (Fixture *self, const char *text)
{
  g_autoptr(GError) error = NULL;
  MskKeySlots *slots;

  write_file (self, text, -1);
  slots = msk_key_slots_load (self->path, &error);
  g_assert_no_error (error);
  return slots;
}

static void
assert_key (const MskKeyring *keyring, MskKeyName name)
{
  g_assert_nonnull (keyring->keys[name]);
  g_assert_cmpmem (keyring->keys[name]->bytes, MSK_KEY_SIZE, all_keys->keys[name]->bytes,
                   MSK_KEY_SIZE);
}

static void
test_two_slots (Fixture *self, gconstpointer unused)
{
  g_autoptr(MskKeySlots) slots = load (self, good_file);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskKeyring) officer = msk_key_slots_open (slots, "officer", PASSPHRASE, &error);
  g_autoptr(MskKeyring) admin = NULL;

  g_assert_no_error (error);
  assert_key (officer, MSK_KEY_NAME_APPLIANCE);
  assert_key (officer, MSK_KEY_NAME_MEETINGS);

  admin = msk_key_slots_open (slots, "admin", PASSPHRASE " 2", &error);
  g_assert_no_error (error);
  assert_key (admin, MSK_KEY_NAME_APPLIANCE);
  g_assert_null (admin->keys[MSK_KEY_NAME_MEETINGS]);
}

static void
test_wrong_passphrase (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *user;
    const char *passphrase;
  } cases[] = {
    { "officer", "correct horse batterY" },
    { "officer", "" },
    { "officer", PASSPHRASE " 2" },
    { "nobody", PASSPHRASE },
    { "", PASSPHRASE },
  };
  g_autoptr(MskKeySlots) slots = load (self, good_file);
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskKeyring) keyring =
                     msk_key_slots_open (slots, cases[i].user, cases[i].passphrase, &error);

      g_assert_null (keyring);
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
      if (message == NULL)
        message = g_strdup (error->message);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_names_and_keys_are_hidden (Fixture *self, gconstpointer unused)
{
  write_file (self, good_file, -1);
  g_assert_false (store_test_file_contains (self->path, "officer", 7));
  g_assert_false (store_test_file_contains (self->path, "admin", 5));
  for (guint name = 1; name <= MSK_N_KEY_NAMES; name++)
    g_assert_false (store_test_file_contains (self->path,
                                              (const char *) all_keys->keys[name]->bytes,
                                              MSK_KEY_SIZE));
}

static void
test_every_cut (Fixture *self, gconstpointer unused)
{
  for (gsize length = 0; length + 1 < strlen (good_file); length += 7)
    {
      write_file (self, good_file, (gssize) length);
      assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
    }
}

/* A text of the file in place of another, everywhere or in one place. */
static char *
replace (const char *from, const char *to, gboolean first_only)
{
  g_auto(GStrv) parts = g_strsplit (good_file, from, first_only ? 2 : -1);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static const struct
{
  const char *path;
  const char *from;
  const char *to;
  MskSystemError code;
} edits[] = {
  { "memory-of-a-terabyte", "67108864", "1099511627776", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "memory-of-a-kilobyte", "67108864", "1024", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "memory-below-nought", "67108864", "-67108864", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "memory-that-is-no-number", "67108864", "\"67108864\"", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "memory-beyond-any-number", "67108864", "1e300", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-million-operations", "\"operations\" : 2", "\"operations\" : 1000000",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "no-operations", "\"operations\" : 2", "\"operations\" : 0", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-newer-version", "\"version\" : 1", "\"version\" : 2", MSK_SYSTEM_ERROR_VAULT_NEWER },
  { "no-version", "\"version\" : 1", "\"revision\" : 1", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "version-nought", "\"version\" : 1", "\"version\" : 0", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "another-format", "meeting-secrecy-kit keys", "something else",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-format-that-is-a-number", "\"meeting-secrecy-kit keys\"", "5",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-salt-that-is-a-number", "\"salt\" : \"", "\"salt\" : 5, \"pepper\" : \"",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-salt-that-is-a-list", "\"salt\" : \"", "\"salt\" : [], \"pepper\" : \"",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-salt-that-is-null", "\"salt\" : \"", "\"salt\" : null, \"pepper\" : \"",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-salt-that-is-too-long", "\"salt\" : \"", "\"salt\" : \"00", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "an-id-that-is-a-number", "\"id\" : \"", "\"id\" : 5, \"ex\" : \"",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "an-id-that-is-no-hexadecimal", "\"id\" : \"", "\"id\" : \"xx",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "no-sealed-keys", "\"sealed\"", "\"opened\"", MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "slots-that-are-no-list", "\"slots\" : [", "\"slots\" : 1, \"other\" : [",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
  { "a-slot-that-is-no-object", "\"slots\" : [", "\"slots\" : [ 1,",
    MSK_SYSTEM_ERROR_VAULT_DAMAGED },
};

static void
test_edit (Fixture *self, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *first = replace (edits[i].from, edits[i].to, TRUE);
  g_autofree char *every = replace (edits[i].from, edits[i].to, FALSE);

  write_file (self, first, -1);
  assert_load_fails (self, edits[i].code);
  write_file (self, every, -1);
  assert_load_fails (self, edits[i].code);
}

static void
test_garbage (Fixture *self, gconstpointer unused)
{
  static const char *const texts[] = { "",         "{",  "[]",           "null",           "1",
                                       "\"keys\"", "{}", "\xff\xfe\x00", "SQLite format 3" };
  g_autofree char *deep = g_strnfill (1000 * 1000, '[');
  g_autofree char *deep_objects = g_strnfill (6, ' ');
  g_autoptr(GString) nested = g_string_new (deep_objects);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_file (self, texts[i], -1);
      assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
    }

  /* As deep as the file may be long: a parser that calls itself would run out of stack. */
  write_file (self, deep, -1);
  assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
  for (guint i = 0; i < 150000; i++)
    g_string_append (nested, "{\"a\":");
  write_file (self, nested->str, -1);
  assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

/* Sparse, and larger than this machine's memory: nobody reads it. */
static void
test_huge_file (Fixture *self, gconstpointer unused)
{
  write_file (self, good_file, -1);
  g_assert_cmpint (truncate (self->path, G_GINT64_CONSTANT (1) << 42), ==, 0);
  assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_too_many_slots (Fixture *self, gconstpointer unused)
{
  const char *begin = strstr (good_file, "\"slots\" : [");
  const char *end = strrchr (good_file, ']');
  g_autoptr(GString) text = g_string_new_len (good_file, begin - good_file);

  g_string_append (text, "\"slots\" : [");
  for (guint i = 0; i < 1001; i++)
    g_string_append (text, i == 0 ? "{}" : ",{}");
  g_string_append (text, end);
  write_file (self, text->str, -1);
  assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

/* A slot is bound to its own id, salt and cost: none of them can be changed under it. */
static void
test_bound_slot (Fixture *self, gconstpointer unused)
{
  const char *slots_at = strstr (good_file, "\"slots\"");
  const char *first_work = strstr (slots_at, "\"memory\" : 67108864");
  g_autoptr(GString) dearer = g_string_new (good_file);
  g_autoptr(GString) exchanged = g_string_new (good_file);
  g_autoptr(MskKeySlots) slots = NULL;
  g_autoptr(MskKeySlots) other = NULL;
  g_autoptr(MskKeyring) keyring = NULL;
  g_autoptr(GError) error = NULL;
  gsize first, second;

  /* The cost: the derived key changes with it, and so does what it is bound to. */
  g_string_overwrite (dearer, (gsize) (first_work - good_file), "\"memory\" : 67108865");
  slots = load (self, dearer->str);
  keyring = msk_key_slots_open (slots, "officer", PASSPHRASE, &error);
  g_assert_null (keyring);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);

  /* The id: the administrator's slot under the officer's name opens for nobody. */
  first = (gsize) (strstr (slots_at, "\"id\" : \"") - good_file) + 8;
  second = (gsize) (strstr (good_file + first, "\"id\" : \"") - good_file) + 8;
  for (guint i = 0; i < 32; i++)
    {
      exchanged->str[first + i] = good_file[second + i];
      exchanged->str[second + i] = good_file[first + i];
    }
  other = load (self, exchanged->str);
  keyring = msk_key_slots_open (other, "officer", PASSPHRASE " 2", &error);
  g_assert_null (keyring);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
}

static void
test_put_and_remove (Fixture *self, gconstpointer unused)
{
  g_autoptr(MskKeySlots) slots = load (self, good_file);
  g_autoptr(MskKeySlots) again = NULL;
  g_autoptr(MskKeyring) keyring = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_key_slots_put (slots, "officer", MSK_ROLE_SECURITY_OFFICER,
                                    "另一句口令很长很长", all_keys, &error));
  g_assert_no_error (error);
  msk_key_slots_remove (slots, "admin");
  msk_key_slots_remove (slots, "nobody");
  g_assert_true (msk_key_slots_save (slots, self->path, &error));
  g_assert_no_error (error);

  again = msk_key_slots_load (self->path, &error);
  g_assert_no_error (error);
  keyring = msk_key_slots_open (again, "officer", "另一句口令很长很长", &error);
  g_assert_no_error (error);
  assert_key (keyring, MSK_KEY_NAME_MEETINGS);
  g_assert_null (msk_key_slots_open (again, "officer", PASSPHRASE, NULL));
  g_assert_null (msk_key_slots_open (again, "admin", PASSPHRASE " 2", NULL));
}

/* A badge stands for one name, and opens nothing without its owner's passphrase. */
static void
test_badge (Fixture *self, gconstpointer unused)
{
  g_autoptr(MskKeySlots) slots = load (self, good_file);
  g_autoptr(MskKeySlots) again = NULL;
  g_autoptr(MskKeyring) keyring = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_key_slots_has_badge (slots, "officer"));
  msk_key_slots_set_badge (slots, "officer", BADGE);
  msk_key_slots_set_badge (slots, "nobody", BADGE);
  g_assert_false (msk_key_slots_stands_for (slots, BADGE, "officer"));
  msk_key_slots_set_badge (slots, "admin", BADGE);
  msk_key_slots_set_badge (slots, "officer", BADGE);
  g_assert_true (msk_key_slots_save (slots, self->path, &error));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_null (strstr (text, BADGE));

  again = msk_key_slots_load (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (msk_key_slots_has_badge (again, "officer"));
  g_assert_false (msk_key_slots_has_badge (again, "admin"));
  g_assert_true (msk_key_slots_stands_for (again, BADGE, "officer"));
  g_assert_false (msk_key_slots_stands_for (again, BADGE, "admin"));
  g_assert_true (msk_key_slots_stands_for (again, "officer", "officer"));
  keyring = msk_key_slots_open (again, BADGE, PASSPHRASE, &error);
  g_assert_no_error (error);
  assert_key (keyring, MSK_KEY_NAME_MEETINGS);
  g_assert_null (msk_key_slots_open (again, BADGE, PASSPHRASE " 2", NULL));

  /* A new passphrase keeps it, and it goes when it is taken away or the account is. */
  g_assert_true (msk_key_slots_put (again, "officer", MSK_ROLE_SECURITY_OFFICER, "another phrase",
                                    all_keys, &error));
  g_assert_true (msk_key_slots_has_badge (again, "officer"));
  msk_key_slots_set_badge (again, "officer", NULL);
  g_assert_null (msk_key_slots_open (again, BADGE, "another phrase", NULL));
  msk_key_slots_set_badge (again, "admin", BADGE);
  msk_key_slots_remove (again, "admin");
  g_assert_false (msk_key_slots_stands_for (again, BADGE, "admin"));
}

/* What is no hash of a badge is damage. */
static void
test_damaged_badge (Fixture *self, gconstpointer unused)
{
  static const char *const wrong[] = { "\"\"", "\"00\"", "7", "null", "[]", "\"zz\"" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GString) text = g_string_new (good_file);
      g_autofree char *member = g_strdup_printf ("\"badge\" : %s, \"id\" :", wrong[i]);

      g_string_replace (text, "\"id\" :", member, 1);
      write_file (self, text->str, -1);
      assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
    }
}

static void
test_weak_passphrase (void)
{
  static const char *const weak[] = { "", "1234567", "七个字的口令啊",
                                      "\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8\xf7" };
  g_autoptr(MskKeySlots) slots = msk_key_slots_new (&msk_key_work_interactive);
  g_autofree char *long_one = g_strnfill (1025, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (weak); i++)
    {
      g_autoptr(GError) error = NULL;
      const char *passphrase = i < G_N_ELEMENTS (weak) ? weak[i] : long_one;

      g_assert_false (msk_key_slots_put (slots, "officer", MSK_ROLE_SECURITY_OFFICER, passphrase,
                                         all_keys, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE);
    }
}

static void
test_exposed (Fixture *self, gconstpointer unused)
{
  static const int modes[] = { 0640, 0604, 0620, 0601, 0777 };

  write_file (self, good_file, -1);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (self->path, modes[i]), ==, 0);
      assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_EXPOSED);
    }
}

static void
test_link (Fixture *self, gconstpointer unused)
{
  g_autofree char *elsewhere = g_strconcat (self->path, "-elsewhere", NULL);

  write_file (self, good_file, -1);
  g_assert_cmpint (g_rename (self->path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, self->path), ==, 0);
  assert_load_fails (self, MSK_SYSTEM_ERROR_VAULT_EXPOSED);
}

int
main (int argc, char **argv)
{
  int result;

  store_test_start (&argc, &argv);
  make_good_file ();

#define ADD(name, function)                                                                        \
  g_test_add ("/store/key-slots/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("two-people-open-their-own-and-an-administrator-no-meeting", test_two_slots);
  ADD ("wrong-passphrase-and-unknown-user-are-one-error", test_wrong_passphrase);
  ADD ("names-and-keys-are-not-in-the-clear", test_names_and_keys_are_hidden);
  ADD ("every-cut-off-file-is-damaged", test_every_cut);
  ADD ("garbage-is-damaged", test_garbage);
  ADD ("a-huge-file-is-damaged", test_huge_file);
  ADD ("too-many-slots-are-damage", test_too_many_slots);
  ADD ("a-slot-is-bound-to-its-id-and-cost", test_bound_slot);
  ADD ("putting-replaces-and-removing-removes", test_put_and_remove);
  ADD ("a-badge-stands-for-one-name", test_badge);
  ADD ("a-damaged-badge-is-damage", test_damaged_badge);
  ADD ("readable-by-others-is-exposed", test_exposed);
  ADD ("a-link-is-exposed", test_link);
#undef ADD
  g_test_add_func ("/store/key-slots/weak-passphrases-are-refused", test_weak_passphrase);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/store/key-slots/refuses-", edits[i].path, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_edit, tear_down);
    }

  result = g_test_run ();
  msk_keyring_free (all_keys);
  g_free (good_file);
  return result;
}
