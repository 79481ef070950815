/* What the preview of a paper's pages says and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean can_go_back;
  gboolean can_go_on;
} MskPreviewState;

/* On one page (from 1) of so many. */
MskPreviewState msk_preview_state_make (guint page, guint pages);

/* The page that was typed; FALSE, leaving page alone, when there is no such page. */
gboolean msk_preview_state_parse (const char *text, guint pages, guint *page);

/* How many pixels the longer side of a picture needs, whose height is so many times its width: to
 * be seen whole in an area, or enlarged to its width. 0 for an area that has no size yet. */
guint msk_preview_state_get_side (int width,
                                  int height,
                                  int scale,
                                  double ratio,
                                  gboolean enlarged);

G_END_DECLS
