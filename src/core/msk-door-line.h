/* One line of the door's register (M4): somebody who passed, or was refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-door.h"

G_BEGIN_DECLS

#define MSK_TYPE_DOOR_LINE (msk_door_line_get_type ())
G_DECLARE_FINAL_TYPE (MskDoorLine, msk_door_line, MSK, DOOR_LINE, GObject)

/* A snapshot. Texts are never NULL. */
struct _MskDoorLine
{
  GObject parent_instance;

  gint64 id; /* of the movement, or of the refusal: two series */
  gint64 at;
  MskDirection direction;
  MskDoorVerdict verdict;
  gint64 attendee_id; /* 0 for a code behind which nobody is known */
  char *person;
  char *unit;
  MskCapacity capacity; /* of the person, if there is one */
  MskIdentity identity; /* of a way in */
  gboolean by_hand;     /* the person was chosen, not scanned */
  char *user;           /* who let them pass, or refused */
  char *reason;         /* why they left with papers, or "" */
  gint64 annulled_at;   /* 0 unless it was a mistake */
  char *annulled_by;
  char *annulled_for;
};

MskDoorLine *msk_door_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How many are inside at a moment. */
typedef struct
{
  guint people[MSK_CAPACITY_PRESS + 1]; /* by MskCapacity */
  guint total;
} MskHeadCount;

/* "3 inside: 2 delegates, …" in the user's language. The caller owns it. */
char *msk_head_count_dup_text (const MskHeadCount *count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
