/* Devices (M5): what may be done with one in each state, and to whom it is given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device.h"

#include "msk-attendee.h"
#include "msk-error.h"

#include "test-start.h"

#define OK (-1)

typedef gboolean (*Check) (MskDevice *self, GError **error);

/* What each check says in each state. */
static const struct
{
  MskDeviceState state;
  MskAttempt tag;
  int taggable; /* MskRuleError, or OK */
  int confirmable;
  int returnable;
  int voidable;
} rows[] = {
  { MSK_DEVICE_EXPECTED, MSK_ATTEMPT_RESERVED, OK, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
    MSK_RULE_ERROR_NOT_DEPOSITED, OK },
  { MSK_DEVICE_EXPECTED, MSK_ATTEMPT_SENT, OK, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
    MSK_RULE_ERROR_NOT_DEPOSITED, OK },
  { MSK_DEVICE_EXPECTED, MSK_ATTEMPT_PRINTED, OK, OK, MSK_RULE_ERROR_NOT_DEPOSITED, OK },
  { MSK_DEVICE_EXPECTED, MSK_ATTEMPT_UNCERTAIN, OK, OK, MSK_RULE_ERROR_NOT_DEPOSITED, OK },
  { MSK_DEVICE_EXPECTED, MSK_ATTEMPT_VOID, OK, MSK_RULE_ERROR_LABEL_NOT_CONFIRMED,
    MSK_RULE_ERROR_NOT_DEPOSITED, OK },
  { MSK_DEVICE_DEPOSITED, MSK_ATTEMPT_GOOD, OK, MSK_RULE_ERROR_ALREADY_GOOD, OK,
    MSK_RULE_ERROR_ALREADY_DEPOSITED },
  /* Its second tag. */
  { MSK_DEVICE_DEPOSITED, MSK_ATTEMPT_PRINTED, OK, OK, OK, MSK_RULE_ERROR_ALREADY_DEPOSITED },
  { MSK_DEVICE_RETURNED, MSK_ATTEMPT_GOOD, MSK_RULE_ERROR_ALREADY_RETURNED,
    MSK_RULE_ERROR_ALREADY_RETURNED, MSK_RULE_ERROR_ALREADY_RETURNED,
    MSK_RULE_ERROR_ALREADY_RETURNED },
  { MSK_DEVICE_VOID, MSK_ATTEMPT_VOID, MSK_RULE_ERROR_DEVICE_VOID, MSK_RULE_ERROR_DEVICE_VOID,
    MSK_RULE_ERROR_DEVICE_VOID, MSK_RULE_ERROR_DEVICE_VOID },
};

static void
expect (MskDevice *device, Check check, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (check (device, &error), ==, code == OK);
  if (code == OK)
    g_assert_no_error (error);
  else
    g_assert_error (error, MSK_RULE_ERROR, code);
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskDevice) device = msk_device_new ();

      g_test_message ("row %u", i);
      device->state = rows[i].state;
      device->tag = rows[i].tag;
      expect (device, msk_device_check_taggable, rows[i].taggable);
      expect (device, msk_device_check_confirmable, rows[i].confirmable);
      expect (device, msk_device_check_returnable, rows[i].returnable);
      expect (device, msk_device_check_voidable, rows[i].voidable);
    }
}

static gboolean
is_given_to (MskDevice *device, gint64 first, gint64 second)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gboolean given;

  g_array_append_val (entries, first);
  g_array_append_val (entries, second);
  given = msk_device_check_owner (device, entries, &error);
  if (!given)
    g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_OWNER);
  return given;
}

static void
test_owner (void)
{
  g_autoptr(MskDevice) device = msk_device_new ();

  device->owner = g_strdup ("王1");
  device->attendee_id = 7;
  g_assert_true (is_given_to (device, 7, 7));
  g_assert_true (is_given_to (device, 3, 7));
  g_assert_false (is_given_to (device, 3, 8));

  /* Found in the room: not even to nobody's entry. */
  device->attendee_id = 0;
  g_assert_false (is_given_to (device, 7, 0));
}

static void
test_word (void)
{
  static const struct
  {
    const char *witness;
    gboolean good;
  } witnesses[] = {
    { "李4", TRUE },    { NULL, FALSE },  { "", FALSE },
    { "clerk", FALSE }, { "王1", FALSE }, { ".", FALSE },
  };
  g_autoptr(MskDevice) device = msk_device_new ();

  device->owner = g_strdup ("王1");
  for (guint i = 0; i < G_N_ELEMENTS (witnesses); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (msk_device_check_word (device, "clerk", witnesses[i].witness,
                                              msk_attendee_is_signature, &error),
                       ==, witnesses[i].good);
      g_assert_cmpint (error == NULL, ==, witnesses[i].good);
    }
}

static void
test_drafts (void)
{
  const MskDeviceDraft nowhere = { 1, MSK_DEVICE_PHONE, "", "", 0 };
  const MskDeviceDraft good = { 1, MSK_DEVICE_PHONE, "", "甲柜3格", 0 };
  const MskDeviceFinding findings[] = {
    { 0, "陈", "门厅", "手机" }, { 0, "", "门厅", "手机" }, { 0, "-", "门厅", "手机" },
    { 0, "陈", "", "手机" },     { 0, "陈", "门厅", NULL },
  };
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_device_check_draft (&good, &error));
  g_assert_no_error (error);
  g_assert_false (msk_device_check_draft (&nowhere, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_clear_error (&error);
      g_assert_cmpint (msk_device_check_finding (&findings[i], &error), ==, i == 0);
    }
}

static void
test_words (void)
{
  g_autofree char *subject = msk_device_dup_subject (12);

  g_assert_cmpstr (subject, ==, "device 00012");
  for (guint kind = 0; kind < MSK_DEVICE_N_KINDS; kind++)
    {
      g_autofree char *words = msk_device_kind_dup_words ((MskDeviceKind) kind);

      g_assert_true (g_str_has_suffix (words, msk_device_kind_get_label ((MskDeviceKind) kind)));
      g_assert_false (g_str_is_ascii (words));
    }
  for (guint state = 0; state < MSK_DEVICE_N_STATES; state++)
    g_assert_cmpstr (msk_device_state_get_label ((MskDeviceState) state), !=, "");
}

int
main (int argc, char *argv[])
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/device/each-state-allows-what-it-allows", test_states);
  g_test_add_func ("/core/device/is-given-to-its-owner-under-any-entry-and-to-nobody-else",
                   test_owner);
  g_test_add_func ("/core/device/without-a-tag-needs-the-word-of-somebody-else", test_word);
  g_test_add_func ("/core/device/lies-somewhere-and-is-found-by-somebody", test_drafts);
  g_test_add_func ("/core/device/has-words-for-everything", test_words);
  return g_test_run ();
}
