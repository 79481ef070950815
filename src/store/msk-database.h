/* One encrypted register file: its connection and its statements. Whatever is SQLite's alone stays
 * behind this module. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-key.h"

G_BEGIN_DECLS

typedef struct _MskDatabase MskDatabase;
typedef struct sqlite3_stmt MskStatement;

/* The two kinds of register; each has its own schema and application id. */
typedef enum
{
  MSK_DATABASE_APPLIANCE,
  MSK_DATABASE_MEETING,
} MskDatabaseKind;

/* Opens the file and brings an older schema up to date, each step in a transaction of its own. With
 * create, the file must not exist and is made, mode 0600. Fails with MSK_SYSTEM_ERROR_VAULT_DAMAGED
 * (or the key is not its key), _VAULT_NEWER, _VAULT_EXPOSED, _DISK_FULL, _DATABASE. */
MskDatabase *msk_database_open (const char *path,
                                const MskKey *key,
                                MskDatabaseKind kind,
                                gboolean create,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Another connection to the same file, for one other thread. It may outlive the first. */
MskDatabase *msk_database_open_beside (MskDatabase *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_database_close (MskDatabase *self);

/* A statement from the text, which is a literal: statements are kept and used again. An autoptr
 * gives it back. */
MskStatement *msk_database_prepare (MskDatabase *self,
                                    const char *sql,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void msk_statement_release (MskStatement *self);

void msk_statement_bind_int64 (MskStatement *self, const char *name, gint64 value);
void msk_statement_bind_text (MskStatement *self, const char *name, const char *value);
void msk_statement_bind_bytes (MskStatement *self, const char *name, GBytes *value);
void msk_statement_bind_null (MskStatement *self, const char *name);

/* Runs to the next row. *row says whether there is one. */
gboolean msk_statement_step (MskStatement *self, gboolean *row, GError **error);

/* Makes a GObject of the row that a statement is at, or fails. */
typedef gpointer (*MskStatementReadFunc) (MskStatement *statement, GError **error);

/* Runs a statement to its end and gives what read makes of each row. NULL when one fails, or with
 * the error already set when the statement could not be prepared (self NULL). The caller owns the
 * array. */
GPtrArray *msk_statement_collect (MskStatement *self,
                                  MskStatementReadFunc read,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for whole numbers, the first column of each row: an array of gint64, the caller's. */
GArray *msk_statement_collect_int64 (MskStatement *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What read makes of the one row of a statement. Without a row fails with MSK_INPUT_ERROR_NOT_FOUND
 * and the message missing. */
gpointer msk_statement_read_one (MskStatement *self,
                                 MskStatementReadFunc read,
                                 const char *missing,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first column of the first row, 0 without a row. Fails as msk_statement_collect() when self is
 * NULL. */
gboolean msk_statement_read_int64 (MskStatement *self, gint64 *value, GError **error);
gboolean msk_statement_read_uint (MskStatement *self, guint *value, GError **error);

/* The same for a statement without parameters. */
gboolean msk_database_read_uint (MskDatabase *self, const char *sql, guint *value, GError **error);

/* Runs a statement that gives no rows. */
gboolean msk_statement_run (MskStatement *self, GError **error);

/* Columns of the current row, counted from 0. A text is never NULL; lent ones last until the next
 * step. */
gint64 msk_statement_get_int64 (MskStatement *self, int column);
gboolean msk_statement_is_null (MskStatement *self, int column);
const char *msk_statement_get_text (MskStatement *self, int column);

/* Whether the column is a text, and all of it is what msk_statement_get_text() shows: SQL can put
 * bytes behind a NUL that no C function sees. */
gboolean msk_statement_is_whole_text (MskStatement *self, int column);
char *msk_statement_dup_text (MskStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT;
GBytes *msk_statement_dup_bytes (MskStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT;

/* An enum value by its name. A name that the program does not know fails with
 * MSK_SYSTEM_ERROR_VAULT_DAMAGED. */
gboolean msk_statement_get_enum (MskStatement *self,
                                 int column,
                                 GType type,
                                 int *value,
                                 GError **error);

/* Rows that the last statement changed. */
int msk_database_get_changes (MskDatabase *self);

/* Whether every page of the file still is what was written: it is read from the disk and checked
 * against its own authentication code. Costs a reading of the whole file. Fails with
 * MSK_SYSTEM_ERROR_VAULT_DAMAGED. */
gboolean msk_database_check_whole (MskDatabase *self, GError **error);

/* Writes the register as it stands now to a new private file under the same key, without free pages
 * or a log. Fails with MSK_SYSTEM_ERROR_DISK_FULL, _FILE, _DATABASE; a part of it may be there
 * then. Not inside a transaction. */
gboolean msk_database_write_snapshot (MskDatabase *self, const char *path, GError **error);

/* Brings everything from the log into the file and empties the log, so that what was overwritten is
 * in neither. Fails with MSK_SYSTEM_ERROR_DATABASE while another connection reads. */
gboolean msk_database_empty_log (MskDatabase *self, GError **error);

/* From here on this connection only reads: whatever would write fails with
 * MSK_SYSTEM_ERROR_DATABASE. */
gboolean msk_database_forbid_writing (MskDatabase *self, GError **error);

/* From now on whatever is under way in it stops when somebody cancels, with G_IO_ERROR_CANCELLED.
 * For a connection that one piece of work has for itself. */
void msk_database_let_cancel (MskDatabase *self, GCancellable *cancellable);

/* Lent. */
const MskKey *msk_database_get_key (MskDatabase *self);

/* Sets MSK_SYSTEM_ERROR_VAULT_DAMAGED: what was read is not what was written. Returns FALSE. */
gboolean msk_database_fail_damaged (GError **error);

/* Used by msk-transaction alone. */
gboolean msk_database_execute (MskDatabase *self, const char *sql, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskDatabase, msk_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStatement, msk_statement_release)

G_END_DECLS
