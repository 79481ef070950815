/* The form that puts a printer on the list of designated printers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PRINTER_FORM (msk_printer_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPrinterForm, msk_printer_form, MSK, PRINTER_FORM, MskForm)

G_END_DECLS
