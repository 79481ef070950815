/* The verbs of msk meeting that change the agenda and move the room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_agenda_change_keys[];

gboolean msk_agenda_verb_change (MskCli *cli, GError **error);
gboolean msk_agenda_verb_bind (MskCli *cli, GError **error);
gboolean msk_agenda_verb_free (MskCli *cli, GError **error);
gboolean msk_agenda_verb_next (MskCli *cli, GError **error);
gboolean msk_agenda_verb_break (MskCli *cli, GError **error);
gboolean msk_agenda_verb_end (MskCli *cli, GError **error);
gboolean msk_agenda_verb_room (MskCli *cli, GError **error);
gboolean msk_agenda_verb_history (MskCli *cli, GError **error);

G_END_DECLS
