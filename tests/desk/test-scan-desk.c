/* The desk with the scanner: each code one verdict, each refusal its reason, and nothing changed by
 * it. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-tag.h"

#include "desk-test.h"

static void
expect_copy (DeskTest *test, MskScanMode mode, guint number, const char *code)
{
  g_autofree char *scan = desk_test_dup_copy_code (test, number, 1);

  desk_test_expect (test, mode, scan, code);
}

static void
expect_badge (DeskTest *test, gint64 person, const char *code)
{
  g_autofree char *scan = desk_test_dup_badge_code (test, person);

  desk_test_expect (test, MSK_SCAN_ISSUE, scan, code);
}

static void
refuse_copy (DeskTest *test, MskScanMode mode, guint number, const char *code)
{
  g_autofree char *scan = desk_test_dup_copy_code (test, number, 1);

  desk_test_refuse (test, mode, scan, code, 1);
}

static void
refuse_badge (DeskTest *test, gint64 person, const char *code)
{
  g_autofree char *scan = desk_test_dup_badge_code (test, person);

  desk_test_refuse (test, MSK_SCAN_ISSUE, scan, code, 1);
}

static void
test_person_then_copy (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 2);
  g_autoptr(MskVerdict) selected = desk_test_scan (test, MSK_SCAN_ISSUE, badge);
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskCopy) after = NULL;
  const gint64 before = desk_test_count_entries (test);

  g_assert_cmpstr (selected->code, ==, "person-selected");
  g_assert_cmpint (selected->tone, ==, MSK_TONE_WAITING);
  g_assert_cmpstr (selected->person, ==, "王1");
  g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, PERSON_FIRST);

  desk_test_now += 5;
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, copy);
  g_assert_cmpstr (issued->code, ==, "issued");
  g_assert_cmpint (issued->tone, ==, MSK_TONE_DONE);
  g_assert_cmpuint (issued->number, ==, COPY_GOOD);
  g_assert_cmpuint (issued->page, ==, 2);
  g_assert_cmpint (issued->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpstr (issued->document_number, ==, "办发 1");
  g_assert_cmpuint (issued->balance.counts[MSK_COPY_HELD], ==, 1);
  g_assert_cmpuint (issued->balance.counts[MSK_COPY_IN_STORE], ==, GOOD - 1);
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 1);
  g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);

  after = msk_print_desk_get_copy (test->session, COPY_GOOD, NULL);
  g_assert_cmpint (after->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (after->holder_id, ==, PERSON_FIRST);
  g_assert_cmpint (after->issued_at, ==, DESK_TEST_NOW + 5);
}

static void
test_copy_then_person (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD + 1, 3);
  g_autoptr(MskVerdict) issued = NULL;

  desk_test_expect (test, MSK_SCAN_ISSUE, copy, "copy-selected");
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, COPY_GOOD + 1);
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, badge);
  g_assert_cmpstr (issued->code, ==, "issued");
  g_assert_cmpuint (issued->number, ==, COPY_GOOD + 1);
  g_assert_cmpuint (issued->page, ==, 3);
  g_assert_cmpint (issued->attendee_id, ==, PERSON_SECOND);
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, 0);
}

/* The newest of two badges, and of two copies, is the one that counts. */
static void
test_changed_mind (DeskTest *test, gconstpointer unused)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_THIRD);
  g_autoptr(MskVerdict) issued = NULL;

  expect_badge (test, PERSON_FIRST, "person-selected");
  expect_badge (test, PERSON_SECOND, "person-selected");
  g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, PERSON_SECOND);
  msk_scan_desk_clear (test->desk);
  g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);

  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD, "copy-selected");
  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 1, "copy-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, badge);
  g_assert_cmpuint (issued->number, ==, COPY_GOOD + 1);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);
}

/* Who may not have the paper, and the refusal: in both orders, and both times the verdict and the
 * ledger name both. */
static const struct
{
  const char *path;
  gint64 person;
  guint number;
  const char *code;
  gboolean at_once; /* refused already when the badge is shown */
} unfit[] = {
  { "outside-scope", PERSON_OUTSIDE_SCOPE, COPY_GOOD, "outside-scope", FALSE },
  { "clearance-too-low", PERSON_UNCLEARED, COPY_GOOD, "clearance-too-low", FALSE },
  { "rejected", PERSON_REJECTED, COPY_GOOD, "rejected", TRUE },
  { "not-on-sealed-list", PERSON_UNSEALED, OTHER_COPY_GOOD, "not-on-sealed-list", TRUE },
};

static MskVerdict *
choose (DeskTest *test, gint64 person, guint number)
{
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict = person != 0 ? msk_scan_desk_choose_person (test->desk, person, &error)
                                    : msk_scan_desk_choose_copy (test->desk, number, &error);

  g_assert_no_error (error);
  desk_test_assert_balance (test);
  return verdict;
}

static void
assert_recorded (DeskTest *test, gint64 person, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *subject = g_strdup_printf ("copy %06u", number);
  g_autofree char *attendee = g_strdup_printf ("\"attendee\":\"%" G_GINT64_FORMAT "\"", person);
  MskLedgerLine *line;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  lines = msk_ledger_desk_list (test->session, TRUE, 0, 1, &error);
  g_assert_no_error (error);
  line = lines->pdata[0];
  g_assert_cmpstr (line->act, ==, "scan-refused");
  g_assert_cmpstr (line->subject, ==, subject);
  g_assert_nonnull (strstr (line->details, attendee));
}

static void
test_unfit (DeskTest *test, gconstpointer data, gboolean person_first)
{
  const guint i = GPOINTER_TO_UINT (data);
  const gint64 person = unfit[i].person;
  const guint number = unfit[i].number;
  g_autoptr(MskVerdict) first = NULL;
  g_autoptr(MskVerdict) second = NULL;
  const MskVerdict *refusal;

  test->desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  first = choose (test, person_first ? person : 0, number);
  if (person_first && unfit[i].at_once)
    {
      g_assert_cmpstr (first->code, ==, unfit[i].code);
      g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);
      return;
    }

  second = choose (test, person_first ? 0 : person, number);
  refusal = second;
  g_assert_cmpstr (refusal->code, ==, unfit[i].code);
  g_assert_cmpuint (refusal->number, ==, number);
  g_assert_cmpint (refusal->attendee_id, ==, person);
  g_assert_cmpint (refusal->movement_id, ==, 0);
  g_assert_cmpint (desk_test_get_state (test, number), ==, MSK_COPY_IN_STORE);
  assert_recorded (test, person, number);
}

static void
test_unfit_person_first (DeskTest *test, gconstpointer data)
{
  test_unfit (test, data, TRUE);
}

static void
test_unfit_copy_first (DeskTest *test, gconstpointer data)
{
  test_unfit (test, data, FALSE);
}

static void
test_holds_one_already (DeskTest *test, gconstpointer unused)
{
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);

  expect_badge (test, PERSON_FIRST, "person-selected");
  refuse_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 1, "already-holds-paper");
  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 1, "copy-selected");
  refuse_badge (test, PERSON_FIRST, "already-holds-paper");

  /* Of another paper they may have one. */
  expect_badge (test, PERSON_FIRST, "person-selected");
  expect_copy (test, MSK_SCAN_ISSUE, OTHER_COPY_GOOD, "issued");
}

/* Copies that are nobody's to give out; a copy that is refused leaves the person waiting for the
 * next. */
static void
test_unfit_copies (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_issue (test, PERSON_SECOND, COPY_GOOD);
  desk_test_issue (test, PERSON_THIRD, COPY_GOOD + 1);
  expect_copy (test, MSK_SCAN_RETURN, COPY_GOOD + 1, "returned");
  g_assert_true (msk_print_desk_spoil (test->session, COPY_GOOD + 2, 0, "纸皱", &error));
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  g_assert_no_error (error);

  for (guint person_waits = 0; person_waits <= 1; person_waits++)
    {
      if (person_waits)
        expect_badge (test, PERSON_FIRST, "person-selected");
      refuse_copy (test, MSK_SCAN_ISSUE, COPY_GOOD, "already-issued");
      refuse_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 1, "already-returned");
      refuse_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 2, "copy-spoiled");
      refuse_copy (test, MSK_SCAN_ISSUE, COPY_UNCHECKED, "copy-not-good");
      g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==,
                       person_waits ? PERSON_FIRST : 0);
      /* An alarm: this sheet should not exist. */
      refuse_copy (test, MSK_SCAN_ISSUE, COPY_UNCHECKED + 1, "copy-void");
      g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);
    }
  expect_badge (test, PERSON_FIRST, "person-selected");
  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD + 3, "issued");
}

/* Two of one thing: the refusal, and the first time the incident. */
static void
refuse_second (DeskTest *test, guint number, guint entries)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

  desk_test_refuse (test, MSK_SCAN_RETURN, code, "second-sighting", entries);
}

static void
test_return (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(MskVerdict) verdict = NULL;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  verdict = desk_test_scan (test, MSK_SCAN_RETURN, code);
  g_assert_cmpstr (verdict->code, ==, "returned");
  g_assert_cmpstr (verdict->person, ==, "王1");
  g_assert_cmpuint (verdict->balance.counts[MSK_COPY_RETURNED], ==, 1);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);

  refuse_copy (test, MSK_SCAN_RETURN, COPY_GOOD, "already-returned");
  refuse_second (test, COPY_GOOD + 1, 2);
  refuse_copy (test, MSK_SCAN_RETURN, COPY_UNCHECKED, "copy-not-good");

  /* Nobody hands in another sheet at once; later it is a second one. */
  desk_test_now += 3;
  refuse_second (test, COPY_GOOD, 2);
  refuse_second (test, COPY_GOOD + 1, 1);
}

static void
test_badge_where_copies_are_wanted (DeskTest *test, gconstpointer unused)
{
  static const MskScanMode modes[] = { MSK_SCAN_RETURN, MSK_SCAN_CHECK };
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    desk_test_refuse (test, modes[i], badge,
                      modes[i] == MSK_SCAN_CHECK ? "already-good" : "no-copy-selected", 1);
}

static void
test_check (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskCopy) copy = NULL;

  expect_copy (test, MSK_SCAN_CHECK, COPY_UNCHECKED, "confirmed");
  copy = msk_print_desk_get_copy (test->session, COPY_UNCHECKED, NULL);
  g_assert_cmpint (copy->state, ==, MSK_COPY_IN_STORE);
  g_assert_cmpint (copy->attempt, ==, MSK_ATTEMPT_GOOD);

  refuse_copy (test, MSK_SCAN_CHECK, COPY_UNCHECKED, "already-good");
  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "纸皱", NULL));
  refuse_copy (test, MSK_SCAN_CHECK, COPY_UNCHECKED, "copy-spoiled");
  desk_test_give_up (test, COPY_UNCHECKED + 1);
  refuse_copy (test, MSK_SCAN_CHECK, COPY_UNCHECKED + 1, "copy-void");
}

/* The sheet of a printing that was replaced, wherever it turns up. */
static void
test_void_tag (DeskTest *test, gconstpointer unused)
{
  static const MskScanMode modes[] = { MSK_SCAN_ISSUE, MSK_SCAN_RETURN, MSK_SCAN_CHECK };
  g_autofree char *old = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  g_autofree char *new = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_give_up (test, COPY_UNCHECKED);
  g_assert_true (msk_print_desk_reprint (test->session, COPY_UNCHECKED, &error));
  g_assert_no_error (error);
  new = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  g_assert_cmpstr (old, !=, new);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(MskVerdict) verdict = NULL;

      desk_test_refuse (test, modes[i], old, "void-tag", 1);
      verdict = desk_test_scan (test, modes[i], old);
      g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
      g_assert_cmpuint (verdict->number, ==, COPY_UNCHECKED);
    }
  desk_test_refuse (test, MSK_SCAN_ISSUE, new, "copy-not-good", 1);
}

static void
test_void_badge (DeskTest *test, gconstpointer unused)
{
  g_autofree char *old = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *new = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  g_assert_false (
      msk_vetting_desk_print_badge (test->session, PERSON_FIRST, DESK_TEST_PRINTER, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (msk_badge_desk_void (test->session, PERSON_FIRST, "污损", &error));
  g_assert_true (
      msk_vetting_desk_print_badge (test->session, PERSON_FIRST, DESK_TEST_PRINTER, NULL, &error));
  g_assert_no_error (error);
  new = desk_test_dup_badge_code (test, PERSON_FIRST);
  desk_test_refuse (test, MSK_SCAN_ISSUE, old, "void-badge", 1);
  verdict = desk_test_scan (test, MSK_SCAN_ISSUE, old);
  g_assert_cmpint (verdict->attendee_id, ==, PERSON_FIRST);
  desk_test_refuse (test, MSK_SCAN_ISSUE, new, "badge-not-confirmed", 1);
  desk_test_expect (test, MSK_SCAN_CHECK, new, "confirmed");
  desk_test_expect (test, MSK_SCAN_ISSUE, new, "person-selected");
}

static void
test_foreign_codes (DeskTest *test, gconstpointer unused)
{
  static const char *const foreign[] = {
    "", "hello", "6901234567892", "https://example.org/1", "机密", "-1", "0"
  };
  static const MskScanMode modes[] = { MSK_SCAN_ISSUE, MSK_SCAN_RETURN, MSK_SCAN_CHECK,
                                       MSK_SCAN_SWEEP };
  g_autofree char *long_one = g_strnfill (100000, '9');

  for (guint mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
        desk_test_refuse (test, modes[mode] == MSK_SCAN_SWEEP ? MSK_SCAN_ISSUE : modes[mode],
                          foreign[i], "foreign-code", 0);
      desk_test_refuse (test, MSK_SCAN_ISSUE, long_one, "foreign-code", 0);
    }
}

static void
test_cut_codes (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *longer = g_strconcat (code, "1", NULL);

  for (guint length = 2; length < MSK_TAG_LENGTH; length++)
    {
      g_autofree char *cut = g_strndup (code, length);

      desk_test_refuse (test, MSK_SCAN_ISSUE, cut, "cut-code", 0);
    }
  desk_test_refuse (test, MSK_SCAN_ISSUE, longer, "cut-code", 0);
}

/* Every single digit changed, of a copy's tag and of a badge: none is taken for anything. */
static void
test_changed_digits (DeskTest *test, gconstpointer unused)
{
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  char *const codes[] = { copy, badge };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint at = 0; at < MSK_TAG_LENGTH; at++)
      {
        g_autofree char *changed = g_strdup (codes[i]);
        g_autoptr(MskVerdict) verdict = NULL;

        changed[at] = changed[at] == '9' ? '0' : (char) (changed[at] + 1);
        verdict = desk_test_scan (test, MSK_SCAN_ISSUE, changed);
        if (!g_str_equal (verdict->code, "foreign-code"))
          g_assert_cmpstr (verdict->code, ==, "forged-tag");
        g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);
        g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, 0);
      }
}

static void
test_forged_tag (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(MskVerdict) verdict = NULL;

  code[MSK_TAG_LENGTH - 1] = code[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  /* The refusal, and the incident. */
  desk_test_refuse (test, MSK_SCAN_RETURN, code, "forged-tag", 2);
  verdict = desk_test_scan (test, MSK_SCAN_RETURN, code);
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
  g_assert_cmpuint (verdict->number, ==, 0);
}

static void
create_second_meeting (DeskTest *test)
{
  const MskMeetingDraft draft = {
    "会 2027-4", "第二个会议", MSK_LEVEL_CONFIDENTIAL, DESK_TEST_NOW, DESK_TEST_NOW + 60, "", "", ""
  };
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_meeting_desk_create (test->session, &draft, &error), ==, 2);
  g_assert_no_error (error);
}

static void
test_other_meeting (DeskTest *test, gconstpointer unused)
{
  static const MskScanMode modes[] = { MSK_SCAN_ISSUE, MSK_SCAN_RETURN, MSK_SCAN_CHECK };
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autoptr(GError) error = NULL;

  create_second_meeting (test);
  desk_test_sign_in_only (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (msk_session_open_meeting (test->session, 2, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      /* The refusal, and the first time the incident. */
      desk_test_refuse (test, modes[i], copy, "other-meeting", i == 0 ? 2 : 1);
      desk_test_refuse (test, modes[i], badge, "other-meeting", i == 0 ? 2 : 1);
    }
}

static void
test_undo (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) returned = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskVerdict) late = NULL;
  g_autoptr(MskVerdict) undone_issue = NULL;
  g_autoptr(MskCopy) held = NULL;
  g_autoptr(MskCopy) in_store = NULL;
  gint64 before;

  expect_badge (test, PERSON_FIRST, "person-selected");
  desk_test_now += 10;
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  desk_test_now += 10;
  returned = desk_test_scan (test, MSK_SCAN_RETURN, code);

  /* The return, then the issue; each by an entry of its own. */
  before = desk_test_count_entries (test);
  undone = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  g_assert_cmpint (undone->movement_id, ==, 0);
  held = msk_print_desk_get_copy (test->session, COPY_GOOD, NULL);
  g_assert_cmpint (held->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (held->holder_id, ==, PERSON_FIRST);
  g_assert_cmpint (held->issued_at, ==, DESK_TEST_NOW + 10);
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 1);
  desk_test_assert_balance (test);

  /* Only the last thing that happened to a copy is taken back. */
  late = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (late->code, ==, "already-decided");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);
}

static void
test_undo_issue (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  g_autoptr(MskVerdict) again = NULL;
  g_autoptr(MskCopy) copy = NULL;

  expect_badge (test, PERSON_FIRST, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  copy = msk_print_desk_get_copy (test->session, COPY_GOOD, NULL);
  g_assert_cmpint (copy->state, ==, MSK_COPY_IN_STORE);
  g_assert_cmpint (copy->holder_id, ==, 0);
  g_assert_cmpint (copy->issued_at, ==, 0);

  again = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_cmpstr (again->code, ==, "already-decided");
  desk_test_assert_balance (test);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD);
}

/* Whoever was chosen before an alarm or an undo must not get what is scanned after it. */
static void
test_halves_are_forgotten (DeskTest *test, gconstpointer unused)
{
  g_autofree char *forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) issued = NULL;
  g_autoptr(MskVerdict) undone = NULL;

  forged[MSK_TAG_LENGTH - 1] = forged[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  expect_badge (test, PERSON_SECOND, "person-selected");
  desk_test_refuse (test, MSK_SCAN_ISSUE, forged, "forged-tag", 2);
  g_assert_cmpint (msk_scan_desk_get_waiting_person (test->desk), ==, 0);
  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD, "copy-selected");
  desk_test_refuse (test, MSK_SCAN_ISSUE, forged, "forged-tag", 1);
  g_assert_cmpuint (msk_scan_desk_get_waiting_copy (test->desk), ==, 0);

  expect_badge (test, PERSON_FIRST, "person-selected");
  issued = desk_test_scan (test, MSK_SCAN_ISSUE, code);
  expect_badge (test, PERSON_SECOND, "person-selected");
  undone = msk_scan_desk_undo (test->desk, issued, &error);
  g_assert_no_error (error);
  expect_copy (test, MSK_SCAN_ISSUE, COPY_GOOD, "copy-selected");
}

/* After the return the person got another copy of the paper: they would hold two if the return were
 * taken back. */
static void
test_undo_would_give_two (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) returned = NULL;
  g_autoptr(MskVerdict) refused = NULL;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  returned = desk_test_scan (test, MSK_SCAN_RETURN, code);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD + 1);
  refused = msk_scan_desk_undo (test->desk, returned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused->code, ==, "already-holds-paper");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);
  desk_test_assert_balance (test);
}

static void
test_unknown_choices (DeskTest *test, gconstpointer unused)
{
  static const gint64 people[] = { 0, -1, 99, G_MAXINT64 };
  static const guint numbers[] = { 0, 21, 999999, G_MAXUINT };

  test->desk = msk_scan_desk_new (test->session, MSK_SCAN_ISSUE);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskVerdict) verdict = msk_scan_desk_choose_person (test->desk, people[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (verdict->code, ==, "not-found");
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskVerdict) verdict = msk_scan_desk_choose_copy (test->desk, numbers[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (verdict->code, ==, "not-found");
    }
}

static void
test_list_of_verdicts (DeskTest *test, gconstpointer unused)
{
  GListModel *verdicts;
  g_autoptr(MskVerdict) newest = NULL;

  for (guint i = 0; i < 320; i++)
    {
      g_autoptr(MskVerdict) verdict = desk_test_scan (test, MSK_SCAN_RETURN, "x");

      g_assert_nonnull (verdict);
    }
  expect_copy (test, MSK_SCAN_RETURN, COPY_GOOD, "second-sighting");
  verdicts = msk_scan_desk_get_verdicts (test->desk);
  g_assert_cmpuint (g_list_model_get_n_items (verdicts), ==, 300);
  newest = g_list_model_get_item (verdicts, 0);
  g_assert_cmpstr (newest->code, ==, "second-sighting");
}

static void
test_locked (DeskTest *test, gconstpointer unused)
{
  static const MskScanMode modes[] = { MSK_SCAN_ISSUE, MSK_SCAN_RETURN, MSK_SCAN_CHECK,
                                       MSK_SCAN_SWEEP };
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);

  msk_session_lock (test->session);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, modes[i]);
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_scan_desk_scan (desk, code, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
      g_clear_error (&error);
      g_assert_null (msk_scan_desk_choose_person (desk, PERSON_FIRST, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
      g_clear_error (&error);
      g_assert_null (msk_scan_desk_choose_copy (desk, COPY_GOOD, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
      g_assert_cmpuint (g_list_model_get_n_items (msk_scan_desk_get_verdicts (desk)), ==, 0);
    }
}

/* Spaces between the groups, as printed for typing. */
static void
test_typed_code (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *groups = msk_tag_dup_groups (code);

  desk_test_expect (test, MSK_SCAN_ISSUE, groups, "copy-selected");
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/scan/" name, DeskTest, NULL, desk_test_set_up_inside, function,               \
              desk_test_tear_down)
  ADD ("person-then-copy-issues", test_person_then_copy);
  ADD ("copy-then-person-issues", test_copy_then_person);
  ADD ("the-newest-half-counts", test_changed_mind);
  ADD ("nobody-gets-a-paper-twice", test_holds_one_already);
  ADD ("copies-that-are-not-in-store-are-refused", test_unfit_copies);
  ADD ("returns", test_return);
  ADD ("a-badge-is-no-copy", test_badge_where_copies_are_wanted);
  ADD ("checks-at-the-printer", test_check);
  ADD ("a-replaced-sheet-is-a-void-tag", test_void_tag);
  ADD ("a-replaced-badge-is-void", test_void_badge);
  ADD ("foreign-codes-are-not-even-recorded", test_foreign_codes);
  ADD ("cut-codes-are-told-apart", test_cut_codes);
  ADD ("any-changed-digit-is-refused", test_changed_digits);
  ADD ("a-forged-tag-is-an-alarm", test_forged_tag);
  ADD ("another-meetings-tags-are-known-as-such", test_other_meeting);
  ADD ("undo-takes-back-the-last-thing-alone", test_undo);
  ADD ("undo-of-an-issue-leaves-nobody-as-holder", test_undo_issue);
  ADD ("an-alarm-and-an-undo-forget-who-was-chosen", test_halves_are_forgotten);
  ADD ("undo-gives-nobody-a-second-copy", test_undo_would_give_two);
  ADD ("unknown-people-and-copies-are-not-found", test_unknown_choices);
  ADD ("keeps-the-newest-verdicts", test_list_of_verdicts);
  ADD ("a-locked-session-scans-nothing", test_locked);
  ADD ("takes-a-code-typed-in-groups", test_typed_code);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    {
      g_autofree char *person_first =
          g_strdup_printf ("/desk/scan/refuses-%s-when-the-person-comes-first", unfit[i].path);
      g_autofree char *copy_first =
          g_strdup_printf ("/desk/scan/refuses-%s-when-the-copy-comes-first", unfit[i].path);

      g_test_add (person_first, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_inside,
                  test_unfit_person_first, desk_test_tear_down);
      g_test_add (copy_first, DeskTest, GUINT_TO_POINTER (i), desk_test_set_up_inside,
                  test_unfit_copy_first, desk_test_tear_down);
    }

  return desk_test_run ();
}
