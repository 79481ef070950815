/* What every role is tried with at the door.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-rows.h"

static void
drop_array (GPtrArray *array)
{
  g_clear_pointer (&array, g_ptr_array_unref);
}

static void
drop_object (gpointer object)
{
  g_clear_object (&object);
}

static void
pass (MskSession *session, MskDirection direction, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (session, direction);

  drop_object (msk_door_desk_choose (door, 99, error));
}

static void
call_in (MskSession *session, GError **error)
{
  pass (session, MSK_DIRECTION_IN, error);
}

static void
call_out (MskSession *session, GError **error)
{
  pass (session, MSK_DIRECTION_OUT, error);
}

static void
call_scan (MskSession *session, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (session, MSK_DIRECTION_IN);

  drop_object (msk_door_desk_scan (door, "x", error));
}

static void
call_identity (MskSession *session, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (session, MSK_DIRECTION_IN);

  drop_object (msk_door_desk_see_identity (door, MSK_IDENTITY_KNOWN, error));
}

static void
call_holding (MskSession *session, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (session, MSK_DIRECTION_OUT);

  drop_object (msk_door_desk_let_out_holding (door, "休息", error));
}

static void
call_annul (MskSession *session, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (session, MSK_DIRECTION_IN);

  drop_object (msk_door_desk_annul (door, 99, "看错了人", error));
}

static void
call_count (MskSession *session, GError **error)
{
  MskHeadCount count;

  msk_door_desk_count (session, &count, error);
}

static void
call_list (MskSession *session, GError **error)
{
  drop_array (msk_door_desk_list (session, error));
}

static void
call_inside (MskSession *session, GError **error)
{
  drop_array (msk_door_desk_list_inside (session, error));
}

static void
call_refusals (MskSession *session, GError **error)
{
  drop_array (msk_door_desk_list_refusals (session, error));
}

const RoleRow role_rows_door[] = {
  { "door-in", call_in, C | S, FALSE },
  { "door-out", call_out, C | S, FALSE },
  { "door-scan", call_scan, C | S, FALSE },
  { "door-identity", call_identity, C | S, FALSE },
  { "door-out-holding", call_holding, S, FALSE },
  { "door-annul", call_annul, C | S, FALSE },
  { "door-count", call_count, READERS, FALSE },
  { "door-list", call_list, L | S, FALSE },
  { "door-inside", call_inside, L | S, FALSE },
  { "door-refusals", call_refusals, L | S, FALSE },
  { NULL },
};
