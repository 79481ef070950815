/* One line of the door's register (M4): somebody who passed, or was refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-line.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskDoorLine, msk_door_line, G_TYPE_OBJECT)

static void
msk_door_line_finalize (GObject *object)
{
  MskDoorLine *self = MSK_DOOR_LINE (object);

  g_free (self->person);
  g_free (self->unit);
  g_free (self->user);
  g_free (self->reason);
  g_free (self->annulled_by);
  g_free (self->annulled_for);

  G_OBJECT_CLASS (msk_door_line_parent_class)->finalize (object);
}

static void
msk_door_line_class_init (MskDoorLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_door_line_finalize;
}

static void
msk_door_line_init (MskDoorLine *self)
{
}

MskDoorLine *
msk_door_line_new (void)
{
  return g_object_new (MSK_TYPE_DOOR_LINE, NULL);
}

char *
msk_head_count_dup_text (const MskHeadCount *count)
{
  GString *text;

  g_return_val_if_fail (count != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u person inside", "%u people inside",
                                       count->total),
                          count->total);
  for (guint capacity = 0; capacity < G_N_ELEMENTS (count->people); capacity++)
    if (count->people[capacity] > 0)
      g_string_append_printf (text, " · %s %u", msk_capacity_get_label ((MskCapacity) capacity),
                              count->people[capacity]);

  return g_string_free (text, FALSE);
}
