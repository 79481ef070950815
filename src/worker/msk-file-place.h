/* Where in a foreign file something is that has to be mended.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From 1; 0: not known, or the whole file. */
typedef struct
{
  guint row;
  guint column;
} MskFilePlace;

G_END_DECLS
