/* What the window offers for a paper and its pages, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-preview-state.h"

static void
test_turning (void)
{
  const MskPreviewState first = msk_preview_state_make (1, 3);
  const MskPreviewState middle = msk_preview_state_make (2, 3);
  const MskPreviewState last = msk_preview_state_make (3, 3);
  const MskPreviewState only = msk_preview_state_make (1, 1);

  g_assert_false (first.can_go_back);
  g_assert_true (first.can_go_on);
  g_assert_true (middle.can_go_back && middle.can_go_on);
  g_assert_true (last.can_go_back);
  g_assert_false (last.can_go_on);
  g_assert_false (only.can_go_back || only.can_go_on);
}

static void
test_typed_page (void)
{
  static const char *const wrong[] = { "", "0", "4", "-1", "1a", "99999999999999999999" };
  guint page = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (msk_preview_state_parse (wrong[i], 3, &page));
      g_assert_cmpuint (page, ==, 7);
    }
  g_assert_true (msk_preview_state_parse (" 3 ", 3, &page));
  g_assert_cmpuint (page, ==, 3);
}

/* Upright and lying pages in a lying area, on a plain and on a fine display. */
static void
test_sides (void)
{
  g_assert_cmpuint (msk_preview_state_get_side (0, 0, 1, 1.414, FALSE), ==, 0);
  g_assert_cmpuint (msk_preview_state_get_side (800, 600, 1, 1.5, FALSE), ==, 600);
  g_assert_cmpuint (msk_preview_state_get_side (800, 600, 2, 1.5, FALSE), ==, 1200);
  g_assert_cmpuint (msk_preview_state_get_side (800, 600, 1, 1.5, TRUE), ==, 1200);
  g_assert_cmpuint (msk_preview_state_get_side (800, 600, 1, 0.5, FALSE), ==, 800);
  g_assert_cmpuint (msk_preview_state_get_side (800, 600, 1, 0.5, TRUE), ==, 1200);
  g_assert_cmpuint (msk_preview_state_get_side (100, 100, 1, 1.0, FALSE), ==, 400);
  g_assert_cmpuint (msk_preview_state_get_side (9000, 9000, 1, 1.0, FALSE), ==, 4096);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/preview/turns-no-further-than-the-paper-goes", test_turning);
  g_test_add_func ("/gui/preview/a-typed-page-is-one-of-the-paper", test_typed_page);
  g_test_add_func ("/gui/preview/a-picture-fills-its-area", test_sides);

  return g_test_run ();
}
