/* What was counted when something came back, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-page-count.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* A count by which something came back, in full or in part. The caller owns it. */
JsonObject *msk_json_from_return_count (MskReturnCount *count) G_GNUC_WARN_UNUSED_RESULT;

/* The count of a verdict, and what the person still holds of what belongs to the copy. A count that
 * ended nothing is not told: the next one is blind. */
void msk_json_set_return (JsonObject *object, const MskVerdict *verdict);

G_END_DECLS
