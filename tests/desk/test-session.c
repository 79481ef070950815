/* Signing in, accounts, meetings and the ledger as the desk gives them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "msk-error.h"
#include "msk-tag.h"

#include "desk-test.h"

static const MskMeetingDraft second_meeting = {
  "会 2027-4", "第二个会议", MSK_LEVEL_CONFIDENTIAL, DESK_TEST_NOW, DESK_TEST_NOW + 60, "", "", ""
};

static void
assert_unlock_fails (const char *user, const char *passphrase, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskSession) session =
                 msk_session_unlock (desk_test_get_vault (), user, passphrase, NULL, &error);

  g_assert_error (error, domain, code);
  g_assert_null (session);
}

static void
test_unlock (DeskTest *test, gconstpointer unused)
{
  assert_unlock_fails ("clerk", "wrong passphrase", MSK_ACCESS_ERROR,
                       MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  assert_unlock_fails ("nobody", DESK_TEST_PASSPHRASE, MSK_ACCESS_ERROR,
                       MSK_ACCESS_ERROR_WRONG_PASSPHRASE);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpstr (msk_session_get_user (test->session), ==, "clerk");
  g_assert_cmpint (msk_session_get_role (test->session), ==, MSK_ROLE_DESK_CLERK);
  g_assert_false (msk_session_is_locked (test->session));
  assert_unlock_fails ("officer", DESK_TEST_PASSPHRASE, MSK_SYSTEM_ERROR,
                       MSK_SYSTEM_ERROR_VAULT_IN_USE);
  msk_session_lock (test->session);
  g_assert_null (msk_session_get_meeting (test->session));
  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_unlock_beside_the_window (DeskTest *test, gconstpointer unused)
{
  static const char *const passphrases[] = { "wrong passphrase", DESK_TEST_PASSPHRASE };

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autoptr(GAsyncResult) answer = NULL;
      g_autoptr(MskSession) session = NULL;
      g_autoptr(GError) error = NULL;

      msk_session_unlock_async (desk_test_get_vault (), "clerk", passphrases[i], NULL, NULL,
                                take_result_cb, &answer);
      while (answer == NULL)
        g_main_context_iteration (NULL, TRUE);
      session = msk_session_unlock_finish (answer, &error);
      if (i == 0)
        g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
      else
        g_assert_no_error (error);
      g_assert_true ((session == NULL) == (i == 0));
    }
}

static void
count_signal_cb (MskSession *session, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_signals (DeskTest *test, gconstpointer unused)
{
  guint changed = 0, locked = 0;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_signal_connect (test->session, "changed", G_CALLBACK (count_signal_cb), &changed);
  g_signal_connect (test->session, "locked", G_CALLBACK (count_signal_cb), &locked);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_false (msk_print_desk_confirm (test->session, COPY_GOOD, NULL));
  g_assert_cmpuint (changed, ==, 1);
  msk_session_lock (test->session);
  msk_session_lock (test->session);
  g_assert_cmpuint (locked, ==, 1);
}

/* Papers are in the clear, and beside the vault, never in it: however its folder was written. */
static void
test_papers_folder (DeskTest *test, gconstpointer unused)
{
  g_autofree char *with_slash = g_strconcat (desk_test_get_vault (), "/", NULL);
  g_autofree char *with_dots = g_strconcat (desk_test_get_vault (), "/meetings/..", NULL);
  const char *const spellings[] = { desk_test_get_vault (), with_slash, with_dots };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskSession) session =
                     msk_session_unlock (spellings[i], "clerk", DESK_TEST_PASSPHRASE, NULL, &error);
      g_autofree char *papers = NULL;

      g_assert_no_error (error);
      papers = msk_session_dup_papers_directory (session);
      g_assert_cmpstr (papers, ==, desk_test_get_papers ());
    }
}

static void
test_accounts (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) users = NULL;
  gint64 entries;

  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  entries = desk_test_count_appliance_entries (test);
  g_assert_false (
      msk_user_desk_add (test->session, "clerk", MSK_ROLE_AUDITOR, DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_add (test->session, "new", MSK_ROLE_AUDITOR, "short", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_add (test->session, "two words", MSK_ROLE_AUDITOR,
                                     DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_remove (test->session, "nobody", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_remove (test->session, "officer", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LAST_SECURITY_OFFICER);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries);

  /* The passphrase of the one who was removed opens nothing, and the name is never given again. */
  g_assert_true (msk_user_desk_remove (test->session, "clerk", &error));
  g_assert_false (msk_user_desk_add (test->session, "clerk", MSK_ROLE_DESK_CLERK,
                                     DESK_TEST_PASSPHRASE, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  users = msk_user_desk_list (test->session, &error);
  g_assert_cmpuint (users->len, ==, 6);
  desk_test_sign_out (test);
  assert_unlock_fails ("clerk", DESK_TEST_PASSPHRASE, MSK_ACCESS_ERROR,
                       MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
}

/* Signs in by badge; NULL when refused. */
static MskSession *
sign_in_by_badge (const char *code)
{
  g_autoptr(GError) error = NULL;
  MskSession *session =
      msk_session_unlock (desk_test_get_vault (), code, DESK_TEST_PASSPHRASE, "desk 2", &error);

  if (session == NULL)
    g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  return session;
}

static void
test_badge (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = NULL;
  g_autofree char *copy_code = NULL;
  g_autofree char *spaced = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskSession) session = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  code = desk_test_dup_badge_code (test, PERSON_FIRST);
  copy_code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_assert_false (msk_user_desk_set_badge (test->session, "clerk", code, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  entries = desk_test_count_appliance_entries (test);
  g_assert_false (msk_user_desk_set_badge (test->session, "clerk", copy_code, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_A_BADGE);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_set_badge (test->session, "clerk", "", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_FOREIGN_CODE);
  g_clear_error (&error);
  g_assert_false (msk_user_desk_set_badge (test->session, "nobody", code, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries);

  spaced = msk_tag_dup_groups (code);
  g_assert_true (msk_user_desk_set_badge (test->session, "clerk", spaced, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries + 1);
  desk_test_sign_out (test);

  /* The account is the badge's owner's, with their role, in the ledger too. */
  session = sign_in_by_badge (code);
  g_assert_cmpstr (msk_session_get_user (session), ==, "clerk");
  g_assert_cmpint (msk_session_get_role (session), ==, MSK_ROLE_DESK_CLERK);
  g_clear_object (&session);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_user_desk_set_badge (test->session, "clerk", NULL, &error));
  desk_test_sign_out (test);
  g_assert_null (sign_in_by_badge (code));
}

static void
test_passphrase (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gint64 entries;

  desk_test_sign_in_only (test, MSK_ROLE_SYSTEM_ADMINISTRATOR);
  entries = desk_test_count_appliance_entries (test);
  g_assert_false (msk_user_desk_change_passphrase (test->session, "wrong passphrase",
                                                   "another passphrase", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (
      msk_user_desk_change_passphrase (test->session, DESK_TEST_PASSPHRASE, "short", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_WEAK_PASSPHRASE);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries);
  g_assert_true (msk_user_desk_change_passphrase (test->session, DESK_TEST_PASSPHRASE,
                                                  "another passphrase", &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries + 1);
  desk_test_sign_out (test);

  assert_unlock_fails ("admin", DESK_TEST_PASSPHRASE, MSK_ACCESS_ERROR,
                       MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  test->session =
      msk_session_unlock (desk_test_get_vault (), "admin", "another passphrase", NULL, &error);
  g_assert_no_error (error);
}

static void
test_meetings (DeskTest *test, gconstpointer unused)
{
  MskMeetingDraft draft = second_meeting;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) meetings = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  draft.number = "会 2027-3";
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  draft.number = " ";
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft = second_meeting;
  draft.ends_at = draft.starts_at;
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME);
  g_clear_error (&error);

  g_assert_cmpint (msk_meeting_desk_create (test->session, &second_meeting, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpstr (msk_session_get_meeting (test->session)->title, ==, "第二个会议");
  draft = second_meeting;
  draft.number = "会 2027-5";
  draft.title = "改了";
  g_assert_true (msk_meeting_desk_change (test->session, &draft, &error));
  draft.number = "会 2027-3";
  g_assert_false (msk_meeting_desk_change (test->session, &draft, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);

  /* C4: its level follows its topics up, and not down again. */
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "议题", MSK_LEVEL_TOP_SECRET,
                                                   MSK_RECORDING_NONE, MSK_CAPACITY_ALL, &error));
  g_assert_cmpint (msk_session_get_meeting (test->session)->level, ==, MSK_LEVEL_TOP_SECRET);
  draft.number = "会 2027-5";
  g_assert_false (msk_meeting_desk_change (test->session, &draft, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN);
  g_clear_error (&error);

  meetings = msk_meeting_desk_list (test->session, &error);
  g_assert_cmpuint (meetings->len, ==, 2);
  g_assert_cmpstr (((MskMeeting *) meetings->pdata[0])->number, ==, "会 2027-5");
  g_assert_false (msk_session_open_meeting (test->session, 99, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_assert_cmpint (msk_session_get_meeting (test->session)->id, ==, 2);
}

/* The file of the meeting is gone, or is another's. */
static void
test_lost_meeting_file (DeskTest *test, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (desk_test_get_vault (), "meetings", NULL);
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  g_autofree char *path = g_build_filename (folder, g_dir_read_name (entries), NULL);
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (msk_session_open_meeting (test->session, 1, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_VAULT_DAMAGED);
  g_assert_null (msk_session_get_meeting (test->session));
}

/* An older file of the meeting, put back to make an issue vanish, is not opened. */
static void
test_older_meeting_file (DeskTest *test, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (desk_test_get_vault (), "meetings", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) entries = NULL;
  g_autofree char *path = NULL;
  g_autofree char *older = NULL;
  gsize length;

  desk_test_sign_out (test);
  entries = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (entries), NULL);
  g_assert_true (g_file_get_contents (path, &older, &length, NULL));

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_sign_out (test);
  g_assert_true (g_file_set_contents_full (path, older, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));

  desk_test_sign_in_only (test, MSK_ROLE_DESK_CLERK);
  g_assert_false (msk_session_open_meeting (test->session, 1, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_LEDGER_BROKEN);
  g_assert_null (msk_session_get_meeting (test->session));
}

static void
test_ledger (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict = NULL;
  g_autoptr(MskLedgerVerdict) again = NULL;
  g_autoptr(MskLedgerVerdict) appliance = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  verdict = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (verdict->verified);
  g_assert_cmpuint (verdict->entries, ==, desk_test_count_entries (test));
  g_assert_cmpuint (strlen (verdict->head), ==, 64);
  appliance = msk_ledger_desk_verify (test->session, FALSE, &error);
  g_assert_true (appliance->verified);
  lines = msk_ledger_desk_list (test->session, TRUE, 0, 1000, &error);
  g_assert_cmpuint (lines->len, ==, verdict->entries);
  g_assert_cmpstr (((MskLedgerLine *) lines->pdata[lines->len - 1])->act, ==, "meeting-create");

  desk_test_sql (test, "DROP TRIGGER ledger_no_update; UPDATE ledger SET station = 'desk 2' WHERE "
                       "sequence = 5");
  again = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_false (again->verified);
  g_assert_cmpint (again->wrong_entry, ==, 5);
  g_assert_nonnull (again->reason);
}

/* An entry numbered nought, before all others: it is wrong, and its number must not be taken for
 * "none". */
static void
test_entry_nought (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict = NULL;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  desk_test_sql (test, "PRAGMA ignore_check_constraints = ON; INSERT INTO ledger SELECT 0, at, "
                       "actor, role, station, act, subject,"
                       " details, previous, hash FROM ledger WHERE sequence = 1");
  verdict = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (verdict->verified);
  g_assert_nonnull (verdict->reason);
}

/* Everything was deleted: a ledger without entries is no ledger. */
static void
test_empty_ledger (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskLedgerVerdict) verdict = NULL;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  desk_test_sql (test, "DROP TRIGGER ledger_no_delete; DELETE FROM ledger");
  verdict = msk_ledger_desk_verify (test->session, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (verdict->verified);
}

/* What the appliance knows of a meeting follows the meeting's own file, should a crash have come
 * between the two. */
static void
test_follows_its_file (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  desk_test_sql (test, "UPDATE meeting SET number = '会 7', state = 'sweeping'");
  before = msk_meeting_desk_list (test->session, &error);
  g_assert_cmpstr (((MskMeeting *) before->pdata[0])->number, ==, "会 2027-3");
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  after = msk_meeting_desk_list (test->session, &error);
  g_assert_cmpstr (((MskMeeting *) after->pdata[0])->number, ==, "会 7");
  g_assert_cmpint (((MskMeeting *) after->pdata[0])->state, ==, MSK_MEETING_STATE_SWEEPING);
}

static void
test_clock_back (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  entries = desk_test_count_entries (test);
  desk_test_now -= 3600;
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  lines = msk_ledger_desk_list (test->session, TRUE, 0, 2, &error);
  g_assert_cmpstr (((MskLedgerLine *) lines->pdata[1])->act, ==, "clock-back");
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/desk/" path, DeskTest, NULL, desk_test_set_up_signed_out, function,                \
              desk_test_tear_down)
  ADD ("session/opens-for-the-right-passphrase-alone", test_unlock);
  ADD ("session/opens-beside-the-window", test_unlock_beside_the_window);
  ADD ("session/says-what-happened", test_signals);
  ADD ("session/papers-lie-beside-the-vault", test_papers_folder);
  ADD ("user/accounts-come-once", test_accounts);
  ADD ("user/changes-their-own-passphrase", test_passphrase);
  ADD ("user/a-badge-stands-for-the-name-alone", test_badge);
  ADD ("meeting/is-made-and-changed", test_meetings);
  ADD ("meeting/a-lost-file-is-damage", test_lost_meeting_file);
  ADD ("meeting/an-older-file-put-back-is-not-opened", test_older_meeting_file);
  ADD ("meeting/the-list-follows-the-file", test_follows_its_file);
  ADD ("ledger/is-verified-and-names-the-wrong-entry", test_ledger);
  ADD ("ledger/an-entry-numbered-nought-is-wrong", test_entry_nought);
  ADD ("ledger/an-empty-one-is-not-verified", test_empty_ledger);
  ADD ("ledger/a-clock-that-steps-back-is-an-entry", test_clock_back);
#undef ADD
  return desk_test_run ();
}
