/* The register of permits to take copies away (R3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"
#include "msk-permit.h"

G_BEGIN_DECLS

/* What a permit says. Texts are lent. */
typedef struct
{
  guint number;
  gint64 keeper_id;
  const char *registry;
  const char *authority;
  const char *reference;
  gint64 deadline_at;
  const char *bearer;
  const char *second; /* "" for nobody */
} MskPermitEntry;

gboolean msk_permit_store_grant (MskTransaction *transaction,
                                 const MskPermitEntry *entry,
                                 gint64 *id,
                                 GError **error);

/* It is used; the copy is moved after that. second is "" for nobody. */
gboolean msk_permit_store_take (MskTransaction *transaction,
                                gint64 id,
                                const char *bearer,
                                const char *second,
                                GError **error);

/* Closes a permit; receipt and received_by are "" unless it is closed by a receipt. */
gboolean msk_permit_store_close (MskTransaction *transaction,
                                 gint64 id,
                                 MskPermitOutcome outcome,
                                 const char *receipt,
                                 const char *received_by,
                                 GError **error);

/* A copy that was away and is back, or missing, closes its permit if that is open. For
 * msk_copy_store_move(). */
gboolean msk_permit_store_follow (MskTransaction *transaction,
                                  const MskMovement *movement,
                                  GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskPermit *msk_permit_store_get (MskDatabase *database,
                                 gint64 id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* An open permit of the copy, or of the keeper for another copy of the same paper; NULL for none.
 * The caller owns it. */
gboolean msk_permit_store_find (MskDatabase *database,
                                guint number,
                                gint64 keeper_id,
                                MskPermit **permit,
                                GError **error);

/* Of MskPermit, in the order in which they were granted: all, or those that are open. */
GPtrArray *msk_permit_store_list (MskDatabase *database,
                                  gboolean only_open,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
