/* The lists of attendees.
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

/* Inserts a person as proposed and sets their id: what is NULL of their texts is "". Writes no
 * ledger entry: an import writes one for all. */
gboolean msk_attendee_store_insert (MskTransaction *transaction,
                                    MskAttendee *attendee,
                                    GError **error);
/* Whether somebody who was not withdrawn is entered so. */
gboolean msk_attendee_store_exists (MskDatabase *database,
                                    const char *name,
                                    const char *unit,
                                    const char *post,
                                    gboolean *exists,
                                    GError **error);

/* Submits whoever is proposed or returned on the list; how many. */
gboolean msk_attendee_store_submit (MskTransaction *transaction,
                                    guint list,
                                    guint *submitted,
                                    GError **error);

/* vetting: approved, rejected or returned. authority and reference are those of a decision on
 * press, else "". */
gboolean msk_attendee_store_decide (MskTransaction *transaction,
                                    gint64 id,
                                    MskVetting vetting,
                                    const char *reason,
                                    const char *authority,
                                    const char *reference,
                                    GError **error);

/* Writes what the list says of a person on the open list, who is proposed anew. Writes no ledger
 * entry: the next one does. */
gboolean msk_attendee_store_change (MskTransaction *transaction,
                                    MskAttendee *attendee,
                                    GError **error);

/* The ledger's entry for a change: what the list said before, and under which id it says it now. */
gboolean msk_attendee_store_record_change (MskTransaction *transaction,
                                           MskAttendee *before,
                                           gint64 id,
                                           guint warnings,
                                           GError **error);

/* The person is barred: their badge is void, and their seat and the copies that were planned for
 * them are free. */
gboolean msk_attendee_store_withdraw (MskTransaction *transaction,
                                      gint64 id,
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

/* Whoever was vetted anew after a change is the same person under another entry, and may have come
 * in, handed in and got things under an earlier one: all entries of theirs, in the order of the
 * lists (of gint64). Of somebody who is on no list, that id. The caller owns the array. */
GArray *msk_attendee_store_list_entries (MskDatabase *database,
                                         gint64 id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One of the numbered lists, and how far it is. */
typedef struct
{
  guint number;
  gint64 submitted_at; /* last; 0 for never */
  char *submitted_by;
  gint64 sealed_at; /* 0 while it is open */
  char *sealed_by;
  char *code;
} MskNumberedList;

void msk_numbered_list_free (MskNumberedList *list);

/* Of MskNumberedList, by number. */
GPtrArray *msk_attendee_store_list_lists (MskDatabase *database,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The codes of the sealed lists, "1 XXXX-XXXX" each (of char *). */
GPtrArray *msk_attendee_store_list_seals (MskDatabase *database,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
