/* What lies there after the sweep, counted by two, each alone and without knowing what the register
 * says; by a third where they differ (M9). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* In place of a paper. */
#define MSK_SWEEP_FIGURE_CARRIERS ((gint64) 0)
#define MSK_SWEEP_FIGURE_SETS ((gint64) -1) /* of spoiled sheets that no copy stands for */

/* Things that anybody counts at most of one paper. */
#define MSK_SWEEP_FIGURE_MAX 999999u

typedef struct
{
  gint64 paper_id; /* or one of the above */
  guint counted;
  guint
      expected; /* what the register said when it was counted; 0 before, and where it is not told */
  gboolean differs; /* once its round is ended: counted otherwise than the register says, or, where
                       it did not end in agreement with the register, by anybody of the round */
} MskSweepFigure;

typedef enum
{
  MSK_SWEEP_COUNTS_NONE, /* the first is due */
  MSK_SWEEP_COUNTS_ONE,
  MSK_SWEEP_COUNTS_TWO_DIFFER,   /* a third person counts */
  MSK_SWEEP_COUNTS_AGREE,        /* two with each other, and with the register */
  MSK_SWEEP_COUNTS_NOT_REGISTER, /* two agree, and the register says otherwise */
  MSK_SWEEP_COUNTS_ALL_DIFFER,   /* three did */
} MskSweepCountStanding;

/* One person's. */
#define MSK_TYPE_SWEEP_COUNT (msk_sweep_count_get_type ())
G_DECLARE_FINAL_TYPE (MskSweepCount, msk_sweep_count, MSK, SWEEP_COUNT, GObject)

struct _MskSweepCount
{
  GObject parent_instance;

  gint64 id;
  gint64 at;
  char *user;
  GArray *figures; /* of MskSweepFigure */

  /* By msk_sweep_count_label(): */
  guint round;                    /* from 1 */
  MskSweepCountStanding standing; /* of that round */
};

MskSweepCount *msk_sweep_count_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Where the newest round stands. counts: of MskSweepCount, oldest first. Two that agree end a
 * round, and so does a third; what is counted after that begins another, and those before count no
 * more. *first: the index of the first count of the round; may be NULL. */
MskSweepCountStanding msk_sweep_count_judge (GPtrArray *counts, guint *first);

/* Gives each count its round, and each figure whether it differs, and takes away what may not be
 * told: every figure of a round that is not ended, since somebody counts blind after it, and the
 * register's of one that did not end in agreement with it, since people count again. */
void msk_sweep_count_label (GPtrArray *counts);

/* Whether a round that stands so is ended; and whether it is, and people have to count again. */
gboolean msk_sweep_count_standing_is_ended (MskSweepCountStanding standing);
gboolean msk_sweep_count_standing_is_discord (MskSweepCountStanding standing);

/* Nobody counts twice in a round; and after one that ended in discord, only one of those who
 * counted in it counts in the next, so that nobody is agreed with by those who disagreed alone.
 * Fails with MSK_RULE_ERROR_COUNTED_ALREADY, _COUNTER_NOT_NEW. */
gboolean msk_sweep_count_check_person (GPtrArray *counts, const char *user, GError **error);

/* figures has one for everything that is in wanted (both of MskSweepFigure) and nothing else, and
 * none is over MSK_SWEEP_FIGURE_MAX. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_sweep_count_check_figures (const GArray *figures,
                                        const GArray *wanted,
                                        GError **error);

/* What the counts leave to do before the meeting closes; now: of MskSweepFigure, expected by the
 * register. Fails with MSK_RULE_ERROR_COUNTS_OPEN. */
gboolean msk_sweep_count_check_closing (GPtrArray *counts, const GArray *now, GError **error);

/* Static text in the user's language. */
const char *msk_sweep_count_standing_get_label (MskSweepCountStanding standing);

G_END_DECLS
