/* Somebody's visit to the print room (K1, C3), as the entry log has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_TYPE_ROOM_VISIT (msk_room_visit_get_type ())
G_DECLARE_FINAL_TYPE (MskRoomVisit, msk_room_visit, MSK, ROOM_VISIT, GObject)

struct _MskRoomVisit
{
  GObject parent_instance;

  gint64 id;
  char *place;  /* the designated place of a printer */
  char *name;   /* of the visitor */
  char *unit;   /* theirs, or "" */
  char *reason; /* why they came */
  char *leave;  /* who let them in */
  gint64 entered_at;
  char *entered_by; /* the account that wrote it down */
  gint64 left_at;   /* 0 while they are inside */
  char *left_by;    /* the account that wrote it down, or "" */
};

MskRoomVisit *msk_room_visit_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
