/* The sizes of paper that may be asked of a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_MEDIA_A4,
  MSK_MEDIA_A3,
} MskMedia;

/* What printers call it (PWG 5101.1), and people. Static text. */
const char *msk_media_get_keyword (MskMedia media);
const char *msk_media_get_label (MskMedia media);

/* Upright, in millimetres. */
double msk_media_get_width (MskMedia media);
double msk_media_get_height (MskMedia media);

G_END_DECLS
