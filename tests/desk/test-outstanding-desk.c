/* The year-end clearance (F2): carriers and devices, with who owes them, in the list and in the
 * letters. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-desk.h"
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-outstanding-desk.h"
#include "msk-sweep-desk.h"

#include "destruction-test.h"

/* A line each: kind, what, unit, person. */
static void
assert_lines (DeskTest *test, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = msk_outstanding_desk_list (test->session, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const MskOutstanding *line = g_ptr_array_index (lines, i);

      g_string_append_printf (found, "%s: %s (%s, %s)\n",
                              msk_enum_get_name (MSK_TYPE_OUTSTANDING_KIND, (int) line->kind),
                              line->what, line->unit, line->person);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

/* A notebook goes to somebody. */
static void
give_carrier (DeskTest *test, gint64 number, gint64 person)
{
  g_autofree char *label = destruction_test_dup_label_code (test, number);
  g_autofree char *badge = desk_test_dup_badge_code (test, person);

  desk_test_expect (test, MSK_SCAN_ISSUE, label, "carrier-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, badge, "issued");
}

static void
deposit (DeskTest *test, gint64 person)
{
  const MskDeviceDraft draft = { person, MSK_DEVICE_PHONE, "黑色", "甲柜3格", 0 };
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_DEPOSIT);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(MskVerdict) verdict = NULL;
  g_autofree char *code = NULL;
  GError *error = NULL;
  MskPrintResult result;
  const guint number = msk_device_desk_declare (test->session, &draft, &error);

  g_array_append_val (numbers, number);
  g_assert_true (
      msk_device_tags_print (test->session, numbers, DESK_TEST_PRINTER, &result, NULL, &error));
  code = msk_device_tags_dup_code (test->session, number, &error);
  verdict = msk_device_scan_take (desk, code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, "deposited");
}

static void
set_up (DeskTest *test, gconstpointer unused)
{
  static const MskCarrierDraft draft = { MSK_CARRIER_NOTEBOOK, MSK_LEVEL_SECRET, "保密本", 50,
                                         "会务组" };
  GError *error = NULL;

  desk_test_set_up_inside (test, NULL);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_let_out (test, PERSON_SECOND);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  deposit (test, PERSON_SECOND);
  desk_test_admit (test, PERSON_SECOND);
  g_assert_cmpuint (msk_carrier_desk_add (test->session, &draft, 2, &error), ==, 1);
  g_assert_no_error (error);
  give_carrier (test, 1, PERSON_FIRST);
  give_carrier (test, 2, PERSON_SECOND);
}

static void
test_a_carrier_held_and_one_missing_and_a_device (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  assert_lines (test, "held: carrier 0001, 保密本 (办公室, 王1)\n"
                      "held: carrier 0002, 保密本 (办公室, 王2)\n"
                      "device: device 00001, phone, shelf 甲柜3格 (办公室, 王2)\n");
  desk_test_empty_room (test);
  g_assert_true (msk_sweep_desk_start (test->session, &error));
  g_assert_true (msk_sweep_desk_report_missing (test->session, MSK_SWEEP_CARRIER, 2, "保密处",
                                                "全场找遍", &error));
  g_assert_no_error (error);
  assert_lines (test, "held: carrier 0001, 保密本 (办公室, 王1)\n"
                      "missing: carrier 0002, 保密本 (办公室, 王2)\n"
                      "incident: incident 1: missing in the sweep (办公室, 王2)\n"
                      "device: device 00001, phone, shelf 甲柜3格 (办公室, 王2)\n");
}

/* What was fetched, and what was only declared, nobody is written about. */
static void
test_only_what_lies_in_deposit (DeskTest *test, gconstpointer unused)
{
  const MskDeviceDraft draft = { PERSON_REJECTED, MSK_DEVICE_PHONE, "黑色", "甲柜4格", 0 };
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (msk_device_desk_declare (test->session, &draft, &error), ==, 2);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  desk_test_let_out (test, PERSON_SECOND);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_true (
      msk_device_desk_give_back (test->session, 1, PERSON_SECOND, "李4", "副券遗失", &error));
  g_assert_no_error (error);
  assert_lines (test, "held: carrier 0001, 保密本 (办公室, 王1)\n"
                      "held: carrier 0002, 保密本 (办公室, 王2)\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/outstanding/" name, DeskTest, NULL, set_up, function, desk_test_tear_down)

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  ADD ("a-carrier-held-and-one-missing-and-a-device",
       test_a_carrier_held_and_one_missing_and_a_device);
  ADD ("only-what-lies-in-deposit", test_only_what_lies_in_deposit);

  return desk_test_run ();
}
