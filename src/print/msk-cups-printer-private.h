/* What only the print layer and its tests may set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-follow.h"
#include "msk-cups-printer.h"

G_BEGIN_DECLS

/* Before the first use. */
void msk_cups_printer_set_limits (MskCupsPrinter *self, const MskCupsLimits *limits);

G_END_DECLS
