/* What lies there after the sweep, counted blind by two, and by a third (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-count.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define ROUND_MAX 3u

G_DEFINE_FINAL_TYPE (MskSweepCount, msk_sweep_count, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_SWEEP_COUNTS_NONE] = N_ ("not counted"),
  [MSK_SWEEP_COUNTS_ONE] = N_ ("counted once"),
  [MSK_SWEEP_COUNTS_TWO_DIFFER] = N_ ("two counts differ"),
  [MSK_SWEEP_COUNTS_AGREE] = N_ ("two counts agree with the register"),
  [MSK_SWEEP_COUNTS_NOT_REGISTER] = N_ ("two counts agree, the register does not"),
  [MSK_SWEEP_COUNTS_ALL_DIFFER] = N_ ("three counts differ"),
};

static const char *const next_steps[] = {
  [MSK_SWEEP_COUNTS_NONE] =
      N_ ("What lies there was not counted: two people count it, each alone."),
  [MSK_SWEEP_COUNTS_ONE] =
      N_ ("What lies there was counted once: a second person counts it, alone."),
  [MSK_SWEEP_COUNTS_TWO_DIFFER] =
      N_ ("The two counts of what lies there differ: a third person counts it, alone."),
  [MSK_SWEEP_COUNTS_NOT_REGISTER] =
      N_ ("The counts of what lies there agree, and the register says "
          "otherwise: find out why, then have two people count again, one of them somebody who has "
          "not counted yet."),
  [MSK_SWEEP_COUNTS_ALL_DIFFER] = N_ (
      "Three counts of what lies there differ: lay it out anew, and have two people count again, "
      "one of them somebody who has not counted yet."),
};

static void
msk_sweep_count_finalize (GObject *object)
{
  MskSweepCount *self = MSK_SWEEP_COUNT (object);

  g_free (self->user);
  g_array_unref (self->figures);

  G_OBJECT_CLASS (msk_sweep_count_parent_class)->finalize (object);
}

static void
msk_sweep_count_class_init (MskSweepCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_sweep_count_finalize;
}

static void
msk_sweep_count_init (MskSweepCount *self)
{
  self->figures = g_array_new (FALSE, TRUE, sizeof (MskSweepFigure));
}

MskSweepCount *
msk_sweep_count_new (void)
{
  return g_object_new (MSK_TYPE_SWEEP_COUNT, NULL);
}

static const MskSweepFigure *
find_figure (const GArray *figures, gint64 paper_id)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, MskSweepFigure, i).paper_id == paper_id)
      return &g_array_index (figures, MskSweepFigure, i);

  return NULL;
}

static gboolean
agree (MskSweepCount *one, MskSweepCount *other)
{
  if (one->figures->len != other->figures->len)
    return FALSE;

  for (guint i = 0; i < one->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (one->figures, MskSweepFigure, i);
      const MskSweepFigure *same = find_figure (other->figures, figure->paper_id);

      if (same == NULL || same->counted != figure->counted)
        return FALSE;
    }

  return TRUE;
}

/* As the register stood at the count. */
static gboolean
is_as_expected (MskSweepCount *count)
{
  for (guint i = 0; i < count->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, i);

      if (figure->counted != figure->expected)
        return FALSE;
    }

  return TRUE;
}

/* Whether the last of these agrees with one before it. */
static gboolean
newest_agrees (GPtrArray *counts, guint first, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (agree (g_ptr_array_index (counts, first + i), g_ptr_array_index (counts, first + n - 1)))
      return TRUE;

  return FALSE;
}

/* Where the round stands that the last of the first n belongs to. */
static MskSweepCountStanding
judge (GPtrArray *counts, guint n_counts, guint *first)
{
  guint begin = 0;
  guint n = 0;
  gboolean ended = FALSE;
  gboolean agreed = FALSE;

  for (guint i = 0; i < n_counts; i++)
    {
      if (ended)
        {
          begin = i;
          n = 0;
        }
      agreed = newest_agrees (counts, begin, ++n);
      ended = agreed || n == ROUND_MAX;
    }
  *first = begin;

  if (n == 0)
    return MSK_SWEEP_COUNTS_NONE;
  if (!ended)
    return n == 1 ? MSK_SWEEP_COUNTS_ONE : MSK_SWEEP_COUNTS_TWO_DIFFER;
  if (!agreed)
    return MSK_SWEEP_COUNTS_ALL_DIFFER;

  return is_as_expected (g_ptr_array_index (counts, n_counts - 1)) ? MSK_SWEEP_COUNTS_AGREE
                                                                   : MSK_SWEEP_COUNTS_NOT_REGISTER;
}

MskSweepCountStanding
msk_sweep_count_judge (GPtrArray *counts, guint *first)
{
  guint begin;
  MskSweepCountStanding standing;

  g_return_val_if_fail (counts != NULL, MSK_SWEEP_COUNTS_NONE);

  standing = judge (counts, counts->len, &begin);
  if (first != NULL)
    *first = begin;
  return standing;
}

gboolean
msk_sweep_count_standing_is_ended (MskSweepCountStanding standing)
{
  return standing >= MSK_SWEEP_COUNTS_AGREE;
}

gboolean
msk_sweep_count_standing_is_discord (MskSweepCountStanding standing)
{
  return standing > MSK_SWEEP_COUNTS_AGREE;
}

/* Whether a paper was counted otherwise than the register says by anybody of the round: by whom,
 * or which way, is not told. */
static gboolean
is_in_discord (GPtrArray *counts, guint first, guint end, gint64 paper_id)
{
  for (guint i = first; i < end; i++)
    {
      const MskSweepFigure *figure =
          find_figure (MSK_SWEEP_COUNT (g_ptr_array_index (counts, i))->figures, paper_id);

      if (figure == NULL || figure->counted != figure->expected)
        return TRUE;
    }

  return FALSE;
}

static void
mark_round (GPtrArray *counts, guint first, guint end, MskSweepCountStanding standing)
{
  for (guint i = first; i < end; i++)
    {
      MskSweepCount *count = g_ptr_array_index (counts, i);

      for (guint j = 0; j < count->figures->len; j++)
        {
          MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, j);

          figure->differs = standing == MSK_SWEEP_COUNTS_AGREE
                                ? figure->counted != figure->expected
                                : is_in_discord (counts, first, end, figure->paper_id);
        }
    }
}

static void
label_round (GPtrArray *counts, guint first, guint end, guint round, MskSweepCountStanding standing)
{
  mark_round (counts, first, end, standing);
  for (guint i = first; i < end; i++)
    {
      MskSweepCount *count = g_ptr_array_index (counts, i);

      count->round = round;
      count->standing = standing;
      if (!msk_sweep_count_standing_is_ended (standing))
        g_array_set_size (count->figures, 0);
      for (guint j = 0; standing != MSK_SWEEP_COUNTS_AGREE && j < count->figures->len; j++)
        g_array_index (count->figures, MskSweepFigure, j).expected = 0;
    }
}

typedef struct
{
  guint first; /* of its counts */
  MskSweepCountStanding standing;
} Round;

void
msk_sweep_count_label (GPtrArray *counts)
{
  g_autoptr(GArray) rounds = g_array_new (FALSE, FALSE, sizeof (Round));

  g_return_if_fail (counts != NULL);

  /* Every round is judged before a figure goes. */
  for (guint i = 0; i < counts->len; i++)
    {
      Round round;

      round.standing = judge (counts, i + 1, &round.first);
      if (i + 1 == counts->len || msk_sweep_count_standing_is_ended (round.standing))
        g_array_append_val (rounds, round);
    }
  for (guint i = 0; i < rounds->len; i++)
    {
      const Round *round = &g_array_index (rounds, Round, i);
      const guint end =
          i + 1 < rounds->len ? g_array_index (rounds, Round, i + 1).first : counts->len;

      label_round (counts, round->first, end, i + 1, round->standing);
    }
}

static gboolean
has_counted (GPtrArray *counts, guint first, guint end, const char *user)
{
  for (guint i = first; i < end; i++)
    if (g_str_equal (MSK_SWEEP_COUNT (g_ptr_array_index (counts, i))->user, user))
      return TRUE;

  return FALSE;
}

/* Of the round that begins at first and those before it. */
static gboolean
check_new (GPtrArray *counts, guint first, const char *user, GError **error)
{
  guint before;

  if (first == 0 || !msk_sweep_count_standing_is_discord (judge (counts, first, &before)) ||
      !has_counted (counts, before, first, user))
    return TRUE;

  for (guint i = first; i < counts->len; i++)
    if (has_counted (counts, before, first, MSK_SWEEP_COUNT (g_ptr_array_index (counts, i))->user))
      {
        g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNTER_NOT_NEW,
                             _ ("This person and another of this round counted in the round "
                                "before, which did not agree: have somebody count who did not "
                                "count then."));
        return FALSE;
      }

  return TRUE;
}

gboolean
msk_sweep_count_check_person (GPtrArray *counts, const char *user, GError **error)
{
  guint first;
  const MskSweepCountStanding standing = msk_sweep_count_judge (counts, &first);

  g_return_val_if_fail (user != NULL, FALSE);

  if (msk_sweep_count_standing_is_ended (standing))
    return TRUE;
  if (has_counted (counts, first, counts->len, user))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNTED_ALREADY,
                           _ ("This person has counted already: another person counts, alone."));
      return FALSE;
    }

  return check_new (counts, first, user, error);
}

gboolean
msk_sweep_count_check_figures (const GArray *figures, const GArray *wanted, GError **error)
{
  gboolean whole;

  g_return_val_if_fail (figures != NULL && wanted != NULL, FALSE);

  whole = figures->len == wanted->len;
  for (guint i = 0; whole && i < wanted->len; i++)
    {
      const MskSweepFigure *figure =
          find_figure (figures, g_array_index (wanted, MskSweepFigure, i).paper_id);

      whole = figure != NULL && figure->counted <= MSK_SWEEP_FIGURE_MAX;
    }
  if (whole)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("A count has one figure, up to %u, for each paper, for the carriers and for the "
                  "spoiled sets, and no other: count what is left out, 0 where nothing lies "
                  "there."),
               MSK_SWEEP_FIGURE_MAX);
  return FALSE;
}

/* What was taken back or reported after the count lies in another heap than it did then. */
static gboolean
has_moved (MskSweepCount *count, const GArray *now)
{
  for (guint i = 0; i < now->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (now, MskSweepFigure, i);
      const MskSweepFigure *then = find_figure (count->figures, figure->paper_id);

      if (then == NULL || then->expected != figure->expected)
        return TRUE;
    }

  return FALSE;
}

gboolean
msk_sweep_count_check_closing (GPtrArray *counts, const GArray *now, GError **error)
{
  const MskSweepCountStanding standing = msk_sweep_count_judge (counts, NULL);

  g_return_val_if_fail (now != NULL, FALSE);

  if (standing != MSK_SWEEP_COUNTS_AGREE)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNTS_OPEN,
                           g_dgettext (GETTEXT_PACKAGE, next_steps[standing]));
      return FALSE;
    }
  if (has_moved (g_ptr_array_index (counts, counts->len - 1), now))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COUNTS_OPEN,
                           _ ("Something was taken back, or reported, since what lies there was "
                              "counted: have two people count again, each alone."));
      return FALSE;
    }

  return TRUE;
}

const char *
msk_sweep_count_standing_get_label (MskSweepCountStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[standing]);
}
