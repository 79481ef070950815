/* Names of enum values: each can be read back, and nothing else can.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-enum-types.h"
#include "msk-enum.h"

#include "msk-active-content.h"
#include "msk-agenda-item.h"
#include "msk-attendee.h"
#include "msk-copy.h"
#include "msk-level.h"
#include "msk-meeting.h"
#include "msk-printer.h"
#include "msk-role.h"
#include "msk-sweep.h"
#include "msk-tag.h"

#include "test-start.h"

static GType (*const types[]) (void) = {
  msk_recording_get_type,      msk_capacity_get_type,      msk_vetting_get_type,
  msk_copy_state_get_type,     msk_attempt_get_type,       msk_level_get_type,
  msk_role_get_type,           msk_act_get_type,           msk_sweep_class_get_type,
  msk_authority_get_type,      msk_standing_get_type,      msk_removal_get_type,
  msk_active_content_get_type, msk_meeting_state_get_type, msk_tag_kind_get_type,
  msk_print_outcome_get_type,
};

static void
test_every_name_reads_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GTypeClass) class = g_type_class_ref (types[i]());
      GEnumClass *values = G_ENUM_CLASS (class);
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint each = 0; each < values->n_values; each++)
        {
          const char *name = msk_enum_get_name (types[i](), values->values[each].value);
          int value = -1;

          g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
          g_assert_true (g_hash_table_add (seen, (gpointer) name));
          g_assert_true (msk_enum_parse (types[i](), name, &value));
          g_assert_cmpint (value, ==, values->values[each].value);
        }
    }
}

/* What the register and the JSON hold: a renamed constant must not change a file that exists. */
static void
test_names_in_the_register_are_stable (void)
{
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_LEVEL, MSK_LEVEL_CONFIDENTIAL), ==, "confidential");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_LEVEL, MSK_LEVEL_SECRET), ==, "secret");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_LEVEL, MSK_LEVEL_TOP_SECRET), ==, "top-secret");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_PRINTING), ==, "printing");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_IN_STORE), ==, "in-store");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_HELD), ==, "held");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_AWAY), ==, "away");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_RETURNED), ==, "returned");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_SPOILED), ==, "spoiled");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_VOID), ==, "void");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_DESTROYED), ==, "destroyed");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_COPY_STATE, MSK_COPY_MISSING), ==, "missing");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_ATTEMPT, MSK_ATTEMPT_UNCERTAIN), ==, "uncertain");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_ROLE, MSK_ROLE_SECURITY_OFFICER), ==,
                   "security-officer");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_ACT, MSK_ACT_COPY_ISSUE_UNDO), ==,
                   "copy-issue-undo");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_MEETING_STATE, MSK_MEETING_STATE_SWEEPING), ==,
                   "sweeping");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_SWEEP_CLASS, MSK_SWEEP_NOT_SEEN), ==, "not-seen");
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_TAG_KIND, MSK_TAG_KIND_COPY), ==, "copy");
}

static void
test_other_names_are_refused (void)
{
  static const char *const names[] = {
    "",         " ",       "In-Store",          "IN-STORE",  "in_store",
    "in store", "in-stor", "in-stores",         " in-store", "in-store ",
    "1",        "secret",  "MSK_COPY_IN_STORE", "在库",      "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int value = 77;

      g_assert_false (msk_enum_parse (MSK_TYPE_COPY_STATE, names[i], &value));
      g_assert_cmpint (value, ==, 77);
    }
}

static void
test_value_outside_is_a_mistake (void)
{
  expect_critical ();
  g_assert_cmpstr (msk_enum_get_name (MSK_TYPE_LEVEL, 0), ==, "");
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/enum/every-name-reads-back", test_every_name_reads_back);
  g_test_add_func ("/core/enum/names-in-the-register-are-stable",
                   test_names_in_the_register_are_stable);
  g_test_add_func ("/core/enum/other-names-are-refused", test_other_names_are_refused);
  g_test_add_func ("/core/enum/value-outside-is-a-mistake", test_value_outside_is_a_mistake);

  return g_test_run ();
}
