/* The same code in two places: what is in custody already stands before the clerk once more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-carrier.h"
#include "msk-copy.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* For what somebody hands in at this desk. Fails with MSK_RULE_ERROR_SECOND_SIGHTING, which names
 * who had it last and where it is by the register; not when it is what this desk dealt with last,
 * within two seconds of its return. */
gboolean msk_second_sighting_check_copy (MskScanDesk *desk, MskCopy *copy, GError **error);
gboolean msk_second_sighting_check_carrier (MskScanDesk *desk, MskCarrier *carrier, GError **error);

G_END_DECLS
