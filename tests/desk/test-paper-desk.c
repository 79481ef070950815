/* Papers: taken in through the worker, approved by who may, kept in the encrypted file alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "desk-test.h"
#include "msk-database.h"
#include "msk-session-private.h"

static const MskPaperDraft good_draft = { "办发 3", "题目",   MSK_LEVEL_SECRET,
                                          "5年",    "办公室", MSK_CAPACITY_ALL };

static gint64
add (DeskTest *test, const MskPaperDraft *draft, const char *pdf, GError **error)
{
  g_autoptr(GBytes) file = desk_test_load_pdf (pdf);

  return msk_paper_desk_add (test->session, draft, file, NULL, error);
}

static void
test_add (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
  g_autoptr(GPtrArray) warnings = NULL;
  g_autoptr(GPtrArray) papers = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;
  gint64 entries, id;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  id = msk_paper_desk_add (test->session, &good_draft, file, &warnings, &error);
  g_assert_no_error (error);
  g_assert_nonnull (warnings);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);
  paper = msk_paper_desk_get (test->session, id, &error);
  g_assert_cmpstr (paper->document_number, ==, "办发 3");
  g_assert_cmpstr (paper->period, ==, "5年");
  g_assert_cmpstr (paper->sha256, ==, checksum);
  g_assert_cmpuint (paper->pages, ==, 3);
  g_assert_cmpuint (paper->approved, ==, 0);
  papers = msk_paper_desk_list (test->session, &error);
  g_assert_cmpuint (papers->len, ==, 3);
  g_assert_cmpint (msk_session_get_meeting (test->session)->level, ==, MSK_LEVEL_SECRET);
}

/* A mended file comes with the kit's own word, and with none of the library's. */
static void
test_mended (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("bad-table");
  g_autoptr(GPtrArray) warnings = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_paper_desk_add (test->session, &good_draft, file, &warnings, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (warnings->pdata[0], "The file was damaged and was mended"));
}

static const struct
{
  const char *pdf;
  MskInputError code;
} files[] = {
  { "empty", MSK_INPUT_ERROR_PDF_EMPTY },
  { "foreign", MSK_INPUT_ERROR_PDF_FOREIGN },
  { "user-password-256", MSK_INPUT_ERROR_PDF_ENCRYPTED },
  { "no-pages", MSK_INPUT_ERROR_PDF_NO_PAGES },
};

static void
test_bad_files (DeskTest *test, gconstpointer unused)
{
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (add (test, &good_draft, files[i].pdf, &error), ==, 0);
      g_assert_error (error, MSK_INPUT_ERROR, (int) files[i].code);
    }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

static void
test_bad_drafts (DeskTest *test, gconstpointer unused)
{
  g_autofree char *long_text = g_strnfill (201, 'x');
  const struct
  {
    MskPaperDraft draft;
    GQuark domain;
    int code;
  } drafts[] = {
    { { "", "题", MSK_LEVEL_SECRET, "", "办公室", 1 }, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", " ", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "", NULL, 1 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "", "办公室", 0 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "", "办公室", 32 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "a\nb", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "\xff", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { long_text, "题", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_INPUT_ERROR,
      MSK_INPUT_ERROR_BAD_VALUE },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "21年", "办公室", 1 },
      MSK_RULE_ERROR,
      MSK_RULE_ERROR_MARK_FORBIDDEN },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "长期", "办公室", 1 },
      MSK_RULE_ERROR,
      MSK_RULE_ERROR_MARK_FORBIDDEN },
    { { "办发 3", "题", MSK_LEVEL_SECRET, "2020年1月1日", "办公室", 1 },
      MSK_RULE_ERROR,
      MSK_RULE_ERROR_MARK_FORBIDDEN },
    { { "办发 1", "题", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_RULE_ERROR,
      MSK_RULE_ERROR_EXISTS },
    { { " 办发 1 ", "题", MSK_LEVEL_SECRET, "", "办公室", 1 },
      MSK_RULE_ERROR,
      MSK_RULE_ERROR_EXISTS },
  };
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (add (test, &drafts[i].draft, "plain", &error), ==, 0);
      g_assert_error (error, drafts[i].domain, drafts[i].code);
    }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* C4: a meeting's level is the highest of its papers. */
static void
test_level_rises (DeskTest *test, gconstpointer unused)
{
  const MskPaperDraft draft = {
    "绝 1", "题", MSK_LEVEL_TOP_SECRET, "长期", "中央", MSK_CAPACITY_ALL
  };
  const MskMeetingDraft lower = { "会 2027-3", "题", MSK_LEVEL_SECRET, 1, 2, "", "", "" };
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (add (test, &draft, "plain", &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (msk_session_get_meeting (test->session)->level, ==, MSK_LEVEL_TOP_SECRET);
  g_assert_false (msk_meeting_desk_change (test->session, &lower, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gint64
finish (DeskTest *test, GAsyncResult **answer, GError **error)
{
  gint64 id;

  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  id = msk_paper_desk_add_finish (test->session, *answer, NULL, error);
  g_clear_object (answer);
  return id;
}

static void
test_beside_the_window (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_paper_desk_add_async (test->session, &good_draft, file, NULL, NULL, NULL, take_result_cb,
                            &first);
  msk_paper_desk_add_async (test->session, &good_draft, file, NULL, NULL, NULL, take_result_cb,
                            &second);
  g_assert_cmpint (finish (test, &first, &error), >, 0);
  g_assert_no_error (error);

  /* Begun before the first was in, and the same number all the same. */
  g_assert_cmpint (finish (test, &second, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
}

/* The worker is still reading when another meeting is opened: the paper is not put into that one.
 */
static void
test_other_meeting_meanwhile (DeskTest *test, gconstpointer unused)
{
  const MskMeetingDraft draft = { "会 2027-4", "第二个会议", MSK_LEVEL_CONFIDENTIAL, 1, 2, "", "",
                                  "" };
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = NULL;
  GAsyncResult *answer = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_paper_desk_add_async (test->session, &good_draft, file, NULL, NULL, NULL, take_result_cb,
                            &answer);
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 2);
  g_assert_cmpint (finish (test, &answer, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OTHER_MEETING);
  g_clear_error (&error);
  papers = msk_paper_desk_list (test->session, &error);
  g_assert_cmpuint (papers->len, ==, 0);
}

static void
test_lock_meanwhile (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  GAsyncResult *answer = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_paper_desk_add_async (test->session, &good_draft, file, NULL, NULL, NULL, take_result_cb,
                            &answer);
  msk_session_lock (test->session);
  g_assert_cmpint (finish (test, &answer, &error), ==, 0);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
}

static gint64
count_strays (DeskTest *test)
{
  MskDatabase *database = msk_session_require_meeting (test->session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COUNT (*) FROM file_piece WHERE file NOT IN (SELECT "
                                       "original FROM paper_file)"
                                       " AND file NOT IN (SELECT prepared FROM paper_file)",
                                       &error);
  gboolean row;

  g_assert_true (msk_statement_step (statement, &row, &error));
  return msk_statement_get_int64 (statement, 0);
}

/* What is given up at the very end is removed by a thread that nobody waits for. */
static void
assert_no_stray (DeskTest *test)
{
  const gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (count_strays (test) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, patience);
      g_usleep (1000);
    }
}

static void
count_progress_cb (double share, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1);
  *last = share;
}

/* Progress is told in the order of the work, and all of it before the answer. */
static void
test_progress (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  GAsyncResult *answer = NULL;
  double last = 0;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_paper_desk_add_async (test->session, &good_draft, file, count_progress_cb, &last, NULL,
                            take_result_cb, &answer);
  g_assert_cmpint (finish (test, &answer, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (last, 1, 1e-9);
  assert_no_stray (test);
}

static void
cancel_cb (double share, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Cancelled while the pieces of the file are written, or before the worker has answered. */
static void
test_cancel_changes_nothing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  for (guint early = 0; early < 2; early++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      GAsyncResult *answer = NULL;
      gint64 id;

      msk_paper_desk_add_async (test->session, &good_draft, file, cancel_cb, cancellable,
                                cancellable, take_result_cb, &answer);
      if (early)
        g_cancellable_cancel (cancellable);
      id = finish (test, &answer, &error);
      g_assert_cmpint (id, ==, 0);
      g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
      assert_no_stray (test);
    }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

/* What a program that was killed had written goes when the meeting is opened again, and nothing
 * else. */
static void
test_strays_go (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) papers = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  before = msk_paper_desk_list (test->session, &error);
  g_assert_cmpint (msk_paper_desk_add (test->session, &good_draft, file, NULL, &error), >, 0);
  desk_test_sql (test, "INSERT INTO file_piece (file, number, data, code)"
                       " VALUES (7, 0, x'00', ZEROBLOB (16)), (7, 1, x'01', ZEROBLOB (16))");
  desk_test_sql_refused (test, "DELETE FROM file_piece");
  desk_test_sql_refused (test, "UPDATE file_piece SET data = x'00'");
  desk_test_sql_refused (test, "DELETE FROM paper_file");

  g_assert_true (msk_session_open_meeting (test->session, 1, &error));
  g_assert_no_error (error);
  assert_no_stray (test);
  papers = msk_paper_desk_list (test->session, &error);
  g_assert_cmpuint (papers->len, ==, before->len + 1);
}

static void
search_files (const char *folder, const char *text, guint *found)
{
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (entries); name != NULL; name = g_dir_read_name (entries))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        search_files (path, text, found);
      else if (g_file_get_contents (path, &contents, &length, NULL))
        *found += g_strstr_len (contents, (gssize) length, text) != NULL;
    }
}

/* The fixture's whole meeting, while it is open: its names, titles and papers are nowhere in the
 * vault's files. */
static void
test_nothing_in_the_clear (DeskTest *test, gconstpointer unused)
{
  static const char *const secrets[] = { "王1",          "办公室", "计划",    "办发",
                                         "年度工作会议", "%PDF",   "officer", "clerk" };
  guint found = 0;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    search_files (desk_test_get_vault (), secrets[i], &found);
  g_assert_cmpuint (found, ==, 0);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/paper/" name, DeskTest, NULL, desk_test_set_up_inside, function,              \
              desk_test_tear_down)
  ADD ("is-taken-in", test_add);
  ADD ("files-that-cannot-be-stamped-are-refused", test_bad_files);
  ADD ("incomplete-descriptions-are-refused", test_bad_drafts);
  ADD ("a-mended-file-says-so-in-one-sentence", test_mended);
  ADD ("the-meetings-level-rises-to-its-papers", test_level_rises);
  ADD ("beside-the-window-no-number-comes-twice", test_beside_the_window);
  ADD ("goes-into-no-other-meeting", test_other_meeting_meanwhile);
  ADD ("goes-into-no-locked-vault", test_lock_meanwhile);
  ADD ("progress-is-told-to-its-end", test_progress);
  ADD ("cancelling-changes-nothing", test_cancel_changes_nothing);
  ADD ("what-a-killed-program-left-goes", test_strays_go);
  ADD ("nothing-is-readable-without-the-key", test_nothing_in_the_clear);
#undef ADD
  return desk_test_run ();
}
