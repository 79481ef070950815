/* The disk is full, at whatever byte: the act is refused as such, nothing of it is there, and what
 * was there before still is. SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "msk-error.h"

#include "desk-test.h"

/* A limit on the size of files stands for the disk: it needs no rights and works everywhere, and
 * write() then fails in the midst of things just the same. SQLite's log grows with each commit, so
 * that a limit some bytes beyond its size hits the next act. */
static void
set_room (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
give_room (void)
{
  set_room (RLIM_INFINITY);
}

static gint64
get_size (const char *path)
{
  GStatBuf facts;

  return g_stat (path, &facts) == 0 ? facts.st_size : 0;
}

/* The largest file below a folder: the log that is being written, once there has been enough in it.
 */
static gint64
get_largest (const char *folder, const char *ending)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  gint64 largest = 0;

  for (const char *name = g_dir_read_name (entries); name != NULL; name = g_dir_read_name (entries))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ending))
        largest = MAX (largest, get_size (path));
    }
  return largest;
}

static gint64
get_log_size (void)
{
  g_autofree char *folder = g_build_filename (desk_test_get_vault (), "meetings", NULL);

  return get_largest (folder, "-wal");
}

static gboolean
is_full (const GError *error)
{
  return g_error_matches (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_DISK_FULL);
}

static void
assert_whole (DeskTest *test, const char *before, gint64 entries)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict = NULL;
  g_autofree char *after = NULL;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  desk_test_assert_balance (test);
  verdict = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (verdict->verified);
}

/* Tries to issue with so much room behind the end of the log; whether it worked. */
static gboolean
issue_with_room (DeskTest *test, guint number, gint64 room)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) person = msk_scan_desk_choose_person (desk, PERSON_FIRST, &error);
  g_autoptr(MskVerdict) verdict = NULL;

  g_assert_no_error (error);
  set_room ((rlim_t) (get_log_size () + room));
  verdict = msk_scan_desk_choose_copy (desk, number, &error);
  give_room ();
  if (verdict != NULL)
    {
      g_assert_cmpstr (verdict->code, ==, "issued");
      return TRUE;
    }

  g_assert_true (is_full (error));
  return FALSE;
}

static void
test_scan (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = NULL;
  gint64 entries;
  guint refused = 0;
  gint64 room;

  /* Something in the log first, or the limit would stand within what is there. */
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  before = desk_test_describe_register (test);
  entries = desk_test_count_entries (test);
  for (room = 0; !issue_with_room (test, COPY_GOOD, room); room += 1024)
    {
      g_autofree char *after = desk_test_describe_register (test);

      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (desk_test_count_entries (test), ==, entries);
      refused++;
    }
  g_test_message ("refused with room for 0 to %" G_GINT64_FORMAT " bytes, then done", room - 1024);
  g_assert_cmpuint (refused, >, 5);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
  g_free (g_steal_pointer (&before));
  before = desk_test_describe_register (test);
  assert_whole (test, before, entries + 1);
}

/* The program ends right after the refusal: what lies in the log then is no commit. */
static void
test_scan_and_end (DeskTest *test, gconstpointer unused)
{
  for (gint64 room = 2048; room < 16384; room += 2048)
    {
      g_autofree char *before = NULL;
      gint64 entries;

      desk_test_sign_out (test);
      desk_test_set_up_inside (test, NULL);
      desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
      before = desk_test_describe_register (test);
      entries = desk_test_count_entries (test);
      if (!issue_with_room (test, COPY_GOOD, room))
        assert_whole (test, before, entries);
    }
}

static void
test_paper (DeskTest *test, gconstpointer unused)
{
  const MskPaperDraft draft = {
    "办发 3", "题", MSK_LEVEL_TOP_SECRET, "", "办公室", MSK_CAPACITY_ALL
  };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autofree char *before = NULL;
  gint64 entries;
  guint refused = 0;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "议题", MSK_LEVEL_SECRET,
                                                   MSK_RECORDING_NONE, MSK_CAPACITY_ALL, NULL));
  before = desk_test_describe_register (test);
  entries = desk_test_count_entries (test);
  for (gint64 room = 0;; room += 4096)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) papers = NULL;
      gint64 id;

      set_room ((rlim_t) (get_log_size () + room));
      id = msk_paper_desk_add (test->session, &draft, file, NULL, &error);
      give_room ();
      if (id != 0)
        break;

      g_assert_true (is_full (error));
      papers = msk_paper_desk_list (test->session, NULL);
      g_assert_cmpuint (papers->len, ==, 2);
      g_assert_cmpint (msk_session_get_meeting (test->session)->level, ==, MSK_LEVEL_SECRET);
      refused++;
    }
  g_assert_cmpuint (refused, >, 1);
  g_assert_cmpint (msk_session_get_meeting (test->session)->level, ==, MSK_LEVEL_TOP_SECRET);
  assert_whole (test, before, entries + 1 + 1);
}

static guint
count_entries_of (const char *folder)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (entries) != NULL)
    count++;
  return count;
}

/* A new meeting writes two registers: neither is there without the other, and its number is free
 * again. */
static void
test_meeting (DeskTest *test, gconstpointer unused)
{
  const MskMeetingDraft draft = { "会 2027-4", "第二个会议", MSK_LEVEL_SECRET, 1, 2, "", "", "" };
  guint refused = 0;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  for (gint64 room = 512;; room += room < 65536 ? 4096 : 32768)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) meetings = NULL;
      gint64 id;

      set_room ((rlim_t) room);
      id = msk_meeting_desk_create (test->session, &draft, &error);
      give_room ();
      meetings = msk_meeting_desk_list (test->session, NULL);
      if (id != 0)
        {
          g_assert_cmpuint (meetings->len, ==, 2);
          break;
        }

      g_assert_true (is_full (error));
      g_assert_cmpuint (meetings->len, ==, 1);
      g_assert_cmpint (msk_session_get_meeting (test->session)->id, ==, 1);
      refused++;
    }
  g_assert_cmpuint (refused, >, 5);
}

/* Accounts are a file written anew: the old one stays until the new one is whole. */
static void
test_account (DeskTest *test, gconstpointer unused)
{
  g_autofree char *keys = g_build_filename (desk_test_get_vault (), "keys", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  guint files;

  desk_test_sign_out (test);
  files = count_entries_of (desk_test_get_vault ());
  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (g_file_get_contents (keys, &before, NULL, NULL));
  set_room (1000);
  g_assert_false (
      msk_user_desk_add (test->session, "new", MSK_ROLE_AUDITOR, DESK_TEST_PASSPHRASE, &error));
  give_room ();
  g_assert_true (is_full (error));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (keys, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (
      msk_user_desk_add (test->session, "new", MSK_ROLE_AUDITOR, DESK_TEST_PASSPHRASE, &error));
  g_assert_no_error (error);
  desk_test_sign_out (test);
  g_assert_cmpuint (count_entries_of (desk_test_get_vault ()), ==, files);
}

/* A vault is made whole or not at all. */
static void
test_vault (DeskTest *test, gconstpointer unused)
{
  g_autofree char *parent = g_path_get_dirname (desk_test_get_vault ());
  g_autofree char *place = g_build_filename (parent, "another", NULL);
  const guint before = count_entries_of (parent);
  guint refused = 0;

  for (gint64 room = 100;; room += room < 8192 ? 2000 : 16384)
    {
      g_autoptr(GError) error = NULL;
      gboolean made;

      set_room ((rlim_t) room);
      made = msk_session_create_vault (place, "officer", DESK_TEST_PASSPHRASE,
                                       MSK_KEY_COST_INTERACTIVE, &error);
      give_room ();
      if (made)
        break;

      g_assert_true (is_full (error));
      g_assert_cmpuint (count_entries_of (parent), ==, before);
      refused++;
    }
  g_assert_cmpuint (refused, >, 3);
  g_assert_true (msk_session_has_vault (place));
}

/* The folder of the prints is full: the copy was not printed, is still reserved, and its file is
 * not there by halves. */
static void
test_print (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;
  g_autoptr(MskCopy) copy = NULL;
  guint first, files;

  first = msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (desk_test_get_papers (), 0700), ==, 0);
  files = count_entries_of (desk_test_get_papers ());
  /* Room for the register's own notes, which are small, and not for the sheets. */
  copy = msk_print_desk_get_copy (test->session, first, &error);
  set_room (2000);
  g_assert_false (desk_test_print (test, PAPER_SECRET, &result, NULL, &error));
  give_room ();
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (result.printed, ==, 0);
  g_assert_cmpuint (count_entries_of (desk_test_get_papers ()), ==, files);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_balance (test);
  g_clear_object (&copy);
  copy = msk_print_desk_get_copy (test->session, first, &error);
  g_assert_true (copy->attempt == MSK_ATTEMPT_RESERVED || copy->attempt == MSK_ATTEMPT_UNCERTAIN);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);

#define ADD(name, function)                                                                        \
  g_test_add ("/fault/disk-full/" name, DeskTest, NULL, desk_test_set_up_inside, function,         \
              desk_test_tear_down)
  ADD ("a-scan-is-refused-at-every-size", test_scan);
  ADD ("a-refused-scan-is-not-found-later", test_scan_and_end);
  ADD ("a-paper-is-not-kept-by-halves", test_paper);
  ADD ("a-meeting-is-not-made-by-halves", test_meeting);
  ADD ("accounts-stay-as-they-were", test_account);
  ADD ("a-vault-is-not-made-by-halves", test_vault);
  ADD ("a-print-leaves-no-part-of-a-file", test_print);
#undef ADD
  return desk_test_run ();
}
