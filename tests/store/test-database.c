/* An encrypted register file: what opens it, what is refused, and that it says nothing to who has
 * no key. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-database.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-paper-store.h"

#include "store-test.h"

#define PAGE_SIZE 4096

static void
assert_open_fails (StoreTest *test, const MskKey *key, MskDatabaseKind kind, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDatabase) database = msk_database_open (test->path, key, kind, FALSE, &error);

  g_assert_error (error, MSK_SYSTEM_ERROR, code);
  g_assert_null (database);
}

/* A register with enough in it to be many pages, closed. */
static void
fill_and_close (StoreTest *test)
{
  store_test_add_meeting (test);
  store_test_add_serials (test, 1, 500);
  store_test_add_people (test, 1500);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("办发 %u", i);

      store_test_add_copies (test, store_test_add_paper (test, number, 100), 50);
    }
  g_clear_pointer (&test->database, msk_database_close);
}

static void
test_create (StoreTest *test, gconstpointer unused)
{
  struct stat facts;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDatabase) second = NULL;

  g_assert_cmpint (stat (test->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 07777, ==, 0600);

  second = msk_database_open (test->path, test->key, MSK_DATABASE_MEETING, TRUE, &error);
  g_assert_null (second);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
}

static void
test_migrations (void)
{
  static const MskDatabaseKind kinds[] = { MSK_DATABASE_APPLIANCE, MSK_DATABASE_MEETING };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *folder = store_test_make_folder ();
      StoreTest test = { .path = g_build_filename (folder, "new.db", NULL),
                         .key = msk_key_new_random () };
      g_autoptr(GError) error = NULL;

      test.database = msk_database_open (test.path, test.key, kinds[i], TRUE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (store_test_read_number (&test, "PRAGMA user_version"), ==, 1);
      g_assert_cmpint (store_test_read_number (&test, "PRAGMA application_id"), !=, 0);
      g_assert_cmpint (store_test_read_number (&test, "SELECT COUNT (*) FROM sqlite_master"), >,
                       10);
      g_assert_cmpint (store_test_read_number (&test,
                                               "SELECT COUNT (*) FROM pragma_foreign_key_check"),
                       ==, 0);
      msk_database_close (test.database);

      test.database = msk_database_open (test.path, test.key, kinds[i], FALSE, &error);
      g_assert_no_error (error);
      msk_database_close (test.database);
      msk_key_free (test.key);
      g_free (test.path);
      store_test_remove_folder (folder);
    }
}

/* What the connection promises: without these a commit could be lost, or a rule not kept. */
static void
test_settings (StoreTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA recursive_triggers", 1 },
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskStatement) statement =
                     msk_database_prepare (test->database, settings[i].sql, &error);
      gboolean row;

      g_assert_no_error (error);
      g_assert_true (msk_statement_step (statement, &row, &error));
      g_assert_true (row);
      g_assert_cmpint (msk_statement_get_int64 (statement, 0), ==, settings[i].value);
    }
}

static void
test_wrong_key (StoreTest *test, gconstpointer unused)
{
  fill_and_close (test);
  for (guint bit = 0; bit < 8 * MSK_KEY_SIZE; bit += 17)
    {
      g_autoptr(MskKey) key = msk_key_new_from_bytes (test->key->bytes);

      key->bytes[bit / 8] ^= (guchar) (1u << bit % 8);
      assert_open_fails (test, key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
    }
}

static void
test_other_files (StoreTest *test, gconstpointer unused)
{
  g_autofree char *noise = g_malloc (5 * PAGE_SIZE);
  const char *const plain = "CREATE TABLE t (x); INSERT INTO t VALUES (1)";
  sqlite3 *handle;

  /* The wrong kind of register. */
  store_test_sql (test, "PRAGMA application_id = 1");
  g_clear_pointer (&test->database, msk_database_close);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);

  /* Noise, an empty file, nothing, and an SQLite file in the clear. */
  for (guint i = 0; i < 5 * PAGE_SIZE; i++)
    noise[i] = (char) g_random_int ();
  g_assert_true (g_file_set_contents_full (test->path, noise, 5 * PAGE_SIZE,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  g_assert_true (
      g_file_set_contents_full (test->path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
  g_assert_cmpint (g_unlink (test->path), ==, 0);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);

  g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, plain, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_assert_cmpint (g_chmod (test->path, 0600), ==, 0);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_kinds (StoreTest *test, gconstpointer unused)
{
  g_clear_pointer (&test->database, msk_database_close);
  assert_open_fails (test, test->key, MSK_DATABASE_APPLIANCE, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_newer (StoreTest *test, gconstpointer unused)
{
  store_test_sql (test, "PRAGMA user_version = 2");
  g_clear_pointer (&test->database, msk_database_close);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_NEWER);
}

static void
test_exposed (StoreTest *test, gconstpointer unused)
{
  static const int modes[] = { 0640, 0604, 0660, 0701 };

  g_clear_pointer (&test->database, msk_database_close);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (test->path, modes[i]), ==, 0);
      assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_EXPOSED);
    }
}

/* Everything that the register says, as one text; NULL when reading it fails. */
static char *
read_everything (StoreTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDatabase) database =
                 msk_database_open (test->path, test->key, MSK_DATABASE_MEETING, FALSE, &error);
  g_autoptr(MskMeeting) meeting = NULL;
  g_autoptr(GPtrArray) papers = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  guchar head[MSK_LEDGER_HASH_SIZE];
  const char *reason;
  guint64 entries;
  gint64 wrong;

  meeting = database == NULL ? NULL : msk_meeting_store_load (database, &error);
  papers = meeting == NULL ? NULL : msk_paper_store_list (database, &error);
  people = papers == NULL ? NULL : msk_attendee_store_list (database, &error);
  if (people == NULL || !msk_ledger_verify (database, &entries, &wrong, &reason, head, &error) ||
      reason != NULL)
    return NULL;

  g_string_append_printf (text, "%s %s %" G_GUINT64_FORMAT, meeting->title, meeting->venue,
                          entries);
  for (guint i = 0; i < MSK_LEDGER_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", head[i]);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "\n%s", ((MskAttendee *) people->pdata[i])->name);
  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = papers->pdata[i];
      g_autoptr(MskPreparedPdf) prepared =
                     msk_paper_store_load_prepared (database, paper->id, &error);
      MskBalance balance;
      g_autofree char *balance_text = NULL;
      g_autofree char *checksum = NULL;

      if (prepared == NULL || !msk_paper_store_recount (database, paper->id, &balance, &error))
        return NULL;
      balance_text = msk_balance_dup_text (&balance);
      checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, prepared->bytes);
      g_string_append_printf (text, "\n%s %s %s", paper->document_number, balance_text, checksum);
    }
  return g_strdup (text->str);
}

/* Refused when it is opened or when it is read: wrong data is the one thing that must not come out.
 */
static gboolean
assert_right_or_refused (StoreTest *test, const char *right)
{
  g_autofree char *read = read_everything (test);

  if (read != NULL)
    g_assert_cmpstr (read, ==, right);
  return read == NULL;
}

static void
write_file (StoreTest *test, const char *contents, gsize length)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (test->path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
  g_unlink (test->path);
  g_assert_true (g_file_set_contents_full (test->path, contents, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
write_and_check (StoreTest *test,
                 const char *contents,
                 gsize length,
                 const char *right,
                 guint *refused)
{
  write_file (test, contents, length);
  *refused += assert_right_or_refused (test, right);
}

static void
test_cut (StoreTest *test, gconstpointer unused)
{
  g_autofree char *right = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  fill_and_close (test);
  right = read_everything (test);
  g_assert_nonnull (right);
  g_assert_true (g_file_get_contents (test->path, &contents, &size, NULL));
  g_assert_cmpuint (size, >, 20 * PAGE_SIZE);

  /* At the page and within it; already when it is opened, whatever would have been read. */
  for (gsize at = 0; at < size; at += at % PAGE_SIZE == 0 ? 16 : PAGE_SIZE - 16)
    {
      write_file (test, contents, at);
      assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
    }
  write_file (test, contents, size - 1);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
}

static void
test_flipped (StoreTest *test, gconstpointer unused)
{
  g_autofree char *right = NULL;
  g_autofree char *contents = NULL;
  guint refused = 0;
  gsize size;

  fill_and_close (test);
  right = read_everything (test);
  g_assert_true (g_file_get_contents (test->path, &contents, &size, NULL));
  for (guint i = 0; i < 300; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) size);
      char mask = (char) (1 << g_test_rand_int_range (0, 8));

      contents[at] ^= mask;
      write_and_check (test, contents, size, right, &refused);
      contents[at] ^= mask;
    }
  g_test_message ("%u of 300 flipped bits were noticed", refused);
  g_assert_cmpuint (refused, >, 100);
}

/* Whole pages of nought, as a disk gives for a sector that it lost; SQLCipher itself lets those
 * through. */
static void
test_zeroed_pages (StoreTest *test, gconstpointer unused)
{
  g_autofree char *right = NULL;
  g_autofree char *contents = NULL;
  guint refused = 0;
  gsize size;

  fill_and_close (test);
  right = read_everything (test);
  g_assert_true (g_file_get_contents (test->path, &contents, &size, NULL));
  for (gsize page = 0; page < size / PAGE_SIZE; page++)
    {
      g_autofree char *kept = g_memdup2 (contents + page * PAGE_SIZE, PAGE_SIZE);

      memset (contents + page * PAGE_SIZE, 0, PAGE_SIZE);
      write_and_check (test, contents, size, right, &refused);
      memcpy (contents + page * PAGE_SIZE, kept, PAGE_SIZE);
    }
  g_assert_cmpuint (refused, >, 0);
}

/* A log that was cut or changed: what was committed before stands, and nothing false is added. */
static void
test_damaged_log (StoreTest *test, gconstpointer unused)
{
  g_autofree char *log_path = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *index_path = g_strconcat (test->path, "-shm", NULL);
  g_autofree char *file = NULL;
  g_autofree char *log = NULL;
  gsize file_size, log_size;

  fill_and_close (test);
  store_test_reopen (test);
  for (guint i = 0; i < 20; i++)
    store_test_note (test, "in the log");
  g_assert_true (g_file_get_contents (test->path, &file, &file_size, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &log_size, NULL));
  g_clear_pointer (&test->database, msk_database_close);

  for (guint i = 0; i < 120; i++)
    {
      const gboolean cut = i % 2 == 0;
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) log_size);
      g_autofree char *changed = g_memdup2 (log, log_size);
      g_autofree char *read = NULL;

      changed[at] ^= 0x10;
      g_unlink (index_path);
      g_unlink (log_path);
      g_unlink (test->path);
      g_assert_true (g_file_set_contents_full (test->path, file, (gssize) file_size,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      g_assert_true (g_file_set_contents_full (log_path, changed, (gssize) (cut ? at : log_size),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      /* read_everything() verifies the ledger: it gives a text only when every entry that is there
       * is genuine. */
      read = read_everything (test);
      g_assert_nonnull (read);
      g_assert_nonnull (strstr (read, "年度工作会议"));
    }
}

static void
test_nothing_in_the_clear (StoreTest *test, gconstpointer unused)
{
  static const char *const secrets[] = { "年度工作会议",   "第一会议室", "王1",
                                         "关于计划的报告", "办发 1",     "SQLite format",
                                         "CREATE TABLE",   "ledger",     "attendee",
                                         "clerk",          "trailer\n",  "%PDF" };
  static const char *const endings[] = { "", "-wal", "-shm" };
  guint files = 0;

  store_test_add_meeting (test);
  store_test_add_serials (test, 1, 100);
  store_test_add_people (test, 20);
  store_test_add_copies (test, store_test_add_paper (test, "办发 1", 20), 20);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (test->path, endings[i], NULL);

      files += g_file_test (path, G_FILE_TEST_EXISTS);
      for (guint n = 0; n < G_N_ELEMENTS (secrets); n++)
        g_assert_false (store_test_file_contains (path, secrets[n], strlen (secrets[n])));
      g_assert_false (
          store_test_file_contains (path, (const char *) test->key->bytes, MSK_KEY_SIZE));
    }
  g_assert_cmpuint (files, ==, 3);
}

/* SQLCipher writes its own lines to standard error unless told not to; what went wrong is said
 * once, by us. */
static void
test_says_nothing_itself (StoreTest *test, gconstpointer unused)
{
  if (g_test_subprocess ())
    {
      g_autoptr(MskKey) key = msk_key_new_random ();

      g_clear_pointer (&test->database, msk_database_close);
      assert_open_fails (test, key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*ERROR*");
}

static void
test_link (StoreTest *test, gconstpointer unused)
{
  g_autofree char *elsewhere = g_strconcat (test->path, "-elsewhere", NULL);

  g_clear_pointer (&test->database, msk_database_close);
  g_assert_cmpint (g_rename (test->path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, test->path), ==, 0);
  assert_open_fails (test, test->key, MSK_DATABASE_MEETING, MSK_SYSTEM_ERROR_VAULT_EXPOSED);
}

static gpointer
read_object (MskStatement *statement, GError **error)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

/* A statement that gives the numbers from 5 up to most. */
static MskStatement *
prepare_numbers (StoreTest *test, gint64 most)
{
  g_autoptr(GError) error = NULL;
  MskStatement *statement =
      msk_database_prepare (test->database,
                            "SELECT n FROM (SELECT 5 AS n UNION ALL SELECT 6) WHERE n <= :most",
                            &error);

  g_assert_no_error (error);
  msk_statement_bind_int64 (statement, ":most", most);
  return statement;
}

/* What is read of the rows of a statement; most is such that there is a row, or none. */
static void
check_rows (StoreTest *test, gint64 most, gboolean row)
{
  g_autoptr(GObject) object = NULL;
  g_autoptr(GArray) all = NULL;
  g_autoptr(GError) error = NULL;
  MskStatement *statement = prepare_numbers (test, most);
  gint64 value = -1;
  guint small = 1;

  g_assert_true (msk_statement_read_int64 (statement, &value, &error));
  g_assert_cmpint (value, ==, row ? 5 : 0);
  msk_statement_release (statement);

  statement = prepare_numbers (test, most);
  g_assert_true (msk_statement_read_uint (statement, &small, &error));
  g_assert_cmpuint (small, ==, row ? 5 : 0);
  msk_statement_release (statement);

  statement = prepare_numbers (test, most);
  all = msk_statement_collect_int64 (statement, &error);
  g_assert_cmpuint (all->len, ==, row ? most - 4 : 0);
  if (row)
    g_assert_cmpint (g_array_index (all, gint64, all->len - 1), ==, most);
  msk_statement_release (statement);
  g_assert_no_error (error);

  statement = prepare_numbers (test, most);
  object = msk_statement_read_one (statement, read_object, "None here.", &error);
  g_assert_true ((object != NULL) == row);
  if (!row)
    g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  msk_statement_release (statement);
}

static void
test_rows (StoreTest *test, gconstpointer unused)
{
  g_autoptr(GArray) none = NULL;
  g_autoptr(GError) error = NULL;
  gint64 value = 3;
  guint small = 3;

  check_rows (test, 4, FALSE);
  check_rows (test, 5, TRUE);
  check_rows (test, 6, TRUE);

  g_assert_true (msk_database_read_uint (test->database, "SELECT 7", &small, &error));
  g_assert_cmpuint (small, ==, 7);

  /* A statement that could not be prepared: the error is there already. */
  none = msk_statement_collect_int64 (NULL, &error);
  g_assert_null (none);
  g_assert_false (msk_statement_read_int64 (NULL, &value, &error));
  g_assert_cmpint (value, ==, 3);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  store_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/store/database/" name, StoreTest, NULL, store_test_set_up, function,               \
              store_test_tear_down)
  ADD ("a-new-file-is-private-and-never-made-twice", test_create);
  g_test_add_func ("/store/database/every-migration-runs-from-an-empty-file", test_migrations);
  ADD ("the-connection-is-set-up-as-promised", test_settings);
  ADD ("what-has-no-row-is-nought-or-not-found", test_rows);
  ADD ("a-wrong-key-is-damage", test_wrong_key);
  ADD ("other-files-are-damage", test_other_files);
  ADD ("the-other-kind-of-register-is-damage", test_kinds);
  ADD ("a-newer-file-is-refused", test_newer);
  ADD ("readable-by-others-is-exposed", test_exposed);
  ADD ("a-link-is-exposed", test_link);
  ADD ("a-cut-off-file-is-refused-wherever-it-is-cut", test_cut);
  ADD ("a-flipped-bit-never-gives-wrong-data", test_flipped);
  ADD ("a-zeroed-page-never-gives-wrong-data", test_zeroed_pages);
  ADD ("a-damaged-log-never-gives-wrong-data", test_damaged_log);
  ADD ("a-wrong-key-leaves-no-line-of-the-librarys-own", test_says_nothing_itself);
  ADD ("nothing-is-readable-without-the-key", test_nothing_in_the_clear);
#undef ADD
  return g_test_run ();
}
