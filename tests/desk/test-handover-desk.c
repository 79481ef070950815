/* Handover of the desk and of the print room (K1): a blind count, what it left open, and two
 * people. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-circulation-desk.h"
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-error.h"
#include "msk-handover-desk.h"
#include "msk-handover-scan.h"
#include "msk-incident-desk.h"

#include "incident-test.h"

static gint64
start (DeskTest *test, MskHandoverPlace place)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_assert_true (msk_handover_desk_start (test->session, place, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* One code at the count; whether it is known must not show. */
static void
take (DeskTest *test, gint64 id, const char *code, const char *wanted)
{
  g_autoptr(MskHandoverScan) scan = msk_handover_scan_new (test->session, id);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_handover_scan_take (scan, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
  g_assert_cmpuint (verdict->balance.allocated, ==, 0);
  g_assert_cmpstr (verdict->person, ==, "");
}

static void
take_copy (DeskTest *test, gint64 id, guint number, const char *wanted)
{
  g_autofree char *code = desk_test_dup_copy_code (test, number, 1);

  take (test, id, code, wanted);
}

static void
take_copies (DeskTest *test, gint64 id, guint first, guint last)
{
  for (guint number = first; number <= last; number++)
    take_copy (test, id, number, "counted");
}

static void
type (DeskTest *test, gint64 id, MskStockKind kind, gint64 number, const char *wanted)
{
  g_autoptr(MskHandoverScan) scan = msk_handover_scan_new (test->session, id);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_handover_scan_choose (scan, kind, number, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
}

static void
set_figure (DeskTest *test, gint64 id, MskStockKind kind, gint64 paper_id, guint count)
{
  const MskStockFigure figure = { kind, paper_id, count };
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_handover_desk_set_figure (test->session, id, &figure, &error));
  g_assert_no_error (error);
}

static void
compare (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_handover_desk_compare (test->session, id, &error));
  g_assert_no_error (error);
}

/* What the comparison found, one a line: “missing copy 000003”. */
static void
assert_found (DeskTest *test, gint64 id, const char *wanted)
{
  static const char *const kinds[] = { "missing", "surplus", "figure", "unknown", "other" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *found = g_ptr_array_index (all, i);
      g_autofree char *thing = msk_stock_dup_subject (found->stock, found->number);
      g_autofree char *what = msk_discrepancy_dup_what (found);

      g_assert_cmpstr (what, !=, "");
      if (found->kind == MSK_DISCREPANCY_FIGURE)
        g_string_append_printf (text, "figure %d/%d: %u, %u\n", (int) found->stock,
                                (int) found->paper_id, found->expected, found->counted);
      else
        g_string_append_printf (text, "%s %s\n", kinds[found->kind],
                                found->number != 0 ? thing : "code");
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
explain_all (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = msk_handover_desk_list_discrepancies (test->session, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      MskDiscrepancy *found = g_ptr_array_index (all, i);

      g_assert_true (msk_handover_desk_explain (test->session, id, found->id, "在保密柜中，已核对",
                                                FALSE, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
cancel (DeskTest *test, gint64 id)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_handover_desk_cancel (test->session, id, "接班人未到", &error));
  g_assert_no_error (error);
}

/* What was compared and differs the clerk can't. */
static void
cancel_as_officer (DeskTest *test, gint64 id)
{
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  cancel (test, id);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}

static MskCosigner *
sign (DeskTest *test, const char *user)
{
  g_autoptr(GError) error = NULL;
  MskCosigner *cosigner = msk_cosigner_sign_in (test->session, user, DESK_TEST_PASSPHRASE,
                                                MSK_ACT_HANDOVER_END, &error);

  g_assert_no_error (error);
  return cosigner;
}

static gint64
get_now (void)
{
  return desk_test_now;
}

static void
sign_in_as (DeskTest *test, const char *user)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_out (test);
  test->session =
      msk_session_unlock (desk_test_get_vault (), user, DESK_TEST_PASSPHRASE, "desk 2", &error);
  g_assert_no_error (error);
  msk_session_set_clock (test->session, get_now);
  g_assert_true (msk_session_open_meeting (test->session, 1, &error));
  g_assert_no_error (error);
}

/* Issued to somebody, taken back, and in store: what is in store and what came back is expected,
 * what is out is not. */
static void
test_agreed (DeskTest *test, gconstpointer unused)
{
  g_autofree char *returned = NULL;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_SECOND, COPY_GOOD + 1);
  returned = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  desk_test_expect (test, MSK_SCAN_RETURN, returned, "returned");

  id = start (test, MSK_HANDOVER_DESK);
  take_copies (test, id, COPY_GOOD + 1, GOOD);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD - 1);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD);
  take_copy (test, id, COPY_GOOD + 1, "already-counted");
  compare (test, id);
  assert_found (test, id, "");
}

static void
test_every_discrepancy_is_named (DeskTest *test, gconstpointer unused)
{
  g_autofree char *forged = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *last = NULL;
  MskDiscrepancy *missing;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  id = start (test, MSK_HANDOVER_DESK);
  take_copies (test, id, COPY_GOOD, GOOD - 1);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD - 2);
  take (test, id, "6901234567892", "foreign-code");
  forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  forged[strlen (forged) - 1] = forged[strlen (forged) - 1] == '0' ? '1' : '0';
  take (test, id, forged, "forged-tag");
  forged[strlen (forged) - 3] = '\0';
  take (test, id, forged, "cut-code");
  compare (test, id);
  assert_found (test, id,
                "missing copy 000008\nsurplus copy 000001\nunknown code\nunknown code\n"
                "figure 0/2: 8, 6\n");

  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  missing = g_ptr_array_index (all, 0);
  g_assert_cmpstr (missing->last_act, ==, "copy-confirm");
  g_assert_cmpstr (missing->last_user, ==, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  last = msk_handover_desk_dup_last (g_ptr_array_index (all, 1));
  g_assert_nonnull (strstr (last, "copy issued"));
}

/* A forged code is an incident at once, and its discrepancy is the same one; a shop's barcode is
 * none. */
static void
test_a_forged_code_is_one_incident (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *forged = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  MskDiscrepancy *found;
  const gint64 id = start (test, MSK_HANDOVER_DESK);
  gint64 incident = 0;

  take_copies (test, id, COPY_GOOD, GOOD);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD);
  take (test, id, "6901234567892", "foreign-code");
  incident_test_assert (test, "");
  forged[strlen (forged) - 1] = forged[strlen (forged) - 1] == '0' ? '1' : '0';
  take (test, id, forged, "forged-tag");
  incident_test_assert (test, "forged-tag code\n");
  take (test, id, forged, "forged-tag");
  compare (test, id);
  assert_found (test, id, "unknown code\nunknown code\nunknown code\n");

  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_assert_no_error (error);
  found = g_ptr_array_index (all, 1);
  g_assert_true (msk_handover_desk_explain (test->session, id, found->id, "来历不明，已封存", TRUE,
                                            &incident, &error));
  g_assert_no_error (error);
  g_assert_cmpint (incident, ==, 1);
  found = g_ptr_array_index (all, 0);
  g_assert_true (msk_handover_desk_explain (test->session, id, found->id, "商品条码，来历不明",
                                            TRUE, &incident, &error));
  g_assert_no_error (error);
  g_assert_cmpint (incident, ==, 2);
  incident_test_assert (test, "forged-tag code\nstock-differs \n");
}

/* Nobody counted the other paper at all: its copies are missing by name, not passed over. */
static void
test_what_nobody_counted_is_missing (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  take_copies (test, id, COPY_GOOD, GOOD);
  compare (test, id);
  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  g_assert_cmpuint (all->len, ==, GOOD);
}

/* Whatever is asked before the count is closed, what is expected is not in the answer. */
static void
test_count_is_blind (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) compared = NULL;
  g_autoptr(MskHandover) handover = NULL;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  id = start (test, MSK_HANDOVER_DESK);
  take_copy (test, id, COPY_GOOD, "counted");
  take_copy (test, id, COPY_GOOD + 1, "counted");
  take_copy (test, id, COPY_UNCHECKED, "counted");

  lines = msk_handover_desk_list_stock (test->session, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      MskStockLine *line = g_ptr_array_index (lines, i);

      g_assert_false (line->compared);
      g_assert_cmpuint (line->expected, ==, 0);
    }
  g_assert_null (msk_handover_desk_list_discrepancies (test->session, id, &error));
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_COUNT_NOT_CLOSED);
  g_assert_null (
      msk_report_desk_make_as (test->session, MSK_REPORT_HANDOVER, id, MSK_REPORT_PDF, &error));
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  handover = msk_handover_desk_get (test->session, id, &error);
  g_assert_cmpuint (handover->discrepancies, ==, 0);

  compare (test, id);
  compared = msk_handover_desk_list_stock (test->session, id, &error);
  g_assert_cmpuint (((MskStockLine *) g_ptr_array_index (compared, 0))->expected, ==, GOOD - 1);
}

static void
test_count_changes_no_custody (DeskTest *test, gconstpointer unused)
{
  g_autofree char *before = desk_test_describe_register (test);
  g_autofree char *after = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  take_copies (test, id, COPY_GOOD, COPY_UNCHECKED);
  compare (test, id);
  explain_all (test, id);
  after = desk_test_describe_register (test);
  g_assert_cmpstr (before, ==, after);
}

/* Nothing moves at the desk, and everything does again when it is over. */
static void
test_stock_stands_still (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft draft = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "保密本", 50,
                                         "会务组" };
  static const MskDeviceDraft device = { PERSON_FIRST, MSK_DEVICE_PHONE, "黑色", "甲柜3格", 0 };
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *unchecked = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  g_autofree char *badge = desk_test_dup_badge_code (test, PERSON_FIRST);
  g_autoptr(GError) error = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "person-selected");
  desk_test_refuse (test, MSK_SCAN_ISSUE, copy, "handover-open", 1);
  desk_test_refuse (test, MSK_SCAN_CHECK, unchecked, "handover-open", 1);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &draft, 1, &error), ==, 0);
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  g_assert_cmpuint (msk_device_desk_declare (test->session, &device, &error), ==, 0);
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  desk_test_sql_refused (test, "INSERT INTO movement (copy_number, at, act, from_state, to_state, "
                               "issued_at, user, station, remark) VALUES (1, 1, 'copy-return', "
                               "'held', 'returned', 0, 'x', '', '')");
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_assert_rule (msk_sweep_desk_start (test->session, &error), &error,
                         MSK_RULE_ERROR_HANDOVER_OPEN);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  cancel (test, id);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
}

/* The print room has spoiled sets and copies that nobody looked at; the desk goes on meanwhile. */
static void
test_print_room (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *spoiled = NULL;
  gint64 id;

  spoiled = desk_test_dup_copy_code (test, COPY_UNCHECKED, 1);
  g_assert_true (msk_print_desk_spoil (test->session, COPY_UNCHECKED, 0, "卡纸", &error));
  g_assert_no_error (error);

  id = start (test, MSK_HANDOVER_PRINT_ROOM);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_assert_rule (msk_print_desk_void (test->session, COPY_UNCHECKED + 1, "x", &error),
                         &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  take (test, id, spoiled, "counted");
  take (test, id, spoiled, "already-counted");
  type (test, id, MSK_STOCK_SET, 1, "already-counted");
  type (test, id, MSK_STOCK_SET, 9, "not-found");
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, 1);
  compare (test, id);
  assert_found (test, id, "missing copy 000010\nfigure 0/2: 2, 1\n");
  cancel_as_officer (test, id);
}

static void
test_carriers_and_devices_are_counted (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft notebook = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "保密本", 50,
                                            "会务组" };
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_assert_cmpuint (msk_carrier_desk_add (test->session, &notebook, 3, &error), ==, 1);
  id = start (test, MSK_HANDOVER_DESK);
  type (test, id, MSK_STOCK_CARRIER, 1, "counted");
  type (test, id, MSK_STOCK_CARRIER, 3, "counted");
  type (test, id, MSK_STOCK_CARRIER, 7, "not-found");
  set_figure (test, id, MSK_STOCK_DEVICE, 0, 1);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_SECRET, GOOD);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD);
  compare (test, id);
  assert_found (test, id, "missing carrier 0002\nfigure 3/0: 0, 1\n");
}

static void
test_steps_in_order (DeskTest *test, gconstpointer unused)
{
  const MskStockFigure wrong = { MSK_STOCK_SET, PAPER_SECRET, 1 };
  const MskStockFigure nothing = { MSK_STOCK_COPY, 99, 1 };
  g_autoptr(GError) error = NULL;
  gint64 id, other;

  g_assert_null (msk_handover_desk_find_open (test->session, &error));
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_HANDOVER_OVER);
  id = start (test, MSK_HANDOVER_DESK);
  desk_test_assert_rule (msk_handover_desk_start (test->session, MSK_HANDOVER_DESK, &other, &error),
                         &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  desk_test_assert_rule (msk_handover_desk_compare (test->session, id, &error), &error,
                         MSK_RULE_ERROR_NOTHING_COUNTED);
  desk_test_assert_rule (msk_handover_desk_explain (test->session, id, 1, "x", FALSE, NULL, &error),
                         &error, MSK_RULE_ERROR_COUNT_NOT_CLOSED);
  g_assert_false (msk_handover_desk_set_figure (test->session, id, &wrong, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_handover_desk_set_figure (test->session, id, &nothing, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  take_copy (test, id, COPY_GOOD, "counted");
  compare (test, id);
  take_copy (test, id, COPY_GOOD, "count-closed");
  desk_test_assert_rule (msk_handover_desk_compare (test->session, id, &error), &error,
                         MSK_RULE_ERROR_COUNT_CLOSED);
  /* What was found by comparing is not made to go away by the one who goes. */
  g_assert_false (msk_handover_desk_cancel (test->session, id, "看错了", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_false (msk_handover_desk_cancel (test->session, id, " ", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  cancel_as_officer (test, id);
  desk_test_assert_rule (msk_handover_desk_cancel (test->session, id, "x", &error), &error,
                         MSK_RULE_ERROR_HANDOVER_OVER);
  take_copy (test, id, COPY_GOOD, "handover-over");
}

static void
test_discrepancy_becomes_an_incident (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);
  MskDiscrepancy *first;
  gint64 incident = 0;

  take_copies (test, id, COPY_GOOD + 1, GOOD);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD);
  compare (test, id);
  all = msk_handover_desk_list_discrepancies (test->session, id, &error);
  first = g_ptr_array_index (all, 0);
  g_assert_true (msk_handover_desk_explain (test->session, id, first->id, "未找到，已报保密办",
                                            TRUE, &incident, &error));
  g_assert_no_error (error);
  incidents = msk_incident_desk_list (test->session, &error);
  g_assert_cmpint (((MskIncident *) g_ptr_array_index (incidents, 0))->id, ==, incident);
  g_assert_cmpstr (((MskIncident *) g_ptr_array_index (incidents, 0))->subject, ==, "copy 000001");
  desk_test_assert_rule (msk_handover_desk_explain (test->session, id, first->id, "x", FALSE, NULL,
                                                    &error),
                         &error, MSK_RULE_ERROR_ALREADY_DECIDED);
}

static void
test_ends_by_two (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) self = NULL;
  g_autoptr(MskCosigner) other = NULL;
  g_autoptr(MskHandover) done = NULL;
  g_autoptr(GBytes) slip = NULL;
  gint64 id;

  desk_test_add_second_clerk (test);
  id = start (test, MSK_HANDOVER_DESK);
  self = sign (test, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  other = sign (test, DESK_TEST_SECOND_CLERK);
  desk_test_assert_rule (msk_handover_desk_end (test->session, id, other, NULL, &error), &error,
                         MSK_RULE_ERROR_COUNT_NOT_CLOSED);
  take_copies (test, id, COPY_GOOD, GOOD);
  compare (test, id);
  desk_test_assert_rule (msk_handover_desk_end (test->session, id, other, NULL, &error), &error,
                         MSK_RULE_ERROR_DISCREPANCY_OPEN);
  explain_all (test, id);
  g_assert_false (msk_handover_desk_end (test->session, id, self, NULL, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);

  g_assert_true (msk_handover_desk_end (test->session, id, other, NULL, &error));
  g_assert_no_error (error);
  done = msk_handover_desk_get (test->session, id, &error);
  g_assert_cmpint (done->stage, ==, MSK_HANDOVER_DONE);
  g_assert_cmpstr (done->outgoing, ==, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  g_assert_cmpstr (done->incoming, ==, DESK_TEST_SECOND_CLERK);
  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);

  slip = msk_report_desk_make_as (test->session, MSK_REPORT_HANDOVER, id, MSK_REPORT_PDF, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (slip), >, 1000);
}

static void
test_role_may_keep_the_place (DeskTest *test, gconstpointer unused)
{
  static const MskRole roles[] = { MSK_ROLE_ORGANISER, MSK_ROLE_RESPONSIBLE_LEADER,
                                   MSK_ROLE_SECURITY_OFFICER, MSK_ROLE_AUDITOR };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_cosigner_sign_in (test->session, desk_test_get_user (roles[i]),
                                           DESK_TEST_PASSPHRASE, MSK_ACT_HANDOVER_END, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
    }
}

/* Another clerk can count on, but ends it for nobody. */
static void
test_only_the_outgoing_ends (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) first = NULL;
  gint64 id;

  desk_test_add_second_clerk (test);
  id = start (test, MSK_HANDOVER_DESK);
  sign_in_as (test, DESK_TEST_SECOND_CLERK);
  take_copies (test, id, COPY_GOOD, GOOD);
  set_figure (test, id, MSK_STOCK_COPY, PAPER_CONFIDENTIAL, GOOD);
  compare (test, id);
  first = sign (test, desk_test_get_user (MSK_ROLE_DESK_CLERK));
  desk_test_assert_rule (msk_handover_desk_end (test->session, id, first, NULL, &error), &error,
                         MSK_RULE_ERROR_NOT_THE_OUTGOING);
  cancel (test, id);
}

/* The head on the slip is found in the ledger later. */
static void
test_slip_seals_the_ledger (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(GBytes) slip = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  g_assert_null (
      msk_report_desk_make_as (test->session, MSK_REPORT_HANDOVER, id, MSK_REPORT_PDF, &error));
  desk_test_assert_rule (FALSE, &error, MSK_RULE_ERROR_HANDOVER_OPEN);
  cancel (test, id);
  slip = msk_report_desk_make_as (test->session, MSK_REPORT_HANDOVER, id, MSK_REPORT_PDF, &error);
  g_assert_no_error (error);
  sheets = msk_seal_desk_list (test->session, &error);
  g_assert_cmpuint (sheets->len, ==, 1);
  g_assert_cmpint (((MskSealSheet *) g_ptr_array_index (sheets, 0))->occasion, ==,
                   MSK_SEAL_OCCASION_HANDOVER);
}

/* Who walked away and was locked out finds it as it was. */
static void
test_open_handover_outlives_the_session (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskHandover) handover = NULL;
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  take_copies (test, id, COPY_GOOD, 4);
  desk_test_sign_out (test);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  handover = msk_handover_desk_find_open (test->session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (handover->id, ==, id);
  g_assert_cmpuint (handover->counted, ==, 4);
  take_copy (test, id, 4, "already-counted");
  take_copy (test, id, 5, "counted");
}

static void
test_register_does_not_change (DeskTest *test, gconstpointer unused)
{
  static const char *const attempts[] = {
    "DELETE FROM handover",
    "UPDATE handover SET outgoing = 'x'",
    "DELETE FROM handover_item",
    "UPDATE handover_item SET certain = 0",
    "INSERT INTO handover_item VALUES (1, 'copy', 99, NULL, 1)",
    "DELETE FROM handover_sighting",
    "UPDATE handover_sighting SET number = 2",
    "DELETE FROM handover_discrepancy",
    "INSERT INTO handover_sighting (handover_id, kind, number, code, serial, by_hand, at, user) "
    "VALUES (1, 'copy', 2, '', 0, 0, 1, 'x')",
    "INSERT INTO handover_end VALUES (1, 'done', 1, 'x', 'y', '')",
    "INSERT INTO handover_end VALUES (1, 'cancelled', 1, 'x', '', '')",
  };
  const gint64 id = start (test, MSK_HANDOVER_DESK);

  take_copy (test, id, COPY_GOOD, "counted");
  compare (test, id);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    desk_test_sql_refused (test, attempts[i]);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/handover/" name, DeskTest, NULL, desk_test_set_up_inside, function,           \
              desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("agreed", test_agreed);
  ADD ("every-discrepancy-is-named", test_every_discrepancy_is_named);
  ADD ("a-forged-code-is-one-incident", test_a_forged_code_is_one_incident);
  ADD ("what-nobody-counted-is-missing", test_what_nobody_counted_is_missing);
  ADD ("count-is-blind", test_count_is_blind);
  ADD ("count-changes-no-custody", test_count_changes_no_custody);
  ADD ("stock-stands-still", test_stock_stands_still);
  ADD ("print-room", test_print_room);
  ADD ("carriers-and-devices-are-counted", test_carriers_and_devices_are_counted);
  ADD ("steps-in-order", test_steps_in_order);
  ADD ("discrepancy-becomes-an-incident", test_discrepancy_becomes_an_incident);
  ADD ("ends-by-two", test_ends_by_two);
  ADD ("role-may-keep-the-place", test_role_may_keep_the_place);
  ADD ("only-the-outgoing-ends", test_only_the_outgoing_ends);
  ADD ("slip-seals-the-ledger", test_slip_seals_the_ledger);
  ADD ("open-handover-outlives-the-session", test_open_handover_outlives_the_session);
  ADD ("register-does-not-change", test_register_does_not_change);

  return desk_test_run ();
}
