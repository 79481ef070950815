/* What lies there after the sweep, counted blind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-count-desk.h"

#include <glib/gi18n-lib.h>

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

char *
msk_sweep_count_desk_dup_what (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskPaper) paper = NULL;

  if (database == NULL)
    return NULL;
  if (paper_id == MSK_SWEEP_FIGURE_CARRIERS)
    return g_strdup (_ ("Carriers"));
  if (paper_id == MSK_SWEEP_FIGURE_SETS)
    return g_strdup (_ ("Spoiled sets"));

  paper = msk_paper_store_get (database, paper_id, error);
  return paper == NULL ? NULL : g_strdup (paper->document_number);
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

static gboolean
judge (MskDatabase *database, MskSweepCountStanding *standing, GError **error)
{
  g_autoptr(GPtrArray) counts = msk_sweep_count_store_list (database, error);

  if (counts == NULL)
    return FALSE;

  *standing = msk_sweep_count_judge (counts, NULL);
  return TRUE;
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
         judge (transaction.database, standing, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_sweep_count_desk_list (MskSession *session, MskSweepCountStanding *standing, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) counts =
                 database == NULL ? NULL : msk_sweep_count_store_list (database, error);
  guint first;

  g_return_val_if_fail (standing != NULL, NULL);

  if (counts == NULL)
    return NULL;

  *standing = msk_sweep_count_judge (counts, &first);
  if (first > 0)
    g_ptr_array_remove_range (counts, 0, first);
  for (guint i = 0; !msk_sweep_count_standing_may_tell (*standing) && i < counts->len; i++)
    g_array_set_size (MSK_SWEEP_COUNT (g_ptr_array_index (counts, i))->figures, 0);

  return g_steal_pointer (&counts);
}
