/* Issue: what stands against giving a person anything, in which order, and who may decide
 * otherwise. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-issue.h"

#include "msk-enum-types.h"

#include "test-start.h"

#define OFFICER (1u << MSK_ROLE_SECURITY_OFFICER)
#define LEADER (1u << MSK_ROLE_RESPONSIBLE_LEADER)

/* Somebody of the staff in the room, against whom nothing stands. */
static MskDoorFacts
make_facts (void)
{
  MskAttendee *attendee = msk_attendee_new ();

  attendee->capacity = MSK_CAPACITY_STAFF;
  return (MskDoorFacts){ .attendee = attendee,
                         .inside = TRUE,
                         .briefed = TRUE,
                         .pledged = TRUE,
                         .undertaking = TRUE,
                         .notice_acknowledged = TRUE,
                         .duties_acknowledged = TRUE };
}

static void
go_out (MskDoorFacts *facts)
{
  facts->inside = FALSE;
}

static void
unbrief (MskDoorFacts *facts)
{
  facts->briefed = FALSE;
}

static void
forget_duties (MskDoorFacts *facts)
{
  facts->duties_acknowledged = FALSE;
}

static void
unpledge (MskDoorFacts *facts)
{
  facts->pledged = FALSE;
}

static void
unnotice (MskDoorFacts *facts)
{
  facts->notice_acknowledged = FALSE;
}

static void
come_for_press (MskDoorFacts *facts)
{
  facts->attendee->capacity = MSK_CAPACITY_PRESS;
  facts->undertaking = FALSE;
}

/* In the order in which they are told. */
static const struct
{
  void (*spoil) (MskDoorFacts *facts);
  MskRuleError code;
  guint deciders;
} rows[] = {
  { come_for_press, MSK_RULE_ERROR_UNDERTAKING_MISSING, 0 },
  { go_out, MSK_RULE_ERROR_NOT_ADMITTED, OFFICER },
  { unbrief, MSK_RULE_ERROR_NOT_BRIEFED, LEADER },
  { unpledge, MSK_RULE_ERROR_PLEDGE_MISSING, LEADER },
  { unnotice, MSK_RULE_ERROR_NOTICE_NOT_ACKNOWLEDGED, LEADER },
};

static void
assert_refused (const MskDoorFacts *facts, guint waived, MskRuleError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_issue_check (facts, waived, &error));
  g_assert_error (error, MSK_RULE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_nothing_stands_against_who_is_in_the_room (void)
{
  MskDoorFacts facts = make_facts ();
  g_autoptr(MskAttendee) attendee = facts.attendee;
  g_autoptr(GError) error = NULL;
  MskIssueBars bars;

  g_assert_true (msk_issue_check (&facts, 0, &error));
  g_assert_no_error (error);
  msk_issue_judge (&facts, &bars);
  g_assert_cmpuint (bars.n, ==, 0);
}

static void
test_each_bar_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MskDoorFacts facts = make_facts ();
      g_autoptr(MskAttendee) attendee = facts.attendee;

      rows[i].spoil (&facts);
      assert_refused (&facts, 0, rows[i].code);
      assert_refused (&facts, ~rows[i].deciders & (OFFICER | LEADER), rows[i].code);
      g_assert_cmpint (msk_issue_check (&facts, OFFICER | LEADER, NULL), ==, rows[i].deciders != 0);
    }
}

static void
test_bars_are_told_in_one_order (void)
{
  MskDoorFacts facts = make_facts ();
  g_autoptr(MskAttendee) attendee = facts.attendee;
  MskIssueBars bars;

  for (guint i = G_N_ELEMENTS (rows); i > 0; i--)
    {
      rows[i - 1].spoil (&facts);
      assert_refused (&facts, 0, rows[i - 1].code);
    }

  msk_issue_judge (&facts, &bars);
  g_assert_cmpuint (bars.n, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < bars.n; i++)
    g_assert_cmpint (bars.codes[i], ==, rows[i].code);
}

static void
test_duties_count_as_briefing (void)
{
  MskDoorFacts facts = make_facts ();
  g_autoptr(MskAttendee) attendee = facts.attendee;

  forget_duties (&facts);
  assert_refused (&facts, 0, MSK_RULE_ERROR_NOT_BRIEFED);
}

/* Whoever decides otherwise has read of everything that they decide about. */
static void
test_the_text_names_all_that_is_missing (void)
{
  MskDoorFacts facts = make_facts ();
  g_autoptr(MskAttendee) attendee = facts.attendee;
  g_autoptr(GError) error = NULL;

  unpledge (&facts);
  unnotice (&facts);
  g_assert_false (msk_issue_check (&facts, 0, &error));
  g_assert_nonnull (strstr (error->message, "pledge"));
  g_assert_nonnull (strstr (error->message, "notice"));
}

static guint
get_deciders (MskRuleError code)
{
  MskRole role;

  return msk_issue_get_decider (code, &role) ? 1u << role : 0;
}

/* All rules there are: what has no row above is nobody's to decide at the venue (M3, M4). */
static void
test_nobody_decides_about_anything_else (void)
{
  g_autoptr(GTypeClass) class = g_type_class_ref (MSK_TYPE_RULE_ERROR);
  const GEnumClass *codes = G_ENUM_CLASS (class);

  for (guint i = 0; i < codes->n_values; i++)
    {
      guint deciders = 0;

      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        if ((int) rows[row].code == codes->values[i].value)
          deciders = rows[row].deciders;
      g_assert_cmpuint (get_deciders ((MskRuleError) codes->values[i].value), ==, deciders);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/issue/nothing-stands-against-who-is-in-the-room",
                   test_nothing_stands_against_who_is_in_the_room);
  g_test_add_func ("/core/issue/each-bar-alone-and-waived-by-its-role-alone", test_each_bar_alone);
  g_test_add_func ("/core/issue/bars-are-told-in-one-order", test_bars_are_told_in_one_order);
  g_test_add_func ("/core/issue/duties-count-as-briefing", test_duties_count_as_briefing);
  g_test_add_func ("/core/issue/the-text-names-all-that-is-missing",
                   test_the_text_names_all_that_is_missing);
  g_test_add_func ("/core/issue/nobody-decides-about-anything-else",
                   test_nobody_decides_about_anything_else);

  return g_test_run ();
}
