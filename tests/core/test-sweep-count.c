/* Blind counts: where a round stands, who counts, and what lets the meeting close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-count.h"

#include "msk-error.h"
#include "msk-left-item.h"

#include "test-start.h"

#define REGISTER 7

/* A count is its person and the one figure that varies. */
static void
add (GPtrArray *counts, char person, guint counted)
{
  const MskSweepFigure figures[] = { { MSK_SWEEP_FIGURE_SETS, 1, 1 },
                                     { MSK_SWEEP_FIGURE_CARRIERS, 2, 2 },
                                     { 5, counted, REGISTER } };
  MskSweepCount *count = msk_sweep_count_new ();

  count->user = g_strdup_printf ("%c", person);
  g_array_append_vals (count->figures, figures, G_N_ELEMENTS (figures));
  g_ptr_array_add (counts, count);
}

/* "a7b7": a and b each counted seven. */
static GPtrArray *
make (const char *text)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *text != '\0'; text += 2)
    add (counts, text[0], (guint) (text[1] - '0'));

  return counts;
}

static const struct
{
  const char *counts;
  MskSweepCountStanding standing;
  guint first;
  const char *may_count; /* of a, b, c, d */
  const char *not_new;   /* of them, those who counted in the discord before */
} rounds[] = {
  { "", MSK_SWEEP_COUNTS_NONE, 0, "abcd", "" },
  { "a7", MSK_SWEEP_COUNTS_ONE, 0, "bcd", "" },
  { "a7b7", MSK_SWEEP_COUNTS_AGREE, 0, "abcd", "" },
  { "a6b6", MSK_SWEEP_COUNTS_NOT_REGISTER, 0, "abcd", "" },
  { "a6b7", MSK_SWEEP_COUNTS_TWO_DIFFER, 0, "cd", "" },
  { "a6b7c7", MSK_SWEEP_COUNTS_AGREE, 0, "abcd", "" },
  { "a7b6c7", MSK_SWEEP_COUNTS_AGREE, 0, "abcd", "" },
  { "a7b6c6", MSK_SWEEP_COUNTS_NOT_REGISTER, 0, "abcd", "" },
  { "a6b7c8", MSK_SWEEP_COUNTS_ALL_DIFFER, 0, "abcd", "" },
  { "a6b7c8a7", MSK_SWEEP_COUNTS_ONE, 3, "d", "bc" },
  { "a6b6a7", MSK_SWEEP_COUNTS_ONE, 2, "cd", "b" },
  { "a6b6c7", MSK_SWEEP_COUNTS_ONE, 2, "abd", "" },
  { "a6b6c7a8", MSK_SWEEP_COUNTS_TWO_DIFFER, 2, "d", "b" },
  { "a6b6c7a7", MSK_SWEEP_COUNTS_AGREE, 2, "abcd", "" },
  { "a6b6c7a7b7", MSK_SWEEP_COUNTS_ONE, 4, "acd", "" },
  { "a6b6c6a6c7", MSK_SWEEP_COUNTS_ONE, 4, "bd", "a" },
  { "a6b6a7b7", MSK_SWEEP_COUNTS_AGREE, 2, "abcd", "" },
  { "a7b7c7", MSK_SWEEP_COUNTS_ONE, 2, "abd", "" },
  { "a7b7c6d7", MSK_SWEEP_COUNTS_TWO_DIFFER, 2, "ab", "" },
};

static void
test_rounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autoptr(GPtrArray) counts = make (rounds[i].counts);
      const gboolean tells = rounds[i].standing >= MSK_SWEEP_COUNTS_AGREE;
      guint first;

      g_test_message ("%s", rounds[i].counts);
      g_assert_cmpint (msk_sweep_count_judge (counts, &first), ==, rounds[i].standing);
      g_assert_cmpuint (first, ==, rounds[i].first);
      g_assert_cmpint (msk_sweep_count_standing_is_ended (rounds[i].standing), ==, tells);
      g_assert_cmpint (msk_sweep_count_standing_is_discord (rounds[i].standing), ==,
                       tells && rounds[i].standing != MSK_SWEEP_COUNTS_AGREE);
      g_assert_cmpstr (msk_sweep_count_standing_get_label (rounds[i].standing), !=, "");
      for (const char *person = "abcd"; *person != '\0'; person++)
        {
          const char name[] = { *person, '\0' };
          g_autoptr(GError) error = NULL;

          g_assert_cmpint (msk_sweep_count_check_person (counts, name, &error), ==,
                           strchr (rounds[i].may_count, *person) != NULL);
          if (error != NULL)
            {
              const int code = strchr (rounds[i].not_new, *person) != NULL
                                   ? MSK_RULE_ERROR_COUNTER_NOT_NEW
                                   : MSK_RULE_ERROR_COUNTED_ALREADY;

              g_assert_error (error, MSK_RULE_ERROR, code);
            }
        }
    }
}

/* Each count as "round user counted expected differs", the figure that varies: "-" where it is not
 * told. */
static const struct
{
  const char *counts;
  const char *told;
} tellings[] = {
  { "a7", "1a---" },
  { "a7b6", "1a--- 1b---" },
  { "a7b7", "1a77= 1b77=" },
  { "a6b7c7", "1a67! 1b77= 1c77=" },
  { "a6b6", "1a6-! 1b6-!" },
  { "a7b6c6", "1a7-! 1b6-! 1c6-!" },
  { "a6b7c8", "1a6-! 1b7-! 1c8-!" },
  { "a6b6c7", "1a6-! 1b6-! 2c---" },
  { "a6b6c7a7", "1a6-! 1b6-! 2c77= 2a77=" },
  { "a6b7c8d7a7", "1a6-! 1b7-! 1c8-! 2d77= 2a77=" },
};

static void
test_tellings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      g_autoptr(GPtrArray) counts = make (tellings[i].counts);
      g_autoptr(GString) told = g_string_new (NULL);

      msk_sweep_count_label (counts);
      for (guint j = 0; j < counts->len; j++)
        {
          const MskSweepCount *count = g_ptr_array_index (counts, j);
          const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, 2);

          g_string_append_printf (told, "%s%u%s", j > 0 ? " " : "", count->round, count->user);
          if (count->figures->len == 0)
            g_string_append (told, "---");
          else if (count->standing == MSK_SWEEP_COUNTS_AGREE)
            g_string_append_printf (told, "%u%u%c", figure->counted, figure->expected,
                                    figure->differs ? '!' : '=');
          else
            {
              g_assert_false (g_array_index (count->figures, MskSweepFigure, 0).differs);
              for (guint k = 0; k < count->figures->len; k++)
                g_assert_cmpuint (g_array_index (count->figures, MskSweepFigure, k).expected, ==,
                                  0);
              g_string_append_printf (told, "%u-%c", figure->counted, figure->differs ? '!' : '=');
            }
        }
      g_assert_cmpstr (told->str, ==, tellings[i].told);
    }
}

/* That one figure differs is enough, whichever it is. */
static void
test_other_figures (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) counts = make ("a7b7");

      g_array_index (MSK_SWEEP_COUNT (counts->pdata[1])->figures, MskSweepFigure, i).counted++;
      g_assert_cmpint (msk_sweep_count_judge (counts, NULL), ==, MSK_SWEEP_COUNTS_TWO_DIFFER);
    }
}

static void
test_figures (void)
{
  static const MskSweepFigure wanted[] = { { -1, 0, 0 }, { 0, 0, 0 }, { 5, 0, 0 } };
  static const struct
  {
    MskSweepFigure figures[4];
    guint n;
    gboolean is_good;
  } given[] = {
    { { { 5, 1, 0 }, { 0, 0, 0 }, { -1, 0, 0 } }, 3, TRUE },
    { { { 5, MSK_SWEEP_FIGURE_MAX, 0 }, { 0, 0, 0 }, { -1, 0, 0 } }, 3, TRUE },
    { { { 5, MSK_SWEEP_FIGURE_MAX + 1, 0 }, { 0, 0, 0 }, { -1, 0, 0 } }, 3, FALSE },
    { { { 5, 1, 0 }, { 0, 0, 0 } }, 2, FALSE },
    { { { 5, 1, 0 }, { 5, 1, 0 }, { 0, 0, 0 } }, 3, FALSE },
    { { { 5, 1, 0 }, { 0, 0, 0 }, { -1, 0, 0 }, { 6, 1, 0 } }, 4, FALSE },
    { { { 6, 1, 0 }, { 0, 0, 0 }, { -1, 0, 0 } }, 3, FALSE },
  };
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (MskSweepFigure));

  g_array_append_vals (all, wanted, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autoptr(GArray) figures = g_array_new (FALSE, FALSE, sizeof (MskSweepFigure));
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u", i);
      g_array_append_vals (figures, given[i].figures, given[i].n);
      g_assert_cmpint (msk_sweep_count_check_figures (figures, all, &error), ==, given[i].is_good);
      if (!given[i].is_good)
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_closing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autoptr(GPtrArray) counts = make (rounds[i].counts);
      g_autoptr(GArray) now = g_array_new (FALSE, FALSE, sizeof (MskSweepFigure));
      const MskSweepFigure figures[] = { { -1, 0, 1 }, { 0, 0, 2 }, { 5, 0, REGISTER } };
      const gboolean agree = rounds[i].standing == MSK_SWEEP_COUNTS_AGREE;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", rounds[i].counts);
      g_array_append_vals (now, figures, G_N_ELEMENTS (figures));
      g_assert_cmpint (msk_sweep_count_check_closing (counts, now, &error), ==, agree);
      g_clear_error (&error);

      /* Something moved after the count. */
      g_array_index (now, MskSweepFigure, 2).expected++;
      g_assert_false (msk_sweep_count_check_closing (counts, now, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNTS_OPEN);
    }
}

static void
test_left_kinds (void)
{
  for (guint kind = 0; kind < MSK_LEFT_N_KINDS; kind++)
    {
      MskIncidentKind incident = MSK_INCIDENT_OTHER;

      g_assert_cmpint (msk_left_kind_opens_incident ((MskLeftKind) kind, &incident), ==,
                       kind != MSK_LEFT_OTHER);
      g_assert_cmpint (incident, ==,
                       kind == MSK_LEFT_OTHER ? MSK_INCIDENT_OTHER
                       : kind == MSK_LEFT_NOTEBOOK || kind == MSK_LEFT_SHEET
                           ? MSK_INCIDENT_LEFT_BEHIND
                           : MSK_INCIDENT_DEVICE_INSIDE);
      g_assert_cmpstr (msk_left_kind_get_label ((MskLeftKind) kind), !=, "");
    }
}

static void
test_left_texts (void)
{
  g_autofree char *long_text = g_strnfill (501, 'x');
  const char *const bad[] = { NULL, "", long_text };
  MskLeftDraft draft = { MSK_LEFT_SHEET, MSK_MEASURE_AREA_SEATS, "一页手写便笺", "段一鸣" };
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_left_item_check_draft (&draft, &error));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      draft.description = bad[i];
      g_assert_false (msk_left_item_check_draft (&draft, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      g_clear_error (&error);
      draft.description = "一页手写便笺";
      draft.finder = bad[i];
      g_assert_false (msk_left_item_check_draft (&draft, NULL));
      draft.finder = "段一鸣";
    }
  draft.finder = ".";
  g_assert_false (msk_left_item_check_draft (&draft, NULL));
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/sweep-count/two-agree-or-a-third-counts", test_rounds);
  g_test_add_func ("/core/sweep-count/every-round-stays-and-none-tells-too-much", test_tellings);
  g_test_add_func ("/core/sweep-count/any-figure-that-differs-counts", test_other_figures);
  g_test_add_func ("/core/sweep-count/every-figure-is-given-and-no-other", test_figures);
  g_test_add_func ("/core/sweep-count/only-agreed-and-unmoved-lets-it-close", test_closing);
  g_test_add_func ("/core/sweep-count/what-holds-content-opens-an-incident", test_left_kinds);
  g_test_add_func ("/core/sweep-count/what-was-left-is-described", test_left_texts);

  return g_test_run ();
}
