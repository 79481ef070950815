/* What the files of destruction share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction.h"
#include "msk-session-private.h"
#include "msk-tag-reader.h"

G_BEGIN_DECLS

/* Begins an act about destruction: before the sweep, or once the meeting is closed, but not while
 * the expected set is frozen. Fails as msk_session_begin(), or with MSK_RULE_ERROR_SWEEP_STARTED.
 */
gboolean msk_destruction_begin (MskSession *session,
                                MskAct act,
                                MskTransaction *transaction,
                                GError **error);

/* The same, and the batch. The caller owns it. */
MskDestruction *msk_destruction_begin_batch (MskSession *session,
                                             MskAct act,
                                             gint64 id,
                                             MskTransaction *transaction,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a thing may be destroyed or sent back: it is here and in no batch. A spoiled copy becomes
 * its set, since that is what there is. Fills in kind, number, copy, from, level, sheets and
 * document_number (an originator's name is not looked at). Fails as the checks of
 * msk-destruction.h. The caller owns the item. */
MskDestructionItem *msk_destruction_find_thing (MskDatabase *database,
                                                MskStockKind kind,
                                                gint64 number,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a copy or a carrier is in no batch: what waits for destruction is given to nobody, also
 * by taking back its return. Fails with MSK_RULE_ERROR_IN_DESTRUCTION. */
gboolean msk_destruction_check_thing_free (MskDatabase *database,
                                           MskStockKind kind,
                                           guint number,
                                           GError **error);

/* What a code stands for here: a copy, a carrier, a device, or the spoiled set whose printing it is
 * on, whatever became of the number. tag holds what is known also when it fails, as
 * msk_tag_reader_read() does, or with MSK_RULE_ERROR_NO_COPY_SELECTED for a badge. */
gboolean msk_destruction_read_code (MskSession *session,
                                    MskAct act,
                                    const char *code,
                                    MskStockItem *thing,
                                    MskTagReading *tag,
                                    GError **error);

G_END_DECLS
