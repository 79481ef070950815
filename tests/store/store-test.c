/* What the tests of the store share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "store-test.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-file-store.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-paper-store.h"

#define N_OBJECTS_FIXED 2

void
store_test_start (int *argc, char ***argv)
{
  const char *locale = g_getenv ("LC_ALL");
  g_autoptr(GError) error = NULL;

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "");
  if (locale != NULL && g_str_has_prefix (locale, "de_"))
    g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");

  g_test_init (argc, argv, NULL);
  msk_key_init_library (&error);
  g_assert_no_error (error);
}

char *
store_test_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("msk-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
store_test_remove_folder (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);

  for (const char *name = entries == NULL ? NULL : g_dir_read_name (entries); name != NULL;
       name = g_dir_read_name (entries))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_test_set_up (StoreTest *self, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  self->folder = store_test_make_folder ();
  self->path = g_build_filename (self->folder, "register.db", NULL);
  self->key = msk_key_new_random ();
  self->actor = (MskActor){ "clerk", MSK_ROLE_DESK_CLERK, "desk 1", STORE_TEST_NOW };
  self->database = msk_database_open (self->path, self->key, MSK_DATABASE_MEETING, TRUE, &error);
  g_assert_no_error (error);
}

void
store_test_tear_down (StoreTest *self, gconstpointer unused)
{
  g_clear_pointer (&self->database, msk_database_close);
  g_clear_pointer (&self->key, msk_key_free);
  store_test_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

void
store_test_reopen (StoreTest *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->database, msk_database_close);
  self->database = msk_database_open (self->path, self->key, MSK_DATABASE_MEETING, FALSE, &error);
  g_assert_no_error (error);
}

sqlite3 *
store_test_open_raw (const char *path, const MskKey *key)
{
  g_autoptr(GString) pragma = g_string_new ("PRAGMA key = \"x'");
  sqlite3 *handle;

  for (guint i = 0; i < MSK_KEY_SIZE; i++)
    g_string_append_printf (pragma, "%02x", key->bytes[i]);
  g_string_append (pragma, "'\"; PRAGMA synchronous = OFF");

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, pragma->str, NULL, NULL, NULL), ==, SQLITE_OK);
  return handle;
}

int
store_test_try_sql (StoreTest *self, const char *sql)
{
  sqlite3 *handle = store_test_open_raw (self->path, self->key);
  int result = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  sqlite3_close (handle);
  return result;
}

void
store_test_sql (StoreTest *self, const char *sql)
{
  g_assert_cmpint (store_test_try_sql (self, sql), ==, SQLITE_OK);
}

gint64
store_test_read_number (StoreTest *self, const char *sql)
{
  sqlite3 *handle = store_test_open_raw (self->path, self->key);
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return number;
}

void
store_test_assert_refused (StoreTest *self, const char *sql, const char *words)
{
  sqlite3 *handle = store_test_open_raw (self->path, self->key);
  char *message = NULL;

  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, &message), ==, SQLITE_CONSTRAINT);
  if (strstr (message, words) == NULL)
    g_error ("“%s” was refused with “%s”, and not with “%s”.", sql, message, words);

  sqlite3_free (message);
  sqlite3_close (handle);
}

void
store_test_run (StoreTest *self, const char *sql)
{
  sqlite3 *handle = store_test_open_raw (self->path, self->key);
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

void
store_test_begin (StoreTest *self, MskTransaction *transaction)
{
  g_autoptr(GError) error = NULL;

  *transaction = (MskTransaction){ NULL };
  msk_transaction_begin (transaction, self->database, &self->actor, &error);
  g_assert_no_error (error);
}

void
store_test_commit (MskTransaction *transaction)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

void
store_test_note (StoreTest *self, const char *text)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (self, &transaction);
  msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, "code", &error, "note", text, NULL);
  g_assert_no_error (error);
  store_test_commit (&transaction);
}

void
store_test_add_meeting (StoreTest *self)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskMeeting) meeting = msk_meeting_new ();
  g_autoptr(GError) error = NULL;

  meeting->id = 7;
  meeting->number = g_strdup ("会 2027-3");
  meeting->title = g_strdup ("年度工作会议");
  meeting->level = MSK_LEVEL_SECRET;
  meeting->starts_at = STORE_TEST_NOW;
  meeting->ends_at = STORE_TEST_NOW + 3600;
  meeting->venue = g_strdup ("第一会议室");
  meeting->organiser = g_strdup ("办公室");
  meeting->leader = g_strdup ("张三");
  meeting->scheme = msk_scheme_load ("chinese", &error);
  g_assert_no_error (error);

  store_test_begin (self, &transaction);
  msk_meeting_store_insert (&transaction, meeting, &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);
}

void
store_test_add_serials (StoreTest *self, gint64 first, guint count)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  store_test_begin (self, &transaction);
  msk_meeting_store_add_serials (&transaction, first, count, &error);
  g_assert_no_error (error);
  msk_ledger_append (&transaction, MSK_ACT_SERIALS_GIVE, "meeting", &error, NULL);
  store_test_commit (&transaction);
}

MskPreparedPdf *
store_test_make_pdf (guint pages)
{
  g_autoptr(GString) text = g_string_new ("%PDF-1.7\n");
  g_autoptr(GVariant) layout = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  GVariantBuilder list;
  MskPreparedPdf *prepared;
  guint objects = pages + N_OBJECTS_FIXED;
  guint64 offset = text->len;

  g_string_append_printf (text, "xref\n0 %u\n", objects);
  for (guint i = 0; i < objects; i++)
    g_string_append_printf (text, "%010u %05u n \n", i, 0);
  g_string_append (text, "trailer\n");

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(udd(dddddd))"));
  for (guint i = 0; i < pages; i++)
    g_variant_builder_add (&list, "(udd(dddddd))", N_OBJECTS_FIXED + i, 595.0, 842.5, 1.0, 0.0, 0.0,
                           1.0, 0.25, 0.0);
  layout = g_variant_ref_sink (g_variant_new ("(tuua(udd(dddddd)))", offset, objects, 1, &list));

  bytes = g_bytes_new (text->str, text->len);
  prepared = msk_prepared_pdf_new (bytes, layout, &error);
  g_assert_no_error (error);
  return prepared;
}

gint64
store_test_add_request (StoreTest *self, gint64 paper_id, guint copies)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCopyRequest) request = msk_copy_request_new ();
  g_autoptr(GError) error = NULL;

  request->paper_id = paper_id;
  request->copies = copies;
  request->copier = g_strdup ("");
  request->purpose = g_strdup ("会议用");
  request->applicant = g_strdup ("王五");
  request->asked_place = g_strdup ("");
  store_test_begin (self, &transaction);
  transaction.actor.user = "organiser";
  g_assert_true (msk_request_store_insert (&transaction, request, &error));
  g_assert_no_error (error);
  store_test_commit (&transaction);
  return request->id;
}

gint64
store_test_approve (StoreTest *self, gint64 paper_id, guint copies, const char *place)
{
  const MskApproval approval = {
    copies, "李四", "主任", "办公室", "批 1", STORE_TEST_NOW, MSK_STANDING_COUNTY, place
  };
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  const gint64 id = store_test_add_request (self, paper_id, copies);
  g_autoptr(MskCopyRequest) request = msk_request_store_get (self->database, id, &error);

  store_test_begin (self, &transaction);
  g_assert_true (msk_request_store_approve (&transaction, request, &approval, &error));
  g_assert_no_error (error);
  store_test_commit (&transaction);
  return id;
}

gint64
store_test_add_paper (StoreTest *self, const char *document_number, guint approved)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPreparedPdf) prepared = store_test_make_pdf (2);
  g_autoptr(GBytes) original = g_bytes_new_static ("original", 8);
  g_autoptr(MskPaper) paper = msk_paper_new ();
  g_autoptr(GError) error = NULL;
  MskPaperFiles files = { .original_size = g_bytes_get_size (original) };

  paper->document_number = g_strdup (document_number);
  paper->title = g_strdup ("关于计划的报告");
  paper->level = MSK_LEVEL_SECRET;
  paper->period = g_strdup ("10年");
  paper->originator = g_strdup ("办公室");
  paper->scope = MSK_CAPACITY_ALL;
  paper->pages = 2;
  paper->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);

  store_test_begin (self, &transaction);
  g_assert_true (
      msk_file_store_write (self->database, original, NULL, NULL, &files.original, &error));
  g_assert_true (
      msk_file_store_write (self->database, prepared->bytes, NULL, NULL, &files.prepared, &error));
  msk_paper_store_insert (&transaction, paper, &files, prepared, &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);
  if (approved > 0)
    store_test_approve (self, paper->id, approved, "");
  return paper->id;
}

gint64
store_test_add_people (StoreTest *self, guint count)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  gint64 first = 0;
  guint list, submitted;
  const char *decider;

  store_test_begin (self, &transaction);
  decider = transaction.actor.user;
  transaction.actor.user = "organiser";
  msk_attendee_store_take_open_list (&transaction, &list, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr(MskAttendee) attendee = msk_attendee_new ();

      attendee->name = g_strdup_printf ("王%u", i + 1);
      attendee->unit = g_strdup_printf ("第%u处", list);
      attendee->post = g_strdup ("");
      attendee->capacity = MSK_CAPACITY_DELEGATE;
      attendee->clearance = MSK_LEVEL_TOP_SECRET;
      attendee->list_number = list;
      msk_attendee_store_insert (&transaction, attendee, &error);
      g_assert_no_error (error);
      if (first == 0)
        first = attendee->id;
    }
  msk_attendee_store_submit (&transaction, list, &submitted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submitted, ==, count);
  transaction.actor.user = decider;
  for (gint64 id = first; id < first + count; id++)
    {
      msk_attendee_store_decide (&transaction, id, MSK_VETTING_APPROVED, "合适", "", "", &error);
      g_assert_no_error (error);
    }
  msk_attendee_store_seal (&transaction, list, "ABCD-EF01", &error);
  g_assert_no_error (error);
  store_test_commit (&transaction);
  return first;
}

guint
store_test_add_copies (StoreTest *self, gint64 paper_id, guint count)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  guint first;

  store_test_begin (self, &transaction);
  msk_copy_store_reserve (&transaction, paper_id, paper_id, count, &first, &error);
  g_assert_no_error (error);
  for (guint number = first; number < first + count; number++)
    {
      g_autoptr(MskCopy) copy = msk_copy_store_get (self->database, number, &error);
      MskMovement movement = { .number = number,
                               .act = MSK_ACT_COPY_CONFIRM,
                               .from = MSK_COPY_PRINTING,
                               .to = MSK_COPY_IN_STORE,
                               .remark = "" };

      g_assert_no_error (error);
      msk_copy_store_set_attempt (&transaction, copy->serial, MSK_ATTEMPT_GOOD, "打印机", "文印室",
                                  NULL, &error);
      g_assert_no_error (error);
      msk_copy_store_move (&transaction, &movement, &error);
      g_assert_no_error (error);
    }
  store_test_commit (&transaction);
  return first;
}

gboolean
store_test_file_contains (const char *path, const char *bytes, gsize length)
{
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return FALSE;

  return memmem (contents, size, bytes, length) != NULL;
}
