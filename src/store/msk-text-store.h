/* The versions of the texts that people take note of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-text-version.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Version 1 of every text and duty card of a new meeting, as the program brings them; one entry. */
gboolean msk_text_store_insert_first (MskTransaction *transaction, GError **error);

/* A new version, in force from now on; number is filled in. */
gboolean msk_text_store_insert (MskTransaction *transaction, MskTextVersion *text, GError **error);

/* Of MskTextVersion: those in force, or all. By kind and post, the newest first. */
GPtrArray *msk_text_store_list (MskDatabase *database,
                                gboolean only_in_force,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The version in force. */
MskTextVersion *msk_text_store_get (MskDatabase *database,
                                    MskTextKind kind,
                                    MskPost post,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
