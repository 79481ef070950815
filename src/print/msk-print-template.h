/* A print template: a page's measures, read strictly from files built into the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Points of 1/72 inch in a millimetre. */
#define MSK_POINTS_PER_MM (72.0 / 25.4)

/* One measure that a template must give: where it is kept, and the bounds that make sense. The name
 * is "group/key". */
typedef struct
{
  const char *name;
  gsize offset; /* of a double in the structure to fill */
  double minimum;
  double maximum;
} MskPrintMeasure;

/* One text that a template must give: a font's description. */
typedef struct
{
  const char *name;
  gsize offset; /* of a char * in the structure to fill */
} MskPrintText;

/* Reads the template built in at path, such as "copy/page.ini". Fails with MSK_SYSTEM_ERROR_FILE
 * when it is missing, when a measure is missing, no number or out of its bounds, or when it holds
 * anything that is not asked for: what is printed must never be a guess. Both tables end with an
 * entry whose name is NULL. The texts in target are the caller's to free, also after a failure. */
gboolean msk_print_template_load (const char *path,
                                  const MskPrintMeasure *measures,
                                  const MskPrintText *texts,
                                  gpointer target,
                                  GError **error);

/* The same from text in memory. name is for the message. */
gboolean msk_print_template_parse (const char *text,
                                   gssize length,
                                   const char *name,
                                   const MskPrintMeasure *measures,
                                   const MskPrintText *texts,
                                   gpointer target,
                                   GError **error);

G_END_DECLS
