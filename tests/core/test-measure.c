/* Measures before the meeting (M1): the checklist as it is read, what may be recorded, and when the
 * meeting may open. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-checklist.h"

#include "msk-error.h"

#include "test-start.h"

#define NOW G_GINT64_CONSTANT (1800000000)

#define ITEM                                                                                       \
  "[checklist]\nphase=before\nversion=3\n[doors]\narea=venue\nmandatory=true\ntext=Doors\ntext["   \
  "zh_CN]=门\n"

/* Both lists together know every area, and no name twice: a record belongs to one line. */
static void
test_built_in (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean areas[MSK_MEASURE_N_AREAS] = { FALSE };

  for (MskMeasurePhase phase = 0; phase < MSK_MEASURE_N_PHASES; phase++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskChecklist) checklist = msk_checklist_load (phase, &error);
      MskMeasureArea last = MSK_MEASURE_AREA_LIAISON;

      g_assert_no_error (error);
      g_assert_cmpint (checklist->phase, ==, phase);
      g_assert_cmpuint (checklist->version, >=, 1);
      for (guint i = 0; i < checklist->measures->len; i++)
        {
          MskMeasure *measure = g_ptr_array_index (checklist->measures, i);

          g_assert_true (g_hash_table_add (ids, g_strdup (measure->id)));
          g_assert_true (msk_checklist_find (checklist, measure->id) == measure);
          g_assert_cmpint (measure->phase, ==, phase);
          g_assert_cmpint (measure->outcome, ==, MSK_MEASURE_OPEN);
          g_assert_cmpint (measure->area, >=, last);
          last = measure->area;
          areas[last] = TRUE;
        }
      g_assert_null (msk_checklist_find (checklist, "roof"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_assert_true (areas[i]);
}

/* What must be done is never a guess. */
static void
test_strict (void)
{
  static const char *const broken[] = {
    "",
    "[checklist]\nversion=3\n[doors]\narea=venue\nmandatory=true\ntext=Doors\ntext[zh_CN]=门\n",
    "[checklist]\nphase=while\nversion=3\n"
    "[doors]\narea=venue\nmandatory=true\ntext=Doors\ntext[zh_CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n",
    "[doors]\narea=venue\nmandatory=true\ntext=Doors\ntext[zh_CN]=门\n",
    "[checklist]\nphase=before\nversion=0\n[doors]\narea=venue\nmandatory=true\ntext=Doors\ntext["
    "zh_CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n[doors]\narea=roof\nmandatory=true\ntext=Doors\ntext[zh_"
    "CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n[doors]\narea=venue\nmandatory=yes\ntext=Doors\ntext[zh_"
    "CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n[doors]\narea=venue\ntext=Doors\ntext[zh_CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n[doors]\narea=venue\nmandatory=true\ntext=Doors\n",
    "[checklist]\nphase=before\nversion=3\n[doors]\narea=venue\nmandatory=true\ntext[zh_CN]=门\n",
    "[checklist]\nphase=before\nversion=3\n[Doors!]\narea=venue\nmandatory=true\ntext=Doors\ntext["
    "zh_CN]=门\n",
    ITEM "hint=none\n",
    ITEM "liaison=army\n",
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskChecklist) good = msk_checklist_parse (ITEM, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (good->version, ==, 3);
  g_assert_cmpuint (good->measures->len, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) refused = NULL;

      g_test_message ("row %u", i);
      g_assert_null (msk_checklist_parse (broken[i], -1, &refused));
      g_assert_error (refused, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
    }
}

static MskMeasure *
make_measure (gboolean mandatory, MskMeasureOutcome outcome)
{
  MskMeasure *measure = msk_measure_new ();

  measure->id = g_strdup ("doors");
  measure->text = g_strdup ("The doors are locked");
  measure->mandatory = mandatory;
  measure->outcome = outcome;
  return measure;
}

typedef struct
{
  gboolean mandatory;
  gboolean needs_liaison;
  MskMeasureOutcome before;
  MskMeasureDraft draft;
  MskRole role;
  gboolean has_liaison;
  GQuark (*domain) (void); /* NULL where it is recorded */
  int code;
} Record;

static const Record records[] = {
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", NOW, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    NULL,
    0 },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "", NOW, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_input_error_quark,
    MSK_INPUT_ERROR_BAD_VALUE },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "-", NOW, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_input_error_quark,
    MSK_INPUT_ERROR_BAD_VALUE },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", NOW, "" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_input_error_quark,
    MSK_INPUT_ERROR_BAD_VALUE },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", NOW + 1, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_input_error_quark,
    MSK_INPUT_ERROR_BAD_TIME },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", 0, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_input_error_quark,
    MSK_INPUT_ERROR_BAD_TIME },
  /* A mandatory one is waived by leader and officer alone. */
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_NOT_APPLICABLE, "方", NOW, "无" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_access_error_quark,
    MSK_ACCESS_ERROR_ROLE },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_NOT_APPLICABLE, "方", NOW, "无" },
    MSK_ROLE_RESPONSIBLE_LEADER,
    FALSE,
    NULL,
    0 },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_NOT_APPLICABLE, "方", NOW, "无" },
    MSK_ROLE_SECURITY_OFFICER,
    FALSE,
    NULL,
    0 },
  { FALSE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_NOT_APPLICABLE, "方", NOW, "无" },
    MSK_ROLE_ORGANISER,
    FALSE,
    NULL,
    0 },
  /* A department was spoken to, or was not. */
  { TRUE,
    TRUE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", NOW, "查验" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_rule_error_quark,
    MSK_RULE_ERROR_LIAISON_MISSING },
  { TRUE,
    TRUE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_DONE, "方", NOW, "查验" },
    MSK_ROLE_ORGANISER,
    TRUE,
    NULL,
    0 },
  /* Taking back. */
  { TRUE,
    FALSE,
    MSK_MEASURE_DONE,
    { "doors", MSK_MEASURE_OPEN, "方", NOW, "锁坏" },
    MSK_ROLE_ORGANISER,
    FALSE,
    NULL,
    0 },
  { TRUE,
    FALSE,
    MSK_MEASURE_OPEN,
    { "doors", MSK_MEASURE_OPEN, "方", NOW, "锁坏" },
    MSK_ROLE_ORGANISER,
    FALSE,
    msk_rule_error_quark,
    MSK_RULE_ERROR_ALREADY_DECIDED },
};

static void
test_records (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      const Record *row = &records[i];
      g_autoptr(MskMeasure) measure = make_measure (row->mandatory, row->before);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u", i);
      measure->needs_liaison = row->needs_liaison;
      g_assert_cmpint (msk_measure_check_record (measure, &row->draft, row->role, row->has_liaison,
                                                 NOW, &error),
                       ==, row->domain == NULL);
      if (row->domain != NULL)
        g_assert_error (error, row->domain (), row->code);
    }
}

static void
test_opening (void)
{
  g_autoptr(GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  MskMeasure *blocking = make_measure (TRUE, MSK_MEASURE_OPEN);

  g_ptr_array_add (measures, make_measure (FALSE, MSK_MEASURE_OPEN));
  g_ptr_array_add (measures, make_measure (TRUE, MSK_MEASURE_DONE));
  g_ptr_array_add (measures, make_measure (TRUE, MSK_MEASURE_NOT_APPLICABLE));
  g_assert_true (msk_measure_check_opening (measures, &error));
  g_assert_no_error (error);

  g_ptr_array_add (measures, blocking);
  g_assert_false (msk_measure_check_opening (measures, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEASURES_OPEN);
  g_assert_nonnull (strstr (error->message, "doors"));
  g_assert_cmpuint (msk_measure_count_open (measures), ==, 1);
}

int
main (int argc, char *argv[])
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/measure/the-built-in-checklist-covers-every-area", test_built_in);
  g_test_add_func ("/core/measure/a-checklist-is-read-strictly", test_strict);
  g_test_add_func ("/core/measure/a-record-says-who-when-and-what-shows-it", test_records);
  g_test_add_func ("/core/measure/an-open-mandatory-one-keeps-the-meeting-shut", test_opening);
  return g_test_run ();
}
