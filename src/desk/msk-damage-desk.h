/* What the sweep sees damaged: torn, wet, or with pages missing (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-damage.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Registers it, by who sweeps. What is whole stays explained as it stands; of what is not, its
 * incident is opened with it, unless there is one that pages of it, or all, are missing. Custody
 * stays as it is. *incident is 0 for none. Fails with MSK_RULE_ERROR_SWEEP_NOT_STARTED,
 * _SWEEP_CLOSED, _NOT_SEEN, MSK_INPUT_ERROR_NOT_FOUND (nothing of the set), _BAD_VALUE. */
gboolean msk_damage_desk_add (MskSession *session,
                              const MskDamageDraft *draft,
                              gint64 *incident,
                              GError **error);

/* Of MskDamage, in the order in which they were registered. */
GPtrArray *msk_damage_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
