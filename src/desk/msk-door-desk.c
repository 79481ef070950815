/* The door (M4): who comes in and goes out, one verdict for each badge, after the commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-device-desk.h"
#include "msk-device-store.h"
#include "msk-door-facts.h"
#include "msk-door-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-private.h"
#include "msk-session-private.h"
#include "msk-tag-reader.h"
#include "msk-verdict-private.h"
#include "msk-vetting-private.h"

/* A scanner that fires twice is no second person. On the way in the clerk's answer comes between
 * two scans anyhow. */
#define REPEAT_SECONDS 2

/* Somebody before the door, and how they came there. */
typedef struct
{
  gint64 attendee_id; /* 0 for nobody */
  gint64 serial;      /* of the badge, or 0 */
  gboolean by_hand;
  MskIdentity identity;
  MskDoorVerdict verdict; /* the last one */
} Comer;

struct _MskDoorDesk
{
  GObject parent_instance;

  MskSession *session;
  MskDirection direction;
  GListStore *verdicts;
  Comer waiting;
  Comer holding; /* refused for their papers */
};

G_DEFINE_FINAL_TYPE (MskDoorDesk, msk_door_desk, G_TYPE_OBJECT)

static void
msk_door_desk_finalize (GObject *object)
{
  MskDoorDesk *self = MSK_DOOR_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->verdicts);

  G_OBJECT_CLASS (msk_door_desk_parent_class)->finalize (object);
}

static void
msk_door_desk_class_init (MskDoorDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_door_desk_finalize;
}

static void
msk_door_desk_init (MskDoorDesk *self)
{
  self->verdicts = g_list_store_new (MSK_TYPE_VERDICT);
}

static gint64
get_now (MskDoorDesk *self)
{
  return msk_session_get_now (self->session);
}

static MskAct
get_act (MskDoorDesk *self)
{
  return self->direction == MSK_DIRECTION_IN ? MSK_ACT_DOOR_IN : MSK_ACT_DOOR_OUT;
}

static MskTone
get_tone (MskDoorVerdict verdict)
{
  if (verdict == MSK_DOOR_ADMITTED || verdict == MSK_DOOR_LET_OUT)
    return MSK_TONE_DONE;
  if (msk_door_verdict_is_alarm (verdict))
    return MSK_TONE_ALARM;

  return verdict == MSK_DOOR_IDENTITY_NOT_SEEN ? MSK_TONE_WAITING : MSK_TONE_REFUSED;
}

/* The reason and the next step; between them what is on record, if that is to be told. */
static MskVerdict *
make_verdict (MskDoorDesk *self, MskDoorVerdict verdict, const char *items, MskAttendee *attendee)
{
  const char *reason = msk_door_verdict_get_reason (verdict);
  const char *next_step = msk_door_verdict_get_next_step (verdict);
  g_autofree char *text =
      items[0] != '\0' ? g_strdup_printf (_ ("%s On record: %s. %s"), reason, items, next_step)
                       : g_strdup_printf (_ ("%s %s"), reason, next_step);
  MskVerdict *made =
      msk_verdict_new (get_tone (verdict), msk_enum_get_name (MSK_TYPE_DOOR_VERDICT, (int) verdict),
                       msk_door_verdict_get_word (verdict), text, get_now (self));

  msk_verdict_set_helper (made, msk_door_verdict_get_helper (verdict));
  if (attendee != NULL)
    {
      msk_verdict_set_person (made, attendee);
      msk_verdict_set_standing (made, msk_capacity_get_label (attendee->capacity));
    }
  return made;
}

/* Puts a verdict at the head of the list. */
static MskVerdict *
conclude (MskDoorDesk *self, MskVerdict *verdict)
{
  if (verdict == NULL)
    return NULL;

  msk_verdict_put_first (self->verdicts, verdict);
  return verdict;
}

/* A code that was made to look like the kit's, or that is another meeting's, is not only refused
 * (I1). */
static gboolean
open_incident (MskTransaction *transaction, const Comer *comer, GError **error)
{
  const MskTagReading reading = { .tag = { .serial = comer->serial } };

  return msk_incident_open_refusal (transaction, &reading, "code",
                                    msk_enum_get_name (MSK_TYPE_DOOR_VERDICT, (int) comer->verdict),
                                    _ ("Shown at the door."), error);
}

static gboolean
keep_refusal (MskDoorDesk *self, const Comer *comer, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const MskDoorRefusal refusal = { .attendee_id = comer->attendee_id,
                                   .serial = comer->serial,
                                   .direction = self->direction,
                                   .verdict = comer->verdict,
                                   .by_hand = comer->by_hand };

  return msk_session_begin (self->session, MSK_ACT_DOOR_REFUSE, &transaction, error) &&
         msk_door_store_refuse (&transaction, &refusal, error) &&
         open_incident (&transaction, comer, error) &&
         msk_session_commit (self->session, &transaction, error);
}

gboolean
msk_door_desk_forget (MskDoorDesk *self, GError **error)
{
  const Comer comer = self->waiting;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), FALSE);

  self->waiting = (Comer){ 0 };
  self->holding = (Comer){ 0 };
  return comer.attendee_id == 0 || keep_refusal (self, &comer, error);
}

/* What every act begins with: only who may work at this door gets as far as a verdict, and whoever
 * waited is no longer who stands there. */
static gboolean
begin (MskDoorDesk *self, GError **error)
{
  return msk_session_require_meeting (self->session, get_act (self), error) != NULL &&
         msk_door_desk_forget (self, error);
}

/* Nobody comes in any more once the sweep has begun; they may still leave. */
static MskVerdict *
refuse_closed (MskDoorDesk *self)
{
  MskMeeting *meeting = msk_session_get_meeting (self->session);
  g_autoptr(GError) error = NULL;

  if ((self->direction == MSK_DIRECTION_OUT && meeting->state != MSK_MEETING_STATE_CLOSED) ||
      msk_meeting_check_open (meeting, &error))
    return NULL;

  return msk_verdict_new_refusal (error, get_now (self));
}

static gboolean
record_passing (MskDoorDesk *self,
                const Comer *comer,
                const char *reason,
                gint64 *movement_id,
                GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const MskAct act = *reason != '\0' ? MSK_ACT_DOOR_OUT_HOLDING : get_act (self);
  const MskDoorPassing passing = { .attendee_id = comer->attendee_id,
                                   .direction = self->direction,
                                   .identity = comer->identity,
                                   .by_hand = comer->by_hand,
                                   .reason = reason };

  return msk_session_begin (self->session, act, &transaction, error) &&
         msk_door_store_pass (&transaction, &passing, movement_id, error) &&
         (self->direction == MSK_DIRECTION_IN ||
          msk_device_store_forget_answer (&transaction, comer->attendee_id, error)) &&
         msk_session_commit (self->session, &transaction, error);
}

/* They pass. */
static MskVerdict *
let_pass (MskDoorDesk *self,
          const Comer *comer,
          MskAttendee *attendee,
          const char *reason,
          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self), error);
  g_autofree char *devices = NULL;
  MskVerdict *verdict;
  gint64 movement_id;

  if (database == NULL || !record_passing (self, comer, reason, &movement_id, error))
    return NULL;

  /* A reminder: what was committed stands, whatever reading it may say. */
  if (self->direction == MSK_DIRECTION_OUT)
    devices = msk_door_facts_dup_devices (database, comer->attendee_id, NULL);
  verdict = make_verdict (self, comer->verdict, devices != NULL ? devices : "", attendee);
  verdict->movement_id = movement_id;
  return conclude (self, verdict);
}

/* The passing that may have been a mistake when somebody stands on the wrong side of the door, or
 * 0: so it can be annulled while they stand there. */
static gint64
find_doubtful (MskDatabase *database, const MskDoorFacts *facts, MskDoorVerdict verdict)
{
  MskPresence presence = { 0 };

  if (verdict == MSK_DOOR_ALREADY_INSIDE || verdict == MSK_DOOR_NOT_INSIDE)
    msk_door_store_get_presence (database,
                                 facts->inside_as != 0 ? facts->inside_as : facts->attendee->id,
                                 &presence, NULL);
  return presence.movement_id;
}

/* Judges somebody who stands before the door, and does what the verdict says. */
static MskVerdict *
judge (MskDoorDesk *self, Comer *comer, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (self->session, get_act (self), error);
  g_autoptr(MskAttendee) attendee =
                 database == NULL ? NULL
                                  : msk_attendee_store_get (database, comer->attendee_id, error);
  g_autofree char *items = NULL;
  MskVerdict *verdict;
  MskDoorFacts facts;

  if (attendee == NULL || !msk_door_facts_load (database, msk_session_get_meeting (self->session),
                                                get_now (self), attendee, &facts, error))
    return NULL;

  facts.identity = comer->identity;
  comer->verdict = self->direction == MSK_DIRECTION_IN ? msk_door_judge_in (&facts)
                                                       : msk_door_judge_out (&facts);
  if (self->direction == MSK_DIRECTION_OUT && facts.inside)
    comer->attendee_id = facts.inside_as;
  if (get_tone (comer->verdict) == MSK_TONE_DONE)
    return let_pass (self, comer, attendee, "", error);

  if (comer->verdict == MSK_DOOR_OPEN_ITEMS)
    self->holding = *comer;
  if (msk_door_verdict_is_question (comer->verdict))
    self->waiting = *comer;
  else if (!keep_refusal (self, comer, error))
    return NULL;

  items = comer->verdict == MSK_DOOR_OPEN_ITEMS
              ? msk_door_facts_dup_items (database, attendee, error)
              : g_strdup ("");
  if (items == NULL)
    return NULL;

  verdict = make_verdict (self, comer->verdict, items, attendee);
  verdict->movement_id = find_doubtful (database, &facts, comer->verdict);
  return conclude (self, verdict);
}

/* Withdrawing somebody voids their badge, but what the clerk must know is that they are barred.
 * Whoever was only changed has another badge. */
static MskDoorVerdict
explain_void (MskDoorDesk *self, MskDoorVerdict verdict, const MskAttendee *attendee)
{
  return self->direction == MSK_DIRECTION_IN && verdict == MSK_DOOR_VOID_BADGE &&
                 attendee != NULL && attendee->vetting == MSK_VETTING_WITHDRAWN &&
                 attendee->replaced_by == 0
             ? MSK_DOOR_WITHDRAWN
             : verdict;
}

/* A code behind which nobody is known, or nobody who may pass with it. */
static MskVerdict *
refuse_code (MskDoorDesk *self,
             const MskTagReading *reading,
             MskDoorVerdict verdict,
             GError **error)
{
  Comer comer = { .attendee_id = reading->attendee_id, .serial = reading->tag.serial };
  g_autoptr(MskAttendee) attendee = NULL;

  if (comer.attendee_id != 0)
    attendee =
        msk_attendee_store_get (msk_session_require_meeting (self->session, get_act (self), NULL),
                                comer.attendee_id, NULL);
  comer.verdict = explain_void (self, verdict, attendee);
  if (!keep_refusal (self, &comer, error))
    return NULL;

  return conclude (self, make_verdict (self, comer.verdict, "", attendee));
}

/* The newest verdict when it let this person out a moment ago. The caller owns it. */
static MskVerdict *
find_repeated (MskDoorDesk *self, gint64 attendee_id)
{
  g_autoptr(MskVerdict) newest = g_list_model_get_item (G_LIST_MODEL (self->verdicts), 0);

  return self->direction == MSK_DIRECTION_OUT && newest != NULL && newest->tone == MSK_TONE_DONE &&
                 newest->movement_id != 0 && newest->attendee_id == attendee_id &&
                 get_now (self) - newest->at <= REPEAT_SECONDS
             ? g_steal_pointer (&newest)
             : NULL;
}

/* Somebody with a good badge. The same badge again, while its person waits, changes nothing. */
static MskVerdict *
take_badge (MskDoorDesk *self, const MskTagReading *reading, GError **error)
{
  Comer comer = { .attendee_id = reading->attendee_id, .serial = reading->tag.serial };
  MskVerdict *repeated;

  if (self->waiting.attendee_id == comer.attendee_id)
    {
      comer = self->waiting;
      self->waiting = (Comer){ 0 };
    }
  else if (!begin (self, error))
    return NULL;

  repeated = find_repeated (self, comer.attendee_id);
  if (repeated != NULL)
    return repeated;

  return judge (self, &comer, error);
}

MskDoorDesk *
msk_door_desk_new (MskSession *session, MskDirection direction)
{
  MskDoorDesk *self;

  g_return_val_if_fail (MSK_IS_SESSION (session), NULL);

  self = g_object_new (MSK_TYPE_DOOR_DESK, NULL);
  self->session = g_object_ref (session);
  self->direction = direction;
  return self;
}

MskDirection
msk_door_desk_get_direction (MskDoorDesk *self)
{
  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), MSK_DIRECTION_IN);

  return self->direction;
}

GListModel *
msk_door_desk_get_verdicts (MskDoorDesk *self)
{
  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), NULL);

  return G_LIST_MODEL (self->verdicts);
}

MskVerdict *
msk_door_desk_scan (MskDoorDesk *self, const char *code, GError **error)
{
  g_autoptr(GError) lower = NULL;
  MskDoorVerdict verdict = MSK_DOOR_NOT_A_BADGE;
  MskTagReading reading;
  MskVerdict *closed;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self) && code != NULL, NULL);

  if (msk_session_require_meeting (self->session, get_act (self), error) == NULL)
    return NULL;

  closed = refuse_closed (self);
  if (closed != NULL)
    return conclude (self, closed);

  if (msk_tag_reader_read (self->session, code, &reading, &lower))
    {
      if (reading.attendee_id != 0)
        return take_badge (self, &reading, error);
    }
  else if (!msk_door_verdict_parse (lower, &verdict))
    {
      g_propagate_error (error, g_steal_pointer (&lower));
      return NULL;
    }

  return begin (self, error) ? refuse_code (self, &reading, verdict, error) : NULL;
}

MskVerdict *
msk_door_desk_choose (MskDoorDesk *self, gint64 attendee_id, GError **error)
{
  Comer comer = { .attendee_id = attendee_id, .by_hand = TRUE };
  MskVerdict *closed;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), NULL);

  if (!begin (self, error))
    return NULL;

  closed = refuse_closed (self);
  return closed != NULL ? conclude (self, closed) : judge (self, &comer, error);
}

gint64
msk_door_desk_get_waiting (MskDoorDesk *self)
{
  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), 0);

  return self->waiting.attendee_id;
}

static gboolean
check_waits (const Comer *comer, GError **error)
{
  if (comer->attendee_id != 0)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("Nobody waits for this at the door: scan a badge first."));
  return FALSE;
}

MskVerdict *
msk_door_desk_see_identity (MskDoorDesk *self, MskIdentity identity, GError **error)
{
  Comer comer;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self) && identity != MSK_IDENTITY_NONE, NULL);

  comer = self->waiting;
  if (msk_session_require_meeting (self->session, get_act (self), error) == NULL ||
      !check_waits (&comer, error))
    return NULL;

  self->waiting = (Comer){ 0 };
  comer.identity = identity;
  return judge (self, &comer, error);
}

MskVerdict *
msk_door_desk_answer_no_devices (MskDoorDesk *self, GError **error)
{
  Comer comer;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), NULL);

  comer = self->waiting;
  if (msk_session_require_meeting (self->session, get_act (self), error) == NULL ||
      !check_waits (&comer, error) ||
      !msk_device_desk_answer_none (self->session, comer.attendee_id, error))
    return NULL;

  self->waiting = (Comer){ 0 };
  return judge (self, &comer, error);
}

MskVerdict *
msk_door_desk_turn_away (MskDoorDesk *self, GError **error)
{
  MskDatabase *database;
  g_autoptr(MskAttendee) attendee = NULL;
  MskVerdict *verdict;
  Comer comer;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self), NULL);

  comer = self->waiting;
  database = msk_session_require_meeting (self->session, get_act (self), error);
  if (database == NULL || !check_waits (&comer, error))
    return NULL;

  attendee = msk_attendee_store_get (database, comer.attendee_id, error);
  if (attendee == NULL || !msk_door_desk_forget (self, error))
    return NULL;

  verdict = make_verdict (self, comer.verdict, "", attendee);
  verdict->tone = MSK_TONE_REFUSED;
  return conclude (self, verdict);
}

/* A reason in one line. NULL with MSK_INPUT_ERROR_BAD_VALUE. The caller owns it. */
static char *
dup_reason (const char *reason, GError **error)
{
  g_autofree char *clean = msk_vetting_dup_field (reason);

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This takes a reason, which the register keeps: give it in one line."));
  return NULL;
}

MskVerdict *
msk_door_desk_let_out_holding (MskDoorDesk *self, const char *reason, GError **error)
{
  g_autofree char *clean = NULL;
  g_autoptr(MskAttendee) attendee = NULL;
  MskDatabase *database;
  Comer comer;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self) && reason != NULL, NULL);

  comer = self->holding;
  database = msk_session_require_meeting (self->session, MSK_ACT_DOOR_OUT_HOLDING, error);
  if (database == NULL || !check_waits (&comer, error))
    return NULL;

  clean = dup_reason (reason, error);
  attendee = clean == NULL ? NULL : msk_attendee_store_get (database, comer.attendee_id, error);
  if (attendee == NULL ||
      !msk_door_facts_check_carrying (database, attendee, msk_session_get_user (self->session),
                                      error))
    return NULL;

  self->holding = (Comer){ 0 };
  comer.verdict = MSK_DOOR_LET_OUT;
  return let_pass (self, &comer, attendee, clean, error);
}

/* Only what is the newest can be taken out of the count without leaving it wrong. */
static gboolean
check_newest (MskDatabase *database, const MskDoorLine *line, GError **error)
{
  MskPresence presence;

  if (!msk_door_store_get_presence (database, line->attendee_id, &presence, error))
    return FALSE;
  if (presence.movement_id == line->id)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED,
                       line->annulled_at != 0
                           ? _ ("This passing is annulled already: look at the door’s register.")
                           : _ ("This person has passed the door since: annul the newest passing "
                                "first."));
  return FALSE;
}

/* Annulling puts somebody where no verdict of the door has let them: what it would have refused is
 * for the security officer, whose entry in the ledger says so. */
static gboolean
check_annulment (MskDoorDesk *self,
                 MskTransaction *transaction,
                 const MskDoorLine *line,
                 MskAttendee *attendee,
                 MskAct *act,
                 GError **error)
{
  MskDoorVerdict verdict;

  *act = MSK_ACT_DOOR_ANNUL;
  if (!msk_door_facts_judge_annulled (transaction, msk_session_get_meeting (self->session),
                                      line->direction, attendee, &verdict, error))
    return FALSE;
  if (verdict == MSK_DOOR_ADMITTED || verdict == MSK_DOOR_LET_OUT)
    return TRUE;

  *act = MSK_ACT_DOOR_ANNUL_BARRED;
  if (msk_session_may (self->session, *act))
    return line->direction == MSK_DIRECTION_OUT ||
           msk_door_facts_check_carrying (transaction->database, attendee, transaction->actor.user,
                                          error);

  g_set_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
               _ ("%s So annulling this passing is for the security officer, who sees for "
                  "themselves where this person is."),
               msk_door_verdict_get_reason (verdict));
  return FALSE;
}

static MskVerdict *
make_annulled (MskDoorDesk *self, const MskDoorLine *line, MskAttendee *attendee)
{
  MskVerdict *verdict =
      msk_verdict_new (MSK_TONE_DONE, "annulled", _ ("Annulled"),
                       line->direction == MSK_DIRECTION_IN
                           ? _ ("This person is counted as outside again: make sure that they are.")
                           : _ ("This person is counted as inside again: make sure that they are."),
                       get_now (self));

  msk_verdict_set_person (verdict, attendee);
  msk_verdict_set_standing (verdict, msk_capacity_get_label (attendee->capacity));
  return verdict;
}

MskVerdict *
msk_door_desk_annul (MskDoorDesk *self, gint64 movement_id, const char *reason, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean = NULL;
  g_autoptr(MskDoorLine) line = NULL;
  g_autoptr(MskAttendee) attendee = NULL;
  MskAct act;

  g_return_val_if_fail (MSK_IS_DOOR_DESK (self) && reason != NULL, NULL);

  if (msk_session_require_meeting (self->session, MSK_ACT_DOOR_ANNUL, error) == NULL)
    return NULL;

  clean = dup_reason (reason, error);
  if (clean == NULL ||
      !msk_session_begin_present (self->session, MSK_ACT_DOOR_ANNUL, &transaction, error))
    return NULL;

  line = msk_door_store_get (transaction.database, movement_id, error);
  attendee =
      line == NULL ? NULL : msk_attendee_store_get (transaction.database, line->attendee_id, error);
  if (attendee == NULL || !check_newest (transaction.database, line, error) ||
      !check_annulment (self, &transaction, line, attendee, &act, error) ||
      !msk_door_store_annul (&transaction, movement_id, act, clean, error) ||
      !msk_session_commit (self->session, &transaction, error))
    return NULL;

  return conclude (self, make_annulled (self, line, attendee));
}

gboolean
msk_door_desk_count (MskSession *session, MskHeadCount *count, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database != NULL && msk_door_store_count (database, count, error);
}

GPtrArray *
msk_door_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_DOOR_READ, error);

  return database == NULL ? NULL : msk_door_store_list (database, error);
}

GPtrArray *
msk_door_desk_list_inside (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_DOOR_READ, error);

  return database == NULL ? NULL : msk_door_store_list_inside (database, error);
}

GPtrArray *
msk_door_desk_list_refusals (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_DOOR_READ, error);

  return database == NULL ? NULL : msk_door_store_list_refusals (database, error);
}
