/* The door (M4): from what is known of a person at this moment to one verdict, in a fixed order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

gboolean
msk_door_verdict_parse (const GError *error, MskDoorVerdict *verdict)
{
  int value;

  g_return_val_if_fail (error != NULL && verdict != NULL, FALSE);

  if (error->domain != MSK_RULE_ERROR ||
      !msk_enum_parse (MSK_TYPE_DOOR_VERDICT, msk_error_get_name (error), &value))
    return FALSE;

  *verdict = (MskDoorVerdict) value;
  return TRUE;
}

/* Whatever else the list has against a person, they are on no sealed one as they stand here. */
static MskDoorVerdict
judge_list (MskAttendee *attendee)
{
  g_autoptr(GError) error = NULL;
  MskDoorVerdict verdict = MSK_DOOR_NOT_ON_SEALED_LIST;

  if (msk_attendee_check_admissible (attendee, &error))
    return MSK_DOOR_ADMITTED;

  msk_door_verdict_parse (error, &verdict);
  return verdict;
}

void
msk_door_get_hours (const MskDoorFacts *facts, gint64 *from, gint64 *until)
{
  const MskAttendee *attendee;

  g_return_if_fail (facts != NULL && facts->attendee != NULL);
  g_return_if_fail (from != NULL && until != NULL);

  attendee = facts->attendee;
  *from = facts->starts_at - MSK_DOOR_MARGIN;
  *until = facts->ends_at + MSK_DOOR_MARGIN;
  if (msk_capacity_has_post (attendee->capacity))
    {
      *from = MIN (*from, attendee->post_starts_at);
      *until = facts->ends_at + MSK_DOOR_MARGIN_STAFF;
    }
}

static gboolean
is_in_hours (const MskDoorFacts *facts)
{
  gint64 from, until;

  msk_door_get_hours (facts, &from, &until);
  return facts->now >= from && facts->now <= until;
}

gboolean
msk_door_lacks (const MskDoorFacts *facts, MskDoorVerdict verdict)
{
  g_return_val_if_fail (facts != NULL && facts->attendee != NULL, TRUE);

  if (verdict == MSK_DOOR_UNDERTAKING_MISSING)
    return facts->attendee->capacity == MSK_CAPACITY_PRESS && !facts->undertaking;
  if (verdict == MSK_DOOR_NOT_BRIEFED)
    return !facts->briefed ||
           (msk_capacity_has_post (facts->attendee->capacity) && !facts->duties_acknowledged);
  if (verdict == MSK_DOOR_PLEDGE_MISSING)
    return !facts->pledged;

  g_return_val_if_fail (verdict == MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED, TRUE);
  return !facts->notice_acknowledged;
}

/* What is mended on the spot, at the desk beside the door or with one answer. */
static MskDoorVerdict
judge_mendable (const MskDoorFacts *facts)
{
  static const MskDoorVerdict texts[] = { MSK_DOOR_NOT_BRIEFED, MSK_DOOR_PLEDGE_MISSING,
                                          MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (msk_door_lacks (facts, texts[i]))
      return texts[i];
  if (!facts->devices_settled)
    return MSK_DOOR_DEVICES_NOT_DEPOSITED;
  if (facts->identity == MSK_IDENTITY_NONE)
    return MSK_DOOR_IDENTITY_NOT_SEEN;

  return MSK_DOOR_ADMITTED;
}

MskDoorVerdict
msk_door_judge_in (const MskDoorFacts *facts)
{
  MskDoorVerdict listed;

  g_return_val_if_fail (facts != NULL && facts->attendee != NULL, MSK_DOOR_NOT_ON_SEALED_LIST);

  listed = judge_list (facts->attendee);
  if (listed != MSK_DOOR_ADMITTED)
    return listed;
  if (msk_door_lacks (facts, MSK_DOOR_UNDERTAKING_MISSING))
    return MSK_DOOR_UNDERTAKING_MISSING;
  if (facts->inside)
    return MSK_DOOR_ALREADY_INSIDE;
  if (!facts->opened)
    return MSK_DOOR_MEETING_NOT_OPENED;
  if (!is_in_hours (facts))
    return MSK_DOOR_OUTSIDE_THE_HOURS;
  if (!facts->item_admits)
    return MSK_DOOR_NOT_FOR_THIS_ITEM;

  return judge_mendable (facts);
}

MskDoorVerdict
msk_door_judge_out (const MskDoorFacts *facts)
{
  g_return_val_if_fail (facts != NULL, MSK_DOOR_NOT_INSIDE);

  if (!facts->inside)
    return MSK_DOOR_NOT_INSIDE;
  if (facts->open_items > 0 && !facts->items_excused)
    return MSK_DOOR_OPEN_ITEMS;

  return MSK_DOOR_LET_OUT;
}
