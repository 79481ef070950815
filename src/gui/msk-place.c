/* The places of the window, in the order of the work, and who is shown which.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-place.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  MskAct act; /* shown to who may do this */
  gboolean needs_meeting;
} places[MSK_N_PLACES] = {
  [MSK_PLACE_MEETING] = { "meeting", N_ ("Meeting"), "x-office-calendar-symbolic",
                          MSK_ACT_MEETING_READ, FALSE },
  [MSK_PLACE_MEASURES] = { "measures", N_ ("Measures"), "emblem-ok-symbolic", MSK_ACT_MEETING_READ,
                           TRUE },
  [MSK_PLACE_ATTENDEES] = { "attendees", N_ ("Attendees"), "system-users-symbolic",
                            MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_BRIEFING] = { "briefing", N_ ("Briefing"), "dialog-information-symbolic",
                           MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_PAPERS] = { "papers", N_ ("Papers"), "x-office-document-symbolic",
                         MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_PLAN] = { "plan", N_ ("Issue Plan"), "x-office-spreadsheet-symbolic",
                       MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_ROOM] = { "room", N_ ("Print Room"), "printer-symbolic", MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_CARRIERS] = { "carriers", N_ ("Carriers"), "accessories-text-editor-symbolic",
                           MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_DOOR] = { "door", N_ ("Door"), "avatar-default-symbolic", MSK_ACT_DOOR_IN, TRUE },
  [MSK_PLACE_DEVICES] = { "devices", N_ ("Devices"), "phone-symbolic", MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_DESK] = { "desk", N_ ("Desk"), "document-send-symbolic", MSK_ACT_COPY_ISSUE, TRUE },
  [MSK_PLACE_CIRCULATION] = { "circulation", N_ ("Circulation"), "alarm-symbolic",
                              MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_RETURNS] = { "returns", N_ ("Returns"), "edit-undo-symbolic", MSK_ACT_COPY_RETURN,
                          TRUE },
  [MSK_PLACE_RECEIPTS] = { "receipts", N_ ("Receipts"), "text-x-generic-symbolic",
                           MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_HANDOVER] = { "handover", N_ ("Handover"), "system-switch-user-symbolic",
                           MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_SWEEP] = { "sweep", N_ ("Sweep"), "edit-find-symbolic", MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_INCIDENTS] = { "incidents", N_ ("Incidents"), "dialog-warning-symbolic",
                            MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_DESTRUCTION] = { "destruction", N_ ("Destruction"), "user-trash-symbolic",
                              MSK_ACT_MEETING_READ, TRUE },
  [MSK_PLACE_LEDGER] = { "ledger", N_ ("Ledger"), "accessories-dictionary-symbolic",
                         MSK_ACT_LEDGER_READ, FALSE },
  [MSK_PLACE_ACCOUNTS] = { "accounts", N_ ("Users & Printers"), "preferences-system-symbolic",
                           MSK_ACT_USER_ADD, FALSE },
};

gboolean
msk_place_is_shown (MskPlace place, MskRole role)
{
  g_return_val_if_fail (place < MSK_N_PLACES, FALSE);

  return msk_role_may (role, places[place].act);
}

gboolean
msk_place_needs_meeting (MskPlace place)
{
  g_return_val_if_fail (place < MSK_N_PLACES, FALSE);

  return places[place].needs_meeting;
}

const char *
msk_place_get_title (MskPlace place)
{
  g_return_val_if_fail (place < MSK_N_PLACES, "");

  return g_dgettext (GETTEXT_PACKAGE, places[place].title);
}

const char *
msk_place_get_icon_name (MskPlace place)
{
  g_return_val_if_fail (place < MSK_N_PLACES, "");

  return places[place].icon_name;
}

const char *
msk_place_get_name (MskPlace place)
{
  g_return_val_if_fail (place < MSK_N_PLACES, "");

  return places[place].name;
}
