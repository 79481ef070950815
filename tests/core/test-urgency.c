/* Urgency: the words of GB/T 9704 and their names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-urgency.h"

#include "test-start.h"

static void
test_words (void)
{
  g_assert_cmpstr (msk_urgency_get_mark (MSK_URGENCY_NONE), ==, "");
  g_assert_cmpstr (msk_urgency_get_mark (MSK_URGENCY_URGENT), ==, "加急");
  g_assert_cmpstr (msk_urgency_get_mark (MSK_URGENCY_EXTRA_URGENT), ==, "特急");
  g_assert_cmpstr (msk_urgency_get_label (MSK_URGENCY_EXTRA_URGENT), ==, "特急 Extra Urgent");
}

static void
test_reading (void)
{
  static const struct
  {
    const char *text;
    int urgency; /* -1: none of the words */
  } cases[] = {
    { "特急", MSK_URGENCY_EXTRA_URGENT },
    { " 加急 ", MSK_URGENCY_URGENT },
    { "Extra Urgent", MSK_URGENCY_EXTRA_URGENT },
    { "extra_urgent", MSK_URGENCY_EXTRA_URGENT },
    { "urgent", MSK_URGENCY_URGENT },
    { "none", MSK_URGENCY_NONE },
    { "", -1 },
    { "急", -1 },
    { "flash", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskUrgency urgency = MSK_URGENCY_NONE;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_urgency_parse (cases[i].text, &urgency), ==, cases[i].urgency >= 0);
      if (cases[i].urgency >= 0)
        g_assert_cmpint (urgency, ==, cases[i].urgency);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/urgency/words-on-paper-and-on-screen", test_words);
  g_test_add_func ("/core/urgency/reads-both-languages", test_reading);

  return g_test_run ();
}
