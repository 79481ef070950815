/* The sizes of paper that may be asked of a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-media.h"

typedef struct
{
  const char *keyword;
  const char *label;
  double width;
  double height;
} Size;

static const Size sizes[] = {
  [MSK_MEDIA_A4] = { "iso_a4_210x297mm", "A4", 210, 297 },
  [MSK_MEDIA_A3] = { "iso_a3_297x420mm", "A3", 297, 420 },
};

const char *
msk_media_get_keyword (MskMedia media)
{
  g_return_val_if_fail ((guint) media < G_N_ELEMENTS (sizes), "");

  return sizes[media].keyword;
}

const char *
msk_media_get_label (MskMedia media)
{
  g_return_val_if_fail ((guint) media < G_N_ELEMENTS (sizes), "");

  return sizes[media].label;
}

double
msk_media_get_width (MskMedia media)
{
  g_return_val_if_fail ((guint) media < G_N_ELEMENTS (sizes), 0);

  return sizes[media].width;
}

double
msk_media_get_height (MskMedia media)
{
  g_return_val_if_fail ((guint) media < G_N_ELEMENTS (sizes), 0);

  return sizes[media].height;
}
