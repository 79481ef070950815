/* Badges: printed on a designated printer, confirmed, given up, lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-badge-entry.h"
#include "msk-print-desk.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Whoever may come in and has no badge, in the order of the list (of MskAttendee). */
GPtrArray *msk_badge_desk_list_lacking (MskSession *session,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The register of badges: of MskBadgeEntry, in the order in which they were printed. */
GPtrArray *msk_badge_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Called on the main thread after each badge. */
typedef void (*MskBadgeProgress) (guint done, guint total, gpointer user_data);

/* There is somebody to have a badge. Fails with MSK_RULE_ERROR_NOT_ON_SEALED_LIST. */
gboolean msk_badge_desk_check_somebody (MskSession *session, GError **error);

/* Prints a badge with a tag for each person, one job a badge, each in the register before it is
 * sent; stops at the first trouble, or between two badges when it is cancelled. Whoever has a badge
 * gets another only with a reason, for which the old one becomes void; reason may be "". A badge
 * counts once it was scanned (MSK_SCAN_CHECK) or confirmed. The result counts what happened also
 * when finish returns FALSE; run_id and spool say nothing. Fails as msk_printer_check() and
 * msk_printer_print() do, as msk_attendee_check_admissible(), with MSK_RULE_ERROR_EXISTS (has a
 * badge), _PRINTER_NOT_DESIGNATED, _PRINTING_NOT_SETTLED, or MSK_INPUT_ERROR_NOT_FOUND. progress
 * may be NULL. */
void msk_badge_desk_print_async (MskSession *session,
                                 GArray *ids, /* of gint64, none twice */
                                 const char *printer,
                                 const char *reason,
                                 MskBadgeProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean msk_badge_desk_print_finish (MskSession *session,
                                      GAsyncResult *answer,
                                      MskPrintResult *result,
                                      GError **error);

/* The person's badge was looked at after printing and is good. Fails with MSK_INPUT_ERROR_NOT_FOUND
 * (no badge), or as msk_badge_entry_check_confirmable(). */
gboolean msk_badge_desk_confirm (MskSession *session, gint64 attendee_id, GError **error);

/* The person's badge counts no longer. Needs a reason. Fails with MSK_INPUT_ERROR_NOT_FOUND (no
 * badge), _BAD_VALUE. */
gboolean msk_badge_desk_void (MskSession *session,
                              gint64 attendee_id,
                              const char *reason,
                              GError **error);

/* It was lost: void at once, and an incident, whose text says where and when. Returns the number of
 * the incident, or 0 as msk_badge_desk_void(). */
gint64 msk_badge_desk_lose (MskSession *session,
                            gint64 attendee_id,
                            const char *text,
                            GError **error);

G_END_DECLS
