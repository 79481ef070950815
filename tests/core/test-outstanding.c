/* What is out over the meetings: whose it is, in which order, how secret (F2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-outstanding.h"

#include "test-start.h"

#define NOW G_GINT64_CONSTANT (1900000000)

static void
add (GPtrArray *lines, const char *unit, const char *person, gint64 meeting_id, MskLevel level)
{
  MskOutstanding *line =
      msk_outstanding_new (MSK_OUTSTANDING_HELD, level, g_strdup_printf ("%u", lines->len),
                           g_strdup (unit), g_strdup (person));

  line->meeting_id = meeting_id;
  g_ptr_array_add (lines, line);
}

/* Blanks, full-width letters and dots make no second person. What nobody is named for comes last.
 */
static void
test_order (void)
{
  static const char *const wanted[] = { "3", "1", "4", "2", "0" };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  add (lines, "", "", 1, MSK_LEVEL_TOP_SECRET);
  add (lines, "B 厅", "王 小明", 2, MSK_LEVEL_CONFIDENTIAL);
  add (lines, "C", "", 1, MSK_LEVEL_SECRET);
  add (lines, "Ｂ厅", "王小明", 1, MSK_LEVEL_SECRET);
  add (lines, "B厅", "王小朋", 1, MSK_LEVEL_CONFIDENTIAL);
  msk_outstanding_sort (lines);

  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (((MskOutstanding *) g_ptr_array_index (lines, i))->what, ==, wanted[i]);
  g_assert_cmpuint (msk_outstanding_count_owner (lines, 0), ==, 2);
  g_assert_cmpuint (msk_outstanding_count_owner (lines, 2), ==, 1);
  g_assert_cmpuint (msk_outstanding_count_owner (lines, 4), ==, 1);
}

/* A letter is as secret as what it lists, and the list as the highest of all. */
static void
test_level (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpint (msk_outstanding_get_level (lines, 0, 0), ==, MSK_LEVEL_CONFIDENTIAL);
  add (lines, "A", "", 1, MSK_LEVEL_CONFIDENTIAL);
  add (lines, "A", "", 1, MSK_LEVEL_SECRET);
  add (lines, "B", "", 1, MSK_LEVEL_TOP_SECRET);
  g_assert_cmpint (msk_outstanding_get_level (lines, 0, 1), ==, MSK_LEVEL_CONFIDENTIAL);
  g_assert_cmpint (msk_outstanding_get_level (lines, 0, 2), ==, MSK_LEVEL_SECRET);
  g_assert_cmpint (msk_outstanding_get_level (lines, 0, 3), ==, MSK_LEVEL_TOP_SECRET);
}

static void
test_due (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  MskOutstanding *line;

  add (lines, "A", "", 1, MSK_LEVEL_SECRET);
  line = g_ptr_array_index (lines, 0);
  g_assert_false (msk_outstanding_is_overdue (line, NOW));
  line->due_at = NOW;
  g_assert_false (msk_outstanding_is_overdue (line, NOW));
  line->due_at = NOW - 1;
  g_assert_true (msk_outstanding_is_overdue (line, NOW));
}

static void
test_owner (void)
{
  static const struct
  {
    const char *unit;
    const char *person;
    const char *owner;
  } cases[] = { { "A", "Lin", "A · Lin" },
                { "A", "", "A" },
                { "", "Lin", "Lin" },
                { "", "", "Nobody is named" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskOutstanding) line =
                     msk_outstanding_new (MSK_OUTSTANDING_HELD, MSK_LEVEL_SECRET, g_strdup (""),
                                          g_strdup (cases[i].unit), g_strdup (cases[i].person));
      g_autofree char *owner = msk_outstanding_dup_owner (line);

      g_assert_cmpstr (owner, ==, cases[i].owner);
      g_assert_cmpint (msk_outstanding_has_owner (line), ==, i < 3);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/outstanding/each-owner-together-and-nobody-last", test_order);
  g_test_add_func ("/core/outstanding/the-level-is-the-highest", test_level);
  g_test_add_func ("/core/outstanding/overdue-from-the-second-after", test_due);
  g_test_add_func ("/core/outstanding/who-owes-it-in-words", test_owner);

  return g_test_run ();
}
