/* A form of one or two texts: reasons, places, whom one told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_TEXT_FORM (msk_text_form_get_type ())
G_DECLARE_FINAL_TYPE (MskTextForm, msk_text_form, MSK, TEXT_FORM, MskForm)

/* Does it for the subjects that were chosen when the form was opened; second is "" in a form of one
 * text. */
typedef gboolean (*MskTextFormApply) (MskPage *page,
                                      GPtrArray *subjects,
                                      const char *first,
                                      const char *second,
                                      GError **error);

typedef struct
{
  const char *title;
  const char *explanation; /* or NULL */
  const char *verb;
  const char *first;
  const char *second; /* or NULL */
  MskTextFormApply apply;
} MskTextFormWords;

/* Opens it over the page's window. subjects may be NULL. */
void msk_text_form_open (MskPage *page, const MskTextFormWords *words, GPtrArray *subjects);

G_END_DECLS
