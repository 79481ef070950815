/* The sweep: what each state says when the copy was seen and when it was not, and which let the
 * meeting close. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep.h"

#include "msk-enum-types.h"

#include "test-start.h"

typedef struct
{
  MskCopyState state;
  MskSweepClass seen;
  MskSweepClass unseen;
  gboolean seen_explains;
  gboolean unseen_explains;
} Row;

static const Row rows[] = {
  { MSK_COPY_PRINTING, MSK_SWEEP_IN_PRINT, MSK_SWEEP_IN_PRINT, FALSE, FALSE },
  { MSK_COPY_IN_STORE, MSK_SWEEP_IN_STORE, MSK_SWEEP_NOT_SEEN, TRUE, FALSE },
  { MSK_COPY_HELD, MSK_SWEEP_FOUND, MSK_SWEEP_OUT, FALSE, FALSE },
  { MSK_COPY_AWAY, MSK_SWEEP_FOUND, MSK_SWEEP_BY_PERMIT, FALSE, TRUE },
  { MSK_COPY_RETURNED, MSK_SWEEP_RETURNED, MSK_SWEEP_NOT_SEEN, TRUE, FALSE },
  { MSK_COPY_SPOILED, MSK_SWEEP_SPOILED, MSK_SWEEP_NOT_SEEN, TRUE, FALSE },
  { MSK_COPY_VOID, MSK_SWEEP_FOUND, MSK_SWEEP_VOID, FALSE, TRUE },
  { MSK_COPY_DESTROYED, MSK_SWEEP_FOUND, MSK_SWEEP_DESTROYED, FALSE, TRUE },
  { MSK_COPY_MISSING, MSK_SWEEP_FOUND, MSK_SWEEP_MISSING, FALSE, TRUE },
  { MSK_COPY_WITH_ORIGINATOR, MSK_SWEEP_FOUND, MSK_SWEEP_WITH_ORIGINATOR, FALSE, TRUE },
};

static void
test_every_state_seen_and_not (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, MSK_COPY_N_STATES);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("state %u", rows[i].state);
      g_assert_cmpint (msk_sweep_classify (rows[i].state, TRUE, FALSE), ==, rows[i].seen);
      g_assert_cmpint (msk_sweep_classify (rows[i].state, FALSE, FALSE), ==, rows[i].unseen);
      g_assert_cmpint (msk_sweep_class_is_explained (
                           msk_sweep_classify (rows[i].state, TRUE, FALSE)),
                       ==, rows[i].seen_explains);
      g_assert_cmpint (msk_sweep_class_is_explained (
                           msk_sweep_classify (rows[i].state, FALSE, FALSE)),
                       ==, rows[i].unseen_explains);
    }
}

/* The result of a sweep is that of its day, whatever is destroyed or sent back after it. */
static void
test_result_stays (void)
{
  static const struct
  {
    MskCopyState expected;
    MskCopyState found;
  } gone[] = {
    { MSK_COPY_IN_STORE, MSK_COPY_IN_STORE }, { MSK_COPY_RETURNED, MSK_COPY_RETURNED },
    { MSK_COPY_SPOILED, MSK_COPY_SPOILED },   { MSK_COPY_HELD, MSK_COPY_RETURNED },
    { MSK_COPY_AWAY, MSK_COPY_RETURNED },     { MSK_COPY_MISSING, MSK_COPY_RETURNED },
    { MSK_COPY_VOID, MSK_COPY_SPOILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_assert_cmpint (msk_sweep_get_found_state (gone[i].expected, MSK_COPY_DESTROYED), ==,
                       gone[i].found);
      g_assert_cmpint (msk_sweep_get_found_state (gone[i].expected, MSK_COPY_WITH_ORIGINATOR), ==,
                       gone[i].found);
      g_assert_cmpint (msk_sweep_get_found_state (gone[i].expected, MSK_COPY_MISSING), ==,
                       MSK_COPY_MISSING);
    }
  /* It was gone before the sweep began. */
  g_assert_cmpint (msk_sweep_get_found_state (MSK_COPY_DESTROYED, MSK_COPY_DESTROYED), ==,
                   MSK_COPY_DESTROYED);
}

/* What came back in part is accounted for only as missing, and hides as nothing else. */
static void
test_in_part (void)
{
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_HELD, TRUE, TRUE), ==, MSK_SWEEP_IN_PART);
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_HELD, FALSE, TRUE), ==, MSK_SWEEP_OUT);
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_AWAY, TRUE, TRUE), ==, MSK_SWEEP_IN_PART);
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_AWAY, FALSE, TRUE), ==, MSK_SWEEP_BY_PERMIT);
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_MISSING, TRUE, TRUE), ==, MSK_SWEEP_MISSING);
  g_assert_cmpint (msk_sweep_classify (MSK_COPY_MISSING, FALSE, TRUE), ==, MSK_SWEEP_MISSING);
}

static void
test_only_these_let_the_meeting_close (void)
{
  static const MskSweepClass explained[] = {
    MSK_SWEEP_RETURNED,  MSK_SWEEP_IN_STORE, MSK_SWEEP_SPOILED, MSK_SWEEP_BY_PERMIT,
    MSK_SWEEP_DESTROYED, MSK_SWEEP_VOID,     MSK_SWEEP_MISSING, MSK_SWEEP_WITH_ORIGINATOR,
  };
  static const MskSweepClass open[] = { MSK_SWEEP_OUT, MSK_SWEEP_FOUND, MSK_SWEEP_NOT_SEEN,
                                        MSK_SWEEP_IN_PRINT, MSK_SWEEP_IN_PART };
  g_autoptr(GTypeClass) class = g_type_class_ref (MSK_TYPE_SWEEP_CLASS);

  g_assert_cmpuint (G_ENUM_CLASS (class)->n_values, ==,
                    G_N_ELEMENTS (explained) + G_N_ELEMENTS (open));
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    g_assert_true (msk_sweep_class_is_explained (explained[i]));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_false (msk_sweep_class_is_explained (open[i]));

  g_assert_false (msk_sweep_class_is_explained ((MskSweepClass) -1));
  g_assert_false (msk_sweep_class_is_explained ((MskSweepClass) 99));
}

static void
test_unknown_state_is_unexplained (void)
{
  g_assert_false (
      msk_sweep_class_is_explained (msk_sweep_classify (MSK_COPY_N_STATES, TRUE, FALSE)));
  g_assert_false (
      msk_sweep_class_is_explained (msk_sweep_classify (MSK_COPY_N_STATES, FALSE, FALSE)));
}

static void
test_labels (void)
{
  static const char *const labels[] = {
    "returned",
    "in store",
    "spoiled",
    "away by permit",
    "destroyed",
    "back with its originator",
    "void",
    "missing, reported",
    "still out",
    "found here, not taken back",
    "should be here, not seen",
    "printing not settled",
    "here in part, pages missing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (msk_sweep_class_get_label ((MskSweepClass) i), ==, labels[i]);

  expect_critical ();
  g_assert_cmpstr (msk_sweep_class_get_label ((MskSweepClass) G_N_ELEMENTS (labels)), ==, "");
  g_test_assert_expected_messages ();
}

static void
test_line_frees_its_texts (void)
{
  MskSweepLine *line = msk_sweep_line_new ();

  line->document_number = g_strdup ("number");
  line->holder = g_strdup ("holder");
  line->holder_unit = g_strdup ("unit");
  line->remark = g_strdup ("remark");
  g_assert_finalize_object (line);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/sweep/every-state-seen-and-not", test_every_state_seen_and_not);
  g_test_add_func ("/core/sweep/in-part", test_in_part);
  g_test_add_func ("/core/sweep/its-result-stays-as-it-was", test_result_stays);
  g_test_add_func ("/core/sweep/only-these-let-the-meeting-close",
                   test_only_these_let_the_meeting_close);
  g_test_add_func ("/core/sweep/unknown-state-is-unexplained", test_unknown_state_is_unexplained);
  g_test_add_func ("/core/sweep/labels", test_labels);
  g_test_add_func ("/core/sweep/line-frees-its-texts", test_line_frees_its_texts);

  return g_test_run ();
}
