/* The form that records a measure (M1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-measure.h"

G_BEGIN_DECLS

#define MSK_TYPE_MEASURE_FORM (msk_measure_form_get_type ())
G_DECLARE_FINAL_TYPE (MskMeasureForm, msk_measure_form, MSK, MEASURE_FORM, MskForm)

void msk_measure_form_open (MskPage *page, MskMeasure *measure);

G_END_DECLS
