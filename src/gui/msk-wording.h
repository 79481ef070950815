/* A text that is being written: its two languages, until the desk takes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-text-version.h"

G_BEGIN_DECLS

/* Twice what the desk takes, so that what is too long can be made shorter on the screen. More than
 * that would have GTK stand still over it. */
#define MSK_WORDING_MOST_CHARS (2 * MSK_TEXT_MAX_CHARS)

typedef struct
{
  MskTextVersion *in_force;
  char *chinese; /* as they were written; they begin as what is in force */
  char *english;
} MskWording;

MskWording *msk_wording_new (MskTextVersion *in_force) G_GNUC_WARN_UNUSED_RESULT;
void msk_wording_free (MskWording *self);

/* Takes both. */
void msk_wording_take (MskWording *self, char *chinese, char *english);

/* Whether it is written otherwise than what is in force. */
gboolean msk_wording_is_changed (const MskWording *self);

/* Whether more may be put into one language of it, which has so many characters. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE, as the desk would refuse the whole. */
gboolean msk_wording_check_more (const MskWording *self,
                                 const char *before,
                                 const char *more,
                                 gsize length,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskWording, msk_wording_free)

G_END_DECLS
