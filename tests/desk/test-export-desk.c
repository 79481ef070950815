/* A record leaves beside the main loop: stopped at whatever moment nothing of it is there, and
 * nobody else writes in the meeting meanwhile. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "msk-cosigner.h"
#include "msk-erasure-desk.h"
#include "msk-error.h"
#include "msk-export-desk.h"
#include "msk-filing-desk.h"

#include "desk-test.h"

#define RECIPIENT "省档案馆"
#define SEALED_FOR "archive passphrase nine"

typedef struct
{
  DeskTest desk;
  char *folder;
  char *path;
  gint64 entries; /* before */
} Record;

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    count++;
  return count;
}

/* What the vault has of meetings in the making. */
static guint
count_parts (void)
{
  g_autofree char *folder = g_build_filename (desk_test_get_vault (), "meetings", NULL);
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  guint count = 0;

  for (const char *name = g_dir_read_name (entries); name != NULL; name = g_dir_read_name (entries))
    count += strstr (name, ".part") != NULL;
  return count;
}

/* Closed, with nothing open, by the short way: the way there has tests of its own. */
static void
set_up (Record *self, gconstpointer unused)
{
  desk_test_set_up (&self->desk, NULL);
  desk_test_sql (&self->desk, "UPDATE meeting SET state = 'closed'");
  desk_test_sign_in (&self->desk, MSK_ROLE_ORGANISER);
  self->folder = g_dir_make_tmp ("msk-stick-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "record", NULL);
  self->entries = desk_test_count_entries (&self->desk);
}

static void
tear_down (Record *self, gconstpointer unused)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  desk_test_tear_down (&self->desk, NULL);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
begin (Record *self, GCancellable *cancellable, MskExportProgress progress, GAsyncResult **answer)
{
  msk_export_desk_export_async (self->desk.session, self->path, RECIPIENT, SEALED_FOR, progress,
                                cancellable, cancellable, answer_cb, answer);
}

static void
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_nothing (Record *self)
{
  g_autoptr(MskMeetingExport) found = NULL;
  g_autoptr(GError) error = NULL;
  gboolean current;

  g_assert_cmpuint (count_files (self->folder), ==, 0);
  g_assert_cmpuint (count_parts (), ==, 0);
  g_assert_cmpint (desk_test_count_entries (&self->desk), ==, self->entries);
  g_assert_true (msk_export_desk_find (self->desk.session, &found, &current, &error));
  g_assert_null (found);
}

static void
assert_refused (Record *self, GAsyncResult *answer, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskMeetingExport) sealed =
                 msk_export_desk_export_finish (self->desk.session, answer, &error);

  g_assert_null (sealed);
  g_assert_error (error, domain, code);
}

static void
assert_whole (Record *self, GAsyncResult *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskMeetingExport) sealed =
                 msk_export_desk_export_finish (self->desk.session, answer, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sealed->head_sequence, ==, self->entries + 1);
  g_assert_cmpint (desk_test_count_entries (&self->desk), ==, self->entries + 1);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_assert_cmpuint (count_parts (), ==, 0);
}

static double reached;

static void
note_progress (double share, gpointer user_data)
{
  g_assert_cmpfloat (share, >=, reached);
  g_assert_cmpfloat (share, <=, 1);
  reached = share;
}

static void
test_whole (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;

  reached = 0;
  begin (self, NULL, note_progress, &answer);
  g_assert_null (answer);
  wait_for (&answer);
  g_assert_cmpfloat (reached, >, 0);
  assert_whole (self, answer);
}

/* The thread is at another place each time: at the copy, the key, the writing, the reading. */
static double stop_at;

static void
stop_cb (double share, gpointer cancellable)
{
  if (share >= stop_at)
    g_cancellable_cancel (cancellable);
}

static void
test_stopped (Record *self, gconstpointer unused)
{
  for (stop_at = 0; stop_at <= 0.8; stop_at += 0.1)
    {
      g_autoptr(GAsyncResult) answer = NULL;
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();

      begin (self, cancellable, stop_cb, &answer);
      wait_for (&answer);
      if (g_cancellable_is_cancelled (cancellable))
        {
          assert_refused (self, answer, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
          assert_nothing (self);
          continue;
        }

      /* It was over before anybody looked. */
      assert_whole (self, answer);
      g_unlink (self->path);
      return;
    }
}

static void
test_stopped_before (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  begin (self, cancellable, NULL, &answer);
  wait_for (&answer);
  assert_refused (self, answer, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  assert_nothing (self);

  begin (self, NULL, NULL, &again);
  wait_for (&again);
  assert_whole (self, again);
}

/* What is in the register at the end is not what leaves. */
static void
test_written_meanwhile (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GError) error = NULL;
  MskSealPair seal;

  begin (self, NULL, NULL, &answer);
  g_assert_true (
      msk_seal_desk_take (self->desk.session, MSK_SEAL_OCCASION_CERTIFICATE, &seal, &error));
  wait_for (&answer);
  assert_refused (self, answer, MSK_RULE_ERROR, MSK_RULE_ERROR_RECORD_CHANGED);
  self->entries = desk_test_count_entries (&self->desk);
  assert_nothing (self);
}

static void
test_one_at_a_time (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GAsyncResult) second = NULL;

  begin (self, NULL, NULL, &answer);
  begin (self, NULL, NULL, &second);
  wait_for (&second);
  assert_refused (self, second, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTING_NOT_SETTLED);
  wait_for (&answer);
  assert_whole (self, answer);
}

/* Whoever locks takes the keys away: what the thread has of its own is for nobody. */
static void
test_locked_meanwhile (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;

  begin (self, NULL, NULL, &answer);
  msk_session_lock (self->desk.session);
  wait_for (&answer);
  assert_refused (self, answer, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
  g_clear_object (&answer);
  desk_test_sign_in (&self->desk, MSK_ROLE_ORGANISER);
  assert_nothing (self);
}

/* Approved, with the officer at the desk, and read back beside the main loop. */
static void
begin_erasing (Record *self, GCancellable *cancellable, GAsyncResult **answer)
{
  const MskCosigner witness = { (char *) "witness", MSK_ROLE_DESK_CLERK };
  const MskFilingDraft filing = { .number = "W-1",
                                  .kept_for = "30",
                                  .pages = 48,
                                  .ordered_by = "方" };
  g_autoptr(GAsyncResult) exported = NULL;
  g_autoptr(GError) error = NULL;

  begin (self, NULL, NULL, &exported);
  wait_for (&exported);
  assert_whole (self, exported);
  g_assert_true (msk_filing_desk_file (self->desk.session, &filing, &error));
  desk_test_sign_in (&self->desk, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_erasure_desk_approve (self->desk.session, "1", "room 3", &error));
  desk_test_sign_in (&self->desk, MSK_ROLE_SECURITY_OFFICER);
  msk_erasure_desk_erase_async (self->desk.session, self->path, &witness, NULL, NULL, cancellable,
                                answer_cb, answer);
}

static void
assert_not_erased (Record *self, GAsyncResult *answer, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_erasure_desk_erase_finish (self->desk.session, answer, NULL, &error));
  g_assert_error (error, domain, code);
  desk_test_sign_in (&self->desk, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_session_get_meeting (self->desk.session)->state, ==,
                   MSK_MEETING_STATE_CLOSED);
}

static void
test_erasing_stopped (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  begin_erasing (self, cancellable, &answer);
  g_assert_null (answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer);
  assert_not_erased (self, answer, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
}

static void
test_erasing_locked (Record *self, gconstpointer unused)
{
  g_autoptr(GAsyncResult) answer = NULL;

  begin_erasing (self, NULL, &answer);
  g_assert_null (answer);
  msk_session_lock (self->desk.session);
  wait_for (&answer);
  assert_not_erased (self, answer, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/export/" name, Record, NULL, set_up, function, tear_down)
  ADD ("goes-on-beside-the-main-loop-and-is-entered", test_whole);
  ADD ("stopped-at-any-moment-leaves-nothing", test_stopped);
  ADD ("stopped-before-it-begins-leaves-nothing", test_stopped_before);
  ADD ("is-none-when-something-was-written-meanwhile", test_written_meanwhile);
  ADD ("is-one-at-a-time", test_one_at_a_time);
  ADD ("is-none-when-the-kit-is-locked-meanwhile", test_locked_meanwhile);
  ADD ("stopped-while-it-is-read-back-nothing-is-erased", test_erasing_stopped);
  ADD ("locked-while-it-is-read-back-nothing-is-erased", test_erasing_locked);
#undef ADD
  return desk_test_run ();
}
