/* A gate in the way of a run of the printer: shut, it waits between two copies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-gate.h"

struct _MskPrintGate
{
  GObject parent_instance;

  gboolean shut;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskPrintGate, msk_print_gate, G_TYPE_OBJECT)

static void
msk_print_gate_class_init (MskPrintGateClass *klass)
{
  signals[SIGNAL_OPENED] = g_signal_new ("opened", MSK_TYPE_PRINT_GATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
msk_print_gate_init (MskPrintGate *self)
{
}

MskPrintGate *
msk_print_gate_new (void)
{
  return g_object_new (MSK_TYPE_PRINT_GATE, NULL);
}

void
msk_print_gate_shut (MskPrintGate *self)
{
  g_return_if_fail (MSK_IS_PRINT_GATE (self));

  self->shut = TRUE;
}

void
msk_print_gate_open (MskPrintGate *self)
{
  g_return_if_fail (MSK_IS_PRINT_GATE (self));

  if (!self->shut)
    return;

  self->shut = FALSE;
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

gboolean
msk_print_gate_is_open (MskPrintGate *self)
{
  g_return_val_if_fail (MSK_IS_PRINT_GATE (self), FALSE);

  return !self->shut;
}
