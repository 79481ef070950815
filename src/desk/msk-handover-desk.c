/* Handover of the desk and of the print room (K1), and of what one person holds (F3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-handover-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-destruction-store.h"
#include "msk-error.h"
#include "msk-handover-private.h"
#include "msk-handover-store.h"
#include "msk-incident-private.h"
#include "msk-incident-store.h"
#include "msk-ledger-words.h"
#include "msk-paper-store.h"
#include "msk-print-desk-private.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

static gboolean
check_none_open (MskDatabase *database, MskHandoverPlace place, GError **error)
{
  guint open;

  if (!msk_handover_store_get_open (database, &open, error))
    return FALSE;

  return (open & (1u << place)) == 0 ||
         refuse (error, MSK_RULE_ERROR_HANDOVER_OPEN,
                 _ ("This place is being handed over already: go on with that, or cancel it with a "
                    "reason."));
}

/* What a printer is at may come out at any moment, and what went through a shredder is in the
 * register until that is ended. */
static gboolean
check_nothing_is_under_way (MskSession *session, MskDatabase *database, GError **error)
{
  guint sent, begun;

  if (!msk_session_take_printing (session, error))
    return FALSE;

  msk_session_leave_printing (session);
  if (!msk_destruction_store_count_begun (database, &begun, error))
    return FALSE;
  if (begun > 0)
    return refuse (error, MSK_RULE_ERROR_DESTRUCTION_BEGUN,
                   _ ("Something of a batch went through the machine: end the destruction, then "
                      "begin the handover."));

  return msk_copy_store_count_sent (database, &sent, error) &&
         (sent == 0 || refuse (error, MSK_RULE_ERROR_PRINTING_NOT_SETTLED,
                               _ ("A copy is with the printer: wait for it, then begin the "
                                  "handover.")));
}

gboolean
msk_handover_desk_start (MskSession *session, MskHandoverPlace place, gint64 *id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (place != MSK_HANDOVER_CUSTODY && id != NULL, FALSE);

  return msk_session_begin_moving (session, MSK_ACT_HANDOVER_START, &transaction, error) &&
         check_none_open (transaction.database, place, error) &&
         check_nothing_is_under_way (session, transaction.database, error) &&
         msk_handover_store_start (&transaction, place, 0, 0, id, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_handover_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_handover_store_list (database, error);
}

MskHandover *
msk_handover_desk_get (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_handover_store_get (database, id, error);
}

MskHandover *
msk_handover_desk_find_open (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) handovers = msk_handover_desk_list (session, error);

  if (handovers == NULL)
    return NULL;

  for (guint i = handovers->len; i > 0; i--)
    {
      MskHandover *handover = g_ptr_array_index (handovers, i - 1);

      if (handover->stage < MSK_HANDOVER_DONE)
        return g_object_ref (handover);
    }

  refuse (error, MSK_RULE_ERROR_HANDOVER_OVER,
          _ ("Nothing is being handed over: begin a handover first."));
  return NULL;
}

static void
add_line (GPtrArray *lines, MskStockKind kind, MskPaper *paper)
{
  MskStockLine *line = msk_stock_line_new ();

  line->kind = kind;
  line->paper_id = paper == NULL ? 0 : paper->id;
  line->document_number = g_strdup (paper == NULL ? "" : paper->document_number);
  g_ptr_array_add (lines, line);
}

static void
add_thing (GPtrArray *lines, GPtrArray *papers, const MskStockItem *item)
{
  MskPaper *paper = NULL;

  for (guint i = 0; i < papers->len; i++)
    if (((MskPaper *) g_ptr_array_index (papers, i))->id == item->paper_id)
      paper = g_ptr_array_index (papers, i);
  add_line (lines, item->kind, paper);
  ((MskStockLine *) g_ptr_array_index (lines, lines->len - 1))->number = item->number;
}

/* Every kind and every paper, whatever is expected of it: the list of them tells nothing. What
 * somebody holds is no secret between them and the desk, so of that it is each thing. */
static GPtrArray *
make_lines (MskDatabase *database, MskHandoverPlace place, const GArray *expected, GError **error)
{
  g_autoptr(GPtrArray) papers = msk_paper_store_list (database, error);
  GPtrArray *lines;

  if (papers == NULL)
    return NULL;

  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; place == MSK_HANDOVER_CUSTODY && i < expected->len; i++)
    add_thing (lines, papers, &g_array_index (expected, MskStockItem, i));
  for (guint kind = 0; place != MSK_HANDOVER_CUSTODY && kind < MSK_STOCK_N_KINDS; kind++)
    {
      if (!msk_handover_place_has (place, (MskStockKind) kind))
        continue;
      if (kind != MSK_STOCK_COPY && kind != MSK_STOCK_SET)
        add_line (lines, (MskStockKind) kind, NULL);
      else
        for (guint i = 0; i < papers->len; i++)
          add_line (lines, (MskStockKind) kind, g_ptr_array_index (papers, i));
    }

  return lines;
}

static gboolean
is_of_line (const MskStockItem *item, MskStockLine *line)
{
  return item->kind == line->kind && item->paper_id == line->paper_id &&
         (line->number == 0 || line->number == item->number);
}

static void
fill_line (MskStockLine *line,
           const GArray *seen,
           const GArray *figures,
           const GArray *expected,
           gboolean compared)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const MskStockItem *item = &g_array_index (seen, MskStockItem, i);

      line->scanned += !item->strange && is_of_line (item, line);
    }
  for (guint i = 0; i < figures->len; i++)
    {
      const MskStockFigure *figure = &g_array_index (figures, MskStockFigure, i);

      if (figure->kind != line->kind || figure->paper_id != line->paper_id)
        continue;
      line->has_figure = TRUE;
      line->figure = figure->count;
    }

  line->compared = compared;
  for (guint i = 0; compared && i < expected->len; i++)
    {
      const MskStockItem *item = &g_array_index (expected, MskStockItem, i);

      line->expected += item->certain && is_of_line (item, line);
    }
}

GPtrArray *
msk_handover_desk_list_stock (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskHandover) handover =
                 database == NULL ? NULL : msk_handover_store_get (database, id, error);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GArray) seen = NULL;
  g_autoptr(GArray) figures = NULL;
  g_autoptr(GArray) expected = NULL;

  if (handover == NULL)
    return NULL;

  seen = msk_handover_store_list_seen (database, id, error);
  figures = seen == NULL ? NULL : msk_handover_store_list_figures (database, id, error);
  expected = figures == NULL ? NULL : msk_handover_store_list_expected (database, id, error);
  lines = expected == NULL ? NULL : make_lines (database, handover->place, expected, error);
  if (lines == NULL)
    return NULL;

  for (guint i = 0; i < lines->len; i++)
    fill_line (g_ptr_array_index (lines, i), seen, figures, expected,
               handover->compared_at != 0 || handover->place == MSK_HANDOVER_CUSTODY);
  return g_steal_pointer (&lines);
}

MskHandover *
msk_handover_begin (MskSession *session,
                    MskAct act,
                    gint64 id,
                    MskTransaction *transaction,
                    GError **error)
{
  return msk_session_begin_moving (session, act, transaction, error)
             ? msk_handover_store_get (transaction->database, id, error)
             : NULL;
}

static gboolean
check_figure (MskDatabase *database,
              MskHandover *handover,
              const MskStockFigure *figure,
              GError **error)
{
  const gboolean of_paper = figure->kind == MSK_STOCK_COPY || figure->kind == MSK_STOCK_SET;
  g_autoptr(MskPaper) paper = NULL;

  if (handover->place == MSK_HANDOVER_CUSTODY ||
      !msk_handover_place_has (handover->place, figure->kind) ||
      of_paper != (figure->paper_id != 0))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("No figure of this kind belongs to this handover: copies and spoiled "
                              "sets are counted by paper, carriers and devices as a whole, and a "
                              "person’s things are scanned one by one."));
      return FALSE;
    }

  paper = of_paper ? msk_paper_store_get (database, figure->paper_id, error) : NULL;
  return paper != NULL || !of_paper;
}

gboolean
msk_handover_desk_set_figure (MskSession *session,
                              gint64 id,
                              const MskStockFigure *figure,
                              GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover = NULL;

  g_return_val_if_fail (figure != NULL, FALSE);

  handover = msk_handover_begin (session, MSK_ACT_HANDOVER_COUNT, id, &transaction, error);
  return handover != NULL && msk_handover_check_counting (handover, error) &&
         check_figure (transaction.database, handover, figure, error) &&
         msk_handover_store_add_figure (&transaction, id, figure, error) &&
         msk_session_commit (session, &transaction, error);
}

/* What lies here, and by the register was destroyed or went back to its originator. */
static gboolean
open_for_gone (MskTransaction *transaction, const GArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      const MskStockDifference *one = &g_array_index (found, MskStockDifference, i);

      if (one->kind == MSK_DISCREPANCY_SURPLUS &&
          !msk_incident_open_gone (transaction, one->item.kind, one->item.number,
                                   _ ("Counted at a handover."), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_handover_desk_compare (MskSession *session, gint64 id, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover =
                 msk_handover_begin (session, MSK_ACT_HANDOVER_COMPARE, id, &transaction, error);
  g_autoptr(GArray) expected = NULL;
  g_autoptr(GArray) seen = NULL;
  g_autoptr(GArray) figures = NULL;
  g_autoptr(GArray) found = NULL;

  if (handover == NULL || !msk_handover_check_counting (handover, error))
    return FALSE;

  expected = msk_handover_store_list_expected (transaction.database, id, error);
  seen = expected == NULL ? NULL : msk_handover_store_list_seen (transaction.database, id, error);
  figures = seen == NULL ? NULL : msk_handover_store_list_figures (transaction.database, id, error);
  if (figures == NULL)
    return FALSE;
  if (seen->len == 0 && figures->len == 0)
    return refuse (error, MSK_RULE_ERROR_NOTHING_COUNTED,
                   _ ("Nothing was counted yet: scan what is there, or give figures, nought where "
                      "there is nothing."));

  found = msk_handover_compare (expected, seen, figures);
  return msk_handover_store_compare (&transaction, id, found, error) &&
         open_for_gone (&transaction, found, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_handover_desk_list_discrepancies (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskHandover) handover =
                 database == NULL ? NULL : msk_handover_store_get (database, id, error);

  if (handover == NULL)
    return NULL;
  if (handover->stage == MSK_HANDOVER_COUNTING)
    {
      msk_handover_check_compared (handover, error);
      return NULL;
    }

  return msk_handover_store_list_discrepancies (database, id, error);
}

/* A person's things pass to a named successor, by another way. */
static gboolean
check_is_place (MskHandover *handover, GError **error)
{
  if (handover->place != MSK_HANDOVER_CUSTODY)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("This is the custody of a person: it passes to the named successor, with "
                          "the names of both."));
  return FALSE;
}

static MskDiscrepancy *
find_discrepancy (MskDatabase *database, gint64 id, gint64 discrepancy_id, GError **error)
{
  g_autoptr(GPtrArray) all = msk_handover_store_list_discrepancies (database, id, error);

  if (all == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *discrepancy = g_ptr_array_index (all, i);

      if (discrepancy->id != discrepancy_id)
        continue;
      if (discrepancy->explained_at == 0)
        return g_object_ref (discrepancy);
      refuse (error, MSK_RULE_ERROR_ALREADY_DECIDED,
              _ ("This discrepancy is explained already: look at the handover’s list."));
      return NULL;
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("This handover has no such discrepancy: look at its list."));
  return NULL;
}

/* What was scanned or compared may have opened one already: that is the one. */
static gboolean
open_incident (MskTransaction *transaction,
               MskDiscrepancy *discrepancy,
               const char *text,
               gint64 *incident_id,
               GError **error)
{
  g_autofree char *subject = discrepancy->number == 0
                                 ? g_strdup ("")
                                 : msk_stock_dup_subject (discrepancy->stock, discrepancy->number);
  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_STOCK_DIFFERS,
                                   .subject = subject,
                                   .text = text };
  const char *scanned = discrepancy->serial != 0 ? "code" : subject;

  return msk_incident_store_find_scanned (transaction->database, scanned, discrepancy->serial,
                                          incident_id, error) &&
         (*incident_id != 0 || msk_incident_store_open (transaction, &draft, incident_id, error));
}

gboolean
msk_handover_desk_explain (MskSession *session,
                           gint64 id,
                           gint64 discrepancy_id,
                           const char *text,
                           gboolean is_incident,
                           gint64 *incident_id,
                           GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover =
                 msk_handover_begin (session, MSK_ACT_HANDOVER_EXPLAIN, id, &transaction, error);
  g_autoptr(MskDiscrepancy) discrepancy = NULL;
  g_autofree char *clean = NULL;
  gint64 incident = 0;

  if (handover == NULL || !msk_handover_check_compared (handover, error))
    return FALSE;

  discrepancy = find_discrepancy (transaction.database, id, discrepancy_id, error);
  clean = discrepancy == NULL ? NULL : msk_print_desk_dup_reason (text, error);
  if (clean == NULL ||
      (is_incident && !open_incident (&transaction, discrepancy, clean, &incident, error)) ||
      !msk_handover_store_explain (&transaction, discrepancy_id, clean, incident, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (incident_id != NULL)
    *incident_id = incident;
  return TRUE;
}

/* What holds content, by name or by figure: a device that differs is its owner's and the desk's. */
static gboolean
is_missing (MskDiscrepancy *found)
{
  return found->stock != MSK_STOCK_DEVICE &&
         (found->kind == MSK_DISCREPANCY_MISSING ||
          (found->kind == MSK_DISCREPANCY_FIGURE && found->counted < found->expected));
}

static gboolean
is_with_somebody (MskDatabase *database, MskDiscrepancy *found, gboolean *held, GError **error)
{
  const guint number = (guint) found->number;
  MskCopyState state = MSK_COPY_VOID;
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCarrier) carrier = NULL;

  *held = FALSE;
  if (found->kind != MSK_DISCREPANCY_SURPLUS)
    return TRUE;

  if (found->stock == MSK_STOCK_COPY)
    copy = msk_copy_store_get (database, number, error);
  else if (found->stock == MSK_STOCK_CARRIER)
    carrier = msk_carrier_store_get (database, number, error);
  else
    return TRUE;
  if (copy == NULL && carrier == NULL)
    return FALSE;

  state = copy != NULL ? copy->state : carrier->state;
  *held = state == MSK_COPY_HELD || state == MSK_COPY_AWAY;
  return TRUE;
}

static char *
dup_difference (MskDiscrepancy *found)
{
  g_autofree char *what = msk_discrepancy_dup_what (found);

  return g_strdup_printf (_ ("%s (%s)"), what, msk_discrepancy_kind_get_label (found->kind));
}

/* An explanation is the word of the one who goes: what is not where the register has it is an
 * incident whatever they say, and one for all of it. What became one by itself is not told twice.
 */
static gboolean
report_differences (MskTransaction *transaction, gint64 id, gint64 *incident_id, GError **error)
{
  g_autoptr(GPtrArray) all =
                 msk_handover_store_list_discrepancies (transaction->database, id, error);
  g_autoptr(GPtrArray) told = g_ptr_array_new ();
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  *incident_id = 0;
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *found = g_ptr_array_index (all, i);
      g_autofree char *name = dup_difference (found);
      gboolean held;

      if (!is_with_somebody (transaction->database, found, &held, error))
        return FALSE;
      if (found->incident_id != 0 || (!held && !is_missing (found)))
        continue;
      g_ptr_array_add (told, found);
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
    }
  if (told->len == 0)
    return TRUE;

  text = g_strdup_printf (_ ("Handed over and not as the register has it: %s."), names->str);
  return msk_incident_open_handover (transaction, id, told, text, incident_id, error);
}

gboolean
msk_handover_desk_end (MskSession *session,
                       gint64 id,
                       const MskCosigner *incoming,
                       gint64 *incident_id,
                       GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover = NULL;
  gint64 incident = 0;

  g_return_val_if_fail (incoming != NULL, FALSE);

  handover = msk_handover_begin (session, MSK_ACT_HANDOVER_END, id, &transaction, error);
  if (handover == NULL ||
      !msk_handover_check_endable (handover, msk_session_get_user (session), error) ||
      !msk_cosigner_check_other (incoming, session, error) ||
      !msk_role_check (incoming->role, MSK_ACT_HANDOVER_END, error) ||
      !check_is_place (handover, error) ||
      !msk_handover_store_end (&transaction, id, MSK_ACT_HANDOVER_END, incoming->user, NULL,
                               error) ||
      !report_differences (&transaction, id, &incident, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  if (incident_id != NULL)
    *incident_id = incident;
  return TRUE;
}

gboolean
msk_handover_desk_cancel (MskSession *session, gint64 id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskHandover) handover = NULL;
  g_autofree char *clean = NULL;
  MskAct act;

  /* Not begin_moving: whatever has happened since, it can be given up. */
  if (!msk_session_begin_present (session, MSK_ACT_HANDOVER_CANCEL, &transaction, error))
    return FALSE;

  handover = msk_handover_store_get (transaction.database, id, error);
  if (handover == NULL)
    return FALSE;
  if (handover->stage >= MSK_HANDOVER_DONE)
    return msk_handover_check_compared (handover, error);

  act = msk_handover_get_cancelling_act (handover);
  if (!msk_session_may (session, act))
    {
      g_set_error_literal (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
                           _ ("The count was compared and differs from the register: explain each "
                              "difference and hand over, or have the security officer cancel "
                              "it."));
      return FALSE;
    }

  clean = msk_print_desk_dup_reason (reason, error);
  return clean != NULL && msk_handover_store_end (&transaction, id, act, "", clean, error) &&
         msk_session_commit (session, &transaction, error);
}

char *
msk_handover_desk_dup_last (MskDiscrepancy *discrepancy)
{
  g_autofree char *at = NULL;
  const char *act;

  g_return_val_if_fail (MSK_IS_DISCREPANCY (discrepancy), NULL);

  if (*discrepancy->last_act == '\0')
    return g_strdup ("");

  at = msk_report_desk_dup_time (discrepancy->last_at);
  act = msk_ledger_words_get_act (discrepancy->last_act);
  return *discrepancy->last_person == '\0'
             ? g_strdup_printf (_ ("%s, %s, by %s"), at, act, discrepancy->last_user)
             : g_strdup_printf (_ ("%s, %s, by %s: %s"), at, act, discrepancy->last_user,
                                discrepancy->last_person);
}
