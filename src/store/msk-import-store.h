/* Which column of a list says what, as somebody chose it for a header.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-columns.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Remembers the columns for all lists with that header, in place of what was remembered. */
gboolean msk_import_store_put (MskTransaction *transaction,
                               const char *const *header,
                               const MskListColumns *columns,
                               GError **error);

/* Fills in columns and says whether any are remembered. */
gboolean msk_import_store_find (MskDatabase *database,
                                const char *const *header,
                                gboolean *found,
                                MskListColumns *columns,
                                GError **error);

G_END_DECLS
