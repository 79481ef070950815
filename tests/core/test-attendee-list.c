/* Lists of people as they come: columns by name, problems by row, warnings, names compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-list.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-name.h"

#include "test-start.h"

#define HEADER "['姓名', '单位', '职务', '身份', '涉密等级', '座位']"

/* Stands for the desk's, which has ICU: here а (Cyrillic) is taken for a. */
static GStrv
look (const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "а", -1);
  char *const looks[] = { g_strjoinv ("a", parts), NULL };

  return g_memdup2 (looks, sizeof looks);
}

/* rows as GVariant text; their lines are 1, 2, 3 … */
static MskAttendeeList *
judge (const char *rows, const char *columns, GPtrArray *known)
{
  g_autoptr(GVariant) table = g_variant_parse (G_VARIANT_TYPE ("aas"), rows, NULL, NULL, NULL);
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GVariant) lines = NULL;
  MskListColumns chosen;

  g_assert_nonnull (table);
  for (guint32 i = 1; i <= g_variant_n_children (table); i++)
    g_array_append_val (places, i);
  lines = g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, places->data,
                                                         places->len, sizeof (guint32)));
  if (columns != NULL)
    g_assert_true (msk_list_columns_parse (columns, 64, &chosen));

  return msk_attendee_list_new (table, lines, columns != NULL ? &chosen : NULL,
                                known != NULL ? known : nobody, MSK_LEVEL_SECRET, look);
}

/* "clearance-low 2 E": kind, row and column of each remark. */
static char *
dup_remarks (GPtrArray *remarks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      const MskListRemark *one = g_ptr_array_index (remarks, i);
      g_autofree char *letter =
          one->column < 0 ? g_strdup ("-") : msk_list_column_dup_letter ((guint) one->column);

      g_string_append_printf (text, "%s%s %u %s", i > 0 ? "; " : "",
                              msk_enum_get_name (MSK_TYPE_LIST_REMARK_KIND, (int) one->kind),
                              one->row, letter);
      /* Every sentence says what to do, after a colon. */
      g_assert_nonnull (strchr (one->text, ':'));
      g_assert_true (g_str_has_suffix (one->text, "."));
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *rows;
  const char *columns;
  guint people;
  const char *problems;
  const char *warnings;
  int code; /* of MSK_INPUT_ERROR, or -1 */
} Case;

static const Case cases[] = {
  { "good", "[" HEADER ", ['甲', '乙', '丙', '出席', '机密', '1排1']]", NULL, 1, "", "", -1 },
  { "english-and-wide",
    "[['ＮＡＭＥ', 'Unit ', 'post', 'Capacity*', 'clearance'], ['A', 'B', 'C', 'ＳＴＡＦＦ', "
    "'Secret']]",
    NULL, 1, "", "", -1 },
  { "blanks-in-the-header",
    "[['姓　名', '单 位', '职 务', '身份：', '涉密等级'], ['甲', '乙', '丙', '列 席', '绝 密']]",
    NULL, 1, "", "", -1 },
  { "classes-of-cleared-people",
    "[" HEADER
    ", ['甲', '乙', '丙', '出席', '核心', ''], ['丁', '乙', '丙', '出席', '重要涉密人员', ''],"
    " ['戊', '乙', '丙', '出席', '一般', '']]",
    NULL, 3, "", "clearance-low 4 E", -1 },
  { "no-column", "[['姓名', '单位', '职务', '身份'], ['甲', '乙', '丙', '出席']]", NULL, 0,
    "column-missing 1 -", "", MSK_INPUT_ERROR_CSV_COLUMNS },
  { "two-columns",
    "[['姓名', 'Name', '单位', '职务', '身份', '涉密等级'], ['甲', '乙', '丙', '出席', '', '']]",
    NULL, 0, "column-twice 1 -", "", MSK_INPUT_ERROR_CSV_COLUMNS },
  { "columns-by-hand", "[['a', 'b', 'c', 'd'], ['机密', '甲', '出席', '乙']]",
    "name=2,unit=D,capacity=3,clearance=a", 1, "", "post-missing 1 -", -1 },
  { "a-column-beyond-the-row", "[" HEADER ", ['甲', '乙', '丙', '出席']]", NULL, 0,
    "clearance-unknown 2 E", "", MSK_INPUT_ERROR_CSV_ROWS },
  { "wrong-words",
    "[" HEADER ", ['', '乙', '', '出席', '机密', ''], ['甲', '', '', '嘉宾', '机密', ''],"
    " ['丁', '', '', '出席', '内部', '']]",
    NULL, 0, "name-missing 2 A; capacity-unknown 3 D; clearance-unknown 4 E", "",
    MSK_INPUT_ERROR_CSV_ROWS },
  { "not-text", "[" HEADER ", ['甲', '乙', '\uFFFC', '出席', '机密', '']]", NULL, 0,
    "cell-not-text 2 C", "", MSK_INPUT_ERROR_CSV_ROWS },
  { "unseen-characters", "[" HEADER ", ['甲\u202e', '乙', '', '出席', '机密', '']]", NULL, 0,
    "field-unreadable 2 A", "", MSK_INPUT_ERROR_CSV_ROWS },
  { "seat-twice",
    "[" HEADER
    ", ['甲', '乙', '丙', '出席', '机密', '1排2'], ['丁', '乙', '丙', '出席', '机密', '１排２']]",
    NULL, 1, "seat-unusable 3 F", "", MSK_INPUT_ERROR_CSV_ROWS },
  { "the-same-person",
    "[" HEADER
    ", ['张 三', '乙', '丙', '出席', '机密', ''], ['张三', '乙', '丙', '列席', '机密', '']]",
    NULL, 1, "already-listed 3 A", "", MSK_INPUT_ERROR_CSV_ROWS },
  { "the-same-name",
    "[" HEADER
    ", ['张三', '乙', '丙', '出席', '机密', ''], ['张　三', '丁', '丙', '列席', '机密', '']]",
    NULL, 2, "", "same-name 3 A", -1 },
  { "a-name-that-looks-the-same",
    "[" HEADER
    ", ['Anna', '乙', '丙', '出席', '机密', ''], ['Annа', '丁', '丙', '列席', '机密', ''],"
    " ['An na', '戊', '丙', '列席', '机密', ''], ['А', '戊', '丙', '列席', '机密', '']]",
    NULL, 4, "", "looks-like 3 A; same-name 4 A", -1 },
  { "no-unit-no-post", "[" HEADER ", ['甲', '', '', '出席', '机密', '']]", NULL, 1, "",
    "unit-missing 2 B; post-missing 2 C", -1 },
  { "low", "[" HEADER ", ['甲', '乙', '丙', '出席', '秘密', '']]", NULL, 1, "", "clearance-low 2 E",
    -1 },
  { "nobody", "[" HEADER "]", NULL, 0, "", "", MSK_INPUT_ERROR_CSV_EMPTY },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr(MskAttendeeList) list = judge (expected->rows, expected->columns, NULL);
  g_autofree char *problems = dup_remarks (list->problems);
  g_autofree char *warnings = dup_remarks (list->warnings);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (problems, ==, expected->problems);
  g_assert_cmpstr (warnings, ==, expected->warnings);
  g_assert_cmpuint (list->people->len, ==, expected->people);
  g_assert_cmpuint (list->rows->len, ==, expected->people);

  g_assert_true (msk_attendee_list_check (list, TRUE, &error) == (expected->code < 0));
  if (expected->code >= 0)
    g_assert_error (error, MSK_INPUT_ERROR, expected->code);
  g_clear_error (&error);
  if (expected->code < 0)
    {
      g_assert_true (msk_attendee_list_check (list, FALSE, &error) ==
                     (*expected->warnings == '\0'));
      if (*expected->warnings != '\0')
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL);
    }
}

/* A name is printed as it stood in the file. */
static void
test_kept_as_written (void)
{
  static const char *const names[] = { "张　三", "𠮷永昌", "王１",    "阿依·夏木",
                                       "محمد",   "Ａlex",  "李🙂", "=1+1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *rows =
          g_strdup_printf ("[" HEADER ", ['　%s ', '乙', '丙', '出席', '机密', '']]", names[i]);
      g_autoptr(MskAttendeeList) list = judge (rows, NULL, NULL);

      g_assert_cmpuint (list->people->len, ==, 1);
      g_assert_cmpstr (MSK_ATTENDEE (list->people->pdata[0])->name, ==, names[i]);
    }
}

static void
test_against_the_lists (void)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);
  MskAttendee *there = msk_attendee_new ();
  g_autoptr(MskAttendeeList) list = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *warnings = NULL;

  there->name = g_strdup ("张三");
  there->unit = g_strdup ("乙");
  there->post = g_strdup ("丙");
  g_ptr_array_add (known, there);
  list =
      judge ("[" HEADER
             ", ['张三', '乙', '丙', '出席', '机密', ''], ['張三', '乙', '丙', '出席', '机密', ''],"
             " ['张三', '丁', '丙', '出席', '机密', '']]",
             NULL, known);
  problems = dup_remarks (list->problems);
  warnings = dup_remarks (list->warnings);
  g_assert_cmpstr (problems, ==, "already-listed 2 A");
  g_assert_cmpstr (warnings, ==, "same-name 4 A");
}

/* Somebody who was entered by hand, against one who is there. */
static void
test_one (void)
{
  static const struct
  {
    const char *name;
    const char *unit;
    const char *post;
    MskLevel clearance;
    const char *warnings;
  } people[] = {
    { "Anna", "乙", "丙", MSK_LEVEL_SECRET, "same-name 0 -" },
    { "Annа", "乙", "丙", MSK_LEVEL_SECRET, "looks-like 0 -" },
    { "Bob", "乙", "丙", MSK_LEVEL_TOP_SECRET, "" },
    { "Bob", "", "", MSK_LEVEL_CONFIDENTIAL,
      "unit-missing 0 -; post-missing 0 -; clearance-low 0 -" },
  };
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);
  MskAttendee *there = msk_attendee_new ();

  there->name = g_strdup ("Anna");
  there->unit = g_strdup ("");
  there->post = g_strdup ("");
  g_ptr_array_add (known, there);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(MskAttendee) person = msk_attendee_new ();
      g_autoptr(MskAttendeeList) list = NULL;
      g_autofree char *warnings = NULL;
      g_autoptr(GError) error = NULL;
      const gboolean good = *people[i].warnings == '\0';

      person->name = g_strdup (people[i].name);
      person->unit = g_strdup (people[i].unit);
      person->post = g_strdup (people[i].post);
      person->clearance = people[i].clearance;
      list = msk_attendee_list_new_one (person, known, MSK_LEVEL_SECRET, look);
      warnings = dup_remarks (list->warnings);
      g_assert_cmpstr (warnings, ==, people[i].warnings);
      g_assert_true (msk_attendee_list_check_one (list, TRUE, &error));
      g_assert_true (msk_attendee_list_check_one (list, FALSE, &error) == good);
      if (good)
        continue;
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL);
      for (guint each = 0; each < list->warnings->len; each++)
        g_assert_nonnull (
            strstr (error->message, MSK_LIST_REMARK (list->warnings->pdata[each])->text));
    }
}

/* All are counted, and so many kept. */
static void
test_many_remarks (void)
{
  g_autoptr(GString) rows = g_string_new ("[" HEADER);
  g_autoptr(MskAttendeeList) list = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (rows, ", ['人%u', '乙', '丙', '%s', '秘密', '']", i,
                            i % 2 == 0 ? "出席" : "无");
  g_string_append (rows, "]");
  list = judge (rows->str, NULL, NULL);
  g_assert_cmpuint (list->n_problems, ==, 500);
  g_assert_cmpuint (list->n_warnings, ==, 500);
  g_assert_cmpuint (list->problems->len, ==, MSK_LIST_REMARKS_MAX);
  g_assert_cmpuint (list->warnings->len, ==, MSK_LIST_REMARKS_MAX);
}

static void
test_equal (void)
{
  const char *rows = "[" HEADER ", ['甲', '', '丙', '出席', '机密', '']]";
  const char *other = "[" HEADER ", ['甲', '乙', '', '出席', '机密', '']]";
  g_autoptr(MskAttendeeList) one = judge (rows, NULL, NULL);
  g_autoptr(MskAttendeeList) same = judge (rows, NULL, NULL);
  g_autoptr(MskAttendeeList) different = judge (other, NULL, NULL);

  g_assert_true (msk_attendee_list_equal (one, same));
  g_assert_false (msk_attendee_list_equal (one, different));
}

static void
test_folded (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } pairs[] = {
    { "张三", "张　三", TRUE },
    { "王1", "王１", TRUE },
    { "Li Si", "ＬＩＳＩ", TRUE },
    { "阿依·夏木", "阿依•夏木", TRUE },
    { "阿依·夏木", "阿依・夏木", TRUE },
    { "阿依･夏木", "阿依‧夏木", TRUE },
    { "\xE8\xB1\x88", "\xEF\xA4\x80", TRUE }, /* 豈, and its compatibility ideograph */
    { "辻\xF3\xA0\x84\x80", "辻", TRUE },     /* with a variation selector */
    { "⼀", "一", TRUE },                     /* a radical */
    { "𠮷", "吉", FALSE },
    { "張三", "张三", FALSE },
    { "é", "e\xCC\x81", TRUE },
    { "甲", "乙", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = msk_name_dup_folded (pairs[i].a);
      g_autofree char *b = msk_name_dup_folded (pairs[i].b);

      g_test_message ("pair %u", i);
      g_assert_true (g_str_equal (a, b) == pairs[i].same);
    }
}

static void
test_field (void)
{
  g_autofree char *long_name = g_strnfill (MSK_NAME_MAX_CHARS, 'a');
  g_autofree char *too_long = g_strnfill (MSK_NAME_MAX_CHARS + 1, 'a');
  g_autofree char *paste = g_strnfill (1024 * 1024, 'a');
  static const char *const bad[] = { "a\nb",
                                     "a\tb",
                                     "\xE2\x80\xAE"
                                     "a",
                                     "a\xE2\x80\x8B",
                                     "\xFF",
                                     "\xEE\x80\x80",
                                     "a\xE2\x80\xA8"
                                     "b" };
  g_autofree char *kept = msk_name_dup_field ("\xEF\xBB\xBF　 张 三\xC2\xA0\r\n");
  g_autofree char *whole = msk_name_dup_field (long_name);
  g_autofree char *nothing = msk_name_dup_field (NULL);
  g_autofree char *blank = msk_name_dup_field (" 　 ");

  g_assert_cmpstr (kept, ==, "张 三");
  g_assert_cmpstr (whole, ==, long_name);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (blank, ==, "");
  g_assert_null (msk_name_dup_field (too_long));
  g_assert_null (msk_name_dup_field (paste));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (msk_name_dup_field (bad[i]));
}

static void
test_columns_text (void)
{
  static const char *const bad[] = { "",        "name",          "name=0",        "name=",
                                     "name=5",  "name=1,name=2", "name=1,unit=1", "colour=1",
                                     "name=1,", "name=A1",       "name=-1" };
  MskListColumns columns;
  g_autofree char *text = NULL;
  g_autofree char *letter = msk_list_column_dup_letter (27);

  g_assert_cmpstr (letter, ==, "AB");
  g_assert_true (msk_list_columns_parse ("unit=1,name=B,clearance=4", 4, &columns));
  g_assert_cmpint (columns.at[MSK_LIST_COLUMN_NAME], ==, 1);
  g_assert_cmpint (columns.at[MSK_LIST_COLUMN_POST], ==, MSK_LIST_COLUMN_NONE);
  text = msk_list_columns_dup_text (&columns);
  g_assert_cmpstr (text, ==, "name=2,unit=1,clearance=4");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (msk_list_columns_parse (bad[i], 4, &columns));
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/attendee-list/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/attendee-list/names-are-kept-as-written", test_kept_as_written);
  g_test_add_func ("/core/attendee-list/people-of-earlier-lists-count", test_against_the_lists);
  g_test_add_func ("/core/attendee-list/one-by-hand", test_one);
  g_test_add_func ("/core/attendee-list/counts-more-remarks-than-it-keeps", test_many_remarks);
  g_test_add_func ("/core/attendee-list/two-are-the-same-with-the-same-warnings", test_equal);
  g_test_add_func ("/core/name/two-writings-of-one", test_folded);
  g_test_add_func ("/core/name/fields-that-can-be-kept", test_field);
  g_test_add_func ("/core/list-columns/as-text", test_columns_text);

  return g_test_run ();
}
