/* A recorder or note-taker who was approved for an item of the agenda, by name (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-agenda-item.h"
#include "msk-attendee.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_EXCEPTION_RECORDER,   /* records sound or pictures */
  MSK_EXCEPTION_NOTE_TAKER, /* takes the minutes */
} MskException;

typedef enum
{
  MSK_EXCEPTION_IN_FORCE,
  MSK_EXCEPTION_WITHDRAWN,
  MSK_EXCEPTION_LAPSED, /* nobody ended it, and the person may not be at the item any more */
} MskExceptionState;

#define MSK_TYPE_RECORDING_EXCEPTION (msk_recording_exception_get_type ())
G_DECLARE_FINAL_TYPE (MskRecordingException,
                      msk_recording_exception,
                      MSK,
                      RECORDING_EXCEPTION,
                      GObject)

struct _MskRecordingException
{
  GObject parent_instance;

  gint64 id;
  gint64 attendee_id;
  char *name; /* of the person */
  char *unit;
  MskException kind;
  guint position;  /* of the item */
  char *authority; /* full name of who approved it */
  char *reference; /* of the written approval */
  gint64 granted_at;
  char *granted_by;    /* user */
  gint64 withdrawn_at; /* 0 unless somebody ended it */
  char *withdrawn_by;
  MskExceptionState state;
};

MskRecordingException *msk_recording_exception_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whoever records at an item is on a sealed list, is admitted to it (as msk_agenda_admits() says)
 * and cleared for it; else the exception can't be approved, and one that was has lapsed. Fails as
 * msk_attendee_check_admissible(), with MSK_RULE_ERROR_OUTSIDE_SCOPE or _CLEARANCE_TOO_LOW. */
gboolean msk_recording_exception_check_person (MskAttendee *person,
                                               const MskAgendaItem *item,
                                               gboolean admitted,
                                               GError **error);

const char *msk_exception_get_label (MskException kind);
const char *msk_exception_state_get_label (MskExceptionState state);

G_END_DECLS
