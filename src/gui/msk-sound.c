/* The sound of a verdict.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sound.h"

#include <gsound.h>

struct _MskSound
{
  GObject parent_instance;

  GSoundContext *context; /* NULL without sound */
};

G_DEFINE_FINAL_TYPE (MskSound, msk_sound, G_TYPE_OBJECT)

static void
msk_sound_dispose (GObject *object)
{
  g_clear_object (&MSK_SOUND (object)->context);

  G_OBJECT_CLASS (msk_sound_parent_class)->dispose (object);
}

static void
msk_sound_class_init (MskSoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_sound_dispose;
}

static void
msk_sound_init (MskSound *self)
{
  g_autoptr(GError) error = NULL;

  self->context = gsound_context_new (NULL, &error);
  if (self->context == NULL)
    g_debug ("No sound: %s", error->message);
}

MskSound *
msk_sound_get_default (void)
{
  static MskSound *instance;

  if (instance == NULL)
    instance = g_object_new (MSK_TYPE_SOUND, NULL);

  return instance;
}

void
msk_sound_play (MskSound *self, const char *event)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (MSK_IS_SOUND (self));

  if (self->context == NULL || event == NULL)
    return;

  /* Verdicts can come faster than a sound lasts: only the newest counts. */
  if (!gsound_context_play_simple (self->context, NULL, &error, GSOUND_ATTR_EVENT_ID, event,
                                   GSOUND_ATTR_MEDIA_ROLE, "event",
                                   GSOUND_ATTR_CANBERRA_CACHE_CONTROL, "permanent", NULL))
    g_debug ("No sound: %s", error->message);
}
