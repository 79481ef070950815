/* Makes the numbered copies of a prepared paper: its bytes, with this copy's stamps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-number.h"
#include "msk-prepared-pdf.h"
#include "msk-stamp-plan.h"
#include "msk-tag.h"

G_BEGIN_DECLS

/* What all copies of a paper carry. */
typedef struct
{
  const char *mark;        /* level and period: "机密★10年" */
  const char *level_label; /* for the top and the bottom of each page: "机密" */
  const char *urgency;     /* nullable: third line of the first page */
  guint number_made;       /* of "Copy 14 of 30"; 0 leaves that text out */
  const char *layout;      /* nullable: a print template other than "copy/page.ini" */
  const char
      *page_text; /* nullable: "Page {page} of {pages}" otherwise than in the user's language */
  const char *copy_text; /* nullable: the same for "Copy {number} of {made}" */
  /* Of copies of one copy (C2): its number, and the line that says who copied it and when. 0 and
   * NULL for copies of the paper itself. number_made is then how many copies that one has. */
  guint parent;
  const char *copied;
} MskStampMarks;

/* What one copy carries. */
typedef struct
{
  guint number; /* the copy number (份号), as core/msk-copy-number.h has it: a plain one, or a child
                 * of the parent of the marks */
  guint ordinal; /* the 14 of "Copy 14 of 30" and of "Copy 14/1 of 2"; not used when number_made is
                  * 0 */
  gint64 serial; /* of the print attempt, for the tags */
  const char *holder; /* nullable: drawn faintly across every page */
  gboolean specimen;  /* for looking at: its number is 0, printed 000000 */
} MskStampCopy;

#define MSK_TYPE_STAMPER (msk_stamper_get_type ())
G_DECLARE_FINAL_TYPE (MskStamper, msk_stamper, MSK, STAMPER, GObject)

/* Draws once what all copies share. Fails with MSK_INPUT_ERROR_MISSING_GLYPH, with
 * MSK_INPUT_ERROR_PDF_UNSTAMPABLE when a page is too small or there are more pages than a tag can
 * name, or with MSK_SYSTEM_ERROR_FILE when the template is damaged. Keeps its own reference to what
 * pdf holds. May block for some tens of milliseconds while fonts are opened. */
MskStamper *msk_stamper_new (MskPreparedPdf *pdf,
                             const MskStampMarks *marks,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One copy as a complete PDF. sign is called once a page, in order, and fills in the tag's MAC.
 * Fails with MSK_INPUT_ERROR_BAD_VALUE for a number, ordinal or serial outside its range,
 * MSK_INPUT_ERROR_MISSING_GLYPH for the holder's name, or MSK_SYSTEM_ERROR_MEMORY when the system
 * gives no random bytes or no memory. A stamper never changes, so copies may be made in any thread,
 * also several at once. */
GBytes *msk_stamper_stamp (MskStamper *self,
                           const MskStampCopy *copy,
                           MskTagSignFunc sign,
                           gpointer user_data,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The white boxes that the stamp covers on a page (counted from 0), in the space of
 * MskPreparedPage. A holder's mark is outside them. The caller owns the array, of
 * MskStampRectangle. */
GArray *msk_stamper_dup_rectangles (MskStamper *self, guint page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
