/* The demonstration's door: what everybody takes note of, who comes in, the agenda, and who leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-briefing-desk.h"
#include "msk-demo-data.h"
#include "msk-demo-run.h"
#include "msk-door-desk.h"
#include "msk-error.h"
#include "msk-verdict-error.h"
#include "msk-vetting-desk.h"

/* The post of whoever has one by their capacity. */
static MskPost
choose_post (MskCapacity capacity)
{
  return capacity == MSK_CAPACITY_STAFF     ? MSK_POST_STAFF
         : capacity == MSK_CAPACITY_SERVICE ? MSK_POST_SERVICE
                                            : MSK_POST_NONE;
}

/* Of gint64: those on the sealed list; of one post, or all for none. */
static GArray *
list_admissible (MskDemoRun *self, MskPost post, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (self->session, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (people == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);

      if (msk_attendee_check_admissible (person, NULL) &&
          (post == MSK_POST_NONE || choose_post (person->capacity) == post))
        g_array_append_val (ids, person->id);
    }

  return g_steal_pointer (&ids);
}

gboolean
msk_demo_run_assign_posts (MskDemoRun *self, GError **error)
{
  static const MskPost posts[] = { MSK_POST_STAFF, MSK_POST_SERVICE };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_autoptr(GArray) people = list_admissible (self, posts[i], error);

      if (people == NULL ||
          (people->len > 0 &&
           !msk_briefing_desk_assign_post (self->session, posts[i], people, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
acknowledge (MskDemoRun *self, const MskAcknowledgeDraft *draft, GError **error)
{
  const int count = msk_briefing_desk_acknowledge (self->session, draft, NULL, error);

  if (count < 0)
    return FALSE;

  self->acknowledged += (guint) count;
  return TRUE;
}

gboolean
msk_demo_run_brief (MskDemoRun *self, GError **error)
{
  static const MskAcknowledgeDraft texts[] = {
    { MSK_TEXT_BRIEFING, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, "" },
    { MSK_TEXT_NOTICE, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, "" },
    { MSK_TEXT_DUTY, MSK_POST_STAFF, MSK_MANNER_IN_THE_ROOM, "" },
    { MSK_TEXT_DUTY, MSK_POST_SERVICE, MSK_MANNER_IN_THE_ROOM, "" },
    { MSK_TEXT_PLEDGE, MSK_POST_NONE, MSK_MANNER_ON_PAPER, MSK_DEMO_PLEDGE_REFERENCE },
    { MSK_TEXT_UNDERTAKING, MSK_POST_NONE, MSK_MANNER_ON_PAPER, MSK_DEMO_PLEDGE_REFERENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!acknowledge (self, &texts[i], error))
      return FALSE;

  msk_cli_say (self->cli,
               _ ("Desk clerk: everybody is briefed and pledged: %u times somebody took note of a "
                  "text."),
               self->acknowledged);
  return TRUE;
}

/* Their badge under the scanner. The caller owns the verdict. */
static MskVerdict *
show_badge (MskDemoRun *self, MskDoorDesk *door, gint64 person, GError **error)
{
  g_autofree char *code = msk_vetting_desk_dup_badge_code (self->session, person, error);

  return code == NULL ? NULL : msk_door_desk_scan (door, code, error);
}

static gboolean
enter_one (MskDemoRun *self, MskDoorDesk *door, gint64 person, GError **error)
{
  g_autoptr(MskVerdict) asked = show_badge (self, door, person, error);
  g_autoptr(MskVerdict) admitted = NULL;

  if (asked == NULL || !msk_verdict_check (asked, error))
    return FALSE;

  admitted = msk_door_desk_see_identity (door, MSK_IDENTITY_ID_CARD, error);
  return admitted != NULL && msk_verdict_check (admitted, error);
}

gboolean
msk_demo_run_enter (MskDemoRun *self, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (self->session, MSK_DIRECTION_IN);
  g_autoptr(GArray) people = list_admissible (self, MSK_POST_NONE, error);
  g_autofree char *text = NULL;
  MskHeadCount count;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    if (!enter_one (self, door, g_array_index (people, gint64, i), error))
      return FALSE;

  if (!msk_door_desk_count (self->session, &count, error))
    return FALSE;

  self->admitted = count.total;
  text = msk_head_count_dup_text (&count);
  msk_cli_say (self->cli, _ ("Desk clerk at the door: %s"), text);
  return TRUE;
}

gboolean
msk_demo_run_hold (MskDemoRun *self, GError **error)
{
  for (guint i = 0; i <= MSK_DEMO_N_AGENDA_ITEMS; i++)
    {
      const MskRoomPhase phase = i < MSK_DEMO_N_AGENDA_ITEMS ? MSK_ROOM_ITEM : MSK_ROOM_ENDED;
      g_autoptr(MskAgendaCall) call = msk_agenda_desk_move (self->session, phase, 0, error);

      if (call == NULL)
        return FALSE;
    }

  msk_cli_say (self->cli, _ ("Desk clerk: the agenda is over, item by item."));
  return TRUE;
}

/* Whoever holds a paper stays inside. */
gboolean
msk_demo_run_leave (MskDemoRun *self, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (self->session, MSK_DIRECTION_OUT);
  g_autoptr(GArray) people = list_admissible (self, MSK_POST_NONE, error);
  guint left = 0;

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr(MskVerdict) verdict =
                     show_badge (self, door, g_array_index (people, gint64, i), error);

      if (verdict == NULL)
        return FALSE;
      left += verdict->tone == MSK_TONE_DONE;
    }

  self->stopped = self->admitted - left;
  msk_cli_say (self->cli, _ ("Desk clerk at the door: %u left, %u stopped for what they hold."),
               left, self->stopped);
  return TRUE;
}

static gboolean
let_out_one (MskDemoRun *self, MskDoorDesk *door, gint64 person, GError **error)
{
  g_autoptr(MskVerdict) stopped = msk_door_desk_choose (door, person, error);
  g_autoptr(MskVerdict) out = NULL;

  if (stopped == NULL)
    return FALSE;

  out = msk_door_desk_let_out_holding (door, MSK_DEMO_LET_OUT_REASON, error);
  return out != NULL && msk_verdict_check (out, error);
}

gboolean
msk_demo_run_let_out (MskDemoRun *self, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (self->session, MSK_DIRECTION_OUT);
  g_autoptr(GPtrArray) inside = msk_door_desk_list_inside (self->session, error);

  if (inside == NULL)
    return FALSE;

  for (guint i = 0; i < inside->len; i++)
    if (!let_out_one (self, door, ((const MskDoorLine *) inside->pdata[i])->attendee_id, error))
      return FALSE;

  msk_cli_say (self->cli, _ ("Security officer: %u let out with a reason on record."), inside->len);
  return TRUE;
}
