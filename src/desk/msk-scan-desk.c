/* The desk with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-carrier-desk.h"
#include "msk-carrier-scan.h"
#include "msk-carrier-store.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-desk.h"
#include "msk-print-desk-private.h"
#include "msk-scan-private.h"
#include "msk-scan-spoiled.h"
#include "msk-session-private.h"
#include "msk-sweep-store.h"
#include "msk-tag-reader.h"
#include "msk-verdict-private.h"

#define VERDICTS_MAX 300

struct _MskScanDesk
{
  GObject parent_instance;

  MskSession *session;
  MskScanMode mode;
  GListStore *verdicts;
  gint64 waiting_person;
  guint waiting_copy;
  guint waiting_page;
  guint waiting_carrier;
  char *reason;     /* of what is registered as spoiled, or NULL */
  gboolean by_hand; /* a half of what is being done was chosen from a list, not scanned */
};

G_DEFINE_FINAL_TYPE (MskScanDesk, msk_scan_desk, G_TYPE_OBJECT)

static void
msk_scan_desk_finalize (GObject *object)
{
  MskScanDesk *self = MSK_SCAN_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (msk_scan_desk_parent_class)->finalize (object);
}

static void
msk_scan_desk_class_init (MskScanDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_scan_desk_finalize;
}

static void
msk_scan_desk_init (MskScanDesk *self)
{
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
}

static void
forget_halves (MskScanDesk *self)
{
  self->waiting_person = 0;
  self->waiting_copy = 0;
  self->waiting_carrier = 0;
}

static gint64
get_now (MskScanDesk *self)
{
  return msk_session_get_now (self->session);
}

/* What the register keeps of how it was done. */
static const char *
get_remark (MskScanDesk *self)
{
  return self->by_hand ? MSK_PRINT_DESK_BY_HAND : "";
}

static MskAct
get_act (MskScanMode mode)
{
  switch (mode)
    {
    case MSK_SCAN_RETURN:
      return MSK_ACT_COPY_RETURN;
    case MSK_SCAN_CHECK:
      return MSK_ACT_COPY_CONFIRM;
    case MSK_SCAN_SWEEP:
      return MSK_ACT_SWEEP_SCAN;
    case MSK_SCAN_SPOIL:
      return MSK_ACT_COPY_SPOIL;
    case MSK_SCAN_TWICE:
      return MSK_ACT_COPY_TWICE;
    case MSK_SCAN_ISSUE:
    default:
      return MSK_ACT_COPY_ISSUE;
    }
}

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

/* The sweep alone goes on when papers may no longer move. */
static gboolean
check_moving (MskScanDesk *self, GError **error)
{
  return self->mode == MSK_SCAN_SWEEP ||
         msk_meeting_check_open (msk_session_get_meeting (self->session), error);
}

/* One half of an issue: kept until the other comes. */
static MskVerdict *
wait_for_copy (MskScanDesk *self, MskAttendee *attendee, GError **error)
{
  MskVerdict *verdict;

  if (!msk_attendee_check_admissible (attendee, error))
    return NULL;

  self->waiting_person = attendee->id;
  verdict =
      msk_verdict_new (MSK_TONE_WAITING, "person-selected", _ ("Person known"),
                       _ ("Now scan the copy or the carrier for this person."), get_now (self));
  msk_verdict_set_person (verdict, attendee);
  return verdict;
}

static MskVerdict *
wait_for_person (MskScanDesk *self, MskCopy *copy, guint page, GError **error)
{
  MskVerdict *verdict;

  if (!msk_copy_check_issuable (copy, error))
    return NULL;

  self->waiting_copy = copy->number;
  self->waiting_page = page;
  verdict = msk_verdict_new (MSK_TONE_WAITING, "copy-selected", _ ("Copy known"),
                             _ ("Now scan the badge of the person."), get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

/* From here on the two go together, in a refusal too. */
static MskVerdict *
give_waiting_carrier (MskScanDesk *self,
                      MskDatabase *database,
                      MskAttendee *attendee,
                      MskTagReading *reading,
                      GError **error)
{
  g_autoptr(MskCarrier) carrier = NULL;

  reading->carrier = self->waiting_carrier;
  self->waiting_carrier = 0;
  carrier = msk_carrier_store_get (database, reading->carrier, error);
  return carrier == NULL
             ? NULL
             : msk_carrier_scan_issue (self->session, attendee, carrier, get_remark (self), error);
}

static MskVerdict *
wait_with_carrier (MskScanDesk *self, MskCarrier *carrier, GError **error)
{
  MskVerdict *verdict;

  if (!msk_carrier_check_issuable (carrier, error))
    return NULL;

  self->waiting_carrier = carrier->number;
  verdict = msk_verdict_new (MSK_TONE_WAITING, "carrier-selected", _ ("Carrier known"),
                             _ ("Now scan the badge of the person."), get_now (self));
  msk_verdict_set_carrier (verdict, carrier);
  return verdict;
}

static MskVerdict *
take_person (MskScanDesk *self, MskTagReading *reading, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), error);
  g_autoptr(MskAttendee) attendee =
                 database == NULL ? NULL
                                  : msk_attendee_store_get (database, reading->attendee_id, error);
  g_autoptr(MskCopy) copy = NULL;

  if (attendee == NULL || !check_moving (self, error))
    return NULL;
  if (self->mode != MSK_SCAN_ISSUE)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a badge: scan the copy or the carrier instead."));
      return NULL;
    }

  self->waiting_person = 0;
  if (self->waiting_carrier != 0)
    return give_waiting_carrier (self, database, attendee, reading, error);
  if (self->waiting_copy == 0)
    return wait_for_copy (self, attendee, error);

  /* From here on the two go together, in a refusal too. */
  reading->number = self->waiting_copy;
  reading->tag.page = self->waiting_page;
  self->waiting_copy = 0;
  copy = msk_copy_store_get (database, reading->number, error);
  return copy == NULL ? NULL
                      : msk_copy_scan_issue (self->session, attendee, copy, reading->tag.page,
                                             get_remark (self), error);
}

static MskVerdict *
take_copy (MskScanDesk *self, MskTagReading *reading, GError **error)
{
  const guint page = reading->tag.page;
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), error);
  g_autoptr(MskCopy) copy =
                 database == NULL ? NULL : msk_copy_store_get (database, reading->number, error);
  g_autoptr(MskAttendee) attendee = NULL;

  if (copy == NULL || !check_moving (self, error))
    return NULL;

  switch (self->mode)
    {
    case MSK_SCAN_RETURN:
      return msk_copy_scan_take_back (self->session, copy, page, get_remark (self), error);
    case MSK_SCAN_CHECK:
      return msk_copy_scan_confirm (self->session, copy, page, get_remark (self), error);
    case MSK_SCAN_SWEEP:
      return msk_copy_scan_see (self->session, copy, page, error);
    case MSK_SCAN_SPOIL:
      return msk_scan_spoiled_spoil (self->session, copy, page, self->reason, error);
    case MSK_SCAN_TWICE:
      return msk_scan_spoiled_twice (self->session, copy, &reading->tag, self->reason, error);
    case MSK_SCAN_ISSUE:
    default:
      break;
    }

  self->waiting_copy = 0;
  self->waiting_carrier = 0;
  if (self->waiting_person == 0)
    return wait_for_person (self, copy, page, error);

  /* A copy that can't be given leaves the person waiting for another; one that is given ends it. */
  reading->attendee_id = self->waiting_person;
  attendee = msk_attendee_store_get (database, reading->attendee_id, error);
  if (attendee == NULL || !msk_copy_check_issuable (copy, error))
    return NULL;

  self->waiting_person = 0;
  return msk_copy_scan_issue (self->session, attendee, copy, page, get_remark (self), error);
}

/* A carrier is issued like a copy: a half waits for the other. */
static MskVerdict *
issue_carrier (MskScanDesk *self,
               MskDatabase *database,
               MskCarrier *carrier,
               MskTagReading *reading,
               GError **error)
{
  g_autoptr(MskAttendee) attendee = NULL;

  self->waiting_copy = 0;
  self->waiting_carrier = 0;
  if (self->waiting_person == 0)
    return wait_with_carrier (self, carrier, error);

  reading->attendee_id = self->waiting_person;
  attendee = msk_attendee_store_get (database, reading->attendee_id, error);
  if (attendee == NULL || !msk_carrier_check_issuable (carrier, error))
    return NULL;

  self->waiting_person = 0;
  return msk_carrier_scan_issue (self->session, attendee, carrier, get_remark (self), error);
}

static MskVerdict *
take_carrier (MskScanDesk *self, MskTagReading *reading, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), error);
  g_autoptr(MskCarrier) carrier = database == NULL
                                       ? NULL
                                       : msk_carrier_store_get (database, reading->carrier, error);

  if (carrier == NULL || !check_moving (self, error))
    return NULL;

  switch (self->mode)
    {
    case MSK_SCAN_RETURN:
      return msk_carrier_scan_take_back (self->session, carrier, get_remark (self), error);
    case MSK_SCAN_CHECK:
      return msk_carrier_scan_confirm (self->session, carrier, get_remark (self), error);
    case MSK_SCAN_SWEEP:
      return msk_carrier_scan_see (self->session, carrier, error);
    case MSK_SCAN_SPOIL:
    case MSK_SCAN_TWICE:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a carrier: scan a copy, or register the carrier as spoiled "
                              "in its own list."));
      return NULL;
    case MSK_SCAN_ISSUE:
    default:
      return issue_carrier (self, database, carrier, reading, error);
    }
}

static char *
dup_subject (const MskTagReading *reading)
{
  if (reading->number != 0)
    return msk_copy_number_dup_subject (reading->number);
  if (reading->carrier != 0)
    return g_strdup_printf ("carrier %04u", reading->carrier);

  return g_strdup ("code");
}

/* Refusals that somebody may have to explain later go into the ledger; a shop's barcode does not.
 */
static gboolean
record_refusal (MskScanDesk *self, const MskTagReading *reading, const char *code, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, reading->tag.serial);
  g_autofree char *subject = dup_subject (reading);
  g_autofree char *person =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       reading->attendee_id != 0 ? reading->attendee_id : self->waiting_person);

  if (reading->tag.serial == 0 && reading->number == 0 && reading->carrier == 0 &&
      reading->attendee_id == 0)
    return TRUE;

  return msk_session_begin (self->session, MSK_ACT_SCAN_REFUSED, &transaction, error) &&
         (self->mode != MSK_SCAN_SWEEP ||
          msk_session_get_meeting (self->session)->state != MSK_MEETING_STATE_SWEEPING ||
          msk_sweep_store_add_strange (&transaction, code, reading->tag.serial,
                                       reading->carrier != 0 ? MSK_SWEEP_CARRIER : MSK_SWEEP_COPY,
                                       reading->carrier != 0 ? reading->carrier : reading->number,
                                       error)) &&
         msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, subject, error, "code", code,
                            "serial", serial, "attendee", person, NULL) &&
         msk_session_commit (self->session, &transaction, error);
}

static void
add_known (MskScanDesk *self, MskVerdict *verdict, const MskTagReading *reading)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), NULL);
  g_autoptr(MskCopy) copy = reading->number == 0 || database == NULL
                                 ? NULL
                                 : msk_copy_store_get (database, reading->number, NULL);
  g_autoptr(MskAttendee) attendee =
                 reading->attendee_id == 0 || database == NULL
                     ? NULL
                     : msk_attendee_store_get (database, reading->attendee_id, NULL);

  g_autoptr(MskCarrier) carrier = reading->carrier == 0 || database == NULL
                                       ? NULL
                                       : msk_carrier_store_get (database, reading->carrier, NULL);

  if (copy != NULL)
    msk_verdict_set_copy (verdict, copy, reading->tag.page);
  if (carrier != NULL)
    msk_verdict_set_carrier (verdict, carrier);
  if (attendee != NULL)
    msk_verdict_set_person (verdict, attendee);
}

/* Gives a verdict its balance and its place at the head of the list. Takes verdict, which may be
 * NULL with lower set. */
static MskVerdict *
conclude (MskScanDesk *self,
          MskVerdict *verdict,
          const MskTagReading *reading,
          GError *lower,
          GError **error)
{
  if (verdict == NULL && lower->domain != MSK_RULE_ERROR && lower->domain != MSK_INPUT_ERROR)
    {
      g_propagate_error (error, lower);
      return NULL;
    }

  if (verdict == NULL)
    {
      verdict = msk_verdict_new_refusal (lower, get_now (self));
      add_known (self, verdict, reading);
      g_clear_error (&lower);
      if (!record_refusal (self, reading, verdict->code, error))
        {
          g_object_unref (verdict);
          return NULL;
        }
      /* Nobody looks at the desk as before once it has cried out: both halves are scanned again. */
      if (verdict->tone == MSK_TONE_ALARM)
        forget_halves (self);
    }

  if (verdict->paper_id != 0)
    msk_paper_desk_get_balance (self->session, verdict->paper_id, &verdict->balance, NULL);
  else if (verdict->carrier != 0)
    msk_carrier_desk_get_balance (self->session, &verdict->balance, NULL);
  g_list_store_insert (self->verdicts, 0, verdict);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)) > VERDICTS_MAX)
    g_list_store_remove (self->verdicts, VERDICTS_MAX);
  return verdict;
}

/* What every way in begins with: only who may use this desk gets as far as a verdict. */
static gboolean
check_desk (MskScanDesk *self, GError **error)
{
  return msk_session_require_meeting (self->session, get_act (self->mode), error) != NULL;
}

MskScanDesk *
msk_scan_desk_new (MskSession *session, MskScanMode mode)
{
  MskScanDesk *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_SCAN_DESK, NULL);
  self->session = g_object_ref (session);
  self->mode = mode;
  return self;
}

MskScanMode
msk_scan_desk_get_mode (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), MSK_SCAN_ISSUE);

  return self->mode;
}

GListModel *
msk_scan_desk_get_verdicts (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), NULL);

  return G_LIST_MODEL (self->verdicts);
}

/* A tag that is no more its copy's may still be that of sheets that are registered, or to be. NULL
 * without an error when it is neither. */
static MskVerdict *
take_old_tag (MskScanDesk *self, const MskTagReading *reading, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), error);
  g_autoptr(MskCopy) copy =
                 database == NULL ? NULL : msk_copy_store_get (database, reading->number, error);

  if (copy == NULL)
    return NULL;

  return self->mode == MSK_SCAN_SWEEP
             ? msk_scan_spoiled_see (self->session, copy, &reading->tag, error)
             : msk_scan_spoiled_twice (self->session, copy, &reading->tag, self->reason, error);
}

/* A refused tag of which more is to be said in two of the modes. *lower then is why it is refused
 * after all. */
static MskVerdict *
reconsider (MskScanDesk *self, const MskTagReading *reading, GError **lower)
{
  GError *error = NULL;
  MskVerdict *verdict;

  if (!g_error_matches (*lower, MSK_RULE_ERROR, MSK_RULE_ERROR_VOID_TAG) || reading->number == 0 ||
      (self->mode != MSK_SCAN_SWEEP && self->mode != MSK_SCAN_TWICE))
    return NULL;

  verdict = take_old_tag (self, reading, &error);
  if (verdict != NULL)
    g_clear_error (lower);
  else if (error != NULL)
    {
      g_clear_error (lower);
      *lower = error;
    }
  return verdict;
}

void
msk_scan_desk_set_reason (MskScanDesk *self, const char *reason)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  g_free (self->reason);
  self->reason = g_strdup (reason);
}

MskVerdict *
msk_scan_desk_scan (MskScanDesk *self, const char *code, GError **error)
{
  MskTagReading reading;
  MskVerdict *verdict = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && code != NULL, NULL);

  if (!check_desk (self, error))
    return NULL;

  if (self->waiting_person == 0 && self->waiting_copy == 0 && self->waiting_carrier == 0)
    self->by_hand = FALSE;

  if (msk_tag_reader_read (self->session, code, &reading, &lower))
    {
      if (reading.attendee_id != 0)
        verdict = take_person (self, &reading, &lower);
      else if (reading.carrier != 0)
        verdict = take_carrier (self, &reading, &lower);
      else
        verdict = take_copy (self, &reading, &lower);
    }
  else
    verdict = reconsider (self, &reading, &lower);
  return conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_person (MskScanDesk *self, gint64 attendee_id, GError **error)
{
  MskTagReading reading = { .attendee_id = attendee_id };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), NULL);

  if (!check_desk (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_person (self, &reading, &lower);
  return conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_copy (MskScanDesk *self, guint number, GError **error)
{
  MskTagReading reading = { .number = number };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), NULL);

  if (!check_desk (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_copy (self, &reading, &lower);
  return conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_carrier (MskScanDesk *self, guint number, GError **error)
{
  MskTagReading reading = { .carrier = number };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && self->mode != MSK_SCAN_CHECK, NULL);

  if (!check_desk (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_carrier (self, &reading, &lower);
  return conclude (self, verdict, &reading, lower, error);
}

void
msk_scan_desk_clear (MskScanDesk *self)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  forget_halves (self);
}

gint64
msk_scan_desk_get_waiting_person (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), 0);

  return self->waiting_person;
}

guint
msk_scan_desk_get_waiting_copy (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), 0);

  return self->waiting_copy;
}

guint
msk_scan_desk_get_waiting_carrier (MskScanDesk *self)
{
  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), 0);

  return self->waiting_carrier;
}

MskVerdict *
msk_scan_desk_undo (MskScanDesk *self, MskVerdict *verdict, GError **error)
{
  MskTagReading reading = { .number = verdict->number, .carrier = verdict->carrier };
  MskVerdict *undone = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && MSK_IS_VERDICT (verdict), NULL);
  g_return_val_if_fail (verdict->movement_id != 0, NULL);

  if (!check_desk (self, error))
    return NULL;

  if (verdict->carrier != 0 ? msk_carrier_scan_revert (self->session, verdict, &lower)
                            : msk_copy_scan_revert (self->session, verdict, &lower))
    {
      forget_halves (self);
      undone = msk_verdict_new (MSK_TONE_DONE, "undone", _ ("Undone"),
                                verdict->carrier != 0 ? _ ("The carrier is where it was before.")
                                                      : _ ("The copy is where it was before."),
                                get_now (self));
      add_known (self, undone, &reading);
    }
  return conclude (self, undone, &reading, lower, error);
}
