/* Papers: who may allow copies, who may read one, and how many there may be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper.h"

#include "msk-error.h"
#include "msk-ids.h"

#include "test-start.h"

#define FINE (-1)
#define N_CAPACITIES 5

static MskScheme *chinese;

static MskPaper *
make_paper (MskLevel level)
{
  MskPaper *paper = msk_paper_new ();

  paper->level = level;
  paper->document_number = g_strdup ("会发〔2026〕1号");
  paper->title = g_strdup ("title");
  paper->period = g_strdup ("");
  paper->originator = g_strdup ("甲机关");
  paper->sha256 = g_strdup ("");
  paper->scope = MSK_CAPACITY_ALL;

  return paper;
}

static MskAttendee *
make_reader (MskCapacity capacity, MskLevel clearance)
{
  MskAttendee *attendee = msk_attendee_new ();

  attendee->vetting = MSK_VETTING_APPROVED;
  attendee->sealed = TRUE;
  attendee->capacity = capacity;
  attendee->clearance = clearance;
  attendee->authority = g_strdup ("宣传部");
  attendee->reference = g_strdup ("3");

  return attendee;
}

/* C1, as the scheme comes and as the national rules have it. */
static void
test_each_level_has_its_authority (void)
{
  static const struct
  {
    MskLevel level;
    const char *organ;
    MskStanding standing;
    gboolean strict;
    gboolean national;
  } cases[] = {
    { MSK_LEVEL_TOP_SECRET, "甲机关", MSK_STANDING_UNSTATED, TRUE, TRUE },
    { MSK_LEVEL_TOP_SECRET, "乙机关", MSK_STANDING_UNSTATED, FALSE, FALSE },
    { MSK_LEVEL_TOP_SECRET, "乙机关", MSK_STANDING_COUNTY, FALSE, FALSE },
    { MSK_LEVEL_TOP_SECRET, "乙机关", MSK_STANDING_SUPERIOR, FALSE, TRUE },
    { MSK_LEVEL_TOP_SECRET, "甲机关办公室", MSK_STANDING_UNIT, FALSE, FALSE },
    { MSK_LEVEL_TOP_SECRET, "甲", MSK_STANDING_UNSTATED, FALSE, FALSE },
    { MSK_LEVEL_SECRET, "甲机关", MSK_STANDING_UNSTATED, FALSE, TRUE },
    { MSK_LEVEL_SECRET, "甲机关", MSK_STANDING_COUNTY, TRUE, TRUE },
    { MSK_LEVEL_SECRET, "乙机关", MSK_STANDING_UNIT, FALSE, TRUE },
    { MSK_LEVEL_SECRET, "乙机关", MSK_STANDING_COUNTY, TRUE, TRUE },
    { MSK_LEVEL_CONFIDENTIAL, "甲机关", MSK_STANDING_UNIT, FALSE, TRUE },
    { MSK_LEVEL_CONFIDENTIAL, "乙机关", MSK_STANDING_COUNTY, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint national = 0; national < 2; national++)
      {
        const MskSchemeLevel *rule = &chinese->levels[cases[i].level];
        MskPaper *paper = make_paper (cases[i].level);
        g_autoptr(MskScheme) scheme = msk_scheme_adjust (chinese, cases[i].level, rule->years,
                                                          national != 0 ? rule->national_authority
                                                                        : rule->authority,
                                                          NULL);
        const MskApproval approval = { 30,      "somebody", "head",           cases[i].organ,
                                       "ref 1", 1,          cases[i].standing };
        const gboolean allowed = national != 0 ? cases[i].national : cases[i].strict;
        g_autoptr(GError) error = NULL;

        g_test_message ("case %u", i);
        g_assert_cmpint (msk_paper_check_approval (paper, scheme, &approval, &error), ==, allowed);
        if (allowed)
          g_assert_no_error (error);
        else
          g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY);
        g_assert_finalize_object (paper);
      }
}

static void
test_top_secret_of_unknown_originator_is_not_copied (void)
{
  MskPaper *paper = make_paper (MSK_LEVEL_TOP_SECRET);
  const MskApproval approval = { 1, "somebody", "head", "甲机关", "ref 1", 1 };
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&paper->originator, g_free);
  g_assert_false (msk_paper_check_approval (paper, chinese, &approval, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY);
  g_assert_finalize_object (paper);
}

static void
test_approval_says_how_many_who_and_by_what (void)
{
  static const MskApproval cases[] = {
    { 0, "somebody", "head", "甲机关", "ref 1", 1 }, { 1, "", "head", "甲机关", "ref 1", 1 },
    { 1, " \t", "head", "甲机关", "ref 1", 1 },      { 1, NULL, "head", "甲机关", "ref 1", 1 },
    { 1, "somebody", "head", "", "ref 1", 1 },       { 1, "somebody", "head", " ", "ref 1", 1 },
    { 1, "somebody", "head", NULL, "ref 1", 1 },     { 1, "somebody", "head", "甲机关", "", 1 },
    { 1, "somebody", "head", "甲机关", "\n", 1 },    { 1, "somebody", "head", "甲机关", NULL, 1 },
    { 1, "somebody", "", "甲机关", "ref 1", 1 },     { 1, "somebody", NULL, "甲机关", "ref 1", 1 },
  };

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        MskPaper *paper = make_paper (level);
        g_autoptr(GError) error = NULL;

        g_test_message ("case %u", i);
        g_assert_false (msk_paper_check_approval (paper, chinese, &cases[i], &error));
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
        g_assert_finalize_object (paper);
      }
}

/* Every scope, capacity, level and clearance, none included. */
static void
test_every_reader (void)
{
  for (guint scope = 0; scope <= MSK_CAPACITY_ALL; scope++)
    for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
      for (int level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
        for (int clearance = 0; clearance <= MSK_LEVEL_TOP_SECRET; clearance++)
          {
            MskPaper *paper = make_paper ((MskLevel) level);
            MskAttendee *reader = make_reader ((MskCapacity) capacity, (MskLevel) clearance);
            gboolean inside = (scope >> capacity & 1) == 1;
            g_autoptr(GError) error = NULL;

            paper->scope = scope;
            g_assert_cmpint (msk_paper_check_reader (paper, reader, &error), ==,
                             inside && clearance >= level);
            if (!inside)
              g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_OUTSIDE_SCOPE);
            else if (clearance < level)
              g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_CLEARANCE_TOO_LOW);
            else
              g_assert_no_error (error);

            g_assert_finalize_object (reader);
            g_assert_finalize_object (paper);
          }
}

/* M3: which kind of scope shuts a person out stands in the refusal. */
static void
test_scope_by_name_and_clearance (void)
{
  static const struct
  {
    const char *readers;
    MskLevel least;
    gint64 id;
    MskLevel clearance;
    int reason;
    const char *word;
  } cases[] = {
    { "3,5", MSK_LEVEL_SECRET, 3, MSK_LEVEL_SECRET, FINE, NULL },
    { "3,5", MSK_LEVEL_SECRET, 4, MSK_LEVEL_TOP_SECRET, MSK_RULE_ERROR_OUTSIDE_SCOPE, "names" },
    { "3,5", MSK_LEVEL_SECRET, 5, MSK_LEVEL_CONFIDENTIAL, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
      "level" },
    { NULL, MSK_LEVEL_TOP_SECRET, 3, MSK_LEVEL_TOP_SECRET, FINE, NULL },
    { NULL, MSK_LEVEL_TOP_SECRET, 3, MSK_LEVEL_SECRET, MSK_RULE_ERROR_OUTSIDE_SCOPE, "绝密" },
    { NULL, MSK_LEVEL_TOP_SECRET, 3, MSK_LEVEL_CONFIDENTIAL, MSK_RULE_ERROR_CLEARANCE_TOO_LOW,
      "level" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPaper) paper = make_paper (MSK_LEVEL_SECRET);
      g_autoptr(MskAttendee) reader = make_reader (MSK_CAPACITY_DELEGATE, cases[i].clearance);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      paper->readers = cases[i].readers == NULL ? NULL : msk_ids_parse (cases[i].readers);
      paper->clearance = cases[i].least;
      reader->id = cases[i].id;
      g_assert_cmpint (msk_paper_check_reader (paper, reader, &error), ==, cases[i].reason == FINE);
      if (cases[i].reason == FINE)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, MSK_RULE_ERROR, cases[i].reason);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

/* M3: nobody at the venue widens a scope, whichever way. */
static void
test_scope_is_only_narrowed (void)
{
  static const struct
  {
    guint scope;
    MskLevel clearance;
    const char *readers;
    gboolean allowed;
  } cases[] = {
    { 3, MSK_LEVEL_SECRET, "3,5", TRUE },     { 1, MSK_LEVEL_SECRET, "3,5", TRUE },
    { 3, MSK_LEVEL_TOP_SECRET, "3,5", TRUE }, { 3, MSK_LEVEL_SECRET, "5", TRUE },
    { 7, MSK_LEVEL_SECRET, "3,5", FALSE },    { 3, MSK_LEVEL_CONFIDENTIAL, "3,5", FALSE },
    { 3, MSK_LEVEL_SECRET, "3,4", FALSE },    { 3, MSK_LEVEL_SECRET, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskPaper) paper = make_paper (MSK_LEVEL_SECRET);
      g_autoptr(GArray) readers =
                     cases[i].readers == NULL ? NULL : msk_ids_parse (cases[i].readers);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      paper->scope = 3;
      paper->clearance = MSK_LEVEL_SECRET;
      paper->readers = msk_ids_parse ("3,5");
      g_assert_cmpint (msk_paper_check_narrower (paper, cases[i].scope, cases[i].clearance, readers,
                                                 &error),
                       ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SCOPE_WIDENED);
      g_assert_cmpint (msk_paper_has_scope (paper, cases[i].scope, cases[i].clearance, readers), ==,
                       i == 0);
    }
}

static void
test_replaced_paper_is_at_an_end (void)
{
  g_autoptr(MskPaper) paper = make_paper (MSK_LEVEL_SECRET);
  g_autoptr(GError) error = NULL;

  paper->approved = 10;
  paper->replaced_by = 2;
  g_assert_false (msk_paper_check_room (paper, 0, 1, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
}

static void
test_reader_must_be_on_a_sealed_list_first (void)
{
  static const struct
  {
    MskVetting vetting;
    gboolean sealed;
    int reason;
  } cases[] = {
    { MSK_VETTING_PROPOSED, TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_APPROVED, FALSE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_REJECTED, TRUE, MSK_RULE_ERROR_REJECTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskPaper *paper = make_paper (MSK_LEVEL_SECRET);
      MskAttendee *reader = make_reader (MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET);
      g_autoptr(GError) error = NULL;

      reader->vetting = cases[i].vetting;
      reader->sealed = cases[i].sealed;
      g_assert_false (msk_paper_check_reader (paper, reader, &error));
      g_assert_error (error, MSK_RULE_ERROR, cases[i].reason);
      g_assert_finalize_object (reader);
      g_assert_finalize_object (paper);
    }
}

static void
test_room (void)
{
  static const struct
  {
    guint approved;
    guint live;
    guint wanted;
    int reason;
  } cases[] = {
    { 30, 0, 1, FINE },
    { 30, 0, 30, FINE },
    { 30, 29, 1, FINE },
    { 30, 30, 0, FINE },
    { 30, 0, 31, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, 30, 1, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, 29, 2, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, 31, 0, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, 31, 1, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, 1, G_MAXUINT, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, G_MAXUINT, 1, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { 30, G_MAXUINT, G_MAXUINT, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { G_MAXUINT, 1, G_MAXUINT, MSK_RULE_ERROR_BEYOND_APPROVAL },
    { G_MAXUINT, 0, G_MAXUINT, FINE },
    { 0, 0, 0, MSK_RULE_ERROR_PAPER_NOT_APPROVED },
    { 0, 0, 1, MSK_RULE_ERROR_PAPER_NOT_APPROVED },
    { 0, 5, 1, MSK_RULE_ERROR_PAPER_NOT_APPROVED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskPaper *paper = make_paper (MSK_LEVEL_SECRET);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      paper->approved = cases[i].approved;
      g_assert_cmpint (msk_paper_check_room (paper, cases[i].live, cases[i].wanted, &error), ==,
                       cases[i].reason == FINE);
      if (cases[i].reason == FINE)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_RULE_ERROR, cases[i].reason);
      g_assert_finalize_object (paper);
    }
}

static void
test_new_paper_is_for_nobody (void)
{
  MskPaper *paper = msk_paper_new ();
  MskAttendee *reader = make_reader (MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET);

  g_assert_false (msk_paper_check_reader (paper, reader, NULL));
  g_assert_false (msk_paper_check_room (paper, 0, 1, NULL));
  g_assert_finalize_object (reader);
  g_assert_finalize_object (paper);
}

int
main (int argc, char **argv)
{
  int status;

  test_start (&argc, &argv);
  chinese = msk_scheme_load ("chinese", NULL);

  g_test_add_func ("/core/paper/each-level-has-its-authority", test_each_level_has_its_authority);
  g_test_add_func ("/core/paper/top-secret-of-unknown-originator-is-not-copied",
                   test_top_secret_of_unknown_originator_is_not_copied);
  g_test_add_func ("/core/paper/approval-says-how-many-who-and-by-what",
                   test_approval_says_how_many_who_and_by_what);
  g_test_add_func ("/core/paper/every-reader", test_every_reader);
  g_test_add_func ("/core/paper/reader-must-be-on-a-sealed-list-first",
                   test_reader_must_be_on_a_sealed_list_first);
  g_test_add_func ("/core/paper/scope-by-name-and-clearance", test_scope_by_name_and_clearance);
  g_test_add_func ("/core/paper/scope-is-only-narrowed", test_scope_is_only_narrowed);
  g_test_add_func ("/core/paper/replaced-paper-is-at-an-end", test_replaced_paper_is_at_an_end);
  g_test_add_func ("/core/paper/room", test_room);
  g_test_add_func ("/core/paper/new-paper-is-for-nobody", test_new_paper_is_for_nobody);

  status = g_test_run ();
  g_assert_finalize_object (chinese);
  return status;
}
