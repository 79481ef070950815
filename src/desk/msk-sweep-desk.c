/* The closing sweep (M9): freeze, scan, explain what is missing, sign by two, close.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-cosigner-private.h"
#include "msk-destruction-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-meeting-store.h"
#include "msk-paper-store.h"
#include "msk-print-run-store.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-private.h"
#include "msk-sweep-store.h"
#include "msk-vetting-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_carrier_balance (MskDatabase *database, GError **error)
{
  MskBalance balance;

  if (!msk_carrier_store_get_balance (database, &balance, error))
    return FALSE;

  return msk_balance_holds (&balance) ||
         refuse (error, MSK_RULE_ERROR_BALANCE_BROKEN,
                 _ ("The balance of the carriers does not hold: find out why with their register "
                    "before going on."));
}

/* Whether the balance of a paper holds; counted anew, also whether its running counts are right. */
static gboolean
look_at_balance (MskDatabase *database,
                 gint64 paper_id,
                 MskSweepCounting counting,
                 gboolean *holds,
                 GError **error)
{
  MskBalance running, counted;

  if (!msk_paper_store_get_balance (database, paper_id, &running, error))
    return FALSE;

  *holds = msk_balance_holds (&running);
  if (counting == MSK_SWEEP_RUNNING || !*holds)
    return TRUE;
  if (!msk_paper_store_recount (database, paper_id, &counted, error))
    return FALSE;

  *holds = msk_balance_holds (&counted) &&
           memcmp (counted.counts, running.counts, sizeof counted.counts) == 0;
  return TRUE;
}

gboolean
msk_sweep_desk_check_balance (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);
  gboolean whole;

  if (papers == NULL || !msk_spoilage_store_is_whole (database, &whole, error))
    return FALSE;
  if (!whole)
    return refuse (error, MSK_RULE_ERROR_BALANCE_BROKEN,
                   _ ("A spoiled copy is not in the register of spoiled sheets: find out why with "
                      "the copy register before going on."));

  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);
      gboolean holds;

      if (!look_at_balance (database, paper->id, counting, &holds, error))
        return FALSE;
      if (!holds)
        return refuse (error, MSK_RULE_ERROR_BALANCE_BROKEN,
                       _ ("The balance of a paper does not hold: find out why with the copy "
                          "register before going on."));
    }

  return check_carrier_balance (database, error);
}

/* A number that was never printed would look like a loss in the sweep. */
static gboolean
check_settled (MskDatabase *database, GError **error)
{
  guint reserved;

  if (!msk_copy_store_count_reserved (database, &reserved, error))
    return FALSE;
  if (reserved == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTING_NOT_SETTLED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u number is reserved and was never printed: print it, or declare it "
                            "void, then start the sweep.",
                            "%u numbers are reserved and were never printed: print them, or "
                            "declare them void, then start the sweep.",
                            reserved),
               reserved);
  return FALSE;
}

/* What went through the machine is still in the register until the batch is ended. */
static gboolean
check_nothing_destroyed (MskDatabase *database, GError **error)
{
  guint begun;

  return msk_destruction_store_count_begun (database, &begun, error) &&
         (begun == 0 ||
          refuse (error, MSK_RULE_ERROR_DESTRUCTION_BEGUN,
                  _ ("Something of a batch went through the machine: end the destruction first.")));
}

/* Without a label that counts, a carrier could not be found by scanning. */
static gboolean
check_labelled (MskDatabase *database, GError **error)
{
  guint unlabelled;

  if (!msk_carrier_store_count_unlabelled (database, &unlabelled, error))
    return FALSE;
  if (unlabelled == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u carrier has no confirmed label: label it and scan it, or declare "
                            "it void, then start the sweep.",
                            "%u carriers have no confirmed label: label them and scan them, or "
                            "declare them void, then start the sweep.",
                            unlabelled),
               unlabelled);
  return FALSE;
}

/* The sheets of every run were counted, and a difference explained (C3). */
static gboolean
check_counted (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) runs = msk_print_run_store_list (database, error);

  if (runs == NULL)
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      MskPrintRun *run = g_ptr_array_index (runs, i);

      if (msk_print_run_is_settled (run))
        continue;
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SHEETS_NOT_COUNTED,
                   _ ("The sheets of print run %u are not settled (%s): count them, or have the "
                      "difference explained, then "
                      "start the sweep."),
                   (guint) run->id,
                   msk_count_standing_get_label (msk_print_run_get_standing (run)));
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_sweep_desk_start (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_session_begin_moving (session, MSK_ACT_SWEEP_START, &transaction, error) &&
         check_settled (transaction.database, error) &&
         check_labelled (transaction.database, error) &&
         check_nothing_destroyed (transaction.database, error) &&
         check_counted (transaction.database, error) &&
         msk_sweep_desk_check_balance (transaction.database, MSK_SWEEP_ANEW, error) &&
         msk_sweep_store_start (&transaction, error) &&
         msk_meeting_store_set_state (&transaction, MSK_MEETING_STATE_SWEEPING, error) &&
         msk_session_commit (session, &transaction, error) &&
         msk_session_publish_meeting (session, error);
}

gboolean
msk_sweep_begin (MskSession *session, MskAct act, MskTransaction *transaction, GError **error)
{
  MskSweepFacts facts;

  if (!msk_session_begin (session, act, transaction, error) ||
      !msk_sweep_store_load (transaction->database, &facts, error))
    return FALSE;
  if (facts.started_at == 0)
    return refuse (error, MSK_RULE_ERROR_SWEEP_NOT_STARTED,
                   _ ("The sweep has not begun: have the security officer start it."));
  if (facts.closed_at != 0)
    return refuse (error, MSK_RULE_ERROR_SWEEP_CLOSED,
                   _ ("The sweep is closed: read it through its report."));

  return TRUE;
}

void
msk_sweep_count_signature (const char *user, MskRole role, gint64 at, gpointer user_data)
{
  guint *counts = user_data; /* all, and those of security officers */

  counts[0]++;
  counts[1] += role == MSK_ROLE_SECURITY_OFFICER;
}

static void
count_tally (MskSweepSummary *summary, MskSweepTally *tally)
{
  summary->expected += tally->expected;
  if (tally->paper_id == 0)
    summary->carriers += tally->expected;
  summary->seen += tally->seen;
  summary->explained += tally->expected - tally->unexplained;
  summary->unexplained += tally->unexplained;
  summary->missing += tally->missing;
  summary->recovered += tally->recovered;
}

/* A set of spoiled sheets that is looked for by itself. */
static void
count_set (MskSweepSummary *summary, MskSpoilage *set)
{
  if (!set->expected)
    return;

  summary->expected++;
  summary->seen += set->sightings > 0;
  if (msk_spoilage_is_explained (set))
    summary->explained++;
  else
    summary->unexplained++;
  summary->missing += set->missing_at != 0;
}

gboolean
msk_sweep_count_all (MskDatabase *database, MskSweepSummary *summary, GError **error)
{
  g_autoptr(GPtrArray) tallies = msk_sweep_store_list_tallies (database, error);
  g_autoptr(GPtrArray) sets = tallies == NULL ? NULL : msk_spoilage_store_list (database, error);

  if (sets == NULL)
    return FALSE;

  for (guint i = 0; i < tallies->len; i++)
    count_tally (summary, g_ptr_array_index (tallies, i));
  for (guint i = 0; i < sets->len; i++)
    count_set (summary, g_ptr_array_index (sets, i));
  return TRUE;
}

static gboolean
find_counted (MskDatabase *database, gboolean *counted, GError **error)
{
  g_autoptr(GError) open = NULL;

  *counted = msk_sweep_check_counts (database, MSK_SWEEP_RUNNING, &open);
  if (*counted || open->domain == MSK_RULE_ERROR)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&open));
  return FALSE;
}

gboolean
msk_sweep_desk_get_summary (MskSession *session, MskSweepSummary *summary, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  MskSweepSummary counted = { 0 };
  MskSweepFacts facts;
  guint signatures[2] = { 0 };

  g_return_val_if_fail (summary != NULL, FALSE);

  if (database == NULL || !msk_sweep_store_load (database, &facts, error) ||
      !msk_sweep_store_count_strange (database, &counted.strange, error) ||
      !msk_sweep_store_foreach_signature (database, msk_sweep_count_signature, signatures, error) ||
      !msk_sweep_count_all (database, &counted, error))
    return FALSE;

  /* Of a closed meeting it was so, whatever is destroyed since. */
  counted.counted = facts.closed_at != 0;
  if (facts.started_at != 0 && facts.closed_at == 0 &&
      !find_counted (database, &counted.counted, error))
    return FALSE;

  counted.signatures = signatures[0];
  counted.started_at = facts.started_at;
  counted.revision = facts.revision;
  counted.closed_at = facts.closed_at;
  *summary = counted;
  return TRUE;
}

GPtrArray *
msk_sweep_desk_list (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) lines = database == NULL ? NULL : msk_sweep_store_list (database, error);
  g_autoptr(GPtrArray) open = NULL;

  if (lines == NULL || !only_open)
    return g_steal_pointer (&lines);

  open = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lines->len; i++)
    if (msk_sweep_line_is_open (g_ptr_array_index (lines, i)))
      g_ptr_array_add (open, g_object_ref (g_ptr_array_index (lines, i)));

  return g_steal_pointer (&open);
}

GPtrArray *
msk_sweep_desk_list_changed (MskSession *session, gint64 since, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_sweep_store_list_changed (database, since, error);
}

char *
msk_sweep_dup_needed (const char *text, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (text);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This needs a remark of one line: write down where, how and to whom."));
  return NULL;
}

gboolean
msk_sweep_move (MskSession *session,
                MskTransaction *transaction,
                MskSweepLine *line,
                MskAct act,
                MskCopyState to,
                const char *remark,
                GError **error)
{
  MskMovement movement = { .number = line->number,
                           .act = act,
                           .from = line->state,
                           .to = to,
                           .remark = remark };

  return (line->kind == MSK_SWEEP_CARRIER ? msk_carrier_store_move (transaction, &movement, error)
                                          : msk_copy_store_move (transaction, &movement, error)) &&
         (to == MSK_COPY_MISSING || msk_incident_recover_line (transaction, line, remark, error)) &&
         msk_sweep_store_set_remark (transaction, line->kind, line->number, remark, error) &&
         msk_session_commit (session, transaction, error);
}

/* Of a copy in part it is pages that are missing. */
static char *
dup_report (MskSweepLine *line, const char *remark, const char *told)
{
  if (line->pages_back == 0)
    return g_strdup_printf (_ ("%s; reported to %s"), remark, told);

  return g_strdup_printf (_ ("%u of %u pages missing: %s; reported to %s"),
                          line->pages - line->pages_back, line->pages, remark, told);
}

gboolean
msk_sweep_desk_report_missing (MskSession *session,
                               MskSweepKind kind,
                               guint number,
                               const char *told,
                               const char *remark,
                               GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSweepLine) line = NULL;
  g_autofree char *clean_told = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_MISSING, &transaction, error))
    return FALSE;

  line = msk_sweep_store_get (transaction.database, kind, number, error);
  if (line == NULL)
    return FALSE;
  if (line->sightings > 0 && line->pages_back == 0)
    return refuse (error, MSK_RULE_ERROR_ALREADY_SCANNED,
                   _ ("This was seen in the sweep: it is not missing; take it back."));
  if (line->state == MSK_COPY_MISSING)
    return refuse (error,
                   kind == MSK_SWEEP_CARRIER ? MSK_RULE_ERROR_CARRIER_MISSING
                                             : MSK_RULE_ERROR_COPY_MISSING,
                   _ ("This is reported missing already: look at its remark."));
  if (msk_sweep_class_is_explained (line->sweep_class))
    return refuse (error, MSK_RULE_ERROR_NOT_ISSUED,
                   _ ("This is accounted for: look at the list of the sweep."));

  clean_told = msk_sweep_dup_needed (told, error);
  clean = clean_told == NULL ? NULL : msk_sweep_dup_needed (remark, error);
  if (clean == NULL)
    return FALSE;

  text = dup_report (line, clean, clean_told);
  return msk_incident_open_missing (&transaction, line, clean, clean_told, error) &&
         msk_sweep_move (session, &transaction, line, MSK_ACT_SWEEP_MISSING, MSK_COPY_MISSING, text,
                         error);
}

GPtrArray *
msk_sweep_desk_list_spoiled (MskSession *session, gboolean only_open, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) sets = database == NULL ? NULL : msk_spoilage_store_list (database, error);

  if (sets == NULL)
    return NULL;

  for (guint i = sets->len; i > 0; i--)
    {
      MskSpoilage *set = g_ptr_array_index (sets, i - 1);

      if (!set->expected || (only_open && set->sightings > 0))
        g_ptr_array_remove_index (sets, i - 1);
    }

  return g_steal_pointer (&sets);
}

gboolean
msk_sweep_desk_see_spoiled (MskSession *session, gint64 id, MskMeasureArea zone, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSpoilage) set = NULL;
  guint sightings;

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_SPOILED, &transaction, error))
    return FALSE;

  set = msk_spoilage_store_get (transaction.database, id, error);
  return set != NULL && (!set->expected || msk_spoilage_check_by_hand (set, error)) &&
         msk_sweep_zone_check (transaction.database, zone, error) &&
         msk_spoilage_store_see (&transaction, id, zone, TRUE, &sightings, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_sweep_desk_report_spoiled_missing (MskSession *session,
                                       gint64 id,
                                       const char *told,
                                       const char *remark,
                                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskSpoilage) set = NULL;
  g_autofree char *clean_told = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *text = NULL;

  if (!msk_sweep_begin (session, MSK_ACT_SWEEP_MISSING, &transaction, error))
    return FALSE;

  set = msk_spoilage_store_get (transaction.database, id, error);
  if (set == NULL)
    return FALSE;
  if (set->sightings > 0)
    return refuse (error, MSK_RULE_ERROR_ALREADY_SCANNED,
                   _ ("This set was seen in the sweep: it is not missing."));

  clean_told = msk_sweep_dup_needed (told, error);
  clean = clean_told == NULL ? NULL : msk_sweep_dup_needed (remark, error);
  if (clean == NULL)
    return FALSE;

  text = g_strdup_printf (_ ("%s; reported to %s"), clean, clean_told);
  return msk_spoilage_store_miss (&transaction, id, text, error) &&
         msk_incident_open_missing_set (&transaction, set, clean, clean_told, error) &&
         msk_session_commit (session, &transaction, error);
}

typedef struct
{
  const char *user;
  gboolean found;
} Search;

static void
search_signature (const char *user, MskRole role, gint64 at, gpointer user_data)
{
  Search *search = user_data;

  search->found = search->found || g_str_equal (user, search->user);
}

/* Signs as the actor of the transaction, who was checked. */
static gboolean
sign (MskSession *session, MskTransaction *transaction, GError **error)
{
  Search search = { transaction->actor.user, FALSE };

  if (!msk_sweep_check_explained (transaction->database, MSK_SWEEP_ANEW, error) ||
      !msk_sweep_check_counts (transaction->database, MSK_SWEEP_ANEW, error) ||
      !msk_sweep_store_foreach_signature (transaction->database, search_signature, &search, error))
    return FALSE;
  if (search.found)
    return refuse (error, MSK_RULE_ERROR_ALREADY_SIGNED,
                   _ ("This person has signed already: a second person must sign."));

  return msk_sweep_store_sign (transaction, error) &&
         msk_session_commit (session, transaction, error);
}

gboolean
msk_sweep_desk_sign (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_sweep_begin (session, MSK_ACT_SWEEP_SIGN, &transaction, error) &&
         sign (session, &transaction, error);
}

gboolean
msk_sweep_desk_sign_beside (MskSession *session, const MskCosigner *cosigner, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (cosigner != NULL, FALSE);

  if (!msk_role_check (cosigner->role, MSK_ACT_SWEEP_SIGN, error) ||
      !msk_sweep_begin (session, MSK_ACT_MEETING_READ, &transaction, error))
    return FALSE;

  msk_cosigner_act_in (cosigner, &transaction);
  return sign (session, &transaction, error);
}

void
msk_sweep_signature_free (MskSweepSignature *self)
{
  g_free (self->user);
  g_free (self);
}

static void
collect_signature (const char *user, MskRole role, gint64 at, gpointer user_data)
{
  MskSweepSignature *signature = g_new0 (MskSweepSignature, 1);

  signature->user = g_strdup (user);
  signature->role = role;
  signature->at = at;
  g_ptr_array_add (user_data, signature);
}

GPtrArray *
msk_sweep_desk_list_signatures (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) signatures =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) msk_sweep_signature_free);
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  if (database == NULL ||
      !msk_sweep_store_foreach_signature (database, collect_signature, signatures, error))
    return NULL;

  return g_steal_pointer (&signatures);
}
