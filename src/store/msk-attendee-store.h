/* The lists of attendees and their badges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The open list, made when there is none. */
gboolean msk_attendee_store_take_open_list (MskTransaction *transaction,
                                            guint *number,
                                            GError **error);

/* The number of the open list, or 0. */
gboolean msk_attendee_store_find_open_list (MskDatabase *database, guint *number, GError **error);

/* Inserts a person as proposed and sets their id. Writes no ledger entry: an import writes one for
 * all. */
gboolean msk_attendee_store_insert (MskTransaction *transaction,
                                    MskAttendee *attendee,
                                    GError **error);
gboolean msk_attendee_store_exists (MskDatabase *database,
                                    const char *name,
                                    const char *unit,
                                    const char *post,
                                    gboolean *exists,
                                    GError **error);
gboolean msk_attendee_store_decide (MskTransaction *transaction,
                                    gint64 id,
                                    MskVetting vetting,
                                    const char *reason,
                                    GError **error);
gboolean msk_attendee_store_seal (MskTransaction *transaction,
                                  guint number,
                                  const char *code,
                                  GError **error);

/* Of MskAttendee, in the order of the lists. */
GPtrArray *msk_attendee_store_list (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskAttendee *msk_attendee_store_get (MskDatabase *database,
                                     gint64 id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The codes of the sealed lists, "1 XXXX-XXXX" each (of char *). */
GPtrArray *msk_attendee_store_list_seals (MskDatabase *database,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new badge; the earlier one of the person becomes void. */
gboolean msk_attendee_store_put_badge (MskTransaction *transaction,
                                       gint64 attendee_id,
                                       gint64 serial,
                                       GError **error);

/* *attendee_id is 0 for a serial of no badge; *good is FALSE for a void one. */
gboolean msk_attendee_store_find_badge (MskDatabase *database,
                                        gint64 serial,
                                        gint64 *attendee_id,
                                        gboolean *good,
                                        GError **error);

/* The serial of the person's good badge, or 0. */
gboolean msk_attendee_store_get_badge (MskDatabase *database,
                                       gint64 attendee_id,
                                       gint64 *serial,
                                       GError **error);

G_END_DECLS
