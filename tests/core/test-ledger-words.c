/* The ledger in the user's words: every act has some, and nothing that is stored gets lost in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ledger-words.h"

#include "msk-enum-types.h"
#include "msk-role.h"

#include "test-start.h"

static void
test_every_act_has_words (void)
{
  g_autoptr(GEnumClass) acts = g_type_class_ref (MSK_TYPE_ACT);

  for (guint i = 0; i < acts->n_values; i++)
    {
      const char *name = acts->values[i].value_nick;

      g_test_message ("%s", name);
      g_assert_cmpstr (msk_ledger_words_get_act (name), !=, name);
      g_assert_cmpstr (msk_ledger_words_get_act (name), !=, "");
    }
}

static void
test_no_two_acts_have_the_same_words (void)
{
  g_autoptr(GEnumClass) acts = g_type_class_ref (MSK_TYPE_ACT);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < acts->n_values; i++)
    {
      const char *words = msk_ledger_words_get_act (acts->values[i].value_nick);

      g_test_message ("%s", words);
      g_assert_true (g_hash_table_add (seen, (gpointer) words));
    }
}

static void
test_unknown_names_are_shown_as_they_stand (void)
{
  g_assert_cmpstr (msk_ledger_words_get_act ("copy-eat"), ==, "copy-eat");
  g_assert_cmpstr (msk_ledger_words_get_act (""), ==, "");
  g_assert_cmpstr (msk_ledger_words_get_role ("king"), ==, "king");
}

static void
test_roles (void)
{
  g_assert_cmpstr (msk_ledger_words_get_role ("desk-clerk"), ==, "desk clerk");
}

static void
test_subjects_keep_their_number (void)
{
  static const struct
  {
    const char *stored;
    const char *shown;
  } cases[] = {
    { "copy 000014", "copy 000014" },
    { "user", "account" },
    { "vault", "vault" },
    { "strange code", "strange code" },
    { "meeting 3", "meeting 3" },
    { "copyright 2", "copyright 2" },
    { "", "" },
    { "else", "else" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = msk_ledger_words_dup_subject (cases[i].stored);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/ledger-words/every-act-has-words", test_every_act_has_words);
  g_test_add_func ("/core/ledger-words/no-two-acts-have-the-same-words",
                   test_no_two_acts_have_the_same_words);
  g_test_add_func ("/core/ledger-words/unknown-names-are-shown-as-they-stand",
                   test_unknown_names_are_shown_as_they_stand);
  g_test_add_func ("/core/ledger-words/roles-are-shown-as-everywhere", test_roles);
  g_test_add_func ("/core/ledger-words/subjects-keep-their-number",
                   test_subjects_keep_their_number);

  return g_test_run ();
}
