/* A group of writes that happens as a whole, or not at all, and never without an entry in the
 * ledger. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-role.h"

G_BEGIN_DECLS

/* Who acts, where and when. Texts are lent and outlive the transaction. */
typedef struct
{
  const char *user;
  MskRole role;
  const char *station;
  gint64 now; /* UTC seconds */
} MskActor;

/* Use as g_auto(MskTransaction) transaction = { NULL }: it rolls back by itself unless committed.
 */
typedef struct
{
  MskDatabase *database;
  MskActor actor;
  guint entries; /* written to the ledger so far */
} MskTransaction;

gboolean msk_transaction_begin (MskTransaction *self,
                                MskDatabase *database,
                                const MskActor *actor,
                                GError **error);

/* On the disk when it returns TRUE. To commit without a ledger entry is a programmer's mistake, and
 * refused. */
gboolean msk_transaction_commit (MskTransaction *self, GError **error);

/* That the last statement changed the one row that it was meant for; otherwise fails with
 * MSK_SYSTEM_ERROR_DATABASE and this message. */
gboolean msk_transaction_check_one_changed (MskTransaction *self,
                                            const char *message,
                                            GError **error);
void msk_transaction_clear (MskTransaction *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MskTransaction, msk_transaction_clear)

G_END_DECLS
