/* The door: each badge one verdict, each refusal kept, and the head count right after each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-desk.h"
#include "msk-briefing-desk.h"
#include "msk-device-desk.h"
#include "msk-error.h"
#include "msk-incident-desk.h"
#include "msk-permit-desk.h"
#include "msk-tag.h"

#include "desk-test.h"

static MskDoorDesk *
open_door (DeskTest *test, MskDirection direction)
{
  return msk_door_desk_new (test->session, direction);
}

static void
assert_inside (DeskTest *test, guint total)
{
  g_autoptr(GError) error = NULL;
  MskHeadCount count;

  msk_door_desk_count (test->session, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count.total, ==, total);
}

/* Takes the verdict. */
static void
expect (MskVerdict *verdict, const char *code, const GError *error)
{
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, code);
  g_assert_cmpstr (verdict->headline, !=, "");
  g_assert_cmpstr (verdict->text, !=, "");
  g_object_unref (verdict);
}

static void
scan (DeskTest *test, MskDoorDesk *door, gint64 person, const char *code)
{
  g_autofree char *badge = desk_test_dup_badge_code (test, person);
  g_autoptr(GError) error = NULL;

  expect (msk_door_desk_scan (door, badge, &error), code, error);
}

static void
choose (MskDoorDesk *door, gint64 person, const char *code)
{
  g_autoptr(GError) error = NULL;

  expect (msk_door_desk_choose (door, person, &error), code, error);
}

static void
see (MskDoorDesk *door, MskIdentity identity, const char *code)
{
  g_autoptr(GError) error = NULL;

  expect (msk_door_desk_see_identity (door, identity, &error), code, error);
}

/* The case begins with the meeting opened, and with everybody having done what they had to. */
static void
set_up (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_test_set_up (test, NULL);
  desk_test_open_doors (test);
  for (gint64 person = PERSON_FIRST; person <= PERSON_THIRD; person++)
    msk_device_desk_answer_none (test->session, person, &error);
  g_assert_no_error (error);
}

static void
go_in (DeskTest *test, gint64 person)
{
  g_autoptr(MskDoorDesk) door = open_door (test, MSK_DIRECTION_IN);

  choose (door, person, "identity-not-seen");
  see (door, MSK_IDENTITY_SERVICE_CARD, "admitted");
}

/* Of the refusals, as the security officer reads them. Signs in as the officer. */
static GPtrArray *
list_refusals (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lines;

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  lines = msk_door_desk_list_refusals (test->session, &error);
  g_assert_no_error (error);
  return lines;
}

static void
assert_refusals (DeskTest *test, guint count, MskDoorVerdict last)
{
  g_autoptr(GPtrArray) lines = list_refusals (test);

  g_assert_cmpuint (lines->len, ==, count);
  if (count > 0)
    g_assert_cmpint (((MskDoorLine *) lines->pdata[count - 1])->verdict, ==, last);
}

static void
test_in_and_out (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  MskDoorLine *line;
  const gint64 before = desk_test_count_entries (test);

  scan (test, in, PERSON_FIRST, "identity-not-seen");
  g_assert_cmpint (msk_door_desk_get_waiting (in), ==, PERSON_FIRST);
  assert_inside (test, 0);
  g_assert_cmpint (desk_test_count_entries (test), ==, before);

  see (in, MSK_IDENTITY_ID_CARD, "admitted");
  g_assert_cmpint (msk_door_desk_get_waiting (in), ==, 0);
  assert_inside (test, 1);
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 1);

  scan (test, out, PERSON_FIRST, "let-out");
  assert_inside (test, 0);
  assert_refusals (test, 0, 0);

  lines = msk_door_desk_list (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpint (line->identity, ==, MSK_IDENTITY_ID_CARD);
  g_assert_cmpstr (line->user, ==, "clerk");
  g_assert_false (line->by_hand);
  g_assert_cmpint (line->capacity, ==, MSK_CAPACITY_DELEGATE);
}

static void
test_chosen_by_hand (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GPtrArray) inside = NULL;
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_SECOND);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  inside = msk_door_desk_list_inside (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_true (((MskDoorLine *) inside->pdata[0])->by_hand);
  g_assert_cmpint (((MskDoorLine *) inside->pdata[0])->attendee_id, ==, PERSON_SECOND);
}

/* A scanner that fires twice brings nobody in or out twice, and alarms nobody. */
static void
test_fired_twice (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);

  scan (test, in, PERSON_FIRST, "identity-not-seen");
  scan (test, in, PERSON_FIRST, "identity-not-seen");
  see (in, MSK_IDENTITY_KNOWN, "admitted");
  scan (test, out, PERSON_FIRST, "let-out");
  scan (test, out, PERSON_FIRST, "let-out");
  assert_inside (test, 0);
  desk_test_now += 3;
  scan (test, out, PERSON_FIRST, "not-inside");
  assert_refusals (test, 1, MSK_DOOR_NOT_INSIDE);
}

static void
test_already_inside (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);

  go_in (test, PERSON_FIRST);
  scan (test, in, PERSON_FIRST, "already-inside");
  assert_inside (test, 1);
  assert_refusals (test, 1, MSK_DOOR_ALREADY_INSIDE);
}

static void
test_who_may_not (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);

  choose (in, PERSON_REJECTED, "rejected");
  choose (in, PERSON_UNSEALED, "not-on-sealed-list");
  assert_inside (test, 0);
  assert_refusals (test, 2, MSK_DOOR_NOT_ON_SEALED_LIST);
}

static void
test_hours (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);

  go_in (test, PERSON_SECOND);
  desk_test_now = DESK_TEST_NOW - MSK_DOOR_MARGIN - 1;
  scan (test, in, PERSON_FIRST, "outside-the-hours");
  desk_test_now++;
  scan (test, in, PERSON_FIRST, "identity-not-seen");
  desk_test_now = DESK_TEST_NOW + 86400 + MSK_DOOR_MARGIN + 1;
  see (in, MSK_IDENTITY_KNOWN, "outside-the-hours");
  assert_inside (test, 1);

  /* Nobody is kept inside by the hours. */
  {
    g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);

    scan (test, out, PERSON_SECOND, "let-out");
  }
}

/* Somebody else stands there: who waited before them was not let in. */
static void
test_the_next_one_refuses_who_waits (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;

  scan (test, in, PERSON_FIRST, "identity-not-seen");
  scan (test, in, PERSON_SECOND, "identity-not-seen");
  see (in, MSK_IDENTITY_KNOWN, "admitted");
  g_assert_null (msk_door_desk_see_identity (in, MSK_IDENTITY_KNOWN, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  assert_inside (test, 1);

  lines = list_refusals (test);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((MskDoorLine *) lines->pdata[0])->attendee_id, ==, PERSON_FIRST);
  g_assert_cmpint (((MskDoorLine *) lines->pdata[0])->verdict, ==, MSK_DOOR_IDENTITY_NOT_SEEN);
}

static void
test_turned_away (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(GError) error = NULL;

  scan (test, in, PERSON_FIRST, "identity-not-seen");
  expect (msk_door_desk_turn_away (in, &error), "identity-not-seen", error);
  g_assert_null (msk_door_desk_turn_away (in, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  assert_inside (test, 0);
  assert_refusals (test, 1, MSK_DOOR_IDENTITY_NOT_SEEN);
}

static void
scan_text (MskDoorDesk *door, const char *text, const char *code)
{
  g_autoptr(GError) error = NULL;

  expect (msk_door_desk_scan (door, text, &error), code, error);
}

static void
test_codes_that_are_no_badge (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *forged = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *cut = g_strndup (forged, 20);
  const gint64 before = desk_test_count_entries (test);

  /* An attempt is kept, whatever was held before the scanner. */
  scan_text (in, "6901234567892", "foreign-code");
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 1);
  scan_text (in, cut, "cut-code");
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 2);
  scan_text (in, copy, "not-a-badge");
  forged[MSK_TAG_LENGTH - 1] = forged[MSK_TAG_LENGTH - 1] == '0' ? '1' : '0';
  scan_text (in, forged, "forged-tag");
  /* The refusals, and the incident of the last one alone. */
  g_assert_cmpint (desk_test_count_entries (test), ==, before + 5);
  assert_refusals (test, 4, MSK_DOOR_FORGED_TAG);
}

static void
test_void_badge (DeskTest *test, gconstpointer unused)
{
  g_autofree char *old = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;

  msk_badge_desk_void (test->session, PERSON_FIRST, "字迹不清", &error);
  g_assert_no_error (error);
  verdict = msk_door_desk_scan (in, old, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "void-badge");
  g_assert_cmpint (verdict->tone, ==, MSK_TONE_ALARM);
  g_assert_cmpint (verdict->attendee_id, ==, PERSON_FIRST);

  msk_vetting_desk_print_badge (test->session, PERSON_FIRST, DESK_TEST_PRINTER, NULL, &error);
  g_assert_no_error (error);
  scan (test, in, PERSON_FIRST, "badge-not-confirmed");
  msk_badge_desk_confirm (test->session, PERSON_FIRST, &error);
  g_assert_no_error (error);
  scan (test, in, PERSON_FIRST, "identity-not-seen");
}

/* Withdrawing voids the badge; the clerk is told why. After a change the old badge is only void. */
static void
test_withdrawn_badge (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft draft = { .name = "王乙",
                                   .unit = "办公室",
                                   .post = "处长",
                                   .capacity = MSK_CAPACITY_DELEGATE,
                                   .clearance = MSK_LEVEL_TOP_SECRET };
  g_autofree char *barred = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autofree char *changed = desk_test_dup_badge_code (test, PERSON_SECOND);
  g_autoptr(MskDoorDesk) in = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "另有任务", NULL, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_vetting_desk_change (test->session, PERSON_SECOND, &draft, &id, NULL, &error);
  g_assert_no_error (error);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  in = open_door (test, MSK_DIRECTION_IN);
  expect (msk_door_desk_scan (in, barred, &error), "withdrawn", error);
  expect (msk_door_desk_scan (in, changed, &error), "void-badge", error);
}

static void
test_exit_gate (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) out = NULL;
  g_autoptr(MskVerdict) refused = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_FIRST);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  out = open_door (test, MSK_DIRECTION_OUT);
  refused = msk_door_desk_choose (out, PERSON_FIRST, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused->code, ==, "open-items");
  g_assert_nonnull (strstr (refused->text, "copy 000001"));
  assert_inside (test, 1);
  g_assert_null (msk_door_desk_let_out_holding (out, "休息", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_clear_object (&out);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  out = open_door (test, MSK_DIRECTION_OUT);
  choose (out, PERSON_FIRST, "open-items");
  g_assert_null (msk_door_desk_let_out_holding (out, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  expect (msk_door_desk_let_out_holding (out, "去医院", &error), "let-out", error);
  assert_inside (test, 0);

  lines = msk_door_desk_list (test->session, &error);
  g_assert_cmpstr (((MskDoorLine *) lines->pdata[1])->reason, ==, "去医院");
  assert_refusals (test, 2, MSK_DOOR_OPEN_ITEMS);
}

static void
test_annulled (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) admitted = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;

  choose (in, PERSON_FIRST, "identity-not-seen");
  admitted = msk_door_desk_see_identity (in, MSK_IDENTITY_KNOWN, &error);
  g_assert_null (msk_door_desk_annul (in, admitted->movement_id, "", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  assert_inside (test, 1);
  expect (msk_door_desk_annul (in, admitted->movement_id, "选错了人", &error), "annulled", error);
  assert_inside (test, 0);
  g_assert_null (msk_door_desk_annul (in, admitted->movement_id, "再来", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_clear_error (&error);
  g_assert_null (msk_door_desk_annul (in, 99, "没有", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  lines = msk_door_desk_list (test->session, &error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((MskDoorLine *) lines->pdata[0])->annulled_for, ==, "选错了人");
}

static void
test_annulled_only_while_newest (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_FIRST);
  choose (out, PERSON_FIRST, "let-out");
  g_assert_null (msk_door_desk_annul (in, 1, "迟了", &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
  g_clear_error (&error);
  expect (msk_door_desk_annul (out, 2, "没有走", &error), "annulled", error);
  assert_inside (test, 1);
}

static void
annul (DeskTest *test, MskDirection direction, gint64 movement, const char *code)
{
  g_autoptr(MskDoorDesk) door = open_door (test, direction);
  g_autoptr(GError) error = NULL;

  if (code != NULL)
    {
      expect (msk_door_desk_annul (door, movement, "看错了", &error), code, error);
      return;
    }
  g_assert_null (msk_door_desk_annul (door, movement, "看错了", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
}

/* The newest way out, annulled, brings nobody in whom the door would not let in. */
static void
test_annulled_exit_admits_nobody (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_FIRST);
  choose (out, PERSON_FIRST, "let-out");
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  msk_vetting_desk_withdraw (test->session, PERSON_FIRST, "另有任务", NULL, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  annul (test, MSK_DIRECTION_OUT, 2, NULL);
  assert_inside (test, 0);

  /* The security officer has seen that they never left. */
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  annul (test, MSK_DIRECTION_OUT, 2, "annulled");
  assert_inside (test, 1);
}

/* What they said of their devices counts again, unless something came between. */
static void
test_annulled_exit_and_devices (DeskTest *test, gconstpointer unused)
{
  const MskDeviceDraft draft = { .kind = MSK_DEVICE_PHONE,
                                 .description = "黑色手机",
                                 .shelf = "A1",
                                 .attendee_id = PERSON_FIRST };
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);
  g_autoptr(GError) error = NULL;
  gboolean settled = FALSE;

  go_in (test, PERSON_FIRST);
  choose (out, PERSON_FIRST, "let-out");
  annul (test, MSK_DIRECTION_OUT, 2, "annulled");
  msk_device_desk_is_settled (test->session, PERSON_FIRST, &settled, &error);
  g_assert_true (settled);

  desk_test_now += 10;
  choose (out, PERSON_FIRST, "let-out");
  msk_device_desk_declare (test->session, &draft, &error);
  g_assert_no_error (error);
  annul (test, MSK_DIRECTION_OUT, 3, NULL);
  assert_inside (test, 0);
}

/* An annulled way in is no way out past the exit gate, and whoever comes again is asked anew. */
static void
test_annulled_entry (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gboolean settled = TRUE;

  go_in (test, PERSON_FIRST);
  go_in (test, PERSON_SECOND);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  annul (test, MSK_DIRECTION_IN, 1, NULL);
  assert_inside (test, 2);
  annul (test, MSK_DIRECTION_IN, 2, "annulled");
  assert_inside (test, 1);
  msk_device_desk_is_settled (test->session, PERSON_SECOND, &settled, &error);
  g_assert_false (settled);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  annul (test, MSK_DIRECTION_IN, 1, "annulled");
  assert_inside (test, 0);
}

/* R2: top secret goes out of the room with nobody alone, unless it is lost anyhow; and what is away
 * by permit keeps nobody inside. */
static void
test_exit_gate_and_top_secret (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) out = NULL;
  g_autoptr(GError) error = NULL;
  const MskIncidentDraft lost = { .kind = MSK_INCIDENT_OTHER,
                                  .attendee_id = PERSON_FIRST,
                                  .text = "会议休息后不见",
                                  .level = MSK_LEVEL_TOP_SECRET };

  desk_test_sql (test, "DROP TRIGGER paper_no_update; UPDATE paper SET level = 'top-secret', "
                       "clearance = 'top-secret' WHERE id = 1");
  go_in (test, PERSON_FIRST);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  out = open_door (test, MSK_DIRECTION_OUT);
  choose (out, PERSON_FIRST, "open-items");
  desk_test_assert_rule (msk_door_desk_let_out_holding (out, "去医院", &error) != NULL, &error,
                         MSK_RULE_ERROR_TWO_PERSONS_MISSING);
  assert_inside (test, 1);

  /* What the officer wrote down alone lets nobody out on the officer's word. */
  msk_incident_desk_open (test->session, &lost, &error);
  g_assert_no_error (error);
  choose (out, PERSON_FIRST, "open-items");
  desk_test_assert_rule (msk_door_desk_let_out_holding (out, "去医院", &error) != NULL, &error,
                         MSK_RULE_ERROR_TWO_PERSONS_MISSING);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  msk_incident_desk_open (test->session, &lost, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_clear_object (&out);
  out = open_door (test, MSK_DIRECTION_OUT);
  choose (out, PERSON_FIRST, "open-items");
  expect (msk_door_desk_let_out_holding (out, "已登记", &error), "let-out", error);
}

static void
test_exit_with_a_permit (DeskTest *test, gconstpointer unused)
{
  const MskPermitDraft draft = { .keeper_id = PERSON_FIRST,
                                 .registry = "机要室",
                                 .authority = "周同",
                                 .reference = "准 1",
                                 .deadline_at = DESK_TEST_NOW + 86400 };
  g_autoptr(MskDoorDesk) out = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  go_in (test, PERSON_FIRST);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  id = msk_permit_desk_grant (test->session, COPY_GOOD, &draft, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  msk_permit_desk_take (test->session, id, NULL, NULL, &error);
  g_assert_no_error (error);
  out = open_door (test, MSK_DIRECTION_OUT);
  choose (out, PERSON_FIRST, "let-out");
  assert_inside (test, 0);
}

/* Asked each time anew; both answers are wanted, in either order, and then the last lets them in.
 */
static void
test_devices (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);
  g_autoptr(MskDoorDesk) out = open_door (test, MSK_DIRECTION_OUT);
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_FIRST);
  choose (out, PERSON_FIRST, "let-out");
  choose (in, PERSON_FIRST, "devices-not-deposited");
  expect (msk_door_desk_answer_no_devices (in, &error), "identity-not-seen", error);
  see (in, MSK_IDENTITY_KNOWN, "admitted");
  choose (out, PERSON_FIRST, "let-out");
  choose (in, PERSON_FIRST, "devices-not-deposited");
  see (in, MSK_IDENTITY_KNOWN, "devices-not-deposited");
  expect (msk_door_desk_answer_no_devices (in, &error), "admitted", error);
  assert_inside (test, 1);
}

static void
test_meeting_not_opened (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = open_door (test, MSK_DIRECTION_IN);

  choose (in, PERSON_FIRST, "meeting-not-opened");
  desk_test_open_doors (test);
  g_clear_object (&in);
  in = open_door (test, MSK_DIRECTION_IN);
  choose (in, PERSON_FIRST, "devices-not-deposited");
}

static void
acknowledge (DeskTest *test, MskTextKind text)
{
  const MskAcknowledgeDraft draft = { text, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, NULL };
  g_autoptr(GError) error = NULL;

  msk_briefing_desk_acknowledge (test->session, &draft, NULL, &error);
  g_assert_no_error (error);
}

/* Each for the text that is in force: a new one asks everybody again. */
static void
test_texts (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    MskTextKind text;
    const char *code;
  } texts[] = {
    { MSK_TEXT_BRIEFING, "not-briefed" },
    { MSK_TEXT_PLEDGE, "pledge-missing" },
    { MSK_TEXT_NOTICE, "notice-not-acknowledged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MskDoorDesk) in = NULL;

      desk_test_change_text (test, texts[i].text);
      in = open_door (test, MSK_DIRECTION_IN);
      choose (in, PERSON_FIRST, texts[i].code);
      acknowledge (test, texts[i].text);
      choose (in, PERSON_FIRST, "identity-not-seen");
    }
}

/* Nobody comes in once the sweep has begun; everybody may leave. */
static void
test_sweeping (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) in = NULL;
  g_autoptr(MskDoorDesk) out = NULL;

  go_in (test, PERSON_FIRST);
  desk_test_sql (test, "UPDATE meeting SET state = 'sweeping'");
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  in = open_door (test, MSK_DIRECTION_IN);
  out = open_door (test, MSK_DIRECTION_OUT);
  choose (in, PERSON_SECOND, "sweep-started");
  choose (out, PERSON_FIRST, "let-out");
}

/* The meeting is not closed over somebody who never went out. */
static void
test_closing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  go_in (test, PERSON_FIRST);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_no_error (error);
  desk_test_assert_rule (msk_sweep_desk_close (test->session, &error), &error,
                         MSK_RULE_ERROR_PEOPLE_INSIDE);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/door-desk/" name, DeskTest, NULL, set_up, function, desk_test_tear_down)
  ADD ("in-and-out", test_in_and_out);
  ADD ("chosen-by-hand", test_chosen_by_hand);
  ADD ("a-scanner-that-fires-twice-is-no-second-person", test_fired_twice);
  ADD ("already-inside", test_already_inside);
  ADD ("who-may-not", test_who_may_not);
  ADD ("hours", test_hours);
  ADD ("the-next-one-refuses-who-waits", test_the_next_one_refuses_who_waits);
  ADD ("turned-away", test_turned_away);
  ADD ("codes-that-are-no-badge", test_codes_that_are_no_badge);
  ADD ("void-badge", test_void_badge);
  ADD ("withdrawn-badge", test_withdrawn_badge);
  ADD ("exit-gate", test_exit_gate);
  ADD ("annulled", test_annulled);
  ADD ("annulled-only-while-newest", test_annulled_only_while_newest);
  ADD ("an-annulled-exit-admits-nobody", test_annulled_exit_admits_nobody);
  ADD ("an-annulled-exit-and-devices", test_annulled_exit_and_devices);
  ADD ("an-annulled-entry", test_annulled_entry);
  ADD ("exit-gate-and-top-secret", test_exit_gate_and_top_secret);
  ADD ("exit-with-a-permit", test_exit_with_a_permit);
  ADD ("devices", test_devices);
  ADD ("texts", test_texts);
  g_test_add ("/desk/door-desk/meeting-not-opened", DeskTest, NULL, desk_test_set_up,
              test_meeting_not_opened, desk_test_tear_down);
  ADD ("sweeping", test_sweeping);
  ADD ("nobody-is-closed-in", test_closing);

  return desk_test_run ();
}
