/* Vetting: the list from import to seal, all or nothing, decided once and by somebody else.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "desk-test.h"

#define HEADER "姓名,单位,职务,身份,涉密等级\n"

static guint
import_bytes (DeskTest *test, const char *text, gssize length, GPtrArray **problems, GError **error)
{
  const MskImportChoice choice = { 0 };
  g_autoptr(GBytes) csv = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr(MskImportPreview) preview = msk_import_desk_read (test->session, csv, &choice, error);

  if (preview == NULL)
    return 0;
  if (problems != NULL)
    *problems = g_ptr_array_ref (preview->list->problems);

  return msk_import_desk_confirm (test->session, preview, TRUE, error);
}

static MskAttendee *
find_person (DeskTest *test, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (test->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (((MskAttendee *) people->pdata[i])->name, name))
      return g_object_ref (people->pdata[i]);

  return NULL;
}

static guint
count_people (DeskTest *test)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (test->session, NULL);

  return people->len;
}

static void
test_import (DeskTest *test, gconstpointer unused)
{
  static const char *const files[] = {
    HEADER "𠮷田,第一处,处长,出席,机密\n㐀三,第二处,,列席,绝密\n",
    "\xef\xbb\xbf" HEADER "𠮷田,第一处,处长,出席,机密\n㐀三,第二处,,列席,绝密\n",
    "name;unit;post;capacity;clearance\r\n𠮷田;第一处;处长;delegate;secret\r\n㐀三;第二处;;"
    "observer;top-secret\r\n",
    "clearance,capacity,unit,name\n机密,出席,第一处,𠮷田\n绝密,列席,第二处,㐀三\n",
  };

  for (guint i = 0; i <= G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskAttendee) first = NULL;
      g_autoptr(MskAttendee) second = NULL;
      g_autofree char *legacy = NULL;
      gsize length = 0;
      gint64 entries;

      desk_test_sign_out (test);
      desk_test_set_up_signed_out (test, NULL);
      desk_test_sign_in (test, MSK_ROLE_ORGANISER);
      entries = desk_test_count_entries (test);
      if (i < G_N_ELEMENTS (files))
        {
          g_assert_cmpuint (import_bytes (test, files[i], -1, NULL, &error), ==, 2);
        }
      else
        {
          /* As a Chinese spreadsheet program writes it. */
          legacy = g_convert (files[0], -1, "GB18030", "UTF-8", NULL, &length, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (import_bytes (test, legacy, (gssize) length, NULL, &error), ==, 2);
        }
      g_assert_no_error (error);
      g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);

      first = find_person (test, "𠮷田");
      second = find_person (test, "㐀三");
      g_assert_nonnull (first);
      g_assert_cmpstr (first->unit, ==, "第一处");
      g_assert_cmpint (first->capacity, ==, MSK_CAPACITY_DELEGATE);
      g_assert_cmpint (first->clearance, ==, MSK_LEVEL_SECRET);
      g_assert_cmpint (first->vetting, ==, MSK_VETTING_PROPOSED);
      g_assert_cmpstr (first->nominated_by, ==, "organiser");
      g_assert_cmpuint (first->list_number, ==, 2);
      g_assert_cmpint (second->clearance, ==, MSK_LEVEL_TOP_SECRET);
      g_assert_cmpstr (second->post, ==, "");
    }
}

/* Whatever is wrong with one row, nobody is put on the list, and every wrong row is named. */
static const struct
{
  const char *path;
  const char *text;
  MskInputError code;
  const char *problem; /* words of the last one */
} bad_files[] = {
  { "an-empty-file", "", MSK_INPUT_ERROR_CSV_EMPTY, NULL },
  { "a-header-alone", HEADER, MSK_INPUT_ERROR_CSV_EMPTY, NULL },
  { "a-missing-column", "姓名,单位,职务,身份\n甲,乙,,出席\n", MSK_INPUT_ERROR_CSV_COLUMNS, NULL },
  { "a-column-named-twice", "姓名,name,单位,身份,涉密等级\n甲,甲,乙,出席,机密\n",
    MSK_INPUT_ERROR_CSV_COLUMNS, NULL },
  { "no-header", "甲,乙,,出席,机密\n", MSK_INPUT_ERROR_CSV_COLUMNS, NULL },
  { "broken-bytes", HEADER "\xff\xfe\xfd,乙,,出席,机密\n", MSK_INPUT_ERROR_CSV_ENCODING, NULL },
  { "an-unknown-capacity", HEADER "甲,乙,,旁听,机密\n", MSK_INPUT_ERROR_CSV_ROWS, "Row 2" },
  { "an-unknown-clearance", HEADER "丁,乙,,出席,机密\n甲,乙,,出席,公开\n", MSK_INPUT_ERROR_CSV_ROWS,
    "Row 3" },
  { "no-name", HEADER " ,乙,,出席,机密\n", MSK_INPUT_ERROR_CSV_ROWS, "Row 2" },
  { "no-unit-twice", HEADER "甲,,,出席,机密\n甲,,,出席,机密\n", MSK_INPUT_ERROR_CSV_ROWS, "Row 3" },
  { "the-same-person-twice", HEADER "甲,乙,丙,出席,机密\n甲,乙,丙,列席,绝密\n",
    MSK_INPUT_ERROR_CSV_ROWS, "Row 3" },
  { "the-same-person-in-other-letters",
    HEADER "Li Si,Office,,出席,机密\nＬＩ ＳＩ,office,,出席,机密\n", MSK_INPUT_ERROR_CSV_ROWS,
    "Row 3" },
  { "somebody-on-the-list-already", HEADER "王1,办公室,处长,出席,机密\n", MSK_INPUT_ERROR_CSV_ROWS,
    "Row 2" },
  { "two-lines-in-a-field", HEADER "\"甲\n乙\",单位,,出席,机密\n", MSK_INPUT_ERROR_CSV_ROWS,
    "Row 2" },
};

static void
test_bad_file (DeskTest *test, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  GPtrArray *problems = NULL;
  gint64 entries;
  guint people;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  people = count_people (test);
  g_assert_cmpuint (import_bytes (test, bad_files[i].text, -1, &problems, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, (int) bad_files[i].code);
  if (bad_files[i].problem != NULL)
    {
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_nonnull (strstr (MSK_LIST_REMARK (problems->pdata[0])->text, bad_files[i].problem));
    }
  g_clear_pointer (&problems, g_ptr_array_unref);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  g_assert_cmpuint (count_people (test), ==, people);
}

static void
test_every_problem (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GString) text = g_string_new (HEADER);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "人%u,单位,,%s,机密\n", i, i % 3 == 0 ? "无" : "出席");
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpuint (import_bytes (test, text->str, -1, &problems, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ROWS);
  g_assert_cmpuint (problems->len, ==, 10);
}

/* What a spreadsheet would run is text here. */
static void
test_formula (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) person = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpuint (import_bytes (test, HEADER "\"=HYPERLINK(\"\"x\"\")\",@SUM(A1),+1,出席,机密\n",
                                  -1, NULL, &error),
                    ==, 1);
  g_assert_no_error (error);
  person = find_person (test, "=HYPERLINK(\"x\")");
  g_assert_nonnull (person);
  g_assert_cmpstr (person->unit, ==, "@SUM(A1)");
  g_assert_cmpstr (person->post, ==, "+1");
}

static void
test_add (DeskTest *test, gconstpointer unused)
{
  MskAttendeeDraft draft = { "  李 ", "办公室", "科员", MSK_CAPACITY_OBSERVER, MSK_LEVEL_SECRET };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) person = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_no_error (error);
  person = find_person (test, "李");
  g_assert_nonnull (person);
  g_assert_false (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  draft.name = "";
  g_assert_false (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static gint64
add_person (DeskTest *test, const char *name)
{
  const MskAttendeeDraft draft = { name, "单位", "科员", MSK_CAPACITY_DELEGATE, MSK_LEVEL_SECRET };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) person = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (msk_vetting_desk_submit (test->session, &error), ==, 1);
  g_assert_no_error (error);
  person = find_person (test, name);
  return person->id;
}

static void
test_decisions (DeskTest *test, gconstpointer unused)
{
  static const char *const no_reasons[] = { "", "   ", "\n", "a\nb" };
  const gint64 id = add_person (test, "新人");
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) decided = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  entries = desk_test_count_entries (test);
  for (guint i = 0; i < G_N_ELEMENTS (no_reasons); i++)
    {
      g_assert_false (msk_vetting_desk_approve (test->session, id, no_reasons[i], &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      g_clear_error (&error);
    }
  g_assert_false (msk_vetting_desk_reject (test->session, 99, "x", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (msk_vetting_desk_seal (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  g_assert_true (msk_vetting_desk_reject (test->session, id, " 材料不全\n", &error));
  g_assert_no_error (error);
  decided = msk_vetting_desk_get (test->session, id, &error);
  g_assert_cmpint (decided->vetting, ==, MSK_VETTING_REJECTED);
  g_assert_cmpstr (decided->reason, ==, "材料不全");
  g_assert_cmpstr (decided->decided_by, ==, "leader");

  /* Once; and those on a sealed list not at all. */
  g_assert_false (msk_vetting_desk_approve (test->session, id, "x", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_clear_error (&error);
  g_assert_false (msk_vetting_desk_approve (test->session, PERSON_REJECTED, "x", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_SEALED);
}

static void
test_seal (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) sealed = NULL;
  g_autofree char *code = NULL;
  g_autofree char *badge = NULL;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  code = msk_vetting_desk_seal (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (code), ==, 9);
  sealed = msk_vetting_desk_get (test->session, PERSON_UNSEALED, &error);
  g_assert_true (sealed->sealed);
  g_assert_cmpuint (sealed->list_number, ==, 2);
  g_assert_null (msk_vetting_desk_seal (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_EMPTY);

  /* From here on they may come in and have a paper. */
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_acknowledge_all (test);
  desk_test_admit (test, PERSON_UNSEALED);
  desk_test_issue (test, PERSON_UNSEALED, COPY_GOOD);
}

static void
test_badges (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);

  g_assert_false (msk_vetting_desk_print_badge (test->session, PERSON_REJECTED, DESK_TEST_PRINTER,
                                                NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED);
  g_clear_error (&error);
  g_assert_false (msk_vetting_desk_print_badge (test->session, PERSON_UNSEALED, DESK_TEST_PRINTER,
                                                NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_ON_SEALED_LIST);
  g_clear_error (&error);
  g_assert_false (
      msk_vetting_desk_print_badge (test->session, 99, DESK_TEST_PRINTER, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (msk_vetting_desk_dup_badge_code (test->session, PERSON_REJECTED, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/vetting/" name, DeskTest, NULL, desk_test_set_up_inside, function,            \
              desk_test_tear_down)
  ADD ("imports-every-usual-file", test_import);
  ADD ("names-every-wrong-row", test_every_problem);
  ADD ("formulas-are-text", test_formula);
  ADD ("people-are-added-once", test_add);
  ADD ("decisions-have-reasons-and-are-taken-once", test_decisions);
  ADD ("a-supplementary-list-is-sealed", test_seal);
  ADD ("badges-are-for-sealed-people", test_badges);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path =
          g_strconcat ("/desk/vetting/imports-nobody-from-", bad_files[i].path, NULL);

      g_test_add (path, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_signed_out, test_bad_file,
                  desk_test_tear_down);
    }
  return desk_test_run ();
}
