/* What export, erasure and the reading of an export share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-export-file.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Opens the register of an export that was read, and checks every page, the whole ledger and that
 * its head is what the export says. entries may be NULL. Fails with
 * MSK_INPUT_ERROR_EXPORT_DAMAGED, MSK_SYSTEM_ERROR_LEDGER_BROKEN, _VAULT_NEWER. The caller owns it.
 */
MskDatabase *msk_export_desk_open_register (const char *path,
                                            const MskExportContents *contents,
                                            GCancellable *cancellable, /* or NULL */
                                            guint64 *entries,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether an export may lie there: not where it would go with the record itself. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, _BAD_VALUE. */
gboolean msk_export_desk_check_place (MskSession *session, const char *path, GError **error);

/* Sets sequence and hash to the newest entry of a ledger that was verified. */
gboolean msk_export_desk_read_head (MskDatabase *database,
                                    MskExportContents *contents,
                                    GError **error);

G_END_DECLS
