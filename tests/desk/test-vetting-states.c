/* Vetting: submitted, decided by somebody else, returned, withdrawn, changed after the seal; and
 * badges that count once they were confirmed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"

#include "desk-test.h"

#define HOUR 3600

static MskAttendee *
get (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  MskAttendee *attendee = msk_vetting_desk_get (test->session, id, &error);

  g_assert_no_error (error);
  return attendee;
}

/* Adds somebody to the open list; gives their id. */
static gint64
add (DeskTest *test, const char *name, MskCapacity capacity, gint64 starts)
{
  const MskAttendeeDraft draft = { name,     "单位", "科员", capacity, MSK_LEVEL_SECRET,
                                   "外事局", starts };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_no_error (error);
  people = msk_vetting_desk_list (test->session, &error);
  return ((MskAttendee *) people->pdata[people->len - 1])->id;
}

static void
submit (DeskTest *test, int count)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_vetting_desk_submit (test->session, &error), ==, count);
  g_assert_no_error (error);
}

static void
test_submitted_first (DeskTest *test, gconstpointer unused)
{
  const gint64 id = add (test, "新人", MSK_CAPACITY_DELEGATE, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) person = get (test, id);

  g_assert_cmpstr (person->nominating_unit, ==, "外事局");
  g_assert_cmpstr (person->nominated_by, ==, "organiser");
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  desk_test_assert_rule (msk_vetting_desk_approve (test->session, id, "好", &error), &error,
                         MSK_RULE_ERROR_NOT_SUBMITTED);
  desk_test_assert_rule (msk_vetting_desk_return (test->session, id, "好", &error), &error,
                         MSK_RULE_ERROR_NOT_SUBMITTED);
  g_assert_cmpint (msk_vetting_desk_approve_rest (test->session, "好", &error), ==, 0);
  g_assert_null (msk_vetting_desk_seal (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED);
  g_clear_error (&error);

  submit (test, 1);
  desk_test_assert_rule (msk_vetting_desk_submit (test->session, &error) >= 0, &error,
                         MSK_RULE_ERROR_NOTHING_TO_SUBMIT);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_return (test->session, id, "缺单位证明", &error));
  g_assert_null (msk_vetting_desk_seal (test->session, NULL));
  submit (test, 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_approve (test->session, id, "好", &error));
  g_assert_no_error (error);
}

/* M4, M8: one decision for all the rest is none for observers and press. */
static void
test_one_by_one (DeskTest *test, gconstpointer unused)
{
  const gint64 observer = add (test, "列席者", MSK_CAPACITY_OBSERVER, 0);
  const gint64 press = add (test, "记者", MSK_CAPACITY_PRESS, 0);
  const MskPressDecision none = { "", "批 3", "好" };
  const MskPressDecision decision = { "宣传部", "批 3", "好" };
  const MskPressDecision own = { "記者.", "批 3", "好" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) decided = NULL;

  add (test, "代表", MSK_CAPACITY_DELEGATE, 0);
  submit (test, 3);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_cmpint (msk_vetting_desk_approve_rest (test->session, "好", &error), ==, 1);
  desk_test_assert_rule (msk_vetting_desk_approve (test->session, press, "好", &error), &error,
                         MSK_RULE_ERROR_PRESS_NOT_DECIDED);
  g_assert_false (msk_vetting_desk_approve_press (test->session, press, &none, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_vetting_desk_approve_press (test->session, observer, &decision, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_true (msk_vetting_desk_approve (test->session, observer, "好", &error));
  g_assert_false (msk_vetting_desk_approve_press (test->session, press, &own, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  g_assert_true (msk_vetting_desk_approve_press (test->session, press, &decision, &error));
  g_assert_no_error (error);
  decided = get (test, press);
  g_assert_cmpstr (decided->authority, ==, "宣传部");
  g_assert_cmpstr (decided->reference, ==, "批 3");
}

/* P1: vetted before the post starts. */
static void
test_post_started (DeskTest *test, gconstpointer unused)
{
  const gint64 late = add (test, "司机", MSK_CAPACITY_SERVICE, DESK_TEST_NOW - HOUR);
  const gint64 early = add (test, "翻译", MSK_CAPACITY_STAFF, DESK_TEST_NOW + HOUR);
  g_autoptr(GError) error = NULL;

  submit (test, 2);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  desk_test_assert_rule (msk_vetting_desk_approve (test->session, late, "好", &error), &error,
                         MSK_RULE_ERROR_POST_STARTED);
  g_assert_true (msk_vetting_desk_reject (test->session, late, "已上岗", &error));
  g_assert_true (msk_vetting_desk_approve (test->session, early, "好", &error));
  g_assert_no_error (error);
}

/* At once, and with what is to be taken back; what they hold still comes back. */
static void
test_withdraw (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAttendee) gone = NULL;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_vetting_desk_withdraw (test->session, PERSON_FIRST, " ", NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  desk_test_assert_rule (msk_vetting_desk_withdraw (test->session, PERSON_REJECTED, "x", NULL,
                                                    &error),
                         &error, MSK_RULE_ERROR_REJECTED);
  g_assert_true (
      msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "另有任务", &held, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpuint (((MskHolding *) held->pdata[0])->number, ==, COPY_GOOD);
  text = msk_holding_dup_text (held->pdata[0]);
  g_assert_nonnull (strstr (text, "办发"));
  desk_test_assert_rule (msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "x", NULL, &error),
                         &error, MSK_RULE_ERROR_WITHDRAWN);
  gone = get (test, PERSON_FIRST);
  g_assert_cmpint (gone->vetting, ==, MSK_VETTING_WITHDRAWN);
  g_assert_cmpstr (gone->withdrawn_by, ==, "officer");
  g_assert_cmpstr (gone->reason, ==, "合适");

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_refuse (test, MSK_SCAN_ISSUE, badge, "withdrawn", 1);
  desk_test_assert_rule (msk_vetting_desk_print_badge (test->session, PERSON_FIRST,
                                                       DESK_TEST_PRINTER, NULL, &error),
                         &error, MSK_RULE_ERROR_WITHDRAWN);
  desk_test_expect (test, MSK_SCAN_RETURN, copy, "returned");
}

/* After the seal nothing changes silently. */
static void
test_change (DeskTest *test, gconstpointer unused)
{
  MskAttendeeDraft draft = {
    "王1", "新单位", "处长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET, "办公室", 0
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(MskAttendee) before = NULL;
  g_autoptr(MskAttendee) after = NULL;
  gint64 id, again;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &id, &held, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, PERSON_FIRST);
  g_assert_cmpuint (held->len, ==, 0);
  before = get (test, PERSON_FIRST);
  g_assert_cmpint (before->vetting, ==, MSK_VETTING_WITHDRAWN);
  g_assert_cmpint (before->badge, ==, MSK_BADGE_NONE);
  g_assert_cmpstr (before->unit, ==, "办公室");
  after = get (test, id);
  g_assert_cmpint (after->vetting, ==, MSK_VETTING_PROPOSED);
  g_assert_cmpint (after->replaces, ==, PERSON_FIRST);
  g_assert_cmpuint (after->list_number, ==, 2);
  g_assert_false (msk_attendee_check_admissible (after, NULL));

  /* The same once more says nothing new; on the open list a change reopens. */
  desk_test_assert_rule (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error),
                         &error, MSK_RULE_ERROR_NOTHING_CHANGED);
  desk_test_assert_rule (msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &again, NULL,
                                                  &error),
                         &error, MSK_RULE_ERROR_WITHDRAWN);
  submit (test, 1);
  draft.name = "王2"; /* who is on the list, though with another unit */
  draft.unit = "办公室";
  desk_test_assert_rule (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error),
                         &error, MSK_RULE_ERROR_EXISTS);
  draft.name = "王甲";
  g_assert_true (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, id);
  g_clear_object (&after);
  after = get (test, id);
  g_assert_cmpint (after->vetting, ==, MSK_VETTING_PROPOSED);
}

/* A change makes a new entry, and no new hands for a second copy of the same paper. */
static void
test_changed_holder (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft draft = {
    "王1", "新单位", "处长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET, "办公室", 0
  };
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(MskVerdict) selected = NULL;
  g_autoptr(MskVerdict) refused = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *seal = NULL;
  gint64 changed;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &changed, NULL, &error);
  g_assert_no_error (error);
  submit (test, 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  msk_vetting_desk_approve_rest (test->session, "同意", &error);
  g_assert_no_error (error);
  seal = msk_vetting_desk_seal (test->session, &error);
  g_assert_no_error (error);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_acknowledge_all (test);
  desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  selected = msk_scan_desk_choose_person (desk, changed, &error);
  g_assert_no_error (error);
  refused = msk_scan_desk_choose_copy (desk, COPY_GOOD + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused->code, ==, "already-holds-paper");
}

static void
test_lost_badge (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = NULL;
  g_autoptr(GPtrArray) badges = NULL;
  g_autoptr(GPtrArray) lacking = NULL;
  g_autoptr(GError) error = NULL;
  MskBadgeEntry *first;

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_assert_cmpint (msk_badge_desk_lose (test->session, PERSON_FIRST, "门口，上午九时", &error), ==,
                   1);
  g_assert_no_error (error);
  desk_test_refuse (test, MSK_SCAN_ISSUE, badge, "void-badge", 1);
  g_assert_cmpint (msk_badge_desk_lose (test->session, PERSON_FIRST, "x", &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  badges = msk_badge_desk_list (test->session, &error);
  first = badges->pdata[0];
  g_assert_true (first->lost);
  g_assert_cmpint (first->state, ==, MSK_BADGE_VOID);
  g_assert_cmpstr (first->reason, ==, "门口，上午九时");
  lacking = msk_badge_desk_list_lacking (test->session, &error);
  g_assert_cmpuint (lacking->len, ==, 1);
  g_assert_cmpint (((MskAttendee *) lacking->pdata[0])->id, ==, PERSON_FIRST);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
print_run (DeskTest *test,
           GArray *ids,
           const char *reason,
           GCancellable *cancellable,
           MskPrintResult *result,
           GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;

  msk_badge_desk_print_async (test->session, ids, DESK_TEST_PRINTER, reason, NULL, NULL,
                              cancellable, done_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return msk_badge_desk_print_finish (test->session, answer, result, error);
}

/* A run stops between two badges, another goes on, and no badge is replaced without a reason. */
static void
test_run (DeskTest *test, gconstpointer unused)
{
  const gint64 people[] = { PERSON_FIRST, PERSON_SECOND, PERSON_THIRD };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  g_array_append_vals (ids, people, G_N_ELEMENTS (people));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (print_run (test, ids, "", NULL, &result, &error), &error,
                         MSK_RULE_ERROR_EXISTS);
  g_assert_cmpuint (result.left, ==, 3);

  g_cancellable_cancel (cancelled);
  g_assert_false (print_run (test, ids, "换新版", cancelled, &result, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (result.left, ==, 3);

  g_assert_true (print_run (test, ids, "换新版", NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.printed, ==, 3);
  g_assert_cmpuint (result.left, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *code = desk_test_dup_badge_code (test, people[i]);

      desk_test_refuse (test, MSK_SCAN_ISSUE, code, "badge-not-confirmed", 1);
      desk_test_expect (test, MSK_SCAN_CHECK, code, "confirmed");
      desk_test_refuse (test, MSK_SCAN_CHECK, code, "already-good", 1);
    }
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/vetting/" name, DeskTest, NULL, desk_test_set_up_inside, function,            \
              desk_test_tear_down)
  ADD ("nobody-is-decided-who-was-not-submitted", test_submitted_first);
  ADD ("observers-and-press-are-decided-one-by-one", test_one_by_one);
  ADD ("staff-are-decided-before-their-post-starts", test_post_started);
  ADD ("whoever-is-withdrawn-is-barred-at-once", test_withdraw);
  ADD ("a-change-after-the-seal-is-vetted-anew", test_change);
  ADD ("a-changed-person-holds-what-they-held", test_changed_holder);
  ADD ("a-lost-badge-is-void-and-an-incident", test_lost_badge);
  ADD ("a-run-of-badges", test_run);
#undef ADD
  return desk_test_run ();
}
