/* To whom the desk gives something: whoever is in the room and has taken note of what they owe.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-override-desk.h"

#include "desk-test.h"

static void
refuse_badge (DeskTest *test, MskScanMode mode, gint64 person, const char *code)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, person);

  desk_test_refuse (test, mode, badge, code, 1);
}

/* The copy first, so that the badge ends the pair. */
static void
refuse_pair (DeskTest *test, MskScanMode mode, gint64 person, guint number, const char *code)
{
  g_autofree char *copy = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, mode, copy, "copy-selected");
  refuse_badge (test, mode, person, code);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_IN_STORE);
}

static void
refuse_in_either_order (DeskTest *test, gint64 person, const char *code)
{
  static const MskScanMode modes[] = { MSK_SCAN_ISSUE, MSK_SCAN_CIRCULATE };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      refuse_badge (test, modes[i], person, code);
      refuse_pair (test, modes[i], person, COPY_GOOD, code);
    }
}

static void
test_not_admitted (DeskTest *test, gconstpointer unused)
{
  refuse_in_either_order (test, PERSON_FIRST, "not-admitted");
  desk_test_open_doors (test);
  refuse_in_either_order (test, PERSON_FIRST, "not-admitted");
  desk_test_admit (test, PERSON_FIRST);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
}

static void
test_out_again (DeskTest *test, gconstpointer unused)
{
  desk_test_let_out (test, PERSON_FIRST);
  refuse_in_either_order (test, PERSON_FIRST, "not-admitted");
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD);
}

/* Whoever was vetted anew came in under the entry before. */
static void
test_inside_under_an_earlier_entry (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft draft = { "王1", "办公室", "副厅长", MSK_CAPACITY_DELEGATE,
                                   MSK_LEVEL_TOP_SECRET };
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  gint64 again;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (
      msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &again, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (again, !=, PERSON_FIRST);
  msk_vetting_desk_submit (test->session, &error);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_approve (test->session, again, "合适", &error));
  code = msk_vetting_desk_seal (test->session, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_acknowledge_all (test);
  desk_test_issue (test, again, COPY_GOOD);
}

static void
test_texts_in_the_version_in_force (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    MskTextKind kind;
    const char *code;
  } texts[] = {
    { MSK_TEXT_NOTICE, "notice-not-acknowledged" },
    { MSK_TEXT_PLEDGE, "pledge-missing" },
    { MSK_TEXT_BRIEFING, "not-briefed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      desk_test_change_text (test, texts[i].kind);
      refuse_in_either_order (test, PERSON_FIRST, texts[i].code);
    }

  desk_test_acknowledge_all (test);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
}

/* The press signs its undertaking anew, too. */
static void
test_undertaking (DeskTest *test, gconstpointer unused)
{
  desk_test_change_text (test, MSK_TEXT_UNDERTAKING);
  refuse_badge (test, MSK_SCAN_ISSUE, PERSON_OUTSIDE_SCOPE, "undertaking-missing");
  refuse_pair (test, MSK_SCAN_ISSUE, PERSON_OUTSIDE_SCOPE, OTHER_COPY_GOOD, "undertaking-missing");
}

/* What nobody may decide about comes first, so that nobody decides in vain. */
static void
test_scope_before_the_room (DeskTest *test, gconstpointer unused)
{
  refuse_pair (test, MSK_SCAN_ISSUE, PERSON_OUTSIDE_SCOPE, COPY_GOOD, "outside-scope");
  refuse_pair (test, MSK_SCAN_ISSUE, PERSON_UNCLEARED, COPY_GOOD, "clearance-too-low");
  refuse_badge (test, MSK_SCAN_ISSUE, PERSON_FIRST, "not-admitted");
}

/* Withdrawing voids the badge; the clerk is told why. After a change the old badge is only void. */
static void
test_withdrawn_badge (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft draft = { "王乙", "办公室", "处长", MSK_CAPACITY_DELEGATE,
                                   MSK_LEVEL_TOP_SECRET };
  g_autofree char *barred = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *changed = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "另有任务", NULL, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_vetting_desk_change (test->session, PERSON_SECOND, &draft, &id, NULL, &error);
  g_assert_no_error (error);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_refuse (test, MSK_SCAN_ISSUE, barred, "withdrawn", 1);
  desk_test_refuse (test, MSK_SCAN_RETURN, barred, "withdrawn", 1);
  desk_test_refuse (test, MSK_SCAN_CHECK, barred, "void-badge", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, changed, "void-badge", 1);
}

/* The refusal of a copy for the first person, from a desk that goes on. */
static MskVerdict *
refuse_first (DeskTest *test, MskScanDesk *desk)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) copy = msk_scan_desk_choose_copy (desk, COPY_GOOD, &error);
  MskVerdict *refusal = msk_scan_desk_choose_person (desk, PERSON_FIRST, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (copy->code, ==, "copy-selected");
  g_assert_true (refusal->decidable);
  return refusal;
}

static MskCosigner *
sign_in (DeskTest *test, MskRole role)
{
  g_autoptr(GError) error = NULL;
  MskCosigner *cosigner =
      msk_cosigner_sign_in (test->session, desk_test_get_user (role), DESK_TEST_PASSPHRASE,
                            MSK_ACT_ISSUE_OVERRIDE, &error);

  g_assert_no_error (error);
  return cosigner;
}

/* What another role, no reason, or a refusal that nobody decides about comes to: an error, and
 * nothing in the register. */
static void
test_override_refused (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(MskCosigner) officer = sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_autoptr(MskCosigner) leader = sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_autoptr(MskVerdict) refusal = refuse_first (test, desk);
  g_autoptr(MskVerdict) alone = NULL;
  g_autoptr(GPtrArray) overrides = NULL;
  g_autoptr(GError) error = NULL;
  const gint64 entries = desk_test_count_entries (test);

  g_assert_null (msk_scan_desk_override (desk, refusal, leader, "会议急需", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_null (msk_scan_desk_override (desk, refusal, officer, "  ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_null (msk_cosigner_sign_in (test->session, desk_test_get_user (MSK_ROLE_ORGANISER),
                                       DESK_TEST_PASSPHRASE, MSK_ACT_ISSUE_OVERRIDE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);

  alone = msk_scan_desk_choose_person (desk, PERSON_FIRST, &error);
  g_assert_null (msk_scan_desk_override (desk, alone, officer, "会议急需", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  overrides = msk_override_desk_list (test->session, &error);
  g_assert_cmpuint (overrides->len, ==, 0);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);
}

/* Two roles, one after the other: each refusal that was let past is a row of who decided it. */
static void
test_override (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(MskCosigner) officer = sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_autoptr(MskCosigner) leader = sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_autoptr(MskVerdict) refusal = refuse_first (test, desk);
  g_autoptr(MskVerdict) next = NULL;
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(GPtrArray) overrides = NULL;
  g_autoptr(GError) error = NULL;
  const MskOverride *first;

  next = msk_scan_desk_override (desk, refusal, officer, "会议急需", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (next->code, ==, "not-briefed");
  g_assert_cmpint (next->decider, ==, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);

  issued = msk_scan_desk_override (desk, next, leader, "会后补办", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (issued->code, ==, "issued");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
  desk_test_assert_balance (test);

  overrides = msk_override_desk_list (test->session, &error);
  g_assert_cmpuint (overrides->len, ==, 4);
  first = overrides->pdata[0];
  g_assert_cmpstr (first->code, ==, "not-admitted");
  g_assert_cmpstr (first->decided_by, ==, desk_test_get_user (MSK_ROLE_SECURITY_OFFICER));
  g_assert_cmpstr (first->reason, ==, "会议急需");
  g_assert_cmpuint (first->number, ==, COPY_GOOD);
  g_assert_cmpint (first->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpstr (first->user, ==, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  g_assert_cmpstr (((MskOverride *) overrides->pdata[3])->reason, ==, "会后补办");
  desk_test_sql_refused (test, "UPDATE issue_override SET reason = 'x'");
  desk_test_sql_refused (test, "DELETE FROM issue_override");
}

/* What was decided about one thing is no leave for the next scan. */
static void
test_override_is_for_one_thing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  g_autoptr(MskCosigner) officer = sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_autoptr(MskVerdict) refusal = refuse_first (test, desk);
  g_autoptr(MskVerdict) next = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(GError) error = NULL;

  next = msk_scan_desk_override (desk, refusal, officer, "会议急需", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (next->code, ==, "not-briefed");
  again = refuse_first (test, desk);
  g_assert_cmpstr (again->code, ==, "not-admitted");
}

/* A return that was undone behind the back of who has left would make them answer for a sheet that
 * the clerk has. */
static void
test_undo_behind_a_back (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) returned = NULL;
  g_autoptr(MskVerdict) refused = NULL;
  g_autoptr(MskVerdict) again = NULL;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  returned = desk_test_scan (test, MSK_SCAN_RETURN, code);
  desk_test_let_out (test, PERSON_FIRST);
  refused = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused->code, ==, "not-admitted");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);

  /* Nor when the register has them inside again, be it that whoever undoes it wrote that. */
  desk_test_admit (test, PERSON_FIRST);
  again = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->code, ==, "not-admitted");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);
  desk_test_assert_balance (test);
}

int
main (int argc, char **argv)
{
  int result;

  desk_test_start (&argc, &argv);

#define ADD(path, set_up, function)                                                                \
  g_test_add ("/desk/issue/" path, DeskTest, NULL, set_up, function, desk_test_tear_down)
  ADD ("who-did-not-come-in-gets-nothing", desk_test_set_up, test_not_admitted);
  ADD ("who-went-out-gets-nothing", desk_test_set_up_inside, test_out_again);
  ADD ("who-is-inside-under-an-earlier-entry-is-inside", desk_test_set_up_inside,
       test_inside_under_an_earlier_entry);
  ADD ("texts-count-in-the-version-in-force", desk_test_set_up_inside,
       test_texts_in_the_version_in_force);
  ADD ("the-press-owes-its-undertaking", desk_test_set_up_inside, test_undertaking);
  ADD ("a-withdrawn-badge-says-so", desk_test_set_up_inside, test_withdrawn_badge);
  ADD ("what-nobody-decides-comes-first", desk_test_set_up, test_scope_before_the_room);
  ADD ("decided-otherwise-by-each-role", desk_test_set_up, test_override);
  ADD ("decided-otherwise-only-by-who-may-and-for-a-reason", desk_test_set_up,
       test_override_refused);
  ADD ("a-decision-is-for-one-thing", desk_test_set_up, test_override_is_for_one_thing);
  ADD ("nothing-is-undone-behind-a-back", desk_test_set_up_inside, test_undo_behind_a_back);
#undef ADD

  result = desk_test_run ();
  return result;
}
