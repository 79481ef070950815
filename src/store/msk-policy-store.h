/* What the security officer laid down for the appliance: the scheme of marks, active content.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-active-content.h"
#include "msk-scheme.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What holds now; what the program comes with before anybody changed it. scheme and active_content
 * may be NULL; the caller owns *scheme. */
gboolean msk_policy_store_load (MskDatabase *database,
                                MskScheme **scheme,
                                MskActiveContent *active_content,
                                GError **error);

/* Each with its ledger entry. */
gboolean msk_policy_store_set_scheme (MskTransaction *transaction,
                                      MskScheme *scheme,
                                      GError **error);
gboolean msk_policy_store_set_active_content (MskTransaction *transaction,
                                              MskActiveContent active_content,
                                              GError **error);

/* The ledger entry alone, for the register of a meeting that takes the scheme. */
gboolean msk_policy_store_append_scheme (MskTransaction *transaction,
                                         MskAct act,
                                         MskScheme *scheme,
                                         GError **error);

G_END_DECLS
