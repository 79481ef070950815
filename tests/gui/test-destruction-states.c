/* What the page of destruction offers to whom, at each stage of a batch.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-state.h"

/* s scans, o take out, p propose, d decide, b begin, e end, c cancel. */
static char *
dup_offers (const MskDestructionFacts *facts)
{
  const MskDestructionState state = msk_destruction_state_make (facts);

  return g_strdup_printf ("%s%s%s%s%s%s%s", state.takes_scans ? "s" : "",
                          state.can_take_out ? "o" : "", state.can_propose ? "p" : "",
                          state.can_decide ? "d" : "", state.can_begin ? "b" : "",
                          state.can_end ? "e" : "", state.can_cancel ? "c" : "");
}

static MskDestruction *
make_batch (MskDestructionStage stage)
{
  MskDestruction *batch = msk_destruction_new ();

  batch->id = 1;
  batch->stage = stage;
  batch->items = 2;
  batch->scanned = stage == MSK_DESTRUCTION_UNDER_WAY ? 1 : 0;
  batch->reason = g_strdup ("reason");
  batch->destroyer = g_strdup (stage >= MSK_DESTRUCTION_UNDER_WAY ? "guard" : "");
  return batch;
}

static void
test_offers (void)
{
  static const struct
  {
    MskDestructionStage stage;
    MskRole role;
    const char *user;
    const char *offers;
  } rows[] = {
    { MSK_DESTRUCTION_DRAFT, MSK_ROLE_ORGANISER, "host", "sopc" },
    { MSK_DESTRUCTION_DRAFT, MSK_ROLE_DESK_CLERK, "clerk", "sopc" },
    { MSK_DESTRUCTION_DRAFT, MSK_ROLE_RESPONSIBLE_LEADER, "chief", "c" },
    { MSK_DESTRUCTION_DRAFT, MSK_ROLE_SECURITY_OFFICER, "guard", "" },
    { MSK_DESTRUCTION_DRAFT, MSK_ROLE_AUDITOR, "reader", "" },
    { MSK_DESTRUCTION_PROPOSED, MSK_ROLE_DESK_CLERK, "clerk", "c" },
    { MSK_DESTRUCTION_PROPOSED, MSK_ROLE_RESPONSIBLE_LEADER, "chief", "dc" },
    { MSK_DESTRUCTION_APPROVED, MSK_ROLE_RESPONSIBLE_LEADER, "chief", "c" },
    { MSK_DESTRUCTION_APPROVED, MSK_ROLE_SECURITY_OFFICER, "guard", "b" },
    { MSK_DESTRUCTION_APPROVED, MSK_ROLE_DESK_CLERK, "clerk", "bc" },
    { MSK_DESTRUCTION_UNDER_WAY, MSK_ROLE_SECURITY_OFFICER, "guard", "se" },
    { MSK_DESTRUCTION_UNDER_WAY, MSK_ROLE_DESK_CLERK, "clerk", "b" },
    { MSK_DESTRUCTION_UNDER_WAY, MSK_ROLE_ORGANISER, "host", "" },
    { MSK_DESTRUCTION_DONE, MSK_ROLE_SECURITY_OFFICER, "guard", "" },
    { MSK_DESTRUCTION_REFUSED, MSK_ROLE_DESK_CLERK, "clerk", "" },
    { MSK_DESTRUCTION_CANCELLED, MSK_ROLE_DESK_CLERK, "clerk", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskDestruction) batch = make_batch (rows[i].stage);
      const MskDestructionFacts facts = { .role = rows[i].role,
                                          .user = rows[i].user,
                                          .batch = batch,
                                          .selected = TRUE };
      g_autofree char *offers = dup_offers (&facts);
      g_autofree char *heading = msk_destruction_state_dup_heading (&facts);

      g_test_message ("row %u", i);
      g_assert_cmpstr (offers, ==, rows[i].offers);
      g_assert_cmpstr (heading, !=, "");
      g_assert_cmpstr (msk_destruction_state_get_next_step (&facts), !=, "");
      g_assert_cmpstr (msk_destruction_state_look_of (rows[i].stage).icon_name, !=, "");
    }
}

static void
test_list (void)
{
  static const struct
  {
    MskRole role;
    gboolean start;
    gboolean back;
  } rows[] = {
    { MSK_ROLE_ORGANISER, TRUE, FALSE }, { MSK_ROLE_RESPONSIBLE_LEADER, FALSE, FALSE },
    { MSK_ROLE_DESK_CLERK, TRUE, TRUE }, { MSK_ROLE_SECURITY_OFFICER, FALSE, FALSE },
    { MSK_ROLE_AUDITOR, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MskDestructionFacts facts = { .role = rows[i].role, .user = "x" };
      const MskDestructionState state = msk_destruction_state_make (&facts);

      g_assert_false (state.is_work);
      g_assert_false (state.takes_scans);
      g_assert_cmpint (state.can_start, ==, rows[i].start);
      g_assert_cmpint (state.can_send_back, ==, rows[i].back);
    }
}

static void
test_return (void)
{
  MskDestructionFacts facts = { .role = MSK_ROLE_DESK_CLERK, .user = "clerk", .is_return = TRUE };

  g_assert_true (msk_destruction_state_make (&facts).takes_scans);
  g_assert_false (msk_destruction_state_make (&facts).can_enter);
  facts.things = 1;
  g_assert_true (msk_destruction_state_make (&facts).can_enter);
  g_assert_false (msk_destruction_state_make (&facts).can_take_out);
  facts.selected = TRUE;
  g_assert_true (msk_destruction_state_make (&facts).can_take_out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/destruction/what-is-offered-to-whom", test_offers);
  g_test_add_func ("/gui/destruction/the-list", test_list);
  g_test_add_func ("/gui/destruction/what-goes-back", test_return);

  return g_test_run ();
}
