/* The door: each verdict and the facts that bring it about, and which comes before which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door.h"

#include "msk-door-line.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

#include "test-start.h"

#define STARTS G_GINT64_CONSTANT (1800000000)
#define ENDS (STARTS + 7200)
#define POST_STARTS (STARTS - 50000)

/* A delegate against whom nothing stands, half an hour before the meeting. */
static MskDoorFacts
make_facts (void)
{
  MskAttendee *attendee = msk_attendee_new ();

  attendee->capacity = MSK_CAPACITY_DELEGATE;
  attendee->vetting = MSK_VETTING_APPROVED;
  attendee->sealed = TRUE;
  return (MskDoorFacts){ .now = STARTS - 1800,
                         .starts_at = STARTS,
                         .ends_at = ENDS,
                         .opened = TRUE,
                         .attendee = attendee,
                         .item_admits = TRUE,
                         .briefed = TRUE,
                         .pledged = TRUE,
                         .notice_acknowledged = TRUE,
                         .devices_settled = TRUE,
                         .identity = MSK_IDENTITY_ID_CARD };
}

static void
reject (MskDoorFacts *facts)
{
  facts->attendee->vetting = MSK_VETTING_REJECTED;
}

static void
withdraw (MskDoorFacts *facts)
{
  facts->attendee->vetting = MSK_VETTING_WITHDRAWN;
}

static void
unseal (MskDoorFacts *facts)
{
  facts->attendee->sealed = FALSE;
}

static void
come_for_press (MskDoorFacts *facts)
{
  facts->attendee->capacity = MSK_CAPACITY_PRESS;
  g_free (facts->attendee->authority);
  facts->attendee->authority = g_strdup ("");
}

static void
take_undertaking (MskDoorFacts *facts)
{
  facts->attendee->capacity = MSK_CAPACITY_PRESS;
  g_free (facts->attendee->authority);
  g_free (facts->attendee->reference);
  facts->attendee->authority = g_strdup ("周同");
  facts->attendee->reference = g_strdup ("批〔2026〕7号");
}

static void
go_in (MskDoorFacts *facts)
{
  facts->inside = TRUE;
}

static void
leave_unopened (MskDoorFacts *facts)
{
  facts->opened = FALSE;
}

static void
come_early (MskDoorFacts *facts)
{
  facts->now = STARTS - 24 * 60 * 60;
}

static void
come_for_another_item (MskDoorFacts *facts)
{
  facts->item_admits = FALSE;
}

static void
leave_unbriefed (MskDoorFacts *facts)
{
  facts->briefed = FALSE;
}

static void
leave_unpledged (MskDoorFacts *facts)
{
  facts->pledged = FALSE;
}

static void
leave_notice (MskDoorFacts *facts)
{
  facts->notice_acknowledged = FALSE;
}

static void
keep_device (MskDoorFacts *facts)
{
  facts->devices_settled = FALSE;
}

static void
stay_unseen (MskDoorFacts *facts)
{
  facts->identity = MSK_IDENTITY_NONE;
}

/* In the order in which the door asks. */
static const struct
{
  MskDoorVerdict verdict;
  void (*spoil) (MskDoorFacts *facts);
} rules[] = {
  { MSK_DOOR_REJECTED, reject },
  { MSK_DOOR_WITHDRAWN, withdraw },
  { MSK_DOOR_NOT_ON_SEALED_LIST, unseal },
  { MSK_DOOR_PRESS_NOT_DECIDED, come_for_press },
  { MSK_DOOR_UNDERTAKING_MISSING, take_undertaking },
  { MSK_DOOR_ALREADY_INSIDE, go_in },
  { MSK_DOOR_MEETING_NOT_OPENED, leave_unopened },
  { MSK_DOOR_OUTSIDE_THE_HOURS, come_early },
  { MSK_DOOR_NOT_FOR_THIS_ITEM, come_for_another_item },
  { MSK_DOOR_NOT_BRIEFED, leave_unbriefed },
  { MSK_DOOR_PLEDGE_MISSING, leave_unpledged },
  { MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED, leave_notice },
  { MSK_DOOR_DEVICES_NOT_DEPOSITED, keep_device },
  { MSK_DOOR_IDENTITY_NOT_SEEN, stay_unseen },
};

static void
test_who_meets_every_rule_is_admitted (void)
{
  MskDoorFacts facts = make_facts ();

  g_assert_cmpint (msk_door_judge_in (&facts), ==, MSK_DOOR_ADMITTED);
  g_object_unref (facts.attendee);
}

static void
test_each_rule_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      MskDoorFacts facts = make_facts ();

      rules[i].spoil (&facts);
      g_test_message ("%s", msk_enum_get_name (MSK_TYPE_DOOR_VERDICT, (int) rules[i].verdict));
      g_assert_cmpint (msk_door_judge_in (&facts), ==, rules[i].verdict);
      g_object_unref (facts.attendee);
    }
}

static void
test_the_earlier_of_two_is_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (rules); j++)
      {
        MskDoorFacts facts = make_facts ();

        rules[j].spoil (&facts);
        rules[i].spoil (&facts);
        g_assert_cmpint (msk_door_judge_in (&facts), ==, rules[i].verdict);
        g_object_unref (facts.attendee);
      }
}

static void
test_hours (void)
{
  static const struct
  {
    MskCapacity capacity;
    gint64 at;
    MskDoorVerdict verdict;
  } cases[] = {
    { MSK_CAPACITY_DELEGATE, STARTS - MSK_DOOR_MARGIN, MSK_DOOR_ADMITTED },
    { MSK_CAPACITY_DELEGATE, STARTS - MSK_DOOR_MARGIN - 1, MSK_DOOR_OUTSIDE_THE_HOURS },
    { MSK_CAPACITY_OBSERVER, ENDS + MSK_DOOR_MARGIN, MSK_DOOR_ADMITTED },
    { MSK_CAPACITY_OBSERVER, ENDS + MSK_DOOR_MARGIN + 1, MSK_DOOR_OUTSIDE_THE_HOURS },
    { MSK_CAPACITY_STAFF, POST_STARTS, MSK_DOOR_ADMITTED },
    { MSK_CAPACITY_STAFF, POST_STARTS - 1, MSK_DOOR_OUTSIDE_THE_HOURS },
    { MSK_CAPACITY_SERVICE, ENDS + MSK_DOOR_MARGIN_STAFF, MSK_DOOR_ADMITTED },
    { MSK_CAPACITY_SERVICE, ENDS + MSK_DOOR_MARGIN_STAFF + 1, MSK_DOOR_OUTSIDE_THE_HOURS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskDoorFacts facts = make_facts ();

      facts.attendee->capacity = cases[i].capacity;
      facts.attendee->post_starts_at = POST_STARTS;
      facts.duties_acknowledged = TRUE;
      facts.now = cases[i].at;
      g_assert_cmpint (msk_door_judge_in (&facts), ==, cases[i].verdict);
      g_object_unref (facts.attendee);
    }
}

/* P1: vet first, brief before the post starts. */
static void
test_staff_and_service_know_their_duties (void)
{
  for (guint capacity = 0; capacity <= MSK_CAPACITY_PRESS; capacity++)
    {
      MskDoorFacts facts = make_facts ();
      const gboolean has_post = capacity == MSK_CAPACITY_STAFF || capacity == MSK_CAPACITY_SERVICE;

      take_undertaking (&facts);
      facts.attendee->capacity = (MskCapacity) capacity;
      facts.attendee->post_starts_at = POST_STARTS;
      facts.undertaking = TRUE;
      g_assert_cmpint (msk_door_judge_in (&facts), ==,
                       has_post ? MSK_DOOR_NOT_BRIEFED : MSK_DOOR_ADMITTED);
      facts.duties_acknowledged = TRUE;
      g_assert_cmpint (msk_door_judge_in (&facts), ==, MSK_DOOR_ADMITTED);
      g_object_unref (facts.attendee);
    }
}

static void
test_the_way_out (void)
{
  MskDoorFacts facts = make_facts ();

  g_assert_cmpint (msk_door_judge_out (&facts), ==, MSK_DOOR_NOT_INSIDE);
  facts.inside = TRUE;
  g_assert_cmpint (msk_door_judge_out (&facts), ==, MSK_DOOR_LET_OUT);
  facts.open_items = 2;
  g_assert_cmpint (msk_door_judge_out (&facts), ==, MSK_DOOR_OPEN_ITEMS);
  facts.items_excused = TRUE;
  g_assert_cmpint (msk_door_judge_out (&facts), ==, MSK_DOOR_LET_OUT);

  /* Nothing that keeps people out keeps them inside. */
  facts.open_items = 0;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i].spoil (&facts);
  g_assert_cmpint (msk_door_judge_out (&facts), ==, MSK_DOOR_LET_OUT);
  g_object_unref (facts.attendee);
}

static void
test_every_verdict_has_words_and_a_stable_name (void)
{
  g_autoptr(GEnumClass) verdicts = g_type_class_ref (MSK_TYPE_DOOR_VERDICT);
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < verdicts->n_values; i++)
    {
      const MskDoorVerdict verdict = (MskDoorVerdict) verdicts->values[i].value;
      const char *name = verdicts->values[i].value_nick;
      int code;

      g_test_message ("%s", name);
      g_assert_true (g_hash_table_add (words, (gpointer) msk_door_verdict_get_word (verdict)));
      g_assert_cmpstr (msk_door_verdict_get_reason (verdict), !=, "");
      g_assert_cmpstr (msk_door_verdict_get_next_step (verdict), !=, "");
      g_assert_nonnull (msk_door_verdict_get_helper (verdict));
      g_assert_false (msk_door_verdict_is_alarm (verdict) &&
                      msk_door_verdict_is_question (verdict));
      if (verdict > MSK_DOOR_LET_OUT)
        g_assert_true (msk_enum_parse (MSK_TYPE_RULE_ERROR, name, &code));
    }
}

static void
test_errors_become_verdicts (void)
{
  g_autoptr(GError) error = g_error_new_literal (MSK_RULE_ERROR, MSK_RULE_ERROR_FORGED_TAG, "x");
  g_autoptr(GError) other = g_error_new_literal (MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS, "x");
  g_autoptr(GError) input = g_error_new_literal (MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND, "x");
  MskDoorVerdict verdict = MSK_DOOR_ADMITTED;

  g_assert_true (msk_door_verdict_parse (error, &verdict));
  g_assert_cmpint (verdict, ==, MSK_DOOR_FORGED_TAG);
  g_assert_false (msk_door_verdict_parse (other, &verdict));
  g_assert_false (msk_door_verdict_parse (input, &verdict));
  g_assert_cmpint (verdict, ==, MSK_DOOR_FORGED_TAG);
}

static void
test_head_count (void)
{
  MskHeadCount count = { { 0 }, 0 };
  g_autofree char *nobody = msk_head_count_dup_text (&count);
  g_autofree char *some = NULL;

  g_assert_cmpstr (nobody, ==, "0 people inside");
  count.people[MSK_CAPACITY_DELEGATE] = 2;
  count.people[MSK_CAPACITY_SERVICE] = 1;
  count.total = 3;
  some = msk_head_count_dup_text (&count);
  g_assert_cmpstr (some, ==, "3 people inside · delegate 2 · service 1");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/door/who-meets-every-rule-is-admitted",
                   test_who_meets_every_rule_is_admitted);
  g_test_add_func ("/core/door/each-rule-alone", test_each_rule_alone);
  g_test_add_func ("/core/door/the-earlier-of-two-is-told", test_the_earlier_of_two_is_told);
  g_test_add_func ("/core/door/hours", test_hours);
  g_test_add_func ("/core/door/staff-and-service-know-their-duties",
                   test_staff_and_service_know_their_duties);
  g_test_add_func ("/core/door/the-way-out", test_the_way_out);
  g_test_add_func ("/core/door/every-verdict-has-words-and-a-stable-name",
                   test_every_verdict_has_words_and_a_stable_name);
  g_test_add_func ("/core/door/errors-become-verdicts", test_errors_become_verdicts);
  g_test_add_func ("/core/door/head-count", test_head_count);

  return g_test_run ();
}
