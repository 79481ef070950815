/* What the window offers for a paper and its pages, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-search.h"
#include "msk-branch-actions.h"
#include "msk-look.h"
#include "msk-paper-changes.h"
#include "msk-pick.h"
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

static GPtrArray *
make_picks (guint count)
{
  GPtrArray *picks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *title = g_strdup_printf ("P%u", i);

      g_ptr_array_add (picks, msk_pick_new (i + 1, title, "facts"));
    }
  return picks;
}

/* What the row of a form says, and what the form gives to the desk. */
static void
test_picks (void)
{
  g_autoptr(GPtrArray) picks = make_picks (6);
  g_autofree char *none = msk_pick_dup_summary (picks, "nobody");
  g_autofree char *two = NULL;
  g_autofree char *all = NULL;
  g_autoptr(GArray) ids = NULL;

  g_assert_cmpstr (none, ==, "nobody");
  g_assert_null (msk_pick_dup_ids (picks));

  msk_pick_set_chosen (g_ptr_array_index (picks, 1), TRUE);
  msk_pick_set_chosen (g_ptr_array_index (picks, 4), TRUE);
  two = msk_pick_dup_summary (picks, "nobody");
  g_assert_cmpstr (two, ==, "2 chosen: P1, P4");
  ids = msk_pick_dup_ids (picks);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, 5);

  for (guint i = 0; i < picks->len; i++)
    msk_pick_set_chosen (g_ptr_array_index (picks, i), TRUE);
  all = msk_pick_dup_summary (picks, "nobody");
  g_assert_cmpstr (all, ==, "6 chosen: P0, P1, P2, P3, …");
}

static void
test_search (void)
{
  g_assert_true (msk_attendee_search_finds ("张三\n办公厅", "办公 张"));
  g_assert_true (msk_attendee_search_finds ("SEC-2", "sec"));
  g_assert_true (msk_attendee_search_finds ("SEC-2", ""));
  g_assert_false (msk_attendee_search_finds ("SEC-2", "sec 3"));
}

/* r: revise, a: attach, n: narrow. */
static void
test_changes (void)
{
  static const struct
  {
    MskRole role;
    MskMeetingState meeting;
    gint64 replaced_by;
    gint64 parent_id;
    const char *changes;
  } cases[] = {
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, 0, 0, "ran" },
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, 0, 1, "rn" }, /* an attachment has none */
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, 2, 0, "" },   /* a newer revision is there */
    { MSK_ROLE_ORGANISER, MSK_MEETING_STATE_SWEEPING, 0, 0, "" },
    { MSK_ROLE_RESPONSIBLE_LEADER, MSK_MEETING_STATE_OPEN, 0, 0, "n" },
    { MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, 0, 0, "" },
    { MSK_ROLE_SECURITY_OFFICER, MSK_MEETING_STATE_OPEN, 0, 0, "" },
    { MSK_ROLE_AUDITOR, MSK_MEETING_STATE_OPEN, 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPaper) paper = msk_paper_new ();
      MskPaperChanges changes;
      g_autofree char *letters = NULL;

      paper->replaced_by = cases[i].replaced_by;
      paper->parent_id = cases[i].parent_id;
      changes = msk_paper_changes_make (cases[i].role, cases[i].meeting, paper);
      letters = g_strconcat (changes.revise ? "r" : "", changes.attach ? "a" : "",
                             changes.narrow ? "n" : "", NULL);
      g_assert_cmpstr (letters, ==, cases[i].changes);
    }
  g_assert_false (msk_paper_changes_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, NULL).revise);
}

/* a: ask, n: numbers, r: recall. */
static void
test_branches (void)
{
  static const struct
  {
    MskRole role;
    MskCopyState state;
    MskAttempt attempt;
    MskRecall recall;
    guint number;
    const char *actions;
  } cases[] = {
    { MSK_ROLE_ORGANISER, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, MSK_RECALL_NONE, 1, "ar" },
    { MSK_ROLE_RESPONSIBLE_LEADER, MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD, MSK_RECALL_NONE, 1, "r" },
    { MSK_ROLE_DESK_CLERK, MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD, MSK_RECALL_NONE, 1, "n" },
    { MSK_ROLE_AUDITOR, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, MSK_RECALL_NONE, 1, "" },
    { MSK_ROLE_ORGANISER, MSK_COPY_PRINTING, MSK_ATTEMPT_PRINTED, MSK_RECALL_NONE, 1, "" },
    { MSK_ROLE_ORGANISER, MSK_COPY_MISSING, MSK_ATTEMPT_GOOD, MSK_RECALL_NONE, 1, "r" },
    { MSK_ROLE_ORGANISER, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, MSK_RECALL_SCOPE, 1, "r" },
    { MSK_ROLE_ORGANISER, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, MSK_RECALL_ORDERED, 1, "" },
    { MSK_ROLE_DESK_CLERK, MSK_COPY_HELD, MSK_ATTEMPT_GOOD, MSK_RECALL_ORDERED, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPaper) paper = msk_paper_new ();
      g_autoptr(MskCopy) copy = msk_copy_new ();
      g_autofree char *letters = NULL;
      MskBranchActions actions;

      copy->state = cases[i].state;
      copy->attempt = cases[i].attempt;
      copy->recall = cases[i].recall;
      copy->number = cases[i].number;
      actions = msk_branch_actions_make (cases[i].role, MSK_MEETING_STATE_OPEN, paper, copy);
      letters = g_strconcat (actions.ask ? "a" : "", actions.reserve ? "n" : "",
                             actions.recall ? "r" : "", NULL);
      g_assert_cmpstr (letters, ==, cases[i].actions);
    }
}

/* A grandchild is copied no further, an old revision's copies are not copied, and after the start
 * of the sweep nothing is done. */
static void
test_branches_at_an_end (void)
{
  g_autoptr(MskPaper) paper = msk_paper_new ();
  g_autoptr(MskCopy) copy = msk_copy_new ();

  copy->state = MSK_COPY_IN_STORE;
  copy->attempt = MSK_ATTEMPT_GOOD;
  copy->number = msk_copy_number_get_child (msk_copy_number_get_child (1, 1), 1);
  g_assert_false (
      msk_branch_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, paper, copy).ask);

  copy->number = 1;
  g_assert_true (
      msk_branch_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, paper, copy).ask);
  g_assert_false (
      msk_branch_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_SWEEPING, paper, copy).recall);
  g_assert_false (
      msk_branch_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, paper, NULL).ask);
  paper->replaced_by = 2;
  g_assert_false (
      msk_branch_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, paper, copy).ask);
}

static void
test_recalled_look (void)
{
  g_autoptr(MskCopy) copy = msk_copy_new ();
  g_autofree char *held = NULL;
  g_autofree char *recalled = NULL;

  copy->state = MSK_COPY_HELD;
  copy->attempt = MSK_ATTEMPT_GOOD;
  held = msk_look_dup_copy_words (copy);
  g_assert_cmpstr (held, ==, "held");
  g_assert_cmpstr (msk_look_of_listed_copy (copy).css_class, ==, "accent");

  copy->recall = MSK_RECALL_PARENT;
  recalled = msk_look_dup_copy_words (copy);
  g_assert_cmpstr (recalled, ==, "held, recalled");
  g_assert_cmpstr (msk_look_of_listed_copy (copy).css_class, ==, "error");
  copy->state = MSK_COPY_RETURNED;
  g_assert_cmpstr (msk_look_of_listed_copy (copy).css_class, ==, "success");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/preview/turns-no-further-than-the-paper-goes", test_turning);
  g_test_add_func ("/gui/preview/a-typed-page-is-one-of-the-paper", test_typed_page);
  g_test_add_func ("/gui/preview/a-picture-fills-its-area", test_sides);
  g_test_add_func ("/gui/papers/a-choice-is-told-and-given", test_picks);
  g_test_add_func ("/gui/papers/a-list-to-choose-from-is-searched", test_search);
  g_test_add_func ("/gui/papers/changes-by-role-and-paper", test_changes);
  g_test_add_func ("/gui/papers/what-is-done-with-a-copy", test_branches);
  g_test_add_func ("/gui/papers/what-is-not-copied-further", test_branches_at_an_end);
  g_test_add_func ("/gui/papers/a-recalled-copy-is-seen", test_recalled_look);

  return g_test_run ();
}
