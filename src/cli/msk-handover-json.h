/* Handovers as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-handover.h"

G_BEGIN_DECLS

/* The caller owns each object. */
JsonObject *msk_json_from_handover (MskHandover *handover) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_stock_line (MskStockLine *line) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_discrepancy (MskDiscrepancy *discrepancy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
