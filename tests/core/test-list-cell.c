/* Cells of exported lists: what a spreadsheet would run is marked, and the mark comes off again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-cell.h"

#include "test-start.h"

typedef struct
{
  const char *text;
  const char *csv;
  const char *workbook;
} Row;

static const Row rows[] = {
  { "", "", "" },
  { "李一", "李一", "李一" },
  { "O'Neill", "O'Neill", "O'Neill" },
  { "'t Hooft", "'t Hooft", "'t Hooft" },
  { "1+1", "1+1", "1+1" },
  { "a=b", "a=b", "a=b" },
  { "=1+1", "'=1+1", "=1+1" },
  { "+86", "'+86", "+86" },
  { "-1", "'-1", "-1" },
  { "@SUM(1)", "'@SUM(1)", "@SUM(1)" },
  { "\t=1", "'\t=1", "\t=1" },
  { "\tx", "'\tx", "\tx" },
  { "\rx", "'\rx", "\rx" },
  { "\nx", "'\nx", "\nx" },
  { " =1", "' =1", " =1" },
  { "\xE3\x80\x80=1", "'\xE3\x80\x80=1", "\xE3\x80\x80=1" },
  { "＝1", "'＝1", "＝1" },
  { "＋1", "'＋1", "＋1" },
  { "－1", "'－1", "－1" },
  { "＠x", "'＠x", "＠x" },
  { "﹦1", "'﹦1", "﹦1" },
  { "﹣1", "'﹣1", "﹣1" },
  { "'=1", "''=1", "''=1" },
  { "''＝1", "'''＝1", "'''＝1" },
  { "'\tx", "''\tx", "''\tx" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *csv = msk_list_cell_dup_for_csv (rows[i].text);
      g_autofree char *workbook = msk_list_cell_dup_for_workbook (rows[i].text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (csv, ==, rows[i].csv);
      g_assert_cmpstr (workbook, ==, rows[i].workbook);
      g_assert_cmpstr (msk_list_cell_skip_mark (csv), ==, rows[i].text);
    }
}

/* A workbook has a text as it is, unless it begins with the mark. */
static void
test_marks_come_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *workbook = msk_list_cell_dup_for_workbook (rows[i].text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (msk_list_cell_skip_mark (workbook), ==, rows[i].text);
    }
  g_assert_cmpstr (msk_list_cell_skip_mark ("'\xFF"), ==, "'\xFF");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/list-cell/what-would-run-is-marked", test_marks);
  g_test_add_func ("/core/list-cell/marks-come-off-of-a-workbook-too", test_marks_come_off);
  return g_test_run ();
}
