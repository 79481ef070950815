/* What is shown and offered of briefing, pledge, notice and duty cards, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-state.h"
#include "msk-error.h"
#include "msk-wording.h"

static MskPledgeLine *
make_line (MskCapacity capacity, guint kinds, guint posts, guint acknowledged_posts)
{
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();

  attendee->capacity = capacity;
  g_free (attendee->name);
  attendee->name = g_strdup ("甲");
  g_free (attendee->unit);
  attendee->unit = g_strdup ("办公厅");
  return msk_pledge_line_new (attendee, kinds, posts, acknowledged_posts);
}

static MskTextVersion *
make_text (MskTextKind kind, MskPost post, guint number)
{
  MskTextVersion *text = msk_text_version_new ();

  text->kind = kind;
  text->post = post;
  text->number = number;
  g_free (text->chinese);
  text->chinese = g_strdup ("题\n#none 不得记录\n一段");
  g_free (text->english);
  text->english = g_strdup ("Title\n#none No notes\nA paragraph");
  return text;
}

static MskAcknowledgement *
make_record (MskTextKind kind, guint number, gint64 annulled_at)
{
  MskAcknowledgement *record = msk_acknowledgement_new ();

  record->kind = kind;
  record->number = number;
  record->manner = MSK_MANNER_IN_THE_ROOM;
  record->at = 1772355900;
  record->annulled_at = annulled_at;
  g_free (record->recorded_by);
  record->recorded_by = g_strdup ("clerk");
  return record;
}

static GPtrArray *
make_lines (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  const guint all = (1u << MSK_TEXT_BRIEFING) | (1u << MSK_TEXT_PLEDGE) | (1u << MSK_TEXT_NOTICE);

  g_ptr_array_add (lines, make_line (MSK_CAPACITY_DELEGATE, all, 0, 0));
  g_ptr_array_add (lines, make_line (MSK_CAPACITY_SERVICE, all, 1u << MSK_POST_DRIVER, 0));
  return lines;
}

static void
test_offers (void)
{
  static const struct
  {
    MskRole role;
    MskMeetingState meeting;
    gboolean many, assign, end, texts, print;
  } cases[] = {
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, TRUE, TRUE, TRUE, TRUE, TRUE },
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_SWEEPING, TRUE, TRUE, TRUE, FALSE, TRUE },
    { MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, TRUE, FALSE, FALSE, FALSE, TRUE },
    { MSK_ROLE_RESPONSIBLE_LEADER, MSK_MEETING_STATE_OPEN, FALSE, FALSE, FALSE, FALSE, FALSE },
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_CLOSED, FALSE, FALSE, FALSE, FALSE, FALSE },
  };
  g_autoptr(GPtrArray) lines = make_lines ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MskBriefingState state =
          msk_briefing_state_make (cases[i].role, cases[i].meeting, lines, lines);
      const MskBriefingState unselected =
          msk_briefing_state_make (cases[i].role, cases[i].meeting, lines, none);

      g_test_message ("%u", i);
      g_assert_cmpuint (state.listed, ==, 2);
      g_assert_cmpuint (state.lacking, ==, 1);
      g_assert_true (state.can_brief_many == cases[i].many);
      g_assert_true (state.can_assign == cases[i].assign);
      g_assert_true (state.can_end == cases[i].end);
      g_assert_true (state.can_set_texts == cases[i].texts);
      g_assert_true (state.can_print == cases[i].print);
      g_assert_false (unselected.can_assign || unselected.can_end);
    }
}

/* Of the press's undertaking and of cards of posts that nobody has nothing is seen. */
static void
test_owed (void)
{
  g_autoptr(GPtrArray) lines = make_lines ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) owed = NULL;

  g_ptr_array_add (texts, make_text (MSK_TEXT_BRIEFING, MSK_POST_NONE, 1));
  g_ptr_array_add (texts, make_text (MSK_TEXT_UNDERTAKING, MSK_POST_NONE, 1));
  g_ptr_array_add (texts, make_text (MSK_TEXT_DUTY, MSK_POST_LEADER, 1));
  g_ptr_array_add (texts, make_text (MSK_TEXT_DUTY, MSK_POST_DRIVER, 1));
  owed = msk_briefing_state_dup_owed (texts, lines);
  g_assert_cmpuint (owed->len, ==, 2);
  g_assert_true (owed->pdata[0] == texts->pdata[0] && owed->pdata[1] == texts->pdata[3]);
  g_assert_cmpuint (msk_briefing_state_count_lacking (lines, owed->pdata[0]), ==, 0);
  g_assert_cmpuint (msk_briefing_state_count_lacking (lines, owed->pdata[1]), ==, 1);
}

/* A version before the one in force does not count, nor does what was taken back. */
static void
test_standing (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(MskTextVersion) text = make_text (MSK_TEXT_PLEDGE, MSK_POST_NONE, 2);
  g_autofree char *none = msk_briefing_state_dup_standing (records, text);
  g_autofree char *older = NULL;
  g_autofree char *now = NULL;

  g_assert_cmpstr (none, ==, "not acknowledged yet");
  g_ptr_array_add (records, make_record (MSK_TEXT_PLEDGE, 1, 0));
  g_ptr_array_add (records, make_record (MSK_TEXT_PLEDGE, 2, 1772355901));
  g_ptr_array_add (records, make_record (MSK_TEXT_BRIEFING, 2, 0));
  older = msk_briefing_state_dup_standing (records, text);
  g_assert_cmpstr (older, ==, "not acknowledged yet; version 1 was, 2026-03-01 09:05");
  g_assert_null (msk_briefing_state_find (records, text));
  g_ptr_array_add (records, make_record (MSK_TEXT_PLEDGE, 2, 0));
  now = msk_briefing_state_dup_standing (records, text);
  g_assert_cmpstr (now, ==, "acknowledged 2026-03-01 09:05, in the room, recorded by clerk");
  g_assert_true (msk_briefing_state_find (records, text) == records->pdata[3]);
}

static void
test_reading (void)
{
  g_autoptr(MskTextVersion) text = make_text (MSK_TEXT_NOTICE, MSK_POST_NONE, 3);
  g_autoptr(MskTextVersion) card = make_text (MSK_TEXT_DUTY, MSK_POST_DRIVER, 1);
  g_autofree char *reading = msk_briefing_state_dup_reading (text);
  g_autofree char *title = msk_briefing_state_dup_title (text);
  g_autofree char *card_title = msk_briefing_state_dup_title (card);

  g_assert_cmpstr (reading, ==, "题\n不得记录\n一段\n\nTitle\nNo notes\nA paragraph");
  g_assert_cmpstr (title, ==, "notice, version 3");
  g_assert_cmpstr (card_title, ==, "duty card: driver, version 1");
}

static void
test_names (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *names = NULL;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (lines, make_line (MSK_CAPACITY_DELEGATE, 0, 0, 0));
  names = msk_briefing_state_dup_names (lines);
  g_assert_true (g_str_has_prefix (names, "甲 (办公厅), 甲 (办公厅), "));
  g_assert_true (g_str_has_suffix (names, ", 2 more"));
}

/* What a new version means is said by how many owe it then. */
static void
test_change (void)
{
  g_autoptr(MskTextVersion) pledge = make_text (MSK_TEXT_PLEDGE, MSK_POST_NONE, 3);
  g_autoptr(MskTextVersion) card = make_text (MSK_TEXT_DUTY, MSK_POST_DRIVER, 1);
  g_autofree char *nobody = msk_briefing_state_dup_meaning (0, 0);
  g_autofree char *both = msk_briefing_state_dup_meaning (2, 1);
  g_autofree char *two = msk_briefing_state_dup_change (pledge, 2);
  g_autofree char *none = msk_briefing_state_dup_change (pledge, 0);
  g_autofree char *one = msk_briefing_state_dup_change (card, 1);

  g_assert_cmpstr (nobody, ==, "Nobody has taken note of this version.");
  g_assert_cmpstr (both, ==,
                   "2 people have taken note of this version and would owe the new one. 1 person "
                   "owes the text already.");
  g_assert_nonnull (strstr (two, "version 3"));
  g_assert_nonnull (strstr (two, "2 people"));
  g_assert_nonnull (strstr (two, "the door does not let them in"));
  g_assert_null (strstr (none, "the door does not let them in"));
  g_assert_nonnull (strstr (one, "1 person"));
  g_assert_nonnull (strstr (one, "the post is not theirs"));
}

static void
test_choice (void)
{
  g_autoptr(MskTextVersion) pledge = make_text (MSK_TEXT_PLEDGE, MSK_POST_NONE, 3);
  g_autoptr(MskTextVersion) card = make_text (MSK_TEXT_DUTY, MSK_POST_DRIVER, 1);
  g_autofree char *text = msk_briefing_state_dup_choice (pledge);
  g_autofree char *post = msk_briefing_state_dup_choice (card);

  g_assert_cmpstr (text, ==, "pledge");
  g_assert_cmpstr (post, ==, "driver (duty card)");
}

/* Sheets are somebody's; a duty card can be nobody's. */
static void
test_whom (void)
{
  MskSheetWhom whom[MSK_SHEET_N_WHOM];

  g_assert_cmpuint (msk_briefing_state_list_whom (MSK_TEXT_PLEDGE, FALSE, whom), ==, 2);
  g_assert_cmpint (whom[0], ==, MSK_SHEET_FOR_LACKING);
  g_assert_cmpint (whom[1], ==, MSK_SHEET_FOR_INSIDE);
  g_assert_cmpuint (msk_briefing_state_list_whom (MSK_TEXT_DUTY, TRUE, whom), ==, 4);
  g_assert_cmpint (whom[0], ==, MSK_SHEET_FOR_SELECTED);
  g_assert_cmpint (whom[3], ==, MSK_SHEET_FOR_NOBODY);
}

static void
test_wording (void)
{
  g_autoptr(MskTextVersion) text = make_text (MSK_TEXT_PLEDGE, MSK_POST_NONE, 1);
  g_autoptr(MskWording) wording = msk_wording_new (text);

  g_assert_false (msk_wording_is_changed (wording));
  msk_wording_take (wording, g_strdup (text->chinese), g_strdup ("Another"));
  g_assert_true (msk_wording_is_changed (wording));
  msk_wording_take (wording, g_strdup ("另"), g_strdup (text->english));
  g_assert_true (msk_wording_is_changed (wording));
  msk_wording_take (wording, g_strdup (text->chinese), g_strdup (text->english));
  g_assert_false (msk_wording_is_changed (wording));
}

/* Somewhat more than the desk takes comes in, to be made shorter; no more than that, be it blank.
 */
static void
test_wording_has_an_end (void)
{
  g_autoptr(MskTextVersion) text = make_text (MSK_TEXT_PLEDGE, MSK_POST_NONE, 1);
  g_autoptr(MskWording) wording = msk_wording_new (text);
  g_autofree char *most = g_strnfill (MSK_WORDING_MOST_CHARS - 1, 'x');
  g_autofree char *blank = g_strnfill (MSK_WORDING_MOST_CHARS, '\n');
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_wording_check_more (wording, most, "会", 3, &error));
  g_assert_no_error (error);
  g_assert_false (msk_wording_check_more (wording, most, "会议", 6, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, "8000"));
  g_clear_error (&error);
  g_assert_false (msk_wording_check_more (wording, "Title\nBelow", blank, strlen (blank), &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/briefing/offers-what-the-role-may", test_offers);
  g_test_add_func ("/gui/briefing/shows-what-is-owed", test_owed);
  g_test_add_func ("/gui/briefing/says-what-stands", test_standing);
  g_test_add_func ("/gui/briefing/reads-chinese-above-english", test_reading);
  g_test_add_func ("/gui/briefing/names-a-few", test_names);
  g_test_add_func ("/gui/briefing/says-what-a-new-version-means", test_change);
  g_test_add_func ("/gui/briefing/names-a-card-by-its-post", test_choice);
  g_test_add_func ("/gui/briefing/knows-whom-sheets-are-for", test_whom);
  g_test_add_func ("/gui/briefing/knows-what-was-written", test_wording);
  g_test_add_func ("/gui/briefing/takes-no-text-without-end", test_wording_has_an_end);

  return g_test_run ();
}
