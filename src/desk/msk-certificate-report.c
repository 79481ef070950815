/* The certificate of closing (M9): what the security officer signs for when a meeting is over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-certificate-report.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-destruction-desk.h"
#include "msk-device-desk.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-ledger-words.h"
#include "msk-measure-desk.h"
#include "msk-originator-desk.h"
#include "msk-paper-store.h"
#include "msk-permit-desk.h"
#include "msk-report-desk-private.h"
#include "msk-seal-report.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-report.h"
#include "msk-sweep-store.h"

static char *
dup_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

/* A line of the balance. */
typedef struct
{
  char *name;
  char *level; /* "" of what has none by itself */
  MskBalance balance;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->level);
}

static void
add_line (GArray *lines, const char *name, const char *level, const MskBalance *balance)
{
  const Line line = { g_strdup (name), g_strdup (level), *balance };

  g_array_append_val (lines, line);
}

/* Each paper, the carriers, and the sum of all. */
static GArray *
list_balances (MskDatabase *database, GError **error)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);
  MskBalance balance, sum = { 0 };

  if (papers == NULL)
    return NULL;

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);

      if (!msk_paper_store_recount (database, paper->id, &balance, error))
        return NULL;
      add_line (lines, paper->document_number, msk_level_get_label (paper->level), &balance);
      msk_balance_add (&sum, &balance);
    }

  if (!msk_carrier_store_get_balance (database, &balance, error))
    return NULL;
  if (balance.allocated > 0)
    add_line (lines, _ ("Carriers"), "", &balance);
  msk_balance_add (&sum, &balance);
  add_line (lines, _ ("All"), "", &sum);
  return g_steal_pointer (&lines);
}

/* What is nought throughout has no column, so that the table keeps to the page; what is missing
 * always has one. */
static guint
choose_columns (const Line *sum, MskReportColumn *columns, MskCopyState *states)
{
  guint count = 0;

  columns[count++] = (MskReportColumn){ _ ("Paper"), 24, FALSE };
  columns[count++] = (MskReportColumn){ _ ("Level"), 13, FALSE };
  columns[count++] = (MskReportColumn){ _ ("Numbers"), 11, TRUE };
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    if (sum->balance.counts[state] > 0 || state == MSK_COPY_MISSING)
      {
        states[count] = (MskCopyState) state;
        columns[count++] =
            (MskReportColumn){ msk_copy_state_get_label ((MskCopyState) state), 11, TRUE };
      }
  columns[count++] = (MskReportColumn){ _ ("Balance"), 12, FALSE };
  return count;
}

static void
add_balance_row (GPtrArray *cells, const Line *line, const MskCopyState *states, guint columns)
{
  g_ptr_array_add (cells, g_strdup (line->name));
  g_ptr_array_add (cells, g_strdup (line->level));
  g_ptr_array_add (cells, dup_count (line->balance.allocated));
  for (guint i = 3; i + 1 < columns; i++)
    g_ptr_array_add (cells, dup_count (line->balance.counts[states[i]]));
  g_ptr_array_add (cells, g_strdup (msk_balance_holds (&line->balance) ? _ ("holds")
                                                                       : _ ("does not hold")));
}

static void
warn_of_balance (MskReport *report, const Line *line)
{
  g_autofree char *text = NULL;

  if (!msk_balance_holds (&line->balance))
    {
      text = msk_report_desk_dup_text (_ ("%s: the balance does not hold."), line->name);
      msk_report_add_warning (report, text);
    }
  else if (line->balance.pages_missing > 0)
    {
      text =
          msk_report_desk_dup_text (_ ("%s: copies back in part: %u, pages of them missing: %u."),
                                    line->name, line->balance.parts, line->balance.pages_missing);
      msk_report_add_warning (report, text);
    }
}

static gboolean
add_balances (MskReport *report, MskDatabase *database, GError **error)
{
  MskReportColumn columns[4 + MSK_COPY_N_STATES];
  MskCopyState states[4 + MSK_COPY_N_STATES];
  g_autoptr(GArray) lines = list_balances (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint count;

  if (lines == NULL)
    return FALSE;

  count = choose_columns (&g_array_index (lines, Line, lines->len - 1), columns, states);
  for (guint i = 0; i < lines->len; i++)
    add_balance_row (cells, &g_array_index (lines, Line, i), states, count);
  msk_report_add_heading (report, _ ("Balance of papers and carriers"));
  msk_report_desk_add_table (report, columns, count, cells);
  for (guint i = 0; i + 1 < lines->len; i++)
    warn_of_balance (report, &g_array_index (lines, Line, i));
  return TRUE;
}

/* By class, copies beside carriers. */
static gboolean
add_classes (MskReport *report, MskDatabase *database, GError **error)
{
  const MskReportColumn columns[] = { { _ ("Result of the sweep"), 46, FALSE },
                                      { _ ("Copies"), 18, TRUE },
                                      { _ ("Carriers"), 18, TRUE },
                                      { _ ("Together"), 18, TRUE } };
  g_autoptr(GPtrArray) lines = msk_sweep_store_list (database, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint counts[MSK_SWEEP_N_CLASSES + 1][2] = { { 0 } };

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const MskSweepLine *line = g_ptr_array_index (lines, i);

      counts[line->sweep_class][line->kind]++;
      counts[MSK_SWEEP_N_CLASSES][line->kind]++;
    }
  for (guint i = 0; i <= MSK_SWEEP_N_CLASSES; i++)
    {
      if (i < MSK_SWEEP_N_CLASSES && counts[i][0] + counts[i][1] == 0)
        continue;
      g_ptr_array_add (cells, g_strdup (i < MSK_SWEEP_N_CLASSES
                                            ? msk_sweep_class_get_label ((MskSweepClass) i)
                                            : _ ("All")));
      g_ptr_array_add (cells, dup_count (counts[i][MSK_SWEEP_COPY]));
      g_ptr_array_add (cells, dup_count (counts[i][MSK_SWEEP_CARRIER]));
      g_ptr_array_add (cells, dup_count (counts[i][0] + counts[i][1]));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static gboolean
dup_spoiled_sets (MskSession *session, char **text, GError **error)
{
  g_autoptr(GPtrArray) sets = msk_sweep_desk_list_spoiled (session, FALSE, error);
  guint seen = 0, missing = 0;

  if (sets == NULL)
    return FALSE;

  for (guint i = 0; i < sets->len; i++)
    {
      const MskSpoilage *set = g_ptr_array_index (sets, i);

      missing += set->missing_at != 0;
      seen += set->missing_at == 0 && set->sightings > 0;
    }
  *text = msk_report_desk_dup_text (_ ("looked for: %u, seen: %u, missing: %u"), sets->len, seen,
                                    missing);
  return TRUE;
}

/* All that the certificate says of the sweep stands here. */
static gboolean
add_sweep (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autofree char *started = NULL, *closed = NULL, *recovered = NULL, *strange = NULL, *sets = NULL;
  MskSweepSummary summary;

  if (!msk_sweep_desk_get_summary (session, &summary, error) ||
      !dup_spoiled_sets (session, &sets, error))
    return FALSE;

  started = msk_report_desk_dup_time (summary.started_at);
  closed = msk_report_desk_dup_time (summary.closed_at);
  recovered = dup_count (summary.recovered);
  strange = dup_count (summary.strange);
  {
    const MskReportFact facts[] = {
      { _ ("Sweep begun"), started },
      { _ ("Meeting closed"), closed },
      { _ ("Found and taken back"), recovered },
      { _ ("Strange codes"), strange },
      { _ ("Other spoiled sets"), sets },
    };

    msk_report_add_heading (report, _ ("Sweep of the venue"));
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  return add_classes (report, database, error) &&
         msk_sweep_report_add_counts (report, session, error) &&
         msk_sweep_report_add_damages (report, session, error) &&
         msk_sweep_report_add_left_items (report, session, error);
}

static void
add_incident_row (GPtrArray *cells, MskIncident *incident)
{
  g_autofree char *reported = incident->is_reported
                                  ? msk_report_desk_dup_time (incident->reported_at)
                                  : g_strdup (_ ("not reported"));
  g_autofree char *closed =
      incident->is_closed ? msk_report_desk_dup_time (incident->closed_at) : g_strdup (_ ("open"));

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, incident->id));
  g_ptr_array_add (cells, g_strdup (msk_incident_kind_get_label (incident->kind)));
  g_ptr_array_add (cells, msk_ledger_words_dup_subject (incident->subject));
  g_ptr_array_add (cells, msk_report_desk_dup_time (incident->found_at));
  g_ptr_array_add (cells, g_steal_pointer (&reported));
  g_ptr_array_add (cells, g_steal_pointer (&closed));
}

static gboolean
add_incidents (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 6, TRUE },        { _ ("Kind"), 26, FALSE },     { _ ("Of"), 20, FALSE },
    { _ ("Found at"), 16, FALSE }, { _ ("Reported"), 16, FALSE }, { _ ("Closed"), 16, FALSE },
  };
  g_autoptr(GPtrArray) incidents = msk_incident_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint open = 0, untold = 0;

  if (incidents == NULL)
    return FALSE;

  for (guint i = 0; i < incidents->len; i++)
    {
      MskIncident *incident = g_ptr_array_index (incidents, i);

      open += !incident->is_closed;
      untold += !incident->is_reported;
      add_incident_row (cells, incident);
    }
  msk_report_add_heading (report, _ ("Incidents"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  if (open > 0)
    {
      g_autofree char *text =
          msk_report_desk_dup_text (_ ("Incidents that are open: %u, not reported to the secrecy "
                                       "department: %u."),
                                    open, untold);

      msk_report_add_warning (report, text);
    }
  return TRUE;
}

static gboolean
dup_destroyed (MskSession *session, char **text, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_desk_list (session, error);
  guint done = 0, things = 0, open = 0;

  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    {
      const MskDestruction *batch = g_ptr_array_index (batches, i);

      open += batch->stage < MSK_DESTRUCTION_DONE;
      if (batch->stage != MSK_DESTRUCTION_DONE)
        continue;
      done++;
      things += batch->scanned;
    }
  *text = msk_report_desk_dup_text (_ ("batches: %u, things destroyed in them: %u, batches under "
                                       "way: %u"),
                                    done, things, open);
  return TRUE;
}

static gboolean
dup_sent_back (MskSession *session, char **text, GError **error)
{
  g_autoptr(GPtrArray) returns = msk_originator_desk_list (session, error);
  guint things = 0;

  if (returns == NULL)
    return FALSE;

  for (guint i = 0; i < returns->len; i++)
    things += ((const MskOriginatorReturn *) g_ptr_array_index (returns, i))->items;
  *text = msk_report_desk_dup_text (_ ("returns: %u, things in them: %u"), returns->len, things);
  return TRUE;
}

/* What is here and is neither destroyed nor sent back yet. */
static gboolean
dup_waiting (MskDatabase *database, char **text, GError **error)
{
  guint counts[MSK_COPY_N_STATES] = { 0 };

  if (!msk_sweep_store_count_states (database, counts, error))
    return FALSE;

  *text = msk_report_desk_dup_text (_ ("in store: %u, returned: %u, spoiled: %u"),
                                    counts[MSK_COPY_IN_STORE], counts[MSK_COPY_RETURNED],
                                    counts[MSK_COPY_SPOILED]);
  return TRUE;
}

/* People, not passings: who came and went five times is one. */
static gboolean
dup_head_count (MskDatabase *database, char **text, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_door_store_list (database, error);
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  MskHeadCount inside;
  guint in = 0, out = 0;

  if (lines == NULL || !msk_door_store_count (database, &inside, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      MskDoorLine *line = g_ptr_array_index (lines, i);

      if (line->annulled_at != 0)
        continue;
      in += line->direction == MSK_DIRECTION_IN;
      out += line->direction == MSK_DIRECTION_OUT;
      if (line->direction == MSK_DIRECTION_IN)
        g_hash_table_add (people, &line->attendee_id);
    }
  *text = msk_report_desk_dup_text (_ ("people who came in: %u, ways in: %u, ways out: %u, inside "
                                       "now: %u"),
                                    g_hash_table_size (people), in, out, inside.total);
  return TRUE;
}

static gboolean
dup_devices (MskSession *session, char **text, GError **error)
{
  g_autoptr(GPtrArray) devices = msk_device_desk_list (session, error);
  guint counts[MSK_DEVICE_N_STATES] = { 0 };

  if (devices == NULL)
    return FALSE;

  for (guint i = 0; i < devices->len; i++)
    counts[((const MskDevice *) g_ptr_array_index (devices, i))->state]++;
  *text =
      msk_report_desk_dup_text (_ ("registered: %u, given back: %u, void: %u, in deposit now: "
                                   "%u"),
                                devices->len, counts[MSK_DEVICE_RETURNED], counts[MSK_DEVICE_VOID],
                                counts[MSK_DEVICE_EXPECTED] + counts[MSK_DEVICE_DEPOSITED]);
  return TRUE;
}

static gboolean
dup_venue (MskSession *session, char **text, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_AFTER, error);
  guint counts[MSK_MEASURE_NOT_APPLICABLE + 1] = { 0 };

  if (checklist == NULL)
    return FALSE;

  for (guint i = 0; i < checklist->measures->len; i++)
    counts[((const MskMeasure *) g_ptr_array_index (checklist->measures, i))->outcome]++;
  *text = msk_report_desk_dup_text (_ ("lines done: %u, not applicable: %u, open: %u (mandatory: "
                                       "%u)"),
                                    counts[MSK_MEASURE_DONE], counts[MSK_MEASURE_NOT_APPLICABLE],
                                    counts[MSK_MEASURE_OPEN],
                                    msk_measure_count_open (checklist->measures));
  return TRUE;
}

static gboolean
dup_permits (MskSession *session, char **text, GError **error)
{
  g_autoptr(GPtrArray) permits = msk_permit_desk_list (session, TRUE, error);
  guint away = 0;

  if (permits == NULL)
    return FALSE;

  for (guint i = 0; i < permits->len; i++)
    away += ((const MskPermit *) g_ptr_array_index (permits, i))->is_taken;
  *text = msk_report_desk_dup_text (_ ("open: %u, copies away: %u"), permits->len, away);
  return TRUE;
}

static gboolean
add_rest (MskReport *report, MskSession *session, MskDatabase *database, GError **error)
{
  g_autofree char *destroyed = NULL, *back = NULL, *waiting = NULL;
  g_autofree char *door = NULL, *refused = NULL, *devices = NULL, *venue = NULL, *permits = NULL;
  g_autoptr(GPtrArray) refusals = msk_door_store_list_refusals (database, error);

  if (refusals == NULL || !dup_destroyed (session, &destroyed, error) ||
      !dup_sent_back (session, &back, error) || !dup_waiting (database, &waiting, error) ||
      !dup_head_count (database, &door, error) || !dup_devices (session, &devices, error) ||
      !dup_venue (session, &venue, error) || !dup_permits (session, &permits, error))
    return FALSE;

  refused = dup_count (refusals->len);
  {
    const MskReportFact facts[] = {
      { _ ("Destroyed so far"), destroyed },
      { _ ("Back with originators"), back },
      { _ ("Still kept here"), waiting },
      { _ ("Head count"), door },
      { _ ("Refused at the door"), refused },
      { _ ("Permits"), permits },
      { _ ("Devices"), devices },
      { _ ("Check of the venue"), venue },
    };

    msk_report_add_heading (report, _ ("Destruction, people, permits, devices, venue"));
    msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  }
  return TRUE;
}

/* Where each is and until when; where there is none the count below says so. */
static gboolean
add_permits (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Permit"), 8, TRUE },  { _ ("Copy"), 12, FALSE },
    { _ ("Paper"), 20, FALSE }, { _ ("Keeper, home registry"), 28, FALSE },
    { _ ("Due"), 16, FALSE },   { _ ("Standing"), 16, FALSE },
  };
  g_autoptr(GPtrArray) permits = msk_permit_desk_list (session, TRUE, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (permits == NULL)
    return FALSE;
  if (permits->len == 0)
    return TRUE;

  for (guint i = 0; i < permits->len; i++)
    {
      const MskPermit *permit = g_ptr_array_index (permits, i);
      const MskPermitStanding standing =
          msk_permit_classify (permit, msk_session_get_now (session));

      g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, permit->id));
      g_ptr_array_add (cells, msk_copy_number_dup_text (permit->number));
      g_ptr_array_add (cells, g_strdup (permit->document_number));
      g_ptr_array_add (cells, g_strdup_printf ("%s · %s", permit->keeper, permit->registry));
      g_ptr_array_add (cells, msk_report_desk_dup_time (permit->deadline_at));
      g_ptr_array_add (cells, g_strdup (msk_permit_standing_get_label (standing)));
    }
  msk_report_add_heading (report, _ ("Permits that are open"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

gboolean
msk_certificate_report_add (MskReport *report,
                            MskSession *session,
                            MskDatabase *database,
                            const MskSealPair *given,
                            GError **error)
{
  const MskReportSigner leader[] = { { _ ("Responsible leader"), NULL } };

  if (!msk_meeting_check_closed (msk_session_get_meeting (session), error) ||
      !add_balances (report, database, error) || !add_sweep (report, session, database, error) ||
      !add_incidents (report, session, error) || !add_permits (report, session, error) ||
      !add_rest (report, session, database, error))
    return FALSE;

  msk_report_add_paragraph (report, _ ("It is certified that the meeting is over, its venue was "
                                       "swept, and its papers and carriers are accounted for as "
                                       "stated above."));
  if (!msk_sweep_report_add_signatures (report, session, error))
    return FALSE;

  msk_report_add_signatures (report, leader, G_N_ELEMENTS (leader));
  return msk_seal_report_add (report, session, MSK_SEAL_OCCASION_CERTIFICATE, given, error);
}
