/* Turns, loan slips and permits as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-permit.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* As the functions of msk-json.h. standing is that of now. The caller owns each object. */
JsonObject *msk_json_from_turn (const MskTurn *turn, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_permit (const MskPermit *permit, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_loan_slip (const MskLoanSlip *slip) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
