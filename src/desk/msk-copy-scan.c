/* What the desk with the scanner does with a copy: one transaction and one verdict each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-circulation-scan.h"
#include "msk-copy-store.h"
#include "msk-destruction-private.h"
#include "msk-door-facts.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-paper-store.h"
#include "msk-plan-store.h"
#include "msk-print-desk-private.h"
#include "msk-receipt-private.h"
#include "msk-return-scan.h"
#include "msk-scan-private.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"
#include "msk-verdict-private.h"

/* Nobody holds a paper twice, not by taking back a return either. */
static gboolean
check_holds_none (MskDatabase *database, gint64 attendee_id, gint64 paper_id, GError **error)
{
  g_autofree char *text = NULL;
  guint held;

  if (!msk_copy_store_find_held (database, attendee_id, paper_id, &held, error))
    return FALSE;
  if (held == 0)
    return TRUE;

  text = msk_copy_number_dup_text (held);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_HOLDS_PAPER,
               _ ("This person holds copy %s of the same paper: take that back first."), text);
  return FALSE;
}

/* M7: distribution is by the register, and so by the plan where there is one. */
static gboolean
check_plan (MskDatabase *database, MskCopy *copy, MskAttendee *attendee, GError **error)
{
  gint64 planned_id;
  guint own;

  return msk_plan_store_find (database, copy->number, copy->paper_id, attendee->id, &planned_id,
                              &own, error) &&
         msk_plan_check_named (copy, attendee->id, error) &&
         msk_plan_check_issue (copy->number, planned_id, own, attendee, error);
}

gboolean
msk_copy_scan_check_issue (MskDatabase *database,
                           MskPaper *paper,
                           MskCopy *copy,
                           MskAttendee *attendee,
                           GError **error)
{
  return msk_copy_check_issuable (copy, error) && msk_paper_check_reader (paper, attendee, error) &&
         check_holds_none (database, attendee->id, paper->id, error) &&
         check_plan (database, copy, attendee, error);
}

MskVerdict *
msk_copy_scan_issue (MskSession *session,
                     MskAttendee *attendee,
                     MskCopy *copy,
                     guint page,
                     const MskIssueTerms *terms,
                     GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) paper = NULL;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_ISSUE,
                           .from = MSK_COPY_IN_STORE,
                           .to = MSK_COPY_HELD,
                           .attendee_id = attendee->id,
                           .remark = terms->remark };
  MskVerdict *verdict;

  if (!msk_session_begin_moving (session, MSK_ACT_COPY_ISSUE, &transaction, error))
    return NULL;

  paper = msk_paper_store_get (transaction.database, copy->paper_id, error);
  if (paper == NULL ||
      !msk_copy_scan_check_issue (transaction.database, paper, copy, attendee, error) ||
      !msk_issue_terms_check (terms, transaction.database, attendee, paper->level, error) ||
      !msk_copy_store_move (&transaction, &movement, error) ||
      !msk_issue_terms_record (terms, &transaction, attendee, movement.id, 0, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict =
      msk_verdict_new (MSK_TONE_DONE, "issued", _ ("Issued"),
                       _ ("Hand over the copy, and scan the next."), msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  msk_verdict_set_person (verdict, attendee);
  verdict->movement_id = movement.id;
  return verdict;
}

MskVerdict *
msk_copy_scan_confirm (MskSession *session,
                       MskCopy *copy,
                       guint page,
                       const char *remark,
                       GError **error)
{
  MskVerdict *verdict;

  if (!msk_print_desk_confirm_as (session, copy->number, remark, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "confirmed", _ ("Good"),
                             _ ("The copy is in store: look at the next one."),
                             msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

/* A copy that should not be here, or is here twice, is seen and refused at once: the sighting
 * counts, the verdict warns. */
static MskVerdict *
warn_of_sighting (MskSession *session,
                  MskCopy *copy,
                  MskMeasureArea zone,
                  const MskSighting *sighting)
{
  g_autoptr(GError) warning = NULL;

  if (sighting->is_elsewhere)
    g_set_error (
        &warning, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
        _ ("This page was scanned in this sweep in the zone “%s”, and now in the zone “%s”: if "
           "nobody carried it there, there are two of it. Keep both sheets apart, and tell "
           "the security officer."),
        msk_measure_area_get_label (sighting->page_zone), msk_measure_area_get_label (zone));
  else if (sighting->count > 1)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_SCANNED,
                 _ ("This copy was scanned before in this sweep (zone: %s): if this is not just "
                    "another page of it, keep both sheets and tell the security officer."),
                 msk_measure_area_get_label (sighting->first_zone));
  else if (copy->state == MSK_COPY_PRINTING)
    g_set_error_literal (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_NOT_GOOD,
                         _ ("This copy was never checked at the printer: keep it, and take it back "
                            "in the list of the sweep."));
  else if (copy->pages_back > 0)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_MISSING,
                 _ ("Part of this copy is here, and %s answers for the rest: look for it, and take "
                    "it back in the list of the sweep, or report it missing there."),
                 copy->holder);
  else if (copy->state == MSK_COPY_HELD)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This copy is here although %s holds it: keep it, and take it back in the list "
                    "of the sweep."),
                 copy->holder);
  else
    msk_copy_check_returnable (copy, &warning);

  return warning == NULL ? NULL : msk_verdict_new_refusal (warning, msk_session_get_now (session));
}

MskVerdict *
msk_copy_scan_see (MskSession *session,
                   MskCopy *copy,
                   guint page,
                   MskMeasureArea zone,
                   GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskVerdict *verdict = NULL;
  gboolean expected = copy->state == MSK_COPY_IN_STORE || copy->state == MSK_COPY_RETURNED ||
                      copy->state == MSK_COPY_SPOILED;
  MskSighting sighting;

  if (!msk_scan_begin_sighting (session, &transaction, error) ||
      !msk_sweep_store_see (&transaction, MSK_SWEEP_COPY, copy->number, page, zone, &sighting,
                            error) ||
      (sighting.is_elsewhere &&
       !msk_incident_open_elsewhere (&transaction, MSK_SWEEP_COPY, copy->number, sighting.page_zone,
                                     zone, error)) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  if (!expected || sighting.count > 1)
    verdict = warn_of_sighting (session, copy, zone, &sighting);
  if (verdict == NULL)
    verdict = msk_verdict_new (MSK_TONE_DONE, "seen", _ ("Seen"),
                               _ ("The copy is here: put it with the others."),
                               msk_session_get_now (session));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

gboolean
msk_copy_scan_revert (MskSession *session, const MskVerdict *verdict, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  gboolean issued = g_str_equal (verdict->code, "issued");
  MskAct act = issued ? MSK_ACT_COPY_ISSUE_UNDO : MSK_ACT_COPY_RETURN_UNDO;
  MskMovement last, movement;
  gboolean found;

  if (g_str_equal (verdict->code, "turn-started"))
    return msk_circulation_scan_revert (session, verdict, error);
  if (!msk_session_begin_moving (session, act, &transaction, error) ||
      !msk_copy_store_get_last_movement (transaction.database, verdict->number, &last, &found,
                                         error) ||
      !msk_scan_check_newest (found, last.id, verdict, error) ||
      !msk_destruction_check_thing_free (transaction.database, MSK_STOCK_COPY, verdict->number,
                                         error) ||
      !msk_receipt_desk_check_unsigned (transaction.database, last.id, FALSE, error) ||
      !msk_door_facts_check_undo (transaction.database, &last, error))
    return FALSE;

  if (last.from == MSK_COPY_AWAY && last.to != MSK_COPY_AWAY)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_PERMIT,
                           _ ("This copy came back by its permit, which is closed now: have "
                              "another "
                              "permit granted if it is to leave again."));
      return FALSE;
    }

  movement = (MskMovement){ .number = verdict->number,
                            .act = act,
                            .from = last.to,
                            .to = last.from,
                            .attendee_id = last.attendee_id,
                            .remark = "" };
  return (last.to != MSK_COPY_RETURNED ||
          check_holds_none (transaction.database, last.attendee_id, verdict->paper_id, error)) &&
         msk_copy_store_move (&transaction, &movement, error) &&
         msk_copy_store_restore_issue (&transaction, verdict->number, last.issued_at, !issued,
                                       error) &&
         msk_return_scan_revert_count (&transaction, verdict->number, last.id, error) &&
         msk_session_commit (session, &transaction, error);
}
