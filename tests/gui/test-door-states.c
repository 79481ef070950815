/* The door's page, from plain facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-state.h"

/* As a desk gives one; what is not asked for here stays empty. */
static MskVerdict *
make_verdict (const char *code, gint64 movement_id)
{
  MskVerdict *verdict = g_object_new (MSK_TYPE_VERDICT, NULL);

  verdict->code = g_strdup (code);
  verdict->movement_id = movement_id;
  return verdict;
}

/* identity, no devices, turn away, annul, let out: what is offered, by its first letter */
static char *
dup_offers (MskRole role, const char *code, gint64 movement_id, gboolean waits)
{
  g_autoptr(MskVerdict) verdict = make_verdict (code, movement_id);
  const MskDoorActions actions = msk_door_actions_make (role, verdict, waits);

  return g_strdup_printf ("%s%s%s%s%s", actions.identity ? "i" : "", actions.no_devices ? "n" : "",
                          actions.turn_away ? "t" : "", actions.annul ? "a" : "",
                          actions.let_out ? "l" : "");
}

static void
test_offers (void)
{
  static const struct
  {
    MskRole role;
    const char *code;
    gint64 movement_id;
    gboolean waits;
    const char *offers;
  } cases[] = {
    { MSK_ROLE_DESK_CLERK, "identity-not-seen", 0, TRUE, "it" },
    { MSK_ROLE_DESK_CLERK, "devices-not-deposited", 0, TRUE, "int" },
    { MSK_ROLE_SECURITY_OFFICER, "devices-not-deposited", 0, TRUE, "it" },
    { MSK_ROLE_DESK_CLERK, "identity-not-seen", 0, FALSE, "" },
    { MSK_ROLE_DESK_CLERK, "admitted", 7, FALSE, "a" },
    { MSK_ROLE_DESK_CLERK, "already-inside", 7, FALSE, "a" },
    { MSK_ROLE_DESK_CLERK, "open-items", 0, FALSE, "" },
    { MSK_ROLE_SECURITY_OFFICER, "open-items", 0, FALSE, "l" },
    { MSK_ROLE_DESK_CLERK, "forged-tag", 0, FALSE, "" },
    { MSK_ROLE_AUDITOR, "admitted", 7, FALSE, "" },
  };
  const MskDoorActions nothing = msk_door_actions_make (MSK_ROLE_DESK_CLERK, NULL, TRUE);

  g_assert_false (nothing.identity || nothing.turn_away || nothing.annul);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offers =
          dup_offers (cases[i].role, cases[i].code, cases[i].movement_id, cases[i].waits);

      g_test_message ("%s", cases[i].code);
      g_assert_cmpstr (offers, ==, cases[i].offers);
    }
}

static void
add_person (GPtrArray *people, const char *name)
{
  MskAttendee *person = msk_attendee_new ();

  person->name = g_strdup (name);
  g_ptr_array_add (people, person);
}

/* A part of a name finds nobody: who stands at the door must not leaf through the list. */
static void
test_only_the_whole_name_finds (void)
{
  static const struct
  {
    const char *typed;
    guint found;
  } cases[] = {
    { "张三", 2 }, { " 张 三 ", 2 }, { "张", 0 },        { "", 0 },
    { " ", 0 },    { "LI SI", 1 },   { "ｌｉ ｓｉ", 1 }, { "li", 0 },
  };
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  add_person (people, "张三");
  add_person (people, "Li Si");
  add_person (people, "张三");
  add_person (people, "张三丰");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) found = msk_door_find_by_name (people, cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpuint (found->len, ==, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/door-states/offers", test_offers);
  g_test_add_func ("/gui/door-states/only-the-whole-name-finds", test_only_the_whole_name_finds);

  return g_test_run ();
}
