/* What the registers know of somebody at the door.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-facts.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-store.h"
#include "msk-attendee-store.h"
#include "msk-device-store.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-holding-store.h"
#include "msk-incident-store.h"
#include "msk-issue.h"
#include "msk-opening-store.h"
#include "msk-pledge-store.h"

static gboolean
load_presence (MskDatabase *database, GArray *entries, MskDoorFacts *facts, GError **error)
{
  if (!msk_door_store_find_inside (database, entries, &facts->inside_as, error))
    return FALSE;

  facts->inside = facts->inside_as != 0;
  return TRUE;
}

/* Of MskHolding. */
static GPtrArray *
list_holdings (MskDatabase *database, GArray *entries, GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_holding_free);

  for (guint i = 0; i < entries->len; i++)
    {
      GPtrArray *some =
          msk_holding_store_list (database, g_array_index (entries, gint64, i), error);

      if (some == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, some);
    }

  return g_steal_pointer (&all);
}

/* Their own devices in deposit are to be given back, and what is away by permit has left already,
 * with them or with whoever carries it: neither keeps anybody inside. */
static gboolean
keeps_inside (const MskHolding *holding)
{
  return holding->kind != MSK_HOLDING_DEVICE && !holding->away;
}

static gboolean
load_items (MskDatabase *database, GArray *entries, MskDoorFacts *facts, GError **error)
{
  g_autoptr(GPtrArray) holdings = list_holdings (database, entries, error);

  if (holdings == NULL)
    return FALSE;

  for (guint i = 0; i < holdings->len; i++)
    facts->open_items += keeps_inside (holdings->pdata[i]);
  return TRUE;
}

static gboolean
load_meeting (MskDatabase *database, MskDoorFacts *facts, GError **error)
{
  guint position;

  return msk_opening_store_is_open (database, &facts->opened, error) &&
         msk_agenda_store_get_current (database, &position, error) &&
         msk_agenda_store_admits (database, position, facts->attendee, &facts->item_admits, error);
}

static gboolean
load_pledges (MskDatabase *database, MskDoorFacts *facts, GError **error)
{
  MskPledgeState state;

  if (!msk_pledge_store_load (database, facts->attendee->id, &state, error))
    return FALSE;

  facts->briefed = state.briefed;
  facts->pledged = state.pledged;
  facts->undertaking = state.undertaking;
  facts->notice_acknowledged = state.notice_acknowledged;
  facts->duties_acknowledged = state.duties_acknowledged;
  return TRUE;
}

gboolean
msk_door_facts_load (MskDatabase *database,
                     MskMeeting *meeting,
                     gint64 now,
                     MskAttendee *attendee,
                     MskDoorFacts *facts,
                     GError **error)
{
  g_autoptr(GArray) entries = msk_attendee_store_list_entries (database, attendee->id, error);

  if (entries == NULL)
    return FALSE;

  *facts = (MskDoorFacts){ .now = now,
                           .starts_at = meeting->starts_at,
                           .ends_at = meeting->ends_at,
                           .attendee = attendee };

  return load_meeting (database, facts, error) && load_pledges (database, facts, error) &&
         load_presence (database, entries, facts, error) &&
         load_items (database, entries, facts, error) &&
         msk_device_store_is_settled (database, attendee->id, &facts->devices_settled, error);
}

gboolean
msk_door_facts_load_standing (MskDatabase *database,
                              MskAttendee *attendee,
                              MskDoorFacts *facts,
                              GError **error)
{
  g_autoptr(GArray) entries = msk_attendee_store_list_entries (database, attendee->id, error);

  *facts = (MskDoorFacts){ .attendee = attendee };
  return entries != NULL && load_pledges (database, facts, error) &&
         load_presence (database, entries, facts, error);
}

gboolean
msk_door_facts_check_issue (MskDatabase *database, MskAttendee *attendee, GError **error)
{
  MskDoorFacts facts;

  return msk_door_facts_load_standing (database, attendee, &facts, error) &&
         msk_issue_check (&facts, 0, error);
}

gboolean
msk_door_facts_check_undo (MskDatabase *database, const MskMovement *movement, GError **error)
{
  g_autoptr(MskAttendee) attendee =
                 msk_attendee_store_get (database, movement->attendee_id, error);
  MskDoorFacts facts;
  gboolean went_out;

  if (attendee == NULL || !msk_door_facts_load_standing (database, attendee, &facts, error) ||
      !msk_door_store_went_out (database, attendee->id, movement->at, &went_out, error))
    return FALSE;
  if (facts.inside && !went_out)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_ADMITTED,
                       _ ("The person has been out by the door’s register, and nothing from before "
                          "is undone about what they hold: leave it as it is, and tell the "
                          "security "
                          "officer what happened."));
  return FALSE;
}

static void
append_item (GString *text, const char *item)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", item);
}

char *
msk_door_facts_dup_items (MskDatabase *database, MskAttendee *attendee, GError **error)
{
  g_autoptr(GArray) entries = msk_attendee_store_list_entries (database, attendee->id, error);
  g_autoptr(GPtrArray) holdings =
                 entries == NULL ? NULL : list_holdings (database, entries, error);
  GString *text;

  if (holdings == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < holdings->len; i++)
    {
      const MskHolding *holding = holdings->pdata[i];
      g_autofree char *item = msk_holding_dup_text (holding);

      if (!holding->away)
        append_item (text, item);
    }
  return g_string_free (text, FALSE);
}

static const MskHolding *
find_top_secret (GPtrArray *holdings)
{
  for (guint i = 0; i < holdings->len; i++)
    {
      const MskHolding *holding = g_ptr_array_index (holdings, i);

      if (keeps_inside (holding) && holding->level >= MSK_LEVEL_TOP_SECRET)
        return holding;
    }

  return NULL;
}

static gboolean
find_incident (MskDatabase *database,
               GArray *entries,
               const char *user,
               gint64 *incident,
               GError **error)
{
  *incident = 0;
  for (guint i = 0; i < entries->len && *incident == 0; i++)
    if (!msk_incident_store_find_told (database, g_array_index (entries, gint64, i), user, incident,
                                       error))
      return FALSE;
  return TRUE;
}

/* What they lost can't be taken back: that is what the incident is for, and whoever lets them out
 * has it from somebody else. */
gboolean
msk_door_facts_check_carrying (MskDatabase *database,
                               MskAttendee *attendee,
                               const char *user,
                               GError **error)
{
  g_autoptr(GArray) entries = msk_attendee_store_list_entries (database, attendee->id, error);
  g_autoptr(GPtrArray) holdings =
                 entries == NULL ? NULL : list_holdings (database, entries, error);
  g_autofree char *item = NULL;
  const MskHolding *found;
  gint64 incident;

  if (holdings == NULL || !find_incident (database, entries, user, &incident, error))
    return FALSE;

  found = find_top_secret (holdings);
  if (found == NULL || incident != 0)
    return TRUE;

  item = msk_holding_dup_text (found);
  g_set_error (
      error, MSK_RULE_ERROR, MSK_RULE_ERROR_TWO_PERSONS_MISSING,
      found->kind == MSK_HOLDING_CARRIER
          ? _ ("No permit is for a carrier, and top secret leaves by a permit alone: take "
               "back %s, or, if it is lost, have somebody else register an incident about "
               "this person.")
          : _ ("Top secret leaves by a permit alone, with two named people: take back %s, have "
               "the responsible leader grant a permit, or, if it is lost, have somebody else "
               "register an incident about this person."),
      item);
  return FALSE;
}

gboolean
msk_door_facts_judge_annulled (MskTransaction *transaction,
                               MskMeeting *meeting,
                               MskDirection direction,
                               MskAttendee *attendee,
                               MskDoorVerdict *verdict,
                               GError **error)
{
  MskDoorFacts facts;

  if (direction == MSK_DIRECTION_IN
          ? !msk_device_store_forget_answer (transaction, attendee->id, error)
          : !msk_device_store_recall_answer (transaction, attendee->id, error))
    return FALSE;
  if (!msk_door_facts_load (transaction->database, meeting, transaction->actor.now, attendee,
                            &facts, error))
    return FALSE;

  facts.identity = MSK_IDENTITY_KNOWN; /* it was seen when they came in */
  *verdict =
      direction == MSK_DIRECTION_IN ? msk_door_judge_out (&facts) : msk_door_judge_in (&facts);
  return TRUE;
}

char *
msk_door_facts_dup_devices (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(GPtrArray) devices = msk_device_store_list_of (database, attendee_id, error);
  GString *text;

  if (devices == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < devices->len; i++)
    {
      const MskDevice *device = devices->pdata[i];
      g_autofree char *item =
          g_strdup_printf (_ ("device %05u, %s, shelf %s"), device->number,
                           msk_device_kind_get_label (device->kind), device->shelf);

      if (device->state == MSK_DEVICE_DEPOSITED)
        append_item (text, item);
    }
  return g_string_free (text, FALSE);
}
