/* What the parts of the badge desk share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scan-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* The badge was scanned after printing: it counts from now on. Fails as
 * msk_badge_entry_check_confirmable(). */
MskVerdict *msk_badge_scan_confirm (MskSession *session,
                                    gint64 serial,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
