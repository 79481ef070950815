/* What the desk with the scanner does in the reading room: turns begin, are met, and end (L1–L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-circulation-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-circulation-store.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-report-desk-private.h"
#include "msk-return-scan.h"
#include "msk-scan-private.h"
#include "msk-session-private.h"
#include "msk-verdict-private.h"
#include "msk-vetting-private.h"

gint64
msk_circulation_scan_get_utc_offset (gint64 now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, now);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

gboolean
msk_circulation_scan_find (MskSession *session, guint number, MskTurn **turn, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database != NULL && msk_circulation_store_find (database, number, turn, error);
}

gboolean
msk_circulation_scan_check_free (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskTurn) turn = NULL;

  if (!msk_circulation_store_find (database, number, &turn, error))
    return FALSE;
  if (turn == NULL)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_IN_TURN,
                       _ ("This copy is in a reader’s turn: end the turn in the reading room, "
                          "where its pages are counted and the reader signs."));
  return FALSE;
}

static gboolean
begin_turn (MskTransaction *transaction,
            const MskPaper *paper,
            MskMovement *movement,
            gint64 *due_at,
            GError **error)
{
  const gint64 now = transaction->actor.now;

  *due_at = msk_turn_get_due (paper->level, paper->urgency, now,
                              msk_circulation_scan_get_utc_offset (now));
  return msk_copy_store_move (transaction, movement, error) &&
         msk_circulation_store_begin (transaction, movement, *due_at, error);
}

static MskVerdict *
make_started (MskSession *session, MskAttendee *attendee, MskCopy *copy, guint page, gint64 due_at)
{
  g_autofree char *due = msk_report_desk_dup_time (due_at);
  g_autofree char *text =
      g_strdup_printf (_ ("Hand over the copy: it is due back by %s, from this reader and nobody "
                          "else."),
                       due);
  MskVerdict *verdict = msk_verdict_new (MSK_TONE_DONE, "turn-started", _ ("Turn begun"), text,
                                         msk_session_get_now (session));

  msk_verdict_set_copy (verdict, copy, page);
  msk_verdict_set_person (verdict, attendee);
  return verdict;
}

MskVerdict *
msk_circulation_scan_start (MskSession *session,
                            MskAttendee *attendee,
                            MskCopy *copy,
                            guint page,
                            const MskIssueTerms *terms,
                            GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(MskTurn) turn = NULL;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_CIRCULATE_START,
                           .from = MSK_COPY_IN_STORE,
                           .to = MSK_COPY_HELD,
                           .attendee_id = attendee->id,
                           .remark = terms->remark };
  MskVerdict *verdict;
  gint64 due_at;

  if (!msk_session_begin_moving (session, MSK_ACT_CIRCULATE_START, &transaction, error) ||
      !msk_circulation_store_find (transaction.database, copy->number, &turn, error) ||
      !msk_turn_check_start (copy, turn, attendee->id, error))
    return NULL;

  paper = msk_paper_store_get (transaction.database, copy->paper_id, error);
  if (paper == NULL ||
      !msk_copy_scan_check_issue (transaction.database, paper, copy, attendee, error) ||
      !msk_issue_terms_check (terms, transaction.database, attendee, paper->level, error) ||
      !begin_turn (&transaction, paper, &movement, &due_at, error) ||
      !msk_issue_terms_record (terms, &transaction, attendee, movement.id, 0, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = make_started (session, attendee, copy, page, due_at);
  verdict->movement_id = movement.id;
  return verdict;
}

static void
set_reader (MskVerdict *verdict, MskSession *session, gint64 attendee_id)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(MskAttendee) reader =
                 database == NULL ? NULL : msk_attendee_store_get (database, attendee_id, NULL);

  if (reader != NULL)
    msk_verdict_set_person (verdict, reader);
}

MskVerdict *
msk_circulation_scan_meet (MskSession *session, const MskTurn *turn, MskCopy *copy, guint page)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "It has %u page: look at it, and have this reader sign with "
                                    "the full name.",
                                    "It has %u pages: count them, and have this reader sign with "
                                    "the full name.",
                                    turn->pages),
                       turn->pages);
  MskVerdict *verdict = msk_verdict_new (MSK_TONE_WAITING, "turn-known", _ ("In a turn"), text,
                                         msk_session_get_now (session));

  msk_verdict_set_copy (verdict, copy, page);
  set_reader (verdict, session, turn->attendee_id);
  return verdict;
}

static MskMovement
plan_back (const MskTurn *turn, MskAct act, const char *remark)
{
  return (MskMovement){ .number = turn->number,
                        .act = act,
                        .from = MSK_COPY_HELD,
                        .to = MSK_COPY_IN_STORE,
                        .attendee_id = turn->attendee_id,
                        .remark = remark };
}

/* Back in the custodian's hands the copy is as it was before the turn: the register of circulation
 * knows who has read it. */
static gboolean
move_back (MskTransaction *transaction,
           const MskTurn *turn,
           MskAct act,
           const char *remark,
           GError **error)
{
  MskMovement movement = plan_back (turn, act, remark);

  return msk_copy_store_move (transaction, &movement, error) &&
         msk_circulation_store_restore_issue (transaction, turn, error);
}

static MskTurn *
require_turn (MskDatabase *database, guint number, GError **error)
{
  MskTurn *turn;

  if (!msk_circulation_store_find (database, number, &turn, error))
    return NULL;
  if (turn == NULL)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_IN_TURN,
                         _ ("This copy is in nobody’s turn: look in the register of circulation "
                            "when it came back."));
  return turn;
}

/* A name of one line as it is kept, or NULL. The caller owns it. */
static char *
dup_signature (const char *signature, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (signature);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("The reader signs with the full name, in one line: have them write "
                          "it."));
  return NULL;
}

/* Holds the count against what is due, and ends the turn when it is all there. */
static gboolean
settle_count (MskTransaction *transaction,
              MskCopy *copy,
              const MskTurn *turn,
              guint pages,
              const char *signature,
              const char *remark,
              MskReturnCount **result,
              GError **error)
{
  const MskPageCount count = { pages, MSK_CONDITION_WHOLE, "" };
  const gboolean whole = pages == copy->pages - copy->pages_back;
  MskMovement movement = plan_back (turn, MSK_ACT_CIRCULATE_END, remark);

  /* The register lets no copy leave an open turn. */
  return (!whole || msk_circulation_store_end (transaction, turn->id, MSK_TURN_OUTCOME_READ,
                                               turn->pages, signature, error)) &&
         msk_return_scan_settle (transaction, copy, &count, &movement, result, error) &&
         (!whole || msk_circulation_store_restore_issue (transaction, turn, error));
}

MskVerdict *
msk_circulation_scan_end (MskSession *session,
                          MskCopy *copy,
                          guint pages,
                          const char *signature,
                          const char *remark,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskTurn) turn = NULL;
  g_autoptr(MskReturnCount) count = NULL;
  g_autofree char *clean = NULL;
  MskVerdict *verdict;

  if (!msk_session_begin_moving (session, MSK_ACT_CIRCULATE_END, &transaction, error))
    return NULL;

  turn = require_turn (transaction.database, copy->number, error);
  clean = turn == NULL ? NULL : dup_signature (signature, error);
  if (clean == NULL || !msk_turn_check_end (turn, clean, error) ||
      !settle_count (&transaction, copy, turn, pages, clean, remark, &count, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = count->outcome == MSK_COUNT_OUTCOME_WHOLE
                ? msk_verdict_new (MSK_TONE_DONE, "turn-ended", _ ("Turn ended"),
                                   _ ("Put the copy back into the folder, and scan the next."),
                                   msk_session_get_now (session))
                : msk_return_scan_refuse_count (copy, count, msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, 0);
  set_reader (verdict, session, turn->attendee_id);
  verdict->count = g_steal_pointer (&count);
  return verdict;
}

gboolean
msk_circulation_scan_revert (MskSession *session, const MskVerdict *verdict, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskTurn) turn = NULL;
  MskMovement last;
  gboolean found;

  if (!msk_session_begin_moving (session, MSK_ACT_CIRCULATE_UNDO, &transaction, error) ||
      !msk_copy_store_get_last_movement (transaction.database, verdict->number, &last, &found,
                                         error) ||
      !msk_scan_check_newest (found, last.id, verdict, error))
    return FALSE;

  turn = require_turn (transaction.database, verdict->number, error);
  if (turn == NULL)
    return FALSE;
  if (turn->slips_open != 0)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SLIP_OPEN,
                           _ ("Something of this copy is out by a loan slip: have it given back, "
                              "and close the slip first."));
      return FALSE;
    }

  return msk_circulation_store_end (&transaction, turn->id, MSK_TURN_OUTCOME_UNDONE, 0, "",
                                    error) &&
         move_back (&transaction, turn, MSK_ACT_CIRCULATE_UNDO, "", error) &&
         msk_session_commit (session, &transaction, error);
}
