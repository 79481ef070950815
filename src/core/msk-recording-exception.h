/* A recorder or note-taker who was approved for an item of the agenda, by name (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_EXCEPTION_RECORDER,   /* records sound or pictures */
  MSK_EXCEPTION_NOTE_TAKER, /* takes the minutes */
} MskException;

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
  gint64 withdrawn_at; /* 0 while it stands */
  char *withdrawn_by;
};

MskRecordingException *msk_recording_exception_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char *msk_exception_get_label (MskException kind);

G_END_DECLS
