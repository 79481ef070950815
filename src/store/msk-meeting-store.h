/* The meeting's own description, and the serials it was given.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The one row of a new meeting file. */
gboolean msk_meeting_store_insert (MskTransaction *transaction,
                                   MskMeeting *meeting,
                                   GError **error);

/* Writes every member but id and state. */
gboolean msk_meeting_store_update (MskTransaction *transaction,
                                   MskMeeting *meeting,
                                   GError **error);
gboolean msk_meeting_store_set_state (MskTransaction *transaction,
                                      MskMeetingState state,
                                      GError **error);
gboolean msk_meeting_store_set_level (MskTransaction *transaction, MskLevel level, GError **error);
MskMeeting *msk_meeting_store_load (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Serials that this meeting has and has not used. */
gboolean msk_meeting_store_count_serials (MskDatabase *database, guint *left, GError **error);
gboolean msk_meeting_store_add_serials (MskTransaction *transaction,
                                        gint64 first,
                                        guint count,
                                        GError **error);

/* Takes the next serial for good. The caller made sure that there is one: without, fails with
 * MSK_SYSTEM_ERROR_DATABASE. */
gboolean msk_meeting_store_take_serial (MskTransaction *transaction,
                                        gint64 *serial,
                                        GError **error);

G_END_DECLS
