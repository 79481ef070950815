/* A poster of the no-recording notice (M5): both languages, as the second display shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-media.h"
#include "msk-notice-text.h"

G_BEGIN_DECLS

/* It tells what is not allowed in the room, and nothing about what is dealt with there. */
typedef struct
{
  const MskNoticeText *chinese;
  const MskNoticeText *english;
  MskRecording rule;
  guint version; /* of the text, so that one that is out of date is known where it hangs */
  MskMedia media;
} MskPoster;

/* A PDF of one page, wider than high. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, or with
 * MSK_SYSTEM_ERROR_FILE when the template is damaged. */
GBytes *msk_poster_draw (const MskPoster *poster, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
