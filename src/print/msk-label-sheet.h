/* Labels for carriers and tags for devices, several on a sheet: a number, what it is, its level,
 * and the tag. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What the labels are for: each has its own sheet. */
typedef enum
{
  MSK_LABEL_CARRIER,
  MSK_LABEL_DEVICE, /* two parts beside each other, to be cut */
} MskLabelUse;

/* Nothing here names the meeting, or says more of the carrier than its kind. */
typedef struct
{
  guint number;     /* of the carrier or device, printed as at least four digits */
  const char *kind; /* the word, in the languages that the label is to show: "保密本 notebook" */
  const char *level; /* likewise; of a device which part it is */
  const char *code;  /* the tag's digits */
} MskLabel;

/* How many labels a sheet has. 0 with MSK_SYSTEM_ERROR_FILE when the template is damaged. */
guint msk_label_sheet_get_capacity (MskLabelUse use, GError **error);

/* A PDF of one sheet with the labels in rows from the top left. count is 1 … the capacity. Fails
 * with MSK_INPUT_ERROR_MISSING_GLYPH, with MSK_INPUT_ERROR_BAD_VALUE for a text that is too long
 * for a label or a code that holds more than digits, or with MSK_SYSTEM_ERROR_FILE when the
 * template is damaged. */
GBytes *msk_label_sheet_draw (MskLabelUse use, const MskLabel *labels, guint count, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
