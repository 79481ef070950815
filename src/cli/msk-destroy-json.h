/* Destruction as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-destruction.h"

G_BEGIN_DECLS

/* The caller owns each object. */
JsonObject *msk_json_from_destruction (MskDestruction *batch) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_destruction_attendance (MskDestructionAttendance *attendance)
    G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_destruction_item (MskDestructionItem *item) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_originator_return (MskOriginatorReturn *back) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
