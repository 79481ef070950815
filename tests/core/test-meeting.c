/* Meetings: when papers may move.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting.h"

#include "msk-error.h"

#include "test-start.h"

static MskMeeting *
make_meeting (int state)
{
  MskMeeting *meeting = msk_meeting_new ();

  meeting->number = g_strdup ("number");
  meeting->title = g_strdup ("title");
  meeting->venue = g_strdup ("venue");
  meeting->organiser = g_strdup ("organiser");
  meeting->leader = g_strdup ("leader");
  meeting->state = (MskMeetingState) state;

  return meeting;
}

static void
test_papers_move_only_while_it_is_open (void)
{
  static const int reasons[] = {
    [MSK_MEETING_STATE_OPEN] = -1,
    [MSK_MEETING_STATE_SWEEPING] = MSK_RULE_ERROR_SWEEP_STARTED,
    [MSK_MEETING_STATE_CLOSED] = MSK_RULE_ERROR_MEETING_CLOSED,
  };

  for (guint state = 0; state < G_N_ELEMENTS (reasons); state++)
    {
      MskMeeting *meeting = make_meeting ((int) state);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (msk_meeting_check_open (meeting, &error), ==, reasons[state] == -1);
      if (reasons[state] == -1)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, reasons[state]);
      g_assert_finalize_object (meeting);
    }
}

/* A state that no version of the program knows lets nothing through. */
static void
test_unknown_state_is_not_open (void)
{
  MskMeeting *meeting = make_meeting (99);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*");
  g_assert_false (msk_meeting_check_open (meeting, NULL));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (meeting);
}

static void
test_labels (void)
{
  g_assert_cmpstr (msk_meeting_state_get_label (MSK_MEETING_STATE_OPEN), ==, "open");
  g_assert_cmpstr (msk_meeting_state_get_label (MSK_MEETING_STATE_SWEEPING), ==, "being swept");
  g_assert_cmpstr (msk_meeting_state_get_label (MSK_MEETING_STATE_CLOSED), ==, "closed");
  g_assert_cmpstr (msk_meeting_state_get_label (MSK_MEETING_STATE_ERASED), ==, "erased");

  expect_critical ();
  g_assert_cmpstr (msk_meeting_state_get_label ((MskMeetingState) (MSK_MEETING_STATE_ERASED + 1)),
                   ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/meeting/papers-move-only-while-it-is-open",
                   test_papers_move_only_while_it_is_open);
  g_test_add_func ("/core/meeting/unknown-state-is-not-open", test_unknown_state_is_not_open);
  g_test_add_func ("/core/meeting/labels", test_labels);

  return g_test_run ();
}
