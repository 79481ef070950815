/* A badge: a person's name, unit and capacity, and the tag that door and desk scan.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Nothing here names the meeting: a badge that is lost outside must not say where it belongs. */
typedef struct
{
  const char *name;
  const char *unit;     /* nullable */
  const char *capacity; /* the word, in the languages that the badge is to show: "列席 Observer" */
  guint32 colour;   /* of the capacity, 0xRRGGBB; the word stays beside it for those who cannot tell
                       colours */
  guint number;     /* of the badge, printed as at least three digits */
  const char *code; /* the tag's digits */
} MskBadge;

/* A PDF of one page, the size of a card. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, with
 * MSK_INPUT_ERROR_BAD_VALUE for a text that is too long for the card or a code that holds more than
 * digits, or with MSK_SYSTEM_ERROR_FILE when the template is damaged. */
GBytes *msk_badge_draw (const MskBadge *badge, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
