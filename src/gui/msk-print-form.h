/* A form that chooses a designated printer, and how many new numbers to reserve before printing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PRINT_FORM (msk_print_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPrintForm, msk_print_form, MSK, PRINT_FORM, MskForm)

/* Begins to print for the subjects that were chosen when the form was opened. */
typedef gboolean (*MskPrintFormApply) (MskPage *page,
                                       GPtrArray *subjects,
                                       const char *printer,
                                       guint count,
                                       GError **error);

/* The designated printers (of MskDesignatedPrinter). NULL when there is none, or they can't be
 * read: that was told then. The caller owns them. */
GPtrArray *msk_print_form_list_printers (MskPage *page) G_GNUC_WARN_UNUSED_RESULT;

/* Opens it over the page's window. room: the most numbers that can be reserved, 0 to ask for none.
 * subjects may be NULL. */
void msk_print_form_open (MskPage *page,
                          const char *explanation,
                          guint room,
                          MskPrintFormApply apply,
                          GPtrArray *subjects);

G_END_DECLS
