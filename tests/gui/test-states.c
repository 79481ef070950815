/* What the window shows and offers, decided without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-search.h"
#include "msk-copy-actions.h"
#include "msk-error.h"
#include "msk-look.h"
#include "msk-place.h"
#include "msk-sweep-state.h"
#include "msk-time-text.h"
#include "msk-verdict-words.h"
#include "msk-vetting-state.h"

static MskAttendee *
make_attendee (const char *name, MskVetting vetting, gboolean sealed)
{
  MskAttendee *attendee = msk_attendee_new ();

  g_free (attendee->name);
  g_free (attendee->unit);
  g_free (attendee->post);
  attendee->name = g_strdup (name);
  attendee->unit = g_strdup ("办公厅");
  attendee->post = g_strdup ("Director");
  attendee->vetting = vetting;
  attendee->sealed = sealed;
  return attendee;
}

static MskCopy *
make_copy (guint number, MskCopyState state, MskAttempt attempt)
{
  MskCopy *copy = msk_copy_new ();

  copy->number = number;
  copy->state = state;
  copy->attempt = attempt;
  return copy;
}

static GPtrArray *
make_array (gpointer first, gpointer second)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  if (first != NULL)
    g_ptr_array_add (array, first);
  if (second != NULL)
    g_ptr_array_add (array, second);
  return array;
}

/* One letter for each place that is shown, in order. */
static void
test_places (void)
{
  static const struct
  {
    MskRole role;
    const char *places;
  } cases[] = {
    { MSK_ROLE_ORGANISER, "meeting measures attendees briefing papers plan room carriers devices "
                          "circulation receipts handover sweep incidents destruction " },
    { MSK_ROLE_RESPONSIBLE_LEADER,
      "meeting measures attendees briefing papers plan room carriers "
      "devices circulation receipts handover sweep incidents destruction " },
    { MSK_ROLE_DESK_CLERK,
      "meeting measures attendees briefing papers plan room carriers door devices desk "
      "circulation returns receipts handover sweep incidents destruction " },
    { MSK_ROLE_SECURITY_OFFICER,
      "meeting measures attendees briefing papers plan room carriers door "
      "devices circulation receipts handover sweep incidents destruction ledger accounts " },
    { MSK_ROLE_SYSTEM_ADMINISTRATOR, "" },
    { MSK_ROLE_AUDITOR, "meeting measures attendees briefing papers plan room carriers devices "
                        "circulation receipts handover sweep incidents destruction ledger " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) shown = g_string_new (NULL);

      for (guint place = 0; place < MSK_N_PLACES; place++)
        if (msk_place_is_shown ((MskPlace) place, cases[i].role))
          g_string_append_printf (shown, "%s ", msk_place_get_name ((MskPlace) place));
      g_assert_cmpstr (shown->str, ==, cases[i].places);
    }
}

/* Nothing is told by colour alone, and no two tones share a symbol, a colour or a sound. */
static void
test_tones (void)
{
  for (guint a = 0; a <= MSK_TONE_ALARM; a++)
    for (guint b = 0; b < a; b++)
      {
        const MskLook one = msk_look_of_tone ((MskTone) a);
        const MskLook other = msk_look_of_tone ((MskTone) b);

        g_assert_cmpstr (one.icon_name, !=, other.icon_name);
        g_assert_cmpstr (one.css_class, !=, other.css_class);
        g_assert_cmpstr (one.sound, !=, other.sound);
      }
}

static void
test_copy_looks (void)
{
  g_assert_cmpstr (msk_look_of_copy (MSK_COPY_MISSING, MSK_ATTEMPT_GOOD).css_class, ==, "error");
  g_assert_cmpstr (msk_look_of_copy (MSK_COPY_PRINTING, MSK_ATTEMPT_UNCERTAIN).css_class, ==,
                   "warning");
  g_assert_cmpstr (msk_look_of_copy (MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED).css_class, ==,
                   "dim-label");
  g_assert_cmpstr (msk_look_get_copy_word (MSK_COPY_PRINTING, MSK_ATTEMPT_UNCERTAIN), ==,
                   "uncertain");
  g_assert_cmpstr (msk_look_get_copy_word (MSK_COPY_HELD, MSK_ATTEMPT_GOOD), ==, "held");
}

static void
test_balance_look (void)
{
  MskBalance balance = { .approved = 2, .allocated = 2, .good = 2 };

  balance.counts[MSK_COPY_HELD] = 2;
  g_assert_cmpstr (msk_look_of_balance (&balance).css_class, ==, "success");
  balance.counts[MSK_COPY_HELD] = 1;
  g_assert_cmpstr (msk_look_of_balance (&balance).css_class, ==, "error");
}

static void
test_vetting_counts (void)
{
  g_autoptr(GPtrArray) all = make_array (make_attendee ("甲", MSK_VETTING_APPROVED, TRUE),
                                          make_attendee ("乙", MSK_VETTING_PROPOSED, FALSE));
  g_autoptr(GPtrArray) none = make_array (NULL, NULL);
  MskVettingState state;
  g_autofree char *text = NULL;

  g_ptr_array_add (all, make_attendee ("丙", MSK_VETTING_REJECTED, TRUE));
  state = msk_vetting_state_make (MSK_ROLE_RESPONSIBLE_LEADER, MSK_MEETING_STATE_OPEN, all, none);
  text = msk_vetting_state_dup_text (&state);

  g_assert_cmpuint (state.listed, ==, 3);
  g_assert_cmpuint (state.approved, ==, 1);
  g_assert_cmpuint (state.rejected, ==, 1);
  g_assert_cmpuint (state.proposed, ==, 1);
  g_assert_cmpuint (state.unsealed, ==, 1);
  g_assert_cmpstr (text, ==,
                   "3 people on the list: 1 approved, 1 rejected, 1 proposed — not sealed yet");
}

static MskVettingState
offer (MskRole role, MskVetting vetting, gboolean sealed, MskCapacity capacity, guint people)
{
  g_autoptr(GPtrArray) all = make_array (NULL, NULL);

  for (guint i = 0; i < people; i++)
    {
      MskAttendee *attendee = make_attendee ("甲", vetting, sealed);

      attendee->capacity = capacity;
      g_ptr_array_add (all, attendee);
    }
  return msk_vetting_state_make (role, MSK_MEETING_STATE_OPEN, all, all);
}

static void
test_vetting_offers (void)
{
  g_autoptr(GPtrArray) undecided =
                 make_array (make_attendee ("甲", MSK_VETTING_SUBMITTED, FALSE), NULL);
  const MskRole leader = MSK_ROLE_RESPONSIBLE_LEADER;
  const MskRole organiser = MSK_ROLE_ORGANISER;
  const MskCapacity one = MSK_CAPACITY_DELEGATE;

  g_assert_false (offer (leader, MSK_VETTING_PROPOSED, FALSE, one, 1).can_decide);
  g_assert_false (offer (leader, MSK_VETTING_PROPOSED, FALSE, one, 1).can_seal);
  g_assert_true (offer (leader, MSK_VETTING_SUBMITTED, FALSE, one, 1).can_decide);
  g_assert_true (offer (leader, MSK_VETTING_SUBMITTED, FALSE, one, 2).can_approve);
  g_assert_true (offer (leader, MSK_VETTING_SUBMITTED, FALSE, one, 2).can_decide_rest);
  g_assert_false (offer (leader, MSK_VETTING_SUBMITTED, FALSE, one, 1).can_seal);
  g_assert_false (offer (leader, MSK_VETTING_RETURNED, FALSE, one, 1).can_seal);
  g_assert_false (offer (leader, MSK_VETTING_APPROVED, FALSE, one, 1).can_decide);
  g_assert_true (offer (leader, MSK_VETTING_APPROVED, FALSE, one, 1).can_seal);
  g_assert_false (offer (leader, MSK_VETTING_APPROVED, TRUE, one, 1).can_seal);
  g_assert_true (offer (leader, MSK_VETTING_APPROVED, TRUE, one, 1).can_withdraw);
  g_assert_false (offer (leader, MSK_VETTING_WITHDRAWN, TRUE, one, 1).can_withdraw);
  g_assert_false (
      msk_vetting_state_make (leader, MSK_MEETING_STATE_CLOSED, undecided, undecided).can_decide);
  g_assert_false (offer (organiser, MSK_VETTING_SUBMITTED, FALSE, one, 1).can_decide);
  g_assert_true (offer (organiser, MSK_VETTING_SUBMITTED, FALSE, one, 1).can_add);
  g_assert_false (offer (organiser, MSK_VETTING_SUBMITTED, FALSE, one, 1).can_submit);
  g_assert_true (offer (organiser, MSK_VETTING_RETURNED, FALSE, one, 1).can_submit);
  g_assert_true (offer (organiser, MSK_VETTING_PROPOSED, FALSE, one, 3).can_submit);
  g_assert_false (offer (organiser, MSK_VETTING_PROPOSED, FALSE, one, 3).can_change);
  g_assert_true (offer (organiser, MSK_VETTING_PROPOSED, FALSE, one, 1).can_change);
}

/* M4, M8: observers and press are decided one by one. */
static void
test_vetting_one_by_one (void)
{
  static const MskCapacity singly[] = { MSK_CAPACITY_OBSERVER, MSK_CAPACITY_PRESS };

  for (guint i = 0; i < G_N_ELEMENTS (singly); i++)
    {
      const MskVettingState one =
          offer (MSK_ROLE_RESPONSIBLE_LEADER, MSK_VETTING_SUBMITTED, FALSE, singly[i], 1);
      const MskVettingState two =
          offer (MSK_ROLE_RESPONSIBLE_LEADER, MSK_VETTING_SUBMITTED, FALSE, singly[i], 2);

      g_assert_true (one.can_approve);
      g_assert_false (one.can_decide_rest);
      g_assert_false (two.can_approve);
      g_assert_true (two.can_decide);
    }
}

static void
test_badge_offers (void)
{
  static const struct
  {
    MskBadgeState badge;
    gboolean lacking, confirm, give_up;
  } cases[] = {
    { MSK_BADGE_NONE, TRUE, FALSE, FALSE },     { MSK_BADGE_SENT, FALSE, FALSE, TRUE },
    { MSK_BADGE_UNCERTAIN, FALSE, TRUE, TRUE }, { MSK_BADGE_PRINTED, FALSE, TRUE, TRUE },
    { MSK_BADGE_GOOD, FALSE, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MskAttendee *attendee = make_attendee ("甲", MSK_VETTING_APPROVED, TRUE);
      g_autoptr(GPtrArray) all = make_array (attendee, NULL);
      MskVettingState state;

      attendee->badge = cases[i].badge;
      state = msk_vetting_state_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, all, all);
      g_assert_true (state.can_print_badge);
      g_assert_cmpint (state.can_print_all, ==, cases[i].lacking);
      g_assert_cmpint (state.can_confirm_badge, ==, cases[i].confirm);
      g_assert_cmpint (state.can_void_badge, ==, cases[i].give_up);
      g_assert_cmpint (state.can_lose_badge, ==, cases[i].give_up);
    }
  g_assert_false (offer (MSK_ROLE_DESK_CLERK, MSK_VETTING_APPROVED, FALSE, MSK_CAPACITY_DELEGATE, 1)
                      .can_print_badge);
}

static void
test_copy_actions (void)
{
  static const struct
  {
    MskCopyState state;
    MskAttempt attempt;
    gboolean confirm, spoil, give_up, reprint;
  } cases[] = {
    { MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED, FALSE, FALSE, TRUE, FALSE },
    { MSK_COPY_PRINTING, MSK_ATTEMPT_UNCERTAIN, TRUE, TRUE, FALSE, FALSE },
    { MSK_COPY_PRINTING, MSK_ATTEMPT_PRINTED, TRUE, TRUE, FALSE, FALSE },
    { MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD, FALSE, TRUE, FALSE, FALSE },
    { MSK_COPY_HELD, MSK_ATTEMPT_GOOD, FALSE, FALSE, FALSE, FALSE },
    { MSK_COPY_PRINTING, MSK_ATTEMPT_ABSENT, TRUE, TRUE, FALSE, FALSE },
    { MSK_COPY_SPOILED, MSK_ATTEMPT_SPOILED, FALSE, FALSE, FALSE, TRUE },
    { MSK_COPY_VOID, MSK_ATTEMPT_VOID, FALSE, FALSE, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) copies =
                     make_array (make_copy (1, cases[i].state, cases[i].attempt), NULL);
      MskCopyActions actions =
          msk_copy_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, copies);

      g_assert_cmpint (actions.confirm, ==, cases[i].confirm);
      g_assert_cmpint (actions.spoil, ==, cases[i].spoil);
      g_assert_cmpint (actions.give_up, ==, cases[i].give_up);
      g_assert_cmpint (actions.reprint, ==, cases[i].reprint);

      actions = msk_copy_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, copies);
      g_assert_false (actions.confirm || actions.spoil || actions.give_up || actions.reprint);
      actions = msk_copy_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_SWEEPING, copies);
      g_assert_false (actions.confirm || actions.spoil || actions.give_up || actions.reprint);
    }
}

static void
test_copy_actions_of_several (void)
{
  g_autoptr(GPtrArray) copies = make_array (make_copy (1, MSK_COPY_PRINTING, MSK_ATTEMPT_PRINTED),
                                             make_copy (2, MSK_COPY_IN_STORE, MSK_ATTEMPT_GOOD));
  const MskCopyActions actions =
      msk_copy_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, copies);

  g_assert_true (actions.spoil);
  g_assert_false (actions.confirm);
  g_assert_false (actions.give_up);
}

static void
test_paper_actions (void)
{
  g_autoptr(MskPaper) paper = msk_paper_new ();
  g_autoptr(GPtrArray) copies = make_array (make_copy (1, MSK_COPY_PRINTING, MSK_ATTEMPT_RESERVED),
                                             make_copy (2, MSK_COPY_SPOILED, MSK_ATTEMPT_SPOILED));
  MskPaperActions actions;

  paper->approved = 3;
  actions = msk_paper_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, paper, copies);
  g_assert_cmpuint (actions.room, ==, 2);
  g_assert_cmpuint (actions.waiting, ==, 1);
  g_assert_true (actions.reserve && actions.print);
  g_assert_false (actions.request || actions.decide);

  paper->approved = 1;
  actions = msk_paper_actions_make (MSK_ROLE_DESK_CLERK, MSK_MEETING_STATE_OPEN, paper, copies);
  g_assert_false (actions.reserve);
  actions =
      msk_paper_actions_make (MSK_ROLE_RESPONSIBLE_LEADER, MSK_MEETING_STATE_OPEN, paper, copies);
  g_assert_true (actions.decide);
  g_assert_false (actions.print || actions.request);
  actions = msk_paper_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_OPEN, paper, copies);
  g_assert_true (actions.request);
  g_assert_false (actions.decide || actions.reserve);
  actions = msk_paper_actions_make (MSK_ROLE_ORGANISER, MSK_MEETING_STATE_SWEEPING, paper, copies);
  g_assert_false (actions.request);
}

static void
test_sweep_stages (void)
{
  MskSweepSummary summary = { 0 };
  MskSweepState state = msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL);

  g_assert_true (state.can_start);
  g_assert_false (state.takes_scans || state.can_sign || state.can_close || state.can_report);
  g_assert_false (msk_sweep_state_make (MSK_ROLE_DESK_CLERK, &summary, NULL).can_start);

  summary.started_at = 1;
  summary.expected = 4;
  summary.seen = 3;
  summary.unexplained = 1;
  state = msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL);
  g_assert_true (state.takes_scans && state.can_report);
  g_assert_false (state.can_start || state.can_sign || state.can_sign_as || state.can_close);
  g_assert_cmpfloat (state.fraction, ==, 0.75);

  summary.unexplained = 0;
  summary.missing = 1;
  state = msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL);
  g_assert_false (state.can_sign || state.can_sign_as || state.can_close);

  summary.counted = TRUE;
  state = msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL);
  g_assert_true (state.can_sign && state.can_sign_as);
  g_assert_false (state.can_close);

  summary.signatures = 2;
  g_assert_true (msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL).can_close);
  g_assert_false (msk_sweep_state_make (MSK_ROLE_DESK_CLERK, &summary, NULL).can_close);

  summary.closed_at = 2;
  state = msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, NULL);
  g_assert_true (state.can_report);
  g_assert_false (state.takes_scans || state.can_sign || state.can_close);
}

static void
test_sweep_line (void)
{
  const MskSweepSummary summary = { .expected = 1, .unexplained = 1, .started_at = 1 };
  const MskSweepSummary closed = { .expected = 1, .started_at = 1, .closed_at = 2 };
  g_autoptr(MskSweepLine) line = msk_sweep_line_new ();

  line->sweep_class = MSK_SWEEP_OUT;
  g_assert_true (
      msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, line).can_report_missing);
  g_assert_false (msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, line).can_recover);
  g_assert_false (msk_sweep_state_make (MSK_ROLE_DESK_CLERK, &summary, line).can_report_missing);

  line->sweep_class = MSK_SWEEP_FOUND;
  line->first_seen_at = 5;
  g_assert_true (msk_sweep_state_make (MSK_ROLE_DESK_CLERK, &summary, line).can_recover);
  g_assert_false (
      msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, line).can_report_missing);

  /* What turns up after the closing is the officer's. */
  line->sweep_class = MSK_SWEEP_MISSING;
  g_assert_false (msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &summary, line).can_find_late);
  g_assert_true (msk_sweep_state_make (MSK_ROLE_SECURITY_OFFICER, &closed, line).can_find_late);
  g_assert_false (msk_sweep_state_make (MSK_ROLE_DESK_CLERK, &closed, line).can_find_late);
}

static MskVerdict *
make_verdict (MskTone tone, guint number, gint64 movement)
{
  MskVerdict *verdict = g_object_new (MSK_TYPE_VERDICT, NULL);

  verdict->tone = tone;
  verdict->number = number;
  verdict->movement_id = movement;
  return verdict;
}

static void
test_undo_offers (void)
{
  g_autoptr(GListStore) verdicts = g_list_store_new (MSK_TYPE_VERDICT);
  g_autoptr(MskVerdict) returned = make_verdict (MSK_TONE_DONE, 1, 12);
  g_autoptr(MskVerdict) refused = make_verdict (MSK_TONE_REFUSED, 1, 0);
  g_autoptr(MskVerdict) other = make_verdict (MSK_TONE_DONE, 2, 11);
  g_autoptr(MskVerdict) issued = make_verdict (MSK_TONE_DONE, 1, 10);

  g_list_store_append (verdicts, refused);
  g_list_store_append (verdicts, returned);
  g_list_store_append (verdicts, other);
  g_list_store_append (verdicts, issued);

  g_assert_false (msk_verdict_words_offer_undo (G_LIST_MODEL (verdicts), 0));
  g_assert_true (msk_verdict_words_offer_undo (G_LIST_MODEL (verdicts), 1));
  g_assert_true (msk_verdict_words_offer_undo (G_LIST_MODEL (verdicts), 2));
  g_assert_false (msk_verdict_words_offer_undo (G_LIST_MODEL (verdicts), 3));
  g_assert_false (msk_verdict_words_offer_undo (G_LIST_MODEL (verdicts), 4));
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    MskTyped typed;
    guint number;
  } cases[] = {
    { "", MSK_TYPED_NOTHING, 0 },
    { "   ", MSK_TYPED_NOTHING, 0 },
    { "14", MSK_TYPED_NUMBER, 14 },
    { " 000014 ", MSK_TYPED_NUMBER, 14 },
    { "0000014", MSK_TYPED_CODE, 0 },
    { "11000 00000", MSK_TYPED_CODE, 0 },
    { "abc", MSK_TYPED_CODE, 0 },
    { "１４", MSK_TYPED_CODE, 0 },
    { " 000014/1 ", MSK_TYPED_NUMBER, 1000014 },
    { "14/1/2", MSK_TYPED_NUMBER, 513000014 },
    { "14/", MSK_TYPED_CODE, 0 },
    { "14/0", MSK_TYPED_CODE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint number = 0;

      g_assert_cmpint (msk_verdict_words_read_typed (cases[i].text, &number), ==, cases[i].typed);
      g_assert_cmpuint (number, ==, cases[i].number);
    }
}

/* By the keys of somebody who has no input method at hand; surnames are read as surnames are. */
static void
test_search_by_pinyin (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    gboolean found;
  } cases[] = {
    { "王小明", "wangxiaoming", TRUE }, { "王小明", "wxm", TRUE },
    { "王小明", "WangXM", FALSE },      { "王小明", "xiaoming", TRUE },
    { "王小明", "lxm", FALSE },         { "曾一鸣", "zengyiming", TRUE },
    { "单雄信", "shan", TRUE },         { "吕布", "lubu", TRUE },
    { "阿依·夏木", "ayxm", TRUE },      { "王小明", "wxm bgt", TRUE },
    { "王小明", "wxm wjb", FALSE },     { "𪚥", "𪚥", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskAttendee) attendee = make_attendee (cases[i].name, MSK_VETTING_PROPOSED, FALSE);

      g_test_message ("%s %s", cases[i].name, cases[i].text);
      g_free (attendee->unit);
      g_free (attendee->post);
      attendee->unit = g_strdup ("办公厅");
      attendee->post = g_strdup ("");
      g_assert_true (msk_attendee_search_matches (attendee, cases[i].text) == cases[i].found);
      g_assert_true (msk_attendee_search_matches (attendee, cases[i].text) == cases[i].found);
    }
}

static void
test_search (void)
{
  g_autoptr(MskAttendee) attendee = make_attendee ("𠮷田 Zhang San", MSK_VETTING_PROPOSED, FALSE);

  g_assert_true (msk_attendee_search_matches (attendee, ""));
  g_assert_true (msk_attendee_search_matches (attendee, "𠮷"));
  g_assert_true (msk_attendee_search_matches (attendee, "zhang director"));
  g_assert_true (msk_attendee_search_matches (attendee, "办公 ＺＨＡＮＧ"));
  g_assert_false (msk_attendee_search_matches (attendee, "zhang li"));
}

static void
test_time (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 at = 7;

  g_assert_true (msk_time_text_parse ("2026-03-01 09:05", &at, &error));
  g_assert_no_error (error);
  g_assert_cmpint (at, ==, 1772355900);
  text = msk_time_text_format (at);
  g_assert_cmpstr (text, ==, "2026-03-01 09:05");

  for (guint i = 0; i < 5; i++)
    {
      static const char *const wrong[] = { "", "tomorrow", "2026-02-30 09:00", "2026-03-01",
                                           "2026-03-01 25:00" };

      g_assert_false (msk_time_text_parse (wrong[i], &at, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME);
      g_assert_cmpint (at, ==, 1772355900);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/place/each-role-is-shown-what-it-may-do", test_places);
  g_test_add_func ("/gui/look/each-tone-has-its-own-symbol-colour-and-sound", test_tones);
  g_test_add_func ("/gui/look/missing-and-uncertain-copies-stand-out", test_copy_looks);
  g_test_add_func ("/gui/look/a-broken-balance-stands-out", test_balance_look);
  g_test_add_func ("/gui/vetting/counts-everybody", test_vetting_counts);
  g_test_add_func ("/gui/vetting/offers-what-makes-sense", test_vetting_offers);
  g_test_add_func ("/gui/vetting/observers-and-press-one-by-one", test_vetting_one_by_one);
  g_test_add_func ("/gui/vetting/badges", test_badge_offers);
  g_test_add_func ("/gui/copies/offers-what-makes-sense-for-a-copy", test_copy_actions);
  g_test_add_func ("/gui/copies/offers-what-makes-sense-for-each-of-several",
                   test_copy_actions_of_several);
  g_test_add_func ("/gui/copies/reserves-no-more-than-was-approved", test_paper_actions);
  g_test_add_func ("/gui/sweep/offers-each-step-in-its-turn", test_sweep_stages);
  g_test_add_func ("/gui/sweep/offers-to-take-back-what-was-found-and-report-what-was-not",
                   test_sweep_line);
  g_test_add_func ("/gui/verdict/undo-stands-beside-the-last-movement-of-a-copy", test_undo_offers);
  g_test_add_func ("/gui/verdict/typed-text-is-a-number-or-a-code", test_typed);
  g_test_add_func ("/gui/search/finds-by-name-unit-and-post", test_search);
  g_test_add_func ("/gui/search/finds-by-pinyin-and-its-initials", test_search_by_pinyin);
  g_test_add_func ("/gui/time/reads-what-it-writes-and-refuses-the-rest", test_time);

  return g_test_run ();
}
