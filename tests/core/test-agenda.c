/* The agenda: what may be noted down, who may be inside, where the room stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda.h"

#include "msk-error.h"

#include "test-start.h"

/* M5: where nobody said anything, nothing is noted down. */
static void
test_new_item_allows_no_notes (void)
{
  MskAgendaItem *item = msk_agenda_item_new ();

  g_assert_cmpint (item->recording, ==, MSK_RECORDING_NONE);
  g_assert_cmpuint (item->capacities, ==, MSK_CAPACITY_ALL);
  g_assert_cmpint (item->state, ==, MSK_ITEM_WAITING);
  item->title = g_strdup ("title");
  g_assert_finalize_object (item);
}

static void
test_labels (void)
{
  g_assert_cmpstr (msk_recording_get_label (MSK_RECORDING_NONE), ==, "no notes");
  g_assert_cmpstr (msk_recording_get_label (MSK_RECORDING_NOTEBOOK), ==, "numbered notebook only");
  g_assert_cmpstr (msk_recording_get_label (MSK_RECORDING_FREE), ==, "free");

  expect_critical ();
  g_assert_cmpstr (msk_recording_get_label ((MskRecording) (MSK_RECORDING_FREE + 1)), ==, "");
  g_test_assert_expected_messages ();
}

#define CAP(capacity) (1u << MSK_CAPACITY_##capacity)

/* Three items: for all with free notes, without observers in notebooks only, for delegates without
 * notes. */
static GPtrArray *
make_items (void)
{
  static const struct
  {
    guint capacities;
    MskRecording recording;
  } rows[] = {
    { MSK_CAPACITY_ALL, MSK_RECORDING_FREE },
    { CAP (DELEGATE) | CAP (STAFF), MSK_RECORDING_NOTEBOOK },
    { CAP (DELEGATE), MSK_RECORDING_NONE },
  };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MskAgendaItem *item = msk_agenda_item_new ();

      item->position = i + 1;
      item->capacities = rows[i].capacities;
      item->recording = rows[i].recording;
      g_ptr_array_add (items, item);
    }

  return items;
}

/* Plays "1", "b", "2", "e", … : items, break, end; and describes what came of it: the phase, the
 * position, and a letter for each item. */
static char *
play (GPtrArray *items, const char *history, MskRoomState *room)
{
  g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *at = history; *at != '\0'; at++)
    {
      MskAgendaMove *move = msk_agenda_move_new ();

      move->phase = *at == 'b' ? MSK_ROOM_BREAK : *at == 'e' ? MSK_ROOM_ENDED : MSK_ROOM_ITEM;
      move->position = move->phase == MSK_ROOM_ITEM ? (guint) (*at - '0') : 0;
      g_ptr_array_add (moves, move);
    }
  *room = msk_agenda_play (items, moves);

#define STATE(i) "wcio"[MSK_AGENDA_ITEM (g_ptr_array_index (items, i))->state]
  return g_strdup_printf ("%c%u %c%c%c", "-ibe"[room->phase], room -> position, STATE (0),
                          STATE (1), STATE (2));
#undef STATE
}

static void
test_room_follows_its_history (void)
{
  static const struct
  {
    const char *history;
    const char *room;
    MskRecording recording;
    guint next; /* 0: none is left */
  } cases[] = {
    { "", "-0 www", MSK_RECORDING_NONE, 1 },
    { "1", "i1 cww", MSK_RECORDING_FREE, 2 },
    { "1b", "b1 iww", MSK_RECORDING_NONE, 2 },
    { "1b1", "i1 cww", MSK_RECORDING_FREE, 2 },
    { "12", "i2 ocw", MSK_RECORDING_NOTEBOOK, 3 },
    { "1b2", "i2 ocw", MSK_RECORDING_NOTEBOOK, 3 },
    { "13", "i3 owc", MSK_RECORDING_NONE, 2 }, /* taken out of order: 2 is still to come */
    { "132", "i2 oco", MSK_RECORDING_NOTEBOOK, 0 },
    { "121", "i1 cow", MSK_RECORDING_FREE, 3 }, /* went back */
    { "123e", "e3 ooo", MSK_RECORDING_NONE, 0 },
    { "1e", "e1 ooo", MSK_RECORDING_NONE, 0 },
    { "1e2", "i2 ocw", MSK_RECORDING_NOTEBOOK, 3 }, /* ended too early */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) items = make_items ();
      MskRoomState room;
      g_autofree char *shown = play (items, cases[i].history, &room);
      guint next = 0;

      g_test_message ("%s", cases[i].history);
      g_assert_cmpstr (shown, ==, cases[i].room);
      g_assert_cmpint (msk_agenda_get_recording (items, &room), ==, cases[i].recording);
      g_assert_cmpint (msk_agenda_find_next (items, &next, &error), ==, cases[i].next != 0);
      g_assert_cmpuint (next, ==, cases[i].next);
      if (cases[i].next == 0)
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_AGENDA_OVER);
    }
}

static void
test_moves_that_lead_somewhere (void)
{
  static const struct
  {
    const char *history;
    MskRoomPhase phase;
    guint position;
    int code; /* MskInputError, or -1 */
  } cases[] = {
    { "", MSK_ROOM_ITEM, 1, -1 },
    { "", MSK_ROOM_ITEM, 4, MSK_INPUT_ERROR_NOT_FOUND },
    { "", MSK_ROOM_BREAK, 0, MSK_INPUT_ERROR_BAD_VALUE },
    { "", MSK_ROOM_ENDED, 0, MSK_INPUT_ERROR_BAD_VALUE },
    { "1", MSK_ROOM_ITEM, 1, MSK_INPUT_ERROR_BAD_VALUE },
    { "1", MSK_ROOM_BREAK, 0, -1 },
    { "1b", MSK_ROOM_BREAK, 0, MSK_INPUT_ERROR_BAD_VALUE },
    { "1b", MSK_ROOM_ITEM, 1, -1 },
    { "1b", MSK_ROOM_ENDED, 0, -1 },
    { "12", MSK_ROOM_ITEM, 1, -1 },
    { "1e", MSK_ROOM_ENDED, 0, MSK_INPUT_ERROR_BAD_VALUE },
    { "1e", MSK_ROOM_BREAK, 0, MSK_INPUT_ERROR_BAD_VALUE },
    { "1e", MSK_ROOM_ITEM, 1, -1 },
    { "1", MSK_ROOM_BEFORE, 0, MSK_INPUT_ERROR_BAD_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) items = make_items ();
      MskRoomState room;
      g_autofree char *shown = play (items, cases[i].history, &room);
      gboolean may =
          msk_agenda_check_move (items, &room, cases[i].phase, cases[i].position, &error);

      g_test_message ("%u", i);
      g_assert_cmpint (may, ==, cases[i].code < 0);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_INPUT_ERROR, cases[i].code);
    }
}

/* M4: by capacity, and whoever is bound for their items alone. */
static void
test_who_is_let_in (void)
{
  static const struct
  {
    const char *history;
    guint position;
    MskCapacity capacity;
    const char *bound;
    gboolean admitted;
  } cases[] = {
    { "", 0, MSK_CAPACITY_OBSERVER, "", TRUE },
    { "", 0, MSK_CAPACITY_OBSERVER, "2", TRUE },
    { "1", 1, MSK_CAPACITY_OBSERVER, "", TRUE },
    { "1", 1, MSK_CAPACITY_OBSERVER, "1", TRUE },
    { "1", 1, MSK_CAPACITY_OBSERVER, "2", FALSE },
    { "1", 1, MSK_CAPACITY_OBSERVER, "12", TRUE },
    { "12", 2, MSK_CAPACITY_OBSERVER, "", FALSE },
    { "12", 2, MSK_CAPACITY_OBSERVER, "2", FALSE }, /* bound, but not of a capacity that may */
    { "12", 2, MSK_CAPACITY_STAFF, "", TRUE },
    { "12", 2, MSK_CAPACITY_STAFF, "1", FALSE },
    { "12", 2, MSK_CAPACITY_PRESS, "", FALSE },
    { "123", 3, MSK_CAPACITY_DELEGATE, "", TRUE },
    { "123", 3, MSK_CAPACITY_STAFF, "", FALSE },
    { "1b", 0, MSK_CAPACITY_OBSERVER, "1", TRUE },   /* the item goes on after the break */
    { "12b", 0, MSK_CAPACITY_OBSERVER, "1", FALSE }, /* theirs is over */
    { "12b", 0, MSK_CAPACITY_OBSERVER, "13", TRUE },
    { "1e", 0, MSK_CAPACITY_OBSERVER, "2", FALSE },
    { "1e", 0, MSK_CAPACITY_OBSERVER, "", TRUE },
    { "", 9, MSK_CAPACITY_DELEGATE, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) items = make_items ();
      g_autoptr(GArray) bound = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(MskAttendee) attendee = msk_attendee_new ();
      MskRoomState room;
      g_autofree char *shown = play (items, cases[i].history, &room);

      attendee->capacity = cases[i].capacity;
      attendee->clearance = MSK_LEVEL_TOP_SECRET;
      for (const char *at = cases[i].bound; *at != '\0'; at++)
        {
          const gint64 position = *at - '0';

          g_array_append_val (bound, position);
        }
      g_test_message ("%u", i);
      g_assert_cmpint (msk_agenda_admits (items, cases[i].position, attendee, bound), ==,
                       cases[i].admitted);
      if (bound->len == 0)
        g_assert_cmpint (msk_agenda_admits (items, cases[i].position, attendee, NULL), ==,
                         cases[i].admitted);
    }
}

/* Nobody hears what is above their clearance. */
static void
test_clearance (void)
{
  g_autoptr(GPtrArray) items = make_items ();
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();
  MskRoomState room;
  g_autofree char *shown = play (items, "1", &room);

  attendee->capacity = MSK_CAPACITY_DELEGATE;
  for (int level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    for (int clearance = MSK_LEVEL_CONFIDENTIAL; clearance <= MSK_LEVEL_TOP_SECRET; clearance++)
      {
        ((MskAgendaItem *) g_ptr_array_index (items, 0))->level = (MskLevel) level;
        attendee->clearance = (MskLevel) clearance;
        g_assert_cmpint (msk_agenda_admits (items, 1, attendee, NULL), ==, clearance >= level);
      }
}

static void
test_state_labels (void)
{
  g_assert_cmpstr (msk_item_state_get_label (MSK_ITEM_INTERRUPTED), ==, "interrupted");
  g_assert_cmpstr (msk_room_phase_get_label (MSK_ROOM_BREAK), ==, "break");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/agenda/new-item-allows-no-notes", test_new_item_allows_no_notes);
  g_test_add_func ("/core/agenda/labels", test_labels);

  g_test_add_func ("/core/agenda/room-follows-its-history", test_room_follows_its_history);
  g_test_add_func ("/core/agenda/moves-that-lead-somewhere", test_moves_that_lead_somewhere);
  g_test_add_func ("/core/agenda/who-is-let-in", test_who_is_let_in);
  g_test_add_func ("/core/agenda/who-is-cleared-for-it", test_clearance);
  g_test_add_func ("/core/agenda/state-labels", test_state_labels);

  return g_test_run ();
}
