/* The year-end clearance (F2): whatever is still out, over all meetings of the vault.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-outstanding-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-attendee-store.h"
#include "msk-circulation-store.h"
#include "msk-copy-number.h"
#include "msk-copy-store.h"
#include "msk-device-store.h"
#include "msk-erasure-store.h"
#include "msk-filing-store.h"
#include "msk-handover.h"
#include "msk-incident-store.h"
#include "msk-loan-store.h"
#include "msk-meeting-store.h"
#include "msk-movement-store.h"
#include "msk-paper-store.h"
#include "msk-permit-store.h"
#include "msk-session-private.h"

/* A meeting that is being read, and where its lines go. */
typedef struct
{
  MskDatabase *database;
  MskMeeting *meeting;
  GPtrArray *lines;
} Reading;

/* Takes line. What no person or unit of the meeting is named for, its organ answers for. */
static void
add (Reading *reading, MskOutstanding *line, gint64 since_at, gint64 due_at)
{
  if (!msk_outstanding_has_owner (line))
    {
      g_free (line->unit);
      line->unit = g_strdup (reading->meeting->organiser);
    }
  line->since_at = since_at;
  line->due_at = due_at;
  g_ptr_array_add (reading->lines, line);
}

static char *
dup_copy (guint number, const char *document_number)
{
  g_autofree char *text = msk_copy_number_dup_text (number);

  return g_strdup_printf (_ ("copy %s of %s"), text, document_number);
}

/* What is away by a permit is listed with that, or was received elsewhere (R3); and a copy in a
 * turn with its turn. */
static gboolean
is_held (GPtrArray *turns, const MskCustodyLine *line)
{
  if (line->act == MSK_ACT_PERMIT_TAKE)
    return FALSE;

  for (guint i = 0; i < turns->len && !line->is_carrier; i++)
    if (((MskTurn *) g_ptr_array_index (turns, i))->number == line->number)
      return FALSE;

  return TRUE;
}

static void
add_custody (Reading *reading, MskOutstandingKind kind, MskCustodyLine *line)
{
  g_autofree char *number = line->is_carrier ? msk_custody_line_dup_number (line) : NULL;
  char *what = line->is_carrier
                   ? g_strdup_printf (_ ("carrier %s, %s"), number, line->document_number)
                   : dup_copy (line->number, line->document_number);

  add (reading,
       msk_outstanding_new (kind, line->level, what, g_strdup (line->unit),
                            g_strdup (line->person)),
       line->at, 0);
}

static gboolean
read_custody (Reading *reading, GPtrArray *turns, GError **error)
{
  g_autoptr(GPtrArray) out = msk_movement_store_list_out (reading->database, error);
  g_autoptr(GPtrArray) missing =
                 out == NULL ? NULL : msk_movement_store_list_missing (reading->database, error);

  if (missing == NULL)
    return FALSE;

  for (guint i = 0; i < out->len; i++)
    if (is_held (turns, g_ptr_array_index (out, i)))
      add_custody (reading, MSK_OUTSTANDING_HELD, g_ptr_array_index (out, i));
  for (guint i = 0; i < missing->len; i++)
    add_custody (reading, MSK_OUTSTANDING_MISSING, g_ptr_array_index (missing, i));
  return TRUE;
}

static void
add_permits (Reading *reading, GPtrArray *permits)
{
  for (guint i = 0; i < permits->len; i++)
    {
      const MskPermit *permit = g_ptr_array_index (permits, i);
      g_autofree char *copy = dup_copy (permit->number, permit->document_number);
      char *what = g_strdup_printf (_ ("%s, permit %d"), copy, (int) permit->id);

      add (reading,
           msk_outstanding_new (MSK_OUTSTANDING_PERMIT, permit->level, what,
                                g_strdup (permit->unit), g_strdup (permit->keeper)),
           permit->is_taken ? permit->taken_at : permit->granted_at, permit->deadline_at);
    }
}

static gboolean
add_turns (Reading *reading, GPtrArray *turns, GError **error)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const MskTurn *turn = g_ptr_array_index (turns, i);
      g_autoptr(MskPaper) paper = msk_paper_store_get (reading->database, turn->paper_id, error);

      if (paper == NULL)
        return FALSE;

      add (reading,
           msk_outstanding_new (MSK_OUTSTANDING_TURN, paper->level,
                                dup_copy (turn->number, turn->document_number),
                                g_strdup (turn->unit), g_strdup (turn->reader)),
           turn->started_at, turn->due_at);
    }

  return TRUE;
}

/* A slip is as secret as the paper that it is of. */
static gboolean
read_slips (Reading *reading, GError **error)
{
  g_autoptr(GPtrArray) slips = msk_loan_store_list (reading->database, TRUE, error);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const MskLoanSlip *slip = g_ptr_array_index (slips, i);
      g_autoptr(MskCopy) copy = msk_copy_store_get (reading->database, slip->number, error);
      g_autoptr(MskPaper) paper =
                     copy == NULL ? NULL
                                  : msk_paper_store_get (reading->database, copy->paper_id, error);
      g_autofree char *name = dup_copy (slip->number, slip->document_number);
      char *what;

      if (paper == NULL)
        return FALSE;

      what = g_strdup_printf (_ ("%s: %s, loan slip %d"), name, slip->what, (int) slip->id);
      add (reading,
           msk_outstanding_new (MSK_OUTSTANDING_SLIP, paper->level, what, g_strdup (slip->unit),
                                g_strdup (slip->reader)),
           slip->given_at, 0);
    }

  return slips != NULL;
}

static gboolean
read_incidents (Reading *reading, GError **error)
{
  g_autoptr(GPtrArray) incidents = msk_incident_store_list (reading->database, TRUE, error);

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      const MskIncident *incident = g_ptr_array_index (incidents, i);
      g_autoptr(MskAttendee) attendee =
                     incident->attendee_id == 0
                         ? NULL
                         : msk_attendee_store_get (reading->database, incident->attendee_id, error);
      char *what;

      if (attendee == NULL && incident->attendee_id != 0)
        return FALSE;

      what = g_strdup_printf (_ ("incident %d: %s"), (int) incident->id,
                              msk_incident_kind_get_label (incident->kind));
      add (reading,
           msk_outstanding_new (MSK_OUTSTANDING_INCIDENT, incident->level, what,
                                g_strdup (attendee == NULL ? "" : attendee->unit),
                                g_strdup (attendee == NULL ? "" : attendee->name)),
           incident->found_at,
           incident->is_reported ? incident->result_due_at : incident->report_due_at);
    }

  return incidents != NULL;
}

/* A device is no secret by itself: the list is what makes it one, and has a level in any case. */
static gboolean
read_devices (Reading *reading, GError **error)
{
  g_autoptr(GPtrArray) devices = msk_device_store_list (reading->database, error);

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    {
      const MskDevice *device = g_ptr_array_index (devices, i);
      g_autofree char *number = NULL;
      char *what;

      if (device->state != MSK_DEVICE_DEPOSITED)
        continue;
      number = msk_stock_dup_number (MSK_STOCK_DEVICE, device->number);
      what = g_strdup_printf (_ ("device %s, %s, shelf %s"), number,
                              msk_device_kind_get_label (device->kind), device->shelf);
      add (reading,
           msk_outstanding_new (MSK_OUTSTANDING_DEVICE, MSK_LEVEL_CONFIDENTIAL, what,
                                g_strdup (device->unit), g_strdup (device->owner)),
           device->changed_at, 0);
    }

  return devices != NULL;
}

static gboolean
read_registers (Reading *reading, GError **error)
{
  g_autoptr(GPtrArray) permits = msk_permit_store_list (reading->database, TRUE, error);
  g_autoptr(GPtrArray) turns = permits == NULL
                                    ? NULL
                                    : msk_circulation_store_list (reading->database, TRUE, error);

  if (turns == NULL || !read_custody (reading, turns, error))
    return FALSE;

  add_permits (reading, permits);
  return add_turns (reading, turns, error) && read_slips (reading, error) &&
         read_incidents (reading, error) && read_devices (reading, error);
}

/* F1, F2: what is not filed and handed over is not cleared. NULL when it is. */
static MskOutstanding *
make_record (const MskFiling *filing, MskLevel level, gint64 since_at)
{
  MskOutstanding *line;

  if (filing != NULL && filing->is_handed_over)
    return NULL;

  line = msk_outstanding_new (MSK_OUTSTANDING_RECORD, level,
                              filing == NULL ? g_strdup (_ ("record of the meeting, not filed"))
                                             : g_strdup_printf (_ ("dossier %s, not handed over"),
                                                                filing->number),
                              g_strdup (""), g_strdup (""));
  line->since_at = filing == NULL ? since_at : filing->at;
  return line;
}

static gboolean
read_record (Reading *reading, MskDatabase *appliance, GError **error)
{
  g_autoptr(MskFiling) filing = NULL;
  MskOutstanding *line;

  if (reading->meeting->state != MSK_MEETING_STATE_CLOSED)
    return TRUE;
  if (!msk_filing_store_find (appliance, reading->meeting->id, &filing, error))
    return FALSE;

  line = make_record (filing, reading->meeting->level, reading->meeting->ends_at);
  if (line != NULL)
    add (reading, line, line->since_at, 0);
  return TRUE;
}

/* Another connection than the session's, for reading alone. Closing it wipes its key. */
static MskDatabase *
open_beside (MskSession *session, gint64 meeting_id, GError **error)
{
  MskVault *vault = msk_session_get_vault (session);
  g_autofree char *file = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(MskDatabase) database = NULL;

  if (!msk_appliance_find_meeting (msk_vault_get_appliance (vault), meeting_id, &file, &wrapped,
                                   error))
    return NULL;

  database = msk_vault_open_meeting (vault, file, wrapped, error);
  return database != NULL && msk_database_forbid_writing (database, error) &&
                 msk_session_check_anchor (session, database, meeting_id, error)
             ? g_steal_pointer (&database)
             : NULL;
}

static gboolean
read_meeting (MskSession *session, gint64 meeting_id, GPtrArray *lines, GError **error)
{
  g_autoptr(MskDatabase) database = open_beside (session, meeting_id, error);
  g_autoptr(MskMeeting) meeting =
                 database == NULL ? NULL : msk_meeting_store_load (database, error);
  Reading reading = { database, meeting, lines };

  return meeting != NULL && read_registers (&reading, error) &&
         read_record (&reading, msk_vault_get_appliance (msk_session_get_vault (session)), error);
}

/* Takes what. Nobody is named: names went with the meeting. */
static void
add_erased (GPtrArray *lines, MskOutstandingKind kind, MskLevel level, gint64 since_at, char *what)
{
  MskOutstanding *line = msk_outstanding_new (kind, level, what, g_strdup (""), g_strdup (""));

  line->since_at = since_at;
  g_ptr_array_add (lines, line);
}

/* How secret it was the appliance knows of a dossier alone; of any other the highest is assumed. */
static gboolean
read_erased (MskDatabase *appliance, gint64 meeting_id, GPtrArray *lines, GError **error)
{
  g_autoptr(MskErasure) erasure = msk_erasure_store_get (appliance, meeting_id, error);
  g_autoptr(GArray) times = erasure == NULL
                                 ? NULL
                                 : msk_erasure_store_list_missing (appliance, meeting_id, error);
  g_autoptr(MskFiling) filing = NULL;
  MskOutstanding *record;
  MskLevel level;
  guint remaining;

  if (times == NULL || !msk_filing_store_find (appliance, meeting_id, &filing, error))
    return FALSE;

  level = filing == NULL ? MSK_LEVEL_TOP_SECRET : filing->level;
  remaining = msk_erasure_count_remaining (erasure->counts);
  if (remaining > 0)
    add_erased (lines, MSK_OUTSTANDING_KEPT, level, erasure->approved_at,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%u copy, carrier or spoiled set: %s",
                                              "%u copies, carriers or spoiled sets: %s", remaining),
                                 remaining, erasure->kept));

  /* Which it was, and who had it, the dossier says alone. */
  for (guint i = 0; i < erasure->counts[MSK_COPY_MISSING]; i++)
    add_erased (lines, MSK_OUTSTANDING_MISSING, level,
                i < times->len ? g_array_index (times, gint64, i) : erasure->approved_at,
                filing == NULL
                    ? g_strdup (_ ("a copy or carrier"))
                    : g_strdup_printf (_ ("a copy or carrier: see dossier %s"), filing->number));

  record = make_record (filing, level, erasure->at);
  if (record != NULL)
    g_ptr_array_add (lines, record);
  return TRUE;
}

static gboolean
read_one (MskSession *session, const MskMeeting *meeting, GPtrArray *lines, GError **error)
{
  MskDatabase *appliance = msk_vault_get_appliance (msk_session_get_vault (session));
  const guint first = lines->len;
  gboolean done = meeting->state == MSK_MEETING_STATE_ERASED
                      ? read_erased (appliance, meeting->id, lines, error)
                      : read_meeting (session, meeting->id, lines, error);

  if (!done)
    {
      g_prefix_error (error, "%s: ", meeting->number);
      return FALSE;
    }

  for (guint i = first; i < lines->len; i++)
    {
      MskOutstanding *line = g_ptr_array_index (lines, i);

      line->meeting_id = meeting->id;
      g_free (line->meeting_number);
      line->meeting_number = g_strdup (meeting->number);
    }
  return TRUE;
}

static char *
dup_loan (const MskArchiveLoan *loan, gint64 now)
{
  g_autofree char *standing = msk_archive_loan_dup_standing (loan, now);

  return loan->is_returned ? g_strdup_printf (_ ("dossier %s, %s"), loan->number, standing)
                           : g_strdup_printf (_ ("dossier %s"), loan->number);
}

static gboolean
read_loans (MskDatabase *appliance, gint64 now, GPtrArray *lines, GError **error)
{
  g_autoptr(GPtrArray) loans = msk_filing_store_list_loans (appliance, TRUE, error);

  for (guint i = 0; loans != NULL && i < loans->len; i++)
    {
      const MskArchiveLoan *loan = g_ptr_array_index (loans, i);
      MskOutstanding *line;

      if (!loan->is_lent)
        continue;
      line = msk_outstanding_new (MSK_OUTSTANDING_LOAN, loan->level, dup_loan (loan, now),
                                  g_strdup (loan->unit), g_strdup (loan->reader));
      line->meeting_id = loan->meeting_id;
      g_free (line->meeting_number);
      line->meeting_number = g_strdup (loan->meeting_number);
      line->since_at = loan->lent_at;
      line->due_at = loan->due_at;
      g_ptr_array_add (lines, line);
    }

  return loans != NULL;
}

GPtrArray *
msk_outstanding_desk_list (MskSession *session, GError **error)
{
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(GPtrArray) meetings =
                 appliance == NULL ? NULL : msk_appliance_list_meetings (appliance, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (meetings == NULL)
    return NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (!read_one (session, g_ptr_array_index (meetings, i), lines, error))
      return NULL;
  if (!read_loans (appliance, msk_session_get_now (session), lines, error))
    return NULL;

  msk_outstanding_sort (lines);
  return g_steal_pointer (&lines);
}
