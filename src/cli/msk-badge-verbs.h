/* What msk attendee does with badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* Prints badges of those named, or of everybody who lacks one. */
gboolean msk_badge_verbs_print (MskCli *cli, GError **error);

/* Prints another badge for those named, for a reason. */
gboolean msk_badge_verbs_reissue (MskCli *cli, GError **error);
gboolean msk_badge_verbs_confirm (MskCli *cli, GError **error);
gboolean msk_badge_verbs_void (MskCli *cli, GError **error);
gboolean msk_badge_verbs_lose (MskCli *cli, GError **error);
gboolean msk_badge_verbs_list (MskCli *cli, GError **error);

G_END_DECLS
