/* The desk with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-desk-private.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-badge-private.h"
#include "msk-carrier-desk.h"
#include "msk-carrier-scan.h"
#include "msk-carrier-store.h"
#include "msk-circulation-scan.h"
#include "msk-copy-scan.h"
#include "msk-copy-store.h"
#include "msk-door-facts.h"
#include "msk-error.h"
#include "msk-issue.h"
#include "msk-pack-scan.h"
#include "msk-paper-desk.h"
#include "msk-print-desk-private.h"
#include "msk-scan-private.h"
#include "msk-scan-spoiled.h"
#include "msk-second-sighting.h"
#include "msk-session-private.h"
#include "msk-sweep-zone-desk.h"
#include "msk-tag-reader.h"
#include "msk-verdict-private.h"

G_DEFINE_FINAL_TYPE (MskScanDesk, msk_scan_desk, G_TYPE_OBJECT)

static void
msk_scan_desk_finalize (GObject *object)
{
  MskScanDesk *self = MSK_SCAN_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->reason, g_free);
  g_ptr_array_unref (self->waivers);
  g_clear_object (&self->decided);

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
  self->waivers = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_waiver_free);
}

void
msk_scan_desk_forget_halves (MskScanDesk *self)
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

const char *
msk_scan_desk_get_remark (MskScanDesk *self)
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
    case MSK_SCAN_CIRCULATE:
      return MSK_ACT_CIRCULATE_START;
    case MSK_SCAN_ISSUE:
    default:
      return MSK_ACT_COPY_ISSUE;
    }
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
wait_for_copy (MskScanDesk *self, MskDatabase *database, MskAttendee *attendee, GError **error)
{
  g_autoptr(MskVerdict) verdict = NULL;

  if (!msk_attendee_check_admissible (attendee, error) ||
      !msk_door_facts_check_issue (database, attendee, error))
    return NULL;

  verdict =
      msk_verdict_new (MSK_TONE_WAITING, "person-selected", _ ("Person known"),
                       _ ("Now scan the copy or the carrier for this person."), get_now (self));
  msk_verdict_set_person (verdict, attendee);
  if (self->mode == MSK_SCAN_ISSUE && !msk_pack_scan_tell (database, verdict, error))
    return NULL;

  self->waiting_person = attendee->id;
  return g_steal_pointer (&verdict);
}

static MskVerdict *
wait_for_person (MskScanDesk *self, MskCopy *copy, guint page)
{
  MskVerdict *verdict;

  self->waiting_copy = copy->number;
  self->waiting_page = page;
  verdict = msk_verdict_new (MSK_TONE_WAITING, "copy-selected", _ ("Copy known"),
                             _ ("Now scan the badge of the person."), get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

/* Whoever has more planned for them waits for the next piece of their pack. The copy is out by now:
 * what can't be read of the pack is not told. */
static void
go_on_with_pack (MskScanDesk *self, MskVerdict *verdict)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), NULL);

  if (database != NULL && msk_pack_scan_go_on (database, verdict, NULL) && verdict->pack > 0)
    self->waiting_person = verdict->attendee_id;
}

MskVerdict *
msk_scan_desk_give_copy (MskScanDesk *self,
                         MskAttendee *attendee,
                         MskCopy *copy,
                         guint page,
                         GError **error)
{
  const MskIssueTerms terms = { msk_scan_desk_get_remark (self), self->waivers };
  MskVerdict *verdict;

  if (self->mode == MSK_SCAN_CIRCULATE)
    return msk_circulation_scan_start (self->session, attendee, copy, page, &terms, error);

  verdict = msk_copy_scan_issue (self->session, attendee, copy, page, &terms, error);
  if (verdict != NULL)
    go_on_with_pack (self, verdict);
  return verdict;
}

MskVerdict *
msk_scan_desk_give_carrier (MskScanDesk *self,
                            MskAttendee *attendee,
                            MskCarrier *carrier,
                            GError **error)
{
  const MskIssueTerms terms = { msk_scan_desk_get_remark (self), self->waivers };

  return msk_carrier_scan_issue (self->session, attendee, carrier, &terms, error);
}

/* A copy that is in a turn waits for the end of that turn. Another person who waits does not get
 * it. */
static MskVerdict *
meet_turn (MskScanDesk *self, const MskTurn *turn, MskCopy *copy, guint page, GError **error)
{
  if (self->waiting_person != 0 && self->waiting_person != turn->attendee_id)
    {
      msk_turn_check_start (copy, turn, self->waiting_person, error);
      return NULL;
    }

  self->waiting_person = 0;
  self->waiting_copy = copy->number;
  self->waiting_page = page;
  return msk_circulation_scan_meet (self->session, turn, copy, page);
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
  return carrier == NULL ? NULL : msk_scan_desk_give_carrier (self, attendee, carrier, error);
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
  if (self->mode == MSK_SCAN_CHECK)
    return msk_badge_scan_confirm (self->session, reading->tag.serial, error);
  if (self->mode != MSK_SCAN_ISSUE && self->mode != MSK_SCAN_CIRCULATE)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a badge: scan the copy or the carrier instead."));
      return NULL;
    }

  self->waiting_person = 0;
  if (self->waiting_carrier != 0)
    return give_waiting_carrier (self, database, attendee, reading, error);
  if (self->waiting_copy == 0)
    return wait_for_copy (self, database, attendee, error);

  /* From here on the two go together, in a refusal too. */
  reading->number = self->waiting_copy;
  reading->tag.page = self->waiting_page;
  self->waiting_copy = 0;
  copy = msk_copy_store_get (database, reading->number, error);
  return copy == NULL ? NULL
                      : msk_scan_desk_give_copy (self, attendee, copy, reading->tag.page, error);
}

static MskVerdict *
take_copy (MskScanDesk *self, MskTagReading *reading, GError **error)
{
  const guint page = reading->tag.page;
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), error);
  g_autoptr(MskCopy) copy =
                 database == NULL ? NULL : msk_copy_store_get (database, reading->number, error);
  g_autoptr(MskAttendee) attendee = NULL;
  g_autoptr(MskTurn) turn = NULL;

  if (copy == NULL || !check_moving (self, error))
    return NULL;

  switch (self->mode)
    {
    case MSK_SCAN_RETURN:
      return msk_scan_desk_take_back (self, copy, page, error);
    case MSK_SCAN_CHECK:
      return msk_copy_scan_confirm (self->session, copy, page, msk_scan_desk_get_remark (self),
                                    error);
    case MSK_SCAN_SWEEP:
      return msk_copy_scan_see (self->session, copy, page, self->zone, error);
    case MSK_SCAN_SPOIL:
      return msk_scan_spoiled_spoil (self->session, copy, page, self->reason, error);
    case MSK_SCAN_TWICE:
      return msk_scan_spoiled_twice (self->session, copy, &reading->tag, self->reason, error);
    case MSK_SCAN_CIRCULATE:
      if (!msk_circulation_scan_find (self->session, copy->number, &turn, error))
        return NULL;
      break;
    case MSK_SCAN_ISSUE:
    default:
      break;
    }

  self->waiting_copy = 0;
  self->waiting_carrier = 0;
  reading->attendee_id = self->waiting_person;
  if (turn != NULL)
    return meet_turn (self, turn, copy, page, error);
  if (self->waiting_person == 0)
    return msk_copy_check_issuable (copy, error) ? wait_for_person (self, copy, page) : NULL;

  /* A copy that can't be given leaves the person waiting for another; one that is given ends it. */
  attendee = msk_attendee_store_get (database, reading->attendee_id, error);
  if (attendee == NULL || !msk_copy_check_issuable (copy, error))
    return NULL;

  self->waiting_person = 0;
  return msk_scan_desk_give_copy (self, attendee, copy, page, error);
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
  return msk_scan_desk_give_carrier (self, attendee, carrier, error);
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
      if (!msk_second_sighting_check_carrier (self, carrier, error))
        return NULL;
      return msk_carrier_scan_take_back (self->session, carrier, msk_scan_desk_get_remark (self),
                                         error);
    case MSK_SCAN_CHECK:
      return msk_carrier_scan_confirm (self->session, carrier, msk_scan_desk_get_remark (self),
                                       error);
    case MSK_SCAN_SWEEP:
      return msk_carrier_scan_see (self->session, carrier, self->zone, error);
    case MSK_SCAN_SPOIL:
    case MSK_SCAN_TWICE:
    case MSK_SCAN_CIRCULATE:
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                           _ ("This is a carrier: scan a copy, or register the carrier as spoiled "
                              "in its own list."));
      return NULL;
    case MSK_SCAN_ISSUE:
    default:
      return issue_carrier (self, database, carrier, reading, error);
    }
}

static MskVerdict *
refuse_device (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NO_COPY_SELECTED,
                       _ ("This is the tag of a device in deposit: take it to the deposit, and "
                          "scan "
                          "a copy or a carrier here."));
  return NULL;
}

/* A refusal about which a role may decide otherwise says which. */
static MskVerdict *
make_refusal (MskScanDesk *self, const GError *refusal)
{
  MskVerdict *verdict = msk_verdict_new_refusal (refusal, get_now (self));
  g_autofree char *reason = NULL;

  if (refusal->domain != MSK_RULE_ERROR ||
      !msk_issue_get_decider ((MskRuleError) refusal->code, &verdict->decider))
    return verdict;

  verdict->decidable = TRUE;
  reason = verdict->text;
  verdict->text = g_strdup_printf (_ ("%s Only the %s may decide otherwise."), reason,
                                   msk_role_get_label (verdict->decider));
  return verdict;
}

void
msk_scan_desk_add_known (MskScanDesk *self, MskVerdict *verdict, const MskTagReading *reading)
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

MskVerdict *
msk_scan_desk_conclude (MskScanDesk *self,
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
      verdict = make_refusal (self, lower);
      msk_scan_desk_add_known (self, verdict, reading);
      g_clear_error (&lower);
      if (!msk_scan_record_refusal (self->session, self->mode, self->zone, reading,
                                    self->waiting_person, verdict->code, error))
        {
          g_object_unref (verdict);
          return NULL;
        }
      /* Nobody looks at the desk as before once it has cried out: both halves are scanned again. */
      if (verdict->tone == MSK_TONE_ALARM)
        msk_scan_desk_forget_halves (self);
    }

  if (verdict->paper_id != 0)
    msk_paper_desk_get_balance (self->session, verdict->paper_id, &verdict->balance, NULL);
  else if (verdict->carrier != 0)
    msk_carrier_desk_get_balance (self->session, &verdict->balance, NULL);
  msk_verdict_put_first (self->verdicts, verdict);
  return verdict;
}

gboolean
msk_scan_desk_check_role (MskScanDesk *self, GError **error)
{
  return msk_session_require_meeting (self->session, get_act (self->mode), error) != NULL;
}

gboolean
msk_scan_desk_check (MskScanDesk *self, GError **error)
{
  g_ptr_array_set_size (self->waivers, 0);
  g_clear_object (&self->decided);
  return msk_scan_desk_check_role (self, error);
}

MskScanDesk *
msk_scan_desk_new (MskSession *session, MskScanMode mode)
{
  MskScanDesk *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_SCAN_DESK, NULL);
  self->session = g_object_ref (session);
  self->mode = mode;
  self->zone = MSK_SWEEP_ZONE_FIRST;
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
             ? msk_scan_spoiled_see (self->session, copy, &reading->tag, self->zone, error)
             : msk_scan_spoiled_twice (self->session, copy, &reading->tag, self->reason, error);
}

/* A refused tag of which more is to be said in two of the modes. *lower then is why it is refused
 * after all. */
static MskVerdict *
reconsider (MskScanDesk *self, const MskTagReading *reading, GError **lower)
{
  GError *error = NULL;
  MskVerdict *verdict;

  if (self->mode == MSK_SCAN_CHECK && reading->attendee_id != 0 &&
      g_error_matches (*lower, MSK_RULE_ERROR, MSK_RULE_ERROR_BADGE_NOT_CONFIRMED))
    {
      g_clear_error (lower);
      return msk_badge_scan_confirm (self->session, reading->tag.serial, lower);
    }
  if (self->mode != MSK_SCAN_CHECK)
    msk_scan_explain_void_badge (self->session, reading, lower);
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

MskVerdict *
msk_scan_desk_scan (MskScanDesk *self, const char *code, GError **error)
{
  MskTagReading reading;
  MskVerdict *verdict = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && code != NULL, NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  if (self->mode == MSK_SCAN_RETURN ||
      (self->waiting_person == 0 && self->waiting_copy == 0 && self->waiting_carrier == 0))
    self->by_hand = FALSE;

  if (msk_tag_reader_read (self->session, code, &reading, &lower))
    {
      if (reading.attendee_id != 0)
        verdict = take_person (self, &reading, &lower);
      else if (reading.carrier != 0)
        verdict = take_carrier (self, &reading, &lower);
      else if (reading.device != 0)
        verdict = refuse_device (&lower);
      else
        verdict = take_copy (self, &reading, &lower);
    }
  else
    verdict = reconsider (self, &reading, &lower);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_person (MskScanDesk *self, gint64 attendee_id, GError **error)
{
  MskTagReading reading = { .attendee_id = attendee_id };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_person (self, &reading, &lower);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_copy (MskScanDesk *self, guint number, GError **error)
{
  MskTagReading reading = { .number = number };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self), NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_copy (self, &reading, &lower);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

MskVerdict *
msk_scan_desk_choose_carrier (MskScanDesk *self, guint number, GError **error)
{
  MskTagReading reading = { .carrier = number };
  MskVerdict *verdict;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && self->mode != MSK_SCAN_CHECK, NULL);

  if (!msk_scan_desk_check (self, error))
    return NULL;

  self->by_hand = TRUE;
  verdict = take_carrier (self, &reading, &lower);
  return msk_scan_desk_conclude (self, verdict, &reading, lower, error);
}

void
msk_scan_desk_clear (MskScanDesk *self)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  msk_scan_desk_forget_halves (self);
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
