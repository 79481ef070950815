/* What a copy bears on its pages, and the stamper that puts it there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-stamper.h"

#include "msk-period.h"

/* As wide as any number of copies that a meeting is likely to make of one paper. */
#define NUMBER_MADE_ROOM 9999

MskStamper *
msk_copy_stamper_new (MskScheme *scheme,
                      MskPreparedPdf *prepared,
                      MskPaper *paper,
                      const MskReproductionMarks *reproduction,
                      GError **error)
{
  g_autofree char *mark = msk_period_dup_mark (scheme, paper->level, paper->period);
  g_autofree char *copied =
      reproduction == NULL
          ? NULL
          : msk_period_dup_reproduction (scheme, reproduction->copier, &reproduction->date);
  guint made = reproduction != NULL ? reproduction->made : MAX (paper->approved, paper->allocated);
  const MskStampMarks marks = {
    .mark = mark,
    .level_label = msk_scheme_get_word (scheme, paper->level),
    .urgency = msk_scheme_get_urgency (scheme, paper->urgency),
    .layout = scheme->layout,
    .page_text = scheme->page_text,
    .copy_text = scheme->copy_text,
    /* A paper that just came has to have room for the numbers that it may get. */
    .number_made = *scheme->copy_text == '\0' ? 0
                   : made > 0                 ? made
                                              : NUMBER_MADE_ROOM,
    .parent = reproduction == NULL ? 0 : reproduction->parent,
    .copied = copied,
  };

  return msk_stamper_new (prepared, &marks, error);
}
