/* A small meeting from the import to the close, through the desk alone: what is scanned is read
 * from the printed sheets. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "msk-error.h"

#include "desk-test.h"

#define PEOPLE 6
#define OBSERVER 3 /* decided by themselves (M4) */
#define COPIES 5
#define LIST                                                                                                                          \
  "姓名,单位,职务,身份,涉密等级\n甲,办公室,主任,出席,绝密\n乙,办公室,处长,出席,机密\n丙,研究室,," \
  "列席,机密\n𠮷,研究室,,工作人员,机密\n㐀,"                                                                          \
  "警卫处,,服务人员,秘密\n己,外单位,,出席,机密\n"

static GPtrArray *
run_lines (const char *const *words)
{
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) split = NULL;
  int status;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  split = g_strsplit (output, "\n", -1);
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_ptr_array_add (lines, g_strdup (split[i]));
  return lines;
}

/* The one code on a page of a PDF, as a scanner reads it from paper. */
static char *
read_page (const char *pdf, guint page)
{
  g_autofree char *picture = g_strconcat (pdf, ".page", NULL);
  g_autofree char *picture_file = g_strconcat (picture, ".png", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const render[] = { "pdftoppm", "-r", "200",  "-png", "-singlefile", "-f",
                                 number,     "-l", number, pdf,    picture,       NULL };
  const char *const scan[] = { "zbarimg", "-q", "--raw", picture_file, NULL };
  g_autoptr(GPtrArray) rendered = run_lines (render);
  g_autoptr(GPtrArray) codes = run_lines (scan);

  g_assert_cmpuint (codes->len, ==, 1);
  g_unlink (picture_file);
  return g_strdup (codes->pdata[0]);
}

static char *
dup_pdf (DeskTest *test, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) copy = msk_print_desk_get_copy (test->session, number, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("%s/%09" G_GINT64_FORMAT ".pdf", desk_test_get_papers (), copy->serial);
}

/* The badge that was printed last: the PDF that was not there before. */
static char *
read_new_badge (GHashTable *known)
{
  g_autoptr(GDir) folder = g_dir_open (desk_test_get_papers (), 0, NULL);
  char *code = NULL;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (desk_test_get_papers (), name, NULL);

      if (!g_str_has_suffix (name, ".pdf") || !g_hash_table_add (known, g_strdup (name)))
        continue;
      g_assert_null (code);
      code = read_page (path, 1);
    }

  g_assert_nonnull (code);
  return code;
}

static void
prepare (DeskTest *test)
{
  const MskMeetingDraft meeting = {
    "会 2027-9",          "小会",     MSK_LEVEL_SECRET, DESK_TEST_NOW + 3600,
    DESK_TEST_NOW + 7200, "二会议室", "办公室",         "张三"
  };
  const MskPaperDraft paper = { "办发 9", "计划",   MSK_LEVEL_SECRET,
                                "10年",   "办公室", MSK_CAPACITY_ALL };
  const MskImportChoice choice = { 0 };
  g_autoptr(GBytes) list = g_bytes_new_static (LIST, strlen (LIST));
  g_autoptr(MskImportPreview) preview = NULL;
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");
  g_autofree char *code = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_meeting_desk_create (test->session, &meeting, &error), ==, 1);
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "议题", MSK_LEVEL_SECRET,
                                                   MSK_RECORDING_NONE, MSK_CAPACITY_ALL, &error));
  preview = msk_import_desk_read (test->session, list, &choice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, PEOPLE);
  g_assert_no_error (error);
  g_assert_cmpint (msk_vetting_desk_submit (test->session, &error), ==, PEOPLE);
  g_assert_no_error (error);
  g_assert_cmpint (msk_paper_desk_add (test->session, &paper, file, NULL, &error), ==, 1);
  g_assert_no_error (error);

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_reject (test->session, PEOPLE, "与会议无关", &error));
  g_assert_true (msk_vetting_desk_approve (test->session, OBSERVER, "列席有关议题", &error));
  g_assert_cmpint (msk_vetting_desk_approve_rest (test->session, "工作需要", &error), ==,
                   PEOPLE - 2);
  code = msk_vetting_desk_seal (test->session, &error);
  g_assert_no_error (error);
  desk_test_approve (test, 1, COPIES, NULL);
}

/* Prints, and confirms each copy by what a scanner reads on its last page; every page of every copy
 * is read. */
static void
print_and_check (DeskTest *test, char *codes[COPIES + 1])
{
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, 1, COPIES, &error), ==, 1);
  g_assert_true (desk_test_print (test, 1, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, COPIES);

  for (guint number = 1; number <= COPIES; number++)
    {
      g_autofree char *pdf = dup_pdf (test, number);
      g_autoptr(MskVerdict) verdict = NULL;

      for (guint page = 1; page <= PAPER_PAGES; page++)
        {
          g_autofree char *expected = desk_test_dup_copy_code (test, number, page);

          g_free (codes[number]);
          codes[number] = read_page (pdf, page);
          g_assert_cmpstr (codes[number], ==, expected);
        }
      verdict = desk_test_scan (test, MSK_SCAN_CHECK, codes[number]);
      g_assert_cmpstr (verdict->code, ==, "confirmed");
      g_assert_cmpuint (verdict->number, ==, number);
      g_assert_cmpuint (verdict->page, ==, PAPER_PAGES);
    }
}

static void
print_badges (DeskTest *test, char *badges[PEOPLE])
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GDir) folder = g_dir_open (desk_test_get_papers (), 0, NULL);
  g_autoptr(GError) error = NULL;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    g_hash_table_add (known, g_strdup (name));
  for (guint person = 1; person < PEOPLE; person++)
    {
      g_assert_true (
          msk_vetting_desk_print_badge (test->session, person, DESK_TEST_PRINTER, NULL, &error));
      g_assert_no_error (error);
      badges[person] = read_new_badge (known);
      g_assert_true (msk_badge_desk_confirm (test->session, person, &error));
      g_assert_no_error (error);
    }
}

static void
expect (DeskTest *test, MskScanMode mode, const char *scan, const char *code)
{
  g_autoptr(MskVerdict) verdict = desk_test_scan (test, mode, scan);

  g_assert_cmpstr (verdict->code, ==, code);
  if (verdict->paper_id != 0)
    g_assert_true (msk_balance_holds (&verdict->balance));
}

/* Staff and service know their duties. */
static void
take_post (DeskTest *test, MskPost post, gint64 person)
{
  const MskAcknowledgeDraft draft = { MSK_TEXT_DUTY, post, MSK_MANNER_IN_THE_ROOM, NULL };
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  g_array_append_val (people, person);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_briefing_desk_assign_post (test->session, post, people, &error));
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, people, &error), ==, 1);
  g_assert_no_error (error);
}

static void
let_in (DeskTest *test)
{
  take_post (test, MSK_POST_STAFF, PEOPLE - 2);
  take_post (test, MSK_POST_SERVICE, PEOPLE - 1);
  desk_test_open_doors (test);
  for (gint64 person = 1; person < PEOPLE; person++)
    desk_test_admit (test, person);
}

static void
issue_and_return (DeskTest *test, char *const badges[PEOPLE], char *const codes[COPIES + 1])
{
  /* The last person is cleared for Confidential only. */
  for (guint person = 1; person < PEOPLE; person++)
    {
      expect (test, MSK_SCAN_ISSUE, badges[person], "person-selected");
      expect (test, MSK_SCAN_ISSUE, codes[person],
              person == PEOPLE - 1 ? "clearance-too-low" : "issued");
    }
  expect (test, MSK_SCAN_RETURN, codes[1], "returned");
  expect (test, MSK_SCAN_RETURN, codes[2], "returned");
}

static void
sweep_and_close (DeskTest *test, char *const codes[COPIES + 1])
{
  g_autoptr(GError) error = NULL;
  g_autofree char *report = NULL;
  MskSweepSummary summary;

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  expect (test, MSK_SCAN_SWEEP, codes[1], "seen");
  expect (test, MSK_SCAN_SWEEP, codes[2], "seen");
  expect (test, MSK_SCAN_SWEEP, codes[COPIES], "seen");
  expect (test, MSK_SCAN_SWEEP, codes[3], "second-sighting");
  g_assert_true (msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, 3, "在椅子下面", &error));

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_sweep_desk_close (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_UNEXPLAINED);
  g_clear_error (&error);
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_COPY, 4, "保密处",
                                                "全场找遍", &error));
  desk_test_count_blind (test);
  desk_test_check_venue (test);
  g_assert_true (msk_sweep_desk_sign (test->session, &error));
  g_assert_true (desk_test_sign_sweep_as (test, "leader", DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_sweep_desk_close (test->session, &error));
  g_assert_no_error (error);

  g_assert_true (msk_sweep_desk_get_summary (test->session, &summary, &error));
  g_assert_cmpuint (summary.expected, ==, COPIES);
  g_assert_cmpuint (summary.missing, ==, 1);
  g_assert_cmpuint (summary.recovered, ==, 1);
  g_assert_cmpuint (summary.unexplained, ==, 0);
  report = msk_report_desk_write (test->session, MSK_REPORT_SWEEP, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (report, G_FILE_TEST_IS_REGULAR));
}

static void
test_meeting (DeskTest *test, gconstpointer unused)
{
  char *codes[COPIES + 1] = { NULL };
  char *badges[PEOPLE] = { NULL };
  g_autoptr(GError) error = NULL;

  prepare (test);
  print_and_check (test, codes);
  print_badges (test, badges);
  let_in (test);
  issue_and_return (test, badges, codes);
  sweep_and_close (test, codes);

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  for (gboolean meeting = FALSE; meeting <= TRUE; meeting++)
    {
      g_autoptr(MskLedgerVerdict) verdict =
                     msk_ledger_desk_verify (test->session, meeting, &error);

      g_assert_no_error (error);
      g_assert_true (verdict->verified);
    }
  for (guint i = 1; i <= COPIES; i++)
    g_free (codes[i]);
  for (guint i = 1; i < PEOPLE; i++)
    g_free (badges[i]);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  g_test_add ("/flows/folder-meeting/from-the-list-to-the-close", DeskTest, NULL,
              desk_test_set_up_no_meeting, test_meeting, desk_test_tear_down);
  return desk_test_run ();
}
