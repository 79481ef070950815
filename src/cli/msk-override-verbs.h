/* The verbs that issue something all the same, by the decision of the role that may.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* What each of these verbs takes. */
#define MSK_OVERRIDE_OPTIONS                                                                       \
  (MSK_OPTION_COSIGNER_FD | MSK_OPTION_COSIGNER_FILE | MSK_OPTIONS_SECOND_COSIGNER)

extern const MskDraftKey msk_override_keys[];

/* msk desk override, msk carrier override, msk circulate override. Fail as the desk does. */
gboolean msk_override_verb_copy (MskCli *cli, GError **error);
gboolean msk_override_verb_carrier (MskCli *cli, GError **error);
gboolean msk_override_verb_turn (MskCli *cli, GError **error);

/* msk desk overrides. */
gboolean msk_override_verb_list (MskCli *cli, GError **error);

G_END_DECLS
