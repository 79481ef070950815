/* The deposit: what a scan of a tag and a badge does, and that a device goes to its owner alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-desk.h"
#include "msk-device-scan.h"
#include "msk-device-tags.h"
#include "msk-error.h"

#include "desk-test.h"

/* Declares a device and prints its tag. */
static guint
declare (DeskTest *test, gint64 person)
{
  const MskDeviceDraft draft = { person, MSK_DEVICE_PHONE, "黑色", "甲柜3格", 0 };
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  MskPrintResult result;
  guint number;

  number = msk_device_desk_declare (test->session, &draft, &error);
  g_assert_no_error (error);
  g_array_append_val (numbers, number);
  msk_device_tags_print (test->session, numbers, DESK_TEST_PRINTER, &result, NULL, &error);
  g_assert_no_error (error);
  return number;
}

static void
take (MskDeviceScan *desk, const char *code, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_device_scan_take (desk, code, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->code, ==, wanted);
}

static void
take_tag (DeskTest *test, MskDeviceScan *desk, guint number, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *code = msk_device_tags_dup_code (test->session, number, &error);

  g_assert_no_error (error);
  take (desk, code, wanted);
}

static void
take_badge (DeskTest *test, MskDeviceScan *desk, gint64 person, const char *wanted)
{
  g_autofree char *code = desk_test_dup_badge_code (test, person);

  take (desk, code, wanted);
}

static guint
deposit (DeskTest *test, gint64 person)
{
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_DEPOSIT);
  const guint number = declare (test, person);

  take_tag (test, desk, number, "deposited");
  return number;
}

static void
assert_state (DeskTest *test, guint number, MskDeviceState state)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskDevice) device = msk_device_desk_get (test->session, number, &error);

  g_assert_no_error (error);
  g_assert_cmpint (device->state, ==, state);
}

static void
test_round (DeskTest *test, gconstpointer unused)
{
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);

  assert_state (test, number, MSK_DEVICE_DEPOSITED);
  take_tag (test, desk, number, "device-selected");
  take_badge (test, desk, PERSON_FIRST, "given-back");
  assert_state (test, number, MSK_DEVICE_RETURNED);
  take_tag (test, desk, number, "already-returned");
}

/* In either order, and whatever is tried: to nobody else. */
static void
test_owner_alone (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *witness;
    GQuark (*domain) (void);
    int code;
  } refused[] = {
    { "王-1", msk_access_error_quark, MSK_ACCESS_ERROR_SAME_PERSON },
    { "王１.", msk_access_error_quark, MSK_ACCESS_ERROR_SAME_PERSON },
    { "Clerk", msk_access_error_quark, MSK_ACCESS_ERROR_SAME_PERSON },
    { "сlerk", msk_access_error_quark, MSK_ACCESS_ERROR_SAME_PERSON },
    { ".", msk_input_error_quark, MSK_INPUT_ERROR_BAD_VALUE },
  };
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);
  g_autoptr(GError) error = NULL;

  take_tag (test, desk, number, "device-selected");
  take_badge (test, desk, PERSON_SECOND, "not-the-owner");
  msk_device_scan_clear (desk);
  take_badge (test, desk, PERSON_SECOND, "person-selected");
  take_tag (test, desk, number, "not-the-owner");
  desk_test_assert_rule (msk_device_desk_give_back (test->session, number, PERSON_SECOND, "李4",
                                                    "副券遗失", &error),
                         &error, MSK_RULE_ERROR_NOT_THE_OWNER);
  assert_state (test, number, MSK_DEVICE_DEPOSITED);

  /* The second person is another than the owner and the clerk, however they are written. */
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].witness);
      g_assert_false (msk_device_desk_give_back (test->session, number, PERSON_FIRST,
                                                 refused[i].witness, "副券遗失", &error));
      g_assert_error (error, refused[i].domain (), refused[i].code);
      g_clear_error (&error);
    }
  g_assert_true (
      msk_device_desk_give_back (test->session, number, PERSON_FIRST, "李4", "副券遗失", &error));
  g_assert_no_error (error);
  assert_state (test, number, MSK_DEVICE_RETURNED);
}

/* A change makes a new entry of the same person; the phone is theirs all the same. */
static void
test_changed_owner (DeskTest *test, gconstpointer unused)
{
  const MskAttendeeDraft draft = { .name = "王甲",
                                   .unit = "办公室",
                                   .post = "处长",
                                   .capacity = MSK_CAPACITY_DELEGATE,
                                   .clearance = MSK_LEVEL_TOP_SECRET };
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = NULL;
  g_autoptr(MskVerdict) chosen = NULL;
  g_autoptr(GError) error = NULL;
  gint64 changed;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed, !=, PERSON_FIRST);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);
  take_tag (test, desk, number, "device-selected");
  chosen = msk_device_scan_choose_person (desk, changed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chosen->code, ==, "given-back");
  assert_state (test, number, MSK_DEVICE_RETURNED);
}

static void
test_strange_codes (DeskTest *test, gconstpointer unused)
{
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);
  g_autofree char *copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *tag = NULL;
  g_autoptr(GError) error = NULL;
  gsize last;

  tag = msk_device_tags_dup_code (test->session, number, &error);
  g_assert_no_error (error);
  last = strlen (tag) - 1;
  tag[last] = tag[last] == '9' ? '0' : (char) (tag[last] + 1);
  take (desk, tag, "forged-tag");
  take (desk, "6901234567892", "foreign-code");
  take (desk, copy, "no-copy-selected");
  assert_state (test, number, MSK_DEVICE_DEPOSITED);
}

/* A second tag voids the first, which is known as such. */
static void
test_second_tag (DeskTest *test, gconstpointer unused)
{
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_DEPOSIT);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *old = NULL;
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  old = msk_device_tags_dup_code (test->session, number, &error);
  g_assert_no_error (error);
  g_array_append_val (numbers, number);
  msk_device_tags_print (test->session, numbers, DESK_TEST_PRINTER, &result, NULL, &error);
  g_assert_no_error (error);
  take (desk, old, "void-tag");
  take_tag (test, desk, number, "deposited");
}

/* A tag that nobody saw on the device says nothing of whose it is. */
static void
test_unseen_tag (DeskTest *test, gconstpointer unused)
{
  const guint number = deposit (test, PERSON_FIRST);
  g_autoptr(MskDeviceScan) desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;
  MskPrintResult result;

  g_array_append_val (numbers, number);
  msk_device_tags_print (test->session, numbers, DESK_TEST_PRINTER, &result, NULL, &error);
  g_assert_no_error (error);
  take_tag (test, desk, number, "device-selected");
  take_badge (test, desk, PERSON_FIRST, "label-not-confirmed");
  assert_state (test, number, MSK_DEVICE_DEPOSITED);
}

/* Nobody in the room gets a device back, whichever way the clerk goes about it. */
static void
assert_unclaimed (DeskTest *test, guint wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) devices = msk_device_desk_list_unclaimed (test->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (devices->len, ==, wanted);
}

/* Who has not come in yet, or never will, may forget it as well as who went out. */
static void
test_owner_outside (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) door = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_open_doors (test);
  deposit (test, PERSON_FIRST);
  deposit (test, PERSON_REJECTED);
  assert_unclaimed (test, 2);
  door = msk_door_desk_new (test->session, MSK_DIRECTION_IN);
  g_object_unref (msk_door_desk_choose (door, PERSON_FIRST, &error));
  g_object_unref (msk_door_desk_see_identity (door, MSK_IDENTITY_KNOWN, &error));
  g_assert_no_error (error);
  assert_unclaimed (test, 1);
}

static void
test_owner_inside (DeskTest *test, gconstpointer unused)
{
  g_autoptr(MskDoorDesk) door = NULL;
  g_autoptr(MskDoorDesk) exit = NULL;
  g_autoptr(MskDeviceScan) desk = NULL;
  g_autoptr(GError) error = NULL;
  MskDeviceDraft another = { PERSON_FIRST, MSK_DEVICE_WATCH, "", "甲柜4格", 0 };
  guint number;

  desk_test_open_doors (test);
  number = deposit (test, PERSON_FIRST);
  door = msk_door_desk_new (test->session, MSK_DIRECTION_IN);
  g_object_unref (msk_door_desk_choose (door, PERSON_FIRST, &error));
  g_object_unref (msk_door_desk_see_identity (door, MSK_IDENTITY_KNOWN, &error));
  g_assert_no_error (error);

  desk = msk_device_scan_new (test->session, MSK_DEVICE_SCAN_RETURN);
  take_tag (test, desk, number, "device-selected");
  take_badge (test, desk, PERSON_FIRST, "owner-inside");
  desk_test_assert_rule (msk_device_desk_give_back (test->session, number, PERSON_FIRST, "李4",
                                                    "副券遗失", &error),
                         &error, MSK_RULE_ERROR_OWNER_INSIDE);
  /* What they have on them in there was brought in: that is no deposit. */
  desk_test_assert_rule (msk_device_desk_declare (test->session, &another, &error) != 0, &error,
                         MSK_RULE_ERROR_OWNER_INSIDE);
  another.incident_id = 1;
  g_assert_cmpuint (msk_device_desk_declare (test->session, &another, &error), ==, 0);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  exit = msk_door_desk_new (test->session, MSK_DIRECTION_OUT);
  g_object_unref (msk_door_desk_choose (exit, PERSON_FIRST, &error));
  g_assert_no_error (error);
  msk_device_scan_clear (desk);
  take_tag (test, desk, number, "device-selected");
  take_badge (test, desk, PERSON_FIRST, "given-back");
}

/* What was found in the room is no mistake of the clerk's. */
static void
test_found (DeskTest *test, gconstpointer unused)
{
  const MskDeviceFinding finding = { 0, "陈", "会场东侧", "手机一部" };
  const MskDeviceDraft draft = { 0, MSK_DEVICE_PHONE, "", "甲柜", 0 };
  g_autoptr(GError) error = NULL;
  gint64 incident;
  guint number;

  msk_device_desk_found (test->session, &finding, &draft, &incident, &number, &error);
  g_assert_no_error (error);
  g_assert_false (msk_device_desk_void (test->session, number, "登记有误", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (msk_device_desk_claim (test->session, number, PERSON_FIRST, "本人说", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
  g_clear_error (&error);

  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_device_desk_void (test->session, number, "登记有误", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/device-desk/" name, DeskTest, NULL, desk_test_set_up, function,               \
              desk_test_tear_down)
  ADD ("in-and-back", test_round);
  ADD ("to-its-owner-alone", test_owner_alone);
  ADD ("to-its-owner-after-a-change", test_changed_owner);
  ADD ("codes-that-are-no-tag", test_strange_codes);
  ADD ("a-second-tag-voids-the-first", test_second_tag);
  ADD ("a-tag-that-nobody-saw-gives-nothing-back", test_unseen_tag);
  ADD ("unclaimed-while-the-owner-is-not-inside", test_owner_outside);
  ADD ("not-to-an-owner-who-is-inside", test_owner_inside);
  ADD ("found-in-the-room-is-for-the-officer", test_found);

  return desk_test_run ();
}
