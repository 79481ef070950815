/* What the security officer lays down: the scheme of marks, and what becomes of active content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-policy-desk.h"

#include "desk-test.h"

#define HOUR 3600

static gint64
make_meeting (DeskTest *test, const char *number)
{
  const MskMeetingDraft draft = {
    .number = number,
    .title = "题",
    .level = MSK_LEVEL_CONFIDENTIAL,
    .starts_at = DESK_TEST_NOW + HOUR,
    .ends_at = DESK_TEST_NOW + 2 * HOUR,
  };
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in_only (test, MSK_ROLE_ORGANISER);
  id = msk_meeting_desk_create (test->session, &draft, &error);
  g_assert_no_error (error);
  return id;
}

static void
change (DeskTest *test, const MskSchemeChange *change)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  msk_policy_desk_change_scheme (test->session, change, &error);
  g_assert_no_error (error);
}

static gint64
add_paper (DeskTest *test,
           const char *number,
           MskLevel level,
           const char *period,
           const char *pdf,
           GError **error)
{
  const MskPaperDraft draft = { number, "题", level, period, "办公室", MSK_CAPACITY_ALL };
  g_autoptr(GBytes) file = desk_test_load_pdf (pdf);

  return msk_paper_desk_add (test->session, &draft, file, NULL, error);
}

static void
test_only_the_security_officer (DeskTest *test, gconstpointer unused)
{
  const MskSchemeChange english = { .name = "english" };

  for (MskRole role = MSK_ROLE_ORGANISER; role <= MSK_ROLE_AUDITOR; role++)
    {
      g_autoptr(GError) scheme_error = NULL;
      g_autoptr(GError) content_error = NULL;
      const gboolean may = role == MSK_ROLE_SECURITY_OFFICER;
      gint64 entries;

      desk_test_sign_in_only (test, role);
      entries = desk_test_count_appliance_entries (test);
      g_assert_cmpint (msk_policy_desk_change_scheme (test->session, &english, &scheme_error), ==,
                       may);
      g_assert_cmpint (msk_policy_desk_set_active_content (test->session, MSK_ACTIVE_CONTENT_REFUSE,
                                                           &content_error),
                       ==, may);
      g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries + (may ? 2 : 0));
      if (!may)
        {
          g_assert_error (scheme_error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
          g_assert_error (content_error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
        }
    }
}

static void
test_changes_are_kept_and_bounded (DeskTest *test, gconstpointer unused)
{
  const MskSchemeChange national = { .rule = MSK_SCHEME_RULE_NATIONAL,
                                     .levels[MSK_LEVEL_SECRET] = { .years = 7 } };
  const MskSchemeChange tighter = {
    .levels[MSK_LEVEL_CONFIDENTIAL] = { .has_authority = TRUE,
                                        .authority = MSK_AUTHORITY_ORIGINATOR },
  };
  const MskSchemeChange longer = { .levels[MSK_LEVEL_SECRET] = { .years = 21 } };
  const MskSchemeChange strict = { .rule = MSK_SCHEME_RULE_STRICT };
  const MskSchemeChange english = { .name = "english" };
  const MskSchemeChange unknown = { .name = "klingon" };
  g_autoptr(MskScheme) scheme = NULL;
  g_autoptr(GError) error = NULL;
  gint64 entries;

  change (test, &national);
  change (test, &tighter);
  scheme = msk_policy_desk_get_scheme (test->session, &error);
  g_assert_cmpuint (scheme->levels[MSK_LEVEL_SECRET].years, ==, 7);
  g_assert_cmpint (scheme->levels[MSK_LEVEL_SECRET].authority, ==, MSK_AUTHORITY_UNIT_LEADER);
  g_assert_cmpint (scheme->levels[MSK_LEVEL_TOP_SECRET].authority, ==,
                   MSK_AUTHORITY_ORIGINATOR_OR_SUPERIOR);
  g_assert_cmpint (scheme->levels[MSK_LEVEL_CONFIDENTIAL].authority, ==, MSK_AUTHORITY_ORIGINATOR);

  entries = desk_test_count_appliance_entries (test);
  g_assert_false (msk_policy_desk_change_scheme (test->session, &longer, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_policy_desk_change_scheme (test->session, &unknown, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_appliance_entries (test), ==, entries);

  change (test, &strict);
  g_clear_object (&scheme);
  scheme = msk_policy_desk_get_scheme (test->session, &error);
  g_assert_cmpint (scheme->levels[MSK_LEVEL_SECRET].authority, ==, MSK_AUTHORITY_COUNTY_LEADER);
  g_assert_cmpuint (scheme->levels[MSK_LEVEL_SECRET].years, ==, 7);

  change (test, &english);
  g_clear_object (&scheme);
  scheme = msk_policy_desk_get_scheme (test->session, &error);
  g_assert_cmpstr (scheme->name, ==, "english");
  g_assert_cmpuint (scheme->levels[MSK_LEVEL_SECRET].years, ==, 20);
}

/* The scheme is fixed when the meeting is made: marks within a meeting agree. */
static void
test_a_meeting_keeps_its_scheme (DeskTest *test, gconstpointer unused)
{
  const MskSchemeChange shorter = { .levels[MSK_LEVEL_SECRET] = { .years = 5 } };
  const MskSchemeChange english = { .name = "english" };
  g_autoptr(GError) error = NULL;
  gint64 first, second;

  change (test, &shorter);
  first = make_meeting (test, "一");
  change (test, &english);
  second = make_meeting (test, "二");
  g_assert_cmpstr (msk_session_get_meeting (test->session)->scheme->name, ==, "english");

  g_assert_true (msk_session_open_meeting (test->session, first, &error));
  g_assert_cmpstr (msk_session_get_meeting (test->session)->scheme->name, ==, "chinese");
  g_assert_cmpint (add_paper (test, "1", MSK_LEVEL_SECRET, "6年", "plain", &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MARK_FORBIDDEN);
  g_clear_error (&error);
  g_assert_cmpint (add_paper (test, "1", MSK_LEVEL_SECRET, "机密★5年", "plain", &error), !=, 0);

  g_assert_true (msk_session_open_meeting (test->session, second, &error));
  g_assert_cmpint (add_paper (test, "1", MSK_LEVEL_SECRET, "6 years", "plain", &error), !=, 0);
  g_assert_no_error (error);
}

/* Each approval is judged by the authority that the meeting's scheme names. */
static void
test_approval_follows_the_scheme (DeskTest *test, gconstpointer unused)
{
  const MskSchemeChange national = { .rule = MSK_SCHEME_RULE_NATIONAL };
  const MskCopyRequestDraft wanted = { 1, "会议用", "赵六", NULL };
  MskApproval approval = { 1, "李四", "主任", "办公室", "批 1", 0, MSK_STANDING_UNSTATED };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gint64 id = make_meeting (test, i == 0 ? "一" : "二");
      gint64 paper = add_paper (test, "1", MSK_LEVEL_SECRET, "", "plain", &error);
      gint64 request = msk_approval_desk_request (test->session, paper, &wanted, &error);

      g_assert_no_error (error);
      desk_test_sign_in_only (test, MSK_ROLE_RESPONSIBLE_LEADER);
      g_assert_true (msk_session_open_meeting (test->session, id, &error));
      g_assert_cmpint (msk_approval_desk_approve (test->session, request, &approval, &error), ==,
                       i == 1);
      if (i == 0)
        g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_AUTHORITY);
      g_clear_error (&error);
      change (test, &national);
    }
}

static void
test_active_content (DeskTest *test, gconstpointer unused)
{
  const guint links = 1u << MSK_REMOVAL_EXTERNAL_LINK;
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(MskPaper) plain = NULL;
  g_autoptr(GError) error = NULL;
  gint64 meeting = make_meeting (test, "一");
  gint64 id = add_paper (test, "1", MSK_LEVEL_SECRET, "", "links-out", &error);
  gint64 entries;

  paper = msk_paper_desk_get (test->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paper->removed, ==, links);

  desk_test_sign_in_only (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (
      msk_policy_desk_set_active_content (test->session, MSK_ACTIVE_CONTENT_REFUSE, &error));
  desk_test_sign_in_only (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_session_open_meeting (test->session, meeting, &error));
  entries = desk_test_count_entries (test);
  g_assert_cmpint (add_paper (test, "2", MSK_LEVEL_SECRET, "", "active", &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_ACTIVE_CONTENT);
  g_assert_nonnull (strstr (error->message, "scripts"));
  g_clear_error (&error);
  g_assert_cmpint (add_paper (test, "2", MSK_LEVEL_SECRET, "", "links-out", &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_ACTIVE_CONTENT);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  /* A form that is drawn as it stood does nothing. */
  id = add_paper (test, "2", MSK_LEVEL_SECRET, "", "form", &error);
  g_assert_no_error (error);
  plain = msk_paper_desk_get (test->session, id, &error);
  g_assert_cmpuint (plain->removed, ==, 1u << MSK_REMOVAL_FORM);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add ("/desk/policy/" path, DeskTest, NULL, desk_test_set_up_no_meeting, func,             \
              desk_test_tear_down)
  ADD ("only-the-security-officer", test_only_the_security_officer);
  ADD ("changes-are-kept-and-bounded", test_changes_are_kept_and_bounded);
  ADD ("a-meeting-keeps-its-scheme", test_a_meeting_keeps_its_scheme);
  ADD ("approval-follows-the-scheme", test_approval_follows_the_scheme);
  ADD ("active-content", test_active_content);

  return desk_test_run ();
}
