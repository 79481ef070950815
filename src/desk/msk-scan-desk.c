/* The desk with the scanner: every code that is read gets one verdict, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-paper-desk.h"
#include "msk-paper-store.h"
#include "msk-print-desk-private.h"
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
  gboolean by_hand; /* a half of what is being done was chosen from a list, not scanned */
};

G_DEFINE_FINAL_TYPE (MskScanDesk, msk_scan_desk, G_TYPE_OBJECT)

static void
msk_scan_desk_finalize (GObject *object)
{
  MskScanDesk *self = MSK_SCAN_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);

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
    case MSK_SCAN_ISSUE:
    default:
      return MSK_ACT_COPY_ISSUE;
    }
}

/* Nobody holds a paper twice, not by taking back a return either. */
static gboolean
check_holds_none (MskDatabase *database, gint64 attendee_id, gint64 paper_id, GError **error)
{
  guint held;

  if (!msk_copy_store_find_held (database, attendee_id, paper_id, &held, error))
    return FALSE;
  if (held == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_HOLDS_PAPER,
               _ ("This person holds copy %06u of the same paper: take that back first."), held);
  return FALSE;
}

static MskVerdict *
issue (MskScanDesk *self, MskAttendee *attendee, MskCopy *copy, guint page, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskPaper) paper = NULL;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_ISSUE,
                           .from = MSK_COPY_IN_STORE,
                           .to = MSK_COPY_HELD,
                           .attendee_id = attendee->id,
                           .remark = get_remark (self) };
  MskVerdict *verdict;

  if (!msk_session_begin_moving (self->session, MSK_ACT_COPY_ISSUE, &transaction, error))
    return NULL;

  paper = msk_paper_store_get (transaction.database, copy->paper_id, error);
  if (paper == NULL || !msk_copy_check_issuable (copy, error) ||
      !msk_paper_check_reader (paper, attendee, error) ||
      !check_holds_none (transaction.database, attendee->id, paper->id, error) ||
      !msk_copy_store_move (&transaction, &movement, error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "issued", _ ("Issued"),
                             _ ("Hand over the copy, and scan the next."), get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  msk_verdict_set_person (verdict, attendee);
  verdict->movement_id = movement.id;
  return verdict;
}

static MskVerdict *
take_back (MskScanDesk *self, MskCopy *copy, guint page, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) holder = NULL;
  MskMovement movement = { .number = copy->number,
                           .act = MSK_ACT_COPY_RETURN,
                           .from = copy->state,
                           .to = MSK_COPY_RETURNED,
                           .attendee_id = copy->holder_id,
                           .remark = get_remark (self) };
  g_autoptr(MskPaper) paper = NULL;
  g_autofree char *text = NULL;
  MskVerdict *verdict;

  if (!msk_session_begin_moving (self->session, MSK_ACT_COPY_RETURN, &transaction, error) ||
      !msk_copy_check_returnable (copy, error))
    return NULL;

  holder = msk_attendee_store_get (transaction.database, copy->holder_id, error);
  paper = holder == NULL ? NULL : msk_paper_store_get (transaction.database, copy->paper_id, error);
  if (paper == NULL || !msk_copy_store_move (&transaction, &movement, error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "It has %u page: look at it, put it away, and scan the next.",
                                    "It has %u pages: count them, put it away, and scan the next.",
                                    paper->pages),
                       paper->pages);
  verdict = msk_verdict_new (MSK_TONE_DONE, "returned", _ ("Returned"), text, get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  msk_verdict_set_person (verdict, holder);
  verdict->movement_id = movement.id;
  return verdict;
}

static MskVerdict *
confirm (MskScanDesk *self, MskCopy *copy, guint page, GError **error)
{
  MskVerdict *verdict;

  if (!msk_print_desk_confirm_as (self->session, copy->number, get_remark (self), error))
    return NULL;

  verdict = msk_verdict_new (MSK_TONE_DONE, "confirmed", _ ("Good"),
                             _ ("The copy is in store: look at the next one."), get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
}

static gboolean
check_sweep (MskScanDesk *self, MskTransaction *transaction, GError **error)
{
  MskSweepFacts facts;

  if (!msk_session_begin (self->session, MSK_ACT_SWEEP_SCAN, transaction, error) ||
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

/* A copy that should not be here, or is here twice, is seen and refused at once: the sighting
 * counts, the verdict warns. */
static MskVerdict *
warn_of_sighting (MskScanDesk *self, MskCopy *copy, guint sightings)
{
  g_autoptr(GError) warning = NULL;

  if (sightings > 1)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_SCANNED,
                 _ ("This copy was scanned before in this sweep: if this is not just another page "
                    "of it, keep both sheets and tell the security officer."));
  else if (copy->state == MSK_COPY_PRINTING)
    g_set_error_literal (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_NOT_GOOD,
                         _ ("This copy was never checked at the printer: keep it, and take it back "
                            "in the list of the sweep."));
  else if (copy->state == MSK_COPY_HELD)
    g_set_error (&warning, MSK_RULE_ERROR, MSK_RULE_ERROR_SECOND_SIGHTING,
                 _ ("This copy is here although %s holds it: keep it, and take it back in the list "
                    "of the sweep."),
                 copy->holder);
  else
    msk_copy_check_returnable (copy, &warning);

  return warning == NULL ? NULL : msk_verdict_new_refusal (warning, get_now (self));
}

static MskVerdict *
see (MskScanDesk *self, MskCopy *copy, guint page, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskVerdict *verdict = NULL;
  gboolean expected = copy->state == MSK_COPY_IN_STORE || copy->state == MSK_COPY_RETURNED ||
                      copy->state == MSK_COPY_SPOILED;
  guint sightings;

  if (!check_sweep (self, &transaction, error) ||
      !msk_sweep_store_see (&transaction, copy->number, &sightings, error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  if (!expected || sightings > 1)
    verdict = warn_of_sighting (self, copy, sightings);
  if (verdict == NULL)
    verdict = msk_verdict_new (MSK_TONE_DONE, "seen", _ ("Seen"),
                               _ ("The copy is here: put it with the others."), get_now (self));
  msk_verdict_set_copy (verdict, copy, page);
  return verdict;
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
  verdict = msk_verdict_new (MSK_TONE_WAITING, "person-selected", _ ("Person known"),
                             _ ("Now scan the copy for this person."), get_now (self));
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
                           _ ("This is a badge: scan the copy instead."));
      return NULL;
    }

  self->waiting_person = 0;
  if (self->waiting_copy == 0)
    return wait_for_copy (self, attendee, error);

  /* From here on the two go together, in a refusal too. */
  reading->number = self->waiting_copy;
  reading->tag.page = self->waiting_page;
  self->waiting_copy = 0;
  copy = msk_copy_store_get (database, reading->number, error);
  return copy == NULL ? NULL : issue (self, attendee, copy, reading->tag.page, error);
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
      return take_back (self, copy, page, error);
    case MSK_SCAN_CHECK:
      return confirm (self, copy, page, error);
    case MSK_SCAN_SWEEP:
      return see (self, copy, page, error);
    case MSK_SCAN_ISSUE:
    default:
      break;
    }

  self->waiting_copy = 0;
  if (self->waiting_person == 0)
    return wait_for_person (self, copy, page, error);

  /* A copy that can't be given leaves the person waiting for another; one that is given ends it. */
  reading->attendee_id = self->waiting_person;
  attendee = msk_attendee_store_get (database, reading->attendee_id, error);
  if (attendee == NULL || !msk_copy_check_issuable (copy, error))
    return NULL;

  self->waiting_person = 0;
  return issue (self, attendee, copy, page, error);
}

/* Refusals that somebody may have to explain later go into the ledger; a shop's barcode does not.
 */
static gboolean
record_refusal (MskScanDesk *self, const MskTagReading *reading, const char *code, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, reading->tag.serial);
  g_autofree char *subject =
      reading->number == 0 ? g_strdup ("code") : g_strdup_printf ("copy %06u", reading->number);
  g_autofree char *person =
      g_strdup_printf ("%" G_GINT64_FORMAT,
                       reading->attendee_id != 0 ? reading->attendee_id : self->waiting_person);

  if (reading->tag.serial == 0 && reading->number == 0 && reading->attendee_id == 0)
    return TRUE;

  return msk_session_begin (self->session, MSK_ACT_SCAN_REFUSED, &transaction, error) &&
         (self->mode != MSK_SCAN_SWEEP ||
          msk_session_get_meeting (self->session)->state != MSK_MEETING_STATE_SWEEPING ||
          msk_sweep_store_add_strange (&transaction, code, reading->tag.serial, reading->number,
                                       error)) &&
         msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, subject, error, "code", code,
                            "serial", serial, "attendee", person, NULL) &&
         msk_session_commit (self->session, &transaction, error);
}

static void
add_known_copy (MskScanDesk *self, MskVerdict *verdict, const MskTagReading *reading)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self->mode), NULL);
  g_autoptr(MskCopy) copy = reading->number == 0 || database == NULL
                                 ? NULL
                                 : msk_copy_store_get (database, reading->number, NULL);
  g_autoptr(MskAttendee) attendee =
                 reading->attendee_id == 0 || database == NULL
                     ? NULL
                     : msk_attendee_store_get (database, reading->attendee_id, NULL);

  if (copy != NULL)
    msk_verdict_set_copy (verdict, copy, reading->tag.page);
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
      add_known_copy (self, verdict, reading);
      g_clear_error (&lower);
      if (!record_refusal (self, reading, verdict->code, error))
        {
          g_object_unref (verdict);
          return NULL;
        }
    }

  if (verdict->paper_id != 0)
    msk_paper_desk_get_balance (self->session, verdict->paper_id, &verdict->balance, NULL);
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

MskVerdict *
msk_scan_desk_scan (MskScanDesk *self, const char *code, GError **error)
{
  MskTagReading reading;
  MskVerdict *verdict = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && code != NULL, NULL);

  if (!check_desk (self, error))
    return NULL;

  if (self->waiting_person == 0 && self->waiting_copy == 0)
    self->by_hand = FALSE;

  if (msk_tag_reader_read (self->session, code, &reading, &lower))
    verdict = reading.attendee_id != 0 ? take_person (self, &reading, &lower)
                                       : take_copy (self, &reading, &lower);
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

void
msk_scan_desk_clear (MskScanDesk *self)
{
  g_return_if_fail (MSK_IS_SCAN_DESK (self));

  self->waiting_person = 0;
  self->waiting_copy = 0;
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

/* Writes the movement that takes back the last one. */
static gboolean
revert (MskScanDesk *self, const MskVerdict *verdict, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  gboolean issued = g_str_equal (verdict->code, "issued");
  MskAct act = issued ? MSK_ACT_COPY_ISSUE_UNDO : MSK_ACT_COPY_RETURN_UNDO;
  MskMovement last, movement;
  gboolean found;

  if (!msk_session_begin_moving (self->session, act, &transaction, error) ||
      !msk_copy_store_get_last_movement (transaction.database, verdict->number, &last, &found,
                                         error))
    return FALSE;
  if (!found || last.id != verdict->movement_id)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                           _ ("Something else has happened to this copy since: scan it and go on "
                              "from there."));
      return FALSE;
    }

  movement = (MskMovement){ .number = verdict->number,
                            .act = act,
                            .from = last.to,
                            .to = last.from,
                            .attendee_id = last.attendee_id,
                            .remark = "" };
  return (issued ||
          check_holds_none (transaction.database, last.attendee_id, verdict->paper_id, error)) &&
         msk_copy_store_move (&transaction, &movement, error) &&
         msk_copy_store_restore_issue (&transaction, verdict->number, last.issued_at, !issued,
                                       error) &&
         msk_session_commit (self->session, &transaction, error);
}

MskVerdict *
msk_scan_desk_undo (MskScanDesk *self, MskVerdict *verdict, GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  MskTagReading reading = { .number = verdict->number };
  MskVerdict *undone = NULL;
  GError *lower = NULL;

  g_return_val_if_fail (MSK_IS_SCAN_DESK (self) && MSK_IS_VERDICT (verdict), NULL);
  g_return_val_if_fail (verdict->movement_id != 0, NULL);

  if (!check_desk (self, error))
    return NULL;

  if (revert (self, verdict, &lower))
    {
      copy = msk_print_desk_get_copy (self->session, verdict->number, NULL);
      undone = msk_verdict_new (MSK_TONE_DONE, "undone", _ ("Undone"),
                                _ ("The copy is where it was before."), get_now (self));
      if (copy != NULL)
        msk_verdict_set_copy (undone, copy, 0);
    }
  return conclude (self, undone, &reading, lower, error);
}
