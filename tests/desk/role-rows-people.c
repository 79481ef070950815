/* What each role may do with the list of attendees and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "role-rows.h"

static const MskAttendeeDraft attendee_draft = { "新人", "单位", "", MSK_CAPACITY_STAFF,
                                                 MSK_LEVEL_SECRET };

static void
call_import (MskSession *session, GError **error)
{
  const MskImportChoice choice = { 0 };
  g_autoptr(GBytes) csv = g_bytes_new_static ("x", 1);
  g_autoptr(MskImportPreview) preview = msk_import_desk_read (session, csv, &choice, error);

  if (preview != NULL)
    msk_import_desk_confirm (session, preview, TRUE, error);
}

static void
call_attendee_add (MskSession *session, GError **error)
{
  msk_vetting_desk_add (session, &attendee_draft, NULL, error);
}

static void
call_approve (MskSession *session, GError **error)
{
  msk_vetting_desk_approve (session, 99, "好", error);
}

static void
call_reject (MskSession *session, GError **error)
{
  msk_vetting_desk_reject (session, 99, "不", error);
}

static void
call_approve_rest (MskSession *session, GError **error)
{
  msk_vetting_desk_approve_rest (session, "好", error);
}

static void
call_seal (MskSession *session, GError **error)
{
  g_autofree char *code = msk_vetting_desk_seal (session, error);
}

static void
call_attendees (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, error);
}

static void
call_roster (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) people = msk_roster_list (session, &msk_roster_everybody, error);
}

static void
call_export (MskSession *session, GError **error)
{
  g_autoptr(GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *path = msk_roster_export_write (session, nobody, MSK_ROSTER_CSV, NULL, error);
}

static void
call_attendee (MskSession *session, GError **error)
{
  g_autoptr(MskAttendee) person = msk_vetting_desk_get (session, 1, error);
}

static void
call_badge (MskSession *session, GError **error)
{
  msk_vetting_desk_print_badge (session, 99, "nothing", NULL, error);
}

static void
call_badge_code (MskSession *session, GError **error)
{
  g_autofree char *code = msk_vetting_desk_dup_badge_code (session, 1, error);
}

static void
call_submit (MskSession *session, GError **error)
{
  msk_vetting_desk_submit (session, error);
}

static void
call_approve_press (MskSession *session, GError **error)
{
  const MskPressDecision decision = { "部", "批 1", "好" };

  msk_vetting_desk_approve_press (session, 99, &decision, error);
}

static void
call_return (MskSession *session, GError **error)
{
  msk_vetting_desk_return (session, 99, "不全", error);
}

static void
call_withdraw (MskSession *session, GError **error)
{
  msk_vetting_desk_withdraw (session, 99, "不来", NULL, error);
}

static void
call_change (MskSession *session, GError **error)
{
  gint64 changed;

  msk_vetting_desk_change (session, 99, &attendee_draft, &changed, NULL, error);
}

static void
call_lacking (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) people = msk_badge_desk_list_lacking (session, error);
}

static void
call_badges (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) badges = msk_badge_desk_list (session, error);
}

static void
call_badge_confirm (MskSession *session, GError **error)
{
  msk_badge_desk_confirm (session, 99, error);
}

static void
call_badge_void (MskSession *session, GError **error)
{
  msk_badge_desk_void (session, 99, "坏", error);
}

static void
call_badge_lose (MskSession *session, GError **error)
{
  msk_badge_desk_lose (session, 99, "门口", error);
}

const RoleRow role_rows_people[] = {
  { "attendee-import", call_import, O, FALSE },
  { "attendee-add", call_attendee_add, O, FALSE },
  { "attendee-approve", call_approve, L, FALSE },
  { "attendee-reject", call_reject, L, FALSE },
  { "attendee-approve-rest", call_approve_rest, L, FALSE },
  { "list-seal", call_seal, L, FALSE },
  { "attendee-list", call_attendees, READERS, FALSE },
  { "roster", call_roster, READERS, FALSE },
  { "list-export", call_export, O | L | S | U, FALSE },
  { "attendee-get", call_attendee, READERS, FALSE },
  { "badge-print", call_badge, C, FALSE },
  { "badge-code", call_badge_code, C, FALSE },
  { "list-submit", call_submit, O, FALSE },
  { "attendee-approve-press", call_approve_press, L, FALSE },
  { "attendee-return", call_return, L, FALSE },
  { "attendee-change", call_change, O, FALSE },
  { "attendee-withdraw", call_withdraw, O | L | S, FALSE },
  { "badge-list-lacking", call_lacking, READERS, FALSE },
  { "badge-list", call_badges, READERS, FALSE },
  { "badge-confirm", call_badge_confirm, C, FALSE },
  { "badge-void", call_badge_void, C, FALSE },
  { "badge-lose", call_badge_lose, C | S, FALSE },
  { NULL },
};
