/* Agenda items: what may be noted down.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-item.h"

#include "test-start.h"

/* M5: where nobody said anything, nothing is noted down. */
static void
test_new_item_allows_no_notes (void)
{
  MskAgendaItem *item = msk_agenda_item_new ();

  g_assert_cmpint (item->recording, ==, MSK_RECORDING_NONE);
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

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/agenda/new-item-allows-no-notes", test_new_item_allows_no_notes);
  g_test_add_func ("/core/agenda/labels", test_labels);

  return g_test_run ();
}
