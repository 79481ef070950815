/* Receipts, what is not signed for, and designations as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-receipt.h"

G_BEGIN_DECLS

/* As the functions of msk-json.h. The caller owns each object. */
JsonObject *msk_json_from_unsigned (const MskUnsigned *unsigned_lines) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_receipt (const MskReceipt *receipt) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_designation (const MskDesignation *designation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
