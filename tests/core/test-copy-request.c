/* Requests to copy: what they say, who may decide, and how far an approval goes (M6, C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee.h"
#include "msk-copy-request.h"
#include "msk-error.h"

#include "test-start.h"

static MskCopyRequest *
make_request (void)
{
  MskCopyRequest *request = msk_copy_request_new ();

  request->copies = 5;
  request->purpose = g_strdup ("会议用");
  request->applicant = g_strdup ("赵六");
  request->asked_place = g_strdup ("");
  request->requested_by = g_strdup ("organiser");
  return request;
}

static void
test_says_how_many_what_for_and_who (void)
{
  static const struct
  {
    guint copies;
    const char *purpose;
    const char *applicant;
    const char *place;
    gboolean complete;
  } cases[] = {
    { 5, "会议用", "赵六", "", TRUE },
    { 5, "会议用", "赵六", "三楼", TRUE },
    { MSK_PAPER_APPROVED_MAX, "会议用", "赵六", "", TRUE },
    { MSK_PAPER_APPROVED_MAX + 1, "会议用", "赵六", "", FALSE },
    { G_MAXUINT, "会议用", "赵六", "", FALSE },
    { 0, "会议用", "赵六", "", FALSE },
    { 5, "", "赵六", "", FALSE },
    { 5, NULL, "赵六", "", FALSE },
    { 5, "会议用", "", "", FALSE },
    { 5, "会议用", NULL, "", FALSE },
    { 5, "会议用", "赵六", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskCopyRequest) request = msk_copy_request_new ();
      g_autoptr(GError) error = NULL;

      request->copies = cases[i].copies;
      request->purpose = g_strdup (cases[i].purpose);
      request->applicant = g_strdup (cases[i].applicant);
      request->asked_place = g_strdup (cases[i].place);
      g_test_message ("case %u", i);
      g_assert_cmpint (msk_copy_request_check (request, &error), ==, cases[i].complete);
      if (cases[i].complete)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_who_asks_does_not_decide (void)
{
  static const struct
  {
    const char *account;
    const char *person;
    gboolean allowed;
  } cases[] = {
    { "leader", "李四", TRUE },    { "leader", NULL, TRUE },     { "organiser", "李四", FALSE },
    { "organiser", NULL, FALSE },  { "leader", "赵六", FALSE },  { "leader", " 赵 六 ", FALSE },
    { "leader", "赵　六", FALSE }, { "leader", "赵六一", TRUE }, { "Organiser", "李四", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MskCopyRequest) request = make_request ();
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (msk_copy_request_check_decider (request, cases[i].account, cases[i].person,
                                                       msk_attendee_is_signature, &error),
                       ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
    }
}

static void
test_is_decided_once (void)
{
  for (int state = MSK_REQUEST_APPROVED; state <= MSK_REQUEST_REFUSED; state++)
    {
      g_autoptr(MskCopyRequest) request = make_request ();
      g_autoptr(GError) error = NULL;

      request->state = (MskRequestState) state;
      g_assert_false (msk_copy_request_check_decider (request, "leader", "李四",
                                                      msk_attendee_is_signature, &error));
      g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_ALREADY_DECIDED);
    }
}

static void
test_no_more_than_was_asked_for (void)
{
  g_autoptr(MskCopyRequest) request = make_request ();
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_copy_request_check_limit (request, 1, &error));
  g_assert_true (msk_copy_request_check_limit (request, 5, &error));
  g_assert_no_error (error);
  g_assert_false (msk_copy_request_check_limit (request, 6, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_REQUEST);
}

static void
test_room (void)
{
  g_autoptr(MskCopyRequest) request = make_request ();

  g_assert_cmpuint (msk_copy_request_get_room (request), ==, 0);
  request->granted = 3;
  g_assert_cmpuint (msk_copy_request_get_room (request), ==, 3);
  request->live = 2;
  g_assert_cmpuint (msk_copy_request_get_room (request), ==, 1);
  request->live = 4;
  g_assert_cmpuint (msk_copy_request_get_room (request), ==, 0);
}

static void
test_labels (void)
{
  g_assert_cmpstr (msk_request_state_get_label (MSK_REQUEST_OPEN), ==, "waits for a decision");
  g_assert_cmpstr (msk_request_state_get_label (MSK_REQUEST_APPROVED), ==, "copying approved");
  g_assert_cmpstr (msk_request_state_get_label (MSK_REQUEST_REFUSED), ==, "copying refused");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/copy-request/says-how-many-what-for-and-who",
                   test_says_how_many_what_for_and_who);
  g_test_add_func ("/core/copy-request/who-asks-does-not-decide", test_who_asks_does_not_decide);
  g_test_add_func ("/core/copy-request/is-decided-once", test_is_decided_once);
  g_test_add_func ("/core/copy-request/no-more-than-was-asked-for",
                   test_no_more_than_was_asked_for);
  g_test_add_func ("/core/copy-request/room", test_room);
  g_test_add_func ("/core/copy-request/labels", test_labels);

  return g_test_run ();
}
