/* Briefing, agenda and notice as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-agenda-desk.h"
#include "msk-briefing-desk.h"
#include "msk-notice-desk.h"

G_BEGIN_DECLS

JsonObject *msk_json_from_text_version (const MskTextVersion *text) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_pledge_line (const MskPledgeLine *line) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_acknowledgement (const MskAcknowledgement *line)
    G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_agenda_move (const MskAgendaMove *move) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *msk_json_from_exception (const MskRecordingException *exception)
    G_GNUC_WARN_UNUSED_RESULT;

/* Adds the members of where the room stands: phase, position, recording, asked_out, outside. */
void msk_json_set_agenda_call (JsonObject *object, const MskAgendaCall *call);

/* Adds the members of the notice: rule, version, chinese, english. */
void msk_json_set_notice (JsonObject *object, const MskNotice *notice);

G_END_DECLS
