/* Attendees: who may be decided on, who may come in, and how capacities are read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee.h"

#include "msk-error.h"

#include "test-start.h"

#define FINE (-1)
#define NONE (-2)
#define N_CAPACITIES 5

static MskAttendee *
make_attendee (MskVetting vetting, gboolean sealed)
{
  MskAttendee *attendee = msk_attendee_new ();

  attendee->name = g_strdup ("𠮷㐀");
  attendee->unit = g_strdup ("unit");
  attendee->post = g_strdup ("post");
  attendee->reason = g_strdup ("");
  attendee->decided_by = g_strdup ("");
  attendee->nominated_by = g_strdup ("organiser");
  attendee->vetting = vetting;
  attendee->sealed = sealed;

  return attendee;
}

typedef gboolean (*CheckFunc) (MskAttendee *self, const char *decider, GError **error);

static gboolean
check_admissible (MskAttendee *self, const char *decider, GError **error)
{
  return msk_attendee_check_admissible (self, error);
}

static void
assert_outcome (CheckFunc check, MskAttendee *attendee, const char *decider, int reason)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (check (attendee, decider, &error), ==, reason == FINE);
  if (reason == FINE)
    g_assert_no_error (error);
  else
    g_assert_error (error, MSK_RULE_ERROR, reason);

  g_assert_cmpint (check (attendee, decider, NULL), ==, reason == FINE);
}

static void
test_admissible (void)
{
  static const struct
  {
    MskVetting vetting;
    gboolean sealed;
    int reason;
  } cases[] = {
    { MSK_VETTING_PROPOSED, FALSE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_PROPOSED, TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_APPROVED, FALSE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_APPROVED, TRUE, FINE },
    { MSK_VETTING_REJECTED, FALSE, MSK_RULE_ERROR_REJECTED },
    { MSK_VETTING_REJECTED, TRUE, MSK_RULE_ERROR_REJECTED },
    { MSK_VETTING_SUBMITTED, FALSE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_SUBMITTED, TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_RETURNED, FALSE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_RETURNED, TRUE, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { MSK_VETTING_WITHDRAWN, FALSE, MSK_RULE_ERROR_WITHDRAWN },
    { MSK_VETTING_WITHDRAWN, TRUE, MSK_RULE_ERROR_WITHDRAWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskAttendee *attendee = make_attendee (cases[i].vetting, cases[i].sealed);

      g_test_message ("case %u", i);
      assert_outcome (check_admissible, attendee, NULL, cases[i].reason);
      g_assert_finalize_object (attendee);
    }
}

static void
test_decidable (void)
{
  static const struct
  {
    MskVetting vetting;
    gboolean sealed;
    const char *decider;
    int reason;
  } cases[] = {
    { MSK_VETTING_PROPOSED, FALSE, "leader", MSK_RULE_ERROR_NOT_SUBMITTED },
    { MSK_VETTING_PROPOSED, FALSE, "organiser", MSK_RULE_ERROR_NOT_SUBMITTED },
    { MSK_VETTING_PROPOSED, TRUE, "leader", MSK_RULE_ERROR_LIST_SEALED },
    { MSK_VETTING_RETURNED, FALSE, "leader", MSK_RULE_ERROR_NOT_SUBMITTED },
    { MSK_VETTING_SUBMITTED, FALSE, "leader", FINE },
    { MSK_VETTING_SUBMITTED, FALSE, "organiser", MSK_RULE_ERROR_OWN_PROPOSAL },
    { MSK_VETTING_SUBMITTED, FALSE, "Organiser", FINE },
    { MSK_VETTING_SUBMITTED, FALSE, "", FINE },
    { MSK_VETTING_SUBMITTED, TRUE, "leader", MSK_RULE_ERROR_LIST_SEALED },
    { MSK_VETTING_SUBMITTED, TRUE, "organiser", MSK_RULE_ERROR_LIST_SEALED },
    { MSK_VETTING_WITHDRAWN, FALSE, "leader", MSK_RULE_ERROR_WITHDRAWN },
    { MSK_VETTING_WITHDRAWN, TRUE, "leader", MSK_RULE_ERROR_LIST_SEALED },
    { MSK_VETTING_APPROVED, FALSE, "leader", MSK_RULE_ERROR_ALREADY_DECIDED },
    { MSK_VETTING_APPROVED, FALSE, "organiser", MSK_RULE_ERROR_ALREADY_DECIDED },
    { MSK_VETTING_APPROVED, TRUE, "leader", MSK_RULE_ERROR_LIST_SEALED },
    { MSK_VETTING_REJECTED, FALSE, "leader", MSK_RULE_ERROR_ALREADY_DECIDED },
    { MSK_VETTING_REJECTED, TRUE, "leader", MSK_RULE_ERROR_LIST_SEALED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskAttendee *attendee = make_attendee (cases[i].vetting, cases[i].sealed);

      g_test_message ("case %u", i);
      assert_outcome (msk_attendee_check_decidable, attendee, cases[i].decider, cases[i].reason);
      g_assert_finalize_object (attendee);
    }
}

#define POST_STARTS 1000

static gboolean
check_approvable_early (MskAttendee *self, const char *decider, GError **error)
{
  return msk_attendee_check_approvable (self, decider, POST_STARTS - 1, error);
}

static gboolean
check_approvable_late (MskAttendee *self, const char *decider, GError **error)
{
  return msk_attendee_check_approvable (self, decider, POST_STARTS, error);
}

/* P1: staff and service before their post starts. M8: press with a decision of its own. */
static void
test_approvable (void)
{
  static const struct
  {
    MskCapacity capacity;
    const char *authority;
    const char *reference;
    int early;
    int late;
  } cases[] = {
    { MSK_CAPACITY_DELEGATE, NULL, NULL, FINE, FINE },
    { MSK_CAPACITY_OBSERVER, "", "", FINE, FINE },
    { MSK_CAPACITY_STAFF, "", "", FINE, MSK_RULE_ERROR_POST_STARTED },
    { MSK_CAPACITY_SERVICE, "", "", FINE, MSK_RULE_ERROR_POST_STARTED },
    { MSK_CAPACITY_PRESS, NULL, NULL, MSK_RULE_ERROR_PRESS_NOT_DECIDED,
      MSK_RULE_ERROR_PRESS_NOT_DECIDED },
    { MSK_CAPACITY_PRESS, "宣传部", "", MSK_RULE_ERROR_PRESS_NOT_DECIDED,
      MSK_RULE_ERROR_PRESS_NOT_DECIDED },
    { MSK_CAPACITY_PRESS, "", "3", MSK_RULE_ERROR_PRESS_NOT_DECIDED,
      MSK_RULE_ERROR_PRESS_NOT_DECIDED },
    { MSK_CAPACITY_PRESS, "宣传部", "3", FINE, FINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskAttendee) attendee = make_attendee (MSK_VETTING_SUBMITTED, FALSE);

      g_test_message ("case %u", i);
      attendee->capacity = cases[i].capacity;
      attendee->authority = g_strdup (cases[i].authority);
      attendee->reference = g_strdup (cases[i].reference);
      attendee->post_starts_at = msk_capacity_has_post (attendee->capacity) ? POST_STARTS : 0;
      assert_outcome (check_approvable_early, attendee, "leader", cases[i].early);
      assert_outcome (check_approvable_late, attendee, "leader", cases[i].late);
      assert_outcome (check_approvable_early, attendee, "organiser", MSK_RULE_ERROR_OWN_PROPOSAL);

      attendee->vetting = MSK_VETTING_APPROVED;
      attendee->sealed = TRUE;
      assert_outcome (check_admissible, attendee, NULL,
                      cases[i].early == MSK_RULE_ERROR_PRESS_NOT_DECIDED ? cases[i].early : FINE);
    }
}

static gboolean
check_withdrawable (MskAttendee *self, const char *decider, GError **error)
{
  g_assert_cmpint (msk_attendee_check_changeable (self, NULL), ==,
                   msk_attendee_check_withdrawable (self, NULL));
  return msk_attendee_check_withdrawable (self, error);
}

static void
test_withdrawable (void)
{
  static const int reasons[] = {
    [MSK_VETTING_PROPOSED] = FINE,
    [MSK_VETTING_APPROVED] = FINE,
    [MSK_VETTING_REJECTED] = MSK_RULE_ERROR_REJECTED,
    [MSK_VETTING_SUBMITTED] = FINE,
    [MSK_VETTING_RETURNED] = FINE,
    [MSK_VETTING_WITHDRAWN] = MSK_RULE_ERROR_WITHDRAWN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (int sealed = FALSE; sealed <= TRUE; sealed++)
      {
        g_autoptr(MskAttendee) attendee = make_attendee ((MskVetting) i, sealed);

        g_test_message ("vetting %u", i);
        assert_outcome (check_withdrawable, attendee, NULL, reasons[i]);
        g_assert_cmpint (msk_attendee_is_submittable (attendee), ==,
                         !sealed && (i == MSK_VETTING_PROPOSED || i == MSK_VETTING_RETURNED));
      }
}

static void
test_capacities_with_rules (void)
{
  for (guint i = 0; i < N_CAPACITIES; i++)
    {
      g_assert_cmpint (msk_capacity_is_decided_singly ((MskCapacity) i), ==,
                       i == MSK_CAPACITY_OBSERVER || i == MSK_CAPACITY_PRESS);
      g_assert_cmpint (msk_capacity_has_post ((MskCapacity) i), ==,
                       i == MSK_CAPACITY_STAFF || i == MSK_CAPACITY_SERVICE);
    }
}

/* A person of whom nobody has decided anything gets nothing: the default of each member is the
 * strict one. */
static void
test_new_attendee_gets_nothing (void)
{
  MskAttendee *attendee = msk_attendee_new ();

  g_assert_cmpint (attendee->vetting, ==, MSK_VETTING_PROPOSED);
  g_assert_false (attendee->sealed);
  g_assert_cmpint ((int) attendee->clearance, ==, 0);
  g_assert_false (msk_attendee_check_admissible (attendee, NULL));
  g_assert_finalize_object (attendee);
}

typedef struct
{
  const char *text;
  int capacity; /* or NONE */
} CapacityCase;

static void
test_capacity_parse (void)
{
  static const CapacityCase cases[] = {
    { "出席", MSK_CAPACITY_DELEGATE },
    { "列席", MSK_CAPACITY_OBSERVER },
    { "工作", MSK_CAPACITY_STAFF },
    { "服务", MSK_CAPACITY_SERVICE },
    { "新闻", MSK_CAPACITY_PRESS },
    { "出席人员", MSK_CAPACITY_DELEGATE },
    { "列席人员", MSK_CAPACITY_OBSERVER },
    { "工作人员", MSK_CAPACITY_STAFF },
    { "服务人员", MSK_CAPACITY_SERVICE },
    { "新闻人员", MSK_CAPACITY_PRESS },
    { " 出席\r\n", MSK_CAPACITY_DELEGATE },
    { "delegate", MSK_CAPACITY_DELEGATE },
    { "Observer", MSK_CAPACITY_OBSERVER },
    { "STAFF", MSK_CAPACITY_STAFF },
    { " service ", MSK_CAPACITY_SERVICE },
    { "press", MSK_CAPACITY_PRESS },
    { "", NONE },
    { " ", NONE },
    { "人员", NONE },
    { "出", NONE },
    { "席", NONE },
    { "出席列席", NONE },
    { "出席人员人员", NONE },
    { "缺席", NONE },
    { "出席会员", NONE },
    { "all", NONE },
    { "delegates", NONE },
    { "delegate,observer", NONE },
    { "0", NONE },
    { "\xff", NONE },
    { "\xe5\x87", NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskCapacity capacity = (MskCapacity) 99;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_capacity_parse (cases[i].text, &capacity), ==,
                       cases[i].capacity != NONE);
      g_assert_cmpint ((int) capacity, ==, cases[i].capacity != NONE ? cases[i].capacity : 99);
    }
}

static void
test_every_capacity_set_reads_back (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (MSK_CAPACITY_ALL, ==, (1u << N_CAPACITIES) - 1);

  for (guint set = 1; set <= MSK_CAPACITY_ALL; set++)
    {
      char *names = msk_capacity_set_dup_names (set);
      guint read = 0;

      g_assert_true (msk_capacity_set_parse (names, &read));
      g_assert_cmpuint (read, ==, set);
      g_assert_true (g_hash_table_add (seen, names));
    }
}

static void
test_capacity_sets (void)
{
  static const struct
  {
    const char *text;
    guint set; /* 0 for refused */
  } cases[] = {
    { "all", MSK_CAPACITY_ALL },
    { "delegate", 1u << MSK_CAPACITY_DELEGATE },
    { "delegate,observer", 1u << MSK_CAPACITY_DELEGATE | 1u << MSK_CAPACITY_OBSERVER },
    { "observer, delegate", 1u << MSK_CAPACITY_DELEGATE | 1u << MSK_CAPACITY_OBSERVER },
    { "出席,列席人员", 1u << MSK_CAPACITY_DELEGATE | 1u << MSK_CAPACITY_OBSERVER },
    { "press,press", 1u << MSK_CAPACITY_PRESS },
    { "delegate,observer,staff,service,press", MSK_CAPACITY_ALL },
    { "", 0 },
    { ",", 0 },
    { "delegate,", 0 },
    { ",delegate", 0 },
    { "delegate,,observer", 0 },
    { "delegate,all", 0 },
    { "all,delegate", 0 },
    { "delegate;observer", 0 },
    { "delegate,everybody", 0 },
    { "none", 0 },
    { "\xff,delegate", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint set = 0x80u;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_capacity_set_parse (cases[i].text, &set), ==, cases[i].set != 0);
      g_assert_cmpuint (set, ==, cases[i].set != 0 ? cases[i].set : 0x80u);
    }
}

static void
test_capacity_set_is_written_in_order (void)
{
  g_autofree char *two =
      msk_capacity_set_dup_names (1u << MSK_CAPACITY_PRESS | 1u << MSK_CAPACITY_DELEGATE);
  g_autofree char *all = msk_capacity_set_dup_names (MSK_CAPACITY_ALL);

  g_assert_cmpstr (two, ==, "delegate,press");
  g_assert_cmpstr (all, ==, "all");
}

static void
test_sets_of_nobody_are_a_mistake (void)
{
  static const guint sets[] = { 0, MSK_CAPACITY_ALL + 1, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      expect_critical ();
      g_assert_null (msk_capacity_set_dup_names (sets[i]));
      g_test_assert_expected_messages ();
    }
}

static void
test_labels (void)
{
  static const char *const capacities[] = { "delegate", "observer", "staff", "service", "press" };
  static const char *const vettings[] = { "proposed",  "approved",          "rejected",
                                          "submitted", "returned for more", "withdrawn" };

  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    g_assert_cmpstr (msk_capacity_get_label ((MskCapacity) i), ==, capacities[i]);
  for (guint i = 0; i < G_N_ELEMENTS (vettings); i++)
    g_assert_cmpstr (msk_vetting_get_label ((MskVetting) i), ==, vettings[i]);

  expect_critical ();
  g_assert_cmpstr (msk_capacity_get_label ((MskCapacity) G_N_ELEMENTS (capacities)), ==, "");
  g_test_assert_expected_messages ();

  expect_critical ();
  g_assert_cmpstr (msk_vetting_get_label ((MskVetting) G_N_ELEMENTS (vettings)), ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/attendee/admissible", test_admissible);
  g_test_add_func ("/core/attendee/decidable", test_decidable);
  g_test_add_func ("/core/attendee/approvable-by-capacity", test_approvable);
  g_test_add_func ("/core/attendee/withdrawable", test_withdrawable);
  g_test_add_func ("/core/attendee/capacities-with-rules-of-their-own", test_capacities_with_rules);
  g_test_add_func ("/core/attendee/new-attendee-gets-nothing", test_new_attendee_gets_nothing);
  g_test_add_func ("/core/attendee/capacity-parse", test_capacity_parse);
  g_test_add_func ("/core/attendee/every-capacity-set-reads-back",
                   test_every_capacity_set_reads_back);
  g_test_add_func ("/core/attendee/capacity-sets", test_capacity_sets);
  g_test_add_func ("/core/attendee/capacity-set-is-written-in-order",
                   test_capacity_set_is_written_in_order);
  g_test_add_func ("/core/attendee/sets-of-nobody-are-a-mistake",
                   test_sets_of_nobody_are_a_mistake);
  g_test_add_func ("/core/attendee/labels", test_labels);

  return g_test_run ();
}
