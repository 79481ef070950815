/* The door of the meeting that the tests of the desk share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-desk.h"
#include "msk-device-desk.h"
#include "msk-measure-desk.h"
#include "msk-opening-store.h"
#include "msk-session-private.h"

#include "desk-test.h"

static void
open_meeting (DeskTest *self)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (self, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_session_begin (self->session, MSK_ACT_MEETING_OPEN, &transaction, &error));
  g_assert_true (msk_opening_store_open (&transaction, &error));
  g_assert_true (msk_session_commit (self->session, &transaction, &error));
}

void
desk_test_acknowledge_all (DeskTest *self)
{
  static const MskAcknowledgeDraft drafts[] = {
    { MSK_TEXT_BRIEFING, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, NULL },
    { MSK_TEXT_PLEDGE, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, NULL },
    { MSK_TEXT_NOTICE, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, NULL },
    { MSK_TEXT_UNDERTAKING, MSK_POST_NONE, MSK_MANNER_ON_PAPER, "承 1" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      msk_briefing_desk_acknowledge (self->session, &drafts[i], NULL, &error);
      g_assert_no_error (error);
    }
}

void
desk_test_change_text (DeskTest *self, MskTextKind kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTextVersion) text = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  desk_test_sign_in (self, MSK_ROLE_ORGANISER);
  text = msk_briefing_desk_get_text (self->session, kind, MSK_POST_NONE, &error);
  g_assert_no_error (error);
  chinese = g_strconcat (text->chinese, "\n新的一段", NULL);
  english = g_strconcat (text->english, "\nnew", NULL);
  msk_briefing_desk_set_text (self->session, kind, MSK_POST_NONE, chinese, english, &error);
  g_assert_no_error (error);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
}

void
desk_test_open_doors (DeskTest *self)
{
  open_meeting (self);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
  desk_test_acknowledge_all (self);
}

void
desk_test_admit (DeskTest *self, gint64 person)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (self->session, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) asked = NULL;
  g_autoptr(MskVerdict) admitted = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_device_desk_answer_none (self->session, person, &error));
  asked = msk_door_desk_choose (door, person, &error);
  g_assert_no_error (error);
  admitted = msk_door_desk_see_identity (door, MSK_IDENTITY_ID_CARD, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (admitted->code, ==, "admitted");
}

void
desk_test_let_out (DeskTest *self, gint64 person)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (self->session, MSK_DIRECTION_OUT);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) out = msk_door_desk_choose (door, person, &error);

  g_assert_no_error (error);
  if (g_str_equal (out->code, "open-items"))
    {
      g_object_unref (out);
      out = msk_door_desk_let_out_holding (door, "急病", &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (out->code, ==, "let-out");
}

void
desk_test_fill_room (DeskTest *self)
{
  for (gint64 person = PERSON_FIRST; person <= PERSON_LAST_SEALED; person++)
    if (person != PERSON_REJECTED)
      desk_test_admit (self, person);
}

void
desk_test_empty_room (DeskTest *self)
{
  g_autoptr(GPtrArray) inside = NULL;
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (self, MSK_ROLE_SECURITY_OFFICER);
  inside = msk_door_desk_list_inside (self->session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < inside->len; i++)
    desk_test_let_out (self, ((MskDoorLine *) inside->pdata[i])->attendee_id);
}
