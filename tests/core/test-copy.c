/* Copies: in which state one may be given out or taken back, for every state and attempt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy.h"

#include "msk-error.h"

#include "test-start.h"

#define FINE (-1)
#define N_ATTEMPTS (MSK_ATTEMPT_VOID + 1)

/* By attempt: reserved, sent, uncertain, printed, absent, good, spoiled, void. */
#define ANY(reason)                                                                                \
  {                                                                                                \
    reason, reason, reason, reason, reason, reason, reason, reason                                 \
  }

#define NOT_GOOD MSK_RULE_ERROR_COPY_NOT_GOOD
#define UNCERTAIN MSK_RULE_ERROR_COPY_UNCERTAIN

typedef int Table[MSK_COPY_N_STATES][N_ATTEMPTS];

static const Table issuable = {
  [MSK_COPY_PRINTING] = { NOT_GOOD, NOT_GOOD, UNCERTAIN, NOT_GOOD, UNCERTAIN, NOT_GOOD, NOT_GOOD,
                          NOT_GOOD },
  [MSK_COPY_IN_STORE] = { NOT_GOOD, NOT_GOOD, UNCERTAIN, NOT_GOOD, UNCERTAIN, FINE, NOT_GOOD,
                          NOT_GOOD },
  [MSK_COPY_HELD] = ANY (MSK_RULE_ERROR_ALREADY_ISSUED),
  [MSK_COPY_AWAY] = ANY (MSK_RULE_ERROR_ALREADY_ISSUED),
  [MSK_COPY_RETURNED] = ANY (MSK_RULE_ERROR_ALREADY_RETURNED),
  [MSK_COPY_SPOILED] = ANY (MSK_RULE_ERROR_COPY_SPOILED),
  [MSK_COPY_VOID] = ANY (MSK_RULE_ERROR_COPY_VOID),
  [MSK_COPY_DESTROYED] = ANY (MSK_RULE_ERROR_COPY_DESTROYED),
  [MSK_COPY_MISSING] = ANY (MSK_RULE_ERROR_COPY_MISSING),
  [MSK_COPY_WITH_ORIGINATOR] = ANY (MSK_RULE_ERROR_COPY_WITH_ORIGINATOR),
};

/* What somebody holds is taken back whatever the printing was like. */
static const Table returnable = {
  [MSK_COPY_PRINTING] = { NOT_GOOD, NOT_GOOD, UNCERTAIN, NOT_GOOD, UNCERTAIN, NOT_GOOD, NOT_GOOD,
                          NOT_GOOD },
  [MSK_COPY_IN_STORE] = ANY (MSK_RULE_ERROR_NOT_ISSUED),
  [MSK_COPY_HELD] = ANY (FINE),
  [MSK_COPY_AWAY] = ANY (FINE),
  [MSK_COPY_RETURNED] = ANY (MSK_RULE_ERROR_ALREADY_RETURNED),
  [MSK_COPY_SPOILED] = ANY (MSK_RULE_ERROR_COPY_SPOILED),
  [MSK_COPY_VOID] = ANY (MSK_RULE_ERROR_COPY_VOID),
  [MSK_COPY_DESTROYED] = ANY (MSK_RULE_ERROR_COPY_DESTROYED),
  [MSK_COPY_MISSING] = ANY (MSK_RULE_ERROR_COPY_MISSING),
  [MSK_COPY_WITH_ORIGINATOR] = ANY (MSK_RULE_ERROR_COPY_WITH_ORIGINATOR),
};

typedef gboolean (*CheckFunc) (MskCopy *self, GError **error);

static MskCopy *
make_copy (guint state, guint attempt)
{
  MskCopy *copy = msk_copy_new ();

  copy->document_number = g_strdup ("number");
  copy->printer = g_strdup ("printer");
  copy->holder = g_strdup ("holder");
  copy->state = (MskCopyState) state;
  copy->attempt = (MskAttempt) attempt;

  return copy;
}

static void
check_table (CheckFunc check, const Table table)
{
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
      {
        MskCopy *copy = make_copy (state, attempt);
        int reason = table[state][attempt];
        g_autoptr(GError) error = NULL;

        g_test_message ("state %u, attempt %u", state, attempt);
        g_assert_cmpint (check (copy, &error), ==, reason == FINE);
        if (reason == FINE)
          g_assert_no_error (error);
        else
          g_assert_error (error, MSK_RULE_ERROR, reason);
        g_assert_finalize_object (copy);
      }
}

static void
test_issuable (void)
{
  check_table (msk_copy_check_issuable, issuable);
}

static void
test_returnable (void)
{
  check_table (msk_copy_check_returnable, returnable);
}

/* A state that no version of the program knows lets nothing through. */
static void
test_unknown_state_is_refused (void)
{
  static const CheckFunc checks[] = { msk_copy_check_issuable, msk_copy_check_returnable };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      MskCopy *copy = make_copy (MSK_COPY_N_STATES, MSK_ATTEMPT_GOOD);

      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*");
      g_assert_false (checks[i](copy, NULL));
      g_test_assert_expected_messages ();
      g_assert_finalize_object (copy);
    }
}

static void
test_new_copy_is_not_issuable (void)
{
  MskCopy *copy = msk_copy_new ();

  g_assert_false (msk_copy_check_issuable (copy, NULL));
  g_assert_false (msk_copy_check_returnable (copy, NULL));
  g_assert_finalize_object (copy);
}

static void
test_labels (void)
{
  static const char *const states[] = {
    "being printed", "in store", "held",      "away by permit", "returned",
    "spoiled",       "void",     "destroyed", "missing",        "back with its originator",
  };
  static const char *const attempts[] = {
    "number reserved",
    "sent to the printer",
    "uncertain",
    "printed, not checked",
    "never came, to be agreed",
    "good",
    "spoiled",
    "void",
  };

  g_assert_cmpuint (MSK_COPY_N_STATES, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_assert_cmpstr (msk_copy_state_get_label ((MskCopyState) i), ==, states[i]);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_cmpstr (msk_attempt_get_label ((MskAttempt) i), ==, attempts[i]);

  expect_critical ();
  g_assert_cmpstr (msk_copy_state_get_label ((MskCopyState) G_N_ELEMENTS (states)), ==, "");
  g_test_assert_expected_messages ();

  expect_critical ();
  g_assert_cmpstr (msk_attempt_get_label ((MskAttempt) G_N_ELEMENTS (attempts)), ==, "");
  g_test_assert_expected_messages ();
}

/* What is no copy any more keeps its own reason; everything else of an old revision stays in. */
static void
test_recalled (void)
{
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      g_autoptr(MskCopy) copy = make_copy (state, MSK_ATTEMPT_GOOD);
      g_autoptr(GError) error = NULL;
      const gboolean lives = state == MSK_COPY_IN_STORE || state == MSK_COPY_HELD ||
                             state == MSK_COPY_AWAY || state == MSK_COPY_RETURNED;

      copy->recall = MSK_RECALL_REVISED;
      g_assert_false (msk_copy_check_issuable (copy, &error));
      if (lives)
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED);
      else
        g_assert_false (g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_RECALLED));
      g_assert_cmpint (msk_copy_is_recalled_and_out (copy), ==,
                       state == MSK_COPY_HELD || state == MSK_COPY_AWAY);
      /* It comes back like any other. */
      g_assert_cmpint (msk_copy_check_returnable (copy, NULL), ==,
                       state == MSK_COPY_HELD || state == MSK_COPY_AWAY);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/copy/issuable", test_issuable);
  g_test_add_func ("/core/copy/returnable", test_returnable);
  g_test_add_func ("/core/copy/unknown-state-is-refused", test_unknown_state_is_refused);
  g_test_add_func ("/core/copy/new-copy-is-not-issuable", test_new_copy_is_not_issuable);
  g_test_add_func ("/core/copy/labels", test_labels);

  g_test_add_func ("/core/copy/recalled-is-issued-to-nobody", test_recalled);

  return g_test_run ();
}
