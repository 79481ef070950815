/* What the preview of a paper's pages says and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-preview-state.h"

#include "msk-preview-desk.h"

/* Below it nothing can be made out, whatever room the window leaves. */
#define SIDE_MIN 400

/* So much larger it is at least, else nobody would see why they asked. */
#define ENLARGED_MIN 1.5

MskPreviewState
msk_preview_state_make (guint page, guint pages)
{
  const MskPreviewState state = { page > 1, page < pages };

  return state;
}

gboolean
msk_preview_state_parse (const char *text, guint pages, guint *page)
{
  g_autofree char *digits = g_strstrip (g_strdup (text));
  guint64 number;

  if (!g_ascii_string_to_unsigned (digits, 10, 1, pages, &number, NULL))
    return FALSE;

  *page = (guint) number;
  return TRUE;
}

guint
msk_preview_state_get_side (int width, int height, int scale, double ratio, gboolean enlarged)
{
  const double longer = MAX (ratio, 1.0);
  const double whole = MIN (width * longer, height * longer / ratio);
  const double side = enlarged ? MAX (width * longer, whole * ENLARGED_MIN) : whole;

  if (width <= 0 || height <= 0)
    return 0;

  return (guint) CLAMP (side * scale, SIDE_MIN, MSK_PREVIEW_SIDE_MAX);
}
