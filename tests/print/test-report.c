/* Reports: everything that was added comes out, on every page that it reaches.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-error.h"
#include "msk-report.h"
#include "print-tools.h"

#define NO_SUCH_CHARACTER "\xCD\xB8" /* U+0378, which Unicode has left free */
#define CODE "15000001234000101311768467464995938123456789"

static MskReport *
make_report (void)
{
  static const char *const subtitles[] = { "第一行", "second line", NULL };
  MskReportHead head = { "机密★10年", "机密", "清场报告", subtitles };

  return msk_report_new (&head);
}

static char *
finish_to_file (const char *folder, MskReport *report)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = msk_report_finish (report, &error);

  g_assert_no_error (error);
  return print_tools_write (folder, "report.pdf", bytes);
}

static guint
count (const char *text, const char *needle)
{
  guint found = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    found++;
  return found;
}

static void
test_shows_everything (void)
{
  static const char *const expected[] = { "机密★10年", "清场报告",    "第一行",      "second line",
                                          "A heading", "A paragraph", "in two",      "A warning",
                                          "Venue",     "第一会议室",  "𠮷㐀",        "000014",
                                          "王伟",      "Auditor",     "Signature",   "scan me",
                                          "15000",     "6789",        "Page 1 of 1", "Only at" };
  static const MskReportFact facts[] = { { "Venue", "第一会议室" }, { "Empty", NULL } };
  static const MskReportColumn columns[] = { { "Copy", 1, FALSE }, { "Holder", 2, TRUE } };
  static const char *const cells[] = { "000014", "𠮷㐀", "000015", NULL };
  static const MskReportSigner signers[] = { { "Responsible", "王伟" }, { "Auditor", NULL } };
  static const char *const blanks[] = { "Only at", "Why" };
  char *folder = print_tools_make_folder ();
  g_autoptr(MskReport) report = make_report ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *codes = NULL;

  msk_report_add_heading (report, "A heading");
  msk_report_add_paragraph (report, "A paragraph\nin two");
  msk_report_add_warning (report, "A warning");
  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  msk_report_add_table (report, columns, 2, cells, 2);
  msk_report_add_blanks (report, blanks, G_N_ELEMENTS (blanks));
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  msk_report_add_code (report, CODE, "scan me");
  path = finish_to_file (folder, report);
  text = print_tools_extract (path);
  codes = print_tools_scan (folder, path, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("the report lacks %s", expected[i]);
  g_assert_cmpstr (codes, ==, CODE);
  print_tools_assert_sound (path);
  print_tools_remove_folder (folder);
  g_assert_finalize_object (g_steal_pointer (&report));
}

static guint
count_ink (const char *folder, const char *text, gboolean heading)
{
  g_autoptr(MskReport) report = make_report ();
  g_autofree char *path = NULL;
  g_autoptr(PrintPicture) picture = NULL;
  guint ink = 0;

  if (heading)
    msk_report_add_heading (report, text);
  else
    msk_report_add_paragraph (report, text);
  path = finish_to_file (folder, report);
  picture = print_tools_render (path, 1, 100);
  for (guint i = 0; i < picture->width * picture->height; i++)
    ink += picture->pixels[3 * i] < 128;
  return ink;
}

/* Cairo 1.16 leaves its outline out, and a reader that copies text finds it all the same. */
static void
test_every_character_is_seen (void)
{
  char *folder = print_tools_make_folder ();

  for (guint heading = 0; heading <= 1; heading++)
    {
      const guint without = count_ink (folder, "　　　　", heading != 0);

      g_assert_cmpuint (count_ink (folder, "好好好好", heading != 0), >, without + 100);
      g_assert_cmpuint (count_ink (folder, "如如如如", heading != 0), >, without + 100);
    }
  print_tools_remove_folder (folder);
}

/* Drawn twice, the others of its line would look heavier than the lines beside it. */
static void
test_its_neighbours_are_no_heavier (void)
{
  char *folder = print_tools_make_folder ();

  for (guint heading = 0; heading <= 1; heading++)
    {
      const guint without = count_ink (folder, "　", heading != 0);
      const guint one = count_ink (folder, "如", heading != 0) - without;
      const guint others = count_ink (folder, "好好好好好好好好", heading != 0) - without;
      const guint all = count_ink (folder, "好好好好如好好好好", heading != 0) - without;

      g_assert_cmpuint (all, <, others + one + others / 50);
    }
  print_tools_remove_folder (folder);
}

static void
test_long_table_repeats_its_titles (void)
{
  static const MskReportColumn columns[] = { { "Copynumber", 1, FALSE }, { "Whatever", 2, FALSE } };
  char *folder = print_tools_make_folder ();
  g_autoptr(MskReport) report = make_report ();
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint pages;

  for (guint i = 0; i < 300; i++)
    {
      g_ptr_array_add (cells, g_strdup_printf ("row%04u", i));
      g_ptr_array_add (cells, g_strnfill (i % 60 * 3, 'w'));
    }
  msk_report_add_table (report, columns, 2, (const char *const *) cells->pdata, 300);
  path = finish_to_file (folder, report);
  text = print_tools_extract (path);

  pages = count (text, "\f");
  g_assert_cmpuint (pages, >, 4);
  g_assert_cmpuint (count (text, "Copynumber"), ==, pages);
  g_assert_cmpuint (count (text, "机密"), ==, 2 * pages + 1);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *row = g_strdup_printf ("row%04u", i);

      g_assert_cmpuint (count (text, row), ==, 1);
    }
  for (guint i = 1; i <= pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u\n", i, pages);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
  print_tools_remove_folder (folder);
}

/* Nothing may fall off the end of a page, however long: in a paragraph, a warning, a fact, a single
 * cell. */
static void
test_nothing_is_cut_off (gconstpointer kind)
{
  static const MskReportColumn columns[] = { { "Copynumber", 1, FALSE }, { "Whatever", 2, FALSE } };
  char *folder = print_tools_make_folder ();
  g_autoptr(MskReport) report = make_report ();
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "word%04u ", i);
  if (g_str_equal (kind, "paragraph"))
    msk_report_add_paragraph (report, words->str);
  else if (g_str_equal (kind, "warning"))
    msk_report_add_warning (report, words->str);
  else if (g_str_equal (kind, "fact"))
    msk_report_add_facts (report, &(MskReportFact){ "Name", words->str }, 1);
  else
    msk_report_add_table (report, columns, 2,
                          (const char *const[]){ "one", words->str, "two", "end" }, 2);
  path = finish_to_file (folder, report);
  text = print_tools_extract (path);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%04u", i);

      g_assert_cmpuint (count (text, word), ==, 1);
    }
  print_tools_remove_folder (folder);
}

static void
test_may_be_finished_again (void)
{
  g_autoptr(MskReport) report = make_report ();
  g_autoptr(GBytes) first = msk_report_finish (report, NULL);
  g_autoptr(GBytes) second = msk_report_finish (report, NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *paragraph, *digits;
    int code;
  } cases[] = {
    { "a" NO_SUCH_CHARACTER, "1", MSK_INPUT_ERROR_MISSING_GLYPH },
    { "\xFF", "1", MSK_INPUT_ERROR_MISSING_GLYPH },
    { "tab\t", "1", MSK_INPUT_ERROR_MISSING_GLYPH },
    { "good", "12x", MSK_INPUT_ERROR_BAD_VALUE },
    { "good", "", MSK_INPUT_ERROR_BAD_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskReport) report = make_report ();
      g_autoptr(GError) error = NULL;

      msk_report_add_paragraph (report, cases[i].paragraph);
      msk_report_add_code (report, cases[i].digits, "caption");
      g_assert_null (msk_report_finish (report, &error));
      g_assert_error (error, MSK_INPUT_ERROR, cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/report/every-character-is-seen", test_every_character_is_seen);
  g_test_add_func ("/print/report/its-neighbours-are-no-heavier",
                   test_its_neighbours_are_no_heavier);
  g_test_add_func ("/print/report/shows-everything", test_shows_everything);
  g_test_add_func ("/print/report/long-table-repeats-its-titles",
                   test_long_table_repeats_its_titles);
  g_test_add_data_func ("/print/report/long-paragraph-is-not-cut-off", "paragraph",
                        test_nothing_is_cut_off);
  g_test_add_data_func ("/print/report/long-warning-is-not-cut-off", "warning",
                        test_nothing_is_cut_off);
  g_test_add_data_func ("/print/report/long-fact-is-not-cut-off", "fact", test_nothing_is_cut_off);
  g_test_add_data_func ("/print/report/long-cell-is-not-cut-off", "cell", test_nothing_is_cut_off);
  g_test_add_func ("/print/report/may-be-finished-again", test_may_be_finished_again);
  g_test_add_func ("/print/report/refuses-what-cannot-be-printed", test_refuses);
  return g_test_run ();
}
