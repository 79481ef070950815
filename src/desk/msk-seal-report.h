/* Seals of the ledger in reports: the codes, and the register of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"
#include "msk-seal-desk.h"

G_BEGIN_DECLS

/* Takes a seal, unless one was taken already and is given, and adds its two codes with what they
 * are for. */
gboolean msk_seal_report_add (MskReport *report,
                              MskSession *session,
                              MskSealOccasion occasion,
                              const MskSealPair *given, /* or NULL */
                              GError **error);

/* Adds the head of the appliance's ledger, which is that of the entry that says that this report
 * was made: of this subject and kind, as PDF. */
gboolean msk_seal_report_add_appliance (MskReport *report,
                                        MskSession *session,
                                        const char *subject,
                                        const char *kind,
                                        GError **error);

/* Every seal that was taken, so that a sheet that is not in the folder is missed. */
gboolean msk_seal_report_add_register (MskReport *report, MskSession *session, GError **error);

G_END_DECLS
