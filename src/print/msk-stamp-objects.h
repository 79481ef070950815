/* The objects that a stamp adds to a PDF, and where in the file each begins.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;   /* the objects, as they stand in the file */
  guint64 base;    /* offset in the file of the first byte of text */
  guint first;     /* number of the first object added */
  GArray *offsets; /* of guint64; of first, first + 1, … */
} MskStampObjects;

MskStampObjects *msk_stamp_objects_new (guint64 base, guint first) G_GNUC_WARN_UNUSED_RESULT;
void msk_stamp_objects_free (MskStampObjects *self);

/* The number that the next added object gets. */
guint msk_stamp_objects_get_next (const MskStampObjects *self);

/* Add one object, and return its number. dictionary has no brackets; a stream's length is added to
 * it. */
guint msk_stamp_objects_add (MskStampObjects *self, const char *body);
guint msk_stamp_objects_add_stream (MskStampObjects *self,
                                    const char *dictionary,
                                    const char *data,
                                    gsize length);

/* Appends a number the way PDF wants it, whatever the locale: at most three decimals, no exponent.
 */
void msk_stamp_append_number (GString *text, double number);

/* The same for several numbers, each followed by a blank. */
void msk_stamp_append_numbers (GString *text, const double *numbers, guint count);

/* Appends the twenty bytes of an entry of the cross-reference table. */
void msk_stamp_append_xref_entry (GString *text, guint64 offset);
/* Writes them over an entry that is there. */
void msk_stamp_write_xref_entry (char *entry, guint64 offset);

#define MSK_STAMP_XREF_ENTRY_LENGTH 20

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskStampObjects, msk_stamp_objects_free)

G_END_DECLS
