/* The agenda while the meeting is held (M4, M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-store.h"
#include "msk-attendee-store.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-meeting-private.h"
#include "msk-meeting-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

void
msk_agenda_call_free (MskAgendaCall *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->asked_out, g_ptr_array_unref);
  g_clear_pointer (&self->outside, g_ptr_array_unref);
  g_free (self);
}

/* The item of a position, or NULL with MSK_INPUT_ERROR_NOT_FOUND. Lent from items. */
static MskAgendaItem *
require_item (GPtrArray *items, guint position, GError **error)
{
  MskAgendaItem *item = msk_agenda_get_item (items, position);

  if (item == NULL)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("The agenda has no such item: look at the agenda."));
  return item;
}

gboolean
msk_agenda_desk_change (MskSession *session,
                        guint position,
                        MskRecording recording,
                        guint capacities,
                        GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GPtrArray) items = NULL;
  MskDatabase *database;

  g_return_val_if_fail (capacities != 0 && (capacities & ~MSK_CAPACITY_ALL) == 0, FALSE);

  database = msk_session_require_meeting (session, MSK_ACT_AGENDA_CHANGE, error);
  items = database == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
  return items != NULL && require_item (items, position, error) != NULL &&
         msk_session_begin_moving (session, MSK_ACT_AGENDA_CHANGE, &transaction, error) &&
         msk_agenda_store_change (&transaction, position, recording, capacities, error) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
check_bindable (MskDatabase *database, MskAgendaItem *item, gint64 person, GError **error)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_store_get (database, person, error);

  if (attendee == NULL)
    return FALSE;
  if ((item->capacities & (1u << attendee->capacity)) != 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE,
                       _ ("Nobody of this person’s capacity may be inside for this item: change "
                          "who may be, or leave them out."));
  return FALSE;
}

typedef gboolean (*ChangeBinding) (MskTransaction *transaction,
                                   guint position,
                                   gint64 attendee_id,
                                   GError **error);

/* One transaction for all of the people; none when nothing changes. */
static gboolean
change_bindings (MskSession *session,
                 MskAct act,
                 ChangeBinding change,
                 guint position,
                 const GArray *people,
                 GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  if (!msk_session_begin_moving (session, act, &transaction, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (!change (&transaction, position, g_array_index (people, gint64, i), error))
      return FALSE;

  return transaction.entries == 0 || msk_session_commit (session, &transaction, error);
}

gboolean
msk_agenda_desk_bind (MskSession *session, guint position, const GArray *people, GError **error)
{
  MskDatabase *database;
  g_autoptr(GPtrArray) items = NULL;
  MskAgendaItem *item;

  g_return_val_if_fail (people != NULL, FALSE);

  database = msk_session_require_meeting (session, MSK_ACT_AGENDA_BIND, error);
  items = database == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
  item = items == NULL ? NULL : require_item (items, position, error);
  if (item == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (!check_bindable (database, item, g_array_index (people, gint64, i), error))
      return FALSE;

  return change_bindings (session, MSK_ACT_AGENDA_BIND, msk_agenda_store_bind, position, people,
                          error);
}

gboolean
msk_agenda_desk_free (MskSession *session, guint position, const GArray *people, GError **error)
{
  MskDatabase *database;
  g_autoptr(GPtrArray) items = NULL;

  g_return_val_if_fail (people != NULL, FALSE);

  database = msk_session_require_meeting (session, MSK_ACT_AGENDA_FREE, error);
  items = database == NULL ? NULL : msk_agenda_store_list (database, NULL, error);
  return items != NULL && require_item (items, position, error) != NULL &&
         change_bindings (session, MSK_ACT_AGENDA_FREE, msk_agenda_store_free, position, people,
                          error);
}

/* What saving an item writes. */
typedef struct
{
  guint position;
  gboolean adds;
  gboolean changes;
  GArray *bound; /* newly, of gint64 ids; and who is bound no longer */
  GArray *freed;
} Saving;

static void
clear_saving (Saving *saving)
{
  g_array_unref (saving->bound);
  g_array_unref (saving->freed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, clear_saving)

/* Who is bound to an item, sorted by id. */
static GArray *
dup_bound_to (MskDatabase *database, guint position, GError **error)
{
  g_autoptr(GHashTable) bound = msk_agenda_store_load_bound (database, error);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer person, positions;

  if (bound == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, bound);
  while (g_hash_table_iter_next (&iter, &person, &positions))
    if (msk_ids_contain (positions, position))
      g_array_append_vals (people, person, 1);

  return msk_ids_dup_sorted (people);
}

/* Appends the ids of a sorted list that another does not have. */
static void
append_difference (GArray *difference, const GArray *ids, const GArray *others)
{
  for (guint i = 0; i < ids->len; i++)
    if (!msk_ids_contain (others, g_array_index (ids, gint64, i)))
      g_array_append_val (difference, g_array_index (ids, gint64, i));
}

/* Finds out what differs. Who is bound, newly or still, has to be of a capacity that may be inside.
 */
static gboolean
compare (MskDatabase *database, const MskAgendaDraft *draft, Saving *saving, GError **error)
{
  g_autoptr(GPtrArray) items = msk_agenda_store_list (database, NULL, error);
  g_autoptr(MskAgendaItem) drafted = msk_agenda_item_new ();
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  const MskAgendaItem *item = NULL;

  if (items == NULL)
    return FALSE;
  if (saving->adds)
    saving->position = items->len + 1;
  else if ((item = require_item (items, saving->position, error)) == NULL)
    return FALSE;
  before = dup_bound_to (database, saving->position, error);
  if (before == NULL)
    return FALSE;

  after = msk_ids_dup_sorted (draft->people != NULL ? draft->people : before);
  drafted->capacities = draft->capacities;
  for (guint i = 0; i < after->len; i++)
    if (!check_bindable (database, drafted, g_array_index (after, gint64, i), error))
      return FALSE;

  saving->changes = item != NULL &&
                    (item->recording != draft->recording || item->capacities != draft->capacities);
  append_difference (saving->bound, after, before);
  append_difference (saving->freed, before, after);
  return TRUE;
}

/* Each thing that is written needs the role for it. */
static gboolean
check_acts (MskSession *session, const Saving *saving, GError **error)
{
  return (!saving->changes ||
          msk_session_require_meeting (session, MSK_ACT_AGENDA_CHANGE, error) != NULL) &&
         (saving->bound->len == 0 ||
          msk_session_require_meeting (session, MSK_ACT_AGENDA_BIND, error) != NULL) &&
         (saving->freed->len == 0 ||
          msk_session_require_meeting (session, MSK_ACT_AGENDA_FREE, error) != NULL);
}

static gboolean
write_item (MskSession *session,
            MskTransaction *transaction,
            const MskAgendaDraft *draft,
            const Saving *saving,
            GError **error)
{
  g_autofree char *title = NULL;

  if (!saving->adds)
    return !saving->changes || msk_agenda_store_change (transaction, saving->position,
                                                        draft->recording, draft->capacities, error);

  title = msk_meeting_dup_text (draft->title, TRUE, error);
  return title != NULL &&
         msk_agenda_store_add (transaction, title, draft->level, draft->recording,
                               draft->capacities, error) &&
         /* C4: a meeting's level is the highest of its topics and papers. */
         (draft->level <= msk_session_get_meeting (session)->level ||
          (msk_vetting_check_raise (transaction->database, msk_session_get_meeting (session)->level,
                                    draft->level, error) &&
           msk_meeting_store_set_level (transaction, draft->level, error)));
}

static gboolean
write_people (MskTransaction *transaction, const Saving *saving, GError **error)
{
  for (guint i = 0; i < saving->bound->len; i++)
    if (!msk_agenda_store_bind (transaction, saving->position,
                                g_array_index (saving->bound, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < saving->freed->len; i++)
    if (!msk_agenda_store_free (transaction, saving->position,
                                g_array_index (saving->freed, gint64, i), error))
      return FALSE;

  return TRUE;
}

gboolean
msk_agenda_desk_save (MskSession *session,
                      guint position,
                      const MskAgendaDraft *draft,
                      GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_auto(Saving) saving = { .position = position,
                             .adds = position == 0,
                             .bound = g_array_new (FALSE, FALSE, sizeof (gint64)),
                             .freed = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  const MskAct reads = position == 0 ? MSK_ACT_AGENDA_ADD : MSK_ACT_MEETING_READ;
  MskDatabase *database = msk_session_require_meeting (session, reads, error);

  g_return_val_if_fail (draft->capacities != 0 && (draft->capacities & ~MSK_CAPACITY_ALL) == 0,
                        FALSE);

  if (database == NULL || !compare (database, draft, &saving, error) ||
      !check_acts (session, &saving, error))
    return FALSE;
  if (!saving.adds && !saving.changes && saving.bound->len + saving.freed->len == 0)
    return TRUE;

  return msk_session_begin_moving (session, reads, &transaction, error) &&
         write_item (session, &transaction, draft, &saving, error) &&
         write_people (&transaction, &saving, error) &&
         msk_session_commit (session, &transaction, error);
}

GHashTable *
msk_agenda_desk_load_bound (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_agenda_store_load_bound (database, error);
}

/* Sorts everybody who is inside by the door's register; whoever is outside is nobody's business in
 * the room. Who may not come to the meeting any more goes too. */
static void
sort_people (MskAgendaCall *call,
             GPtrArray *people,
             const GArray *inside,
             GHashTable *bound,
             GPtrArray *items)
{
  const guint position = call->item == NULL ? 0 : call->item->position;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      const GArray *theirs = g_hash_table_lookup (bound, &person->id);

      if (!msk_ids_contain (inside, person->id))
        continue;
      if (msk_agenda_is_over_for (items, theirs))
        g_ptr_array_add (call->asked_out, g_object_ref (person));
      else if (!msk_attendee_check_admissible (person, NULL) ||
               !msk_agenda_admits (items, position, person, theirs))
        g_ptr_array_add (call->outside, g_object_ref (person));
    }
}

static MskAgendaCall *
make_call (MskDatabase *database, GError **error)
{
  g_autoptr(MskAgendaCall) call = g_new0 (MskAgendaCall, 1);
  g_autoptr(GPtrArray) items = msk_agenda_store_list (database, &call->room, error);
  g_autoptr(GPtrArray) people = items == NULL ? NULL : msk_attendee_store_list (database, error);
  g_autoptr(GArray) inside = people == NULL ? NULL : msk_door_store_dup_inside (database, error);
  g_autoptr(GHashTable) bound =
                 inside == NULL ? NULL : msk_agenda_store_load_bound (database, error);

  if (bound == NULL)
    return NULL;

  if (call->room.phase == MSK_ROOM_ITEM)
    call->item = g_object_ref (msk_agenda_get_item (items, call->room.position));
  call->asked_out = g_ptr_array_new_with_free_func (g_object_unref);
  call->outside = g_ptr_array_new_with_free_func (g_object_unref);
  sort_people (call, people, inside, bound, items);
  return g_steal_pointer (&call);
}

MskAgendaCall *
msk_agenda_desk_move (MskSession *session, MskRoomPhase phase, guint position, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_AGENDA_MOVE, error);
  g_autoptr(GPtrArray) items = NULL;
  MskRoomState room;

  g_return_val_if_fail (phase != MSK_ROOM_BEFORE, NULL);

  items = database == NULL ? NULL : msk_agenda_store_list (database, &room, error);
  if (items == NULL ||
      (phase == MSK_ROOM_ITEM && position == 0 && !msk_agenda_find_next (items, &position, error)))
    return NULL;
  if (phase != MSK_ROOM_ITEM)
    position = 0;

  return msk_agenda_check_move (items, &room, phase, position, error) &&
                 msk_session_begin_moving (session, MSK_ACT_AGENDA_MOVE, &transaction, error) &&
                 msk_agenda_store_move (&transaction, phase, position, error) &&
                 msk_session_commit (session, &transaction, error)
             ? make_call (database, error)
             : NULL;
}

MskAgendaCall *
msk_agenda_desk_get (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : make_call (database, error);
}

GPtrArray *
msk_agenda_desk_list_moves (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_agenda_store_list_moves (database, error);
}
