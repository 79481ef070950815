/* The form in which somebody signs on the screen for what they got or gave back (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-receipt.h"

G_BEGIN_DECLS

#define MSK_TYPE_RECEIPT_FORM (msk_receipt_form_get_type ())
G_DECLARE_FINAL_TYPE (MskReceiptForm, msk_receipt_form, MSK, RECEIPT_FORM, MskForm)

/* Opens it over the page's window, for what is shown as not signed for. GTK owns it; NULL when
 * there is nothing to show it by: that was told. */
GtkWidget *msk_receipt_form_open (MskPage *page, MskUnsigned *what);

G_END_DECLS
