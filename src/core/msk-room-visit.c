/* Somebody's visit to the print room (K1, C3), as the entry log has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-visit.h"

G_DEFINE_FINAL_TYPE (MskRoomVisit, msk_room_visit, G_TYPE_OBJECT)

static void
msk_room_visit_finalize (GObject *object)
{
  MskRoomVisit *self = MSK_ROOM_VISIT (object);

  g_free (self->place);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->reason);
  g_free (self->leave);
  g_free (self->entered_by);
  g_free (self->left_by);

  G_OBJECT_CLASS (msk_room_visit_parent_class)->finalize (object);
}

static void
msk_room_visit_class_init (MskRoomVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_room_visit_finalize;
}

static void
msk_room_visit_init (MskRoomVisit *self)
{
}

MskRoomVisit *
msk_room_visit_new (void)
{
  return g_object_new (MSK_TYPE_ROOM_VISIT, NULL);
}
