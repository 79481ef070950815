/* What lies there after the sweep, counted blind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-count-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-incident-private.h"
#include "msk-paper-store.h"
#include "msk-session-private.h"
#include "msk-sweep-count-store.h"
#include "msk-sweep-private.h"

GArray *
msk_sweep_count_desk_list_wanted (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_SWEEP_COUNT, error);
  GArray *figures = database == NULL ? NULL : msk_sweep_count_store_expect (database, error);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    g_array_index (figures, MskSweepFigure, i).expected = 0;

  return figures;
}

static char *
dup_what (MskDatabase *database, gint64 paper_id, GError **error)
{
  g_autoptr(MskPaper) paper = NULL;

  if (paper_id == MSK_SWEEP_FIGURE_CARRIERS)
    return g_strdup (_ ("Carriers"));
  if (paper_id == MSK_SWEEP_FIGURE_SETS)
    return g_strdup (_ ("Spoiled sets"));

  paper = msk_paper_store_get (database, paper_id, error);
  return paper == NULL ? NULL : g_strdup (paper->document_number);
}

char *
msk_sweep_count_desk_dup_what (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : dup_what (database, paper_id, error);
}

/* As they were counted, each with what the register says now. */
static GArray *
dup_with_expected (const GArray *figures, const GArray *expected)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (MskSweepFigure));

  for (guint i = 0; i < expected->len; i++)
    {
      MskSweepFigure figure = g_array_index (expected, MskSweepFigure, i);

      for (guint j = 0; j < figures->len; j++)
        if (g_array_index (figures, MskSweepFigure, j).paper_id == figure.paper_id)
          figure.counted = g_array_index (figures, MskSweepFigure, j).counted;
      g_array_append_val (all, figure);
    }

  return all;
}

/* What differs, by name, without a figure: people count again. The caller owns it. */
static char *
dup_discord (MskDatabase *database, MskSweepCount *count, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < count->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, i);
      g_autofree char *what = dup_what (database, figure->paper_id, error);

      if (what == NULL)
        return NULL;
      if (figure->differs)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ ("; ") : "", what);
    }

  return g_strdup_printf (_ ("Blind counts of the sweep, round %u: %s. Not the same: %s"),
                          count->round, msk_sweep_count_standing_get_label (count->standing),
                          names->str);
}

/* A round that ends in discord is not undone by the next. */
static gboolean
judge (MskTransaction *transaction, MskSweepCountStanding *standing, GError **error)
{
  g_autoptr(GPtrArray) counts = msk_sweep_count_store_list (transaction->database, error);
  g_autofree char *text = NULL;

  if (counts == NULL)
    return FALSE;

  *standing = msk_sweep_count_judge (counts, NULL);
  if (!msk_sweep_count_standing_is_discord (*standing))
    return TRUE;

  msk_sweep_count_label (counts);
  text = dup_discord (transaction->database, g_ptr_array_index (counts, counts->len - 1), error);
  return text != NULL && msk_incident_open_counts (transaction, text, error);
}

gboolean
msk_sweep_count_desk_add (MskSession *session,
                          const GArray *figures,
                          MskSweepCountStanding *standing,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) counts = NULL;
  g_autoptr(GArray) expected = NULL;
  g_autoptr(GArray) all = NULL;

  g_return_val_if_fail (figures != NULL && standing != NULL, FALSE);

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_COUNT, &transaction, error))
    return FALSE;

  counts = msk_sweep_count_store_list (transaction.database, error);
  expected = counts == NULL ? NULL : msk_sweep_count_store_expect (transaction.database, error);
  if (expected == NULL || !msk_sweep_count_check_person (counts, transaction.actor.user, error) ||
      !msk_sweep_count_check_figures (figures, expected, error))
    return FALSE;

  all = dup_with_expected (figures, expected);
  return msk_sweep_count_store_add (&transaction, all, error) &&
         judge (&transaction, standing, error) && msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_sweep_count_desk_list (MskSession *session, MskSweepCountStanding *standing, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) counts =
                 database == NULL ? NULL : msk_sweep_count_store_list (database, error);

  g_return_val_if_fail (standing != NULL, NULL);

  if (counts == NULL)
    return NULL;

  *standing = msk_sweep_count_judge (counts, NULL);
  msk_sweep_count_label (counts);
  return g_steal_pointer (&counts);
}
