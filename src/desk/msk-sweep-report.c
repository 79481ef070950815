/* The sweep on paper: its result, what is missing, the balances, the signatures, the whole set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-report.h"

#include <glib/gi18n-lib.h>

#include "msk-damage-desk.h"
#include "msk-error.h"
#include "msk-ledger-words.h"
#include "msk-left-item-desk.h"
#include "msk-report-desk-private.h"
#include "msk-sighting-store.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-store.h"
#include "msk-sweep-zone-desk.h"

/* The name, the unit and the seat of who had it. */
static char *
dup_holder (MskSweepLine *line)
{
  return *line->seat == '\0' ? msk_report_desk_dup_text ("%s %s", line->holder, line->holder_unit)
                             : msk_report_desk_dup_text (_ ("%s %s, seat %s"), line->holder,
                                                         line->holder_unit, line->seat);
}

static char *
dup_last (MskSweepLine *line)
{
  g_autofree char *time = msk_report_desk_dup_time (line->last_at);

  return line->last_at == 0
             ? g_strdup ("")
             : msk_report_desk_dup_text ("%s %s", msk_ledger_words_get_act (line->last_act), time);
}

static void
add_sweep_row (GPtrArray *cells, MskSweepLine *line)
{
  const char *zone = line->sightings > 0 ? msk_measure_area_get_label (line->zone) : "";
  g_ptr_array_add (cells, msk_sweep_line_dup_number (line));
  g_ptr_array_add (cells, msk_sweep_line_dup_what (line));
  g_ptr_array_add (cells, g_strdup (msk_sweep_class_get_label (line->sweep_class)));
  g_ptr_array_add (cells, dup_holder (line));
  g_ptr_array_add (cells, dup_last (line));
  g_ptr_array_add (cells, msk_report_desk_dup_time (line->first_seen_at));
  g_ptr_array_add (cells, g_strdup (zone));
  g_ptr_array_add (cells, g_strdup (line->remark));
}

/* Either what needs an eye (unexplained, missing, found) or the whole set. */
static void
add_sweep_table (MskReport *report, GPtrArray *lines, gboolean all)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 10, FALSE }, { _ ("Paper or carrier"), 18, FALSE }, { _ ("Result"), 14, FALSE },
    { _ ("Holder"), 16, FALSE }, { _ ("Last movement"), 14, FALSE },    { _ ("Seen"), 10, FALSE },
    { _ ("Zone"), 10, FALSE },   { _ ("Remark"), 14, FALSE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      MskSweepLine *line = g_ptr_array_index (lines, i);

      if (all || *line->remark != '\0' || line->sweep_class >= MSK_SWEEP_MISSING)
        add_sweep_row (cells, line);
    }

  msk_report_add_heading (report, all ? _ ("Every copy and carrier")
                                      : _ ("Missing, found and unexplained copies and carriers"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static const char *
get_set_result (const MskSpoilage *set)
{
  if (set->missing_at != 0)
    return _ ("missing");
  if (set->sightings == 0)
    return _ ("not seen");

  return set->by_hand ? _ ("seen, by hand") : _ ("seen");
}

/* What no copy stands for: sheets of a number that was printed anew, and surplus ones. */
static gboolean
add_spoiled (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = { { _ ("Set"), 8, TRUE },      { _ ("Copy"), 14, FALSE },
                                      { _ ("Kind"), 18, FALSE },   { _ ("Sheets"), 8, TRUE },
                                      { _ ("Result"), 16, FALSE }, { _ ("Seen"), 16, FALSE },
                                      { _ ("Remark"), 20, FALSE } };
  g_autoptr(GPtrArray) sets = msk_sweep_desk_list_spoiled (session, FALSE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (sets == NULL)
    return FALSE;
  if (sets->len == 0)
    return TRUE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, set->id));
      g_ptr_array_add (cells, msk_copy_number_dup_text (set->number));
      g_ptr_array_add (cells, g_strdup (msk_spoilage_kind_get_label (set->kind)));
      g_ptr_array_add (cells, g_strdup_printf ("%u", set->sheets));
      g_ptr_array_add (cells, g_strdup (get_set_result (set)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (set->first_seen_at));
      g_ptr_array_add (cells, g_strdup (set->remark));
    }
  msk_report_add_heading (report, _ ("Spoiled sheets that are looked for by themselves"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static gboolean
add_sweep_summary (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autofree char *started = NULL, *closed = NULL, *counts = NULL, *special = NULL, *sheets = NULL;
  MskSweepSummary summary;
  guint spoiled;

  if (!msk_sweep_desk_get_summary (session, &summary, error) ||
      !msk_spoilage_store_count (database, &spoiled, error))
    return FALSE;

  started = msk_report_desk_dup_time (summary.started_at);
  closed = summary.closed_at == 0 ? g_strdup (_ ("not closed"))
                                  : msk_report_desk_dup_time (summary.closed_at);
  counts = msk_report_desk_dup_text (_ ("%u expected, %u seen, %u explained, %u not explained"),
                                     summary.expected, summary.seen, summary.explained,
                                     summary.unexplained);
  special = msk_report_desk_dup_text (_ ("%u missing, %u found and taken back, %u strange codes"),
                                      summary.missing, summary.recovered, summary.strange);
  sheets = msk_report_desk_dup_text (_ ("%u sets wait for destruction"), spoiled);
  {
    const MskReportFact facts[] = {
      { _ ("Sweep begun"), started },        { _ ("Meeting closed"), closed },
      { _ ("Copies and carriers"), counts }, { _ ("Of these"), special },
      { _ ("Spoiled sheets"), sheets },
    };

    msk_report_add_heading (report, _ ("Result"));
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  if (summary.unexplained > 0)
    msk_report_add_warning (report, _ ("The sweep is not finished: not everything is explained."));
  if (summary.missing > 0)
    msk_report_add_warning (report, _ ("Copies or carriers are missing: the loss is to be reported "
                                       "within 24 hours (I1)."));
  return TRUE;
}

gboolean
msk_sweep_report_add_signatures (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) signatures = msk_sweep_desk_list_signatures (session, error);
  const MskReportSigner signers[] = { { _ ("Security officer"), NULL },
                                      { _ ("Second person"), NULL } };

  if (signatures == NULL)
    return FALSE;

  msk_report_add_heading (report, _ ("Signatures"));
  for (guint i = 0; i < signatures->len; i++)
    {
      MskSweepSignature *signature = g_ptr_array_index (signatures, i);
      g_autofree char *at = msk_report_desk_dup_time (signature->at);
      g_autofree char *text =
          msk_report_desk_dup_text (_ ("Signed in the register by %s (%s), %s."), signature->user,
                                    msk_role_get_label (signature->role), at);

      msk_report_add_paragraph (report, text);
    }
  msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

/* Where it was walked, and what was there. */
static gboolean
add_zones (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Zone"), 26, FALSE },         { _ ("Seen"), 11, TRUE },    { _ ("Seen again"), 12, TRUE },
    { _ ("Strange codes"), 13, TRUE }, { _ ("Damaged"), 11, TRUE }, { _ ("Left behind"), 13, TRUE },
    { _ ("Checks open"), 14, TRUE },
  };
  g_autoptr(GPtrArray) zones = msk_sweep_zone_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (zones == NULL)
    return FALSE;

  for (guint i = 0; i < zones->len; i++)
    {
      const MskSweepZone *zone = g_ptr_array_index (zones, i);

      g_ptr_array_add (cells, g_strdup (msk_measure_area_get_label (zone->area)));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->seen));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->again));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->strange));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->damaged));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->left));
      g_ptr_array_add (cells, g_strdup_printf ("%u", zone->open));
    }
  msk_report_add_heading (report, _ ("Zones of the venue"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

#define COUNTS_MAX 3u

/* What the register said is told where the round agreed with it; elsewhere only what differs. */
static char *
dup_register (const MskSweepFigure *figure, MskSweepCountStanding standing)
{
  if (standing == MSK_SWEEP_COUNTS_AGREE)
    return g_strdup_printf ("%u", figure->expected);

  return g_strdup (figure->differs ? _ ("differs") : _ ("agrees"));
}

/* A figure a row: what, as each of the round counted it, and the register. */
static gboolean
add_count_rows (GPtrArray *cells,
                MskSession *session,
                MskSweepCount *const *counts,
                guint n,
                GError **error)
{
  const MskSweepCount *last = counts[n - 1];

  for (guint i = 0; i < last->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (last->figures, MskSweepFigure, i);
      char *what = msk_sweep_count_desk_dup_what (session, figure->paper_id, error);

      if (what == NULL)
        return FALSE;
      g_ptr_array_add (cells, what);
      for (guint j = 0; j < n; j++)
        {
          const GArray *figures = counts[j]->figures;

          g_ptr_array_add (cells,
                           i < figures->len
                               ? g_strdup_printf ("%u", g_array_index (figures, MskSweepFigure, i)
                                                            .counted)
                               : g_strdup (""));
        }
      g_ptr_array_add (cells, dup_register (figure, last->standing));
    }
  return TRUE;
}

/* One round: how it ended, who counted and when, and what. */
static gboolean
add_count_round (MskReport *report,
                 MskSession *session,
                 MskSweepCount *const *counts,
                 guint n,
                 GError **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  MskReportColumn columns[COUNTS_MAX + 2] = { { _ ("Paper or carrier"), 34, FALSE } };
  g_autofree char *head =
      msk_report_desk_dup_text (_ ("Round %u: %s"), counts[0]->round,
                                msk_sweep_count_standing_get_label (counts[0]->standing));
  guint n_columns = 1;

  if (!add_count_rows (cells, session, counts, n, error))
    return FALSE;

  msk_report_add_paragraph (report, head);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = msk_report_desk_dup_time (counts[i]->at);

      g_ptr_array_add (titles, msk_report_desk_dup_text ("%s\n%s", counts[i]->user, at));
      columns[n_columns++] = (MskReportColumn){ g_ptr_array_index (titles, i), 18, TRUE };
    }
  columns[n_columns++] = (MskReportColumn){ _ ("Register"), 14, TRUE };
  msk_report_desk_add_table (report, columns, n_columns, cells);
  return TRUE;
}

gboolean
msk_sweep_report_add_counts (MskReport *report, MskSession *session, GError **error)
{
  MskSweepCountStanding standing;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (session, &standing, error);

  if (counts == NULL)
    return FALSE;

  msk_report_add_heading (report, _ ("Blind counts of what lies there"));
  msk_report_add_paragraph (report, msk_sweep_count_standing_get_label (standing));
  for (guint first = 0, end; first < counts->len; first = end)
    {
      const guint round = MSK_SWEEP_COUNT (counts->pdata[first])->round;

      for (end = first + 1;
           end < counts->len && MSK_SWEEP_COUNT (counts->pdata[end])->round == round;)
        end++;
      if (!add_count_round (report, session, (MskSweepCount *const *) &counts->pdata[first],
                            end - first, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
msk_sweep_report_add_left_items (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 10, TRUE },         { _ ("Kind"), 14, FALSE },     { _ ("Zone"), 12, FALSE },
    { _ ("Description"), 24, FALSE },   { _ ("Found by"), 12, FALSE }, { _ ("Incident"), 11, TRUE },
    { _ ("What was done"), 20, FALSE },
  };
  g_autoptr(GPtrArray) items = msk_left_item_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MskLeftItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, item->id));
      g_ptr_array_add (cells, g_strdup (msk_left_kind_get_label (item->kind)));
      g_ptr_array_add (cells, g_strdup (msk_measure_area_get_label (item->zone)));
      g_ptr_array_add (cells, g_strdup (item->description));
      g_ptr_array_add (cells, g_strdup (item->finder));
      g_ptr_array_add (cells, item->incident == 0
                                  ? g_strdup ("")
                                  : g_strdup_printf ("%" G_GINT64_FORMAT, item->incident));
      g_ptr_array_add (cells, g_strdup (item->handled_at == 0 ? _ ("open") : item->handling));
    }
  msk_report_add_heading (report, _ ("Things left behind"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_sweep_report_add_damages (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 13, FALSE },  { _ ("Paper or carrier"), 20, FALSE },
    { _ ("Zone"), 13, FALSE },    { _ ("What is damaged"), 20, FALSE },
    { _ ("Whole"), 12, FALSE },   { _ ("Seen by"), 12, FALSE },
    { _ ("Incident"), 10, TRUE },
  };
  g_autoptr(GPtrArray) damages = msk_damage_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (damages == NULL)
    return FALSE;

  for (guint i = 0; i < damages->len; i++)
    {
      const MskDamage *damage = g_ptr_array_index (damages, i);

      g_ptr_array_add (cells, msk_damage_dup_number (damage));
      g_ptr_array_add (cells,
                       g_strdup (damage->kind == MSK_SWEEP_CARRIER ? _ ("Carriers")
                                                                   : damage->document_number));
      g_ptr_array_add (cells, g_strdup (msk_measure_area_get_label (damage->zone)));
      g_ptr_array_add (cells, g_strdup (damage->reason));
      g_ptr_array_add (cells, damage->pages_missing == 0
                                  ? g_strdup (_ ("whole"))
                                  : msk_report_desk_dup_text (g_dngettext (GETTEXT_PACKAGE,
                                                                           "%u page missing",
                                                                           "%u pages missing",
                                                                           damage->pages_missing),
                                                              damage->pages_missing));
      g_ptr_array_add (cells, g_strdup (damage->user));
      g_ptr_array_add (cells, damage->incident == 0
                                  ? g_strdup ("")
                                  : g_strdup_printf ("%" G_GINT64_FORMAT, damage->incident));
    }
  msk_report_add_heading (report, _ ("Seen damaged"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

/* One sheet, or one label, in two zones: a photocopy, or somebody carried it. */
static gboolean
add_second_sightings (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 13, FALSE },      { _ ("Paper or carrier"), 23, FALSE },
    { _ ("Page"), 8, TRUE },          { _ ("First zone"), 15, FALSE },
    { _ ("Second zone"), 15, FALSE }, { _ ("Time"), 14, FALSE },
    { _ ("Seen by"), 12, FALSE },
  };
  g_autoptr(GPtrArray) all = msk_sighting_store_list_second (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (all == NULL || all->len == 0)
    return all != NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const MskSecondSighting *one = g_ptr_array_index (all, i);
      const gboolean of_carrier = one->kind == MSK_SWEEP_CARRIER;

      g_ptr_array_add (cells, of_carrier ? g_strdup_printf ("%04u", one->number)
                                         : msk_copy_number_dup_text (one->number));
      g_ptr_array_add (cells, g_strdup (of_carrier ? _ ("Carriers") : one->document_number));
      g_ptr_array_add (cells, of_carrier ? g_strdup ("") : g_strdup_printf ("%u", one->page));
      g_ptr_array_add (cells, g_strdup (msk_measure_area_get_label (one->first_zone)));
      g_ptr_array_add (cells, g_strdup (msk_measure_area_get_label (one->zone)));
      g_ptr_array_add (cells, msk_report_desk_dup_time (one->at));
      g_ptr_array_add (cells, g_strdup (one->user));
    }
  msk_report_add_heading (report, _ ("Second sightings: the same page or carrier in two zones"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_sweep_report_add (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  MskSweepFacts facts;

  if (!msk_sweep_store_load (database, &facts, error))
    return FALSE;
  if (facts.started_at == 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_NOT_STARTED,
                           _ ("The sweep has not begun: have the security officer start it."));
      return FALSE;
    }

  lines = msk_sweep_store_list (database, error);
  if (lines == NULL || !add_sweep_summary (report, session, database, error))
    return FALSE;

  add_sweep_table (report, lines, FALSE);
  /* The signatures stand below what they are given for, before the long annex. */
  if (!add_spoiled (report, session, error) || !add_zones (report, session, error) ||
      !add_second_sightings (report, database, error) ||
      !msk_sweep_report_add_damages (report, session, error) ||
      !msk_sweep_report_add_left_items (report, session, error) ||
      !msk_sweep_report_add_counts (report, session, error) ||
      !msk_report_desk_add_balances (report, session, database, error) ||
      !msk_sweep_report_add_signatures (report, session, error))
    return FALSE;

  add_sweep_table (report, lines, TRUE);
  return TRUE;
}
