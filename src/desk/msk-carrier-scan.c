/* What the desk with the scanner does with a carrier: one transaction and one verdict each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-scan.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-carrier-store.h"
#include "msk-destruction-private.h"
#include "msk-door-facts.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-receipt-private.h"
#include "msk-scan-private.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"
#include "msk-verdict-private.h"

/* The carrier as it stands inside the transaction: it may have changed since it was scanned. */
static MskCarrier *
begin (MskSession *session,
       MskAct act,
       MskCarrier *carrier,
       MskTransaction *transaction,
       GError **error)
{
  return msk_session_begin_moving (session, act, transaction, error)
             ? msk_carrier_store_get (transaction->database, carrier->number, error)
             : NULL;
}

MskVerdict *
msk_carrier_scan_issue (MskSession *session,
                        MskAttendee *attendee,
                        MskCarrier *carrier,
                        const MskIssueTerms *terms,
                        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) now = begin (session, MSK_ACT_CARRIER_ISSUE, carrier, &transaction, error);
  MskMovement movement;
  MskVerdict *verdict;

  if (now == NULL || !msk_carrier_check_issuable (now, error) ||
      !msk_carrier_check_receiver (now, attendee, error) ||
      !msk_issue_terms_check (terms, transaction.database, attendee, now->level, error))
    return NULL;

  movement = (MskMovement){ .number = now->number,
                            .act = MSK_ACT_CARRIER_ISSUE,
                            .from = now->state,
                            .to = MSK_COPY_HELD,
                            .attendee_id = attendee->id,
                            .remark = terms->remark };
  if (!msk_carrier_store_move (&transaction, &movement, error) ||
      !msk_issue_terms_record (terms, &transaction, attendee, 0, movement.id, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "issued", _ ("Issued"),
                             _ ("Hand over the carrier, and scan the next."),
                             msk_session_get_now (session));
  msk_verdict_set_carrier (verdict, now);
  msk_verdict_set_person (verdict, attendee);
  verdict->movement_id = movement.id;
  return verdict;
}

static char *
dup_return_text (const MskCarrier *carrier)
{
  if (carrier->sheets == 0)
    return g_strdup (_ ("Look at it, put it away, and scan the next."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "It has %u sheet: look at it, put it away, and scan the "
                                       "next.",
                                       "It has %u sheets: count them, put it away, and scan the "
                                       "next.",
                                       carrier->sheets),
                          carrier->sheets);
}

MskVerdict *
msk_carrier_scan_take_back (MskSession *session,
                            MskCarrier *carrier,
                            const char *remark,
                            GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) now =
                 begin (session, MSK_ACT_CARRIER_RETURN, carrier, &transaction, error);
  g_autoptr(MskAttendee) holder = NULL;
  g_autofree char *text = NULL;
  MskMovement movement;
  MskVerdict *verdict;

  if (now == NULL || !msk_carrier_check_returnable (now, error))
    return NULL;

  holder = msk_attendee_store_get (transaction.database, now->holder_id, error);
  movement = (MskMovement){ .number = now->number,
                            .act = MSK_ACT_CARRIER_RETURN,
                            .from = now->state,
                            .to = MSK_COPY_RETURNED,
                            .attendee_id = now->holder_id,
                            .remark = remark };
  if (holder == NULL || !msk_carrier_store_move (&transaction, &movement, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  text = dup_return_text (now);
  verdict = msk_verdict_new (MSK_TONE_DONE, "returned", _ ("Returned"), text,
                             msk_session_get_now (session));
  msk_verdict_set_carrier (verdict, now);
  msk_verdict_set_person (verdict, holder);
  verdict->movement_id = movement.id;
  return verdict;
}

MskVerdict *
msk_carrier_scan_confirm (MskSession *session,
                          MskCarrier *carrier,
                          const char *remark,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskCarrier) now =
                 begin (session, MSK_ACT_CARRIER_CONFIRM, carrier, &transaction, error);
  MskMovement movement;
  MskVerdict *verdict;

  if (now == NULL || !msk_carrier_check_label (now, error))
    return NULL;

  movement = (MskMovement){ .number = now->number,
                            .act = MSK_ACT_CARRIER_CONFIRM,
                            .from = now->state,
                            .to = now->state,
                            .remark = remark };
  if (!msk_carrier_store_set_label (&transaction, now->serial, MSK_ATTEMPT_GOOD, error) ||
      !msk_carrier_store_move (&transaction, &movement, error) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "confirmed", _ ("Good"),
                             _ ("The label counts: look that it is on the right carrier, and scan "
                                "the next one."),
                             msk_session_get_now (session));
  msk_verdict_set_carrier (verdict, now);
  return verdict;
}

/* As for copies: the sighting counts, the verdict warns. */
static MskVerdict *
warn_of_sighting (MskSession *session,
                  MskCarrier *carrier,
                  MskMeasureArea zone,
                  const MskSighting *sighting)
{
  g_autoptr(GError) warning = NULL;

  if (sighting->is_elsewhere)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This carrier was scanned in this sweep in the zone “%s”, and now in the zone "
                    "“%s”: if "
                    "nobody carried it there, there are two with this label. Keep both apart, and "
                    "tell the security officer."),
                 msk_measure_area_get_label (sighting->page_zone),
                 msk_measure_area_get_label (zone));
  else if (sighting->count > 1)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_SCANNED,
                 _ ("This carrier was scanned before in this sweep (zone: %s): if there are two "
                    "with this label, keep both and tell the security officer."),
                 msk_measure_area_get_label (sighting->first_zone));
  else if (carrier->state == MSK_COPY_HELD)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This carrier is here although %s holds it: keep it, and take it back in the "
                    "list of the sweep."),
                 carrier->holder);
  else
    msk_carrier_check_returnable (carrier, &warning);

  return warning == NULL ? NULL : msk_verdict_new_refusal (warning, msk_session_get_now (session));
}

MskVerdict *
msk_carrier_scan_see (MskSession *session, MskCarrier *carrier, MskMeasureArea zone, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const gboolean expected = carrier->state == MSK_COPY_IN_STORE ||
                            carrier->state == MSK_COPY_RETURNED ||
                            carrier->state == MSK_COPY_SPOILED;
  MskVerdict *verdict = NULL;
  MskSighting sighting;

  if (!msk_scan_begin_sighting (session, &transaction, error) ||
      !msk_sweep_store_see (&transaction, MSK_SWEEP_CARRIER, carrier->number, 0, zone, &sighting,
                            error) ||
      (sighting.is_elsewhere &&
       !msk_incident_open_elsewhere (&transaction, MSK_SWEEP_CARRIER, carrier->number,
                                     sighting.page_zone, zone, error)) ||
      !msk_session_commit (session, &transaction, error))
    return NULL;

  if (!expected || sighting.count > 1)
    verdict = warn_of_sighting (session, carrier, zone, &sighting);
  if (verdict == NULL)
    verdict = msk_verdict_new (MSK_TONE_DONE, "seen", _ ("Seen"),
                               _ ("The carrier is here: put it with the others."),
                               msk_session_get_now (session));
  msk_verdict_set_carrier (verdict, carrier);
  return verdict;
}

gboolean
msk_carrier_scan_revert (MskSession *session, const MskVerdict *verdict, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const MskAct act = g_str_equal (verdict->code, "issued") ? MSK_ACT_CARRIER_ISSUE_UNDO
                                                           : MSK_ACT_CARRIER_RETURN_UNDO;
  MskMovement last;
  gboolean found;

  return msk_session_begin_moving (session, act, &transaction, error) &&
         msk_carrier_store_get_last_movement (transaction.database, verdict->carrier, &last, &found,
                                              error) &&
         msk_scan_check_newest (found, last.id, verdict, error) &&
         msk_destruction_check_thing_free (transaction.database, MSK_STOCK_CARRIER,
                                           verdict->carrier, error) &&
         msk_receipt_desk_check_unsigned (transaction.database, last.id, TRUE, error) &&
         msk_door_facts_check_undo (transaction.database, &last, error) &&
         msk_carrier_store_revert (&transaction, &last, act, error) &&
         msk_session_commit (session, &transaction, error);
}
