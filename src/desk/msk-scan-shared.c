/* What the files of the desk with the scanner share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-ledger.h"
#include "msk-scan-private.h"
#include "msk-session-private.h"
#include "msk-stock-scan.h"
#include "msk-sweep-store.h"

gboolean
msk_scan_begin_sighting (MskSession *session, MskTransaction *transaction, GError **error)
{
  MskSweepFacts facts;

  if (!msk_session_begin (session, MSK_ACT_SWEEP_SCAN, transaction, error) ||
      !msk_sweep_store_load (transaction->database, &facts, error))
    return FALSE;

  if (facts.started_at == 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_NOT_STARTED,
                         _ ("The sweep has not begun: have the security officer start it."));
  else if (facts.closed_at != 0)
    g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_CLOSED,
                         _ ("The sweep is closed: keep the sheet and tell the security officer."));
  return facts.started_at != 0 && facts.closed_at == 0;
}

gboolean
msk_scan_check_newest (gboolean found, gint64 newest, const MskVerdict *verdict, GError **error)
{
  if (found && newest == verdict->movement_id)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                       verdict->carrier != 0
                           ? _ ("Something else has happened to this carrier since: scan it and go "
                                "on from there.")
                           : _ ("Something else has happened to this copy since: scan it and go on "
                                "from there."));
  return FALSE;
}

void
msk_scan_explain_void_badge (MskSession *session, const MskTagReading *reading, GError **refusal)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(MskAttendee) attendee =
                 reading->attendee_id == 0 || database == NULL
                     ? NULL
                     : msk_attendee_store_get (database, reading->attendee_id, NULL);
  g_autoptr(GError) barred = NULL;

  if (!g_error_matches (*refusal, MSK_RULE_ERROR, MSK_RULE_ERROR_VOID_BADGE) || attendee == NULL ||
      attendee->replaced_by != 0 || msk_attendee_check_admissible (attendee, &barred) ||
      !g_error_matches (barred, MSK_RULE_ERROR, MSK_RULE_ERROR_WITHDRAWN))
    return;

  g_error_free (*refusal);
  *refusal = g_steal_pointer (&barred);
}

gboolean
msk_scan_record_refusal (MskSession *session,
                         MskScanMode mode,
                         MskMeasureArea zone,
                         const MskTagReading *reading,
                         gint64 waiting_person,
                         const char *code,
                         GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, reading->tag.serial);
  g_autofree char *subject = msk_stock_scan_dup_subject (reading);
  g_autofree char *person =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       reading->attendee_id != 0 ? reading->attendee_id : waiting_person);
  const gboolean sweeping = mode == MSK_SCAN_SWEEP &&
                            msk_session_get_meeting (session)->state == MSK_MEETING_STATE_SWEEPING;

  if (reading->tag.serial == 0 && reading->number == 0 && reading->carrier == 0 &&
      reading->attendee_id == 0)
    return TRUE;

  return msk_session_begin (session, MSK_ACT_SCAN_REFUSED, &transaction, error) &&
         (!sweeping ||
          msk_sweep_store_add_strange (&transaction, zone, code, reading->tag.serial,
                                       reading->carrier != 0 ? MSK_SWEEP_CARRIER : MSK_SWEEP_COPY,
                                       reading->carrier != 0 ? reading->carrier : reading->number,
                                       error)) &&
         msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, subject, error, "code", code,
                            "serial", serial, "attendee", person, NULL) &&
         msk_incident_open_refusal (&transaction, reading, subject, code,
                                    sweeping ? _ ("Scanned in the sweep.")
                                             : _ ("Scanned at the desk."),
                                    error) &&
         msk_session_commit (session, &transaction, error);
}
