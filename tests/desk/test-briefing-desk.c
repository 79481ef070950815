/* Briefing, pledge, duty cards, the agenda and the notice, as staff do them (M4, M5, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-desk.h"
#include "msk-briefing-desk.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-notice-desk.h"
#include "msk-session-private.h"
#include "msk-sheet-desk.h"
#include "msk-vetting-desk.h"

#include "desk-test.h"

static GArray *
make_people (gint64 first, gint64 second)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (people, first);
  if (second != 0)
    g_array_append_val (people, second);
  return people;
}

static int
record (DeskTest *test, MskTextKind kind, MskPost post, const GArray *people, GError **error)
{
  const MskAcknowledgeDraft draft = { kind, post, MSK_MANNER_IN_THE_ROOM, NULL };

  return msk_briefing_desk_acknowledge (test->session, &draft, people, error);
}

/* The register of the door has somebody come in or go out, whatever the door would say to it. Signs
 * in as the clerk. */
static void
pass_door (DeskTest *self, gint64 attendee_id, MskDirection direction)
{
  const MskDoorPassing passing = { .attendee_id = attendee_id,
                                   .direction = direction,
                                   .identity = direction == MSK_DIRECTION_IN ? MSK_IDENTITY_KNOWN
                                                                             : MSK_IDENTITY_NONE,
                                   .reason = "" };
  const MskAct act = direction == MSK_DIRECTION_IN ? MSK_ACT_DOOR_IN : MSK_ACT_DOOR_OUT;
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  gint64 movement;

  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
  msk_session_begin (self->session, act, &transaction, &error);
  g_assert_no_error (error);
  msk_door_store_pass (&transaction, &passing, &movement, &error);
  g_assert_no_error (error);
  msk_session_commit (self->session, &transaction, &error);
  g_assert_no_error (error);
}

static char *
dup_lacking (DeskTest *test, gint64 person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list (test->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskPledgeLine *line = g_ptr_array_index (lines, i);

      if (line->attendee->id == person)
        return msk_pledge_state_dup_lacking (&line->state);
    }

  return g_strdup ("not on the list");
}

static void
assert_lacks (DeskTest *test, gint64 person, const char *expected)
{
  g_autofree char *lacking = dup_lacking (test, person);

  g_assert_cmpstr (lacking, ==, expected);
}

static void
test_one_many_and_all (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) two = make_people (PERSON_FIRST, PERSON_SECOND);
  const gint64 entries = desk_test_count_entries (test);
  int rest;

  g_assert_cmpint (record (test, MSK_TEXT_BRIEFING, MSK_POST_NONE, two, &error), ==, 2);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  g_assert_cmpint (record (test, MSK_TEXT_BRIEFING, MSK_POST_NONE, two, &error), ==, 0);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  assert_lacks (test, PERSON_FIRST, "pledge, notice");
  assert_lacks (test, PERSON_THIRD, "briefing, pledge, notice");

  rest = record (test, MSK_TEXT_BRIEFING, MSK_POST_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rest, >=, 9);
  g_assert_cmpint (record (test, MSK_TEXT_BRIEFING, MSK_POST_NONE, NULL, &error), ==, 0);
  assert_lacks (test, PERSON_THIRD, "pledge, notice");
  assert_lacks (test, PERSON_REJECTED, "not on the list");
}

/* Those who are in the room, in one transaction; whoever is outside still lacks it. */
static void
test_those_inside (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const MskAcknowledgeDraft draft = { .kind = MSK_TEXT_NOTICE,
                                      .manner = MSK_MANNER_IN_THE_ROOM,
                                      .inside = TRUE };

  pass_door (test, PERSON_FIRST, MSK_DIRECTION_IN);
  pass_door (test, PERSON_SECOND, MSK_DIRECTION_IN);
  pass_door (test, PERSON_SECOND, MSK_DIRECTION_OUT);
  g_assert_cmpint (msk_briefing_desk_count_lacking (test->session, &draft, &error), ==, 1);
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, NULL, &error), ==, 1);
  g_assert_no_error (error);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge");
  assert_lacks (test, PERSON_SECOND, "briefing, pledge, notice");
  g_assert_cmpint (msk_briefing_desk_count_lacking (test->session, &draft, &error), ==, 0);
}

/* What was read is what is recorded. */
static void
test_another_version_than_shown (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = make_people (PERSON_FIRST, 0);
  MskAcknowledgeDraft draft = { .kind = MSK_TEXT_PLEDGE,
                                .manner = MSK_MANNER_IN_THE_ROOM,
                                .number = 1 };

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpuint (msk_briefing_desk_set_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                "题\n新的一段", "T\nnew", &error),
                    ==, 2);
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, one, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.number = 2;
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, one, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_all_or_nobody (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rejected = make_people (PERSON_FIRST, PERSON_REJECTED);
  g_autoptr(GArray) unknown = make_people (PERSON_FIRST, 999);
  g_autoptr(GArray) delegate = make_people (PERSON_OUTSIDE_SCOPE, PERSON_FIRST);
  const gint64 entries = desk_test_count_entries (test);

  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, rejected, &error), ==, -1);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED);
  g_clear_error (&error);
  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, unknown, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (record (test, MSK_TEXT_UNDERTAKING, MSK_POST_NONE, delegate, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge, notice");
  assert_lacks (test, PERSON_OUTSIDE_SCOPE, "briefing, pledge, notice, undertaking of the press");
}

static void
test_signed_needs_its_reference (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = make_people (PERSON_FIRST, 0);
  MskAcknowledgeDraft draft = { MSK_TEXT_PLEDGE, MSK_POST_NONE, MSK_MANNER_ON_PAPER, " " };

  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, one, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.reference = "承 1\n2";
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, one, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.reference = " 承 1 ";
  g_assert_cmpint (msk_briefing_desk_acknowledge (test->session, &draft, one, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_a_new_version_asks_everybody_again (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = make_people (PERSON_FIRST, 0);
  g_autoptr(MskTextVersion) text = NULL;

  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, one, &error), ==, 1);
  assert_lacks (test, PERSON_FIRST, "briefing, notice");
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpuint (msk_briefing_desk_set_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                "题\n新的一段\n", "T\nnew", &error),
                    ==, 2);
  g_assert_no_error (error);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge, notice");
  text = msk_briefing_desk_get_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE, &error);
  g_assert_cmpstr (text->chinese, ==, "题\n新的一段");
  g_assert_cmpstr (text->set_by, ==, desk_test_get_user (MSK_ROLE_ORGANISER));

  g_assert_cmpuint (msk_briefing_desk_set_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                "题\n新的一段", "T\n new", &error),
                    ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (msk_briefing_desk_set_text (test->session, MSK_TEXT_NOTICE, MSK_POST_NONE,
                                                "题\n新", "T\nnew", &error),
                    ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

/* What a new version would bring, before anybody puts it in force; nothing changes by asking. */
static void
test_foreseen (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) two = make_people (PERSON_FIRST, PERSON_SECOND);
  g_autoptr(GArray) first = make_people (PERSON_FIRST, 0);
  g_autoptr(GPtrArray) held = NULL;
  const MskAttendeeDraft late = { "迟", "办公室", "科长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_SECRET };
  const MskAcknowledgeDraft pledge = { .kind = MSK_TEXT_PLEDGE };
  MskTextChange change;
  gint64 entries;
  int lacking;

  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, two, &error), ==, 2);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  /* Who is not vetted yet owes nothing yet. */
  g_assert_true (msk_vetting_desk_add (test->session, &late, NULL, &error));
  g_assert_no_error (error);
  entries = desk_test_count_entries (test);
  lacking = msk_briefing_desk_count_lacking (test->session, &pledge, &error);
  g_assert_true (msk_briefing_desk_foresee_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                 &change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (change.number, ==, 2);
  g_assert_cmpuint (change.taken_note, ==, 2);
  g_assert_cmpint ((int) change.lacking, ==, lacking);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  g_assert_true (msk_briefing_desk_assign_post (test->session, MSK_POST_DRIVER, first, &error));
  g_assert_true (msk_briefing_desk_foresee_text (test->session, MSK_TEXT_DUTY, MSK_POST_DRIVER,
                                                 &change, &error));
  g_assert_cmpuint (change.taken_note, ==, 0);
  g_assert_cmpuint (change.lacking, ==, 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (
      msk_vetting_desk_withdraw (test->session, PERSON_SECOND, "另有任务", &held, &error));
  g_assert_no_error (error);
  /* Who may not come any more owes nothing. */
  g_assert_true (msk_briefing_desk_foresee_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                 &change, &error));
  g_assert_cmpuint (change.taken_note, ==, 1);
}

/* Asking whether a text would be taken is answered as putting it in force is. */
static void
test_checked_before_it_is_asked (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *chinese, *english;
    gboolean good;
  } cases[] = {
    { "题\n新的一段", "T\nnew", TRUE },
    { "题\n新的一段", "T", FALSE },
    { "", "", FALSE },
    { "题\n新的一段", "T\nn\tew", FALSE },
  };
  g_autofree char *long_line = g_strnfill (1 << 20, 'x');
  g_autofree char *megabyte = g_strconcat ("T\n", long_line, NULL);
  g_autoptr(GError) error = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  entries = desk_test_count_entries (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_true (msk_briefing_desk_check_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                   cases[i].chinese, cases[i].english,
                                                   &error) == cases[i].good);
      g_assert_true ((error == NULL) == cases[i].good);
      g_clear_error (&error);
    }
  g_assert_false (msk_briefing_desk_check_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                "题\n段", megabyte, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (msk_briefing_desk_set_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                "题\n段", megabyte, &error),
                    ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  msk_briefing_desk_set_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE, cases[0].chinese,
                              cases[0].english, &error);
  g_assert_no_error (error);
  g_assert_false (msk_briefing_desk_check_text (test->session, MSK_TEXT_PLEDGE, MSK_POST_NONE,
                                                cases[0].chinese, cases[0].english, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_annulled (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = make_people (PERSON_FIRST, 0);

  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, one, &error), ==, 1);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_false (msk_briefing_desk_annul (test->session, 1, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_briefing_desk_annul (test->session, 1, "记错了人", &error));
  g_assert_no_error (error);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge, notice");
}

static void
test_posts (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = make_people (PERSON_FIRST, 0);
  g_autoptr(GArray) two = make_people (PERSON_FIRST, PERSON_SECOND);

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_briefing_desk_assign_post (test->session, MSK_POST_DRIVER, one, &error));
  g_assert_true (msk_briefing_desk_assign_post (test->session, MSK_POST_DRIVER, one, &error));
  g_assert_no_error (error);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge, notice, duty card");
  g_assert_cmpint (record (test, MSK_TEXT_DUTY, MSK_POST_DRIVER, two, &error), ==, -1);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (record (test, MSK_TEXT_DUTY, MSK_POST_DRIVER, NULL, &error), ==, 1);
  assert_lacks (test, PERSON_FIRST, "briefing, pledge, notice");
  g_assert_true (msk_briefing_desk_end_post (test->session, MSK_POST_DRIVER, two, &error));
  g_assert_no_error (error);
}

/* Makes sheets, or says why not. */
static guint
count_sheets (DeskTest *test, MskSheetOrder *order, GError **error)
{
  g_autoptr(GBytes) document = msk_sheet_desk_make (test->session, order, error);

  return document == NULL ? 0 : order->sheets;
}

/* A sheet for each who owes the text and may take note of it, or for those chosen, each once; of
 * the version in force, and one entry whatever their number. */
static void
test_sheets (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) two = make_people (PERSON_FIRST, PERSON_SECOND);
  g_autoptr(GArray) twice = make_people (PERSON_FIRST, PERSON_FIRST);
  g_autoptr(GArray) rejected = make_people (PERSON_FIRST, PERSON_REJECTED);
  const MskAcknowledgeDraft owed = { .kind = MSK_TEXT_PLEDGE };
  MskSheetOrder order = { .kind = MSK_SHEET_TEXT, .text = MSK_TEXT_PLEDGE };
  MskSheetOrder card = { .kind = MSK_SHEET_TEXT,
                         .text = MSK_TEXT_DUTY,
                         .post = MSK_POST_DRIVER,
                         .unnamed = TRUE };
  gint64 entries;

  g_assert_cmpint (record (test, MSK_TEXT_PLEDGE, MSK_POST_NONE, two, &error), ==, 2);
  entries = desk_test_count_entries (test);
  g_assert_cmpint ((int) count_sheets (test, &order, &error), ==,
                   msk_briefing_desk_count_lacking (test->session, &owed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (order.version, ==, 1);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);

  order.people = twice;
  g_assert_cmpuint (count_sheets (test, &order, &error), ==, 1);
  order.people = rejected;
  g_assert_cmpuint (count_sheets (test, &order, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED);
  g_clear_error (&error);
  order.people = two;
  order.version = 2;
  g_assert_cmpuint (count_sheets (test, &order, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TEXT_NOT_IN_FORCE);
  g_clear_error (&error);
  order.people = NULL;
  order.version = 0;
  order.inside = TRUE;
  g_assert_cmpuint (count_sheets (test, &order, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  pass_door (test, PERSON_THIRD, MSK_DIRECTION_IN);
  g_assert_cmpuint (count_sheets (test, &order, &error), ==, 1);

  /* A card by itself is for nobody; as a sheet it is for whoever has the post. */
  g_assert_cmpuint (count_sheets (test, &card, &error), ==, 1);
  g_assert_no_error (error);
  card.unnamed = FALSE;
  g_assert_cmpuint (count_sheets (test, &card, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN);
  g_clear_error (&error);
  card.people = two;
  g_assert_cmpuint (count_sheets (test, &card, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

/* Three items for everybody; the second for delegates alone, without notes. */
static void
add_agenda (DeskTest *test)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "一", MSK_LEVEL_SECRET,
                                                   MSK_RECORDING_FREE, MSK_CAPACITY_ALL, &error));
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "二", MSK_LEVEL_SECRET,
                                                   MSK_RECORDING_NONE, 1u << MSK_CAPACITY_DELEGATE,
                                                   &error));
  g_assert_true (msk_meeting_desk_add_agenda_item (test->session, "三", MSK_LEVEL_SECRET,
                                                   MSK_RECORDING_NOTEBOOK, MSK_CAPACITY_ALL,
                                                   &error));
  g_assert_no_error (error);
}

static MskAgendaCall *
move (DeskTest *test, MskRoomPhase phase, guint position)
{
  g_autoptr(GError) error = NULL;
  MskAgendaCall *call = msk_agenda_desk_move (test->session, phase, position, &error);

  g_assert_no_error (error);
  return call;
}

static gint64
get_id (GPtrArray *people, guint index)
{
  return MSK_ATTENDEE (g_ptr_array_index (people, index))->id;
}

/* M4: of those who are inside, whose items are over are asked out by name until they are gone; who
 * may not hear this item, or may not come any more, leaves too. */
static void
test_next_item_names_who_must_go (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) first = make_people (PERSON_FIRST, PERSON_SECOND);
  g_autoptr(GArray) second = make_people (PERSON_SECOND, 0);
  g_autoptr(MskAgendaCall) one = NULL;
  g_autoptr(MskAgendaCall) pause = NULL;
  g_autoptr(MskAgendaCall) two = NULL;
  g_autoptr(MskAgendaCall) three = NULL;
  g_autoptr(MskAgendaCall) now = NULL;
  g_autoptr(MskNotice) notice = NULL;

  add_agenda (test);
  g_assert_true (msk_agenda_desk_bind (test->session, 1, first, &error));
  g_assert_true (msk_agenda_desk_bind (test->session, 3, second, &error));
  g_assert_no_error (error);
  pass_door (test, PERSON_FIRST, MSK_DIRECTION_IN);
  pass_door (test, PERSON_SECOND, MSK_DIRECTION_IN);
  pass_door (test, PERSON_THIRD, MSK_DIRECTION_IN);

  one = move (test, MSK_ROOM_ITEM, 0);
  g_assert_cmpuint (one->item->position, ==, 1);
  g_assert_cmpuint (one->asked_out->len, ==, 0);
  g_assert_cmpuint (one->outside->len, ==, 0);
  pause = move (test, MSK_ROOM_BREAK, 0);
  g_assert_null (pause->item);
  g_assert_cmpuint (pause->asked_out->len, ==, 0);

  two = move (test, MSK_ROOM_ITEM, 0);
  g_assert_cmpuint (two->item->position, ==, 2);
  g_assert_cmpuint (two->asked_out->len, ==, 1);
  g_assert_cmpint (get_id (two->asked_out, 0), ==, PERSON_FIRST);
  /* Bound to another item; the press may not hear it either, but never came in. */
  g_assert_cmpuint (two->outside->len, ==, 1);
  g_assert_cmpint (get_id (two->outside, 0), ==, PERSON_SECOND);
  notice = msk_notice_desk_get (test->session, &error);
  g_assert_cmpint (notice->rule, ==, MSK_RECORDING_NONE);

  three = move (test, MSK_ROOM_ITEM, 0);
  g_assert_cmpuint (three->asked_out->len, ==, 1);
  g_assert_cmpuint (three->outside->len, ==, 0);
  pass_door (test, PERSON_FIRST, MSK_DIRECTION_OUT);
  now = msk_agenda_desk_get (test->session, &error);
  g_assert_cmpuint (now->asked_out->len, ==, 0);
  g_assert_null (msk_agenda_desk_move (test->session, MSK_ROOM_ITEM, 0, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_AGENDA_OVER);
  g_clear_error (&error);
  g_assert_null (msk_agenda_desk_move (test->session, MSK_ROOM_ITEM, 3, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
test_barred_people_leave (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(MskAgendaCall) call = NULL;

  add_agenda (test);
  pass_door (test, PERSON_FIRST, MSK_DIRECTION_IN);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (
      msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "另有任务", &held, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  call = move (test, MSK_ROOM_ITEM, 0);
  g_assert_cmpuint (call->outside->len, ==, 1);
  g_assert_cmpint (get_id (call->outside, 0), ==, PERSON_FIRST);
}

static void
test_binding_is_refused_where_it_says_nothing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) press = make_people (PERSON_FIRST, PERSON_OUTSIDE_SCOPE);
  g_autoptr(GHashTable) bound = NULL;

  add_agenda (test);
  g_assert_false (msk_agenda_desk_bind (test->session, 2, press, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE);
  g_clear_error (&error);
  g_assert_false (msk_agenda_desk_bind (test->session, 9, press, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  bound = msk_agenda_desk_load_bound (test->session, &error);
  g_assert_cmpuint (g_hash_table_size (bound), ==, 0);

  g_assert_true (
      msk_agenda_desk_change (test->session, 2, MSK_RECORDING_NOTEBOOK, MSK_CAPACITY_ALL, &error));
  g_assert_true (msk_agenda_desk_bind (test->session, 2, press, &error));
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_agenda_desk_free (test->session, 2, press, &error));
  g_assert_no_error (error);
}

static void
test_exceptions (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskExceptionDraft draft = { PERSON_FIRST, MSK_EXCEPTION_NOTE_TAKER, 2, "李四", "批 5" };
  g_autoptr(GPtrArray) list = NULL;
  gint64 id;

  add_agenda (test);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_notice_desk_grant (test->session, &draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  /* Nobody is their own authority, and nobody's name is none. */
  draft.attendee_id = PERSON_SECOND;
  draft.authority = "王-2";
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  draft.authority = "-";
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.authority = "李四";
  draft.reference = "";
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.position = 9;
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  draft.attendee_id = PERSON_REJECTED;
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_REJECTED);
  g_clear_error (&error);

  list = msk_notice_desk_list_exceptions (test->session, TRUE, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (msk_notice_desk_withdraw (test->session, id, &error));
  g_assert_no_error (error);
}

/* How many are in force, and how those of all stand: one letter each. */
static void
assert_exceptions (DeskTest *test, guint in_force, const char *states)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) standing = msk_notice_desk_list_exceptions (test->session, TRUE, &error);
  g_autoptr(GPtrArray) all = msk_notice_desk_list_exceptions (test->session, FALSE, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_string_append_c (found, "iwl"[MSK_RECORDING_EXCEPTION (all->pdata[i])->state]);
  g_assert_cmpuint (standing->len, ==, in_force);
  g_assert_cmpstr (found->str, ==, states);
}

/* Nobody records where they may not be; and an approval ends with the person's leave to be there.
 */
static void
test_exceptions_of_who_may_be_there (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  MskExceptionDraft draft = { PERSON_UNCLEARED, MSK_EXCEPTION_RECORDER, 1, "李四", "批 5" };
  MskAttendeeDraft changed = { "王2", "新处", "处长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET };
  gint64 id;

  add_agenda (test);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  desk_test_assert_rule (msk_notice_desk_grant (test->session, &draft, &error) != 0, &error,
                         MSK_RULE_ERROR_CLEARANCE_TOO_LOW);
  draft.attendee_id = PERSON_OUTSIDE_SCOPE;
  draft.position = 2;
  desk_test_assert_rule (msk_notice_desk_grant (test->session, &draft, &error) != 0, &error,
                         MSK_RULE_ERROR_OUTSIDE_SCOPE);
  draft.position = 1;
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 1);
  draft.attendee_id = PERSON_FIRST;
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 2);
  draft.attendee_id = PERSON_SECOND;
  g_assert_cmpint (msk_notice_desk_grant (test->session, &draft, &error), ==, 3);
  g_assert_no_error (error);
  assert_exceptions (test, 3, "iii");

  g_assert_true (msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "病", NULL, &error));
  g_assert_no_error (error);
  assert_exceptions (test, 2, "ili");
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (
      msk_vetting_desk_change (test->session, PERSON_SECOND, &changed, &id, NULL, &error));
  g_assert_no_error (error);
  assert_exceptions (test, 1, "ill");
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_notice_desk_withdraw (test->session, 2, &error));
  assert_exceptions (test, 1, "iwl");
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(path, test)                                                                            \
  g_test_add ("/desk/briefing/" path, DeskTest, NULL, desk_test_set_up, test, desk_test_tear_down)
  ADD ("one-many-and-all", test_one_many_and_all);
  ADD ("those-inside", test_those_inside);
  ADD ("another-version-than-shown", test_another_version_than_shown);
  ADD ("all-or-nobody", test_all_or_nobody);
  ADD ("signed-needs-its-reference", test_signed_needs_its_reference);
  ADD ("a-new-version-asks-everybody-again", test_a_new_version_asks_everybody_again);
  ADD ("what-a-new-version-would-bring", test_foreseen);
  ADD ("checked-before-it-is-asked", test_checked_before_it_is_asked);
  ADD ("annulled", test_annulled);
  ADD ("posts", test_posts);
  ADD ("sheets-for-signatures", test_sheets);
  ADD ("next-item-names-who-must-go", test_next_item_names_who_must_go);
  ADD ("barred-people-leave", test_barred_people_leave);
  ADD ("binding-is-refused-where-it-says-nothing", test_binding_is_refused_where_it_says_nothing);
  ADD ("exceptions", test_exceptions);
  ADD ("exceptions-of-who-may-be-there", test_exceptions_of_who_may_be_there);
#undef ADD

  return desk_test_run ();
}
