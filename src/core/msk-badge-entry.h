/* A badge in the register of badges: one tag, printed once for one person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"

G_BEGIN_DECLS

#define MSK_TYPE_BADGE_ENTRY (msk_badge_entry_get_type ())
G_DECLARE_FINAL_TYPE (MskBadgeEntry, msk_badge_entry, MSK, BADGE_ENTRY, GObject)

struct _MskBadgeEntry
{
  GObject parent_instance;

  gint64 serial; /* of its tag */
  gint64 attendee_id;
  char *name; /* of the person */
  char *unit;
  MskBadgeState state;
  char *printer;
  char *place;
  char *reason;  /* why it is void, or "" */
  gboolean lost; /* void because it was lost */
  gint64 printed_at;
  gint64 changed_at;
};

MskBadgeEntry *msk_badge_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* It was looked at or scanned after printing: it counts from now on. Fails with
 * MSK_RULE_ERROR_ALREADY_GOOD, _BADGE_NOT_CONFIRMED (it is in the printer), _VOID_BADGE. */
gboolean msk_badge_entry_check_confirmable (MskBadgeEntry *self, GError **error);

/* It lets its wearer in and gets them paper: confirmed, and not void since. Fails with
 * MSK_RULE_ERROR_BADGE_NOT_CONFIRMED or _VOID_BADGE. */
gboolean msk_badge_entry_check_good (MskBadgeEntry *self, GError **error);

G_END_DECLS
