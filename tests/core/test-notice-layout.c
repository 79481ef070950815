/* The no-recording notice: letters that are read from 15 m, and colours with contrast; no display.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-layout.h"

#define CAPITAL_PART 0.71 /* of the size of the type */

static void
test_contrast (void)
{
  const MskNoticeColour white = { 1, 1, 1 };
  const MskNoticeColour black = { 0, 0, 0 };

  g_assert_cmpfloat_with_epsilon (msk_notice_layout_get_contrast (&white, &black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (msk_notice_layout_get_contrast (&white, &white), 1, 0.01);
  for (MskRecording rule = MSK_RECORDING_NONE; rule <= MSK_RECORDING_FREE; rule++)
    g_assert_cmpfloat (msk_notice_layout_get_contrast (msk_notice_layout_get_paper (rule),
                                                       msk_notice_layout_get_ink (rule)),
                       >=, 7);
}

static void
test_rules_differ (void)
{
  for (MskRecording rule = MSK_RECORDING_NONE; rule < MSK_RECORDING_FREE; rule++)
    g_assert_cmpint (memcmp (msk_notice_layout_get_paper (rule),
                             msk_notice_layout_get_paper ((MskRecording) (rule + 1)),
                             sizeof (MskNoticeColour)),
                     !=, 0);
}

static void
test_headings_are_read_from_the_far_end (void)
{
  static const int heights[] = { 480, 768, 1080, 2160 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    for (MskNoticeStyle style = MSK_NOTICE_CHINESE_HEADING; style <= MSK_NOTICE_ENGLISH_HEADING;
         style++)
      g_assert_cmpfloat (msk_notice_layout_get_size (style, heights[i], 1) * CAPITAL_PART, >=,
                         (double) heights[i] / MSK_NOTICE_HEADING_PART);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/notice-layout/contrast", test_contrast);
  g_test_add_func ("/core/notice-layout/rules-differ", test_rules_differ);
  g_test_add_func ("/core/notice-layout/headings-are-read-from-the-far-end",
                   test_headings_are_read_from_the_far_end);

  return g_test_run ();
}
