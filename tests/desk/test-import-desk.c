/* A list out of a file: looked at, answered, and taken whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "desk-test.h"

#define HEADER "姓名,单位,职务,身份,涉密等级\n"
#define DOUBTFUL HEADER "新甲,,处长,出席,机密\n新乙,第二处,处长,出席,机密\n"
#define ODD "代号,处室,干什么,怎么来,管到哪\n新甲,第一处,处长,出席,机密\n"
#define ODD_COLUMNS "name=1,unit=2,post=3,capacity=4,clearance=5"

static MskImportPreview *
look (DeskTest *test, const char *text, const char *columns, GError **error)
{
  const MskImportChoice choice = { .columns = columns };
  g_autoptr(GBytes) file = g_bytes_new (text, strlen (text));

  return msk_import_desk_read (test->session, file, &choice, error);
}

static guint
count_people (DeskTest *test)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (test->session, NULL);

  return people->len;
}

static void
test_nothing_before (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) preview = NULL;
  gint64 entries;
  guint people;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  people = count_people (test);
  preview = look (test, DOUBTFUL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->list->people->len, ==, 2);
  g_assert_cmpuint (preview->list->n_warnings, ==, 1);
  g_assert_cmpint (preview->encoding, ==, MSK_LIST_ENCODING_UTF_8);
  g_assert_false (preview->is_workbook);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, FALSE, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  g_assert_cmpuint (count_people (test), ==, people);

  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);
  g_assert_cmpuint (count_people (test), ==, people + 2);

  /* Once: now they are on the list. */
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ROWS);
  g_assert_cmpuint (count_people (test), ==, people + 2);
}

/* Between the look and the answer somebody of the same name came onto the list. */
static void
test_changed_meanwhile (DeskTest *test, gconstpointer unused)
{
  MskAttendeeDraft draft = { "新乙", "第三处", "科长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_SECRET };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) preview = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  preview = look (test, DOUBTFUL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL);
  g_clear_error (&error);
  g_assert_cmpuint (preview->list->n_warnings, ==, 2);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, 2);
  g_assert_no_error (error);
}

static void
test_columns_remembered (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) unknown = NULL;
  g_autoptr(MskImportPreview) chosen = NULL;
  g_autoptr(MskImportPreview) again = NULL;
  g_autoptr(MskImportPreview) other = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  unknown = look (test, ODD, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, unknown, TRUE, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_COLUMNS);
  g_clear_error (&error);
  g_assert_null (look (test, ODD, "name=1,unit=9", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);

  chosen = look (test, ODD, ODD_COLUMNS, &error);
  g_assert_no_error (error);
  g_assert_true (chosen->by_hand);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, chosen, FALSE, &error), ==, 1);
  g_assert_no_error (error);

  again =
      look (test, "代　号,处室,干什么,怎么来,管到哪\n新丙,第一处,处长,出席,机密\n", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (again->remembered && !again->by_hand);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, again, FALSE, &error), ==, 1);
  g_assert_no_error (error);

  /* Another header is another list. */
  other = look (test, "处室,代号,干什么,怎么来,管到哪\n第一处,新丁,处长,出席,机密\n", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (other->remembered);
  g_assert_true (msk_import_desk_choose (test->session, other,
                                         "name=2,unit=1,post=3,capacity=4,clearance=5", &error));
  g_assert_cmpuint (other->list->people->len, ==, 1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (DeskTest *test, gconstpointer unused)
{
  const MskImportChoice choice = { 0 };
  g_autoptr(GBytes) file = g_bytes_new_static (DOUBTFUL, strlen (DOUBTFUL));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) preview = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_import_desk_read_async (test->session, file, &choice, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  preview = msk_import_desk_read_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->list->people->len, ==, 2);
}

/* A row that the register refuses takes the others with it. */
static void
test_all_or_nothing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskImportPreview) preview = NULL;
  guint people;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_plan_desk_set_seat (test->session, PERSON_FIRST, "9排9", &error));
  people = count_people (test);
  entries = desk_test_count_entries (test);
  preview = look (test,
                  "姓名,单位,职务,身份,涉密等级,座位\n新甲,第一处,处长,出席,机密,9排8\n"
                  "新乙,第一处,处长,出席,机密,9排9\n",
                  NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_assert_cmpuint (count_people (test), ==, people);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/import/" name, DeskTest, NULL, desk_test_set_up, function, desk_test_tear_down)
  ADD ("nothing-is-stored-before-it-is-confirmed", test_nothing_before);
  ADD ("what-changed-since-the-look-is-asked-again", test_changed_meanwhile);
  ADD ("columns-chosen-by-hand-are-remembered", test_columns_remembered);
  ADD ("does-not-block-while-the-worker-reads", test_async);
  ADD ("one-row-that-is-refused-takes-all-with-it", test_all_or_nothing);
#undef ADD

  return desk_test_run ();
}
