/* One item of the agenda as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"

G_BEGIN_DECLS

/* What may be noted down while the item is dealt with (M5). */
typedef enum
{
  MSK_RECORDING_NONE,
  MSK_RECORDING_NOTEBOOK,
  MSK_RECORDING_FREE,
} MskRecording;

/* How far an item is. One that was left by a break goes on after it. */
typedef enum
{
  MSK_ITEM_WAITING,
  MSK_ITEM_CURRENT,
  MSK_ITEM_INTERRUPTED,
  MSK_ITEM_OVER,
} MskItemState;

#define MSK_TYPE_AGENDA_ITEM (msk_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (MskAgendaItem, msk_agenda_item, MSK, AGENDA_ITEM, GObject)

struct _MskAgendaItem
{
  GObject parent_instance;

  guint position; /* counted from 1 */
  char *title;
  MskLevel level;
  MskRecording recording;
  guint capacities; /* who may be inside (M4): a set of 1 << MskCapacity, never empty */
  MskItemState state;
};

MskAgendaItem *msk_agenda_item_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The rule in the user's language. Static text. */
const char *msk_recording_get_label (MskRecording recording);
const char *msk_item_state_get_label (MskItemState state);

G_END_DECLS
