/* Signing in beside who is signed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test.h"
#include "msk-cosigner-private.h"
#include "msk-error.h"

#define PATH "/desk/cosigner/"

static void
test_own_role (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (test->session,
                                       desk_test_get_user (MSK_ROLE_SECURITY_OFFICER),
                                       DESK_TEST_PASSPHRASE, MSK_ACT_SWEEP_CLOSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cosigner->user, ==, desk_test_get_user (MSK_ROLE_SECURITY_OFFICER));
  g_assert_cmpint (cosigner->role, ==, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_cosigner_check_other (cosigner, test->session, &error));

  /* Nobody else is signed in for it. */
  g_assert_cmpstr (msk_session_get_user (test->session), ==,
                   desk_test_get_user (MSK_ROLE_DESK_CLERK));
}

static void
refuse (DeskTest *test, const char *user, const char *passphrase, MskAct act, int code)
{
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (test->session, user, passphrase, act, &error);

  g_assert_null (cosigner);
  g_assert_error (error, MSK_ACCESS_ERROR, code);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

static void
test_refused (DeskTest *test, gconstpointer unused)
{
  const char *officer = desk_test_get_user (MSK_ROLE_SECURITY_OFFICER);

  refuse (test, officer, "correct horse batterx", MSK_ACT_SWEEP_CLOSE,
          MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  refuse (test, officer, "", MSK_ACT_SWEEP_CLOSE, MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  refuse (test, "nobody at all", DESK_TEST_PASSPHRASE, MSK_ACT_SWEEP_CLOSE,
          MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  refuse (test, desk_test_get_user (MSK_ROLE_AUDITOR), DESK_TEST_PASSPHRASE, MSK_ACT_SWEEP_CLOSE,
          MSK_ACCESS_ERROR_ROLE);
  msk_session_lock (test->session);
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (msk_cosigner_sign_in (test->session, officer, DESK_TEST_PASSPHRASE,
                                         MSK_ACT_SWEEP_CLOSE, &error));
    g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
  }
}

static void
test_same_person (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in (test->session, desk_test_get_user (MSK_ROLE_DESK_CLERK),
                                       DESK_TEST_PASSPHRASE, MSK_ACT_COPY_ISSUE, &error);

  g_assert_no_error (error);
  g_assert_false (msk_cosigner_check_other (cosigner, test->session, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
}

/* An account that was taken away signs nothing, though its slot might still open. */
static void
test_removed (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const char *officer = desk_test_get_user (MSK_ROLE_SECURITY_OFFICER);
  const char *leader = desk_test_get_user (MSK_ROLE_RESPONSIBLE_LEADER);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_user_desk_remove (test->session, leader, &error));
  g_assert_no_error (error);
  refuse (test, leader, DESK_TEST_PASSPHRASE, MSK_ACT_SWEEP_SIGN,
          MSK_ACCESS_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpstr (msk_session_get_user (test->session), ==, officer);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add (PATH name, DeskTest, NULL, desk_test_set_up, function, desk_test_tear_down)
  ADD ("signs-with-their-own-role", test_own_role);
  ADD ("refused-by-passphrase-and-role", test_refused);
  ADD ("who-is-signed-in-is-no-second-person", test_same_person);
  ADD ("a-removed-account-signs-nothing", test_removed);

  return desk_test_run ();
}
