/* Active content of a PDF: what counts as such, and what the security officer's rule makes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-active-content.h"

#include "msk-error.h"

#include "test-start.h"

static void
test_what_only_stands_there_is_not_active (void)
{
  for (guint removal = 0; removal <= MSK_REMOVAL_ANNOTATIONS; removal++)
    {
      const gboolean passive = removal == MSK_REMOVAL_FORM || removal == MSK_REMOVAL_ANNOTATIONS;
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (msk_removal_is_active ((MskRemoval) removal), ==, !passive);
      g_assert_true (msk_active_content_check (MSK_ACTIVE_CONTENT_REMOVE, 1u << removal, &error));
      g_assert_no_error (error);
      g_assert_cmpint (msk_active_content_check (MSK_ACTIVE_CONTENT_REFUSE, 1u << removal, &error),
                       ==, passive);
      if (!passive)
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_ACTIVE_CONTENT);
    }
}

static void
test_a_refusal_names_what_was_found (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_active_content_check (MSK_ACTIVE_CONTENT_REFUSE,
                                            1u << MSK_REMOVAL_JAVASCRIPT |
                                                1u << MSK_REMOVAL_EXTERNAL_LINK |
                                                1u << MSK_REMOVAL_FORM,
                                            &error));
  g_assert_nonnull (strstr (error->message, "(scripts, links out of the file)"));
}

static void
test_names_are_read_or_refused (void)
{
  static const char *const names[] = { "javascript", "external-link", "javascript", NULL };
  static const char *const unknown[] = { "javascript", "teleport", NULL };
  static const char *const none[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *written = NULL;
  guint set = 77;

  g_assert_true (msk_removal_set_parse (none, &set, &error));
  g_assert_cmpuint (set, ==, 0);
  g_assert_true (msk_removal_set_parse (names, &set, &error));
  written = msk_removal_set_dup_names (set);
  g_assert_cmpstr (written, ==, "javascript,external-link");
  g_assert_no_error (error);

  g_assert_false (msk_removal_set_parse (unknown, &set, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
  g_assert_cmpuint (set, ==, 1u << MSK_REMOVAL_JAVASCRIPT | 1u << MSK_REMOVAL_EXTERNAL_LINK);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/active-content/what-only-stands-there-is-not-active",
                   test_what_only_stands_there_is_not_active);
  g_test_add_func ("/core/active-content/a-refusal-names-what-was-found",
                   test_a_refusal_names_what_was_found);
  g_test_add_func ("/core/active-content/names-are-read-or-refused",
                   test_names_are_read_or_refused);

  return g_test_run ();
}
