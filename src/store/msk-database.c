/* One encrypted register file: its connection and its statements. Whatever is SQLite's alone stays
 * behind this module. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-database.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sqlcipher/sqlite3.h>

#include "msk-enum.h"
#include "msk-error.h"
#include "msk-private-file.h"
#include "msk-store-resources.h"

#define BUSY_TIMEOUT_MS 5000
#define STEPS_BETWEEN_LOOKS 1000
#define RAW_KEY_LENGTH (2 + 2 * MSK_KEY_SIZE + 1) /* x'…' */

struct _MskDatabase
{
  char *path; /* what another connection needs */
  MskKey *key;
  MskDatabaseKind kind;
  sqlite3 *handle;
  GCancellable *cancellable; /* or NULL */
  GHashTable *statements;    /* by their text, which is a literal */
};

typedef struct
{
  const char *name;
  int version;
  int application_id; /* shown by file(1) if the file were ever decrypted */
} Schema;

static const Schema schemas[] = {
  [MSK_DATABASE_APPLIANCE] = { "appliance", 1, 0x4d534b41 },
  [MSK_DATABASE_MEETING] = { "meeting", 1, 0x4d534b4d },
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

gboolean
msk_database_fail_damaged (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED,
                       _ ("A file of the vault is damaged or cut off: change nothing, and bring "
                          "back the last backup."));
  return FALSE;
}

static gboolean
fail_full (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL,
                       _ ("The disk is full and this was not recorded: make room, then do it "
                          "again."));
  return FALSE;
}

/* SQLite says "full" only when write() does; a quota, a limit, or a disk that notices late is an
 * input/output error to it. */
static gboolean
fail_io (sqlite3 *handle, GError **error)
{
  int number = handle == NULL ? EIO : sqlite3_system_errno (handle);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    return fail_full (error);

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
               _ ("The disk failed and this was not recorded (%s): tell the system administrator "
                  "before anything else."),
               g_strerror (number));
  return FALSE;
}

/* The message of the library names tables and columns, never their contents. */
static gboolean
fail_refused (sqlite3 *handle, int result, GError **error)
{
  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE,
               _ ("The register refused, and nothing was recorded (%s): tell the system "
                  "administrator."),
               handle == NULL ? sqlite3_errstr (result) : sqlite3_errmsg (handle));
  return FALSE;
}

static gboolean
fail_sqlite (sqlite3 *handle, int result, GError **error)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return fail_full (error);

    case SQLITE_IOERR:
      return fail_io (handle, error);

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, sqlite3_errstr (result));
      return FALSE;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return msk_database_fail_damaged (error);

    case SQLITE_ERROR:
      /* SQLCipher says no more than that of a page whose code is wrong; a statement that is wrong
       * says what is wrong with it. */
      if (handle != NULL && g_str_equal (sqlite3_errmsg (handle), sqlite3_errstr (SQLITE_ERROR)))
        return msk_database_fail_damaged (error);
      return fail_refused (handle, result, error);

    default:
      return fail_refused (handle, result, error);
    }
}

static gboolean
give_key (MskDatabase *self, const MskKey *key, GError **error)
{
  char raw[RAW_KEY_LENGTH + 1] = "x'";
  int result;

  sodium_bin2hex (raw + 2, sizeof raw - 2, key->bytes, MSK_KEY_SIZE);
  raw[RAW_KEY_LENGTH - 1] = '\'';
  raw[RAW_KEY_LENGTH] = '\0';
  result = sqlite3_key (self->handle, raw, RAW_KEY_LENGTH);
  sodium_memzero (raw, sizeof raw);

  return result == SQLITE_OK || fail_sqlite (self->handle, result, error);
}

static gboolean
read_pragma (MskDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (self, sql, error);

  return msk_statement_read_int64 (statement, value, error);
}

/* A file that was cut at a page boundary still opens; its own header says how long it should be.
 * With a write-ahead log the header is not the last word. */
static gboolean
check_length (MskDatabase *self, const char *path, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gint64 pages, page_size;
  GStatBuf facts;

  if (g_stat (log, &facts) == 0 && facts.st_size > 0)
    return TRUE;
  if (!read_pragma (self, "PRAGMA page_count", &pages, error) ||
      !read_pragma (self, "PRAGMA page_size", &page_size, error))
    return FALSE;

  return (g_stat (path, &facts) == 0 && facts.st_size >= pages * page_size) ||
         msk_database_fail_damaged (error);
}

static gboolean
migrate_once (MskDatabase *self, const Schema *schema, int version, GError **error)
{
  g_autofree char *path =
      g_strdup_printf ("/org/meetingsecrecy/Kit/schema/%s-%d.sql", schema->name, version);
  g_autofree char *finish =
      g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d; COMMIT", version,
                       schema->application_id);
  g_autoptr(GBytes) sql = g_resource_lookup_data (msk_store_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (sql != NULL, FALSE);

  if (msk_database_execute (self, "BEGIN IMMEDIATE", error) &&
      msk_database_execute (self, g_bytes_get_data (sql, NULL), error) &&
      msk_database_execute (self, finish, error))
    return TRUE;

  sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
migrate (MskDatabase *self, const Schema *schema, gboolean create, GError **error)
{
  gint64 version, application_id;

  if (!read_pragma (self, "PRAGMA user_version", &version, error) ||
      !read_pragma (self, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (version > schema->version)
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_NEWER,
                           _ ("This vault was written by a newer version of the kit: install that "
                              "version, and open it there."));
      return FALSE;
    }
  if (!create && (version == 0 || application_id != schema->application_id))
    return msk_database_fail_damaged (error);

  for (int next = (int) version + 1; next <= schema->version; next++)
    if (!migrate_once (self, schema, next, error))
      return FALSE;

  return TRUE;
}

static gboolean
set_up (MskDatabase *self, GError **error)
{
  /* Temporary tables and sorts stay in memory: a temporary file would be a carrier of its own. */
  return msk_database_execute (
      self,
      "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
      "PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON",
      error);
}

/* Reads the whole list of tables: with a wrong key or a damaged first page this is where it shows.
 */
static gboolean
check_readable (MskDatabase *self, GError **error)
{
  gint64 tables;

  return read_pragma (self, "SELECT COUNT (*) FROM sqlite_master", &tables, error);
}

MskDatabase *
msk_database_open (const char *path,
                   const MskKey *key,
                   MskDatabaseKind kind,
                   gboolean create,
                   GError **error)
{
  g_autoptr(MskDatabase) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL && key != NULL, NULL);

  if (!create && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      msk_database_fail_damaged (error);
      return NULL;
    }
  if (create ? !msk_private_file_create (path, error) : !msk_private_file_check (path, error))
    return NULL;

  self = g_new0 (MskDatabase, 1);
  self->path = g_strdup (path);
  self->key = msk_key_new_from_bytes (key->bytes);
  self->kind = kind;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  result =
      sqlite3_open_v2 (path, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_NOFOLLOW, NULL);
  if (result != SQLITE_OK)
    {
      fail_sqlite (self->handle, result, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  /* SQLCipher would write lines of its own to standard error; what went wrong is in our error. Only
   * now, since the first key of a process wakes SQLCipher up, and that sets the level anew. */
  if (!give_key (self, key, error) ||
      !msk_database_execute (self, "PRAGMA cipher_log_level = NONE", error) ||
      !check_readable (self, error) || !set_up (self, error) ||
      !migrate (self, &schemas[kind], create, error) || !check_length (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

MskDatabase *
msk_database_open_beside (MskDatabase *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return msk_database_open (self->path, self->key, self->kind, FALSE, error);
}

void
msk_database_close (MskDatabase *self)
{
  g_hash_table_unref (self->statements);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement was still in use when its register was closed.");
  g_clear_object (&self->cancellable);
  msk_key_free (self->key);
  g_free (self->path);
  g_free (self);
}

MskStatement *
msk_database_prepare (MskDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL && !sqlite3_stmt_busy (statement))
    return statement;
  g_return_val_if_fail (statement == NULL, NULL);

  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      fail_sqlite (self->handle, result, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

void
msk_statement_release (MskStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

static int
find_parameter (MskStatement *self, const char *name)
{
  int index = sqlite3_bind_parameter_index (self, name);

  if (index == 0)
    g_error ("A statement has no parameter %s.", name);

  return index;
}

void
msk_statement_bind_int64 (MskStatement *self, const char *name, gint64 value)
{
  sqlite3_bind_int64 (self, find_parameter (self, name), value);
}

void
msk_statement_bind_text (MskStatement *self, const char *name, const char *value)
{
  g_return_if_fail (value != NULL);

  sqlite3_bind_text (self, find_parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

void
msk_statement_bind_bytes (MskStatement *self, const char *name, GBytes *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (self, find_parameter (self, name), data == NULL ? "" : data, size,
                       SQLITE_TRANSIENT);
}

void
msk_statement_bind_null (MskStatement *self, const char *name)
{
  sqlite3_bind_null (self, find_parameter (self, name));
}

gboolean
msk_statement_step (MskStatement *self, gboolean *row, GError **error)
{
  int result = sqlite3_step (self);

  g_return_val_if_fail (row != NULL, FALSE);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    return fail_sqlite (sqlite3_db_handle (self), result, error);

  *row = result == SQLITE_ROW;
  return TRUE;
}

GPtrArray *
msk_statement_collect (MskStatement *self, MskStatementReadFunc read, GError **error)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  g_return_val_if_fail (read != NULL, NULL);

  while (self != NULL && msk_statement_step (self, &row, error))
    {
      gpointer object;

      if (!row)
        return g_steal_pointer (&objects);
      object = read (self, error);
      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
    }

  return NULL;
}

GArray *
msk_statement_collect_int64 (MskStatement *self, GError **error)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (self != NULL && msk_statement_step (self, &row, error))
    {
      gint64 value;

      if (!row)
        return g_steal_pointer (&values);
      value = msk_statement_get_int64 (self, 0);
      g_array_append_val (values, value);
    }

  return NULL;
}

gpointer
msk_statement_read_one (MskStatement *self,
                        MskStatementReadFunc read,
                        const char *missing,
                        GError **error)
{
  gboolean row;

  g_return_val_if_fail (read != NULL, NULL);

  if (self == NULL || !msk_statement_step (self, &row, error))
    return NULL;
  if (row)
    return read (self, error);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND, missing);
  return NULL;
}

gboolean
msk_statement_read_int64 (MskStatement *self, gint64 *value, GError **error)
{
  gboolean row;

  if (self == NULL || !msk_statement_step (self, &row, error))
    return FALSE;

  *value = row ? msk_statement_get_int64 (self, 0) : 0;
  return TRUE;
}

gboolean
msk_statement_read_uint (MskStatement *self, guint *value, GError **error)
{
  gint64 whole;

  if (!msk_statement_read_int64 (self, &whole, error))
    return FALSE;

  *value = (guint) whole;
  return TRUE;
}

gboolean
msk_database_read_uint (MskDatabase *self, const char *sql, guint *value, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (self, sql, error);

  return msk_statement_read_uint (statement, value, error);
}

gboolean
msk_statement_run (MskStatement *self, GError **error)
{
  gboolean row;

  return msk_statement_step (self, &row, error);
}

gint64
msk_statement_get_int64 (MskStatement *self, int column)
{
  return sqlite3_column_int64 (self, column);
}

gboolean
msk_statement_is_null (MskStatement *self, int column)
{
  return sqlite3_column_type (self, column) == SQLITE_NULL;
}

const char *
msk_statement_get_text (MskStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return text == NULL ? "" : text;
}

gboolean
msk_statement_is_whole_text (MskStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return text != NULL && strlen (text) == (gsize) sqlite3_column_bytes (self, column);
}

char *
msk_statement_dup_text (MskStatement *self, int column)
{
  return g_strdup (msk_statement_get_text (self, column));
}

GBytes *
msk_statement_dup_bytes (MskStatement *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self, column));
}

gboolean
msk_statement_get_enum (MskStatement *self, int column, GType type, int *value, GError **error)
{
  return msk_enum_parse (type, msk_statement_get_text (self, column), value) ||
         msk_database_fail_damaged (error);
}

int
msk_database_get_changes (MskDatabase *self)
{
  return sqlite3_changes (self->handle);
}

gboolean
msk_database_check_whole (MskDatabase *self, GError **error)
{
  g_autoptr(MskStatement) codes = NULL;
  g_autoptr(MskStatement) structure = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Gives a row for each page that is wrong. */
  codes = msk_database_prepare (self, "PRAGMA cipher_integrity_check", error);
  if (codes == NULL || !msk_statement_step (codes, &row, error))
    return FALSE;
  if (row)
    return msk_database_fail_damaged (error);

  structure = msk_database_prepare (self, "PRAGMA quick_check", error);
  if (structure == NULL || !msk_statement_step (structure, &row, error))
    return FALSE;

  return (row && g_str_equal (msk_statement_get_text (structure, 0), "ok")) ||
         msk_database_fail_damaged (error);
}

/* SQLCipher takes the key of the register for the new file, as none is given. */
gboolean
msk_database_write_snapshot (MskDatabase *self, const char *path, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!msk_private_file_create (path, error))
    return FALSE;

  statement = msk_database_prepare (self, "VACUUM INTO :path", error);
  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":path", path);
  return msk_statement_run (statement, error);
}

gboolean
msk_database_empty_log (MskDatabase *self, GError **error)
{
  g_autoptr(MskStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL, FALSE);

  statement = msk_database_prepare (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;
  if (row && msk_statement_get_int64 (statement, 0) == 0)
    return TRUE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DATABASE,
                       _ ("The register is being read and its log could not be emptied: close what "
                          "is open, then do it again."));
  return FALSE;
}

const MskKey *
msk_database_get_key (MskDatabase *self)
{
  return self->key;
}

static int
is_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
msk_database_let_cancel (MskDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0,
                            is_cancelled_cb, cancellable);
}

gboolean
msk_database_forbid_writing (MskDatabase *self, GError **error)
{
  return msk_database_execute (self, "PRAGMA query_only = ON", error);
}

gboolean
msk_database_execute (MskDatabase *self, const char *sql, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || fail_sqlite (self->handle, result, error);
}
