/* The sound of a verdict.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MSK_TYPE_SOUND (msk_sound_get_type ())
G_DECLARE_FINAL_TYPE (MskSound, msk_sound, MSK, SOUND, GObject)

/* The sounds of this program. Silent on a machine that has no sound: a verdict is three other
 * things as well. Lent. */
MskSound *msk_sound_get_default (void);

/* Plays an event of the freedesktop sound naming specification; NULL is silence. Says nothing of
 * what it stands for to the sound server. */
void msk_sound_play (MskSound *self, const char *event);

G_END_DECLS
