/* What the tests of the store share: a register in a folder of its own, and the hands of somebody
 * who has the right key and SQL. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlcipher/sqlite3.h>

#include "msk-meeting.h"
#include "msk-paper.h"
#include "msk-prepared-pdf.h"
#include "msk-request-store.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

#define STORE_TEST_NOW G_GINT64_CONSTANT (1800000000)

/* A meeting's register, new and empty. */
typedef struct
{
  char *folder;
  char *path;
  MskKey *key;
  MskDatabase *database;
  MskActor actor;
} StoreTest;

/* Starts a test program: words in English, in the locale of whoever runs it; with decimal commas
 * when LC_ALL says so. */
void store_test_start (int *argc, char ***argv);

/* A new private folder, and its end. */
char *store_test_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void store_test_remove_folder (const char *folder);

void store_test_set_up (StoreTest *self, gconstpointer unused);
void store_test_tear_down (StoreTest *self, gconstpointer unused);

/* Closes the register and opens it again. */
void store_test_reopen (StoreTest *self);

/* Runs SQL on a connection of its own, with the right key and no triggers in the way unless they
 * are there. The first fails the test unless it works, the second gives SQLite's result. */
void store_test_sql (StoreTest *self, const char *sql);
int store_test_try_sql (StoreTest *self, const char *sql);
gint64 store_test_read_number (StoreTest *self, const char *sql);

/* Another file and key than the fixture's. */
sqlite3 *store_test_open_raw (const char *path, const MskKey *key) G_GNUC_WARN_UNUSED_RESULT;

/* The register refuses the statement, in the words of a trigger or constraint. */
void store_test_assert_refused (StoreTest *self, const char *sql, const char *words);

/* Runs SQL that nothing refuses, without its entry in the ledger. */
void store_test_run (StoreTest *self, const char *sql);

/* Begins and commits, or fails the test. */
void store_test_begin (StoreTest *self, MskTransaction *transaction);
void store_test_commit (MskTransaction *transaction);

/* Writes an entry of no importance and commits. */
void store_test_note (StoreTest *self, const char *text);

/* A meeting with a level of Secret; its state, serials and one paper for everybody with an approval
 * for so many copies. */
void store_test_add_meeting (StoreTest *self);
void store_test_add_serials (StoreTest *self, gint64 first, guint count);
gint64 store_test_add_paper (StoreTest *self, const char *document_number, guint approved);

/* A request to copy a paper; one that is approved at once. Their ids. */
gint64 store_test_add_request (StoreTest *self, gint64 paper_id, guint copies);
gint64 store_test_approve (StoreTest *self, gint64 paper_id, guint copies, const char *place);

/* People on a list that is sealed, everybody approved; the id of the first. */
gint64 store_test_add_people (StoreTest *self, guint count);

/* Reserves numbers and makes all of them good; the first. */
guint store_test_add_copies (StoreTest *self, gint64 paper_id, guint count);

/* A prepared PDF of so many pages with nothing on them. */
MskPreparedPdf *store_test_make_pdf (guint pages) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the bytes stand anywhere in a file that may not be there. */
gboolean store_test_file_contains (const char *path, const char *bytes, gsize length);

G_END_DECLS
