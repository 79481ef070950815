/* The appliance's register: accounts, designated printers, the list of meetings, serials of tags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Fills a new register: the key for tags and the first account, the actor's. */
gboolean msk_appliance_fill (MskDatabase *database, const MskActor *actor, GError **error);
MskKey *msk_appliance_load_tag_key (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*MskUserFunc) (const char *name,
                             MskRole role,
                             gint64 added_at,
                             gboolean removed,
                             gpointer user_data);
typedef void (*MskPrinterFunc) (const char *name,
                                const char *kind,
                                const char *target,
                                const char *place,
                                gpointer user_data);

/* A user who may sign in. Fails with MSK_INPUT_ERROR_NOT_FOUND, for a removed one too. */
gboolean msk_appliance_get_role (MskDatabase *database,
                                 const char *name,
                                 MskRole *role,
                                 GError **error);

/* Whether the name was ever given. */
gboolean msk_appliance_has_user (MskDatabase *database,
                                 const char *name,
                                 gboolean *has,
                                 GError **error);
gboolean msk_appliance_count_role (MskDatabase *database,
                                   MskRole role,
                                   guint *count,
                                   GError **error);
gboolean msk_appliance_add_user (MskTransaction *transaction,
                                 const char *name,
                                 MskRole role,
                                 GError **error);
gboolean msk_appliance_remove_user (MskTransaction *transaction, const char *name, GError **error);
gboolean msk_appliance_foreach_user (MskDatabase *database,
                                     MskUserFunc func,
                                     gpointer user_data,
                                     GError **error);

gboolean msk_appliance_add_printer (MskTransaction *transaction,
                                    const char *name,
                                    const char *kind,
                                    const char *target,
                                    const char *place,
                                    GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_appliance_remove_printer (MskTransaction *transaction,
                                       const char *name,
                                       GError **error);
gboolean msk_appliance_foreach_printer (MskDatabase *database,
                                        MskPrinterFunc func,
                                        gpointer user_data,
                                        GError **error);

gboolean msk_appliance_add_meeting (MskTransaction *transaction,
                                    const char *number,
                                    const char *file,
                                    GBytes *wrapped_key,
                                    gint64 *id,
                                    GError **error);
gboolean msk_appliance_set_meeting (MskTransaction *transaction,
                                    gint64 id,
                                    const char *number,
                                    MskMeetingState state,
                                    GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND, or with MSK_RULE_ERROR_MEETING_ERASED when the key was
 * thrown away. The caller owns file and wrapped_key. */
gboolean msk_appliance_find_meeting (MskDatabase *database,
                                     gint64 id,
                                     char **file,
                                     GBytes **wrapped_key,
                                     GError **error);

/* How far a meeting's ledger had come when it was last closed here: a file whose ledger does not
 * hold that entry is an older one put back. *sequence is 0, and *hash NULL, before the first time.
 * The caller owns *hash. */
gboolean msk_appliance_get_anchor (MskDatabase *database,
                                   gint64 id,
                                   gint64 *sequence,
                                   GBytes **hash,
                                   GError **error);
gboolean msk_appliance_set_anchor (MskTransaction *transaction,
                                   gint64 id,
                                   gint64 sequence,
                                   GBytes *hash,
                                   GError **error);

/* *id is 0 when no meeting has the number. */
gboolean msk_appliance_find_meeting_number (MskDatabase *database,
                                            const char *number,
                                            gint64 *id,
                                            GError **error);

/* Of MskMeeting with id, number and state alone, newest first. */
GPtrArray *msk_appliance_list_meetings (MskDatabase *database,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the meeting a block of count serials that were never given before; *first is its first.
 * Fails with MSK_SYSTEM_ERROR_DATABASE when none are left. */
gboolean msk_appliance_give_serials (MskTransaction *transaction,
                                     gint64 meeting_id,
                                     guint count,
                                     gint64 *first,
                                     GError **error);

/* The meeting that a serial was given to, or 0. */
gboolean msk_appliance_find_serial (MskDatabase *database,
                                    gint64 serial,
                                    gint64 *meeting_id,
                                    GError **error);

G_END_DECLS
