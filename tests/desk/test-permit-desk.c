/* Permits: who may take a copy away, with whom, and how it is closed; and what the sweep says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-permit-desk.h"
#include "msk-recall-desk.h"
#include "msk-vetting-desk.h"

#include "desk-test.h"

#define DAY G_GINT64_CONSTANT (86400)

static MskPermitDraft
make_draft (gint64 keeper)
{
  return (MskPermitDraft){ keeper, "机要室", "李四", "携批 1", DESK_TEST_NOW + 3 * DAY };
}

/* As the leader; the clerk is signed in afterwards. */
static gint64
grant (DeskTest *test, guint number, gint64 keeper, GError **error)
{
  const MskPermitDraft draft = make_draft (keeper);
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_permit_desk_grant (test->session, number, &draft, error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  return id;
}

/* The same, naming who is to carry it. */
static gint64
grant_to (DeskTest *test,
          guint number,
          gint64 keeper,
          const char *bearer,
          const char *second,
          GError **error)
{
  MskPermitDraft draft = make_draft (keeper);
  gint64 id;

  draft.bearer = bearer;
  draft.second = second;
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_permit_desk_grant (test->session, number, &draft, error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  return id;
}

static gint64
grant_well (DeskTest *test, guint number, gint64 keeper)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = grant (test, number, keeper, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
take_well (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_permit_desk_take (test->session, id, NULL, NULL, &error));
  g_assert_no_error (error);
  desk_test_assert_balance (test);
}

static MskPermit *
get (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  MskPermit *permit = msk_permit_desk_get (test->session, id, &error);

  g_assert_no_error (error);
  return permit;
}

static void
test_a_permit (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPermit) granted = NULL;
  g_autoptr(MskPermit) taken = NULL;
  g_autoptr(MskPermit) closed = NULL;
  g_autoptr(GPtrArray) open = NULL;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  id = grant_well (test, COPY_GOOD, PERSON_FIRST);
  granted = get (test, id);
  g_assert_cmpint (msk_permit_classify (granted, desk_test_now), ==, MSK_PERMIT_GRANTED);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_HELD);

  take_well (test, id);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_AWAY);
  taken = get (test, id);
  g_assert_cmpstr (taken->bearer, ==, taken->keeper);
  g_assert_cmpint (msk_permit_classify (taken, desk_test_now), ==, MSK_PERMIT_OUT);
  g_assert_cmpint (msk_permit_classify (taken, taken->deadline_at + 1), ==, MSK_PERMIT_OVERDUE);

  g_assert_true (msk_permit_desk_enter_receipt (test->session, id, "回执 7", "郑七", &error));
  g_assert_no_error (error);
  closed = get (test, id);
  g_assert_cmpint (closed->outcome, ==, MSK_PERMIT_OUTCOME_RECEIPT);
  g_assert_cmpstr (closed->receipt, ==, "回执 7");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_AWAY);
  open = msk_permit_desk_list (test->session, TRUE, &error);
  g_assert_cmpuint (open->len, ==, 0);
  desk_test_assert_balance (test);
}

static void
test_refused_grants (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    gint64 keeper;
    guint number;
    int code;
  } rows[] = {
    { PERSON_UNCLEARED, COPY_GOOD, MSK_RULE_ERROR_CLEARANCE_TOO_LOW },
    { PERSON_OUTSIDE_SCOPE, COPY_GOOD, MSK_RULE_ERROR_OUTSIDE_SCOPE },
    { PERSON_REJECTED, COPY_GOOD, MSK_RULE_ERROR_REJECTED },
    { PERSON_UNSEALED, COPY_GOOD, MSK_RULE_ERROR_NOT_ON_SEALED_LIST },
    { PERSON_FIRST, COPY_UNCHECKED, MSK_RULE_ERROR_COPY_NOT_GOOD },
    { PERSON_FIRST, COPY_GOOD + 1, MSK_RULE_ERROR_ALREADY_ISSUED },
    { PERSON_SECOND, COPY_GOOD, MSK_RULE_ERROR_ALREADY_HOLDS_PAPER },
    { PERSON_FIRST, COPY_GOOD + 3, MSK_RULE_ERROR_COPY_RECALLED },
    { PERSON_FIRST, COPY_GOOD + 4, MSK_RULE_ERROR_ALREADY_RETURNED },
    { PERSON_FIRST, COPY_GOOD + 5, MSK_RULE_ERROR_COPY_IN_TURN },
    { PERSON_FIRST, COPY_GOOD + 6, MSK_RULE_ERROR_SECOND_PERMIT },
    { PERSON_THIRD, COPY_GOOD + 7, MSK_RULE_ERROR_SECOND_PERMIT },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *back = desk_test_dup_copy_code (test, COPY_GOOD + 4, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_LAST_SEALED);
  g_autofree char *turn = desk_test_dup_copy_code (test, COPY_GOOD + 5, 1);

  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD + 4);
  desk_test_expect (test, MSK_SCAN_RETURN, back, "returned");
  desk_test_expect (test, MSK_SCAN_CIRCULATE, badge, "person-selected");
  desk_test_expect (test, MSK_SCAN_CIRCULATE, turn, "turn-started");
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_recall_desk_recall (test->session, COPY_GOOD + 3, "误印", NULL, &error));
  grant_well (test, COPY_GOOD + 6, PERSON_THIRD);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      desk_test_assert_rule (grant (test, rows[i].number, rows[i].keeper, &error) != 0, &error,
                             rows[i].code);
    }
}

static void
test_refused_words (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *registry;
    const char *authority;
    const char *reference;
    gint64 deadline_at;
    int code;
  } rows[] = {
    { "", "李四", "携批 1", DESK_TEST_NOW + DAY, MSK_INPUT_ERROR_BAD_VALUE },
    { "机要室", " ", "携批 1", DESK_TEST_NOW + DAY, MSK_INPUT_ERROR_BAD_VALUE },
    { "机要室", "李四", "两\n行", DESK_TEST_NOW + DAY, MSK_INPUT_ERROR_BAD_VALUE },
    { "机要室", "李四", "携批 1", DESK_TEST_NOW, MSK_INPUT_ERROR_BAD_TIME },
  };

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      const MskPermitDraft draft = { PERSON_FIRST, rows[i].registry, rows[i].authority,
                                     rows[i].reference, rows[i].deadline_at };

      g_test_message ("row %u", i);
      g_assert_cmpint (msk_permit_desk_grant (test->session, COPY_GOOD, &draft, &error), ==, 0);
      g_assert_error (error, MSK_INPUT_ERROR, rows[i].code);
    }
}

static void
test_refused_taking (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = grant_well (test, COPY_GOOD, PERSON_FIRST);

  desk_test_assert_rule (msk_permit_desk_enter_receipt (test->session, id, "回执", "郑七", &error),
                         &error, MSK_RULE_ERROR_NO_PERMIT);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, "王五", " 王 五", &error), &error,
                         MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  /* It went to somebody else meanwhile. */
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, NULL, NULL, &error), &error,
                         MSK_RULE_ERROR_ALREADY_ISSUED);
  desk_test_now += 4 * DAY;
  {
    g_autoptr(GError) late = NULL;
    g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
    g_autoptr(MskVerdict) back = desk_test_scan (test, MSK_SCAN_RETURN, code);

    g_assert_cmpstr (back->code, ==, "returned");
    g_assert_nonnull (msk_scan_desk_undo (test->desk, back, &late));
  }

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_permit_desk_withdraw (test->session, id, &error));
  desk_test_assert_rule (msk_permit_desk_withdraw (test->session, id, &error), &error,
                         MSK_RULE_ERROR_NO_PERMIT);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, NULL, NULL, &error), &error,
                         MSK_RULE_ERROR_NO_PERMIT);
}

static void
test_expired (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = grant_well (test, COPY_GOOD, PERSON_FIRST);

  desk_test_now = DESK_TEST_NOW + 3 * DAY + 1;
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, NULL, NULL, &error), &error,
                         MSK_RULE_ERROR_PERMIT_EXPIRED);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);
}

/* The copy comes back instead: the returns close the permit, and that is not undone. */
static void
test_back (DeskTest *test, gconstpointer unused)
{
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPermit) permit = NULL;
  g_autoptr(MskVerdict) back = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  const gint64 id = grant_well (test, COPY_GOOD, PERSON_FIRST);

  take_well (test, id);
  desk_test_refuse (test, MSK_SCAN_CIRCULATE, code, "already-issued", 1);
  back = desk_test_scan (test, MSK_SCAN_RETURN, code);
  g_assert_cmpstr (back->code, ==, "returned");
  g_assert_cmpint (back->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);
  permit = get (test, id);
  g_assert_cmpint (permit->outcome, ==, MSK_PERMIT_OUTCOME_BACK);

  undone = msk_scan_desk_undo (test->desk, back, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "no-permit");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_RETURNED);
  desk_test_assert_balance (test);
}

/* By permit it is explained; seen in the sweep it is found. A receipt comes after the close. */
static void
test_sweep (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(MskPermit) found = NULL;
  g_autofree char *code = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  gint64 away, turned_up;

  for (guint number = COPY_UNCHECKED; number < COPY_UNCHECKED + 2; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  for (guint number = OTHER_COPY_UNCHECKED; number < OTHER_COPY_UNCHECKED + 2; number++)
    g_assert_true (msk_print_desk_confirm (test->session, number, &error));
  away = grant_well (test, COPY_GOOD, PERSON_FIRST);
  turned_up = grant_well (test, COPY_GOOD + 1, PERSON_SECOND);
  take_well (test, away);
  take_well (test, turned_up);

  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  desk_test_expect (test, MSK_SCAN_SWEEP, code, "seen");
  lines = msk_sweep_desk_list (test->session, FALSE, &error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskSweepLine *line = g_ptr_array_index (lines, i);

      if (line->kind == MSK_SWEEP_COPY && line->number == COPY_GOOD)
        g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_BY_PERMIT);
      if (line->kind == MSK_SWEEP_COPY && line->number == COPY_GOOD + 1)
        g_assert_cmpint (line->sweep_class, ==, MSK_SWEEP_FOUND);
    }
  g_assert_true (
      msk_sweep_desk_recover (test->session, MSK_SWEEP_COPY, COPY_GOOD + 1, "在前台", &error));
  found = get (test, turned_up);
  g_assert_cmpint (found->outcome, ==, MSK_PERMIT_OUTCOME_BACK);
  desk_test_assert_balance (test);

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_permit_desk_enter_receipt (test->session, away, "回执 1", "郑七", &error));
  g_assert_no_error (error);
}

/* What the code must never do, SQL refuses too. */
static void
test_triggers (DeskTest *test, gconstpointer unused)
{
  const gint64 id = grant_well (test, COPY_GOOD, PERSON_FIRST);

  g_assert_cmpint (id, ==, 1);
  desk_test_sql_refused (test, "UPDATE copy SET state = 'away' WHERE number = 1");
  desk_test_sql_refused (test, "INSERT INTO permit VALUES (9, 1, 2, 'x', 'x', 'x', 1, 1, 'x')");
  desk_test_sql_refused (test, "INSERT INTO permit_end VALUES (1, 'receipt', 'x', 'x', 1, 'x')");
  desk_test_sql_refused (test, "UPDATE permit SET keeper_id = 2");
  desk_test_sql_refused (test, "DELETE FROM permit");
  take_well (test, id);
  desk_test_sql_refused (test, "UPDATE copy SET state = 'in-store' WHERE number = 1");
  desk_test_sql_refused (test, "INSERT INTO permit_end VALUES (1, 'withdrawn', '', '', 1, 'x')");
  desk_test_sql_refused (test, "INSERT INTO permit_end VALUES (1, 'receipt', '', 'x', 1, 'x')");
  desk_test_sql_refused (test, "UPDATE permit_take SET second = 'x'");
}

/* R3: it goes with whom the leader named, at any level, and the registry’s receipt is nobody else's
 * word. */
static void
test_named_bearer (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  const gint64 id = grant_to (test, COPY_GOOD, PERSON_FIRST, "Carl Courier", NULL, &error);

  g_assert_no_error (error);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, "Stranger", NULL, &error), &error,
                         MSK_RULE_ERROR_BEARER_DIFFERS);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, NULL, "Stranger", &error), &error,
                         MSK_RULE_ERROR_BEARER_DIFFERS);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);
  g_assert_true (msk_permit_desk_take (test->session, id, "carl  courier", NULL, &error));
  g_assert_no_error (error);

  /* The second name is written with a Cyrillic letter. */
  desk_test_assert_rule (msk_permit_desk_enter_receipt (test->session, id, "x", "Carl Courier",
                                                        &error),
                         &error, MSK_RULE_ERROR_OWN_RECEIPT);
  desk_test_assert_rule (msk_permit_desk_enter_receipt (test->session, id, "x", "Сarl Courier",
                                                        &error),
                         &error, MSK_RULE_ERROR_OWN_RECEIPT);
  g_assert_false (msk_permit_desk_enter_receipt (test->session, id, "x", "-", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  desk_test_assert_rule (msk_permit_desk_enter_receipt (test->session, id, "x", "Courier, Carl",
                                                        &error),
                         &error, MSK_RULE_ERROR_OWN_RECEIPT);
  g_assert_true (msk_permit_desk_enter_receipt (test->session, id, "x", "Qi Siku", &error));
  g_assert_no_error (error);
}

/* R2: two named people for what is top secret. */
static void
test_two_people (DeskTest *test, gconstpointer unused)
{
  static const char *const same[] = { "Wang-Yi", "Wang Yi.", "Wáng Yi", "Wang_Yi", "Yi Wang" };
  static const char *const nobody[] = { ".", "-", "，", "12", "ㅤ" };
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sql (test, "DROP TRIGGER paper_no_update; UPDATE paper SET level = 'top-secret', "
                       "clearance = 'top-secret' WHERE id = 1");
  /* It is not granted to one, nor to one who is named twice, … */
  desk_test_assert_rule (grant (test, COPY_GOOD, PERSON_FIRST, &error) != 0, &error,
                         MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  desk_test_assert_rule (grant_to (test, COPY_GOOD, PERSON_FIRST, "王五", "王 五", &error) != 0,
                         &error, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  desk_test_assert_rule (grant_to (test, COPY_GOOD, PERSON_FIRST, "Bob Two", "Вob Two", &error) !=
                             0,
                         &error, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_test_message ("%s", same[i]);
      desk_test_assert_rule (grant_to (test, COPY_GOOD, PERSON_FIRST, "Wang Yi", same[i], &error) !=
                                 0,
                             &error, MSK_RULE_ERROR_TWO_PERSONS_MISSING);
    }
  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    {
      g_assert_cmpint (grant_to (test, COPY_GOOD, PERSON_FIRST, "Wang Yi", nobody[i], &error), ==,
                       0);
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      g_clear_error (&error);
      g_assert_cmpint (grant_to (test, COPY_GOOD, PERSON_FIRST, nobody[i], "Wang Yi", &error), ==,
                       0);
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
      g_clear_error (&error);
    }
  id = grant_to (test, COPY_GOOD, PERSON_FIRST, "王五", "赵六", &error);
  g_assert_no_error (error);
  /* … and goes with nobody else. */
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, "王五", "钱七", &error), &error,
                         MSK_RULE_ERROR_BEARER_DIFFERS);
  desk_test_sql_refused (test, "INSERT INTO permit_take VALUES (1, 'x', '', 1, 'x')");
  g_assert_true (msk_permit_desk_take (test->session, id, "赵六", "王五", &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_AWAY);
}

/* Nobody permits what they themselves keep or carry. */
static void
test_own_authority (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *authority;
    const char *bearer;
  } rows[] = {
    { "王1", NULL },
    { "王-1.", NULL },
    { "Carl Courier", "Carl Courier" },
    { "Courier, Сarl", "Carl Courier" },
  };

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MskPermitDraft draft = make_draft (PERSON_FIRST);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u", i);
      draft.authority = rows[i].authority;
      draft.bearer = rows[i].bearer;
      g_assert_cmpint (msk_permit_desk_grant (test->session, COPY_GOOD, &draft, &error), ==, 0);
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
    }
}

/* M4: who was kept out of the meeting takes nothing of it away, unless somebody else in it has that
 * name; nor does who was withdrawn after the grant. */
static void
test_barred_bearers (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft namesake = {
    "王6", "别处", "机要员", MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET, .accepted = TRUE
  };
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_assert_rule (grant_to (test, COPY_GOOD, PERSON_FIRST, "王6", NULL, &error) != 0, &error,
                         MSK_RULE_ERROR_REJECTED);
  desk_test_sql (test, "DROP TRIGGER paper_no_update; UPDATE paper SET level = 'top-secret', "
                       "clearance = 'top-secret' WHERE id = 1");
  desk_test_assert_rule (grant_to (test, COPY_GOOD, PERSON_FIRST, "王1", "王-６", &error) != 0,
                         &error, MSK_RULE_ERROR_REJECTED);

  id = grant_to (test, COPY_GOOD, PERSON_FIRST, "王1", "王3", &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_withdraw (test->session, PERSON_THIRD, "不来了", NULL, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_assert_rule (msk_permit_desk_take (test->session, id, NULL, NULL, &error), &error,
                         MSK_RULE_ERROR_WITHDRAWN);
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_IN_STORE);

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_add (test->session, &namesake, NULL, &error));
  g_assert_cmpint (grant_to (test, COPY_GOOD + 1, PERSON_SECOND, "王2", "王6", &error), >, 0);
  g_assert_no_error (error);
}

static void
count (DeskTest *test, MskScanDesk *desk, guint pages, const char *code)
{
  const MskPageCount counted = { pages, MSK_CONDITION_WHOLE, "" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_count (desk, COPY_GOOD, &counted, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, code);
  desk_test_assert_balance (test);
}

/* What comes back in part is still away, and its permit open; what is held in part does not leave.
 */
static void
test_in_part (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScanDesk) desk = NULL;
  g_autoptr(MskPermit) out = NULL;
  g_autoptr(MskPermit) back = NULL;
  g_autoptr(MskVerdict) part = NULL;
  g_autoptr(MskVerdict) undone = NULL;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  id = grant_well (test, COPY_GOOD, PERSON_FIRST);
  take_well (test, id);
  desk = msk_scan_desk_new (test->session, MSK_SCAN_RETURN);
  count (test, desk, 2, "count-again");
  count (test, desk, 2, "pages-missing");
  g_assert_cmpint (desk_test_get_state (test, COPY_GOOD), ==, MSK_COPY_AWAY);
  out = get (test, id);
  g_assert_cmpint (msk_permit_classify (out, desk_test_now), ==, MSK_PERMIT_OUT);

  part = g_list_model_get_item (msk_scan_desk_get_verdicts (desk), 0);
  undone = msk_scan_desk_undo (desk, part, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->code, ==, "undone");
  count (test, desk, PAPER_PAGES, "returned");
  back = get (test, id);
  g_assert_cmpint (back->outcome, ==, MSK_PERMIT_OUTCOME_BACK);
}

static void
test_held_in_part (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (test->session, MSK_SCAN_RETURN);

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  count (test, desk, 2, "count-again");
  count (test, desk, 2, "pages-missing");
  g_assert_cmpint (grant (test, COPY_GOOD, PERSON_FIRST, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAGES_MISSING);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/desk/permit/" path, DeskTest, NULL, desk_test_set_up_inside, function,             \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);
  ADD ("a-permit-is-granted-used-and-closed-by-the-receipt", test_a_permit);
  ADD ("no-permit-for-who-may-not-have-the-copy", test_refused_grants);
  ADD ("a-permit-names-everything-and-a-time-to-come", test_refused_words);
  ADD ("a-permit-is-used-once-and-as-it-was-granted", test_refused_taking);
  ADD ("a-permit-ends-with-its-deadline", test_expired);
  ADD ("a-copy-that-comes-back-closes-its-permit", test_back);
  ADD ("what-comes-back-in-part-is-still-away", test_in_part);
  ADD ("what-is-held-in-part-does-not-leave", test_held_in_part);
  ADD ("the-sweep-explains-a-copy-by-its-permit", test_sweep);
  ADD ("two-people-carry-what-is-top-secret", test_two_people);
  ADD ("goes-with-whom-it-names", test_named_bearer);
  ADD ("nobody-permits-it-to-themselves", test_own_authority);
  ADD ("goes-with-nobody-who-was-barred", test_barred_bearers);
  ADD ("the-register-refuses-what-the-code-must-not-do", test_triggers);
  return desk_test_run ();
}
