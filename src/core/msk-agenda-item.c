/* One item of the agenda as it stood when it was read from the register.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-item.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskAgendaItem, msk_agenda_item, G_TYPE_OBJECT)

static const char *const recording_labels[] = {
  [MSK_RECORDING_NONE] = N_ ("no notes"),
  [MSK_RECORDING_NOTEBOOK] = N_ ("numbered notebook only"),
  [MSK_RECORDING_FREE] = N_ ("free"),
};

static const char *const state_labels[] = {
  [MSK_ITEM_WAITING] = N_ ("waiting"),
  [MSK_ITEM_CURRENT] = N_ ("under way"),
  [MSK_ITEM_INTERRUPTED] = N_ ("interrupted"),
  [MSK_ITEM_OVER] = N_ ("over"),
};

static void
msk_agenda_item_finalize (GObject *object)
{
  g_free (MSK_AGENDA_ITEM (object)->title);

  G_OBJECT_CLASS (msk_agenda_item_parent_class)->finalize (object);
}

static void
msk_agenda_item_class_init (MskAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_agenda_item_finalize;
}

static void
msk_agenda_item_init (MskAgendaItem *self)
{
  self->capacities = MSK_CAPACITY_ALL;
}

MskAgendaItem *
msk_agenda_item_new (void)
{
  return g_object_new (MSK_TYPE_AGENDA_ITEM, NULL);
}

const char *
msk_recording_get_label (MskRecording recording)
{
  g_return_val_if_fail (recording < G_N_ELEMENTS (recording_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, recording_labels[recording]);
}

const char *
msk_item_state_get_label (MskItemState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, state_labels[state]);
}
